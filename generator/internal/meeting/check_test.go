package meeting

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"protokol/generator/diag"
	"protokol/generator/internal/golden"
	"protokol/generator/internal/tomlfile"
)

// sound is a meeting without a flaw. Comments mark where tests add keys.
const sound = `
date = 2026-03-12
chair = "Образцов П. И."
secretary = "Примерова А. В."
# top
[council]
name = "Совет"
# council
[[people]]
name = "Образцов Пётр Ильич"
[[people]]
name = "Примерова Анна Викторовна"
[[people]]
name = "Шаблонова Нина Алексеевна"
[[people]]
name = "Бланков Иван"
guest = true
[[agenda]]
title = "О плане"
decisions = ["Утвердить"]
# item
[[agenda]]
title = "О сроках"
decisions = ["Продлить"]
# end
`

// meetingOf reads a meeting.
func meetingOf(t *testing.T, src string) *Meeting {
	t.Helper()
	file, problems := tomlfile.Parse("meeting.toml", []byte(src))
	if problems.Failed() {
		t.Fatalf("%v\n%s", problems, src)
	}
	m := new(Meeting)
	if problems := file.Bind(m); problems.Failed() {
		t.Fatalf("%v\n%s", problems, src)
	}
	return m
}

// TestCheck: testdata/*.txt say what Check finds in meetings that differ from
// the sound one in one place: «@ what is replaced», by what, «=», the problems,
// with «!» before a warning.
func TestCheck(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	for _, name := range files {
		t.Run(filepath.Base(name), func(t *testing.T) {
			text, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			cases := strings.Split(string(text), "\n@ ")
			for i, c := range cases[1:] {
				cases[i+1] = checked(t, strings.TrimSuffix(c, "\n"))
			}
			golden.Compare(t, name, []byte(strings.Join(cases, "\n@ ")))
		})
	}
}

// checked is a case with what Check finds.
func checked(t *testing.T, c string) string {
	t.Helper()
	old, rest, _ := strings.Cut(c, "\n")
	lines, _, found := strings.Cut("\n"+rest+"\n", "\n=\n")
	place := strings.ReplaceAll(old, `\n`, "\n")
	if !found || strings.Count(sound, place) != 1 {
		t.Fatalf("%q has no answer, or stands %d times in the sound meeting", c, strings.Count(sound, place))
	}
	m := meetingOf(t, strings.Replace(sound, place, strings.TrimPrefix(lines, "\n"), 1))
	return old + lines + "\n=\n" + said(m.Check())
}

// said is problems a line each.
func said(problems diag.List) string {
	var b strings.Builder
	for _, p := range problems {
		if p.Severity == diag.Warning {
			b.WriteString("! ")
		}
		b.WriteString(p.Key + ": " + p.Message + "\n")
	}
	return b.String()
}
