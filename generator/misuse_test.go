package generator

import (
	"crypto/x509"
	"errors"
	"maps"
	"math/big"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
)

const misusedList = "Организация;Руководитель\nООО «Ромашка»;Иванов Иван Иванович\nАО «Берёзка»;Петрова Мария " +
	"Сергеевна\n"

func openMisused(t *testing.T) *List {
	t.Helper()
	list, err := OpenList("list.csv", strings.NewReader(misusedList), int64(len(misusedList)), ListOptions{})
	if err != nil {
		t.Fatal(err)
	}
	return list
}

func readMisused(t *testing.T, g *Generator) *Meeting {
	t.Helper()
	m, problems := g.Read(exampleFiles, "2026-03-12/meeting.toml")
	if problems.Failed() {
		t.Fatal(problems)
	}
	return m
}

// TestNoMeeting: a meeting that was not read gives errors, not faults.
func TestNoMeeting(t *testing.T) {
	g := newTestGenerator(t, Config{})
	for _, m := range []*Meeting{nil, {}} {
		_, _, err := g.Make(t.Context(), m, Request{Kind: "letter"})
		_, checked := g.Check(t.Context(), m)
		_, _, formed := g.Forms(t.Context(), m)
		_, sent := g.Batch(
			t.Context(),
			m,
			openMisused(t),
			BatchRequest{Kind: "letter", Formats: Formats, Folder: t.TempDir()},
		)
		for i, err := range []error{err, checked, formed, sent} {
			if !errors.Is(err, errNoMeeting) {
				t.Errorf("call %d: %v", i, err)
			}
		}
		if m.Explain() != nil || m.Supports(Request{Kind: "letter"}) ||
			len(m.Requests(Plan{Kinds: []string{"letter"}, Each: true})) != 1 {
			t.Error("a meeting that was not read has something to print")
		}
	}
}

// TestBadRequests: what a request cannot have is refused, and not left out in
// silence.
func TestBadRequests(t *testing.T) {
	g := newTestGenerator(t, Config{})
	m := readMisused(t, g)
	for _, test := range []struct {
		option string
		r      Request
	}{
		{"kind", Request{}},
		{"to", Request{Kind: "letter", To: 99}},
		{"to", Request{Kind: "letter", To: -1}},
		{"sort", Request{Kind: "assignments", Sort: "x"}},
	} {
		_, _, err := g.Make(t.Context(), m, test.r)
		var option OptionError
		if !errors.As(err, &option) || option.Option != test.option {
			t.Errorf("%+v: %v", test.r, err)
		}
	}
	_, err := New(Config{Templates: fstest.MapFS{"protocol.tmpl/x": {}}})
	if err == nil {
		t.Error("a template that is a folder is taken")
	}
}

// TestBadBatches: a batch that would make nothing is refused; a format named twice is made once.
func TestBadBatches(t *testing.T) {
	g := newTestGenerator(t, Config{})
	m := readMisused(t, g)
	for option, r := range map[string]BatchRequest{
		"format": {Folder: t.TempDir()},
		"kind":   {Formats: Formats, Folder: t.TempDir(), Kind: "protocol"},
	} {
		if r.Kind == "" {
			r.Kind = "invitation"
		}
		_, err := g.Batch(t.Context(), m, openMisused(t), r)
		var refused OptionError
		if !errors.As(err, &refused) || refused.Option != option {
			t.Errorf("%+v: %v", r, err)
		}
	}
	r := BatchRequest{Kind: "letter", Formats: Formats, Folder: t.TempDir()}
	if _, err := g.Batch(t.Context(), m, nil, r); err == nil {
		t.Error("a batch without a list")
	}
	folder := t.TempDir()
	result, err := g.Batch(
		t.Context(),
		m,
		openMisused(t),
		BatchRequest{Kind: "invitation", Formats: []string{"pdf", "pdf"}, Folder: folder},
	)
	letters, _ := filepath.Glob(filepath.Join(folder, "*«*.pdf"))
	if err != nil || result.Made != 2 || len(letters) != 2 {
		t.Errorf("%v %v %q", result, err, letters)
	}
}

// TestZeroValues: zero values of keys, certificates, lists and file systems.
func TestZeroValues(t *testing.T) {
	g := newTestGenerator(t, Config{})
	if _, err := g.Sign(nil, Key{}, SignRequest{}); !errors.Is(err, ErrKey) {
		t.Errorf("signing without a key: %v", err)
	}
	if _, err := g.Prepare(nil, nil, SignRequest{}); err == nil {
		t.Error("a signature without a certificate")
	}
	_, err := g.Prepare(nil, &x509.Certificate{SerialNumber: big.NewInt(1)}, SignRequest{Field: "chair"})
	if err == nil || err.Error() != "не указано время подписания" {
		t.Errorf("a signature without a time: %v", err)
	}
	var problems Problems
	if _, err := OpenList("list.csv", nil, 5, ListOptions{}); !errors.As(err, &problems) {
		t.Errorf("a list without data: %v", err)
	}
	if _, err := OpenList("list.csv", strings.NewReader(misusedList), -5, ListOptions{}); !errors.As(err, &problems) {
		t.Errorf("a list of a negative size: %v", err)
	}
	if _, problems := g.Read(nil, "meeting.toml"); !problems.Failed() {
		t.Error("a meeting out of no file system")
	}
	c := Collection{Tables: []FormTable{{Name: "application"}}}
	var option OptionError
	if _, err := c.Save(nil, false); !errors.As(err, &option) {
		t.Errorf("a table without a place: %v", err)
	}
}

// TestParseColumnsTogether: a comma divides pairs only where another one begins.
func TestParseColumnsTogether(t *testing.T) {
	for text, want := range map[string]map[string]string{
		"name=A,organization=B": {"name": "A", "organization": "B"},
		"name = ФИО, полностью; inn=ИНН, КПП, ОГРН": {"name": "ФИО, полностью", "inn": "ИНН, КПП, ОГРН"},
		"address=Город, улица, дом":                 {"address": "Город, улица, дом"},
		"name=A,organisation=B":                     {"name": "A", "organisation": "B"},
		"surname=Ф, given_name=И,index=5":           {"surname": "Ф", "given_name": "И", "index": "5"},
	} {
		if got, err := ParseColumns([]string{text}); err != nil || !maps.Equal(got, want) {
			t.Errorf("%s: %v, %v", text, got, err)
		}
	}
}

// TestParseColumns: of two columns for the same, none is taken silently.
func TestParseColumns(t *testing.T) {
	got, err := ParseColumns([]string{"inn = B", "inn=B", "name=C"})
	if err != nil || len(got) != 2 || got["inn"] != "B" || got["name"] != "C" {
		t.Error(got, err)
	}
	for pair, want := range map[string]string{"inn=C": "B и C", "C": "пишется так"} {
		var option OptionError
		if _, err := ParseColumns([]string{"inn=B", pair}); !errors.As(err, &option) ||
			!strings.Contains(option.Message, want) {
			t.Errorf("%s: %v", pair, err)
		}
	}
}

// TestValuesAreCopies: who changes the values of a file does not change those that it has when read again.
func TestValuesAreCopies(t *testing.T) {
	src := []byte("[council]\nname = \"Совет\"\n[[people]]\nname = \"А\"\nposts = [\"глава\"]\n")
	for range 2 {
		values, err := Values(src)
		if err != nil {
			t.Fatal(err)
		}
		council, person := values["council"].(map[string]any), values["people"].([]any)[0].(map[string]any)
		posts := person["posts"].([]any)
		if council["name"] != "Совет" || person["name"] != "А" || posts[0] != "глава" {
			t.Errorf("%v", values)
		}
		council["name"], person["name"], posts[0] = "", "", ""
	}
}
