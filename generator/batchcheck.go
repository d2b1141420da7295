package generator

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"protokol/generator/internal/batch"
	"protokol/generator/internal/disk"
	"protokol/generator/internal/russian"
)

// check reports a request without the parts that every batch needs.
func (r BatchRequest) check(m *Meeting, to *List) error {
	switch {
	case m.isEmpty():
		return errNoMeeting
	case to == nil:
		return errors.New("нет списка получателей")
	case r.Folder == "" && !r.DryRun:
		return OptionError{Option: "out", Message: "не указана папка для писем"}
	case len(r.Formats) == 0:
		return OptionError{Option: "format", Message: "не указано ни одного формата; есть: " + strings.Join(Formats, ", ")}
	}
	for _, format := range r.Formats {
		if !slices.Contains(Formats, format) {
			return OptionError{Option: "format", Message: fmt.Sprintf(
				"неизвестный формат «%s»; есть: %s", format, strings.Join(Formats, ", "))}
		}
	}
	return nil
}

// unique returns the list without repetitions.
func unique(list []string) (once []string) {
	for _, s := range list {
		if !slices.Contains(once, s) {
			once = append(once, s)
		}
	}
	return once
}

// checkLabelOptions reports a style sheet that has no labels, and a Skip that
// exceeds a page.
func (b *batchRun) checkLabelOptions() error {
	if b.Kind != LabelKind {
		return nil
	}
	switch places := b.g.LabelsPerPage(); {
	case places == 0:
		return OptionError{Option: "style", Message: fmt.Sprintf("таблица стилей %s не для наклеек", b.g.press.Style)}
	case b.Skip < 0 || b.Skip >= places:
		return OptionError{Option: "skip", Place: strconv.Itoa(b.Skip), Message: fmt.Sprintf(
			"на листе %s под наклейки, пропустить можно от 0 до %d", russian.Count(places, "место", "места", "мест"), places-1)}
	}
	return nil
}

// checkProducts reports, before any work, output files that cannot be written.
func (b *batchRun) checkProducts() error {
	report, document := b.job.Shard.ReportName(), batch.RegisterName
	if b.Kind == LabelKind {
		report, document = labelsReport, batch.LabelsName
	}
	own := append([]string{filepath.Join(b.Folder, report)}, disk.Parts(b.Folder, document, b.Formats)...)
	return checkProducts(own, b.Print, b.Archive, b.Duplex, b.Force)
}
