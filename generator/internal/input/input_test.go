package input

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"protokol/generator/internal/golden"
	"protokol/generator/internal/meeting"
)

// printable stands for the coverage of a face: Cyrillic, Latin and the marks
// of official papers, but no arrows and no faces.
func printable(r rune) bool { return r < 0x2190 }

func options(files map[string][]byte) Options {
	return Options{
		Covers: printable,
		Open: func(name string) ([]byte, error) {
			if src, ok := files[name]; ok {
				return src, nil
			}
			return nil, errors.New("no such file")
		},
	}
}

// TestErrors shows every kind of error as the user sees it. An archive holds
// meeting.toml, maybe council.toml, and the exact output.
func TestErrors(t *testing.T) {
	archives, err := filepath.Glob("testdata/errors/*.txtar")
	if err != nil || len(archives) < 25 {
		t.Fatalf("%d archives, %v", len(archives), err)
	}
	for _, name := range archives {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			files := map[string][]byte{}
			for _, f := range archive.Files {
				files[f.Name] = bytes.TrimSuffix(f.Data, []byte("\n"))
			}
			_, problems := Read("meeting.toml", files["meeting.toml"], options(files))
			var got bytes.Buffer
			if err := problems.Write(&got, files); err != nil {
				t.Fatal(err)
			}
			if golden.Updating() {
				rewriteArchive(t, name, archive, got.Bytes())
				return
			}
			if diff := cmp.Diff(string(files["stderr"])+"\n", got.String()); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func rewriteArchive(t *testing.T, name string, archive *txtar.Archive, got []byte) {
	archive.Files = slices.DeleteFunc(archive.Files, func(f txtar.File) bool { return f.Name == "stderr" })
	archive.Files = append(archive.Files, txtar.File{Name: "stderr", Data: got})
	if err := os.WriteFile(name, txtar.Format(archive), 0o666); err != nil {
		t.Fatal(err)
	}
}

const whole = `
number = "5"
date = 2026-03-12
start = 10:00
end = "12.30"
chair = "Образцов"
secretary = "примерова а.в."
[council]
name = "Совет"
genitive = "Совета"
[[people]]
name = "Образцов Пётр Ильич"
[[people]]
name = "Примерова Анна Викторовна"
[[agenda]]
title = "О плане"
decisions = ["Утвердить", { text = "Разослать", due = 2026-04-01, points = ["Быстро"] }]
`

func TestRead(t *testing.T) {
	for name, src := range map[string]string{
		"plain": whole,
		"BOM":   "\uFEFF" + whole,
		"CRLF":  strings.ReplaceAll(whole, "\n", "\r\n"),
	} {
		m, problems := Read("meeting.toml", []byte(src), options(nil))
		if len(problems) > 0 {
			t.Fatalf("%s: %v", name, problems)
		}
		if m.Date != (meeting.Date{Year: 2026, Month: 3, Day: 12}) || *m.End != (meeting.Clock{Hour: 12, Minute: 30}) {
			t.Errorf("%s: date %v, end %v", name, m.Date, *m.End)
		}
		if chair, ok := m.Directory().Person(m.Chair); !ok || chair.Name != "Образцов Пётр Ильич" {
			t.Errorf("%s: chair %v", name, chair)
		}
		if d := m.Agenda[0].Decisions; d[0].Text != "Утвердить" || d[1].Points[0].Text != "Быстро" ||
			d[1].Due.Date.Day != 1 {
			t.Errorf("%s: decisions %+v", name, d)
		}
	}
}

// TestRemedies: a line that is written as the remedy says reads without another
// word.
func TestRemedies(t *testing.T) {
	for wrong, line := range map[string]string{
		"date = 12.03.2026": "", "date = 12/03/2026 г.": "", "date = 2026-3-12": "", "date = 12 марта 2026 года": "",
		`date = "12.03.2026"`: "", "date = «12» марта 2026 г.": "", "date = 2026-03-12 в 10:00": "",
		"start = 9:00": "start = 10:00", "start = 9.30": "start = 10:00", "start = 9 ч. 30 мин.": "start = 10:00",
		"number = №5": `number = "5"`, "number = 15-пр": `number = "5"`, `number = "№ 5"`: `number = "5"`,
		`decisions = [{ text = "а", vote = ( for = 2 ) }]`: "",
	} {
		if key, _, _ := strings.Cut(wrong, "="); line == "" {
			line = regexp.MustCompile(`(?m)^` + key + `=.*$`).FindString(whole)
		}
		src := strings.Replace(whole, line, wrong, 1)
		_, problems := Read("meeting.toml", []byte(src), options(nil))
		if len(problems) != 1 {
			t.Errorf("%s: %v", wrong, problems)
			continue
		}
		hint := problems[0].Hint
		remedy := hint[strings.LastIndex(hint, ": ")+2:]
		if strings.HasPrefix(remedy, "vote") {
			remedy = strings.Replace(wrong, "vote = ( for = 2 )", remedy, 1)
		}
		src = strings.Replace(whole, line, remedy, 1)
		if _, problems = Read("meeting.toml", []byte(src), options(nil)); len(problems) > 0 {
			t.Errorf("%s: the remedy %s: %v", wrong, remedy, problems)
		}
	}
}

// TestCouncilFile lays a meeting over the council's file.
func TestCouncilFile(t *testing.T) {
	council := `
chair = "Первый"
secretary = "Второй"
[council]
name = "Совет"
genitive = "Совета"
[[people]]
name = "Первый Иван"
position = "директор"
[[people]]
name = "Второй Пётр"
position = "инженер"
`
	src := `
council_file = "council.toml"
date = 2026-03-12
chair = "Третий"
council.genitive = "нашего Совета"
[[people]]
name = "Второй Пётр"
position = "главный инженер"
[[people]]
name = "Третий Олег"
[[agenda]]
title = "О плане"
decisions = ["Утвердить"]
`
	m, problems := Read("a/meeting.toml", []byte(src), options(map[string][]byte{"a/council.toml": []byte(council)}))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	if m.Chair != "Третий" || m.Secretary != "Второй" || m.Council.Name != "Совет" ||
		m.Council.Genitive != "нашего Совета" {
		t.Errorf("merged %+v", m)
	}
	want := []meeting.Person{{Name: "Первый Иван", Position: "директор", Standing: true},
		{Name: "Второй Пётр", Position: "главный инженер"}, {Name: "Третий Олег"}}
	if diff := cmp.Diff(want, m.People); diff != "" {
		t.Error(diff)
	}
}

// TestCouncilFileMissing: who is missing with the council's file is not
// reported one by one.
func TestCouncilFileMissing(t *testing.T) {
	src := `council_file = "council.toml"
date = 2026-03-12
chair = "Третий"
secretary = 5
[[agenda]]
title = "О плане"
decisions = ["Утвердить"]
`
	for name, files := range map[string]map[string][]byte{
		"missing": {}, "broken": {"a/council.toml": []byte("chair = \n")},
		"chained": {"a/council.toml": []byte("council_file = 'b.toml'\n")},
	} {
		_, problems := Read("a/meeting.toml", []byte(src), options(files))
		if len(problems) != 2 || problems[0].Key == "secretary" == (problems[1].Key == "secretary") {
			t.Errorf("%s: %v", name, problems)
		}
	}
}

// FuzzRead: whatever the bytes, there is a meeting or a located problem, and
// no panic.
func FuzzRead(f *testing.F) {
	f.Add([]byte(whole))
	f.Add([]byte("a = [[[[[["))
	f.Add([]byte("date = 2017-02-30\r\nx = \"\\u0001\""))
	f.Add([]byte{0xFF, 0xFE, 'a', 0})
	f.Add([]byte("\xEF\xEE = 1"))
	f.Add([]byte("people = [{name = \"А\"}, {name = 1}]\n[[agenda]]\n[[agenda.decisions]]\n[agenda.decisions.table]"))
	f.Fuzz(func(t *testing.T, src []byte) {
		m, problems := Read("meeting.toml", src, options(map[string][]byte{"council.toml": src}))
		if m == nil && !problems.Failed() {
			t.Fatal("no meeting and no error")
		}
		for _, p := range problems {
			if p.Message == "" || p.File != "meeting.toml" && p.File != "council.toml" {
				t.Fatalf("a problem without a file or a message: %+v", p)
			}
			if lines := bytes.Count(src, []byte("\n")) + 1; p.Line > lines {
				t.Fatalf("line %d of %d: %v", p.Line, lines, p)
			}
		}
		if err := problems.Write(&bytes.Buffer{}, map[string][]byte{"meeting.toml": src}); err != nil {
			t.Fatal(err)
		}
	})
}

func BenchmarkRead(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, problems := Read("meeting.toml", []byte(whole), options(nil)); problems.Failed() {
			b.Fatal(problems)
		}
	}
}

// TestComposesLetters: a name copied from a Mac, where й is и and a breve, is
// the name typed on Windows.
func TestComposesLetters(t *testing.T) {
	src := strings.Replace(whole, `chair = "Образцов"`, "chair = \"Соловьёв Й. И.\"", 1)
	src = strings.Replace(src, "Образцов Пётр", "Соловье\u0308в И\u0306оан", 1)
	m, problems := Read(
		"meeting.toml",
		[]byte(src),
		Options{Covers: func(r rune) bool { return r < 0x300 || r > 0x36F }},
	)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	if name := m.People[0].Name; name != "Соловьёв Йоан Ильич" {
		t.Errorf("%q", name)
	}
}

// TestPlacesOfCouncil: a value in a list of the council's file has its place there,
// whatever the order of the keys.
func TestPlacesOfCouncil(t *testing.T) {
	council := "[council]\nname = \"Совет\"\n[[people]]\nname = \"Образцов Пётр Ильич\"\nposition = \"дирек\u2190тор\"\n"
	src := "council_file = \"council.toml\"\ndate = 2026-03-12\nchair = \"Образцов\"\nsecretary = " +
		"\"Образцов\"\n[[agenda]]\ntitle = \"О плане\"\n"
	for range 20 {
		_, problems := Read("meeting.toml", []byte(src), options(map[string][]byte{"council.toml": []byte(council)}))
		if len(problems) == 0 || problems[len(problems)-1].Key != "people[0].position" {
			t.Fatalf("%v", problems)
		}
		if p := problems[len(problems)-1]; p.File != "council.toml" || p.Line != 5 || p.Column != 12 {
			t.Fatalf("%s is at %s:%d:%d", p.Key, p.File, p.Line, p.Column)
		}
	}
}
