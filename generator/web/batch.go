package web

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"maps"
	"net/http"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"time"

	"protokol/generator"
)

// batchKinds are the papers that are made for everybody on a list.
var batchKinds = []Option{{Value: "invitation", Label: "Приглашения"}, {Value: "letter", Label: "Письма о решениях"},
	{Value: "notice", Label: "Уведомления"}, {Value: generator.EnvelopeKind, Label: "Конверты"},
	{Value: generator.LabelKind, Label: "Наклейки"}}

// job is the batch that runs, or the last one.
type job struct {
	mu       sync.Mutex
	list     generator.File // that was dropped last
	cancel   context.CancelFunc
	done     int
	total    int
	started  time.Time
	finished bool
	outcome  *outcome
}

// columnChoice is a column of a list, with what it may be for.
type columnChoice struct {
	generator.ListColumn
	Options []Option
}

// mapping asks what the columns of a list are for.
type mapping struct {
	List, Meeting, Kind string
	Version             string // of the list
	Columns             []columnChoice
	Decisions           []string
	Problems            []Problem
	Labels              bool
}

// sampleRows is how many values of a column are shown.
const sampleRows = 3

// readList shows the columns of a list that was dropped.
func (s *Server) readList(w http.ResponseWriter, r *http.Request) error {
	u, err := readUpload(r)
	if err != nil {
		return err
	}
	file, err := u.first("list")
	if err != nil {
		return err
	}
	if _, err := s.meeting(u.values["meeting"]); err != nil {
		return err
	}
	columns, problems := generator.ListColumns(file.Name, bytes.NewReader(file.Data), int64(len(file.Data)),
		generator.ListOptions{}, sampleRows)
	if columns == nil {
		return failf(http.StatusUnprocessableEntity, "Список не читается: %s.", problems.List[0].Message)
	}
	s.job.mu.Lock()
	s.job.list = file
	s.job.mu.Unlock()
	m := mapping{List: file.Name, Version: version(file.Data), Meeting: u.values["meeting"], Kind: u.values["kind"],
		Labels: u.values["kind"] == generator.LabelKind, Problems: problemsOf(file.Name, nil, problems)}
	if opened, err := openList(file, generator.ListOptions{}); err == nil {
		m.Decisions = inColumns(opened.Decisions())
	}
	for _, c := range columns {
		choice := columnChoice{ListColumn: c, Options: []Option{{Label: "не нужен"}}}
		for _, f := range generator.ListFields() {
			choice.Options = append(choice.Options, Option{f.Key, f.Title, f.Key == c.Field})
		}
		m.Columns = append(m.Columns, choice)
	}
	return s.show(w, http.StatusOK, "mapping", m)
}

// inColumns says with the titles of columns how a list was understood. What was found is
// left out: the table of columns shows it.
func inColumns(decisions []string) (list []string) {
	titles := map[string]string{}
	for _, f := range generator.ListFields() {
		titles[f.Key] = f.Title
	}
	for _, d := range decisions {
		if !strings.HasPrefix(d, "узнаны:") {
			list = append(list, capital(columnKey.ReplaceAllStringFunc(d, func(key string) string {
				return or(titles[key], key)
			})))
		}
	}
	return list
}

// columnKey matches words that may be keys of columns.
var columnKey = regexp.MustCompile(`[a-z_]+`)

func openList(file generator.File, o generator.ListOptions) (*generator.List, error) {
	return generator.OpenList(file.Name, bytes.NewReader(file.Data), int64(len(file.Data)), o)
}

// startBatch starts a batch of the list that was dropped.
func (s *Server) startBatch(w http.ResponseWriter, r *http.Request) error {
	u, err := readUpload(r)
	if err != nil {
		return err
	}
	m, err := s.meeting(u.values["meeting"])
	if err != nil {
		return err
	}
	s.job.mu.Lock()
	defer s.job.mu.Unlock()
	if s.job.cancel != nil && !s.job.finished {
		return failf(http.StatusConflict, "Уже делается другая рассылка: дождитесь её или остановите.")
	}
	if u.values["list-version"] != version(s.job.list.Data) {
		return failf(http.StatusConflict, "В другом окне прочитали другой список. Прочитайте этот снова.")
	}
	list, err := openList(s.job.list, generator.ListOptions{Columns: columnsOf(u.values)})
	if err != nil {
		return failf(http.StatusUnprocessableEntity, "%s", sentenceOf(err))
	}
	g, request, err := s.batchRequest(u.values)
	if err != nil {
		return failf(http.StatusUnprocessableEntity, "%s", sentenceOf(err))
	}
	ctx, cancel := context.WithCancel(context.WithoutCancel(r.Context()))
	s.job.cancel, s.job.finished, s.job.outcome = cancel, false, nil
	s.job.done, s.job.total, s.job.started = 0, 0, s.Now()
	request.Progress = s.job.progress
	go s.job.run(ctx, g, m, list, request)
	return writeJSON(w, map[string]bool{"started": true})
}

// columnsOf reads what the columns are for: the values "column:B" = "inn".
func columnsOf(values map[string]string) map[string]string {
	columns := map[string]string{}
	for _, name := range slices.Sorted(maps.Keys(values)) {
		if letter, ok := strings.CutPrefix(name, "column:"); ok && values[name] != "" {
			columns[values[name]] = letter
		}
	}
	return columns
}

// batchRequest reads what to make and where. Papers go to a folder below that of
// the page.
func (s *Server) batchRequest(values map[string]string) (*generator.Generator, generator.BatchRequest, error) {
	kind := values["kind"]
	style, folder := generator.BatchDefaults(kind)
	g, _, err := s.maker(values["meeting"])
	if style != generator.DefaultStyle { // envelopes and labels have sheets of their own
		config := s.Papers
		config.Style = style
		g, err = generator.New(config)
	}
	if err != nil {
		return nil, generator.BatchRequest{}, err
	}
	inside := func(name string) string { return filepath.Join(s.Root.Name(), filepath.Base(name)) }
	if kind != generator.LabelKind {
		if _, err := s.folderInside(filepath.Base(folder)); err != nil {
			return nil, generator.BatchRequest{}, err
		}
	}
	q := generator.BatchRequest{Kind: kind, Folder: inside(folder), Formats: []string{"pdf"}, Workers: 2,
		Resume: values["resume"] != "" && kind != generator.LabelKind}
	if values["docx"] != "" && kind != generator.LabelKind {
		q.Formats = append(q.Formats, "docx")
	}
	if values["print"] != "" && kind != generator.LabelKind {
		q.Print = inside(folder + " для печати.pdf")
	}
	if values["zip"] != "" && kind != generator.LabelKind {
		q.Archive = inside(folder + ".zip")
	}
	return g, q, q.Check()
}

func (j *job) progress(done, total int) {
	j.mu.Lock()
	defer j.mu.Unlock()
	j.done, j.total = done, total
}

// run makes the papers and keeps what came out.
func (j *job) run(ctx context.Context, g *generator.Generator, m *generator.Meeting, list *generator.List,
	q generator.BatchRequest,
) {
	result, err := g.Batch(ctx, m, list, q)
	found := problemsOf("", nil, result.Problems.With(result.General.List...))
	slices.SortStableFunc(found, func(a, b Problem) int { return compareFlags(a.Warning, b.Warning) }) // errors first
	out := &outcome{Title: capital(result.String()), Good: err == nil && result.Failed == 0, Problems: found,
		Lines: []string{"Папка: " + filepath.Base(q.Folder)}}
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
	for _, name := range result.Products {
		out.Saved = append(out.Saved, filepath.Base(name))
	}
	if err != nil {
		out.fail(err)
	}
	j.mu.Lock()
	defer j.mu.Unlock()
	j.finished, j.outcome = true, out
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

// fail says why a batch has not come to its end.
func (o *outcome) fail(err error) {
	var stopped generator.InterruptedError
	o.Good, o.Bad = false, true
	switch {
	case errors.As(err, &stopped) && errors.Is(err, context.Canceled):
		o.Title = fmt.Sprintf("Остановлено: готово %d из %d. Продолжить можно с этого места.", stopped.Done,
			stopped.Total)
	default:
		o.Title = sentenceOf(err)
	}
}

// batchState sends how far the batch is.
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

// stopBatch stops the batch; what is made stays.
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
