package compose

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"protokol/generator/internal/meeting"
	"protokol/generator/internal/russian"
	"protokol/generator/internal/trace"
)

// FactLabel is the label of a fact in the head. If it is not given, it is the label of the template.
type FactLabel struct {
	Given bool   `about:"слова есть в файле; без текста — перед сведением ничего не печатается"`
	Text  string `about:"сами слова со своим знаком: «Дата:»"`
	Plain bool   `about:"без двоеточия на конце: печатается светлым"`
}

// Labels are the words of the head in the file.
type Labels struct {
	Title    string    `about:"название документа"`
	Date     FactLabel `about:"перед датой"`
	Time     FactLabel `about:"перед временем"`
	Start    FactLabel `about:"перед временем начала отдельной строкой"`
	End      FactLabel `about:"перед временем окончания отдельной строкой"`
	Place    FactLabel `about:"перед местом"`
	Holding  FactLabel `about:"перед формой проведения"`
	Theme    FactLabel `about:"перед темой отдельной строкой"`
	Present  string    `about:"перед присутствовавшими"`
	Absent   string    `about:"перед отсутствовавшими"`
	Invited  string    `about:"перед приглашёнными"`
	Counting string    `about:"перед счётной комиссией"`
	Agenda   string    `about:"перед повесткой дня"`
}

// Detail is a line of the head from the file.
type Detail struct {
	Label FactLabel `about:"что это"`
	Text  string    `about:"сведения"`
}

// Lines are texts, each on a line of its own.
type Lines []string

// words returns the words of the file, or none.
func (b *builder) words() meeting.Words {
	if w := b.meeting.Words; w != nil {
		return *w
	}
	return meeting.Words{}
}

// header returns the head of the file, or the default one.
func (b *builder) header() meeting.Header {
	if h := b.meeting.Header; h != nil {
		return *h
	}
	return meeting.Header{}
}

func (b *builder) labels() Labels {
	w := b.words()
	return Labels{
		Title: b.wordOr("title", w.Title), Date: b.labelOf("date", w.Date), Time: b.labelOf("time", w.Time),
		Start: b.labelOf("start", w.Start), End: b.labelOf("end", w.End), Place: b.labelOf("place", w.Place),
		Holding: b.labelOf("holding", w.Holding), Theme: b.labelOf("theme", w.Theme),
		Present: b.wordOr("present", w.Present), Absent: b.wordOr("absent", w.Absent),
		Invited: b.wordOr("invited", w.Invited), Counting: b.wordOr("counting", w.Counting),
		Agenda: b.wordOr("agenda", w.Agenda),
	}
}

// wordOr returns a word of the file, or "".
func (b *builder) wordOr(key string, given *string) string {
	if given == nil {
		return ""
	}
	return b.origins.Value("words."+key, *given)
}

func (b *builder) labelOf(key string, given *string) FactLabel {
	if given == nil {
		return FactLabel{}
	}
	return b.labelled("words."+key, *given)
}

// labelled returns the label of a key; without a colon it is not bold.
func (b *builder) labelled(key, text string) FactLabel {
	text = strings.TrimSpace(text)
	return FactLabel{true, b.origins.Value(key, text), !strings.HasSuffix(text, ":")}
}

func (b *builder) details() []Detail {
	var list []Detail
	for i, d := range b.meeting.Details {
		key := element("details", i)
		list = append(list, Detail{b.labelled(key+".label", d.Label), b.origins.Value(key+".text", d.Text)})
	}
	return list
}

// heading sets the institution above a protocol: its names, or the letterhead.
// The body is not named twice: the subtitle names it below.
func (b *builder) heading(p *Protocol) {
	h, l := b.header(), b.meeting.Letterhead
	if b.isEarlier() {
		if name := b.meeting.Council.Name; name != "" && b.protocolForm != "council" {
			p.Organization = Lines{b.origins.Value("council.name", name)}
		}
		return
	}
	lines := Lines(b.values("header.institution", h.Institution))
	print := h.Letterhead
	if print == "" && b.protocolForm != "council" {
		print = "names"
	}
	if l == nil || print == "" || print == "none" {
		p.Organization = lines
		return
	}
	if h.Institution == nil {
		for _, line := range []struct{ key, text string }{
			{"parent", l.Parent}, {"name", l.Name}, {"short_name", l.ShortName},
		} {
			if line.text != "" && !strings.EqualFold(line.text, b.meeting.Council.Name) {
				lines = append(lines, b.origins.Value("letterhead."+line.key, line.text))
			}
		}
	}
	if p.Organization = lines; print == "names" {
		return
	}
	view := b.letterhead()
	view.Corner, view.Lines = l.Form == "corner", lines
	view.Emblem, p.Emblem = p.Emblem, nil
	p.Letterhead = &view
}

// order returns the parts of a protocol before its items, as the file orders
// them. Nil is the order of the template.
func (b *builder) order() []string {
	if b.meeting.Header == nil {
		return nil
	}
	return b.meeting.Header.Order
}

// ordered reports whether the file orders the parts of the head and names one
// of some.
func (b *builder) ordered(parts ...string) bool {
	return slices.ContainsFunc(b.order(), func(part string) bool { return slices.Contains(parts, part) })
}

// fieldBehindPost asks personField for the organization in the form that follows a position.
const fieldBehindPost = meeting.FieldOrganization + "+"

// line returns a line about a person in the notation of the pattern of a key. An
// empty field leaves no punctuation behind.
func (b *builder) line(key, pattern string, value func(field string) string) string {
	defer b.origins.Choosing(key)() // the pattern may have no words of its own
	var line strings.Builder
	between, before, left, skipped := "", "", 0, false
	for _, f := range meeting.Fields(pattern) {
		if f.Name == "" {
			if !skipped || strings.TrimSpace(between) == "" {
				between, left = f.Text, f.At
			}
			continue
		}
		if f.Name == meeting.FieldOrganization && before == meeting.FieldPost && between == " " {
			f.Name = fieldBehindPost
		}
		text := value(f.Name)
		if text == "" {
			skipped = true
			continue
		}
		if line.Len() > 0 || !skipped {
			b.literal(&line, key, between, left)
		}
		line.WriteString(text)
		between, before, skipped = "", f.Name, false
	}
	if !skipped {
		b.literal(&line, key, between, left)
	}
	return line.String()
}

// literal writes the text of a pattern between fields. A full stop after initials is
// one with theirs, a colon with that of the field.
func (b *builder) literal(line *strings.Builder, key, text string, at int) {
	for sign, rules := range map[string]int{".": behindPostRules, ":": untoldRules} {
		if strings.HasPrefix(text, sign) && strings.HasSuffix(trace.Strip(line.String()), sign) && !b.precedes(rules) {
			text, at = text[1:], at+1
			break
		}
	}
	line.WriteString(b.origins.Part(key, text, at))
}

// personField returns the field of a pattern for a person with a role. The
// reference is the key that names the person.
func (b *builder) personField(s subject, role, reference string) func(string) string {
	s = b.withPost(s)
	return func(field string) string {
		switch field {
		case meeting.FieldRole:
			return role
		case meeting.FieldFull:
			return b.fullName(s, keysOf(reference)...)
		case meeting.FieldAfter:
			return b.origins.Computed(b.initials(s, russian.After), append(keysOf(reference), s.key+".name")...)
		case meeting.FieldBefore:
			return b.origins.Computed(b.initials(s, russian.Before), append(keysOf(reference), s.key+".name")...)
		case meeting.FieldPost:
			if sameWords(role, s.Position) {
				return ""
			}
			return b.positionOf(s)
		case fieldBehindPost:
			return b.organizationBehind(s)
		}
		return b.origins.Value(s.key+".organization", s.Organization)
	}
}

// above returns the words above an item, from 1. Nothing is heard where ballots are sent in.
func (b *builder) above(item int) FactLabel {
	pattern := b.words().Item
	if pattern == nil && b.protocolForm == "full" && b.meeting.Absentee() && !b.precedes(headRules) &&
		len(b.meeting.Agenda[item-1].Heard) == 0 {
		words := b.said("absentee-item", strconv.Itoa(item), element("agenda", item-1), "holding")
		return FactLabel{Given: true, Text: words}
	}
	if pattern == nil {
		return FactLabel{}
	}
	var text strings.Builder
	for _, f := range meeting.Fields(*pattern) {
		text.WriteString(cmp.Or(itemField(f.Name, item), f.Text))
	}
	return FactLabel{Given: true, Text: b.origins.Computed(text.String(), "words.item")}
}

// isNumberAlone reports whether the words above the items of the full form are only a number in digits, "{номер}.":
// then the item follows it on the same line.
func (b *builder) isNumberAlone() bool {
	pattern := b.words().Item
	if b.protocolForm != "full" || pattern == nil || *pattern == "" || b.precedes(onceRules) {
		return false
	}
	isWord := func(r rune) bool { return r == ':' || unicode.IsLetter(r) }
	return !slices.ContainsFunc(meeting.Fields(*pattern), func(f meeting.Field) bool {
		return f.Name == meeting.ItemOrdinal || f.Name == "" && strings.ContainsFunc(f.Text, isWord)
	})
}

// itemField returns the number of an item as a field of a pattern writes it, or
// "" if the field is not one of a number.
func itemField(field string, item int) string {
	switch field {
	case meeting.ItemNumber:
		return strconv.Itoa(item)
	case meeting.ItemRoman:
		return russian.Roman(item)
	case meeting.ItemOrdinal:
		return russian.OrdinalDative(item)
	}
	return ""
}
