package compose

import (
	"cmp"
	"slices"

	"protokol/generator/internal/meeting"
	"protokol/generator/internal/russian"
	"protokol/generator/internal/voting"
)

// Quorum is the quorum of a meeting.
type Quorum struct {
	Given      string `about:"слова о кворуме из файла; с ними остальное пусто"`
	Met        bool   `about:"кворум есть"`
	Absentee   bool   `about:"голосовали бюллетенями: не присутствуют, а участвуют"`
	Present    string `about:"сколько голосов представлено"`
	PresentOne bool   `about:"это число требует единственного числа: 1, 21, 101"`
	Members    string `about:"сколько голосов всего"`
	MembersOne bool   `about:"и это число требует единственного числа"`
	Unit       string `about:"в чём считают: heads (люди), votes, shares, stock, metres, percent"`
	Share      string `about:"доля представленных голосов: «61,73 %»; у людей — если её просит файл"`
	MemberOne  string `about:"как называется член органа в родительном падеже: «члена Совета»"`
	MemberMany string `about:"то же во множественном числе: «членов Совета»"`
	Written    string `about:"сколько с теми, кто представил письменное мнение; пусто, если таких нет"`

	from string
}

// units are the names of voting units in templates.
var units = map[voting.Unit]string{
	voting.Heads: "heads", voting.Votes: "votes", voting.Shares: "shares",
	voting.Stock: "stock", voting.Metres: "metres", voting.Percent: "percent",
}

// quorum returns the quorum as given or counted, or nil.
func (b *builder) quorum() *Quorum {
	if b.meeting.Quorum != "" {
		return &Quorum{Given: b.origins.Value("quorum", b.meeting.Quorum)}
	}
	opening, known := b.assembly().Opening()
	if !known || opening.Rules.Quorum.IsZero() {
		return nil
	}
	q := b.newQuorum(opening)
	member, key := cmp.Or(b.meeting.Council.Member, b.word("default-member", "")), "council.member"
	q.MemberOne = b.traced(func() string { return b.body(member, key, meeting.Forms{}, russian.Genitive) }, key)
	q.MemberMany = b.origins.Computed(b.members(member, key), key)
	return q
}

func (b *builder) newQuorum(r voting.Result) *Quorum {
	v, present, members := r.Vote, b.voterKeys(), b.memberKeys()
	both := slices.Compact(slices.Concat(present, members))
	q := &Quorum{
		Met:        r.QuorumNeed.Met(v.Present),
		Absentee:   r.Rules.Absentee,
		Present:    b.origins.Computed(b.decimals(v.Present, r.Rules.Unit), present...),
		PresentOne: v.Present.Singular(),
		Members:    b.origins.Computed(b.decimals(v.Members, r.Rules.Unit), members...),
		MembersOne: v.Members.Singular(),
		Unit:       units[r.Rules.Unit],
		from:       b.from(append([]string{"council.rules.quorum"}, both...)...),
	}
	if written := b.assembly().Written(); r.Rules.Unit == voting.Heads && !written.IsZero() {
		there := v.Present.Sub(written)
		q.Written, q.Present, q.PresentOne = q.Present, b.origins.Computed(there.String(), present...), there.Singular()
	}
	if r.Rules.Unit != voting.Percent && (r.Rules.Unit != voting.Heads || b.meeting.Council.Rules.QuorumPercent) {
		q.Share = b.origins.Computed(b.percent(v.Present, v.Members), both...)
	}
	return q
}

// members returns what several members of the body are called: «членов Совета».
func (b *builder) members(member, key string) string {
	if b.precedes(phraseRules) {
		return russian.FirstInGenitivePlural(member)
	}
	form := russian.GenitivePlural(member)
	if form.Doubt != "" {
		b.warn(key, messagef("проверьте родительный падеж: напечатано «%s» (%s)", form.Text, form.Doubt),
			messagef("если он неверен, напишите о кворуме словами: quorum = \"…\""))
	}
	return form.Text
}

// voterKeys returns the keys that the number of votes present depends on.
func (b *builder) voterKeys() []string {
	m := b.meeting
	var keys []string
	add := func(is bool, key string) {
		if is {
			keys = append(keys, key)
		}
	}
	add(!m.Attendance.Votes.IsZero(), "attendance.votes")
	add(m.Attendance.Present != nil, "attendance.present")
	add(m.Present != nil, "present")
	add(len(m.Absent) > 0, "absent")
	add(len(m.Invited) > 0, "invited")
	add(len(m.Arrived) > 0, "arrived")
	add(len(m.Left) > 0, "left")
	add(len(m.Remote) > 0, "remote")
	add(m.Council.Rules.Remote != nil, "council.rules.remote")
	add(len(m.Council.Rules.NoVote) > 0, "council.rules.no_vote")
	return append(keys, "people")
}

// memberKeys returns the keys that the total number of votes depends on.
func (b *builder) memberKeys() []string {
	m := b.meeting
	switch {
	case !m.Council.Rules.Total.IsZero():
		return []string{"council.rules.total"}
	case m.Attendance.Members > 0:
		return []string{"attendance.members"}
	case len(m.Council.Rules.NoVote) > 0:
		return []string{"council.rules.no_vote", "people"}
	}
	return []string{"people"}
}
