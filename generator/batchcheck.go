package generator

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"protokol/generator/internal/batch"
	"protokol/generator/internal/disk"
	"protokol/generator/internal/mailing"
	"protokol/generator/internal/russian"
)

// Check reports, as an OptionError, errors of a request that do not depend on the meeting and the list.
func (r BatchRequest) Check() error {
	switch {
	case r.Kind != "" && !slices.Contains(BatchKinds, r.Kind):
		return OptionError{Option: "kind", Message: fmt.Sprintf(
			"вид «%s» не делают по списку; есть: %s", r.Kind, strings.Join(BatchKinds, ", "))}
	case len(r.Formats) == 0:
		return OptionError{
			Option:  "format",
			Message: "не указано ни одного формата; есть: " + strings.Join(Formats, ", "),
		}
	case r.Print != "" && !slices.Contains(r.Formats, "pdf"):
		return OptionError{Option: "print", Message: "книга собирается из PDF, а писем в PDF не будет"}
	}
	for _, format := range r.Formats {
		if !slices.Contains(Formats, format) {
			return OptionError{Option: "format", Message: fmt.Sprintf(
				"неизвестный формат «%s»; есть: %s", format, strings.Join(Formats, ", "))}
		}
	}
	if _, err := r.shard(); err != nil {
		return err
	}
	return checkBraces(r.Name, "{organization}")
}

// completed returns a request with the kind and the folder that it leaves out. A Word template may be any letter or
// form: it is the one that the meeting has a section for, of which there must not be several.
func (g *Generator) completed(m *Meeting, r BatchRequest) (BatchRequest, error) {
	if r.Kind == "" {
		r.Kind = BatchKinds[0]
		if g.config.Word != nil {
			kinds := mailing.Sections(m.source.Meeting)
			if len(kinds) > 1 {
				return r, OptionError{Option: "kind", Message: "бланк годится для любого письма, а в файле есть " +
					"разделы [" + strings.Join(kinds, "], [") + "]; назовите вид: " + enumerateOr(kinds)}
			}
			r.Kind = append(kinds, "letter")[0]
		}
	}
	if r.Folder == "" {
		_, r.Folder = BatchDefaults(r.Kind)
	}
	return r, nil
}

// enumerateOr joins names with commas and an "or".
func enumerateOr(names []string) string {
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + " или " + names[last]
}

// shard is the part of the list to process; zero for the whole list.
func (r BatchRequest) shard() (batch.Shard, error) {
	if r.Shard == "" {
		return batch.Shard{}, nil
	}
	shard, err := batch.ParseShard(r.Shard)
	if err != nil {
		return shard, OptionError{Option: "shard", Message: err.Error()}
	}
	return shard, nil
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
			"на листе %s под наклейки, пропустить можно от 0 до %d",
			russian.Count(places, "место", "места", "мест"),
			places-1,
		)}
	}
	return nil
}

// checkProducts reports, before any work, output files that cannot be written.
func (b *batchRun) checkProducts(ctx context.Context) error {
	at := disk.In(b.Root)
	report, document := b.job.Shard.ReportName(), batch.RegisterName
	if b.Kind == LabelKind {
		report, document = labelsReport, batch.LabelsName
	}
	own := append([]string{filepath.Join(b.Folder, report)}, disk.Parts(at, b.Folder, document, b.Formats)...)
	return checkProducts(ctx, at, own, b.Print, b.Archive, b.Duplex, b.Force)
}

// checkFillable reports fields in papers that have none.
func (g *Generator) checkFillable(r BatchRequest) error {
	switch {
	case !r.Fillable:
		return nil
	case r.Kind != mailing.Application && r.Kind != mailing.Consent:
		return OptionError{Option: "fillable", Message: "поля для заполнения есть только у заявлений и согласий"}
	case r.Print != "":
		return OptionError{Option: "print",
			Message: "формы с полями заполняют на экране; для печати сделайте их без полей"}
	case !g.CanBeFilled():
		return OptionError{Option: "fillable",
			Message: "в PDF по профилю " + g.Profile() + " полей для заполнения не бывает"}
	}
	return nil
}
