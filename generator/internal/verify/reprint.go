package verify

import (
	"bytes"
	"context"
	"errors"
	"slices"
	"strings"
	"time"

	"protokol/generator/diag"
	"protokol/generator/document"
	"protokol/generator/internal/budget"
	"protokol/generator/internal/compare"
	"protokol/generator/internal/compose"
	"protokol/generator/internal/mailing"
	"protokol/generator/internal/origin"
	"protokol/generator/internal/printing"
)

// reprint prints the source of the paper again and returns the file and the content repeated on its pages. The source
// may be malicious: reprint returns soon after ctx ends, and has only as much time apart from that for the paper as the
// pages of the paper take.
func (v *Verdict) reprint(ctx context.Context, format string) (file []byte, r compare.Repeated, err error) {
	if err := checkTemplates(v.Foreign); err != nil {
		return nil, r, err
	}
	end := budget.NewShare(v.extent.time()).Use(ctx)
	defer func() { v.printed = end() }()
	if v.From.Kind == printing.LoweredKind {
		file, err = v.relower(ctx)
		return file, r, err
	}
	press, source, err := printing.Again(v.From, v.folders...)
	if err != nil {
		return nil, r, v.asSourceError(err)
	}
	if proof := v.From.Proof; v.Claimed && proof.KnowsSource() {
		v.OtherSource = proof.Source != source.Digest()
	}
	v.OtherRules = v.From.Version != "" && v.From.Rules != printing.Rules
	v.OtherDesign = otherDesign(v.From.Digests, press.Digests)
	if len(v.Foreign) > 0 {
		var cancel context.CancelFunc
		ctx, cancel = budget.Context(ctx, templateTime+v.extent.time(), errCostly)
		defer cancel()
	}
	paper, err := v.confined(ctx, func(ctx context.Context) (*printing.Paper, error) {
		return paperOf(ctx, press, source, v.From, v.carried(source, format))
	})
	if err == errLonger {
		return nil, r, err
	}
	if err != nil {
		return nil, r, v.asSourceError(err)
	}
	if format == "pdf" {
		err = press.LayOut(ctx, paper)
	}
	if ctx.Err() != nil {
		return nil, r, context.Cause(ctx)
	}
	var b bytes.Buffer
	if err == nil {
		err = press.Write(&b, paper, format)
	}
	v.compareFonts(paper.Fonts())
	r.Headers = tableHeaders(paper.Document)
	if number := paper.Sheet.PageNumber; number.Show {
		r.Number, r.First = number.On, number.First
	}
	return b.Bytes(), r, err
}

// relower prints a Word file inside the paper again.
func (v *Verdict) relower(ctx context.Context) ([]byte, error) {
	v.OtherRules = v.From.Rules != printing.Rules
	file, used, err := printing.Relower(ctx, v.From, v.folders...)
	v.compareFonts(used)
	if ctx.Err() != nil {
		return nil, context.Cause(ctx)
	}
	if err != nil {
		return nil, SourceError{err}
	}
	return file, nil
}

// byRules compares a paper with its reprint. One of earlier rules, by which it was printed again, is compared like one
// of the current rules first: if it is the same, nothing is left open. Otherwise only its content is compared.
func (v *Verdict) byRules(compare func() error) error {
	found := v.Differences
	if v.OtherRules && v.From.Rules < printing.Rules {
		v.OtherRules = false
		err := compare()
		if err != nil || len(v.Differences) == 0 {
			return err
		}
		v.OtherRules, v.Differences = true, found
	}
	return compare()
}

// compareFonts notes faces of the reprint that are not built in and differ from those of the paper.
func (v *Verdict) compareFonts(used []origin.Font) {
	same := func(a, b origin.Font) bool { return a.Name == b.Name && a.Sum == b.Sum }
	switch {
	case slices.EqualFunc(used, v.From.Fonts, same):
	case v.OtherDesign == "":
		v.OtherDesign = "шрифты"
	case !strings.Contains(v.OtherDesign, "шрифты"):
		v.OtherDesign += ", шрифты"
	}
}

// Limits of the source and the templates inside a paper, which may come from anyone. What templates write must fit what
// the paper holds.
const (
	templateTime = time.Second // apart from that for pages
	fixedRoom    = 256 << 10   // bytes
	mostRoom     = 1536 << 10  // of other templates than the built-in ones; laid out, about 300 MB
	maxTemplates = 1 << 20     // all templates together; the built-in ones take 100 kB
)

var (
	errCostly = errors.New("шаблоны внутри документа требуют слишком много времени")
	errLonger = errors.New("исходный файл во много раз длиннее документа: напечатан не он")
)

// checkTemplates checks the size of the templates and style sheets inside a paper.
func checkTemplates(list []origin.File) error {
	size := 0
	for _, f := range list {
		if f.Role != origin.Word { // which has its own limits
			size += len(f.Data)
		}
	}
	if size > maxTemplates {
		return SourceError{errCostly}
	}
	return nil
}

// confined writes the paper within the limits of what templates may write: those for any paper first, which are
// enough for most, then those for what the judged paper holds.
func (v *Verdict) confined(ctx context.Context, write func(context.Context) (*printing.Paper, error)) (
	*printing.Paper, error) {
	paper, err := write(compose.WithLimit(ctx, fixedRoom))
	if !errors.Is(err, compose.ErrEndless) {
		return paper, err
	}
	if room := v.extent.room; room > 0 {
		if room += fixedRoom; len(v.Foreign) > 0 {
			room = min(room, mostRoom)
		}
		paper, err = write(compose.WithLimit(ctx, room))
	}
	if errors.Is(err, compose.ErrEndless) && len(v.Foreign) == 0 {
		return nil, errLonger
	}
	return paper, err
}

// otherDesign returns the Russian names of what has changed since the paper was
// printed: templates, style sheet, fonts.
func otherDesign(paper, press origin.Digests) string {
	var names []string
	for _, d := range []struct{ name, paper, press string }{
		{"шаблоны", paper.Templates, press.Templates}, {"таблица стилей", paper.Sheet, press.Sheet},
		{"шрифты", paper.Faces, press.Faces},
	} {
		if d.paper != "" && d.paper != d.press {
			names = append(names, d.name)
		}
	}
	return strings.Join(names, ", ")
}

// tableHeaders returns the words in the header of every top-level table.
func tableHeaders(doc *document.Document) (headers [][]string) {
	for _, block := range doc.Blocks {
		if table, ok := block.(document.Table); ok && len(table.Header) > 0 {
			header := &document.Document{Blocks: []document.Block{document.Table{Columns: table.Columns,
				Rows: table.Header}}}
			headers = append(headers, strings.Fields(document.PlainText(header)))
		}
	}
	return headers
}

// asSourceError wraps problems in the embedded files.
func (v *Verdict) asSourceError(err error) error {
	if _, ok := err.(diag.Report); ok && !v.Claimed {
		return SourceError{err}
	}
	return err
}

// paperOf makes the paper that an origin describes.
func paperOf(ctx context.Context, press *printing.Press, source *printing.Source, from origin.Origin,
	carried []origin.File) (*printing.Paper, error) {
	if from.Row() != nil {
		return mailing.Reprint(ctx, press, source, from)
	}
	request := compose.Request{Kind: from.Kind, Items: from.Items, Blank: from.Blank, Sort: from.Sort, To: from.To,
		Fillable: from.Fillable, Rules: from.RulesBy()}
	if request.Kind == "" {
		request.Kind = compose.Kinds[0].Name // made by another program
	}
	return press.Paper(ctx, request, source.Meeting, printing.Origin{Date: from.Date, Files: carried})
}

// carried returns the files that the reprint must carry to have the bytes of an unchanged paper: those that the source
// in a PDF consists of.
func (v *Verdict) carried(source *printing.Source, format string) []origin.File {
	if v.Claimed || format != "pdf" {
		return nil
	}
	return source.Files
}
