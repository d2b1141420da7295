package voting

import "fmt"

// Explain describes how the quorum and the outcome were computed, in one line
// each:
//
//	кворум: присутствуют 12 из 15, нужно больше 1/2 от членов, то есть не менее 8 — есть
//	голоса: за 11 + против 0 + воздержались 1 = 12, голосующих 12 — сходится
//	решение: за 11, нужно больше 1/2 от присутствующих (12), то есть не менее 7 — принято
func (r Result) Explain() []string {
	return append([]string{r.explainQuorum(), r.explainSum()}, r.explainOutcome()...)
}

func (r Result) explainQuorum() string {
	v := r.Vote
	text := fmt.Sprintf("кворум: %s %v из %v, ", r.attend(), v.Present, v.Members)
	if r.Rules.Quorum.IsZero() {
		return text + "правилами не требуется"
	}
	state := "есть"
	if !r.QuorumNeed.Met(v.Present) {
		state = "нет"
	}
	return text + r.Rules.Quorum.explainNeed(r.QuorumNeed, "") + " — " + state
}

// attend is what those do who count: they are present, or take part.
func (r Result) attend() string {
	one := r.Vote.Present.Singular()
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

func (r Result) explainSum() string {
	state := "сходится"
	if r.Vote.Tally.Check(r.Vote.Eligible()) != nil {
		state = "не сходится"
	}
	return fmt.Sprintf("голоса: %s, голосующих %v — %s", r.Vote.Tally.Sum(), r.Vote.Eligible(), state)
}

func (r Result) explainOutcome() []string {
	switch {
	case r.Outcome == NoQuorum:
		return []string{"решение: без кворума не принимается"}
	case r.Rules.Majority.IsZero():
		return []string{"решение: правило большинства не указано, итог не вычисляется"}
	}
	text := fmt.Sprintf("решение: за %v, %s", r.Vote.Tally.For,
		r.Rules.Majority.explainNeed(r.MajorityNeed, fmt.Sprintf(" (%v)", r.MajorityOf)))
	if r.Tied {
		tie := fmt.Sprintf("равенство: за %v и против %v, решает голос председателя — ",
			r.Vote.Tally.For, r.Vote.Tally.Against)
		return []string{text + " — не хватает", tie + r.Vote.Chair.Choice.String(), "решение: " + r.outcomeText()}
	}
	return []string{text + " — " + r.outcomeText()}
}

// explainNeed returns a text such as «нужно больше 1/2 от членов, то есть не
// менее 8». The second half is omitted for an absolute number of votes.
func (r rule) explainNeed(n Need, of string) string {
	if r.den == 0 {
		return "нужно " + n.String()
	}
	return fmt.Sprintf("нужно %s%s, то есть %v", r.Words(), of, n)
}

func (r Result) outcomeText() string {
	switch {
	case r.Unanimous:
		return "принято единогласно"
	case r.Outcome == Passed:
		return "принято"
	case r.Outcome == Failed:
		return "не принято"
	}
	return "неизвестно"
}

// String returns the choice as in a list of votes by name.
func (c Choice) String() string {
	switch c {
	case For:
		return "за"
	case Against:
		return "против"
	case Abstained:
		return "воздержался"
	case NotVoting:
		return "не голосовал"
	}
	return "неизвестно, какой"
}
