package command

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"runtime/debug"
	"strings"
	"sync"

	"github.com/urfave/cli/v2"

	"protokol/generator/diag"
	"protokol/generator/internal/compose"
	"protokol/generator/internal/input"
	"protokol/generator/internal/list"
	"protokol/generator/internal/printing"
	"protokol/generator/style"
)

// listFlags say which list to read and how.
func listFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "to", Usage: "список получателей: .xlsx, .csv, .tsv, .toml"},
		&cli.StringFlag{Name: "encoding", Usage: "кодировка текстового списка: utf-8, windows-1251, utf-16le…"},
		&cli.StringFlag{Name: "delimiter", Usage: "разделитель: «;», «,», «|» или tab"},
		&cli.StringFlag{Name: "sheet", Usage: "лист книги XLSX"},
		&cli.IntFlag{Name: "header", Usage: "номер `СТРОКИ` с заголовками; -1 — заголовков нет"},
		&cli.StringSliceFlag{Name: "map", Usage: "какой столбец чему служит: `ПОЛЕ=СТОЛБЕЦ`, например organization=B"},
		&cli.StringFlag{Name: "where", Usage: "только записи, для которых верно: `УСЛОВИЕ`, например \"город = Смоленск\""},
		&cli.BoolFlag{Name: "skip-hidden", Usage: "без строк, скрытых в таблице"},
	}
}

// recipients makes records of a list: each is the meeting's letter with its row
// for the addressee.
type recipients struct {
	list    *list.List
	opened  func() error // waits until the list is
	file    *os.File
	where   list.Filter
	press   *printing.Press
	meeting *input.File
	request compose.Request
	from    printing.Origin
	pattern string
	fault   func(error) error // tells whose an error of the templates is
	sources map[string][]byte // the meeting's own files
	opening diag.List         // found when the list was opened

	mu     sync.Mutex
	common diag.List // what was found about the meeting's own file
	told   map[diag.Problem]bool
}

// letterKinds are the papers that can be made for every record.
var letterKinds = []string{"invitation", "letter", "notice", envelope, label}

// envelope and label are the kinds that have no letter in them.
const (
	envelope = "envelope"
	label    = style.LabelKind
)

// ownDefaults are those of flags where a kind has its own. Every kind has a folder
// of its own, for its files are called like those of the others.
var ownDefaults = map[string]struct{ style, out string }{
	"letter": {printing.DefaultStyle, "письма о решениях"},
	"notice": {printing.DefaultStyle, "уведомления"},
	envelope: {"envelope-dl", "конверты"},
	label:    {"label-70x37", "наклейки"},
}

// setDefaults sets the flags that were not given.
func setDefaults(c *cli.Context) error {
	own, ok := ownDefaults[c.String("kind")]
	for flag, value := range map[string]string{"style": own.style, "out": own.out} {
		if ok && !c.IsSet(flag) {
			if err := c.Set(flag, value); err != nil {
				return err
			}
		}
	}
	return nil
}

// newRecipients begins to open the list of --to.
func newRecipients(c *cli.Context) *recipients {
	r := &recipients{pattern: c.String("name"), told: map[diag.Problem]bool{}, fault: func(err error) error { return blame(c, err) }}
	r.opened = ahead(func() error { return r.open(c) })
	return r
}

// ahead does some work while the caller does other. What comes of it, an error
// or a panic, comes out when it is waited for.
func ahead(work func() error) (wait func() error) {
	type outcome struct {
		err   error
		fault string // a panic with its trace
	}
	done := make(chan outcome, 1)
	go func() {
		var o outcome
		defer func() {
			if fault := recover(); fault != nil {
				o.fault = fmt.Sprintf("%v\n%s", fault, debug.Stack())
			}
			done <- o
		}()
		o.err = work()
	}()
	return func() error {
		o := <-done
		if o.fault != "" {
			panic(o.fault)
		}
		return o.err
	}
}

// read waits for the list and says how it was understood.
func (r *recipients) read(c *cli.Context, press *printing.Press, in *loaded) (err error) {
	r.press, r.meeting, r.sources = press, in.file, in.warnings.sources
	if r.request, err = batchKind(c); err != nil {
		return err
	}
	if r.from, err = meetingOrigin(c, *in); err != nil {
		return err
	}
	if r.from.Date.IsZero() {
		r.from.Date = in.file.Date.Time()
	}
	r.from.Author = in.file.Council.Name
	if err := r.opened(); err != nil {
		return err
	}
	for _, line := range r.list.Interpretation.Lines {
		fmt.Fprintf(c.App.ErrWriter, "%s: %s\n", c.String("to"), line)
	}
	if err := r.checkPattern(c); err != nil {
		return err
	}
	if r.request.Kind == envelope || r.request.Kind == label {
		return nil
	}
	r.request.Sheets, err = press.Sheets(r.request.Kind, in.file.Meeting, r.from)
	return r.blame(c, err)
}

// blame tells whose fault it is when no letter at all can be made.
func (r *recipients) blame(c *cli.Context, err error) error {
	var lacking compose.MeetingError
	if errors.As(err, &lacking) {
		_, own := r.share(list.Record{}, lacking.List)
		return problemsError{own, r.sources}
	}
	return blame(c, err)
}

func batchKind(c *cli.Context) (compose.Request, error) {
	kind := c.String("kind")
	for _, known := range letterKinds {
		if kind == known {
			return compose.Request{Kind: kind}, nil
		}
	}
	return compose.Request{}, usagef(c, "вид «%s» не делают по списку; есть: %s", kind, strings.Join(letterKinds, ", "))
}

// open opens the list and binds the condition of --where to it.
func (r *recipients) open(c *cli.Context) (err error) {
	name := c.String("to")
	if name == "" {
		return usagef(c, "не указан список получателей: --to список.xlsx")
	}
	if r.file, err = os.Open(name); errors.Is(err, fs.ErrNotExist) {
		return usagef(c, "нет файла %s", name)
	} else if err != nil {
		return err
	}
	info, err := r.file.Stat()
	if err != nil {
		return err
	}
	o := list.Options{Encoding: c.String("encoding"), Delimiter: c.String("delimiter"), Worksheet: c.String("sheet"),
		Header: c.Int("header"), SkipHidden: c.Bool("skip-hidden"), Columns: map[string]string{}}
	for _, pair := range c.StringSlice("map") {
		field, column, ok := strings.Cut(pair, "=")
		if !ok {
			return usagef(c, "--map записывается так: organization=B, а не «%s»", pair)
		}
		o.Columns[strings.TrimSpace(field)] = strings.TrimSpace(column)
	}
	var problems diag.List
	r.list, problems = list.Open(list.Source{Name: name, Data: r.file, Size: info.Size()}, o)
	if c.Bool("strict") {
		problems = problems.Strict()
	}
	if problems.Failed() {
		return problemsError{List: problems}
	}
	r.opening = problems
	return r.choose(c)
}

// choose reads --where.
func (r *recipients) choose(c *cli.Context) error {
	text := c.String("where")
	if text == "" {
		return nil
	}
	where, err := list.ParseFilter(text)
	var problems diag.List
	if err == nil {
		r.where, problems = where.Resolve(r.list)
	}
	if problems.Failed() {
		err = problems[0]
	}
	var told diag.Problem
	if errors.As(err, &told) {
		return usagef(c, "--where, знак %d: %s; %s", told.Column, told.Message, told.Hint)
	}
	return err
}

// checkPattern refuses a pattern of names that the list cannot fill.
func (r *recipients) checkPattern(c *cli.Context) error {
	if r.pattern == "{organization}" && !c.IsSet("name") && !r.list.Has("organization") {
		r.pattern = "{name}"
	}
	for _, key := range placeholders(r.pattern) {
		if key != "row" && !r.list.Has(key) {
			return usagef(c, "--name: в списке нет столбца «%s»", key)
		}
	}
	return nil
}

// title is that of a book of all letters.
func (r *recipients) title() string {
	if r.request.Kind == envelope {
		return "Конверты"
	}
	kind, _ := compose.FindKind(r.request.Kind)
	return strings.ToUpper(kind.Title[:2]) + kind.Title[2:]
}

// tell tells what was found beside the records.
func (r *recipients) tell(w io.Writer, in *loaded) {
	in.warnings.List = append(in.warnings.List, r.common...)
	in.warnings.List = append(append(in.warnings.List, r.opening...), r.list.Notes()...)
	in.warn(w)
}

// close closes the list, if it was opened.
func (r *recipients) close() {
	if r.file != nil {
		r.file.Close()
	}
}
