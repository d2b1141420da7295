package command

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strings"
	"syscall"

	"github.com/urfave/cli/v2"

	"protokol/generator/internal/batch"
	"protokol/generator/internal/pdf"
	"protokol/generator/internal/printing"
)

func batchCommand() *cli.Command {
	return &cli.Command{
		Name:      "batch",
		Usage:     "сделать письмо каждому из списка",
		ArgsUsage: "ФАЙЛ.toml",
		Description: "Список — таблица XLSX, CSV, TSV или TOML с заголовками столбцов: Наименование организации, Руководитель,\n" +
			"Должность, ИНН, Адрес… Программа говорит, как поняла список, и делает письма всем, у кого нет ошибок.\n" +
			"Рядом с письмами — report.csv и «Реестр отправки». Прерванное продолжает та же команда с --resume.\n" +
			"Она убирает письма тех, кого в списке больше нет, но не трогает сделанное с другими --where и --limit.\n" +
			"Наклейки на конверты: --kind label, листами A4; размер — --style label-70x37, label-105x42 и другие.\n" +
			"В имени файла можно использовать поля и столбцы списка: {organization}, {inn}, {row}, {Примечание}.\n\n" +
			"Несколько машин: batch --shard 1/3 … на первой, 2/3 на второй и так далее; потом batch merge ПАПКА…",
		Flags: append(listFlags(),
			&cli.StringFlag{Name: "kind", Value: "invitation", Usage: "что делать: " + strings.Join(letterKinds, ", ")},
			&cli.StringFlag{Name: "format", Value: "pdf,docx", Usage: "форматы через запятую: pdf, docx"},
			&cli.StringFlag{Name: "out", Value: "письма", Usage: "папка для писем; у писем о решениях, уведомлений, конвертов и наклеек — своя"},
			&cli.StringFlag{Name: "name", Value: "{organization}", Usage: "имя файлов без расширения"},
			&cli.StringFlag{Name: "print", Usage: "ещё и все письма одним PDF для печати"},
			&cli.BoolFlag{Name: "duplex", Usage: "в нём каждое письмо — с лицевой стороны листа"},
			&cli.StringFlag{Name: "zip", Usage: "ещё и все письма одним архивом"},
			&cli.IntFlag{Name: "jobs", Value: runtime.NumCPU(), Usage: "сколько писем делать одновременно"},
			&cli.IntFlag{Name: "limit", Usage: "только первые `N` записей"},
			&cli.IntFlag{Name: "skip", Usage: "наклейки: первые `N` мест листа уже использованы"},
			&cli.BoolFlag{Name: "resume", Usage: "доделать: только то, чего нет или что изменилось"},
			&cli.BoolFlag{Name: "force", Usage: "заменить и те письма, которые уже подписали"},
			&cli.BoolFlag{Name: "dry-run", Usage: "всё проверить и ничего не записать"},
			&cli.BoolFlag{Name: "strict", Usage: "при любой ошибке или предупреждении не записать ничего"},
			&cli.StringFlag{Name: "shard", Usage: "сделать часть списка: `НОМЕР/ВСЕГО`"},
			&cli.StringFlag{Name: "style", Value: printing.DefaultStyle, Usage: "таблица стилей: имя или файл .toml"},
			&cli.StringFlag{Name: "pdf-profile", Usage: "профиль PDF/A: " + strings.Join(pdf.Profiles, ", ") + " (по умолчанию — из таблицы стилей или a-3a)"},
			&cli.StringFlag{Name: "templates", Usage: "папка со своими шаблонами поверх встроенных"},
			&cli.BoolFlag{Name: "no-source", Usage: "не вкладывать исходный файл в документы"},
			&cli.BoolFlag{Name: "no-signature-fields", Usage: "не размещать поля электронной подписи: для бумаги"},
		),
		Subcommands: []*cli.Command{mergeCommand()},
		Action:      makeBatch,
	}
}

func makeBatch(c *cli.Context) error {
	if c.NArg() != 1 {
		return usagef(c, "нужен один файл заседания, а указано: %d", c.NArg())
	}
	if err := setDefaults(c); err != nil {
		return err
	}
	to := newRecipients(c)
	press, err := newPress(c)
	if err != nil {
		return err
	}
	if err := refuseForLabels(c, press); err != nil {
		return err
	}
	in, err := readMeeting(c, c.Args().First(), press)
	if err != nil {
		return err
	}
	if err := to.read(c, press, &in); err != nil {
		return err
	}
	defer to.close()
	job, err := newJob(c, press, to)
	if err != nil {
		return err
	}
	makes, report, whole := makeLetters, job.Shard.ReportName(), batch.RegisterName
	if to.request.Kind == label {
		makes, report, whole = makeLabels, labelsReport, batch.LabelsName
	}
	if err := checkProducts(c, job.Formats, ownFiles(c.String("out"), report, whole, job.Formats)); err != nil {
		return err
	}
	defer to.tell(c.App.ErrWriter, &in)
	if err := rehearse(c, job); err != nil || c.Bool("dry-run") {
		return err
	}
	if job.Folder, err = openFolder(c, c.String("out")); err != nil {
		return err
	}
	unlock, err := lockFolder(c.String("out"), job.Shard)
	if err != nil {
		return err
	}
	defer unlock()
	return makes(c, job, to)
}

// makeLetters makes a letter for every record.
func makeLetters(c *cli.Context, job *batch.Job, to *recipients) error {
	made, err := newProducts(c, job, to)
	if err != nil {
		return err
	}
	summary, err := perform(c, job, (*batch.Job).Run)
	if err != nil {
		return toBeContinued(summary, err)
	}
	for _, path := range made {
		fmt.Fprintln(c.App.Writer, path)
	}
	return conclude(c, summary, counted(c, summary))
}

// newJob reads the flags that say how to work.
func newJob(c *cli.Context, press *printing.Press, to *recipients) (*batch.Job, error) {
	formats, err := formats(c)
	if err != nil {
		return nil, err
	}
	var shard batch.Shard
	if text := c.String("shard"); text != "" {
		if shard, err = batch.ParseShard(text); err != nil {
			return nil, usagef(c, "%v", err)
		}
	}
	if c.Int("jobs") < 1 || c.Int("limit") < 0 {
		return nil, usagef(c, "--jobs не бывает меньше 1, а --limit — меньше 0")
	}
	if err := setProfile(c, press, formats); err != nil {
		return nil, err
	}
	press.NoFields = c.Bool("no-signature-fields")
	seed, err := seed(press, to)
	if err != nil {
		return nil, err
	}
	return &batch.Job{
		List: to.records, File: c.String("to"), Press: press, Formats: formats, Seed: seed,
		Limit: c.Int("limit"), Filter: c.String("where"), Shard: shard, Workers: c.Int("jobs"), Resume: c.Bool("resume"),
		Reserved: takenNames(c, c.String("out")),
		Metadata: batch.Metadata{Body: to.from.Author, Date: to.from.Date},
	}, nil
}

// rehearse makes letters and writes none: all of them when that was asked for,
// or the first, while the list is read for the first time. What is wrong with
// the list or with every letter is told before there is a folder.
func rehearse(c *cli.Context, job *batch.Job) error {
	if c.Bool("strict") || c.Bool("dry-run") {
		return rehearseAll(c, *job)
	}
	summary, err := perform(c, job, rehearseFirst)
	switch {
	case errors.Is(err, context.Canceled):
		return errors.New("прервано; ничего не записано, повторите ту же команду")
	case err != nil:
		return err
	}
	return someRecords(job, summary.Total)
}

// rehearseFirst makes the first letter while the records are counted.
func rehearseFirst(job *batch.Job, ctx context.Context) (summary batch.Summary, err error) {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	first := make(chan batch.Record, 1)
	surveyed := ahead(func() (err error) {
		summary.Total, err = job.Scan(ctx, first)
		return err
	})
	var wrong error
	if record, some := <-first; some {
		if wrong = job.Preflight(record); wrong != nil {
			stop()
		}
	}
	err = surveyed()
	return summary, cmp.Or(wrong, err)
}

// someRecords refuses a list without records.
func someRecords(job *batch.Job, total int) error {
	switch {
	case total > 0:
		return nil
	case job.Filter != "":
		return inputError{fmt.Errorf("%s: нет ни одной записи, для которой верно: %s", job.File, job.Filter)}
	}
	return inputError{fmt.Errorf("%s: нет ни одной записи", job.File)}
}

// rehearseAll makes all letters and writes none.
func rehearseAll(c *cli.Context, job batch.Job) error {
	job.DryRun = true
	summary, err := perform(c, &job, (*batch.Job).Run)
	if err == nil && job.Shard.Count <= 1 {
		err = someRecords(&job, summary.Total)
	}
	switch {
	case err != nil:
		return err
	case !c.Bool("strict"):
		return conclude(c, summary, counted(c, summary))
	}
	if len(summary.Problems) > 0 {
		told := problemsError{List: summary.Problems.Strict()}
		told.print(c.App.ErrWriter)
		return inputError{fmt.Errorf("записей с замечаниями: %d из %d; ничего не записано", summary.Failed+summary.Warned, summary.Total)}
	}
	return nil
}

// batchMemory is when the collector begins to work harder than main asks of it,
// so that a list of any length takes less than 150 MB.
const batchMemory = 100 << 20

// perform works on a job until it is done or Ctrl-C is pressed.
func perform(c *cli.Context, job *batch.Job, work func(*batch.Job, context.Context) (batch.Summary, error)) (batch.Summary, error) {
	defer debug.SetMemoryLimit(debug.SetMemoryLimit(batchMemory))
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	shown := newProgress(c.App.ErrWriter)
	defer shown.done()
	job.Progress = shown.step
	return work(job, ctx)
}

// toBeContinued says how to go on after what stopped a batch.
func toBeContinued(s batch.Summary, err error) error {
	var told problemsError
	var wrong inputError
	switch {
	case errors.As(err, &told), errors.As(err, &wrong):
		return err
	case errors.Is(err, context.Canceled):
		return fmt.Errorf("прервано: готово %d из %d\nподсказка: остальные сделает та же команда с --resume", s.Made+s.Kept, s.Total)
	}
	return fmt.Errorf("%w\nподсказка: готовое (%d из %d) сохранено; устраните причину и повторите ту же команду с --resume", err, s.Made+s.Kept, s.Total)
}

// shownProblems is how many problems are told beside the report.
const shownProblems = 20

// counted says how much was made.
func counted(c *cli.Context, s batch.Summary) string {
	if c.String("kind") == label {
		return fmt.Sprintf("наклеек: %d", s.Made)
	}
	return fmt.Sprintf("писем: %d, страниц: %d", s.Made+s.Kept, s.Pages)
}

// conclude tells what was done and fails when something was not.
func conclude(c *cli.Context, s batch.Summary, made string) error {
	w := c.App.ErrWriter
	told := problemsError{List: s.Problems[:min(len(s.Problems), shownProblems)]}
	if len(told.List) > 0 {
		told.print(w)
	}
	if more := len(s.Problems) + s.Omitted - len(told.List); more > 0 {
		fmt.Fprintf(w, "и ещё замечаний: %d\n", more)
	}
	fmt.Fprint(w, made)
	for _, part := range []struct {
		words string
		count int
	}{{"готовы были раньше", s.Kept}, {"стоит проверить", s.Warned}, {"удалено лишних файлов прежнего запуска", len(s.Removed)}} {
		if part.count > 0 {
			fmt.Fprintf(w, ", %s: %d", part.words, part.count)
		}
	}
	fmt.Fprintln(w)
	for _, name := range s.Modified {
		fmt.Fprintf(w, "остался от прежнего запуска и с тех пор изменён: %s\n", name)
	}
	if s.Failed > 0 {
		return inputError{fmt.Errorf("не сделано записей: %d из %d", s.Failed, s.Total)}
	}
	return nil
}

// newProducts adds what is made beside the letters. It returns their paths.
func newProducts(c *cli.Context, job *batch.Job, to *recipients) (paths []string, err error) {
	report := job.Shard.ReportName()
	job.IsSigned = signedIn(c, c.String("out"))
	job.Sinks = []batch.Sink{batch.NewReport(job.Folder, report)}
	paths = []string{filepath.Join(c.String("out"), report)}
	if job.Shard.Count <= 1 && to.request.Kind != envelope { // merge makes that of the whole
		job.Sinks = append(job.Sinks, newRegister(job.Folder, to.press, job.Formats, job.Metadata))
	}
	sinks, more, err := collections(c, func(w io.Writer) batch.Binder {
		return to.press.Book(w, to.title(), to.from, c.Bool("duplex"))
	})
	job.Sinks = append(job.Sinks, sinks...)
	return append(paths, more...), err
}
