package voting

import (
	"fmt"
	"strconv"
)

// Quorum is the number of votes that must be present for a vote to be valid.
// The zero Quorum requires none.
type Quorum struct{ rule }

// Majority is the number of votes required for a decision. The zero Majority
// means that there is no rule.
type Majority struct{ rule }

// rule is a required number of votes. It is comparable.
type rule struct {
	num, den int64 // a share; if den is 0, a number of votes; 0/0 means no requirement
	plus     int64 // votes added to the share: 1/2 + 1
	strict   bool  // more than, instead of at least
	percent  bool  // written as a percentage
	base     base  // what the share refers to
}

// base is the set of votes that a share refers to.
type base int

const (
	noBase  base = iota
	members      // of all members
	all          // of all votes; the same number under another name
	present      // of those present with a right to vote
	voted        // of those who voted for, against or abstained
	cast         // of the votes for and against
)

// bases are the names of the bases, for String and for Russian sentences.
var bases = [...]struct{ name, russian string }{
	members: {"members", "от членов"},
	all:     {"all votes", "от общего числа голосов"},
	present: {"present", "от присутствующих"},
	voted:   {"voted", "от участвовавших в голосовании"},
	cast:    {"cast", "от голосов «за» и «против»"},
}

// IsZero reports whether nothing is required.
func (r rule) IsZero() bool { return r == rule{} }

// isAll reports whether all votes are required.
func (r rule) isAll() bool { return r.den > 0 && r.num == r.den && r.plus == 0 }

// isSimple reports whether the share is at most one half.
func (r rule) isSimple() bool { return r.den > 0 && 2*r.num <= r.den }

// String returns the rule in a form that can be parsed again: "> 1/2 of
// members".
func (r rule) String() string {
	switch {
	case r.IsZero():
		return "none"
	case r.isAll():
		return "all of " + bases[r.base].name
	}
	text := r.amount()
	if r.strict {
		text = "> " + text
	}
	if r.den == 0 {
		return text
	}
	return text + " of " + bases[r.base].name
}

// amount returns the share or number alone: 1/2 + 1, 66,7 %, 5.
func (r rule) amount() string {
	switch {
	case r.den == 0:
		return strconv.FormatInt(r.num, 10)
	case r.percent:
		return Whole(100).mul(r.num, r.den).String() + " %" + r.formatPlus()
	}
	return fmt.Sprintf("%d/%d", r.num, r.den) + r.formatPlus()
}

func (r rule) formatPlus() string {
	if r.plus == 0 {
		return ""
	}
	return fmt.Sprintf(" + %d", r.plus)
}

// Words returns the rule in Russian: «больше 1/2 от членов», «не менее 5».
func (r rule) Words() string {
	switch {
	case r.IsZero():
		return "сколько угодно"
	case r.isAll():
		return "100 % " + bases[r.base].russian
	}
	text := relationText(r.strict) + " " + r.amount()
	if r.den == 0 {
		return text
	}
	return text + " " + bases[r.base].russian
}

func relationText(strict bool) string {
	if strict {
		return "больше"
	}
	return "не менее"
}

// Need is a rule applied to a total: at least the Amount, or more than it if
// Strict.
type Need struct {
	Amount Amount
	Strict bool
}

// Met reports whether a number of votes is sufficient.
func (n Need) Met(votes Amount) bool {
	if n.Strict {
		return votes.Cmp(n.Amount) > 0
	}
	return votes.Cmp(n.Amount) >= 0
}

// String returns «не менее 8» or «больше 500,25».
func (n Need) String() string { return relationText(n.Strict) + " " + n.Amount.String() }

// Need returns the required number of votes out of a total. For heads it is the
// least integer that suffices. “1/2 + 1” means half, rounded down, and one
// more: 8 of 15.
func (r rule) Need(total Amount, unit Unit) Need {
	need := Need{Amount: Whole(int(r.num)), Strict: r.strict}
	if r.den > 0 {
		need.Amount = total.mul(r.num, r.den)
	}
	if r.plus > 0 {
		need.Amount = need.Amount.floor().Add(Whole(int(r.plus)))
	}
	if floor := need.Amount.floor(); unit == Heads && (need.Strict || floor.Cmp(need.Amount) < 0) {
		return Need{Amount: floor.Add(Whole(1))}
	}
	return need
}

// Met reports whether a quorum of the members is present.
func (q Quorum) Met(present, members Amount) bool { return q.Need(members, Votes).Met(present) }

// baseVotes returns the votes that the share refers to.
func (m Majority) baseVotes(v Vote) Amount {
	switch m.base {
	case present:
		if m.isAll() { // those who may not vote do not prevent unanimity
			return v.Eligible()
		}
		return v.Present
	case voted:
		return v.Tally.Voted()
	case cast:
		return v.Tally.Cast()
	}
	return v.Members
}
