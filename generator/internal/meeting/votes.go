package meeting

import (
	"fmt"
	"strings"

	"protokol/generator/internal/voting"
)

// maxTally limits the number of votes times that of people.
const maxTally = 2_000_000

func (c *checker) assembly() *Assembly {
	if c.computed == nil {
		c.computed = c.meeting.Assembly()
	}
	return c.computed
}

// votes checks every vote.
func (c *checker) votes() {
	m := c.meeting
	if m.countVotes()*len(m.People) > maxTally {
		c.wrong("agenda", "голосований и людей так много, что голоса не сосчитать",
			"похоже, это не файл заседания: проверьте имя")
		return
	}
	c.opening()
	if m.AgendaVote != nil && len(m.Agenda) > 0 {
		c.vote("agenda_vote", AgendaItem, m.AgendaVote)
	}
	c.elections("elections", AgendaItem, m.Elections)
	for i, item := range m.Agenda {
		key := fmt.Sprintf("agenda[%d]", i)
		if item.Vote != nil {
			c.vote(key+".vote", i, item.Vote)
		}
		c.elections(key+".elections", i, item.Elections)
		c.pointVotes(key+".decisions", i, item.Decisions)
	}
}

// countVotes returns an upper bound of the number of votes.
func (m *Meeting) countVotes() int {
	count := 1
	for _, item := range m.Agenda {
		count += 1 + countPoints(item.Decisions)
		for _, e := range item.Elections {
			count += 1 + len(e.Candidates)
		}
	}
	return count
}

func countPoints(points []Decision) int {
	count := len(points)
	for _, p := range points {
		count += countPoints(p.Points)
	}
	return count
}

func (c *checker) pointVotes(key string, item int, points []Decision) {
	for i, p := range points {
		at := fmt.Sprintf("%s[%d]", key, i)
		if p.Vote != nil {
			c.vote(at+".vote", item, p.Vote)
		}
		c.pointVotes(at+".points", item, p.Points)
	}
}

// opening checks that no more votes are present than there are, and warns of a
// missing quorum.
func (c *checker) opening() {
	r, known := c.assembly().Opening()
	if !known {
		if !r.Rules.Quorum.IsZero() && c.meeting.Quorum == "" {
			c.warn("council.rules.quorum", "кворум не вычисляется: из файла не следует, сколько всего голосов и "+
				"сколько присутствует",
				"добавьте attendance.members (сколько членов) или council.rules.total и attendance.votes (сколько "+
					"голосов)")
		}
		return
	}
	if n := c.meeting.Attendance.Members; n > 0 && r.Vote.Present.Cmp(voting.Whole(n)) > 0 &&
		c.meeting.Attendance.Present == nil {
		return // membership has reported it
	}
	if err := voting.CheckPresence(r.Vote.Present, r.Vote.Members); err != nil {
		key := "attendance"
		if !c.meeting.Council.Rules.Total.IsZero() {
			key = "council.rules.total"
		}
		c.wrong(key, err.Error(), "проверьте members, present, votes и total")
		return
	}
	if r.Outcome == voting.NoQuorum {
		c.warn("council.rules.quorum", r.Explain()[0],
			"без кворума решения не принимаются; проверьте, кто присутствовал")
	}
}

// vote checks the numbers, the names and the outcome of a vote.
func (c *checker) vote(key string, item int, v *Vote) {
	if r, ok := c.tally(key, item, v); ok {
		c.outcome(key, r)
		c.recusal(item, v)
	}
}

// tally checks the numbers and the names of a vote. It reports whether they can
// be counted.
func (c *checker) tally(key string, item int, v *Vote) (r Ruling, ok bool) {
	named := c.ballots(key, item, v)
	papers := c.ballotPapers(key, v, 0)
	c.base(key+".base", v.Base)
	if v.Majority != "" {
		_, err := voting.ParseMajority(v.Majority)
		c.syntax(key+".majority", err)
	}
	if _, ok := outcomes[v.Outcome]; v.Outcome != "" && !ok {
		c.wrong(key+".outcome", fmt.Sprintf("неизвестный итог «%s»", v.Outcome), "есть принято и не принято")
	}
	if _, ok := choices[v.Chair]; v.Chair != "" && !ok {
		c.wrong(key+".chair", fmt.Sprintf("неизвестно, как голосовал председательствующий: «%s»", v.Chair),
			"есть for (за) и against (против)")
	}
	if v.Words == "" && !v.counted() && v.Outcome == "" {
		c.wrong(key, "не сказано, как голосовали",
			`добавьте for, against и abstained или напишите vote = "единогласно"`)
		return r, false
	}
	c.wordedVote(key+".words", v)
	if v.Roll && !v.Named() {
		c.warn(key+".roll", "таблицы поимённого голосования не будет: имён нет",
			`назовите, кто как голосовал: for = ["Первый И. И.", …]`)
	}
	if !named || !papers {
		return r, false
	}
	r = c.assembly().Rule(item, v)
	t := r.Result.Vote.Tally
	if v.Unanimous() && v.counted() && t.Total().Cmp(t.For) != 0 {
		c.wrong(key, fmt.Sprintf("единогласно, но против %v, воздержались %v, не голосовали %v", t.Against, t.Abstained,
			t.NotVoting),
			"уберите слово или исправьте числа")
		return r, false
	}
	if r.Summed {
		switch err := t.Check(r.Result.Vote.Eligible()); {
		case err == nil:
		case t.Rounded(r.Result.Vote.Eligible(), r.Rules.Unit):
			c.warn(key, err.Error()+" — похоже на округление",
				"проверьте числа; если так в бюллетенях, ничего не меняйте")
		case strings.Contains(key, "elections[") && t.Total().Cmp(r.Result.Vote.Eligible()) < 0:
			c.warn(key, err.Error(), "проверьте числа; если так записали, ничего не меняйте")
		case strings.Contains(key, ".candidates["):
			c.wrong(key, err.Error(), sumHint+"; при кумулятивном голосовании напишите рядом с candidates, сколько "+
				"мест: cumulative = 5")
			return r, false
		default:
			c.wrong(key, err.Error(), sumHint)
			return r, false
		}
	}
	return r, true
}

const sumHint = "кто без голоса — council.rules.no_vote; кто не голосует по вопросу — recused; " +
	"кто не голосовал — not_voting; гость — guest = true; чьи бюллетени недействительны — invalid"

// outcome compares an outcome stated in the file with the calculated one.
func (c *checker) outcome(key string, r Ruling) {
	if r.Tied && r.Outcome == voting.Undecided {
		c.wrong(key, "голоса разделились поровну, и решает голос председательствующего, "+
			"а как он голосовал — неизвестно",
			`добавьте chair = "for" (за) или chair = "against" (против)`)
		return
	}
	if r.Outcome == voting.NoQuorum {
		c.warn(key, "по этому вопросу кворума нет — "+strings.TrimPrefix(r.Explain()[0], "кворум: "),
			"напечатается «РЕШЕНИЕ НЕ ПРИНЯТО»")
	}
	given, ok := outcomes[r.Vote.Outcome]
	if !ok || r.ByHand || r.Outcome == voting.Undecided {
		return
	}
	if (given == voting.Passed) != r.Passed() {
		lines := r.Explain()
		c.wrong(key+".outcome", fmt.Sprintf("указано «%s», а по правилам иначе: %s", r.Vote.Outcome,
			lines[len(lines)-1]),
			"уберите outcome — программа сосчитает сама — или исправьте council.rules")
	}
}

// ballots checks the names in a vote: each once, and each of a person who may
// vote. It reports whether the votes can be counted.
func (c *checker) ballots(key string, item int, v *Vote) (ok bool) {
	if !v.Named() {
		return true
	}
	before := len(c.problems)
	voters := c.assembly().voters(item)
	seen := map[int]bool{}
	for _, k := range v.kinds() {
		if !k.ballots.Count.IsZero() && len(k.ballots.Names) == 0 {
			c.wrong(key+"."+k.key, "здесь число, а рядом имена", "голосование бывает или числами, или поимённым")
		}
		for i, name := range k.ballots.Names {
			at := fmt.Sprintf("%s.%s[%d]", key, k.key, i)
			c.known(at, name)
			p := c.directory.find(name)
			switch {
			case p < 0:
			case seen[p]:
				c.wrong(at, fmt.Sprintf("%s уже голосует выше", c.meeting.People[p].Name), "у каждого один голос")
			case !voters[p]:
				c.wrong(at, fmt.Sprintf("%s не голосует по этому вопросу", c.meeting.People[p].Name),
					"проверьте present, absent, arrived, left, recused, remote и council.rules.no_vote")
			}
			seen[p] = true
		}
	}
	return len(c.problems) == before
}
