package printing

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"strings"
	"sync"
	"time"

	"protokol/fonts"
	"protokol/generator/diag"
	"protokol/generator/internal/faces"
	"protokol/generator/internal/flow"
	"protokol/generator/internal/font"
	"protokol/generator/internal/layout"
	"protokol/generator/internal/origin"
	"protokol/generator/internal/pdf"
	"protokol/generator/internal/picture"
	"protokol/generator/internal/wordml"
)

// WordPrinter prints Word papers as PDF. It is safe for concurrent use.
type WordPrinter struct {
	faces  *faces.Set
	pdf    *pdf.Printer
	images *picture.Cache
}

// NewWordPrinter returns a printer with the built-in faces and those in folders.
func NewWordPrinter(folders ...faces.Folder) (*WordPrinter, error) {
	own, err := parseFamily(fonts.Default)
	if err != nil {
		return nil, err
	}
	var twins [][4][]byte
	for _, name := range faces.Names[1:] {
		twins = append(twins, fonts.Twins[name])
	}
	set, err := faces.New(own, twins, folders...)
	if err != nil {
		return nil, err
	}
	return &WordPrinter{faces: set, pdf: pdf.NewPrinter(set.Family()), images: &picture.Cache{}}, nil
}

// wordPrinter returns a function that makes a printer when it is first needed.
func wordPrinter(folders []faces.Folder) func() (*WordPrinter, error) {
	return sync.OnceValues(func() (*WordPrinter, error) { return NewWordPrinter(folders...) })
}

// loweredTemplate is the document of a Word template, with what its papers have in common.
type loweredTemplate struct {
	*wordml.Document
	similar wordml.Similar
}

// LoweredPaper is a Word paper that has been laid out.
type LoweredPaper struct {
	*wordml.Paper
	Layout  *layout.Result
	printer *WordPrinter
	faces   *faces.Paper
	family  *font.Family // with which it was laid out
	said    *sync.Map    // approximations that were reported
	traced  bool         // its texts have origins
}

// Lay lays out a Word paper. Parts replaces the content of its parts; ranges is where the
// words of these come from, and may be nil.
func (p *WordPrinter) Lay(ctx context.Context, doc *wordml.Document, parts map[string][]byte,
	ranges map[string][]flow.Range) (*LoweredPaper, error,
) {
	return p.layBy(ctx, 0, doc, wordml.Options{Parts: parts, Ranges: ranges}, nil)
}

// layBy is Lay by some rules; 0 are the current ones. Known keeps the lines of similar papers; it may be nil.
func (p *WordPrinter) layBy(
	ctx context.Context, rules int, doc *wordml.Document, o wordml.Options, known *layout.Cache,
) (*LoweredPaper, error) {
	own, earlier := p.faces.Paper(), rules != 0 && rules < rowRules
	o.Faces, o.Images, o.Ended = finder{own}, p.images, func() bool { return ctx.Err() != nil }
	o.Earlier, o.OwnWidths, o.OwnBullets = earlier, rules != 0 && rules < widthRules, rules != 0 && rules < bulletRules
	o.ShowHidden, o.EvenSeparators = rules != 0 && rules < hiddenRules, rules != 0 && rules < separatorRules
	o.LooseLabels, o.GridWidths = rules != 0 && rules < labelRules, rules != 0 && rules < columnsRules
	before16 := rules != 0 && rules < floatRules
	o.PartIndents = before16
	paper, err := doc.Lower(o)
	if err != nil {
		return nil, err
	}
	family := own.Family()
	for _, name := range p.faces.Damaged() {
		paper.Damaged(name)
	}
	if err := covered(paper, own, family); err != nil {
		return nil, err
	}
	paper.Flow.WholeNotes = rules != 0 && rules < noteRules
	paper.Flow.WholeCells = rules != 0 && rules < cellRules
	paper.Flow.EarlierRows, paper.Flow.LooseBrackets = earlier, rules != 0 && rules < bracketRules
	paper.Flow.EarlierFloats, paper.Flow.LooseBorders, paper.Flow.PlainSpaces = before16, before16, before16
	paper.Flow.TableBoxes = rules != 0 && rules < boxRules
	paper.Flow.ApartMerges = rules != 0 && rules < mergeRules
	if own.Extends() {
		known = nil // the family is a new one for each paper
	}
	laid := known.Pages(paper.Flow, family)
	if ctx.Err() != nil {
		return nil, context.Cause(ctx)
	}
	if laid.Crowded {
		return nil, wordml.Refusal("колонтитулы слишком велики: сократите их, чтобы на странице было место для текста")
	}
	if len(laid.Pages) > maxPages {
		return nil, wordml.Refusal(fmt.Sprintf("страниц больше %d; разделите документ на несколько", maxPages))
	}
	for _, one := range []struct {
		layout.Misfit
		note func(text string, first *flow.Paragraph, count int)
	}{{laid.Overfull, paper.Overfull}, {laid.Cut, paper.Cut}, {laid.Torn, paper.Torn},
		{laid.Pictures, paper.PictureOverfull}, {laid.CutPictures, paper.PictureCut},
		{laid.Floats, paper.FloatOverfull}, {laid.Carried, paper.Carried}, {laid.Uncut, paper.Uncut},
		{laid.Merged, paper.Merged}, {laid.Divided, paper.Divided}} {
		one.note(one.Text, one.First, one.Count)
	}
	if laid.Beyond != "" {
		paper.Beyond(laid.Beyond)
	}
	return &LoweredPaper{Paper: paper, Layout: laid, printer: p, faces: own, family: family}, nil
}

// maxPages is how many pages a Word paper may have: readers of PDF limit them, too.
const maxPages = 10_000

// SignHere adds fields for electronic signatures where the paper has places for the
// signatures of persons, as the program of some rules did; 0 are the current rules.
func (p *LoweredPaper) SignHere(signers []layout.Signer, rules int) {
	p.Layout.SkipLeaders = isEarlierWord(rules)
	p.Layout.SignHere(signers, p.family)
}

// writeLowered writes a paper made from a Word template as PDF. The error is a
// diag.Report if content would be lost.
func (p *Press) writeLowered(w io.Writer, paper *Paper) error {
	if err := p.lower(context.Background(), paper, nil); err != nil {
		return err
	}
	var err error
	if paper.lowered.Title, err = p.titleOf(paper); err != nil {
		return err
	}
	return paper.lowered.Write(w, LoweredOptions{Author: paper.author, Date: paper.date,
		Profile: p.Profile, Origin: paper.origin})
}

// LayOut lays out a paper made from a Word template before it is written as PDF, until the context ends. Write does so
// if need be; other papers are laid out already.
func (p *Press) LayOut(ctx context.Context, paper *Paper) error {
	if paper.word == nil {
		return nil
	}
	return p.lower(ctx, paper, nil)
}

// lower lays out a paper made from a Word template, once. Its texts have the origins that
// ranges give; nil is enough for a PDF.
func (p *Press) lower(ctx context.Context, paper *Paper, ranges map[string][]flow.Range) error {
	if paper.lowered != nil && (ranges == nil || paper.lowered.traced) {
		return nil
	}
	printer, err := p.WordPrinter()
	if err != nil {
		return err
	}
	template := paper.word.Template()
	known, ok := p.lowered.Load(template)
	if !ok {
		doc, err := wordml.Open(template.File)
		if err != nil {
			return diag.Report{List: diag.List{{File: template.Name, Message: err.Error()}}}
		}
		known, _ = p.lowered.LoadOrStore(template, &loweredTemplate{Document: doc})
	}
	of := known.(*loweredTemplate)
	laid, err := printer.layBy(ctx, p.rules, of.Document, wordml.Options{Parts: paper.word.Parts(),
		Ranges: ranges, Places: p.placesToSign(paper), Similar: &of.similar}, p.repeated)
	if ctx.Err() != nil {
		return context.Cause(ctx)
	}
	if err != nil {
		return diag.Report{List: diag.List{{File: template.Name, Message: err.Error()}}}
	}
	if laid.Report.Lost() {
		return diag.Report{List: Found(template.Name, laid.Report)}
	}
	if !p.NoFields {
		laid.SignHere(paper.signers(), p.rules)
	}
	laid.said, laid.traced = &p.said, ranges != nil
	paper.lowered = laid
	return nil
}

// placesToSign returns the places of a paper at which its Word template asks for signatures. By
// earlier rules only words around them made fields.
func (p *Press) placesToSign(paper *Paper) map[string][]wordml.Place {
	if p.NoFields || p.rules != 0 && p.rules < placeRules {
		return nil
	}
	named := paper.word.Signatures()
	if len(named) == 0 {
		return nil
	}
	places := make(map[string][]wordml.Place, len(named))
	for part, list := range named {
		for _, at := range list {
			who := strings.TrimSpace(at.Position + " " + at.Name)
			places[part] = append(places[part], wordml.Place{Start: at.Start, End: at.End, Field: &flow.Field{
				Name: at.Field, Kind: flow.SignatureField, Tooltip: "Электронная подпись: " + who}})
		}
	}
	return places
}

// titleOf returns the title of a paper from a Word template. That of the template may be about another paper; by
// earlier rules, a letter to a row of a list had it.
func (p *Press) titleOf(paper *Paper) (string, error) {
	switch {
	case paper.Document.Title != "":
		return paper.Document.Title, nil
	case p.rules != 0 && p.rules < titleRules:
		return paper.lowered.Title, nil
	}
	return paper.title()
}

// Approximated returns warnings about what the PDF of a paper made from a Word
// template shows only approximately: what other papers showed so is not repeated.
func (p *Paper) Approximated() (list diag.List) {
	for _, problem := range p.Approximations() {
		if _, said := p.lowered.said.LoadOrStore(problem.Message, true); !said {
			list = append(list, problem)
		}
	}
	return list
}

// Approximations is Approximated without regard to other papers.
func (p *Paper) Approximations() diag.List {
	if p.lowered == nil {
		return nil
	}
	return Found(p.word.Template().Name, p.lowered.Report)
}

// Found returns problems for the constructs of a Word paper that are not printed
// exactly.
func Found(name string, report wordml.Report) (list diag.List) {
	for _, f := range report.Findings {
		if f.Severity == wordml.Slight {
			continue
		}
		problem := diag.Problem{Severity: diag.Warning, File: name, Message: f.Place + ": приближённо: " + f.Construct}
		switch f.Severity {
		case wordml.Noted:
			problem.Message = f.Place + ": " + f.Construct
		case wordml.Lost:
			problem.Severity, problem.Message = diag.Error, f.Place+": не печатается: "+f.Construct
			problem.Hint = "уберите это из документа или замените текстом либо рисунком"
			if strings.HasPrefix(f.Construct, "рисунок: ") {
				problem.Hint = "в Word вырежьте рисунок и вставьте его обратно командой «Специальная вставка», вид «Рисунок (PNG)»"
			}
		}
		if f.Count > 1 {
			problem.Message += fmt.Sprintf(" (всего %d)", f.Count)
		}
		list = append(list, problem)
	}
	return list
}

// LoweredOptions are what the PDF of a Word paper records.
type LoweredOptions struct {
	Title   string // if the file has none
	Author  string
	Date    time.Time
	Profile pdf.Profile
	Origin  origin.Origin
}

// Write writes the paper as PDF.
func (p *LoweredPaper) Write(w io.Writer, o LoweredOptions) error {
	o.Origin.Fonts = p.Fonts()
	return p.printer.pdf.Write(w, p.Layout, pdf.Options{
		Title: cmp.Or(p.Title, o.Title), Author: cmp.Or(o.Author, p.Author), Producer: "protokol " + Version,
		Date: o.Date, Origin: o.Origin, Profile: o.Profile, Pictures: p.Pictures, Family: p.family,
	})
}
