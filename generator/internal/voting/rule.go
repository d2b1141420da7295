package voting

import (
	"fmt"
	"strconv"
)

// Quorum is how many must be there for a vote to count. The zero Quorum asks
// for no one.
type Quorum struct{ bound }

// Majority is how many must be for. The zero Majority is no rule.
type Majority struct{ bound }

// bound is the least number of votes that will do. It is comparable.
type bound struct {
	num, den int64 // a share; with den 0 a number of votes; 0/0 is no bound
	plus     int64 // votes above the share: 1/2 + 1
	strict   bool  // more than, not at least
	percent  bool  // written in per cent
	base     base  // whose votes the share is of
}

// base is whose votes a share is of.
type base int

const (
	noBase  base = iota
	members      // of all members
	all          // of all votes: the same figure in other words
	present      // of those present who may vote
	voted        // of those who voted for, against or abstained
	cast         // of the votes for and against
)

// bases are what each base is called: in String, and in Russian sentences.
var bases = [...]struct{ name, russian string }{
	members: {"members", "от членов"},
	all:     {"all votes", "от общего числа голосов"},
	present: {"present", "от присутствующих"},
	voted:   {"voted", "от участвовавших в голосовании"},
	cast:    {"cast", "от голосов «за» и «против»"},
}

// IsZero reports that nothing is asked for.
func (b bound) IsZero() bool { return b == bound{} }

// isAll reports that every vote is asked for.
func (b bound) isAll() bool { return b.den > 0 && b.num == b.den && b.plus == 0 }

// isBare reports that little more than half will do.
func (b bound) isBare() bool { return b.den > 0 && 2*b.num <= b.den }

// String writes the rule so that it reads back to the same: "> 1/2 of members".
func (b bound) String() string {
	switch {
	case b.IsZero():
		return "none"
	case b.isAll():
		return "all of " + bases[b.base].name
	}
	text := b.amount()
	if b.strict {
		text = "> " + text
	}
	if b.den == 0 {
		return text
	}
	return text + " of " + bases[b.base].name
}

// amount is the share or the number alone: 1/2 + 1, 66,7 %, 5.
func (b bound) amount() string {
	switch {
	case b.den == 0:
		return strconv.FormatInt(b.num, 10)
	case b.percent:
		return Whole(100).times(b.num, b.den).String() + " %" + b.plusText()
	}
	return fmt.Sprintf("%d/%d", b.num, b.den) + b.plusText()
}

func (b bound) plusText() string {
	if b.plus == 0 {
		return ""
	}
	return fmt.Sprintf(" + %d", b.plus)
}

// Words is the rule in Russian: «больше 1/2 от членов», «не менее 5».
func (b bound) Words() string {
	switch {
	case b.IsZero():
		return "сколько угодно"
	case b.isAll():
		return "100 % " + bases[b.base].russian
	}
	text := relation(b.strict) + " " + b.amount()
	if b.den == 0 {
		return text
	}
	return text + " " + bases[b.base].russian
}

func relation(strict bool) string {
	if strict {
		return "больше"
	}
	return "не менее"
}

// Need is a bound as a number: at least the Amount, or more than it.
type Need struct {
	Amount Amount
	Strict bool
}

// Met reports whether so many votes will do.
func (n Need) Met(votes Amount) bool {
	if n.Strict {
		return votes.Cmp(n.Amount) > 0
	}
	return votes.Cmp(n.Amount) >= 0
}

// String is «не менее 8» or «больше 500,25».
func (n Need) String() string { return relation(n.Strict) + " " + n.Amount.String() }

// Need is how many votes of a total will do. Of heads it is the least whole
// number. “1/2 + 1” is half without its fraction and one more: 8 of 15.
func (b bound) Need(total Amount, unit Unit) Need {
	need := Need{Amount: Whole(int(b.num)), Strict: b.strict}
	if b.den > 0 {
		need.Amount = total.times(b.num, b.den)
	}
	if b.plus > 0 {
		need.Amount = need.Amount.floor().Add(Whole(int(b.plus)))
	}
	if floor := need.Amount.floor(); unit == Heads && (need.Strict || floor.Cmp(need.Amount) < 0) {
		return Need{Amount: floor.Add(Whole(1))}
	}
	return need
}

// Met reports whether a quorum of the members is present.
func (q Quorum) Met(present, members Amount) bool { return q.Need(members, Votes).Met(present) }

// of is the votes of which the majority is a share.
func (m Majority) of(v Vote) Amount {
	switch m.base {
	case present:
		return v.Present
	case voted:
		return v.Tally.Voted()
	case cast:
		return v.Tally.Cast()
	}
	return v.Members
}
