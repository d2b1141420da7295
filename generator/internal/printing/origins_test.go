package printing

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"protokol/generator/diag"
	"protokol/generator/document"
	"protokol/generator/internal/compose"
	"protokol/generator/internal/input"
	"protokol/generator/internal/layout"
	"protokol/generator/internal/tomlfile"
	"protokol/templates"
)

// tracedKinds are the kinds of papers whose views mark all values.
var tracedKinds = []string{"protocol", "extract", "attendance", "assignments", "letter", "invitation", "notice",
	"application", "consent"}

// unknownShare is the maximum share of characters of unknown origin in a traced
// paper.
const unknownShare = 0.01

// printed is a printed text without white space, with its origin.
type printed struct {
	text   string
	origin *document.Origin
}

// split splits a text at the boundaries of its spans, without white space, where
// lines may break.
func split(list []printed, text string, spans []document.Span) []printed {
	at := 0
	add := func(end int, origin *document.Origin) {
		squeezed := strings.Map(func(r rune) rune {
			if unicode.IsSpace(r) {
				return -1
			}
			return r
		}, text[at:end])
		if squeezed != "" {
			list = append(list, printed{squeezed, origin})
		}
		at = end
	}
	for _, s := range spans {
		add(s.Start, nil)
		add(s.End, s.Origin)
	}
	add(len(text), nil)
	return list
}

// onPages returns the text on the pages of a paper.
func onPages(paper *Paper) (list []printed) {
	var origins layout.Origins
	for _, page := range paper.Layout.Pages {
		for _, line := range page.Lines {
			for i := range line.Runs {
				run := &line.Runs[i]
				text := run.Text
				if run.Mark == layout.FormField {
					text = run.Element.Field.Value
				}
				list = split(list, text, origins.Of(run))
			}
		}
	}
	return list
}

// inTree returns the text of the tree, as written into a DOCX.
func inTree(doc *document.Document) (list []printed) {
	document.Texts(doc, func(text string, source document.Source) {
		list = split(list, text, document.Spans(source, text))
	})
	return list
}

// unknown returns the share of characters of unknown origin and the first such
// texts.
func unknown(list []printed) (share float64, first []string) {
	count, missing := 0, 0
	for _, p := range list {
		count += len(p.text)
		if p.origin == nil || p.origin.Kind == document.Unknown {
			missing += len(p.text)
			if len(first) < 5 {
				first = append(first, p.text)
			}
		}
	}
	if count == 0 {
		return 0, nil
	}
	return float64(missing) / float64(count), first
}

// strictPress is a press whose templates give unknown origin to all values that
// a view does not mark.
func strictPress(t *testing.T) *Press {
	t.Helper()
	press := newPress(t, DefaultStyle)
	var err error
	if press.Templates, err = compose.LoadStrict(templates.Files); err != nil {
		t.Fatal(err)
	}
	return press
}

// TestOrigins logs what the examples print of unknown origin, and limits its
// share in traced kinds.
func TestOrigins(t *testing.T) {
	press, strict := newPress(t, DefaultStyle), strictPress(t)
	for _, file := range examples(t) {
		usual := papers(t, press, file)
		for kind, paper := range papers(t, strict, file) {
			if document.PlainText(paper.Document) != document.PlainText(usual[kind].Document) {
				t.Errorf("%s, %s: strict templates print other words", file, kind)
			}
			for place, list := range map[string][]printed{"pages": onPages(paper), "tree": inTree(paper.Document)} {
				share, first := unknown(list)
				t.Logf("%s, %s, %s: %.1f %% of unknown origin: %q", file, kind, place, 100*share, first)
				if slices.Contains(tracedKinds, kind) && share > unknownShare {
					t.Errorf("%s, %s, %s: %.1f %% of unknown origin: %q", file, kind, place, 100*share, first)
				}
				for _, p := range list {
					if p.origin == nil {
						continue
					}
					if named := len(p.origin.Keys) > 0; named != (p.origin.Kind == document.Value ||
						p.origin.Kind == document.Computed) {
						t.Errorf("%s, %s, %s: %q is of kind %d with the keys %q", file, kind, place, p.text,
							p.origin.Kind, p.origin.Keys)
					}
				}
			}
		}
	}
}

// TestMutations: changing a text of a meeting changes exactly the printed text
// that names its key, line breaks aside.
func TestMutations(t *testing.T) {
	press := newPress(t, DefaultStyle)
	for _, file := range examples(t) {
		whole, problems := readMutant(press, file, nil)
		if problems.Failed() {
			t.Fatal(problems)
		}
		before := map[string]original{}
		for _, kind := range tracedKinds {
			sheets, err := press.Sheets(t.Context(), kind, whole.Meeting, Origin{})
			if err != nil {
				t.Fatal(err)
			}
			before[kind] = original{makeKind(t, press, whole, kind), sheets}
		}
		tried, changed := 0, 0
		for _, m := range mutations(t, file, whole) {
			mutant, problems := readMutant(press, file, m.files)
			if problems.Failed() {
				continue // a name that others refer to, a word of a choice
			}
			tried++
			for _, kind := range tracedKinds {
				if before[kind].paper != nil && mutates(t, press, kind, m.key, mutant, before[kind]) {
					changed++
				}
			}
		}
		t.Logf("%s: %d changes of a text, %d seen", file, tried, changed)
		if tried < 10 || changed < 4 {
			t.Errorf("%s: %d changes of a text, %d seen", file, tried, changed)
		}
	}
}

// original is a paper of the unchanged meeting with the sheets of its
// enclosures.
type original struct {
	paper  *Paper
	sheets map[string]int
}

// mutates reports whether changing a key changes a paper, and checks that
// nothing else changes.
func mutates(t *testing.T, press *Press, kind, key string, mutant *input.File, before original) bool {
	t.Helper()
	check := func(place string, old, now []printed) {
		if old, now := joined(old, key), joined(now, key); old != now {
			t.Errorf("%s, %s: a change of %s changes more than names it:\n%s", kind, place, key, difference(old, now))
		}
	}
	r := request(kind, mutant)
	r.Sheets = before.sheets
	doc, _, err := press.Templates.Document(t.Context(), r, mutant.Meeting)
	if errors.As(err, new(compose.MeetingError)) {
		return false // the change was noticed
	}
	if err != nil {
		t.Fatal(err)
	}
	old, now := inTree(before.paper.Document), inTree(doc)
	if joined(old, "") == joined(now, "") {
		return false // an equal tree gives equal pages
	}
	check("tree", old, now)
	check("pages", onPages(before.paper), onPages(makeKind(t, press, mutant, kind)))
	return true
}

// joined returns a paper without the text of a key and without numbers of pages
// and items, which may change.
func joined(list []printed, without string) string {
	var b strings.Builder
	for _, p := range list {
		if p.origin != nil && (p.origin.Kind == document.Generated || names(p.origin.Keys, without)) {
			continue
		}
		b.WriteString(p.text)
	}
	return b.String()
}

// names reports whether keys include another: a list or a table includes
// everything in it, and a text may stand for a table without other content.
func names(keys []string, other string) bool {
	within := func(key, table string) bool {
		rest, found := strings.CutPrefix(key, table)
		return found && table != "" && (rest == "" || rest[0] == '.' || rest[0] == '[')
	}
	return slices.ContainsFunc(keys, func(key string) bool { return within(key, other) || within(other, key) })
}

// difference returns where two texts begin to differ.
func difference(a, b string) string {
	x, y := []rune(a), []rune(b)
	n := 0
	for n < len(x) && n < len(y) && x[n] == y[n] {
		n++
	}
	around := func(r []rune) string { return string(r[max(0, n-20):min(len(r), n+30)]) }
	return fmt.Sprintf("  was %q\n  is  %q", around(x), around(y))
}

// mutation is a meeting with one letter added to one text.
type mutation struct {
	key   string
	files map[string][]byte
}

// mutations returns those of all texts in the files of a meeting.
func mutations(t *testing.T, file string, whole *input.File) (list []mutation) {
	t.Helper()
	for _, name := range []string{file, filepath.Join(filepath.Dir(file), "council.toml")} {
		src, err := os.ReadFile(name)
		if os.IsNotExist(err) {
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		parsed, problems := tomlfile.Parse(filepath.ToSlash(name), src)
		if problems.Failed() {
			t.Fatal(problems)
		}
		parsed.Strings(func(key, value string) {
			at := parsed.Locate(diag.Problem{Key: key})
			merged, ok := mergedKey(whole, key, at)
			if !ok || strings.TrimSpace(value) == "" || strings.HasSuffix(key, "file") {
				return // the meeting is invalid or has another structure
			}
			list = append(list, mutation{merged, map[string][]byte{filepath.ToSlash(name): longer(src, at)}})
		})
	}
	return list
}

// mergedKey returns the key of a text in the merged meeting: people of the
// council's file come first.
func mergedKey(whole *input.File, key string, at diag.Problem) (merged string, ok bool) {
	same := func(key string) bool {
		found := whole.Locate(diag.Problem{Key: key})
		return found.File == at.File && found.Line == at.Line && found.Column == at.Column
	}
	if same(key) {
		return key, true
	}
	if rest, isPerson := strings.CutPrefix(key, "people["); isPerson {
		_, step, _ := strings.Cut(rest, "]")
		for i := range whole.People {
			if key := fmt.Sprintf("people[%d]%s", i, step); same(key) {
				return key, true
			}
		}
	}
	return "", false
}

// longer adds a letter after the text that begins at an offset, or to the
// patronymic of a full name: templates choose words by gender.
func longer(src []byte, at diag.Problem) []byte {
	lines := bytes.SplitAfter(src, []byte("\n"))
	start := len(bytes.Join(lines[:at.Line-1], nil)) + len(string([]rune(string(lines[at.Line-1]))[:at.Column-1]))
	quote := src[start : start+1]
	if bytes.HasPrefix(src[start:], bytes.Repeat(quote, 3)) {
		quote = bytes.Repeat(quote, 3)
	}
	end := start + len(quote)
	for !bytes.HasPrefix(src[end:], quote) {
		if src[end] == '\\' && quote[0] == '"' {
			end++
		}
		end++
	}
	for end > 0 && (src[end-1] == '\n' || src[end-1] == ' ') {
		end--
	}
	if fullName.Match(src[start:end]) {
		end -= len("ович")
	}
	return slices.Concat(src[:end], []byte("ж"), src[end:])
}

var fullName = regexp.MustCompile(`\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+(ович|евич|овна|евна)$`)

// readMutant reads a meeting with some files replaced.
func readMutant(press *Press, file string, files map[string][]byte) (*input.File, diag.List) {
	open := func(name string) ([]byte, error) {
		if src, ok := files[filepath.ToSlash(name)]; ok {
			return src, nil
		}
		return os.ReadFile(name)
	}
	src, err := open(file)
	if err != nil {
		return nil, diag.List{{Message: err.Error()}}
	}
	return input.Read(filepath.ToSlash(file), src, press.Reading(open))
}

func request(kind string, m *input.File) compose.Request {
	return compose.Request{Kind: kind, Items: []int{len(m.Agenda)}}
}

// makeKind returns the paper of a kind, or nil when the meeting lacks something.
func makeKind(t *testing.T, press *Press, m *input.File, name string) *Paper {
	t.Helper()
	kind, err := compose.FindKind(name)
	if err != nil {
		t.Fatal(err)
	}
	if kind.Lacks(m.Meeting, request(name, m)) != "" {
		return nil
	}
	paper, err := press.Paper(t.Context(), request(name, m), m.Meeting, Origin{})
	if err != nil {
		t.Fatal(err)
	}
	return paper
}

// TestMarksInInput: the characters that mark origins are rejected in a meeting,
// typed or escaped.
func TestMarksInInput(t *testing.T) {
	press := newPress(t, DefaultStyle)
	file := examples(t)[0]
	src, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, mark := range []string{"\uFDD0", "\uFDEF", `\uFDD1`} {
		spoilt := bytes.Replace(src, []byte("place = \""), []byte("place = \""+mark), 1)
		if bytes.Equal(spoilt, src) {
			t.Fatalf("%s has no place", file)
		}
		m, problems := input.Read(file, spoilt, press.Reading(os.ReadFile))
		if m != nil || !strings.Contains(problems.Error(), "place: символа") {
			t.Errorf("%+q: %v", mark, problems)
		}
	}
}
