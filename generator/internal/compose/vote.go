package compose

import (
	"strconv"

	"protokol/generator/internal/meeting"
	"protokol/generator/internal/russian"
	"protokol/generator/internal/trace"
	"protokol/generator/internal/voting"
)

// Voted is a vote with its result.
type Voted struct {
	Papers  *Papers    `about:"сколько бюллетеней"`
	Lines   []VoteLine `about:"числа, кто как голосовал, что решило при равенстве"`
	Roll    *Roll      `about:"поимённое голосование таблицей"`
	Verdict Verdict    `about:"итог: passed, unanimous, failed или пусто"`
	Text    string     `about:"что из него следует, с точкой в конце"`
}

// Papers is the number of ballot papers. Numbers that are not known are empty.
type Papers struct {
	Issued   string `about:"сколько роздано"`
	Unissued string `about:"сколько осталось нерозданными"`
	Returned string `about:"сколько в урне"`
}

// Verdict is the outcome of a vote: "passed", "unanimous", "failed" or "".
type Verdict string

// VoteLine is a line about a vote: words, figures, names or a tie.
type VoteLine struct {
	Word    string   `about:"слово перед числами или словами из файла, без двоеточия: «ГОЛОСОВАЛИ»"`
	Secret  bool     `about:"голосовали тайно"`
	Words   string   `about:"слова вместо чисел, с точкой в конце: «большинством голосов.»"`
	Figures *Figures `about:"сколько голосов"`
	Names   []Ballot `about:"поимённо: кто как голосовал"`
	Tie     string   `about:"при равенстве голосов — голос председательствующего: for или against"`
	Stop    string   `about:"поимённо: точка в конце, если её ещё нет"`
	Verdict Verdict  `about:"итог голосования по одному пункту, в той же строке"`
	OnAll   bool     `about:"поимённо: против всех кандидатов сразу"`

	from string
}

// Figures are the numbers of votes of each kind.
type Figures struct {
	All       []ChoiceFigure `about:"то, что названо в файле, по порядку"`
	For       Figure         `about:"за"`
	Against   Figure         `about:"против"`
	Abstained Figure         `about:"воздержались"`
	NotVoting *Figure        `about:"не голосовали, если такие были"`
}

// ChoiceFigure is the number of votes for a choice.
type ChoiceFigure struct {
	Choice string `about:"как: for, against, abstained, not_voting, invalid"`
	Figure Figure `about:"сколько"`
}

// Figure is a number of votes.
type Figure struct {
	Count string `about:"сколько"`
	None  bool   `about:"ни одного, и пишут «нет», а не 0"`
	Unit  string `about:"единица, которую пишут за числом: metres, percent или пусто"`
	Share string `about:"доля: «66,67 %»"`
	Noun  string `about:"слово за числом: person (человек), vote (голос) или пусто"`
	Form  string `about:"форма этого слова: one (1 голос), few (2 голоса), many (5 голосов)"`

	from string
}

// Ballot is the people who voted in one way.
type Ballot struct {
	Choice string `about:"как: for, against, abstained, not_voting"`
	Names  Names  `about:"кто"`
}

// Roll is a vote by name as a table.
type Roll struct {
	Rows []RollRow `about:"строки, в порядке people"`
}

// RollRow is the vote of a person.
type RollRow struct {
	Name     string `about:"фамилия, имя, отчество"`
	Choice   string `about:"как: for, against, abstained, not_voting"`
	Feminine bool   `about:"голосовала женщина"`
	Neuter   bool   `about:"голосовало общество или учреждение"`

	from string
}

// voted returns the vote of a key on an item, counted from 0.
func (b *builder) voted(item int, key string, v *meeting.Vote) *Voted {
	if v == nil {
		return nil
	}
	r := b.assembly().Rule(item, v)
	keys := b.rulingKeys(item, key)
	view := &Voted{Text: b.sentence(key+".text", v.Text), Papers: b.papers(key, v)}
	view.Verdict = Verdict(b.origins.Computed(string(b.printedVerdict(r.Result)), keys...))
	if line := b.count(key, r); line != nil && !b.tabled(item, v) {
		view.Lines = append(view.Lines, *line)
	}
	switch {
	case v.Named() && v.Roll:
		view.Roll = b.roll(key, v)
	case v.Named():
		view.Lines = append(view.Lines, b.byName(key, v))
	}
	if r.Tied {
		view.Lines = append(view.Lines, VoteLine{Tie: choiceNames[r.Result.Vote.Chair.Choice], from: b.from(keys...)})
	}
	return view
}

// votedInPlace returns the vote of a key on an item with the figures, though a table may show them.
func (b *builder) votedInPlace(item int, key string, v *meeting.Vote) *Voted {
	view := b.voted(item, key, v)
	if view == nil || !b.tabled(item, v) {
		return view
	}
	if line := b.count(key, b.assembly().Rule(item, v)); line != nil {
		view.Lines = append([]VoteLine{*line}, view.Lines...)
	}
	return view
}

// tabled reports whether the figures of a vote are only in the table of votes. The table does not show that a vote
// was secret.
func (b *builder) tabled(item int, v *meeting.Vote) bool {
	return b.meeting.Council.VotePrint == "table" && item != meeting.AgendaItem && !v.Secret
}

// papers returns the numbers of ballot papers, or nil.
func (b *builder) papers(key string, v *meeting.Vote) *Papers {
	if v.Issued == nil && v.Unissued == nil && v.Returned == nil {
		return nil
	}
	number := func(key string, n *int) string {
		if n == nil {
			return ""
		}
		return b.origins.Computed(strconv.Itoa(*n), key)
	}
	return &Papers{Issued: number(key+".issued", v.Issued), Unissued: number(key+".unissued", v.Unissued),
		Returned: number(key+".returned", v.Returned)}
}

// rulingKeys returns the keys that the result of the vote of a key on an item
// depends on.
func (b *builder) rulingKeys(item int, key string) []string {
	keys := append([]string{key, "council.rules", "chair"}, b.voterKeys()...)
	if b.meeting.Attendance.Members > 0 {
		keys = append(keys, "attendance.members")
	}
	if item != meeting.AgendaItem {
		at := element("agenda", item)
		keys = append(keys, at+".chair", at+".recused")
	}
	return keys
}

var choiceNames = map[voting.Choice]string{voting.For: "for", voting.Against: "against",
	voting.Abstained: "abstained", voting.NotVoting: "not_voting"}

// inOneLine returns a vote on a single point, with the verdict in the same
// line. «Голосовали: единогласно.» says it already.
func (b *builder) inOneLine(v *Voted) *Voted {
	if v == nil || len(v.Lines) == 0 || v.Verdict == "" {
		return v
	}
	line, said := &v.Lines[0], v.Verdict
	v.Verdict = ""
	if line.Words == "" || trace.Strip(string(said)) != "unanimous" || b.precedes(sentenceRules) {
		line.Verdict = said
	}
	return v
}

// printedVerdict returns the verdict of a vote; a body may leave out that a decision
// was adopted.
func (b *builder) printedVerdict(r voting.Result) Verdict {
	v, wanted := verdict(r), b.meeting.Council.VoteVerdict
	if wanted != nil && !*wanted && v != "failed" {
		return ""
	}
	return v
}

func verdict(r voting.Result) Verdict {
	switch {
	case r.Unanimous:
		return "unanimous"
	case r.Outcome == voting.Passed:
		return "passed"
	case r.Outcome == voting.Failed || r.Outcome == voting.NoQuorum:
		return "failed"
	}
	return ""
}

// ballots returns the people by vote.
func ballots(v *meeting.Vote) []Ballot {
	var list []Ballot
	for _, kind := range []Ballot{
		{"for", v.For.Names}, {"against", v.Against.Names}, {"abstained", v.Abstained.Names}, {"not_voting",
			v.NotVoting.Names},
	} {
		if len(kind.Names) > 0 {
			list = append(list, kind)
		}
	}
	return list
}

// byName returns a line with the people by vote.
func (b *builder) byName(key string, v *meeting.Vote) VoteLine {
	var line VoteLine
	for _, kind := range ballots(v) {
		at := key + "." + kind.Choice
		kind.Names = b.shorts(at, kind.Names)
		line.Names = append(line.Names, kind)
		line.Stop = b.origins.Computed(fullStop(kind.Names[len(kind.Names)-1]), at)
	}
	return line
}

// roll returns a table with the votes in the order of the people.
func (b *builder) roll(key string, v *meeting.Vote) *Roll {
	how := map[string]RollRow{}
	for _, kind := range ballots(v) {
		for i, name := range kind.Names {
			s, _ := b.person(name)
			how[s.Name] = b.rollRow(s, element(key+"."+kind.Choice, i), kind.Choice)
		}
	}
	roll := &Roll{}
	for _, p := range b.meeting.People {
		if row, ok := how[p.Name]; ok {
			roll.Rows = append(roll.Rows, row)
		}
	}
	return roll
}

// rollRow returns the vote of a person whose name has a key.
func (b *builder) rollRow(s subject, key, choice string) RollRow {
	gender := b.read(s).Gender
	return RollRow{Name: b.fullName(s, key), Choice: choice, from: b.from(key, s.key),
		Feminine: gender == russian.Feminine, Neuter: gender == russian.Neuter}
}
