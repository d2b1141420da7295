package voting

import "fmt"

// Tally is a count of votes.
type Tally struct {
	For, Against, Abstained Amount
	NotVoting               Amount // present with a right to vote, but did not vote
	Invalid                 Amount // in invalid ballots
}

// Voted returns the votes of those who voted for, against or abstained.
func (t Tally) Voted() Amount { return t.Cast().Add(t.Abstained) }

// Cast returns the votes for and against.
func (t Tally) Cast() Amount { return t.For.Add(t.Against) }

// Total returns the votes of all who had a right to vote.
func (t Tally) Total() Amount { return t.Voted().Add(t.NotVoting).Add(t.Invalid) }

// allFor reports whether all votes are for.
func (t Tally) allFor() bool { return t.Total().Cmp(t.For) == 0 }

// Check returns an error unless the total equals the number of votes present.
// The error shows the sum.
func (t Tally) Check(voting Amount) error {
	if t.Total().Cmp(voting) == 0 {
		return nil
	}
	return fmt.Errorf("%s, а голосующих %v", t.Sum(), voting)
}

// Rounded reports whether the total differs from the number of votes present by
// no more than the rounding of the figures: half of the last decimal for each of
// them, the number present included. Votes of heads are never rounded, percentages always are.
func (t Tally) Rounded(voting Amount, unit Unit) bool {
	if unit == Heads {
		return false
	}
	last, figures := 0, int64(0)
	for _, a := range []Amount{voting, t.For, t.Against, t.Abstained, t.NotVoting, t.Invalid} {
		decimals, finite := a.decimals()
		if !finite {
			return false
		}
		last = max(last, decimals)
		if !a.IsZero() {
			figures++
		}
	}
	if last == 0 && unit != Percent {
		return false
	}
	allowed := Whole(1).mul(figures, 2)
	for range last {
		allowed = allowed.mul(1, 10)
	}
	total := t.Total()
	return total.Sub(voting).Add(voting.Sub(total)).Cmp(allowed) <= 0
}

// Sum returns a text such as «за 12 + против 0 + воздержались 1 = 13».
func (t Tally) Sum() string {
	text := fmt.Sprintf("за %v + против %v + воздержались %v", t.For, t.Against, t.Abstained)
	if !t.Invalid.IsZero() {
		text += fmt.Sprintf(" + недействительных %v", t.Invalid)
	}
	if !t.NotVoting.IsZero() {
		text += fmt.Sprintf(" + не голосовали %v", t.NotVoting)
	}
	return fmt.Sprintf("%s = %v", text, t.Total())
}

// CheckPresence returns an error if more votes are present than there are.
func CheckPresence(present, members Amount) error {
	if present.Cmp(members) <= 0 {
		return nil
	}
	return fmt.Errorf("присутствуют %v, а всего %v", present, members)
}
