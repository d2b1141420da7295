package compose

import (
	"path"
	"reflect"
	"slices"
	"strings"
	"sync"

	"protokol/generator/diag"
	"protokol/generator/document"
	"protokol/generator/internal/meeting"
)

// Values of a file that its protocol does not print would be lost without notice. The origins of the printed texts
// name the keys that a protocol prints; this file warns of the others. Keys that steer the paper instead of being
// printed and those of other papers are exempt.

// steering are patterns of keys, without indices, that select what is printed or
// how.
var steering = []string{
	"council_file", "word", "law", "date", "last_date", "form", "as_typed", "attendance.*", "council.form",
	"council.vote_*", "agreed_first",
	"council.member", "council.rules.*", "*.genitive", "people.guest", "people.body", "people.gender", "people.votes",
	"people.forms.*", "people.position_forms.*", "copies.gender", "copies.forms.*", "copies.position_forms.*",
	"copies.address", // reported by the check of the meeting
	"arrived.*", "left.*", "remote",
	"*.file", "*.alt", "*.width", "*.height", "*.align", "*.head", "*.table.landscape",
	"header.order", "header.letterhead", "header.clock", "header.date", "header.agenda_only", "council.numbering",
	"agenda.notes.after", "annexes.numbered",
	"letterhead.form", "letterhead.addressee_initials", "*vote.majority", "*vote.outcome", "*vote.chair", "*vote.base",
}

// elsewhere are patterns of keys that other papers print.
var elsewhere = []string{"letter.*", "invitation.*", "notice.*", "extract.*", "application.*",
	"applicant.*", "consent.*", "council.cluster", "council.presidium.*"}

// unspoken are patterns of flags of speeches and items, by the form that omits them together with their subject.
var unspoken = map[string][]string{
	"brief": {"agenda.heard.attached", "agenda.spoke.attached"},
	"tasks": {"agenda.heard.attached", "agenda.spoke.attached", "agenda.opinions.attached", "agenda.added",
		"agenda.tasks", "agenda.elections.candidates.withdrew", "elections.candidates.withdrew"},
}

// listed are the parts of the head that print flags in every form, if header.order has them.
var listed = map[string]string{"agenda.added": "agenda", "elections.candidates.withdrew": "elections"}

// pattern returns a key without its indices.
func pattern(key string) string {
	var b strings.Builder
	for rest := key; ; {
		before, after, found := strings.Cut(rest, "[")
		end := strings.IndexByte(after, ']')
		if !found || end < 0 || strings.Trim(after[:end], "0123456789") != "" {
			if b.Len() == 0 {
				return key
			}
			return b.String() + rest
		}
		b.WriteString(before)
		rest = after[end+1:]
	}
}

// matches reports whether one of the patterns matches a key. It is called for every
// value of a meeting, and most patterns differ from a key before their asterisk.
func matches(patterns []string, key string) bool {
	return slices.ContainsFunc(patterns, func(p string) bool {
		before, after, some := strings.Cut(p, "*")
		switch {
		case !some || !strings.HasPrefix(key, before):
			return p == key
		case !strings.Contains(after, "*"):
			return len(key) >= len(before)+len(after) && strings.HasSuffix(key, after)
		}
		found, _ := path.Match(p, key)
		return found
	})
}

// unprinted returns a warning for every pattern of keys whose values a protocol
// does not print, with the first place.
func unprinted(m *meeting.Meeting, doc *document.Document) diag.List {
	printed := printedKeys(doc)
	text := sync.OnceValue(func() string { return strings.ReplaceAll(document.PlainText(doc), "\u00a0", " ") })
	left := m.LeftOut()
	var first []string
	places := map[string]int{}  // by pattern
	exempt := map[string]bool{} // patterns
	attending := sync.OnceValue(func() keySet { return attendingKeys(m) })
	m.EachValue(func(key string, v reflect.Value) {
		p := pattern(key)
		isExempt, known := exempt[p]
		if !known {
			isExempt = matches(steering, p) || matches(elsewhere, p)
			exempt[p] = isExempt
		}
		switch {
		case isExempt, ofUnlisted(attending, key, printed), ofUnprintedHead(m, key),
			slices.Contains(left, rootOf(key)), // reported by the check of the order
			v.Kind() == reflect.String && isStanding(m, key, v.String()),
			key == "first_date" && len(m.Parts) > 0, // reported by the check of the meeting
			key == "secretary" && (m.OneOfficer() || isNamedSecretary(m, printed)):
			return
		case v.Kind() == reflect.Bool: // flags choose words, which have no origin
			isListed := m.Header != nil && slices.Contains(m.Header.Order, listed[p])
			if isListed || !matches(unspoken[m.ProtocolForm()], p) {
				return
			}
		case printed.has(key, v), isNamedAnnex(m, key, printed):
			return
		case maySayElsewhere(p) && strings.Contains(text(), v.String()):
			return // the position of a speaker, the role of the person who chairs
		}
		if places[p]++; places[p] == 1 {
			first = append(first, key)
		}
	})
	var list diag.List
	for _, key := range first {
		message, hint := lost(m, key, places[pattern(key)])
		list = append(list, diag.Problem{Severity: diag.Warning, Key: key, Message: message, Hint: hint})
	}
	return append(list, unnamedIn(m, printed)...)
}

// keySet is the keys that a paper prints.
type keySet map[string]bool

func printedKeys(doc *document.Document) keySet {
	keys := keySet{}
	document.Texts(doc, func(text string, source document.Source) {
		for _, span := range document.Spans(source, text) {
			for _, key := range span.Origin.Keys {
				keys[key] = true
			}
		}
	})
	return keys
}

// has reports whether a value is printed: its key is named by an origin, or that
// of the list it is an element of. The key of a table names its numbers and
// dates, from which words are computed, but not its texts and votes.
func (s keySet) has(key string, v reflect.Value) bool {
	if s[key] || v.Kind() == reflect.String && blankText(v) {
		return true
	}
	if b, ok := v.Interface().(meeting.Ballots); ok {
		return len(b.Names) > 0 && s[element(key, 0)]
	}
	for at := len(key) - 1; at > 0; at-- {
		if key[at] != '.' && key[at] != '[' {
			continue
		}
		isList := at == strings.LastIndexByte(key, '[') && strings.HasSuffix(key, "]")
		if s[key[:at]] && (isList || v.Kind() != reflect.String) {
			return true
		}
	}
	return false
}

// rootOf returns the first name of a key.
func rootOf(key string) string { return key[:strings.IndexAny(key+".", ".[")] }

func blankText(v reflect.Value) bool { return strings.TrimSpace(v.String()) == "" }

// ofUnlisted reports whether a key is about one of the people whom the protocol
// does not list: the people of a body need not all be in every protocol. What is
// said about those present must be printed.
func ofUnlisted(attending func() keySet, key string, printed keySet) bool {
	if !strings.HasPrefix(key, "people[") {
		return false
	}
	at, _, _ := strings.Cut(key, ".")
	if key == at+".name" || !printed[at+".name"] {
		return true
	}
	return !attending()[at]
}

// attendingKeys returns the keys of the people who attend, as members or invited.
func attendingKeys(m *meeting.Meeting) keySet {
	keys := keySet{}
	for _, p := range slices.Concat(m.Attending(), m.InvitedPeople()) {
		keys[personKey(m, p)] = true
	}
	return keys
}

// isNamedAnnex reports whether a key is the annex of a text that is printed: the text
// refers to it, or the reference is added.
func isNamedAnnex(m *meeting.Meeting, key string, printed keySet) bool {
	owner, ok := strings.CutSuffix(key, ".annex")
	return ok && m.ProtocolForm() != "tasks" && printed[owner+".text"]
}

// isNamedSecretary reports whether the role that is printed of the secretary says who that is: «ответственный
// секретарь» in the list of those present, or in the signature.
func isNamedSecretary(m *meeting.Meeting, printed keySet) bool {
	p, ok := m.Directory().Person(m.Secretary)
	says := func(key, role string) bool {
		return printed[key] && meeting.IsSecretary(role)
	}
	if !ok || says(personKey(m, p)+".role", p.Role) {
		return ok
	}
	for i, s := range m.Signers {
		signer, ok := m.Directory().Person(s.Name)
		if ok && signer.Name == p.Name && s.Role != nil && says(element("signers", i)+".role", *s.Role) {
			return true
		}
	}
	return false
}

// maySayElsewhere reports whether another key may have printed the words of one.
func maySayElsewhere(pattern string) bool {
	return strings.HasPrefix(pattern, "people.") ||
		pattern == "council.chair_role" || pattern == "council.secretary_role"
}

// ofUnprintedHead reports whether a key is of the letterhead and the file does
// not ask for it above the protocol: letters print it.
func ofUnprintedHead(m *meeting.Meeting, key string) bool {
	name, ok := strings.CutPrefix(key, "letterhead.")
	if !ok {
		return false
	}
	isName := name == "parent" || name == "name" || name == "short_name"
	h := m.Header
	return h == nil || h.Letterhead != "full" && !(isName && h.Letterhead == "names") || isName && h.Institution != nil
}

// personKey returns the key of one of the people.
func personKey(m *meeting.Meeting, p meeting.Person) string {
	i := slices.IndexFunc(m.People, func(other meeting.Person) bool { return other.Name == p.Name })
	return element("people", i)
}

// isBallotKey reports the key of the words or of a number of a vote.
func isBallotKey(key string) bool {
	at := strings.LastIndex(key, "vote.")
	return at >= 0 && slices.Contains([]string{"words", "for", "against", "abstained", "not_voting", "invalid"},
		key[at+len("vote."):])
}

// lost returns the warning about values that a form of the protocol does not
// print.
func lost(m *meeting.Meeting, key string, places int) (message, hint string) {
	form := m.ProtocolForm()
	message = messagef("форма %s этого не печатает", form)
	if places > 1 {
		message = messagef("форма %s этого не печатает, как и в других местах; всего их: %d", form, places)
	}
	switch {
	case form != "tasks" && isBallotKey(key):
		hint = messagef("из words и чисел печатается одно; оставьте числа: итог «единогласно» программа скажет сама")
	case form == "brief" && strings.HasPrefix(key, "agenda["):
		hint = messagef(`ход обсуждения печатает полная форма: form = "full"`)
	case strings.HasPrefix(key, "words."):
		hint = messagef(`слово стоит перед сведением, если его называет порядок шапки: header.order = ["title", …]`)
	case strings.HasPrefix(key, "people[") && strings.HasSuffix(key, ".role"):
		hint = messagef(`допишите образец: header.participant = "{фио}, {роль}, {должность}"`)
	case strings.HasPrefix(key, "people[") && (!strings.HasSuffix(key, ".position") ||
		m.Listing() == "list" && m.Header != nil && m.Header.Participant != ""):
		hint = messagef(`допишите образец: header.participant = "{фио}, {должность} {организация}"`)
	case strings.HasPrefix(key, "people["):
		hint = messagef(`должности печатаются в списке присутствующих: attendance.print = "list"; ` +
			`у того, кого слушали, — header.heard = "{должность} {фамилия и.о.} {текст}"`)
	default:
		others := slices.DeleteFunc([]string{"council", "brief", "full"}, func(o string) bool { return o == form })
		hint = messagef("напечатайте другой формой (%s) или скажите это в другом месте файла",
			strings.Join(others, ", "))
	}
	return message, hint
}
