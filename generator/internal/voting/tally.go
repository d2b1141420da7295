package voting

import "fmt"

// Tally is a count of votes.
type Tally struct {
	For, Against, Abstained Amount
	NotVoting               Amount // present and entitled, but took no part
}

// Voted is the votes of those who took part.
func (t Tally) Voted() Amount { return t.Cast().Add(t.Abstained) }

// Cast is the votes for and against.
func (t Tally) Cast() Amount { return t.For.Add(t.Against) }

// Total is everyone's votes.
func (t Tally) Total() Amount { return t.Voted().Add(t.NotVoting) }

// allFor reports that no one was against, abstained or kept out.
func (t Tally) allFor() bool { return t.Total().Cmp(t.For) == 0 }

// Check demands that the votes add up to those of the people who may vote.
// The error shows the sum.
func (t Tally) Check(voting Amount) error {
	if t.Total().Cmp(voting) == 0 {
		return nil
	}
	return fmt.Errorf("%s, а голосующих %v", t.sum(), voting)
}

// sum is «за 12 + против 0 + воздержались 1 = 13».
func (t Tally) sum() string {
	text := fmt.Sprintf("за %v + против %v + воздержались %v", t.For, t.Against, t.Abstained)
	if !t.NotVoting.IsZero() {
		text += fmt.Sprintf(" + не голосовали %v", t.NotVoting)
	}
	return fmt.Sprintf("%s = %v", text, t.Total())
}

// CheckPresence demands that no more are present than there are.
func CheckPresence(present, members Amount) error {
	if present.Cmp(members) <= 0 {
		return nil
	}
	return fmt.Errorf("присутствуют %v, а всего %v", present, members)
}
