package batch

import (
	"context"
	"errors"
	"maps"
	"slices"
	"strings"
	"testing"
)

// TestResume checks that a run interrupted at any record and then resumed gives
// the files of one uninterrupted run and repeats no more work than necessary.
func TestResume(t *testing.T) {
	const n = 50 // more than the queues hold
	all := addressees(n)
	want := cleanRun(t, all)
	for _, at := range []int{0, 1, 13, n - 1} {
		m := newMemory()
		ctx, stop := context.WithCancelCause(t.Context())
		j := job(t, m, all)
		j.Workers = 1
		pressed := errors.New("Ctrl-C")
		j.Progress = func(done, _ int) {
			if done > at {
				stop(pressed)
			}
		}
		if _, err := j.Run(ctx); at < 20 && !errors.Is(err, pressed) {
			t.Errorf("interrupted at %d: %v", at, err)
		}
		j = job(t, m, all)
		j.Resume = true
		if s := made(t, j); s.Kept <= at || s.Kept+s.Made != n {
			t.Errorf("interrupted at %d: %d kept, %d made", at, s.Kept, s.Made)
		}
		compareFiles(t, m.visible(), want)
	}
}

func TestResumeRepairs(t *testing.T) {
	all := addressees(20)
	m := newMemory()
	made(t, job(t, m, all))
	delete(m.files, "ООО «Образец-3».pdf")
	m.files["ООО «Образец-4».docx"] = []byte("half")
	m.files["ООО «Образец-19».pdf"] = append(m.files["ООО «Образец-19».pdf"], "mine"...)
	m.files["notes.txt"] = []byte("mine")
	all[5].text = "Другой текст."
	all[6].name = "ООО «Переименовано»"
	all = append([]addressee{{name: "ООО «Новое»", text: "Новое."}}, all[:19]...) // the last addressee is gone
	want := cleanRun(t, all)
	want["notes.txt"] = "mine"
	want["ООО «Образец-19».pdf"] = string(m.files["ООО «Образец-19».pdf"])
	j := job(t, m, all)
	j.Resume = true
	s := made(t, j)
	if s.Made != 5 || s.Kept != 15 || len(s.Removed) != 3 || len(s.Modified) != 1 {
		t.Errorf("made %d, kept %d, removed %q, modified %q", s.Made, s.Kept, s.Removed, s.Modified)
	}
	compareFiles(t, m.visible(), want)
}

// TestLedgerCut checks that a ledger truncated at any byte remains usable.
func TestLedgerCut(t *testing.T) {
	all := addressees(6)
	whole := newMemory()
	made(t, job(t, whole, all))
	want, ledger := whole.visible(), whole.files[StateFolder+"/ledger"]
	for cut := 0; cut < len(ledger); cut += 37 {
		m := newMemory()
		maps.Copy(m.files, whole.files)
		m.files[StateFolder+"/ledger"] = slices.Clone(ledger[:cut])
		for range 2 { // lines appended after the cut must be readable, too
			j := job(t, m, all)
			j.Resume = true
			made(t, j)
			compareFiles(t, m.visible(), want)
		}
		j := job(t, m, all)
		j.Resume = true
		if s := made(t, j); s.Kept != 6 {
			t.Fatalf("cut at %d: %d kept at last", cut, s.Kept)
		}
	}
}

// TestFullDisk checks that a full disk causes an error wherever it occurs, that
// no incomplete file is visible, and that a second run with enough space
// completes the batch.
func TestFullDisk(t *testing.T) {
	all := addressees(12)
	probe := newMemory()
	made(t, job(t, probe, all))
	want := probe.visible()
	for room := 0; room < probe.written; room += probe.written / 40 {
		m := newMemory()
		m.space = room
		j := job(t, m, all)
		if _, err := j.Run(t.Context()); !errors.Is(err, errFull) {
			t.Fatalf("room for %d bytes: %v", room, err)
		}
		for name, data := range m.visible() {
			if data != want[name] {
				t.Errorf("room for %d bytes: %s is half written", room, name)
			}
		}
		m.space = -1
		j = job(t, m, all)
		j.Resume = true
		made(t, j)
		compareFiles(t, m.visible(), want)
	}
}

// TestEditedStays checks that edited files are neither replaced nor removed, that a
// run with Resume keeps them with one warning however often it is repeated, and
// that the record fails as soon as its letter would be another.
func TestEditedStays(t *testing.T) {
	all := addressees(4)
	m := newMemory()
	made(t, job(t, m, all))
	edited := all[1].name + ".docx"
	again := func(list []addressee, resume bool, edit string) Summary {
		t.Helper()
		m.files[edited] = []byte(edit)
		j := job(t, m, list)
		j.Resume = resume
		j.IsEdited = func(_ string, data []byte) bool { return strings.HasPrefix(string(data), "edit") }
		s := made(t, j)
		if string(m.files[edited]) != edit {
			t.Errorf("%s is lost", edited)
		}
		return s
	}
	for _, edit := range []string{"edited", "edited", "edited twice"} {
		if s := again(all, true, edit); s.Kept != 4 || s.Warned != 1 || len(s.Problems) != 1 ||
			!strings.Contains(s.Problems[0].Message, "правили после печати") {
			t.Errorf("%+v", s)
		}
	}
	pdf := string(m.files[all[1].name+".pdf"])
	all[1].text = "Другой текст."
	for _, resume := range []bool{true, false} {
		if s := again(all, resume, "edited"); s.Failed != 1 || s.Kept+s.Made != 3 {
			t.Errorf("resume %v: %+v", resume, s)
		}
		if string(m.files[all[1].name+".pdf"]) != pdf {
			t.Error("one of two formats is new")
		}
	}
	made(t, job(t, m, all)) // without IsEdited
	if string(m.files[edited]) == "edited" {
		t.Error("an edited file is not replaced on demand")
	}
	if s := again(all[2:], true, "edited"); len(s.Modified) != 1 || s.Kept != 2 {
		t.Errorf("%+v", s)
	}
}

// TestResumeOther checks that a run with Resume removes no papers made from another list or meeting, whether the
// files have other names, the same name and other records, or the ledger does not name them.
func TestResumeOther(t *testing.T) {
	all := addressees(5)
	source := Source{Kind: "letter", Meeting: "m.toml", List: "a.csv"}
	for _, c := range []struct {
		first, second Source
		list          []addressee
		removed       int
	}{
		{source, Source{"letter", "m.toml", "b.csv"}, all[3:], 0},
		{source, Source{"letter", "n.toml", "a.csv"}, all[2:], 0},
		{source, Source{"notice", "m.toml", "a.csv"}, all[2:], 0},
		{source, source, all[3:], 0},                          // another list of this name
		{source, source, append(all[2:3:3], all[3:]...), 2},   // the corrected list
		{Source{}, source, append(all[2:3:3], all[3:]...), 0}, // an old ledger
	} {
		m := newMemory()
		j := job(t, m, all[:3])
		j.Source = c.first
		made(t, j)
		j = job(t, m, c.list)
		j.Source, j.Resume = c.second, true
		if s := made(t, j); len(s.Removed) != 2*c.removed {
			t.Errorf("%+v: removed %q", c, s.Removed)
		}
	}
}
