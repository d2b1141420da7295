package command

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"protokol/generator/diag"
	"protokol/generator/internal/collect"
	"protokol/generator/internal/reader"
	"protokol/generator/internal/tomlfile"
)

func collectCommand() *cli.Command {
	return &cli.Command{
		Name:      "collect",
		Usage:     "собрать заполненные формы в таблицу",
		ArgsUsage: "ПАПКА|ФАЙЛ…",
		Description: "Читает заполненные заявления и согласия, PDF и DOCX, проверяет ответы и пишет таблицу, которую берёт\n" +
			"protokol batch --to. Папки читает вместе с вложенными. Что не взято и почему — скажет о каждом файле;\n" +
			"остальные от этого не страдают. Согласия — в отдельной таблице рядом.",
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "out", Value: "applicants.csv", Usage: "таблица заявителей: .csv или .toml"},
			&cli.StringFlag{Name: "consents", Usage: "таблица согласий (по умолчанию — рядом: consents.csv, list-consents.csv)"},
			&cli.BoolFlag{Name: "force", Usage: "заменить таблицы, которые уже есть"},
		},
		Action: gather,
	}
}

func gather(c *cli.Context) error {
	if c.NArg() == 0 {
		return usagef(c, "не указано, где лежат заполненные формы: папка или файлы")
	}
	outs, err := tableNames(c)
	if err != nil {
		return err
	}
	found, err := findForms(c)
	if err != nil {
		return err
	}
	g := gatherer{c: c, patience: formPatience, problems: found.problems, refused: len(found.problems)}
	defer g.stop()
	shown := newProgress(c.App.ErrWriter)
	for i, name := range found.names {
		if err := g.take(name); err != nil {
			return err
		}
		shown.step(i+1, len(found.names))
	}
	shown.done()
	if len(g.problems) > 0 {
		problemsError{List: g.problems}.print(c.App.ErrWriter)
	}
	if len(found.passed) > 0 {
		fmt.Fprintf(c.App.ErrWriter, "пропущено, формами не бывают: %s\n", few(found.passed))
	}
	if err := g.write(outs); err != nil {
		return err
	}
	return g.conclude(len(found.names))
}

// tableNames are where the tables go, by the kinds of forms.
func tableNames(c *cli.Context) (map[*collect.Kind]string, error) {
	out := c.String("out")
	extension := filepath.Ext(out)
	consents := c.String("consents")
	if consents == "" { // applicants.csv and consents.csv, list.csv and list-consents.csv
		base := strings.TrimSuffix(filepath.Base(out), extension) + "-"
		consents = filepath.Join(filepath.Dir(out), strings.TrimPrefix(base, "applicants-")+"consents"+extension)
	}
	for _, name := range []string{out, consents} {
		if e := strings.ToLower(filepath.Ext(name)); e != ".csv" && e != ".toml" {
			return nil, usagef(c, "таблицы бывают .csv и .toml, а указано: %s", name)
		}
	}
	if out == consents {
		return nil, usagef(c, "заявителям и согласиям нужны разные таблицы, а указана одна: %s", out)
	}
	return map[*collect.Kind]string{collect.Application: out, collect.Consent: consents}, nil
}

// gatherer takes forms out of files one by one.
type gatherer struct {
	c        *cli.Context
	patience time.Duration // with one file
	engine   *reader.Engine
	cancel   context.CancelFunc // stops the engine
	harvest  collect.Harvest
	problems diag.List
	refused  int // files that gave nothing
	wrong    int // forms with errors in them
}

// take takes the forms of a file. What is wrong with the file is told later; the
// error is of the program itself.
func (g *gatherer) take(name string) error {
	forms, err := g.read(name)
	if err != nil {
		var told diag.Problem
		if !errors.As(err, &told) {
			return err
		}
		told.File = name
		g.problems = append(g.problems, told)
		g.refused++
	}
	for _, f := range forms {
		g.harvest.Add(f)
		g.problems = append(g.problems, f.Problems...)
		if f.Problems.Failed() {
			g.wrong++
		}
	}
	return nil
}

func (g *gatherer) read(name string) ([]*collect.Form, error) {
	file, err := readUpTo(name, maxPaper+1)
	switch {
	case err != nil:
		return nil, diag.Problem{Message: "файл не открывается: " + withoutPath(err).Error(), Hint: "проверьте права на него и не занят ли он другой программой"}
	case len(file) > maxPaper:
		return nil, diag.Problem{Message: fmt.Sprintf("файл больше %d МБ", maxPaper>>20), Hint: "проверьте, тот ли это файл: форма занимает доли мегабайта"}
	case reader.IsPDF(file):
		return g.readPDF(name, file)
	case reader.IsDOCX(file):
		return collect.DOCX(name, file)
	}
	return nil, collect.Stranger(name, file)
}

// withoutPath is an error of the disk without the name that is told beside it.
func withoutPath(err error) error {
	var path *os.PathError
	if errors.As(err, &path) {
		return path.Err
	}
	return err
}

// formPatience is how long one form may take to be read: a hostile one has no
// end.
const formPatience = 20 * time.Second

// readPDF reads a PDF in a sandbox. An engine that had to be stopped is no more
// of use, so the next file gets another.
func (g *gatherer) readPDF(name string, file []byte) ([]*collect.Form, error) {
	if g.engine == nil {
		ctx, cancel := context.WithCancel(g.c.Context)
		engine, err := startEngine(ctx)
		if err != nil {
			cancel()
			return nil, err
		}
		g.engine, g.cancel = engine, cancel
	}
	timer := time.AfterFunc(g.patience, g.cancel)
	forms, err := collect.PDF(g.engine, name, file)
	if !timer.Stop() {
		g.stop()
	}
	return forms, err
}

func (g *gatherer) stop() {
	if g.engine != nil {
		g.cancel()
		g.engine.Close()
		g.engine = nil
	}
}

// write writes the tables that have rows, both or none.
func (g *gatherer) write(outs map[*collect.Kind]string) error {
	var files []output
	for _, kind := range collect.Kinds {
		forms := g.harvest.Of(kind)
		if len(forms) == 0 {
			continue
		}
		file := output{outs[kind], collect.CSV(kind, forms)}
		if strings.EqualFold(filepath.Ext(file.path), ".toml") {
			if file.data = collect.TOML(kind, forms); len(file.data) > tomlfile.MaxSize {
				return usagef(g.c, "%s получился бы больше %d МБ, такой TOML никто не прочтёт; возьмите .csv", file.path, tomlfile.MaxSize>>20)
			}
		}
		if old, err := readUpTo(file.path, maxPaper); err == nil && !bytes.Equal(old, file.data) && !g.c.Bool("force") {
			return usagef(g.c, "%s уже есть, и в нём другое; чтобы заменить его, добавьте --force", file.path)
		}
		files = append(files, file)
	}
	if err := replaceAll(files); err != nil {
		return err
	}
	for _, f := range files {
		fmt.Fprintln(g.c.App.Writer, f.path)
	}
	return nil
}

// conclude counts what was done, and fails when something was not.
func (g *gatherer) conclude(files int) error {
	w := g.c.App.ErrWriter
	for _, kind := range collect.Kinds {
		if n := len(g.harvest.Of(kind)); n > 0 {
			fmt.Fprintf(w, "%s: %d\n", kind.Title, n)
		}
	}
	var failed []string
	if g.refused > 0 {
		failed = append(failed, fmt.Sprintf("не взято файлов: %d из %d", g.refused, max(files, g.refused)))
	}
	if g.wrong > 0 {
		failed = append(failed, fmt.Sprintf("форм с ошибками в ответах: %d; они в таблице, с замечаниями", g.wrong))
	}
	if len(failed) > 0 {
		return inputError{errors.New(strings.Join(failed, "; "))}
	}
	if len(g.harvest.Forms) == 0 {
		return inputError{errors.New("нет ни одной заполненной формы")}
	}
	return nil
}

// few names files, not more than fit a line or two.
func few(names []string) string {
	const shown = 8
	if more := len(names) - shown; more > 0 {
		return fmt.Sprintf("%s и ещё %d", strings.Join(names[:shown], ", "), more)
	}
	return strings.Join(names, ", ")
}
