package meeting

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"protokol/generator/internal/voting"
)

// Election is an election before the agenda, of the chair of the meeting, the
// secretary, a commission, or one that an item is about.
type Election struct {
	// Кого избирали, в именительном падеже: председатель собрания, члены счётной комиссии.
	Office string `toml:"office" jsonschema:"required"`
	// Предложенные кандидатуры, если их несколько: имена или разделы с голосованием.
	Candidates []Candidate `toml:"candidates"`
	// Кто избран: имена из people или фамилия, имя и отчество. У вопроса повестки можно не указывать, если это говорит
	// решение.
	Elected []string `toml:"elected"`
	// Голосование, если оно одно, а не по каждой кандидатуре.
	Vote *Vote `toml:"vote"`
	// Сколько мест при кумулятивном голосовании: голосов у каждого во столько раз больше. Голоса за кандидатов – в их
	// vote, против всех и воздержавшихся – в vote рядом.
	Cumulative *int `toml:"cumulative" jsonschema:"minimum=2"`
}

// Seats returns the number of seats of a cumulative vote, or 0.
func (e Election) Seats() int {
	if e.Cumulative == nil {
		return 0
	}
	return *e.Cumulative
}

// CumulativeVotes returns how many votes those present have in a cumulative vote on an item; false if that is not
// known.
func (a *Assembly) CumulativeVotes(item int, e Election) (voting.Amount, bool) {
	present, known := a.present(item)
	return present.Times(e.Seats()), known && e.Seats() > 0
}

// Candidate is a candidate of an election.
type Candidate struct {
	// Имя из people или фамилия, имя и отчество.
	Name string `toml:"name,short" jsonschema:"required"`
	// Голосование по этой кандидатуре.
	Vote *Vote `toml:"vote"`
	// true — взял самоотвод.
	Withdrew bool `toml:"withdrew"`
}

// elections checks the elections in the list of a key, before the agenda or on an item.
func (c *checker) elections(in string, item int, list []Election) {
	for i, e := range list {
		key := fmt.Sprintf("%s[%d]", in, i)
		c.text(key+".office", e.Office, "не сказано, кого избирали")
		if len(e.Elected) == 0 && (item == AgendaItem || !c.meeting.Agenda[item].Settled()) {
			c.wrong(key+".elected", "не сказано, кто избран", `добавьте строку вида: elected = ["Первый И. И."]`)
		}
		elected, candidates := map[string]bool{}, map[string]bool{}
		for j, name := range e.Elected {
			at := fmt.Sprintf("%s.elected[%d]", key, j)
			c.name(at, name)
			c.once(at, name, elected)
		}
		for j, candidate := range e.Candidates {
			at := fmt.Sprintf("%s.candidates[%d]", key, j)
			c.text(at+".name", candidate.Name, "не указано имя")
			c.once(at+".name", candidate.Name, candidates)
			c.candidate(at, candidate, e)
		}
		c.ballotsFor(key, item, e)
	}
}

// once warns of a person who is named twice in a list of an election.
func (c *checker) once(key, name string, seen map[string]bool) {
	full := c.fullName(name)
	if !blank(name) && seen[full] {
		c.warn(key, fmt.Sprintf("имя «%s» стоит дважды и напечатается дважды", name), "оставьте имя один раз")
	}
	seen[full] = true
}

// fullName returns the name of one of the people in full, another as it is.
func (c *checker) fullName(name string) string {
	if p, ok := c.directory.Person(name); ok {
		return p.Name
	}
	return name
}

// ballotsFor checks the votes of an election: their numbers, and that nobody who
// was not elected has more votes than somebody who was.
func (c *checker) ballotsFor(key string, item int, e Election) {
	c.cumulative(key+".cumulative", item, e)
	if e.Vote != nil && e.Cumulative == nil {
		r, ok := c.tallyFor(key+".vote", item, e.Vote, e)
		if ok && len(e.Elected) > 0 && !c.isForOne(item, e) && !r.ByHand && r.Outcome == voting.Failed {
			c.warn(key+".vote", "по правилам органа большинства нет, а сказано, что избрание состоялось",
				"проверьте числа или majority")
		}
	}
	elected := map[string]bool{}
	for _, name := range e.Elected {
		elected[c.nameKey(name)] = true
	}
	least, most := voting.Amount{}, voting.Amount{}
	var last, first string
	for j, candidate := range e.Candidates {
		if candidate.Vote == nil {
			continue
		}
		r, ok := c.tallyFor(fmt.Sprintf("%s.candidates[%d].vote", key, j), item, candidate.Vote, e)
		votes := r.Result.Vote.Tally.For
		switch isElected := elected[c.nameKey(candidate.Name)]; {
		case !ok:
		case isElected && (last == "" || votes.Cmp(least) < 0):
			least, last = votes, candidate.Name
		case !isElected && (first == "" || votes.Cmp(most) > 0):
			most, first = votes, candidate.Name
		}
	}
	if first != "" && last != "" && most.Cmp(least) > 0 {
		c.warn(key+".elected", fmt.Sprintf("у кандидата «%s» голосов больше, чем у избранного «%s»", first, last),
			"проверьте числа и elected")
	}
}

// tallyFor is tally for a candidate, or for the vote beside all of them. In a cumulative vote, only the sum over all
// candidates has a limit, and where everybody votes for one of them it is the number of those present.
func (c *checker) tallyFor(key string, item int, v *Vote, e Election) (r Ruling, ok bool) {
	if e.Cumulative == nil && c.isForOne(item, e) {
		return c.assembly().Rule(item, v), c.ballots(key, item, v) && c.ballotPapers(key, v, 0)
	}
	if e.Cumulative == nil {
		return c.tally(key, item, v)
	}
	c.cumulativeKeys(key, v)
	return c.assembly().Rule(item, v),
		e.Seats() > 1 && c.ballots(key, item, v) && c.ballotPapers(key, v, e.Seats())
}

// cumulative checks that a cumulative vote has no more votes than those present have, and no more winners than seats.
func (c *checker) cumulative(key string, item int, e Election) {
	switch seats := e.Seats(); {
	case e.Cumulative == nil:
		return
	case seats < 2:
		c.wrong(key, "кумулятивное голосование бывает, когда мест два или больше",
			"напишите, сколько человек избирают: cumulative = 5; если одного, уберите cumulative")
		return
	case len(e.Elected) > seats:
		c.wrong(key, fmt.Sprintf("мест %d, а избрано %d", seats, len(e.Elected)),
			"проверьте elected и cumulative")
	}
	var given voting.Amount
	votes := []*Vote{e.Vote}
	for _, candidate := range e.Candidates {
		votes = append(votes, candidate.Vote)
	}
	for _, v := range votes {
		if v != nil {
			t := c.assembly().tally(v, voting.Amount{})
			given = given.Add(t.For).Add(t.Against).Add(t.Abstained).Add(t.Invalid)
		}
	}
	vote := strings.TrimSuffix(key, ".cumulative") + ".vote"
	if e.Vote != nil {
		c.cumulativeKeys(vote, e.Vote)
	}
	if v := e.Vote; v != nil && c.ballots(vote, item, v) && c.ballotPapers(vote, v, e.Seats()) && v.Returned != nil &&
		c.assembly().rules.Unit == voting.Heads {
		c.cumulativePapers(vote, given, *v.Returned, e.Seats())
	}
	if all, known := c.assembly().CumulativeVotes(item, e); known && given.Cmp(all) > 0 {
		c.wrong(key, fmt.Sprintf("за кандидатов отдано %v, а кумулятивных голосов %v", given, all),
			"кумулятивных голосов столько, сколько присутствовало, умноженное на число мест; проверьте числа")
	}
}

// isForOne reports whether everybody has voted for one of several candidates, of whom one is elected, against all or
// not at all: those for a candidate are all that is said, and together they are those present.
func (c *checker) isForOne(item int, e Election) bool {
	if len(e.Elected) > 1 {
		return false
	}
	var given voting.Amount
	var eligible *voting.Amount
	count := 0
	for _, candidate := range e.Candidates {
		v := candidate.Vote
		if v == nil {
			continue
		}
		r := c.assembly().Rule(item, v).Result.Vote
		onlyFor := r.Tally.Total().Cmp(r.Tally.For) == 0 && v.For.Given() && !v.Against.Given() && !v.Abstained.Given()
		if !onlyFor || v.Words+v.Majority+v.Base+v.Chair+v.Outcome != "" {
			return false
		}
		of := r.Eligible()
		given, eligible, count = given.Add(r.Tally.For), &of, count+1
	}
	if e.Vote != nil && e.Vote.counted() {
		given = given.Add(c.assembly().Rule(item, e.Vote).Result.Vote.Tally.Total())
	}
	return count > 1 && given.Cmp(*eligible) == 0
}

// cumulativeKeys warns of keys that mean nothing in a cumulative vote: those with most votes are elected (208-ФЗ,
// ст. 66 п. 4).
func (c *checker) cumulativeKeys(key string, v *Vote) {
	c.wordedVote(key+".words", v)
	for _, k := range []struct{ key, value string }{{"majority", v.Majority}, {"base", v.Base}, {"chair", v.Chair},
		{"outcome", v.Outcome}} {
		if k.value != "" {
			c.warn(key+"."+k.key, "при кумулятивном голосовании этот ключ ничего не меняет: избраны те, у кого "+
				"голосов больше", "уберите его")
		}
	}
}

// votesInName matches what stands behind the name of a candidate and says how many voted: «Ткач И. И. – за 35».
var votesInName = regexp.MustCompile(`^(.*?\pL\.?)[\s,:;(–—-]+(?:«?(?:за|против|воздерж\pL*|голос\pL*)[»\s:–—-]*\d|` +
	`\d+\s*(?:«?за|«?против|голос))|^(.*?\pL\.?)[\s,:;(–—-]+(?:взяла?\s+)?самоотвод`)

// candidate checks that the name of a candidate and the words of the vote say nothing that has a key of its own, and
// that nobody votes on or elects a candidate who has withdrawn.
func (c *checker) candidate(key string, candidate Candidate, e Election) {
	if found := votesInName.FindStringSubmatch(candidate.Name); found != nil {
		name := strings.TrimSpace(found[1] + found[2])
		say := fmt.Sprintf(`{ name = "%s", vote = { for = 3, against = 0, abstained = 1 } }`, name)
		if found[2] != "" {
			say = fmt.Sprintf(`{ name = "%s", withdrew = true }`, name)
		}
		c.warn(key+".name", fmt.Sprintf("кроме имени кандидата здесь сказано и другое: «%s»", candidate.Name),
			"пишется так: "+say)
	} else {
		c.name(key+".name", candidate.Name)
	}
	if v := candidate.Vote; v != nil && strings.Contains(strings.ToLower(v.Words), "самоотвод") {
		c.warn(key+".vote.words", "самоотвод — не голосование",
			fmt.Sprintf(`пишется так: { name = "%s", withdrew = true }`, candidate.Name))
	}
	if !candidate.Withdrew {
		return
	}
	if candidate.Vote != nil {
		c.wrong(key+".vote", "кандидат взял самоотвод, а за него голосовали", "уберите vote или withdrew")
	}
	isIt := func(name string) bool { return c.nameKey(name) == c.nameKey(candidate.Name) }
	if slices.ContainsFunc(e.Elected, isIt) {
		c.wrong(key+".withdrew", "кандидат взял самоотвод, а сказано, что он избран", "проверьте elected и withdrew")
	}
}

// nameKey identifies a person by a name, in people or not.
func (c *checker) nameKey(name string) string {
	read := Person{Name: c.fullName(name)}.Read()
	return read.ShortKey()
}
