package web

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"protokol/generator"
)

// batch is the state of a batch on the page.
type batch struct {
	Running           bool
	Done, Total, Left int
	Result            string
}

// batchUntil polls the state of the batch until a condition holds.
func (p *page) batchUntil(wanted func(b batch) bool) (b batch) {
	p.Helper()
	for start := time.Now(); ; time.Sleep(5 * time.Millisecond) {
		_, body := p.get("/api/batch")
		b = batch{}
		if err := json.Unmarshal([]byte(body), &b); err != nil || time.Since(start) > time.Minute {
			p.Fatal(err, body)
		}
		if wanted(b) {
			return b
		}
	}
}

// TestBatchStopped: a batch is stopped and goes on from there; letters that are made are
// not made again, and rows with errors are named with their reasons both times.
func TestBatchStopped(t *testing.T) {
	p := open(t,
		map[string]string{"m.toml": meeting + "\n[invitation]\nheading = \"О вступлении\"\ntext = [\"Просим.\"]\n"})
	const rows = 450
	list := "Организация;ИНН\nООО «Плохое»;5\n"
	for i := range rows {
		list += fmt.Sprintf("ООО «Ромашка %d»;7707083893\n", i)
	}
	_, columns := p.send("/tools/list", [3]string{"meeting", "", "m.toml"}, [3]string{"kind", "", "invitation"},
		[3]string{"@list", "список.csv", list})
	if !strings.Contains(columns, "Нет в списке: ") || strings.Contains(columns, "postal_address, ") {
		t.Error("how the list was understood:", columns)
	}
	start := func(more ...[3]string) (int, string) {
		return p.send("/api/batch/start", append(more, [3]string{"meeting", "", "m.toml"},
			[3]string{"kind", "", "invitation"}, [3]string{"column:A", "", "organization"},
			[3]string{"column:B", "", "inn"}, [3]string{"list-version", "", version([]byte(list))})...)
	}
	if status, body := start(); status != http.StatusOK {
		t.Fatal(status, body)
	}
	p.batchUntil(func(b batch) bool { return b.Done > 3 })
	if status, _ := start(); status != http.StatusConflict {
		t.Error("a second batch at once:", status)
	}
	if status, body := p.post("/api/batch/stop", map[string]any{}); status != http.StatusOK {
		t.Fatal(status, body)
	}
	stopped := p.batchUntil(func(b batch) bool { return !b.Running })
	if stopped.Done >= rows || !strings.Contains(stopped.Result, "Остановлено") {
		t.Errorf("stopped: %+v", stopped)
	}
	made := func() map[string]time.Time {
		times := map[string]time.Time{}
		files, _ := filepath.Glob(filepath.Join(p.dir, "письма", "*Ромашка*.pdf"))
		for _, name := range files {
			info, err := os.Stat(name)
			if err != nil {
				t.Fatal(err)
			}
			times[name] = info.ModTime()
		}
		return times
	}
	other := open(t, nil)
	if status, body := other.send("/api/batch/start", [3]string{"resume", "", "1"}); status != http.StatusConflict ||
		!strings.Contains(body, "запускали заново") {
		t.Error("after a restart:", status, body)
	}
	first := made()
	if status, body := p.send("/api/batch/start", [3]string{"resume", "", "1"}); status != http.StatusOK {
		t.Fatal("from a page that has been opened anew:", status, body)
	}
	if b := p.batchUntil(func(b batch) bool { return !b.Running }); b.Done != b.Total {
		t.Errorf("gone on with: %+v", b)
	}
	if status, body := start([3]string{"resume", "", "1"}, [3]string{"zip", "", "1"},
		[3]string{"print", "", "1"}); status != http.StatusOK {
		t.Fatal(status, body)
	}
	whole := p.batchUntil(func(b batch) bool { return !b.Running })
	for _, part := range []string{"ИНН", "report.csv", ".zip", "для печати.pdf"} {
		if !strings.Contains(whole.Result, part) {
			t.Errorf("the outcome lacks %s:\n%s", part, whole.Result)
		}
	}
	all := made()
	if register, _ := filepath.Glob(filepath.Join(p.dir, "письма", "Реестр*")); len(register) == 0 {
		t.Error("no register")
	}
	if len(first) == 0 || len(first) >= rows || len(all) != rows {
		t.Errorf("%d letters, then %d", len(first), len(all))
	}
	for name, at := range first {
		if !all[name].Equal(at) {
			t.Error("made again:", name)
		}
	}
}

// TestStoppedAtOnce checks what the page says of a batch that is stopped before and after its first letter.
func TestStoppedAtOnce(t *testing.T) {
	for err, want := range map[error]string{
		context.Canceled: "Остановлено раньше, чем что-нибудь записано",
		generator.InterruptedError{Err: context.Canceled, Done: 2, Total: 7}: "Остановлено: готово 2 из 7",
	} {
		var j job
		j.run(generator.BatchRequest{Folder: "письма"}, "список.csv", nil, func() (generator.BatchResult, error) {
			return generator.BatchResult{}, err
		})
		if o := j.outcome; !j.finished || o.Good || !o.Bad || !strings.HasPrefix(o.Title, want) {
			t.Errorf("%v: %+v", err, o)
		}
	}
}

// TestBatchOfNothing: a batch of papers that the meeting does not give names the field to fill, and leaves no folder.
func TestBatchOfNothing(t *testing.T) {
	p := open(t, map[string]string{"m.toml": meeting})
	list := "Организация\nООО «Первое»\n"
	at := [][3]string{{"meeting", "", "m.toml"}, {"kind", "", "application"}, {"@list", "список.csv", list}}
	if status, body := p.send("/tools/list", at...); status != http.StatusOK {
		t.Fatal(status, body)
	}
	at[2] = [3]string{"list-version", "", version([]byte(list))}
	at = append(at, [3]string{"column:A", "", "organization"})
	if status, body := p.send("/api/batch/start", at...); status != http.StatusOK {
		t.Fatal(status, body)
	}
	done := p.batchUntil(func(b batch) bool { return !b.Running })
	if strings.Contains(done.Result, "[application]") || !strings.Contains(done.Result, "«m.toml», строка 1: нечего") ||
		!strings.Contains(done.Result, "нет раздела «Форма заявления о вступлении»") ||
		strings.Contains(done.Result, "Папка:") {
		t.Error(done.Result)
	}
	if files, _ := os.ReadDir(p.dir); len(files) != 1 {
		t.Error(files)
	}
}

// TestFolderOfFailedBatch: a batch that fails removes only the empty folder that was made for it, and keeps its notes.
func TestFolderOfFailedBatch(t *testing.T) {
	for _, c := range []struct {
		name      string
		made, dry bool
		want      bool // the folder stays
		line      bool // and is named
	}{
		{"made", true, false, false, false},
		{"empty of the user", false, false, true, true},
		{"file", true, false, true, true},
		{"link", true, false, true, true},
		{"full", true, false, true, true},
		{"dry run", false, true, true, false},
	} {
		dir := t.TempDir()
		root, err := os.OpenRoot(dir)
		if err != nil {
			t.Fatal(err)
		}
		defer root.Close()
		at := filepath.Join(dir, "письма")
		switch c.name {
		case "file":
			err = os.WriteFile(at, nil, 0o666)
		case "link":
			err = errors.Join(os.Mkdir(at+"2", 0o777), os.Symlink("письма2", at))
		case "full":
			err = os.MkdirAll(filepath.Join(at, "1"), 0o777)
		default:
			err = os.Mkdir(at, 0o777)
		}
		if err != nil {
			t.Fatal(err)
		}
		var j job
		q := generator.BatchRequest{Root: root, Folder: "письма", DryRun: c.dry}
		parent := root
		if !c.made {
			parent = nil
		}
		j.run(q, "список.csv", parent, func() (generator.BatchResult, error) {
			return generator.BatchResult{Failed: 1, Total: 2}, errors.New("нечего делать")
		})
		_, err = os.Lstat(at)
		lines := strings.Join(j.outcome.Lines, "\n")
		if (err == nil) != c.want || strings.Contains(lines, "Папка: письма") != c.line ||
			!strings.Contains(lines, "Не сделано строк списка: 1 из 2") {
			t.Errorf("%s: %v; %s", c.name, err, lines)
		}
	}
}

// TestListOfAnotherWindow checks that the columns of one list never make letters for
// another, which a second window has read meanwhile.
func TestListOfAnotherWindow(t *testing.T) {
	p := open(t,
		map[string]string{"m.toml": meeting + "\n[invitation]\nheading = \"О вступлении\"\ntext = [\"Просим.\"]\n"})
	first := "Организация\nООО «Первое»\n"
	for _, list := range []string{first, "Организация\nООО «Второе»\n"} {
		status, body := p.send("/tools/list", [3]string{"meeting", "", "m.toml"}, [3]string{"kind", "", "invitation"},
			[3]string{"@list", "список.csv", list})
		if status != http.StatusOK || !strings.Contains(body, version([]byte(list))) {
			t.Fatal(status, body)
		}
	}
	status, body := p.send("/api/batch/start", [3]string{"meeting", "", "m.toml"}, [3]string{"kind", "",
		"invitation"},
		[3]string{"column:A", "", "organization"}, [3]string{"list-version", "", version([]byte(first))})
	if status != http.StatusConflict {
		t.Error(status, body)
	}
}
