package voting

import "fmt"

// Tally is a count of votes.
type Tally struct {
	For, Against, Abstained Amount
	NotVoting               Amount // present with a right to vote, but did not vote
}

// Voted returns the votes of those who voted for, against or abstained.
func (t Tally) Voted() Amount { return t.Cast().Add(t.Abstained) }

// Cast returns the votes for and against.
func (t Tally) Cast() Amount { return t.For.Add(t.Against) }

// Total returns the votes of all who had a right to vote.
func (t Tally) Total() Amount { return t.Voted().Add(t.NotVoting) }

// allFor reports whether all votes are for.
func (t Tally) allFor() bool { return t.Total().Cmp(t.For) == 0 }

// Check returns an error unless the total equals the number of votes present.
// The error shows the sum.
func (t Tally) Check(voting Amount) error {
	if t.Total().Cmp(voting) == 0 {
		return nil
	}
	return fmt.Errorf("%s, а голосующих %v", t.sum(), voting)
}

// sum returns a text such as «за 12 + против 0 + воздержались 1 = 13».
func (t Tally) sum() string {
	text := fmt.Sprintf("за %v + против %v + воздержались %v", t.For, t.Against, t.Abstained)
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
