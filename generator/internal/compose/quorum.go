package compose

import (
	"cmp"
	"strings"

	"protokol/generator/internal/meeting"
	"protokol/generator/internal/russian"
	"protokol/generator/internal/voting"
)

// Quorum is whether enough votes were there.
type Quorum struct {
	Given      string `about:"слова о кворуме из файла; с ними остальное пусто"`
	Met        bool   `about:"кворум есть"`
	Absentee   bool   `about:"голосовали бюллетенями: не присутствуют, а участвуют"`
	Present    string `about:"сколько голосов представлено"`
	PresentOne bool   `about:"это число требует единственного числа: 1, 21, 101"`
	Members    string `about:"сколько голосов всего"`
	MembersOne bool   `about:"и это число требует единственного числа"`
	Unit       string `about:"в чём считают: heads (люди), votes, shares, stock, metres, percent"`
	Share      string `about:"доля представленных голосов: «61,73 %»; не для людей"`
	MemberOne  string `about:"как называется член органа в родительном падеже: «члена Совета»"`
	MemberMany string `about:"то же во множественном числе: «членов Совета»"`
}

// units are the names that templates have for what votes are counted in.
var units = map[voting.Unit]string{
	voting.Heads: "heads", voting.Votes: "votes", voting.Shares: "shares",
	voting.Stock: "stock", voting.Metres: "metres", voting.Percent: "percent",
}

// quorum is what is known of the quorum: as given, or counted.
func (b *builder) quorum() *Quorum {
	if b.meeting.Quorum != "" {
		return &Quorum{Given: b.meeting.Quorum}
	}
	opening, known := b.assembly().Opening()
	if !known || opening.Rules.Quorum.IsZero() {
		return nil
	}
	q := newQuorum(opening)
	member := cmp.Or(b.meeting.Council.Member, b.word("default-member", ""))
	q.MemberOne = b.body(member, "council.member", meeting.Forms{}, russian.Genitive)
	q.MemberMany = genitivePlural(member)
	return q
}

func newQuorum(r voting.Result) *Quorum {
	v := r.Vote
	q := &Quorum{
		Met:        r.QuorumNeed.Met(v.Present),
		Absentee:   r.Rules.Absentee,
		Present:    v.Present.String(),
		PresentOne: v.Present.Singular(),
		Members:    v.Members.String(),
		MembersOne: v.Members.Singular(),
		Unit:       units[r.Rules.Unit],
	}
	if r.Rules.Unit != voting.Heads && r.Rules.Unit != voting.Percent {
		q.Share = v.Present.PercentOf(v.Members)
	}
	return q
}

// genitivePlural is several members: «членов Совета». Such nouns are all of one
// paradigm: участник, депутат.
func genitivePlural(member string) string {
	word, rest, _ := strings.Cut(member, " ")
	return strings.TrimSpace(russian.GenitivePlural(word) + " " + rest)
}
