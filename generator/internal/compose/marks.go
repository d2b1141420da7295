package compose

import (
	"slices"
	"strings"

	"protokol/generator/internal/meeting"
	"protokol/generator/internal/russian"
	"protokol/generator/internal/trace"
)

// Approval is the mark of approval.
type Approval struct {
	By       string       `about:"акт, которым утверждено: «решением Совета от …»"`
	Position string       `about:"должность и организация утверждающего"`
	Name     string       `about:"кто утверждает: «И.И. Первый»"`
	Date     ApprovalDate `about:"дата; пусто — место для неё"`
	Earlier  bool         `about:"гриф набран по правилам до 15"`
}

// ApprovalDate is a date, or "" for a line to write it on.
type ApprovalDate string

// Executor is the person who prepared the paper.
type Executor struct {
	Name  string `about:"имя"`
	Phone string `about:"телефон"`
	Email string `about:"электронная почта"`
}

// Leader is a line of the head: the chair or the secretary.
type Leader struct {
	As   string     `about:"chair, cochair или secretary"`
	Role string     `about:"«Председательствующий», «Сопредседатель», «Секретарь»"`
	Name LeaderName `about:"кто"`
	Line string     `about:"вся строка, если её образец есть в файле"`

	Colon bool `about:"слово кончается двоеточием: тире за ним нет"`
}

// LeaderName is a leader by surname and initials.
type LeaderName struct {
	Short string `about:"«Образцов П.И.»"`
	Role  string `about:"роль председательствующего в органе"`
	Post  string `about:"должность, если её больше нигде не видно"`
}

// Signature is a signature line. Field is the name of the signature field,
// after the role of the signer.
type Signature struct {
	Position string `about:"должность или роль подписывающего"`
	Name     string `about:"кто подписывает: «И.И. Первый»"`
	Field    string `about:"имя поля электронной подписи"`
}

func (b *builder) approval(key string, a *meeting.Approval) *Approval {
	o, earlier := b.origins, b.precedes(markRules)
	switch {
	case a == nil:
		return nil
	case a.By != "":
		return &Approval{By: o.Value(key+".by", a.By), Earlier: earlier}
	}
	by := subject{Person: meeting.Person{Position: a.Position, Organization: a.Organization}, key: key}
	name := b.signs(key+".name", a.Name)
	if !earlier {
		name = undivided(name)
	}
	return &Approval{
		Position: join(" ", b.positionText(key+".position", a.Position), b.organizationBehind(by)),
		Name:     name, Date: ApprovalDate(b.date(key+".date", a.Date)), Earlier: earlier,
	}
}

// undivided returns a name whose double surname stays on one line.
func undivided(name string) string { return strings.ReplaceAll(name, "-", "\u2011") }

func (b *builder) executor() *Executor {
	e := b.meeting.Executor
	if e == nil {
		return nil
	}
	phone, email := b.origins.Value("executor.phone", e.Phone), b.origins.Value("executor.email", e.Email)
	return &Executor{b.fullNameOf("executor.name", e.Name), phone, email}
}

// leaders returns the chair, the co-chairs and the secretary.
func (b *builder) leaders() []Leader {
	m, words := b.meeting, b.words()
	var list []Leader
	add := func(as, word string, given *string, key, name string) {
		if name == "" {
			return
		}
		role := b.wordOr(word, given)
		if given == nil {
			role = b.said("leader-role", as)
		}
		list = append(list, b.leader(as, role, key, name))
	}
	add("chair", "chair", words.Chair, "chair", m.Chair)
	for i, name := range m.CoChairs {
		add("cochair", "co_chair", words.CoChair, element("co_chairs", i), name)
	}
	add("secretary", "secretary", words.Secretary, "secretary", m.Secretary)
	return list
}

// leader returns the line of the head about a person in an office. The line has the post unless a list of those
// present shows it.
func (b *builder) leader(as, role, key, name string) Leader {
	view := Leader{As: as, Role: role, Name: LeaderName{Short: b.short(key, name)}}
	if word, colon := strings.CutSuffix(trace.Strip(role), ":"); colon && !b.precedes(untoldRules) {
		view.Colon, role = true, word
	}
	s, ok := b.person(name)
	if !ok {
		return view
	}
	if pattern := b.header().Leader; pattern != "" {
		view.Line = b.line("header.leader", pattern, b.personField(s, view.Role, key))
		return view
	}
	s = b.withPost(s)
	if as == "chair" && (b.isEarlier() || !sameWords(role, s.Role) && !b.saysRole(role, s)) {
		view.Name.Role = b.origins.Value(s.key+".role", s.Role)
	}
	if !b.isListed(s) && !b.isEarlier() && !sameWords(s.Role, s.Position) && !sameWords(role, s.Position) {
		view.Name.Post = b.tracedPost(s)
	}
	return view
}

// saysRole reports whether the word for the chair says the role of a person, «Председатель ГЭК» that of «Председатель»,
// or the people are grouped by their roles below. «Председатель собрания» names another office than that in the body.
func (b *builder) saysRole(word string, s subject) bool {
	if b.precedes(headRules) || s.Role == "" {
		return false
	}
	word, role := strings.ToLower(trace.Strip(word))+" ", strings.ToLower(s.Role)+" "
	of, says := strings.CutPrefix(word, role)
	says = says && !slices.ContainsFunc(strings.Fields(of), russian.IsSittingGenitive)
	return says || b.meeting.Attendance.Group == "role" && b.isListed(s)
}

// isListed reports whether the list of those present shows the post of a person.
// The form council names the leaders in the head only if they do not sign.
func (b *builder) isListed(s subject) bool {
	return b.protocolForm != "council" && (b.meeting.Listing() != "number" || b.meeting.Attendance.Named) &&
		slices.ContainsFunc(b.meeting.PresentPeople(), func(p meeting.Person) bool { return p.Name == s.Name })
}

// unsigned reports whether the chair, a co-chair or the secretary does not sign:
// then the head names them in every form.
func (b *builder) unsigned() bool {
	m := b.meeting
	if m.Signers == nil || b.isEarlier() {
		return false
	}
	signs := func(name string) bool {
		p, ok := b.common.directory.Person(name)
		is := b.means(p)
		return !ok || slices.ContainsFunc(m.Signers, func(s meeting.Signer) bool { return is(s.Name) })
	}
	return !signs(m.Chair) || !signs(m.Secretary) ||
		slices.ContainsFunc(m.CoChairs, func(name string) bool { return !signs(name) })
}

// signatures returns the signatures in the file, or those of the chair, the co-chairs, the secretary and the
// counting commission. A person who is both chair and secretary signs once.
func (b *builder) signatures() []Signature {
	m := b.meeting
	var list []Signature
	sign := func(role, key, name, field string) {
		list = append(list, b.signature(role, key, name, field))
	}
	if m.Signers != nil { // an empty list is for papers that nobody signs
		for i, signer := range m.Signers {
			key := element("signers", i)
			sign(b.signerRole(key, signer), key+".name", signer.Name, b.signatureField(signer.Name))
		}
		return list
	}
	sign(b.role(m.Chair), "chair", m.Chair, "chair")
	for i, name := range m.CoChairs {
		sign(b.role(name), element("co_chairs", i), name, "cochair")
	}
	if m.Secretary != "" && (b.isEarlier() || !b.chairs(m.Secretary)) {
		sign(b.role(m.Secretary), "secretary", m.Secretary, "secretary")
	}
	if k := m.Counting; k != nil {
		if k.Chair != "" {
			sign(b.said("role", "counting_chair"), "counting.chair", k.Chair, "counting_chair")
		}
		for i, name := range k.Members {
			sign(b.said("role", "counting_member"), element("counting.members", i), name, "counting_member")
		}
	}
	return list
}

// signerRole returns the role of a signer of a key: that of the file, which may be
// empty, or the person's.
func (b *builder) signerRole(key string, s meeting.Signer) string {
	if s.Role != nil {
		return b.origins.Value(key+".role", *s.Role)
	}
	return b.role(s.Name)
}

// chairs reports whether a reference means the chair.
func (b *builder) chairs(name string) bool {
	p, ok := b.common.directory.Person(b.meeting.Chair)
	return ok && b.means(p)(name)
}

// keeper returns the signature of the secretary, or of the chair if there is no
// secretary.
func (b *builder) keeper() Signature {
	if b.meeting.Secretary == "" {
		if b.meeting.Chair == "" {
			return Signature{Field: "secretary"}
		}
		return b.signature(b.signingRole(b.meeting.Chair, b.chairRole), "chair", b.meeting.Chair, "chair")
	}
	role := b.signingRole(b.meeting.Secretary, b.secretaryRole)
	return b.signature(role, "secretary", b.meeting.Secretary, "secretary")
}

// signingRole returns the role in which a person in an office signs papers other than the protocol: the same as there,
// but that of the office for a member. Earlier rules had only the role of the office, which a deputy does not have.
func (b *builder) signingRole(name string, office func() string) string {
	if s, _ := b.person(name); b.precedes(signingRules) || meeting.IsMember(b.withPost(s).Role) {
		return office()
	}
	return b.role(name)
}

// chairRole and secretaryRole return the roles in the signatures: those of the file, the words of its head if they
// name an office in full, or the default ones.
func (b *builder) chairRole() string {
	return b.officeRole("chair", b.meeting.Council.ChairRole, b.words().Chair)
}

// presidingPost returns the position of the chair if it names the body, «Председатель
// Совета», and the file gives no role.
func (b *builder) presidingPost() string {
	s, ok := b.person(b.meeting.Chair)
	body := func() string { return trace.Strip(Facts{b}.BodyGenitive()) }
	if !ok || b.meeting.Council.ChairRole != "" || !russian.Presides(s.Position, body) {
		return ""
	}
	return upperFirst(b.tracedPost(s))
}

func (b *builder) secretaryRole() string {
	return b.officeRole("secretary", b.meeting.Council.SecretaryRole, b.words().Secretary)
}

func (b *builder) officeRole(office, given string, word *string) string {
	if given == "" && word != nil && !b.isEarlier() && meeting.NamesOffice(*word) {
		return b.origins.Value("words."+office, upperFirst(strings.TrimSpace(*word)))
	}
	return b.roleOr("council."+office+"_role", given, office)
}

// roleOr returns the role of a key, or the default one.
func (b *builder) roleOr(key, given, variant string) string {
	if given == "" {
		return b.said("role", variant, key)
	}
	return b.origins.Value(key, given)
}

// means returns a predicate that reports whether a reference means a person.
func (b *builder) means(p meeting.Person) func(ref string) bool {
	return func(ref string) bool {
		found, ok := b.common.directory.Person(ref)
		return ok && found.Name == p.Name
	}
}

// signatureField returns the name of a person's signature field.
func (b *builder) signatureField(name string) string {
	m := b.meeting
	p, _ := b.common.directory.Person(name)
	is := b.means(p)
	switch {
	case is(m.Chair):
		return "chair"
	case slices.ContainsFunc(m.CoChairs, is):
		return "cochair"
	case is(m.Secretary):
		return "secretary"
	}
	return "signer"
}

// role returns the role of a person in a signature: that of the chair and the
// secretary in the file, their own role, that in the meeting, or their position. A
// deputy who chairs signs as a deputy, a member who keeps the minutes as the secretary.
func (b *builder) role(name string) string {
	m := b.meeting
	s, _ := b.person(name)
	s = b.withPost(s)
	is := b.means(s.Person)
	switch {
	case !b.precedes(signingRules) && is(m.Secretary) && !is(m.Chair) && meeting.IsMember(s.Role):
		return b.secretaryRole()
	case !b.isEarlier() && is(m.Chair) && m.Council.ChairRole != "" && !meeting.IsDeputy(s.Role):
		return b.chairRole()
	case !b.isEarlier() && is(m.Secretary) && m.Council.SecretaryRole != "" && !meeting.IsDeputy(s.Role):
		return b.secretaryRole()
	case s.Role != "":
		return b.origins.Value(s.key+".role", upperFirst(s.Role))
	case is(m.Chair):
		return b.chairRole()
	case is(m.Secretary):
		return b.secretaryRole()
	case slices.ContainsFunc(m.CoChairs, is):
		return b.said("role", "cochair", "co_chairs")
	}
	return upperFirst(join(" ", b.positionOf(s), b.organizationBehind(s)))
}
