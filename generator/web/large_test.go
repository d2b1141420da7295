package web

import (
	"net/http"
	"strings"
	"testing"
	"time"
)

// TestLargeFile checks that a file of many values has neither form nor sheet, which would take minutes, but its text,
// its papers and a sentence that says so; and that a file of as many letters in few values has all of them.
func TestLargeFile(t *testing.T) {
	questions := func(n int) string {
		return strings.Replace(meeting, "[[agenda]]", strings.Repeat("[[agenda]]\ntitle = \"О\"\n", n)+"[[agenda]]", 1)
	}
	for name, c := range map[string]struct {
		text    string
		isLarge bool
	}{
		"usual": {meeting, false},
		"many letters": {strings.Replace(meeting, "Утвердить план.",
			strings.Repeat("Утвердить план. ", 1000), 1), false},
		"many questions": {questions(3000), true},
		"many names": {strings.Replace(meeting, `decisions = ["Утвердить план."]`,
			"decisions = ["+strings.Repeat(`"Принять.", `, 6000)+"]", 1), true},
	} {
		t.Run(name, func(t *testing.T) {
			p := open(t, map[string]string{"m.toml": c.text})
			status, page := p.get("/edit/m.toml")
			if hasForm := strings.Contains(page, `id="group-agenda"`); status != http.StatusOK || hasForm == c.isLarge {
				t.Errorf("%d, a form: %t", status, hasForm)
			}
			_, body := p.post("/api/preview", map[string]any{"file": "m.toml", "kind": "protocol"})
			s := p.state(body)
			if s.Large != c.isLarge || s.Failed || len(s.Papers) == 0 || s.Text != c.text ||
				len(s.Preview.Pages) > 0 == c.isLarge || c.isLarge != (s.Preview.Note == largeNote) {
				t.Errorf("%+v", s)
			}
			status, _ = p.get("/api/check?file=m.toml&version=" + version([]byte(c.text)))
			if isChecked := status == http.StatusOK; isChecked == c.isLarge {
				t.Errorf("the check: %d", status)
			}
		})
	}
}

// TestAnswersKeepNoFile checks that a change of a file waits for no answer about it.
func TestAnswersKeepNoFile(t *testing.T) {
	p := open(t, map[string]string{"m.toml": meeting})
	answering, end := make(chan bool), make(chan bool)
	go func() {
		_ = p.server.open("m.toml", func(opened) (func() error, error) {
			return func() error {
				close(answering)
				<-end
				return nil
			}, nil
		})
	}()
	<-answering
	defer close(end)
	changed := make(chan int)
	go func() {
		status, _ := p.post("/api/edit", map[string]any{"file": "m.toml", "do": "set", "path": []any{"number"},
			"value": "7", "version": version([]byte(meeting)), "kind": "protocol"})
		changed <- status
	}()
	select {
	case status := <-changed:
		if status != http.StatusOK || !strings.Contains(p.file("m.toml"), `"7"`) {
			t.Error(status, p.file("m.toml"))
		}
	case <-time.After(time.Minute):
		t.Error("the change waits for an answer")
	}
}
