package meeting

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"protokol/generator/diag"
	"protokol/generator/internal/russian"
)

// Directory finds people by name: in full in any order, by surname and initials
// («Чуранов В. С.»), or by a surname that only one of them has. It is safe for
// concurrent use.
type Directory struct {
	people []Person
	exact  map[string]int   // by the name as written
	full   map[string]int   // by the name normalized
	words  map[string][]int // by each word of the name

	*found
}

// found contains the names and references that a Directory has already read.
type found struct {
	mu   sync.Mutex
	read map[int]*russian.Person
	refs map[string]int // the people found by references
}

// ambiguous is the index of a reference that matches no person or several.
const ambiguous = -1

// Directory returns the directory of the people of the meeting.
func (m *Meeting) Directory() Directory {
	d := Directory{people: m.People, exact: make(map[string]int, len(m.People)),
		full: make(map[string]int, len(m.People)), words: make(map[string][]int, len(m.People)),
		found: &found{read: map[int]*russian.Person{}, refs: map[string]int{}}}
	for i, p := range m.People {
		name := normalize(p.Name)
		if _, again := d.full[name]; again || name == "" {
			continue // a duplicate, reported by Check
		}
		d.exact[p.Name], d.full[name] = i, i
		d.index(i, name)
		if !russian.IsPlainName(p.Name) { // a stress mark, a Latin letter among Russian ones
			read := normalize(d.Name(i).Text)
			if _, again := d.full[read]; !again {
				d.full[read] = i
			}
			d.index(i, read)
		}
	}
	return d
}

// index notes the words of a name of the person at an index.
func (d Directory) index(i int, name string) {
	for _, word := range lettersOf(name) {
		if same := d.words[word]; len(same) == 0 || same[len(same)-1] != i {
			d.words[word] = append(same, i)
		}
	}
}

// lettersOf splits a name into words, double ones into both.
func lettersOf(name string) []string {
	return strings.FieldsFunc(name, isOther)
}

func isOther(r rune) bool { return !unicode.IsLetter(r) }

// Read reads the name of the person.
func (p Person) Read() russian.Person {
	if p.Body {
		return russian.ParseOrganization(p.Name)
	}
	return readName(p.Name, genderOf(p.Gender))
}

// genderOf returns the gender for the value of a key.
func genderOf(key string) russian.Gender {
	switch key {
	case "m":
		return russian.Masculine
	case "f":
		return russian.Feminine
	}
	return russian.Unknown
}

// Name returns the name of the person at an index, which is read once.
func (d Directory) Name(i int) *russian.Person {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.read[i] == nil {
		name := d.people[i].Read()
		d.read[i] = &name
	}
	return d.read[i]
}

// Person returns the person to whom a reference belongs.
func (d Directory) Person(ref string) (Person, bool) {
	i := d.find(ref)
	if i < 0 {
		return Person{}, false
	}
	return d.people[i], true
}

// Named returns the person whose name is the whole of a text, as a reference has it: «Первый И. И.», and not «Первый
// И. И. о сроках».
func (d Directory) Named(text string) (Person, bool) {
	if !d.mayName(text) {
		return Person{}, false
	}
	p, ok := d.Person(text)
	name := p.Read()
	return p, ok && (normalize(p.Name) == normalize(text) || consistsOf(normalize(text), normalize(name.Full())))
}

// mayName quickly reports that a text is no name: it has a word that nobody's name has. Most texts are sentences, which
// take long to read as names.
func (d Directory) mayName(text string) bool {
	text = normalize(text)
	if _, known := d.full[text]; known {
		return true
	}
	for word := range strings.FieldsFuncSeq(text, isOther) {
		if _, known := d.words[word]; !known && utf8.RuneCountInString(word) > 1 {
			return false
		}
	}
	return true
}

// consistsOf reports whether the words of a text are words of a name, or initials, each once.
func consistsOf(text, name string) bool {
	other := func(r rune) bool { return !unicode.IsLetter(r) && !strings.ContainsRune(" -.", r) }
	if strings.ContainsFunc(text, other) {
		return false
	}
	left := lettersOf(name)
	for _, word := range lettersOf(text) {
		i := slices.Index(left, word)
		if i < 0 && utf8.RuneCountInString(word) == 1 {
			i = slices.IndexFunc(left, func(whole string) bool { return strings.HasPrefix(whole, word) })
		}
		if i < 0 {
			return false
		}
		left = slices.Delete(left, i, i+1)
	}
	return true
}

// Index returns the index of a person among the people of the meeting.
func (d Directory) Index(ref string) (int, bool) {
	i := d.find(ref)
	return i, i >= 0
}

// find returns the index of a person, or a negative number.
func (d Directory) find(ref string) int {
	if i, ok := d.exact[ref]; ok {
		return i
	}
	if i, ok := d.full[normalize(ref)]; ok {
		return i
	}
	if d.found == nil { // the Directory of nobody
		return ambiguous
	}
	d.mu.Lock()
	i, ok := d.refs[ref]
	d.mu.Unlock()
	if ok {
		return i
	}
	i = d.only(d.matching(ref))
	d.mu.Lock()
	defer d.mu.Unlock()
	d.refs[ref] = i
	return i
}

// only returns the index of the only person among those found.
func (d Directory) only(found []int) int {
	if len(found) == 0 {
		return ambiguous
	}
	for _, i := range found[1:] {
		if d.Name(i).Key() != d.Name(found[0]).Key() {
			return ambiguous
		}
	}
	return found[0] // the others are duplicates, reported by Check
}

// matching returns the people whom a reference may mean.
func (d Directory) matching(ref string) []int {
	wanted := readName(ref, russian.Unknown)
	key := func(p *russian.Person) string { return p.Key() }
	switch {
	case wanted.Surname == "":
	case wanted.Given == "" && wanted.Patronymic == "":
		key = func(p *russian.Person) string { return p.SurnameKey() }
	case wanted.HasInitials():
		key = func(p *russian.Person) string { return p.ShortKey() }
	}
	return d.equal(&wanted, key)
}

// equal returns the people whose names have the same key as another name.
func (d Directory) equal(wanted *russian.Person, key func(*russian.Person) string) (found []int) {
	words := lettersOf(wanted.SurnameKey())
	if len(words) == 0 {
		return nil
	}
	for _, i := range d.words[words[len(words)-1]] {
		if key(d.Name(i)) == key(wanted) {
			found = append(found, i)
		}
	}
	return found
}

// Same returns the index of the person who has a name in full, in any order.
func (d Directory) Same(name *russian.Person) (int, bool) {
	i := d.only(d.equal(name, (*russian.Person).Key))
	return i, i >= 0
}

// maxNamesakes is the maximum number of people suggested for an ambiguous
// surname.
const maxNamesakes = 5

// namesakes returns the first people with an ambiguous surname.
func (d Directory) namesakes(ref string) (names []string) {
	for _, i := range d.matching(ref) {
		if len(names) < maxNamesakes {
			names = append(names, d.people[i].Name)
		}
	}
	return names
}

// nearest returns the person whose surname differs least from that of a reference, or whose
// name if the reference cannot be read, or "".
func (d Directory) nearest(ref string, names []string) string {
	wanted := readName(ref, russian.Unknown)
	if wanted.Kind != russian.OnePerson {
		return diag.Nearest(ref, names)
	}
	var surnames []string
	for i := range d.people {
		surnames = append(surnames, d.Name(i).SurnameKey())
	}
	surname := wanted.SurnameKey()
	near := diag.Near(surname, surnames, max(1, utf8.RuneCountInString(surname)/3))
	if i := slices.Index(surnames, near); i >= 0 && near != "" {
		return d.people[i].Name
	}
	return ""
}

// named returns the people for references, without unknown ones.
func (d Directory) named(refs []string) []Person {
	var list []Person
	for _, ref := range refs {
		if p, ok := d.Person(ref); ok {
			list = append(list, p)
		}
	}
	return list
}

// normalize returns a name for comparison: single spaces, ё as е, one kind of
// quotes, lower case.
func normalize(name string) string {
	var b strings.Builder
	b.Grow(len(name))
	spaced := false
	for _, r := range name {
		if 'а' <= r && r <= 'я' { // most letters, as they are
			if spaced {
				b.WriteByte(' ')
				spaced = false
			}
			b.WriteRune(r)
			continue
		}
		if unicode.IsSpace(r) {
			spaced = b.Len() > 0
			continue
		}
		if spaced {
			b.WriteByte(' ')
			spaced = false
		}
		switch r = unicode.ToLower(r); r {
		case 'ё':
			r = 'е'
		case '«', '»', '„', '“', '”':
			r = '"'
		}
		b.WriteRune(r)
	}
	return b.String()
}

// PresentPeople returns the people present: those listed, or all members of the
// body who are neither absent nor invited.
func (m *Meeting) PresentPeople() []Person { return m.present(m.Directory()) }

// present is PresentPeople with the directory, which takes longer to make.
func (m *Meeting) present(d Directory) []Person {
	if m.Present != nil {
		return d.named(m.Present)
	}
	elsewhere := map[int]bool{}
	for _, a := range m.Absent {
		elsewhere[d.find(a.Name)] = true
	}
	for _, name := range m.Invited {
		elsewhere[d.find(name)] = true
	}
	var list []Person
	for i, p := range m.People {
		if !p.Guest && !elsewhere[i] {
			list = append(list, p)
		}
	}
	return list
}

// Attending returns the people who took part as members: those present and the leaders who are named in the head of
// the protocol instead of the list.
func (m *Meeting) Attending() []Person { return m.attending(m.Directory()) }

// attending is Attending with the directory.
func (m *Meeting) attending(d Directory) []Person {
	list := m.present(d)
	if m.Present == nil || !m.leadersInHead() {
		return list
	}
	seen := map[int]bool{}
	for _, p := range list {
		seen[d.find(p.Name)] = true
	}
	for _, a := range m.Absent {
		seen[d.find(a.Name)] = true
	}
	for _, name := range m.Invited {
		seen[d.find(name)] = true
	}
	for _, name := range slices.Concat([]string{m.Chair}, m.CoChairs, []string{m.Secretary}) {
		if i := d.find(name); i >= 0 && !seen[i] && !m.People[i].Guest {
			seen[i] = true
			list = append(list, m.People[i])
		}
	}
	return list
}

// leadersInHead reports whether the head of the protocol names the chair and the
// secretary, so that the list of people present need not.
func (m *Meeting) leadersInHead() bool { return m.ProtocolForm() != "council" }

// InvitedPeople returns the people listed as invited.
func (m *Meeting) InvitedPeople() []Person { return m.Directory().named(m.Invited) }

// OneOfficer reports whether one person is the chair and the secretary.
func (m *Meeting) OneOfficer() bool {
	d := m.Directory()
	i := d.find(m.Chair)
	return i >= 0 && i == d.find(m.Secretary)
}
