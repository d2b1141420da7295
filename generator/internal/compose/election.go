package compose

import (
	"slices"
	"strconv"
	"strings"

	"protokol/generator/internal/meeting"
	"protokol/generator/internal/russian"
)

// Election is an election before the agenda or on an item.
type Election struct {
	Office     string      `about:"кого избирали, в творительном падеже: «председателем собрания»"`
	OfficeOf   string      `about:"он же в родительном: «председателя собрания»"`
	Candidates []Candidate `about:"предложенные кандидатуры"`
	Body       string      `about:"если избирали орган, он в винительном падеже: «счётную комиссию»"`
	Elected    Names       `about:"кто избран"`
	Posts      bool        `about:"за именами избранных стоят должности"`
	Feminine   bool        `about:"избрана одна женщина"`
	Stop       string      `about:"знак в конце предложения об избранных"`
	Vote       *Voted      `about:"голосование, если оно одно"`
	Opens      bool        `about:"первый абзац за списком: над ним место"`
	Apart      bool        `about:"числа голосования стоят отдельным абзацем"`
	Cumulative *Cumulative `about:"голосование кумулятивное"`
	Sole       bool        `about:"предложена одна кандидатура, и избирают одного"`
}

// Cumulative is what a cumulative vote is about.
type Cumulative struct {
	Seats string `about:"сколько мест"`
	Votes string `about:"сколько голосов у всех присутствующих; пусто, если неизвестно"`

	Secret bool `about:"голосовали тайно"`
}

// Candidate is a candidate of an election.
type Candidate struct {
	Number Number `about:"номер по порядку"`
	Name   string `about:"кто"`
	Vote   *Voted `about:"голосование"`
	Last   bool   `about:"последний в списке"`
	Stop   string `about:"знак за последним"`

	Withdrew bool `about:"взял самоотвод"`

	Secret bool `about:"голосовали тайно"`
	Told   bool `about:"о голосовании сказано больше, чем числа: тайное, поимённое, сколько бюллетеней"`
}

// elections returns the elections in the list of a key: before the agenda or on an item.
func (b *builder) elections(key string, item int, list []meeting.Election) (views []Election) {
	for i, e := range list {
		views = append(views, b.election(element(key, i), item, e))
	}
	return views
}

func (b *builder) election(key string, item int, e meeting.Election) Election {
	view := Election{Office: b.office(key, e, russian.Instrumental), Vote: b.electionVote(key+".vote", item, e.Vote)}
	if e.Cumulative != nil {
		b.withZeros(key+".vote", item, e.Vote, view.Vote)
		b.onAll(view.Vote)
	}
	if view.Vote != nil {
		view.Apart = view.Vote.Papers != nil ||
			slices.ContainsFunc(view.Vote.Lines, func(l VoteLine) bool { return l.Figures != nil })
	}
	for i, name := range e.Elected {
		person := b.elected(element(key+".elected", i), name)
		view.Elected, view.Posts = append(view.Elected, person), view.Posts || strings.Contains(person, ",")
	}
	if russian.NamesBody(e.Office) {
		view.Body = lowerFirst(b.inflected(b.body(e.Office, key+".office", meeting.Forms{}, russian.Accusative),
			key+".office", russian.Accusative))
	}
	if len(e.Elected) > 0 {
		view.Stop = b.origins.Computed(fullStop(view.Elected[len(view.Elected)-1]), key+".elected")
	}
	view.Cumulative = b.cumulative(key, item, e)
	view.Feminine = len(e.Elected) == 1 && b.isFeminine(key+".elected[0]", e.Elected[0])
	if len(e.Candidates) == 0 {
		return view
	}
	view.OfficeOf = b.office(key, e, russian.Genitive)
	view.Sole = len(e.Candidates) == 1 && russian.GenderOfNoun(e.Office) != russian.Plural && !b.precedes(soleRules)
	for i, c := range e.Candidates {
		at := element(key+".candidates", i)
		candidate := Candidate{Number: b.row(i + 1), Name: b.brief(at+".name", c.Name),
			Last: i == len(e.Candidates)-1, Stop: ".", Withdrew: c.Withdrew}
		candidate.Vote = b.candidateVote(at+".vote", item, c.Vote)
		if view.Cumulative != nil {
			b.withZeros(at+".vote", item, c.Vote, candidate.Vote)
		}
		candidate.Secret, candidate.Told = c.Vote != nil && c.Vote.Secret, b.tellsMore(candidate.Vote)
		if !c.Withdrew && !b.precedes(onceRules) && !b.isCounted(candidate.Vote) {
			candidate.Stop = b.origins.Computed(fullStop(candidate.Name), at+".name")
		}
		view.Candidates = append(view.Candidates, candidate)
	}
	return view
}

// cumulative returns what a cumulative vote is about, or nil.
func (b *builder) cumulative(key string, item int, e meeting.Election) *Cumulative {
	if e.Cumulative == nil {
		return nil
	}
	view := &Cumulative{Seats: b.origins.Computed(strconv.Itoa(e.Seats()), key+".cumulative"),
		Secret: e.Vote != nil && e.Vote.Secret}
	if votes, known := b.assembly().CumulativeVotes(item, e); known {
		view.Votes = b.origins.Computed(votes.String(), append(b.voterKeys(), key+".cumulative")...)
	}
	return view
}

// withZeros makes a vote part of a cumulative one: nobody may have voted against all, and percentages are not of those
// present.
func (b *builder) withZeros(key string, item int, v *meeting.Vote, voted *Voted) {
	if v == nil {
		return
	}
	isCounted := func(l VoteLine) bool { return l.Words != "" || l.Figures != nil }
	if v.Given() && !slices.ContainsFunc(voted.Lines, isCounted) {
		r := b.assembly().Rule(item, v)
		line := b.uncounted(r)
		line.Figures = b.figures(key, r)
		voted.Lines = append([]VoteLine{*line}, voted.Lines...)
	}
	for _, line := range voted.Lines {
		if line.Figures == nil {
			continue
		}
		for i := range line.Figures.All {
			line.Figures.All[i].Figure.Share = ""
		}
		line.Figures.For.Share, line.Figures.Against.Share, line.Figures.Abstained.Share = "", "", ""
	}
}

// onAll makes the names in a vote those of people who voted against all candidates or abstained on all.
func (b *builder) onAll(v *Voted) {
	if v == nil || b.precedes(againstAllRules) {
		return
	}
	for i := range v.Lines {
		v.Lines[i].OnAll = len(v.Lines[i].Names) > 0
	}
}

// office returns the office of an election in a case.
func (b *builder) office(key string, e meeting.Election, c russian.Case) string {
	office := subject{Person: meeting.Person{Position: e.Office}, key: key, postFrom: key + ".office"}
	return lowerFirst(b.traced(func() string { return b.position(office, c) }, key+".office"))
}

// isCounted reports whether the line of a candidate ends with a vote. Before sentenceRules, any vote was taken for one,
// its outcome alone, too.
func (b *builder) isCounted(v *Voted) bool {
	if v == nil || b.precedes(sentenceRules) {
		return v != nil
	}
	return slices.ContainsFunc(v.Lines, func(l VoteLine) bool { return l.Words != "" || l.Figures != nil })
}

// electionVote returns a vote of an election. The words around it say who was
// elected, so that it has no verdict. The table of votes has items and their points only.
func (b *builder) electionVote(key string, item int, v *meeting.Vote) *Voted {
	voted := b.votedInPlace(item, key, v)
	if voted != nil {
		voted.Verdict = ""
	}
	if voted != nil && b.precedes(candidateRules) {
		voted.Papers = nil
	}
	return voted
}

// candidateVote returns the vote on a candidate, which is part of a sentence: its words have no full stop, and names
// are not in a table.
func (b *builder) candidateVote(key string, item int, v *meeting.Vote) *Voted {
	if v == nil || b.precedes(candidateRules) {
		return b.electionVote(key, item, v)
	}
	listed := *v
	listed.Roll = false
	voted := b.electionVote(key, item, &listed)
	for i := range voted.Lines {
		if line := &voted.Lines[i]; line.Words != "" {
			line.Words = b.origins.Value(key+".words", strings.TrimSuffix(lowerFirst(v.Words), "."))
		}
	}
	return voted
}

// tellsMore reports whether there is more to say of the vote on a candidate than figures.
func (b *builder) tellsMore(v *Voted) bool {
	return v != nil && !b.precedes(candidateRules) &&
		(v.Papers != nil || slices.ContainsFunc(v.Lines, func(l VoteLine) bool { return l.Secret || len(l.Names) > 0 }))
}

// elected returns an elected person, with the position if no list of those
// present shows it.
func (b *builder) elected(key, name string) string {
	short := b.brief(key, name)
	if s, ok := b.person(name); ok && b.meeting.Listing() == "number" {
		return join(", ", short, b.tracedPost(b.withPost(s)))
	}
	return short
}

// brief returns a person by surname and initials, one of the people or not.
func (b *builder) brief(key, name string) string {
	if _, ok := b.person(name); ok {
		return b.short(key, name)
	}
	p := b.read(subject{Person: meeting.Person{Name: name}, key: key})
	return b.origins.Computed(p.Short(russian.Nominative, russian.After).Text, key)
}
