package web

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

// TestTasks checks that assignments of all meetings form one list sorted by deadline, with the
// outcomes that later meetings record.
func TestTasks(t *testing.T) {
	task := func(text, due string) string {
		return "\n[[agenda.decisions]]\ntext = \"" + text +
			"\"\nresponsible = [\"Иванов Иван Иванович\"]\ndue = " + due + "\n"
	}
	p := open(t, map[string]string{
		"a.toml": strings.Replace(meeting, "decisions = [\"Утвердить план.\"]\n", task("Купить стол.", "2026-03-01")+
			task("Найти зал.", "2026-05-01")+task("Писать письма.", "\"постоянно\""), 1),
		"bad.toml": "date = 2026-01-01\n[[agenda]]\n",
	})
	row := regexp.MustCompile(`(?s)<tr>.*?</tr>`)
	rows := func() string {
		status, body := p.get("/tasks")
		if status != 200 || !strings.Contains(body, "ещё есть что исправить") {
			t.Error(status, body)
		}
		return strings.Join(row.FindAllString(body, -1), "\n")
	}
	now = time.Date(2026, 3, 12, 10, 0, 0, 0, time.UTC)
	// A copy of the meeting, as extracted from its paper.
	if err := os.Mkdir(filepath.Join(p.dir, "копия"), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(p.dir, "копия", "a.toml"), []byte(p.file("a.toml")), 0o666); err != nil {
		t.Fatal(err)
	}
	before := rows()
	if strings.Count(before, "Купить") != 1 {
		t.Error("a task of a copy stands, too:", before)
	}
	// Another commission may have the same number, day, point and words.
	other := strings.ReplaceAll(p.file("a.toml"), "responsible = [\"Иванов Иван Иванович\"]",
		"responsible = [\"Петрова Анна Сергеевна\"]")
	if err := os.WriteFile(filepath.Join(p.dir, "другая.toml"), []byte(other), 0o666); err != nil {
		t.Fatal(err)
	}
	if both := rows(); strings.Count(both, "Купить") != 2 {
		t.Error("tasks of two commissions:", both)
	}
	if err := os.Remove(filepath.Join(p.dir, "другая.toml")); err != nil {
		t.Fatal(err)
	}
	order := regexp.MustCompile(`(?s)Купить.*Найти.*Писать`)
	if !order.MatchString(before) || strings.Count(before, "Просрочено") != 1 ||
		!strings.Contains(before, "01.05.2026") || !strings.Contains(before, "Иванов") {
		t.Error(before)
	}
	if _, err := p.PostForm(p.url+"/new", map[string][]string{"from": {"a.toml"}}); err != nil {
		t.Fatal(err)
	}
	if again := rows(); strings.Count(again, "Купить") != 1 {
		t.Error("a task of two meetings stands twice:", again)
	}
	next := p.file("meeting-4.toml")
	done := regexp.MustCompile(`("Купить стол\."(?:, "[^"]*"){2}, )""`).ReplaceAllString(next, `${1}"Куплен."`)
	if done == next {
		t.Fatal(next)
	}
	done = strings.NewReplacer("title = \"\"", "title = \"О деле\"", "# date = 2026-03-12", "date = 2026-04-12",
		`decisions = [""]`, `decisions = ["Принять к сведению."]`).Replace(done)
	if err := os.WriteFile(filepath.Join(p.dir, "meeting-4.toml"), []byte(done), 0o666); err != nil {
		t.Fatal(err)
	}
	if after := rows(); strings.Contains(after, "Просрочено") || !strings.Contains(after, "Куплен.") {
		t.Errorf("after it was done:\n%s\n%s", after, done)
	}
}
