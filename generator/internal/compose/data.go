package compose

import (
	"cmp"
	"strings"

	"protokol/generator/diag"
	"protokol/generator/internal/meeting"
	"protokol/generator/internal/russian"
	"protokol/generator/internal/trace"
	"protokol/generator/internal/typography"
	"protokol/generator/internal/voting"
)

// Data gives the facts of a meeting one at a time, in any case, to papers that
// do not use templates of this package. Only forms that were asked for are
// reported as doubtful. It is for one paper and one goroutine.
type Data struct {
	Facts

	recipients []recipient // of the letter, once they are known
	signer     *Signature  // likewise
}

// Data returns the data for a paper. The error is a MeetingError if the meeting
// lacks data for the request.
func (t *Templates) Data(r Request, m *meeting.Meeting) (*Data, error) {
	kind, err := FindKindOf(m, r.Kind)
	if err != nil {
		return nil, err
	}
	if reason := kind.Lacks(m, r); reason != "" {
		return nil, MeetingError{diag.List{{Message: messagef("нечего печатать (%s): %s", kind.Title, reason)}}}
	}
	b := t.newBuilder(r, m)
	b.origins = r.recorder()
	return &Data{Facts: Facts{b}}, nil
}

// Meeting returns the meeting.
func (d *Data) Meeting() *meeting.Meeting { return d.b.meeting }

// Request returns the request.
func (d *Data) Request() Request { return d.b.Request }

// Err returns an error of a template that was used for a fact.
func (d *Data) Err() error { return d.b.err }

// Problems returns the problems of the facts so far, without places.
func (d *Data) Problems() diag.List { return d.b.problems }

// Declined returns the forms of words so far.
func (d *Data) Declined() []Declined { return d.b.declined }

// Section returns the section of the file that a letter has, or nil.
func (d *Data) Section() *meeting.Letter {
	kind, err := FindKind(d.b.Kind)
	if err != nil {
		return nil
	}
	return kind.letterOf(d.b.meeting)
}

// Subject is somebody who can be named in any case.
type Subject struct {
	Key string // of the value that names the person
	b   *builder
	s   subject
}

// Person returns the person that the value of a key refers to, or false for a
// body and for other texts.
func (d *Data) Person(key, name string) (Subject, bool) {
	s, ok := d.b.person(name)
	return Subject{key, d.b, s}, ok
}

// Present returns the people present, in the order in which they are printed.
func (d *Data) Present() (list []Subject) {
	for _, a := range d.b.presentPeople() {
		list = append(list, Subject{cmp.Or(a.reference, a.key), d.b, a.subject})
	}
	return list
}

// Recipients returns the addressees of the letter, or of its copy, and their
// postal addresses.
func (d *Data) Recipients() (list []Subject, addresses []string) {
	l := d.Section()
	if l == nil {
		return nil, nil
	}
	for _, r := range d.addressees(l) {
		list, addresses = append(list, Subject{r.at, d.b, r.subject}), append(addresses, r.address)
	}
	return list, addresses
}

// addressees reads the addressees once: names of several fields ask for them.
func (d *Data) addressees(l *meeting.Letter) []recipient {
	if d.recipients == nil {
		d.recipients = d.b.recipients(d.b.Kind, l)
	}
	return d.recipients
}

// Signer returns the name of the person who signs the letter, and the role.
func (d *Data) Signer() (role, name string) {
	if d.signer != nil {
		return d.signer.Position, d.signer.Name
	}
	if l := d.Section(); l != nil {
		s := d.b.signer(d.b.Kind, l)
		d.signer = &s
		return s.Position, s.Name
	}
	return "", ""
}

// Salutation returns the salutation of the letter, or "".
func (d *Data) Salutation() string {
	l := d.Section()
	if l == nil {
		return ""
	}
	s := d.b.salutation(d.b.Kind, l, d.addressees(l))
	if s.None {
		return ""
	}
	return d.b.phrase("salutation", s)
}

// Fill replaces names in braces in the value of a key.
func (d *Data) Fill(key, text string) string { return d.b.fill(key, text) }

// FillsSections reports whether names in braces are replaced in values of a letter's section, too, as by rules since
// stopRules, and not only in the facts that are made of them.
func (d *Data) FillsSections() bool { return !d.b.precedes(stopRules) }

// Column returns the cell of the list of recipients in a column, without a mark of its
// origin.
func (d *Data) Column(heading string) (string, bool) {
	if d.b.Request.Column == nil {
		return "", false
	}
	value, ok := d.b.Request.Column(heading)
	return typography.Signs(value), ok
}

// HasColumn reports whether the list of recipients has a column.
func (d *Data) HasColumn(heading string) bool {
	if d.b.Request.Column == nil {
		return false
	}
	_, ok := d.b.Request.Column(heading)
	return ok
}

// Name returns the full name in a case.
func (s Subject) Name(c russian.Case) string { return s.b.name(s.s, c) }

// Short returns the surname in a case with the initials before or after it.
func (s Subject) Short(c russian.Case, o russian.Order) string {
	if c == russian.Nominative {
		return s.b.initials(s.s, o)
	}
	return s.b.shortName(s.s, c, o)
}

// Surname returns the surname in a case.
func (s Subject) Surname(c russian.Case) string {
	short := trace.Strip(s.Short(c, russian.After))
	return strings.TrimRight(strings.TrimSuffix(short, s.b.read(s.s).Initials()), " \u00a0")
}

// GivenNames returns the name and the patronymic in a case, without a patronymic the
// name, or "" if they are not known in full.
func (s Subject) GivenNames(c russian.Case) string {
	p := s.b.read(s.s)
	if p.Given == "" || p.HasInitials() {
		return ""
	}
	name, surname := strings.ReplaceAll(trace.Strip(s.Name(c)), "\u00a0", " "), s.Surname(c)
	if p.Surname == "" {
		return name
	}
	return strings.TrimSpace(strings.TrimSuffix(strings.TrimPrefix(name, surname+" "), " "+surname))
}

// Address returns the name and patronymic.
func (s Subject) Address() string { return s.b.read(s.s).Address().Name }

// Position returns the position in a case.
func (s Subject) Position(c russian.Case) string {
	return s.b.position(s.b.withPost(s.s), c)
}

// Post returns the position with its organization, in a case.
func (s Subject) Post(c russian.Case) string { return s.b.post(s.b.withPost(s.s), c) }

// Organization returns the organization in a case.
func (s Subject) Organization(c russian.Case) string {
	return s.b.body(s.s.Organization, s.s.key+".organization", meeting.Forms{}, c)
}

// Entry returns the person as one of the people of the file.
func (s Subject) Entry() meeting.Person { return s.s.Person }

// EntryKey returns the key of that entry.
func (s Subject) EntryKey() string { return s.s.key }

// Phrase returns a text in a case by the rules for bodies.
func (d *Data) Phrase(key, text string, c russian.Case) string {
	return d.b.body(text, key, meeting.Forms{}, c)
}

// PositionOf returns a position that is not that of one of the people.
func (d *Data) PositionOf(key, text string, c russian.Case) string {
	return d.b.position(subject{Person: meeting.Person{Position: text}, postFrom: key}, c)
}

// Council returns the name of the body in a case.
func (d *Data) Council(c russian.Case) string {
	if c == russian.Genitive {
		return d.b.councils()
	}
	return d.b.council(c)
}

// Cluster returns the name of the association that the body leads, in a case.
func (d *Data) Cluster(c russian.Case) string { return d.b.cluster(c) }

// Reference returns the number and date of the protocol in words.
func (d *Data) Reference() string { return d.b.phrase("reference", d.Protocol()) }

// QuorumText returns the sentence about the quorum.
func (d *Data) QuorumText() string {
	if q := d.b.quorum(); q != nil {
		return d.b.phrase("quorum", q)
	}
	return ""
}

// Headcount returns the number of people present, or 0 if the file does not say it.
func (d *Data) Headcount() int {
	n, _ := d.b.meeting.Headcount()
	return n
}

// Signers returns the signatures of the protocol, or of a paper that has a section of its
// own.
func (d *Data) Signers() []Signature {
	if p := d.Paper(); p != nil && !d.b.precedes(untoldRules) {
		return d.b.paperSignatures("papers."+d.b.Kind, p)
	}
	return d.b.signatures()
}

// Expected returns all who are expected to sign the paper, in plain text: the signer
// of a letter, then those of Signers.
func (d *Data) Expected() (list []Signature) {
	if role, name := d.Signer(); name != "" {
		list = append(list, Signature{Position: role, Name: name, Field: "signer"})
	}
	common, kind := d.b.common, d.b.Kind
	signers, ok := common.signers.Find(kind)
	if !ok {
		signers = withoutMarks(d.Signers())
		common.signers.Keep(kind, signers)
	}
	return append(withoutMarks(list), signers...)
}

// withoutMarks returns signatures without marks of their origins.
func withoutMarks(list []Signature) []Signature {
	plain := make([]Signature, len(list), len(list)+4) // those who sign after the signer
	for i, s := range list {
		plain[i] = Signature{Position: trace.Strip(s.Position), Name: trace.Strip(s.Name), Field: s.Field}
	}
	return plain
}

// Due returns a deadline as it is printed.
func (d *Data) Due(due *meeting.Deadline) string {
	return d.b.phrase("due", deadline(due, russian.DateWords))
}

// VoteText returns the lines about a vote on an item, counted from 0: the numbers,
// who voted how, whose vote decided. It does not matter whether the protocol has
// tables of them.
func (d *Data) VoteText(item int, key string, v *meeting.Vote) (lines []string) {
	view := d.b.votedInPlace(item, key, v)
	if view == nil {
		return nil
	}
	list := view.Lines
	if view.Roll != nil {
		list = append(list, d.b.byName(key, v))
	}
	for _, line := range list {
		lines = append(lines, d.b.phrase("vote-line", line))
	}
	return lines
}

// Verdict returns the outcome of a vote in words.
func (d *Data) Verdict(item int, key string, v *meeting.Vote) string {
	if view := d.b.voted(item, key, v); view != nil && view.Verdict != "" {
		return d.b.phrase("verdict", view.Verdict)
	}
	return ""
}

// VotedAs returns how a person voted, in words that agree with the person by rules since ballotRules.
func (d *Data) VotedAs(s Subject, choice string) string {
	row := d.b.rollRow(s.s, s.Key, choice)
	if d.b.precedes(ballotRules) {
		row.Feminine, row.Neuter = false, false
	}
	return d.b.phrase("voted-as", row)
}

// Tally returns how many votes were cast on an item: for, against, abstained. A number that
// neither the file gives nor others imply is empty: «за – 22» alone says nothing about
// votes against. By rules before 10 it was a zero.
func (d *Data) Tally(item int, v *meeting.Vote) (numbers [3]string) {
	t := d.b.assembly().Rule(item, v).Result.Vote.Tally
	if !v.Named() && t.Total().IsZero() {
		return numbers
	}
	given := [3]bool{v.For.Given(), v.Against.Given(), v.Abstained.Given()}
	for n, amount := range [3]voting.Amount{t.For, t.Against, t.Abstained} {
		if given[n] || !amount.IsZero() || d.ZeroesVotes() {
			numbers[n] = amount.String()
		}
	}
	return numbers
}

// ZeroesVotes reports whether numbers of votes that the file does not give are zeros, as by
// rules before 10.
func (d *Data) ZeroesVotes() bool { return d.b.precedes(ballotRules) }

// Bound returns a text in which numbers are not parted from their units and the like, by the rules of the paper.
func (d *Data) Bound(text string) string { return d.b.earlier().bound(text) }

// Corrected returns a value with the typography of the paper, by its rules: signs, unless the file asks for them as
// typed, and no-break spaces.
func (d *Data) Corrected(text string) string {
	return d.b.common.typesetBy(func(text string) string {
		if d.b.meeting.AsTyped {
			return d.Bound(typography.Bind(text))
		}
		return d.Bound(typography.Typeset(text))
	}, text)
}

// Title returns the title of the paper. For a letter, what is known of it already is not found out again.
func (d *Data) Title() (string, error) {
	if l := d.Section(); l != nil && d.Paper() == nil {
		title, err := d.b.templates.plainPhrase("letter-title", d.b.letterTitle(l, d.addressees(l)), d.b.origins)
		if err == nil && d.b.err == nil {
			return title, nil
		}
	}
	return d.b.templates.Title(d.b.Request, d.b.meeting)
}

// Title returns the title of a paper, by which its file is named.
func (t *Templates) Title(r Request, m *meeting.Meeting) (string, error) {
	kind, err := FindKindOf(m, r.Kind)
	if err != nil {
		return "", err
	}
	b := t.newBuilder(r, m)
	b.origins = r.recorder()
	partial := kind.Name + "-title"
	switch {
	case m.Papers[kind.Name] != nil:
		partial = paperTemplate + "-title"
	case kind.letter != nil:
		partial = "letter-title"
		l := kind.letterOf(m)
		if l == nil { // a notice may do without
			l = &meeting.Letter{}
		}
		title, err := t.plainPhrase(partial, b.letterTitle(l, b.recipients(b.Kind, l)), b.origins)
		if err == nil && b.err == nil {
			return title, nil
		} // a template of the user's own may use more of the letter
	}
	view := kind.view(b)
	title, err := t.plainPhrase(partial, view, b.origins)
	return title, cmp.Or(err, b.err)
}
