package command

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"protokol/generator/internal/batch"
	"protokol/generator/internal/printing"
	"protokol/generator/internal/russian"
	"protokol/templates"
)

// labelsReport is the report beside the labels.
const labelsReport = batch.LabelsName + ".csv"

// refuseForLabels refuses what makes no sense where all records share a file.
func refuseForLabels(c *cli.Context, press *printing.Press) error {
	if c.String("kind") != label {
		if c.IsSet("skip") {
			return usagef(c, "--skip нужен только для --kind %s", label)
		}
		return nil
	}
	for _, unfit := range []struct{ flag, why string }{
		{"resume", "они печатаются за секунды и всегда все; чтобы продолжить начатый лист, укажите --skip"},
		{"shard", "весь список — один документ, и делается он за секунды"},
		{"print", "они и так в одном PDF"},
		{"zip", "они и так в одном файле"},
		{"name", "все они в одном файле"},
	} {
		if c.IsSet(unfit.flag) {
			return usagef(c, "--%s для наклеек не нужен: %s", unfit.flag, unfit.why)
		}
	}
	sheet := press.Sheet.LabelsPerPage()
	if sheet == 0 {
		return usagef(c, "таблица стилей %s не для наклеек; есть: %s", c.String("style"), strings.Join(labelStyles(), ", "))
	}
	if skip := c.Int("skip"); skip < 0 || skip >= sheet {
		return usagef(c, "--skip %d: на листе %s под наклейки, пропустить можно от 0 до %d", skip, russian.Count(sheet, "место", "места", "мест"), sheet-1)
	}
	return nil
}

// labelStyles are the style sheets for labels that ship.
func labelStyles() (names []string) {
	files, _ := fs.Glob(templates.Files, "styles/label-*.toml")
	for _, file := range files {
		names = append(names, strings.TrimSuffix(filepath.Base(file), ".toml"))
	}
	return names
}

// makeLabels puts labels for all records onto sheets.
func makeLabels(c *cli.Context, job *batch.Job, to *recipients) error {
	labels := batch.NewLabels(job.Folder, to.press, job.Formats, to.press.Sheet.LabelsPerPage(), c.Int("skip"),
		func(part batch.LabelsPart) (*printing.Paper, error) {
			return to.press.Labels(part.Title, part.Labels, part.Skip, printing.Origin{Date: job.Metadata.Date, Author: job.Metadata.Body})
		})
	job.Sinks = []batch.Sink{batch.NewReport(job.Folder, labelsReport), labels}
	summary, err := perform(c, job, (*batch.Job).Combine)
	switch {
	case errors.Is(err, context.Canceled):
		return errors.New("прервано; наклейки не записаны, повторите ту же команду")
	case err != nil:
		return err
	}
	for _, name := range append(labels.Files(), labelsReport) {
		fmt.Fprintln(c.App.Writer, filepath.Join(c.String("out"), name))
	}
	if old := leftOver(c.String("out"), labels.Files()); len(old) > 0 {
		fmt.Fprintf(c.App.ErrWriter, "от прежних наклеек остались: %s; чтобы не напечатать их ещё раз, удалите их\n", strings.Join(old, ", "))
	}
	return conclude(c, summary, fmt.Sprintf("наклеек: %d, листов: %d", summary.Made, labels.Pages()))
}

// leftOver are the files of labels in a folder that are not among those just
// made: a longer list had more of them, another --format others.
func leftOver(folder string, made []string) (old []string) {
	for _, path := range ownFiles(folder, labelsReport, batch.LabelsName, printing.Formats) {
		name := filepath.Base(path)
		if _, err := os.Stat(path); err == nil && name != labelsReport && !slices.Contains(made, name) {
			old = append(old, name)
		}
	}
	return old
}
