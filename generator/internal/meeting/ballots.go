package meeting

import (
	"fmt"

	"protokol/generator/internal/voting"
)

// ballotPapers checks the numbers of ballot papers of a vote: no more are
// returned than were issued, and those returned are as many as the votes in them.
// A paper of a cumulative vote has as many votes as there are seats, and the vote is on one of the candidates: seats is
// 0 in others. It reports whether they agree.
func (c *checker) ballotPapers(key string, v *Vote, seats int) bool {
	before := len(c.problems)
	for _, n := range []struct {
		key   string
		count *int
	}{{"issued", v.Issued}, {"unissued", v.Unissued}, {"returned", v.Returned}} {
		if n.count != nil && *n.count < 0 {
			c.wrong(key+"."+n.key, "бюллетеней не бывает меньше нуля", "")
		}
	}
	if v.Secret && v.Named() {
		c.wrong(key+".secret", "голосование тайное, а рядом имена голосовавших",
			"в тайном голосовании известны только числа: for = 16, against = 0, invalid = 1")
	}
	if v.Issued != nil && v.Returned != nil && *v.Returned > *v.Issued {
		c.wrong(key+".returned", fmt.Sprintf("в урне бюллетеней %d, а роздано %d", *v.Returned, *v.Issued),
			"проверьте issued и returned")
	}
	if v.Returned != nil && v.counted() && !v.Named() && c.assembly().rules.Unit == voting.Heads {
		t := c.assembly().tally(v, voting.Amount{})
		t.NotVoting = voting.Amount{}
		if seats > 0 {
			c.cumulativePapers(key, t.Total(), *v.Returned, seats)
		} else if err := t.Check(voting.Whole(*v.Returned)); err != nil {
			c.wrong(key+".returned", fmt.Sprintf("%s, а бюллетеней в урне %d", t.Sum(), *v.Returned),
				"недействительные бюллетени — invalid")
		}
	}
	return len(c.problems) == before
}

// cumulativePapers checks that there are no more votes than those of the ballot papers returned in a cumulative vote.
func (c *checker) cumulativePapers(key string, given voting.Amount, returned, seats int) {
	if all := voting.Whole(returned).Times(seats); given.Cmp(all) > 0 {
		c.wrong(key+".returned",
			fmt.Sprintf("голосов отдано %v, а в бюллетенях из урны (%d) их %v", given, returned, all),
			"голосов в бюллетене столько, сколько мест; проверьте числа, returned и cumulative")
	}
}
