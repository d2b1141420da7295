package voting

import "fmt"

// Noun is what a body's members are called in the genitive: one for 21 («члена
// совета»), many for 15 («членов совета»). The zero Noun prints none.
type Noun struct{ One, Many string }

// after is the form behind a number, led by a space.
func (n Noun) after(a Amount) string {
	form := n.Many
	if endsInOne(a) {
		form = n.One
	}
	if form == "" {
		return ""
	}
	return " " + form
}

// endsInOne is true of the numbers that take the singular: 1, 21, 101, not 11.
func endsInOne(a Amount) bool {
	n := a.value()
	if !n.IsInt() {
		return false
	}
	digits := n.Num().String()
	return digits[len(digits)-1] == '1' && (len(digits) == 1 || digits[len(digits)-2] != '1')
}

// QuorumSentence says whether there is a quorum: «Кворум имеется: присутствуют
// 12 из 15 членов совета.» The noun serves heads; other units name themselves
// and give the share in per cent.
func (r Result) QuorumSentence(noun Noun) string {
	word := "Кворум имеется"
	if !r.QuorumNeed.Met(r.Vote.Present) {
		word = "Кворума нет"
	}
	v := r.Vote
	if r.Rules.Unit == Heads {
		return fmt.Sprintf("%s: %s %v из %v%s.", word, r.attend(), v.Present, v.Members, noun.after(v.Members))
	}
	if r.Rules.Unit == Percent {
		return fmt.Sprintf("%s: представлено %v %% голосов.", word, v.Present)
	}
	text := fmt.Sprintf("%s: представлено %v из %v%s", word, v.Present, v.Members, r.Rules.Unit.noun().after(v.Members))
	if share := v.Present.PercentOf(v.Members); share != "" {
		text += " (" + share + ")"
	}
	return text + "."
}

// attend is what those do who count: they are present, or take part.
func (r Result) attend() string {
	one := endsInOne(r.Vote.Present)
	switch {
	case r.Rules.Absentee && one:
		return "в голосовании участвует"
	case r.Rules.Absentee:
		return "в голосовании участвуют"
	case one:
		return "присутствует"
	}
	return "присутствуют"
}

// noun is what a unit is called; heads have a noun of the body's own.
func (u Unit) noun() Noun {
	switch u {
	case Votes:
		return Noun{"голоса", "голосов"}
	case Shares:
		return Noun{"доли", "долей"}
	case Stock:
		return Noun{"акции", "акций"}
	case Metres:
		return Noun{"кв. м", "кв. м"}
	case Percent:
		return Noun{"%", "%"}
	}
	return Noun{}
}

// VoteSentence gives the figures: «Голосовали: «за» – 12, «против» – 0,
// «воздержались» – 1.» Zero is how no votes are written, "0" or "нет". Those
// who did not vote are named only when there are some. Votes that are not
// heads bear their unit and their share of the votes the majority is a share
// of.
func (r Result) VoteSentence(zero string) string {
	t := r.Vote.Tally
	text := fmt.Sprintf("Голосовали: «за» – %s, «против» – %s, «воздержались» – %s",
		r.figure(t.For, zero), r.figure(t.Against, zero), r.figure(t.Abstained, zero))
	if !t.NotVoting.IsZero() {
		text += ", «не голосовали» – " + r.figure(t.NotVoting, zero)
	}
	return text + "."
}

// Unanimously is the vote without figures.
const Unanimously = "Голосовали: единогласно."

func (r Result) figure(a Amount, zero string) string {
	if a.IsZero() {
		return zero
	}
	text := a.String()
	switch r.Rules.Unit {
	case Votes, Shares, Stock, Metres:
		if r.Rules.Unit == Metres {
			text += " кв. м"
		}
		if share := a.PercentOf(r.MajorityOf); share != "" {
			text += " (" + share + ")"
		}
	case Percent:
		text += " %"
	}
	return text
}

// Verdict is the outcome in a line of its own: «РЕШЕНИЕ ПРИНЯТО ЕДИНОГЛАСНО»,
// «РЕШЕНИЕ НЕ ПРИНЯТО». An undecided vote has none.
func (r Result) Verdict() string {
	switch {
	case r.Unanimous:
		return "РЕШЕНИЕ ПРИНЯТО ЕДИНОГЛАСНО"
	case r.Outcome == Passed:
		return "РЕШЕНИЕ ПРИНЯТО"
	case r.Outcome == Failed || r.Outcome == NoQuorum:
		return "РЕШЕНИЕ НЕ ПРИНЯТО"
	}
	return ""
}
