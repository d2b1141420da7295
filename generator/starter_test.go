package generator

import (
	"bytes"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"protokol/generator/internal/compose"
	"protokol/generator/internal/starter"
)

// TestStarters checks that every form of protocol and every kind of paper has a
// file to begin with, which is printed without warnings.
func TestStarters(t *testing.T) {
	g, err := New(Config{})
	if err != nil {
		t.Fatal(err)
	}
	for _, form := range starter.Forms() {
		for _, kind := range compose.Kinds {
			files, err := Starter(form, kind.Name)
			if err != nil {
				t.Error(err)
				continue
			}
			m, problems := g.Parse(nil, files[0].Path, files[0].Data)
			if len(problems.List) > 0 {
				t.Errorf("%s %s: %v", form, kind.Name, problems.List)
				continue
			}
			if found, err := g.Check(t.Context(), m); err != nil || len(found.List) > 0 {
				t.Errorf("%s %s: %v %v", form, kind.Name, found.List, err)
			}
			r := compose.Request{Kind: kind.Name, Items: []int{1}}
			if why := kind.Lacks(m.source.Meeting, r); why != "" {
				t.Errorf("%s %s: %s", form, kind.Name, why)
			}
		}
	}
	for _, wrong := range [][2]string{{"ful", ""}, {"", "leter"}, {"", "letterhead"}, {"../meeting", ""}} {
		if _, err := Starter(wrong[0], wrong[1]); err == nil {
			t.Errorf("%v is known", wrong)
		}
	}
}

var everyField = cmp.Exporter(func(reflect.Type) bool { return true })

// TestNext begins the next meeting after every example: it asks for what only the
// user knows, keeps the standing facts and repeats nothing that was decided.
func TestNext(t *testing.T) {
	g, err := New(Config{})
	if err != nil {
		t.Fatal(err)
	}
	folders, err := filepath.Glob("../examples/20*")
	if err != nil || len(folders) == 0 {
		t.Fatal(folders, err)
	}
	for _, folder := range folders {
		fsys := os.DirFS(folder)
		last, problems := g.Read(fsys, "meeting.toml")
		if last == nil {
			t.Fatal(problems.List)
		}
		next, err := g.Next(last, false)
		if err != nil {
			t.Errorf("%s: %v", folder, err)
			continue
		}
		text := next.Files[0].Data
		if _, problems = g.Parse(fsys, "meeting.toml", text); !problems.Failed() {
			t.Errorf("%s: nothing is missing", folder)
		}
		for _, p := range problems.List {
			if p.Severity == 0 && p.Key != "date" && !strings.HasPrefix(p.Key, "agenda[") {
				t.Errorf("%s: %v", folder, p)
			}
		}
		for _, item := range last.source.Agenda {
			if bytes.Contains(text, []byte(item.Title)) {
				t.Errorf("%s asks again: %s", folder, item.Title)
			}
		}
		filled := append([]byte("date = 2030-01-10\n"), bytes.ReplaceAll(bytes.ReplaceAll(text,
			[]byte(`title = ""`), []byte(`title = "О разном."`)),
			[]byte(`decisions = [""]`), []byte(`decisions = ["Да."]`))...)
		again, problems := g.Parse(fsys, "meeting.toml", filled)
		if problems.Failed() {
			t.Errorf("%s: %v", folder, problems.List)
			continue
		}
		if diff := cmp.Diff(last.source.People, again.source.People, everyField); diff != "" {
			t.Errorf("%s: %s", folder, diff)
		}
		if open := compose.OpenTasks(again.source.Meeting, starter.TaskColumns); len(open) !=
			len(compose.OpenTasks(last.source.Meeting, starter.TaskColumns)) {
			t.Errorf("%s: open are %v", folder, open)
		}
	}
}
