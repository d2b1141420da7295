package web

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"protokol/generator"
)

// batchKinds are the papers that are made for everybody on a list.
var batchKinds = []Option{{Value: "invitation", Label: "Приглашения"}, {Value: "letter", Label: "Письма о решениях"},
	{Value: "notice", Label: "Уведомления"}, {Value: "application", Label: "Заявления"},
	{Value: "consent", Label: "Согласия на обработку данных"},
	{Value: generator.EnvelopeKind, Label: "Конверты"}, {Value: generator.LabelKind, Label: "Наклейки"}}

// job is the batch that runs, or the last one.
type job struct {
	mu       sync.Mutex
	list     generator.File        // the file that was dropped last
	read     generator.ListOptions // how it was read
	form     map[string]string     // the request of the last batch
	cancel   context.CancelFunc
	done     int
	total    int
	started  time.Time
	finished bool
	outcome  *outcome
}

// startBatch starts a batch of the list that was dropped, or continues the last one if no list is named: the page
// that started it may be closed.
func (s *Server) startBatch(w http.ResponseWriter, r *http.Request) error {
	u, err := readUpload(r)
	if err != nil {
		return err
	}
	s.job.mu.Lock()
	defer s.job.mu.Unlock()
	if s.job.cancel != nil && !s.job.finished {
		return failf(http.StatusConflict, "Уже делается другая рассылка: дождитесь её или остановите.")
	}
	form := u.values
	if form["list-version"] == "" && form["resume"] != "" {
		if s.job.form == nil {
			return failf(http.StatusConflict, "С начала рассылки программу запускали заново. Прочитайте список снова, "+
				"отметьте «доделать прерванную рассылку» и нажмите «Сделать».")
		}
		form = maps.Clone(s.job.form)
		form["resume"] = u.values["resume"]
	}
	m, err := s.meeting(form["meeting"])
	if err != nil {
		return err
	}
	if form["list-version"] != version(s.job.list.Data) {
		return failf(http.StatusConflict, "В другом окне прочитали другой список. Прочитайте этот снова.")
	}
	o := s.job.read
	if o.Columns, o.Unused, err = columnsOf(form); err != nil {
		return err
	}
	o.Where = form["where"]
	list, err := openList(s.job.list, o)
	if err != nil {
		return unprocessable(err)
	}
	g, request, err := s.batchRequest(form)
	if err != nil {
		return unprocessable(err)
	}
	var parent *os.Root // of a folder that is made now
	if !request.DryRun {
		if made, err := s.makeFolder(request.Folder); err != nil {
			return unprocessable(err)
		} else if made {
			parent = s.Root
		}
	}
	ctx, cancel := context.WithCancel(context.WithoutCancel(r.Context()))
	s.job.form, s.job.cancel, s.job.finished, s.job.outcome = form, cancel, false, nil
	s.job.done, s.job.total, s.job.started = 0, 0, s.Now()
	request.Progress = s.job.progress
	file := s.job.list.Name
	go s.job.run(request, file, parent, func() (generator.BatchResult, error) { return g.Batch(ctx, m, list, request) })
	return writeJSON(w, map[string]bool{"started": true})
}

func (j *job) progress(done, total int) {
	j.mu.Lock()
	defer j.mu.Unlock()
	j.done, j.total = done, total
}

// run makes the papers of a list from a file and keeps the result. If their folder was made for them, in parent, it is
// removed when an error leaves it empty.
func (j *job) run(q generator.BatchRequest, file string, parent *os.Root, batch func() (generator.BatchResult, error)) {
	result, err := batch()
	found := listProblems(file, result.Problems.With(result.General.List...))
	slices.SortStableFunc(found, func(a, b Problem) int { return compareFlags(a.Warning, b.Warning) }) // errors first
	out := &outcome{Title: capital(result.String()), Good: err == nil && result.Failed == 0, Problems: found}
	if q.DryRun {
		out.Title = "Проверено, ничего не записано: " + result.String()
	} else if err == nil || parent == nil || !removeEmpty(parent, q.Folder) {
		out.Lines = []string{"Папка: " + filepath.Base(q.Folder)}
	}
	if result.Failed > 0 {
		out.Bad = true
		out.Lines = append(out.Lines, fmt.Sprintf("Не сделано строк списка: %d из %d", result.Failed, result.Total))
	}
	if result.Omitted > 0 {
		out.Lines = append(out.Lines, fmt.Sprintf("И ещё замечаний: %d", result.Omitted))
	}
	for _, name := range result.Modified {
		out.Lines = append(out.Lines, "Остался от прежнего запуска и с тех пор изменён: "+name)
	}
	out.Lines = append(out.Lines, strings.FieldsFunc(result.Notes(filepath.Base(q.Print)), func(r rune) bool {
		return r == '\n'
	})...)
	out.Saved = slashed(result.Products)
	if err != nil {
		out.fail(err)
	}
	j.mu.Lock()
	defer j.mu.Unlock()
	j.finished, j.outcome = true, out
}

// removeEmpty removes a folder if it is empty. It reports whether it did; files and links stay.
func removeEmpty(root *os.Root, name string) bool {
	info, err := root.Lstat(name)
	return err == nil && info.IsDir() && root.Remove(name) == nil
}

// slashed returns paths as the page writes them.
func slashed(paths []string) (names []string) {
	for _, name := range paths {
		names = append(names, filepath.ToSlash(name))
	}
	return names
}

// compareFlags orders false before true.
func compareFlags(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

// fail records why a batch did not finish.
func (o *outcome) fail(err error) {
	var stopped generator.InterruptedError
	o.Good, o.Bad = false, true
	switch {
	case errors.As(err, &stopped) && errors.Is(err, context.Canceled):
		o.Title = fmt.Sprintf("Остановлено: готово %d из %d. Продолжить можно с этого места.", stopped.Done,
			stopped.Total)
	case errors.Is(err, context.Canceled):
		o.Title, o.Lines = "Остановлено раньше, чем что-нибудь записано. Чтобы начать снова, нажмите «Сделать».", nil
	default:
		o.Title = sentenceOf(err)
	}
}

// batchState sends the progress of the batch.
func (s *Server) batchState(w http.ResponseWriter, _ *http.Request) error {
	s.job.mu.Lock()
	defer s.job.mu.Unlock()
	state := struct {
		Running bool   `json:"running"`
		Done    int    `json:"done"`
		Total   int    `json:"total"`
		Left    int    `json:"left"` // seconds
		Result  string `json:"result,omitempty"`
	}{Running: s.job.cancel != nil && !s.job.finished, Done: s.job.done, Total: s.job.total}
	if state.Done > 0 {
		spent := s.Now().Sub(s.job.started)
		state.Left = int((spent * time.Duration(state.Total-state.Done) / time.Duration(state.Done)).Seconds())
	}
	if s.job.outcome != nil {
		var b strings.Builder
		if err := s.pages.ExecuteTemplate(&b, "outcome", s.job.outcome); err != nil {
			return err
		}
		state.Result = b.String()
	}
	return writeJSON(w, state)
}

// stopBatch stops the batch; finished papers are kept.
func (s *Server) stopBatch(w http.ResponseWriter, r *http.Request) error {
	if r.Header.Get("Content-Type") != "application/json" {
		return failf(http.StatusBadRequest, "Нужен JSON.")
	}
	s.job.mu.Lock()
	defer s.job.mu.Unlock()
	if s.job.cancel != nil {
		s.job.cancel()
	}
	return writeJSON(w, map[string]bool{"stopped": true})
}
