package compose

import (
	"cmp"
	"strconv"
	"strings"
	"unicode/utf8"

	"protokol/generator/internal/meeting"
	"protokol/generator/internal/russian"
	"protokol/generator/internal/trace"
)

// Paper is the view of a resolution, of a protocol of a counting commission, and
// of every kind that an office adds.
type Paper struct {
	Kind         string        `about:"вид: имя раздела [papers.…]"`
	Head         []string      `about:"бланк: строки над названием"`
	Contacts     []Contact     `about:"строки бланка под ними: адрес, телефон, коды"`
	Marks        []string      `about:"отметки в правом верхнем углу: «Экз. № 1»"`
	Approval     *Approval     `about:"гриф утверждения"`
	Agreed       Stamps        `about:"грифы согласования"`
	Addressees   []Addressee   `about:"кому бумага"`
	From         []string      `about:"от кого, в родительном падеже: должность и имя, адрес"`
	Emblem       *Picture      `about:"герб или эмблема"`
	Title        string        `about:"название вида бумаги: «РЕШЕНИЕ»"`
	Subtitle     string        `about:"что стоит под названием"`
	Number       string        `about:"номер; линия, пока он неизвестен"`
	Date         string        `about:"дата: «20.11.2017»"`
	Dated        string        `about:"она же после «от»: для имени файла"`
	City         string        `about:"место"`
	Heading      string        `about:"заголовок к тексту: «О …»"`
	Lines        []PaperLine   `about:"строки «название: значение»"`
	LinesBelow   bool          `about:"эти строки стоят под составом комиссии"`
	Composed     []string      `about:"абзацы перед составом комиссии, если он назван в тексте: «комиссия в составе:»"`
	Commission   []Participant `about:"комиссия, сначала председатель"`
	Preamble     []string      `about:"все абзацы перед пунктами, без последнего, если его продолжает слово"`
	Opening      []string      `about:"те из них, что стоят под составом комиссии"`
	Finding      Resolving     `about:"последний абзац перед установленным и слово: «… УСТАНОВИЛА:»"`
	FindingApart string        `about:"это слово отдельной строкой, без двоеточия"`
	Findings     []string      `about:"абзацы установленного, без последнего, если его продолжает слово"`
	FoundTable   *Table        `about:"таблица среди установленного; той, что ниже, тогда нет"`
	FoundBelow   []string      `about:"абзацы установленного после таблицы"`
	Resolving    Resolving     `about:"последний абзац перед пунктами и слово: «… Совет решил:»"`
	KeywordApart string        `about:"слово отдельной строкой, без двоеточия"`
	Decisions    []Point       `about:"пункты"`
	Text         []string      `about:"абзацы после пунктов"`
	Table        *Table        `about:"таблица"`
	TextBelow    []string      `about:"абзацы после таблицы"`
	Ballots      *BallotPapers `about:"сколько бюллетеней"`
	Results      []Result      `about:"результаты голосования"`
	Kept         []KeptAnnex   `about:"приложения, если какие-то хранятся отдельно"`
	Signatures   []Signature   `about:"подписи"`
	Seal         bool          `about:"под подписями место для печати"`
	Copies       Copies        `about:"кому разослать"`
	Certified    *CopyMark     `about:"отметка о заверении копии: подписи тогда «п/п»"`
	Acquainted   *Acquainted   `about:"кого знакомят с бумагой под подпись"`
	Executor     *Executor     `about:"исполнитель"`
	Annexes      []Annex       `about:"приложения"`
	Facts        Facts         `about:"сведения о заседании и органе"`
}

// PaperLine is a line with a name and a value.
type PaperLine struct {
	Title string `about:"название"`
	Text  string `about:"значение"`
}

// Resolving is the last paragraph before the points, with its final word.
type Resolving struct {
	Text    string `about:"последний абзац; может быть пуст"`
	Keyword string `about:"слово без двоеточия; может быть пусто"`
}

// Acquainted is the people who sign that they have read a paper.
type Acquainted struct {
	Act      string   `about:"вид бумаги в творительном падеже: «приказом»; пусто у протокола"`
	Names    []string `about:"кто: фамилия, имя, отчество"`
	Feminine bool     `about:"это одна женщина"`
	So       bool     `about:"перед видом бумаги — «со»: «со стенограммой»"`
}

// BallotPapers is the number of ballot papers; unknown numbers are empty.
type BallotPapers struct {
	Printed  Number `about:"изготовлено"`
	Issued   Number `about:"роздано"`
	Left     Number `about:"осталось не розданных"`
	Returned Number `about:"оказалось в урне"`
	Invalid  Number `about:"недействительных"`
}

// Result is the result of a secret vote; choices that the ballot does not have
// are empty.
type Result struct {
	Number    Number `about:"номер по порядку; пусто у единственного"`
	Title     string `about:"о чём голосовали или за кого"`
	For       Number `about:"за"`
	Against   Number `about:"против"`
	Abstained Number `about:"воздержались"`
	Invalid   Number `about:"недействительных бюллетеней"`
	Outcome   string `about:"что решено, с точкой в конце"`
}

// newPaper makes the view of the paper of the file with the kind of the request.
func newPaper(b *builder) any {
	p, key, o := b.meeting.Papers[b.Kind], "papers."+b.Kind, b.origins
	b.protocolForm, b.enclosing, b.enclosed = "council", true, p.Annexes
	view := Paper{
		Kind: b.Kind, Head: b.paperHead(p), Contacts: b.paperContacts(), Emblem: b.emblem(),
		Title: o.Value(key+".title", p.Title), Subtitle: o.Value(key+".subtitle", p.Subtitle),
		Number: b.paperNumber(key, p), Date: b.issueDate(key, p, strings.Clone),
		Dated: b.issueDate(key, p, b.behindFrom),
		City:  o.Value(key+".city", p.City), Heading: o.Value(key+".heading", p.Heading),
		Preamble: b.values(key+".preamble", p.Preamble), Kept: b.kept(key+".annexes", p.Annexes),
		Decisions:  b.points(meeting.AgendaItem, key+".decisions", p.Decisions, ""),
		Table:      b.table(key+".table", p.Table),
		Commission: b.commission(key+".commission", p.Commission, b.countsVotes(p)),
		Ballots:    b.ballotPapers(key+".ballots", p.Ballots), Signatures: b.paperSignatures(key, p),
		Executor: b.paperExecutor(key+".executor", p.Executor), Facts: Facts{b},
		Marks: b.values(key+".marks", p.Marks), Approval: b.approval(key+".approval", p.Approval), Seal: p.Seal,
		Agreed:    b.stamps(key+".agreed", p.Agreed, p.AgreedFirst),
		Copies:    b.copies(key+".copies", p.Copies),
		Certified: b.certified(key+".certified", p.Certified),
	}
	if p.City == "" {
		view.City = o.Value("city", b.meeting.City)
	}
	view.Text, view.Findings = b.values(key+".text", p.Text), b.values(key+".findings", p.Findings)
	view.placeTable(p)
	b.openings(key, p, &view)
	for i, fact := range p.Facts {
		at := element(key+".facts", i)
		view.Lines = append(view.Lines, PaperLine{o.Value(at+".title", fact.Title), o.Value(at+".text", fact.Text)})
	}
	for i, r := range p.Results {
		view.Results = append(view.Results, b.result(element(key+".results", i), i, len(p.Results), r))
	}
	view.LinesBelow = b.linesBelow(&view)
	view.Acquainted = b.acquainted(key+".acquainted", p.Acquainted, key+".title", p.Title)
	b.sides(key, p, &view)
	of := AnnexedTo{Reference: Reference{Number: view.Number, Date: view.Dated}}
	if len(p.Annexes) > 0 {
		of.Act = b.act(key, p)
	}
	for i, annex := range p.Annexes {
		if !annex.Kept() {
			view.Annexes = append(view.Annexes, b.annexView(element(key+".annexes", i), i+1, annex, of))
		}
	}
	return view
}

// issueDate returns the date of a paper, or what is printed of the words that the file gives for it.
func (b *builder) issueDate(key string, p *meeting.Paper, printed func(string) string) string {
	switch text := b.meeting.DateText; {
	case p.DateText != nil:
		return b.cut(key+".date_text", *p.DateText, printed(*p.DateText))
	case p.Date.IsZero() && text != nil:
		return b.cut("date_text", *text, printed(*text))
	}
	return b.origins.Computed(date(b.meeting.PaperDate(p)), key+".date", "date")
}

// acquainted returns the people in the list of a key who sign that they have read a paper with the title of another
// key, or nil.
func (b *builder) acquainted(key string, list []string, titleKey, title string) *Acquainted {
	if len(list) == 0 {
		return nil
	}
	view := &Acquainted{Feminine: len(list) == 1 && b.isFeminine(element(key, 0), list[0])}
	if title != "" {
		view.Act = b.actIn(titleKey, title, russian.Instrumental)
		view.So = !b.precedes(markRules) && russian.TakesSo(trace.Strip(view.Act))
	}
	for i, name := range list {
		view.Names = append(view.Names, b.fullNameOf(element(key, i), name))
	}
	return view
}

// isFeminine reports whether a person, one of the people or not, is a woman.
func (b *builder) isFeminine(key, name string) bool {
	s, ok := b.person(name)
	if !ok {
		s = subject{Person: meeting.Person{Name: name}, key: key}
	}
	return b.read(s).Gender == russian.Feminine
}

// paperNumber returns the number of a paper. That of the file is its own only
// if the file is not about a meeting.
func (b *builder) paperNumber(key string, p *meeting.Paper) string {
	number, key := p.Number, key+".number"
	if number == nil && b.meeting.WithoutMeeting() {
		number, key = b.meeting.Number, "number"
	}
	switch {
	case number == nil:
		return ""
	case *number == "":
		return b.origins.Computed(blankNumber, key)
	}
	return b.origins.Value(key, *number)
}

// act returns the kind of a paper and its body for the mark of an annex:
// «решению Совета депутатов».
func (b *builder) act(key string, p *meeting.Paper) string {
	act := b.actIn(key+".title", p.Title, russian.Dative)
	if p.Commission != nil || b.meeting.Council.Name == "" {
		return act
	}
	return act + " " + Facts{b}.BodyGenitive()
}

// actIn returns the kind of a paper in a case: «решению».
func (b *builder) actIn(key, title string, c russian.Case) string {
	return b.inflected(b.body(strings.ToLower(unspread(title)), key, meeting.Forms{}, c), key, c)
}

// unspread returns a word without the spaces between its letters: «П Р И К А З».
func unspread(title string) string {
	letters := strings.Fields(title)
	for _, letter := range letters {
		if utf8.RuneCountInString(letter) != 1 {
			return title
		}
	}
	return strings.Join(letters, "")
}

func (b *builder) ballotPapers(key string, p *meeting.BallotPapers) *BallotPapers {
	if p == nil {
		return nil
	}
	return &BallotPapers{b.given(key+".printed", p.Printed), b.given(key+".issued", p.Issued),
		b.given(key+".left", p.Left), b.given(key+".returned", p.Returned), b.given(key+".invalid", p.Invalid)}
}

// given returns the number of a key, or "" if there is none.
func (b *builder) given(key string, n *int) Number {
	if n == nil {
		return ""
	}
	return Number(b.origins.Computed(strconv.Itoa(*n), key))
}

func (b *builder) result(key string, i, count int, r meeting.Result) Result {
	view := Result{Title: b.origins.Value(key+".title", r.Title), For: b.given(key+".for", r.For),
		Against: b.given(key+".against", r.Against), Abstained: b.given(key+".abstained", r.Abstained),
		Invalid: b.given(key+".invalid", r.Invalid), Outcome: b.sentence(key+".outcome", r.Outcome)}
	if count > 1 {
		view.Number = b.row(i + 1)
	}
	return view
}

// paperSignatures returns the signatures in the section of a paper, or those of
// its commission, or that of the chair.
func (b *builder) paperSignatures(key string, p *meeting.Paper) []Signature {
	switch {
	case p.Signers != nil:
		var list []Signature
		for i, s := range p.Signers {
			at := element(key+".signers", i)
			list = append(list, b.signature(b.signerRole(at, s), at+".name", s.Name, b.signatureField(s.Name)))
		}
		return list
	case p.Commission != nil:
		return b.commissionSignatures(key+".commission", p.Commission, b.countsVotes(p))
	}
	return []Signature{b.signature(b.role(b.meeting.Chair), "chair", b.meeting.Chair, "chair")}
}

// countsVotes reports whether the commission of a paper counts votes.
func (b *builder) countsVotes(p *meeting.Paper) bool {
	if b.Kind != "counting" && !b.precedes(phraseRules) && p.NamesOtherCommission() {
		return false
	}
	return b.Kind == "counting" || p.CountsVotes() || b.precedes(onceRules) && len(p.Results) > 0
}

// commissionSignatures returns the signatures of all members, the chair's first.
func (b *builder) commissionSignatures(key string, k *meeting.Commission, counting bool) []Signature {
	chair, member := "counting_chair", "counting_member"
	if !counting {
		chair, member = "commission_chair", "commission_member"
	}
	var list []Signature
	if k.Chair != "" {
		s, _ := b.person(k.Chair)
		list = append(list, Signature{b.commissionRole(s, chair, counting), b.signs(key+".chair", k.Chair), chair})
	}
	for i, name := range k.Members {
		s, _ := b.person(name)
		role := b.commissionRole(s, member, counting)
		list = append(list, Signature{role, b.signs(element(key+".members", i), name), member})
	}
	return list
}

// commissionRole returns the role with which a person signs in a commission: the role that the file gives
// («секретарь комиссии»), or those for a chair or member. Templates exported by earlier versions know those of a
// counting commission only.
func (b *builder) commissionRole(s subject, role string, counting bool) string {
	if b.hasOffice(s, strings.HasSuffix(role, "chair"), counting) {
		return upperFirst(b.origins.Value(s.key+".role", s.Role))
	}
	return cmp.Or(b.said("role", role), b.said("role", strings.Replace(role, "commission", "counting", 1)))
}

// hasOffice reports whether the role of a person says what they are in a commission,
// as whose chair or member the file names them.
func (b *builder) hasOffice(s subject, chair, counting bool) bool {
	return meeting.IsOfficeIn(s.Role, chair, counting) && !b.precedes(commissionRules)
}

// commission returns the members of a commission, its chair first.
func (b *builder) commission(key string, k *meeting.Commission, counting bool) []Participant {
	if k == nil {
		return nil
	}
	var list []Participant
	if s, ok := b.person(k.Chair); ok {
		view := b.titled(s, key+".chair")
		view.HeadsVote = !b.hasOffice(s, true, counting)
		list = append(list, view)
	}
	for _, a := range b.attendees(key+".members", k.Members) {
		list = append(list, b.titled(a.subject, a.reference))
	}
	return list
}

func (b *builder) paperExecutor(key string, e *meeting.Executor) *Executor {
	if e == nil {
		return nil
	}
	return &Executor{b.fullNameOf(key+".name", e.Name), b.origins.Value(key+".phone", e.Phone),
		b.origins.Value(key+".email", e.Email)}
}
