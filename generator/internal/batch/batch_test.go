package batch

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"iter"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/fstest"
	"time"

	"protokol/generator/diag"
	"protokol/generator/internal/printing"
	"protokol/templates"
)

const letterTemplate = `<document title="Письмо">
  <title>ПИСЬМО</title><p>{{.To}}</p><p>{{.Text}}</p><signature name="П. И. Образцов">Председатель</signature>
</document>`

var press = sync.OnceValues(func() (*printing.Press, error) {
	sheet, problems := printing.Sheet(templates.Files, printing.DefaultStyle)
	if problems.Failed() {
		return nil, problems
	}
	return printing.NewPress(fstest.MapFS{"post.tmpl": {Data: []byte(letterTemplate)}}, sheet)
})

// addressee is a record of the lists in these tests.
type addressee struct {
	name, text string
	problems   diag.List // of the row
	doubts     diag.List // found while the letter is composed
}

func addressees(n int) []addressee {
	list := make([]addressee, n)
	for i := range list {
		list[i] = addressee{name: fmt.Sprintf("ООО «Образец-%d»", i),
			text: strings.Repeat(fmt.Sprintf("Текст письма %d. ", i), 5+i%40)}
	}
	return list
}

// listOf iterates over addressees, starting at row 2.
func listOf(t testing.TB, all []addressee) List {
	press, err := press()
	if err != nil {
		t.Fatal(err)
	}
	return func() iter.Seq2[Record, error] {
		return func(yield func(Record, error) bool) {
			for i, a := range all {
				r := Record{Row: i + 2, Subject: a.name, Name: a.name,
					Digest: sha256.Sum256([]byte(a.name + "|" + a.text)), Problems: a.problems}
				r.Paper = func(context.Context) (*printing.Paper, diag.List, error) {
					doc, err := press.Templates.Compose(t.Context(), "post",
						map[string]string{"To": a.name, "Text": a.text})
					if err != nil {
						return nil, nil, err
					}
					paper, err := press.Lay(doc, printing.Origin{Date: time.Date(2026, 3, 12, 0, 0, 0, 0, time.UTC)})
					return paper, a.doubts, err
				}
				if !yield(r, nil) {
					return
				}
			}
		}
	}
}

// job returns a batch that writes letters, a report and an archive to folder.
func job(t testing.TB, folder Folder, all []addressee) *Job {
	press, err := press()
	if err != nil {
		t.Fatal(err)
	}
	return &Job{List: listOf(t, all), File: "list.csv", Press: press, Formats: printing.Formats, Workers: 3,
		Folder: folder, Sinks: []Sink{NewReport(folder, "report.csv"), NewArchive(folder, "letters.zip")}}
}

// made runs a job and fails the test on an error.
func made(t *testing.T, j *Job) Summary {
	t.Helper()
	summary, err := j.Run(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return summary
}

// cleanRun returns the files of a single uninterrupted run.
func cleanRun(t *testing.T, all []addressee) map[string]string {
	t.Helper()
	m := newMemory()
	made(t, job(t, m, all))
	return m.visible()
}

// TestSignedStays checks that signed files are neither replaced nor removed,
// with and without Resume, and that files with an unchanged input are kept.
func TestSignedStays(t *testing.T) {
	all := addressees(4)
	m := newMemory()
	made(t, job(t, m, all))
	signed := []byte("signed")
	for _, a := range all[:3] {
		m.files[a.name+".pdf"] = signed
	}
	again := func(list []addressee, resume bool) Summary {
		j := job(t, m, list)
		j.Resume, j.IsSigned = resume, func(_ string, data []byte) bool { return string(data) == string(signed) }
		s := made(t, j)
		for _, a := range all[:3] {
			if string(m.files[a.name+".pdf"]) != string(signed) {
				t.Errorf("%s is lost", a.name)
			}
		}
		return s
	}
	docx := string(m.files[all[1].name+".docx"])
	all[1].text = "Другой текст."
	if s := again(all, true); s.Kept != 3 || s.Failed != 1 || s.Pages != 3 || len(s.Problems) != 1 ||
		!strings.Contains(s.Problems[0].Message, "уже подписан") {
		t.Errorf("%+v", s)
	}
	if string(m.files[all[1].name+".docx"]) != docx {
		t.Error("one of two formats is new")
	}
	if s := again(all[1:], true); s.Failed != 1 || s.Kept != 2 || len(s.Modified) != 1 {
		t.Errorf("%+v", s)
	}
	if s := again(all, false); s.Failed != 3 || s.Made != 1 {
		t.Errorf("%+v", s)
	}
	made(t, job(t, m, all)) // without IsSigned
	if string(m.files[all[0].name+".pdf"]) == string(signed) {
		t.Error("a signed file is not replaced on demand")
	}
}

// TestAnyNumberOfWorkers checks that the number of workers does not change the
// files, the report or the archive.
func TestAnyNumberOfWorkers(t *testing.T) {
	all := addressees(40)
	want := cleanRun(t, all)
	if len(want) != 82 {
		t.Fatalf("%d files of 40 records", len(want))
	}
	for _, workers := range []int{1, 2, 7, 64} {
		m := newMemory()
		j := job(t, m, all)
		j.Workers = workers
		made(t, j)
		compareFiles(t, m.visible(), want)
	}
}

// TestShuffled checks that the order of the list does not change the letters,
// even if records request the same name.
func TestShuffled(t *testing.T) {
	all := addressees(30)
	for i := range 9 {
		all[i].name = []string{"ООО «Ромашка»", "ооо «ромашка»", "Ооо «Ромашка»."}[i%3]
	}
	all[9] = all[0] // an exact duplicate
	want := cleanRun(t, all)
	delete(want, "report.csv")
	delete(want, "letters.zip")
	if len(want) != 60 {
		t.Fatalf("%d files of 30 records", len(want))
	}
	for range 5 {
		shuffled := slices.Clone(all)
		rand.Shuffle(len(shuffled), func(i, k int) { shuffled[i], shuffled[k] = shuffled[k], shuffled[i] })
		got := cleanRun(t, shuffled)
		delete(got, "report.csv")
		delete(got, "letters.zip")
		compareFiles(t, got, want)
	}
}

// TestBadRecords checks that bad records are reported with their rows and the
// others are made.
func TestBadRecords(t *testing.T) {
	all := addressees(5)
	all[1].problems = diag.List{{File: "list.csv", Line: 3, Column: 2, Key: "ИНН",
		Message: "неверная контрольная цифра", Hint: "проверьте ИНН"}}
	all[2].doubts = diag.List{{Severity: diag.Warning, File: "list.csv", Line: 4, Key: "Руководитель",
		Message: "проверьте падеж"}}
	all[3].doubts = diag.List{{File: "list.csv", Line: 5, Key: "Руководитель", Message: "неясен пол"}}
	all[4].name = "=cmd|'/c calc'!A1"
	m := newMemory()
	s := made(t, job(t, m, all))
	if s.Made != 3 || s.Failed != 2 || s.Warned != 1 || len(s.Problems) != 3 {
		t.Errorf("%+v", s)
	}
	want := "\uFEFFСтрока;Организация;Файл;Состояние;Замечания\r\n" +
		"2;ООО «Образец-0»;\"ООО «Образец-0».pdf\r\nООО «Образец-0».docx\";готово;\r\n" +
		"3;ООО «Образец-1»;;ошибка;ИНН: неверная контрольная цифра (проверьте ИНН)\r\n" +
		"4;ООО «Образец-2»;\"ООО «Образец-2».pdf\r\nООО «Образец-2».docx\";проверьте;" +
		"Руководитель: проверьте падеж\r\n" +
		"5;ООО «Образец-3»;;ошибка;Руководитель: неясен пол\r\n" +
		"6;'=cmd|'/c calc'!A1;\"'=cmd_'_c calc'!A1.pdf\r\n=cmd_'_c calc'!A1.docx\";готово;\r\n"
	if got := string(m.files["report.csv"]); got != want {
		t.Errorf("report:\n%s\nwant:\n%s", got, want)
	}
	all[0].problems = diag.List{{Severity: diag.Warning, File: "list.csv", Line: 2, Message: "дважды"}}
	want = strings.Replace(want, "готово;", "проверьте;дважды", 1)
	j := job(t, m, all)
	j.Resume = true
	if again := made(t, j); again.Kept != 2 || again.Failed != 2 || string(m.files["report.csv"]) != want {
		t.Errorf("resumed: %+v\n%s", again, m.files["report.csv"])
	}
}

// TestSharedErrorStops checks that an error of the template stops the batch.
func TestSharedErrorStops(t *testing.T) {
	j := job(t, newMemory(), addressees(50))
	inner, failure := j.List, errors.New("шаблон letter.tmpl")
	j.List = func() iter.Seq2[Record, error] {
		return func(yield func(Record, error) bool) {
			for r, err := range inner() {
				r.Paper = func(context.Context) (*printing.Paper, diag.List, error) { return nil, nil, failure }
				if !yield(r, err) {
					return
				}
			}
		}
	}
	if _, err := j.Run(t.Context()); err != failure {
		t.Errorf("%v", err)
	}
}

// TestPanicReachesTheCaller checks that a panic in a worker reaches the caller
// with the stack of the worker.
func TestPanicReachesTheCaller(t *testing.T) {
	j := job(t, newMemory(), addressees(3))
	j.List = func() iter.Seq2[Record, error] {
		return func(yield func(Record, error) bool) {
			yield(Record{Paper: func(context.Context) (*printing.Paper, diag.List, error) { panic("ой") }}, nil)
		}
	}
	defer func() {
		got := fmt.Sprint(recover())
		if !strings.HasPrefix(got, "ой\n") || !strings.Contains(got, "batch_test.go") {
			t.Errorf("panic %q", got)
		}
	}()
	j.Run(t.Context())
}

func TestDryRunWritesNothing(t *testing.T) {
	m := newMemory()
	j := job(t, m, addressees(5))
	j.DryRun = true
	before := m.written
	if s := made(t, j); s.Made != 5 || s.Pages < 5 || m.written != before {
		t.Errorf("%+v; %d bytes written", s, m.written-before)
	}
}

// stoppingSink cancels the batch at the first outcome.
type stoppingSink struct{ stop func() }

func (stoppingSink) Begin(int) error     { return nil }
func (s stoppingSink) Add(Outcome) error { s.stop(); return nil }
func (stoppingSink) Commit() error       { return nil }

// TestStopsAtOnce checks that no queued task is started after an interrupt.
func TestStopsAtOnce(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	j := job(t, newMemory(), addressees(100))
	j.Workers, j.Sinks = 2, []Sink{stoppingSink{stop}}
	all, begun := j.List, atomic.Int32{}
	j.List = func() iter.Seq2[Record, error] {
		return func(yield func(Record, error) bool) {
			for r, err := range all() {
				paper, first := r.Paper, r.Row == 2
				r.Paper = func(ctx context.Context) (*printing.Paper, diag.List, error) {
					if begun.Add(1); !first {
						<-ctx.Done() // the context of the workers ends after the one that it comes from
					}
					return paper(ctx)
				}
				if !yield(r, err) {
					return
				}
			}
		}
	}
	if _, err := j.Run(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("the batch ended with %v", err)
	}
	if most := int32(1 + j.Workers); begun.Load() > most {
		t.Errorf("%d letters were begun, want %d at most", begun.Load(), most)
	}
}

// TestColumnDoubts: a doubt about a column that many records have is in the summary once, and at each of them in the
// report.
func TestColumnDoubts(t *testing.T) {
	doubt := func(row string) diag.List {
		return diag.List{{Severity: diag.Warning, Code: diag.CodeColumn, Key: row, Message: "чей столбец?"},
			{Severity: diag.Warning, Key: row, Message: "пустая ячейка"}}
	}
	all := addressees(4)
	for i := range all[:3] {
		all[i].problems = doubt(fmt.Sprint("строка ", i+2))
	}
	m := newMemory()
	summary := made(t, job(t, m, all))
	var got []string
	for _, p := range summary.Problems {
		got = append(got, p.Key+": "+p.Message)
	}
	want := []string{"строка 2: чей столбец? (то же в других строках: 2)", "строка 2: пустая ячейка",
		"строка 3: пустая ячейка", "строка 4: пустая ячейка"}
	if !slices.Equal(got, want) || summary.Warned != 3 || summary.Omitted != 0 {
		t.Errorf("%d, %d, %q", summary.Warned, summary.Omitted, got)
	}
	if all[0].problems[0].Message != "чей столбец?" {
		t.Error("a problem of a record was changed")
	}
	if n := strings.Count(m.visible()["report.csv"], "чей столбец?"); n != 3 {
		t.Errorf("the report has it %d times", n)
	}
}
