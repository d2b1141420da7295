package printing

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"sync"
	"time"

	"protokol/fonts"
	"protokol/generator/diag"
	"protokol/generator/document"
	"protokol/generator/internal/compose"
	"protokol/generator/internal/docx"
	"protokol/generator/internal/flow"
	"protokol/generator/internal/font"
	"protokol/generator/internal/input"
	"protokol/generator/internal/layout"
	"protokol/generator/internal/meeting"
	"protokol/generator/internal/origin"
	"protokol/generator/internal/pdf"
	"protokol/generator/internal/picture"
	"protokol/generator/internal/resolve"
	"protokol/generator/internal/word"
	"protokol/generator/style"
	"protokol/templates"
)

// Version is the version of the program, recorded in every paper.
const Version = "0.1.0"

// DefaultStyle is the name of the default style sheet.
const DefaultStyle = "gost-2025"

// Formats lists the output formats.
var Formats = []string{"pdf", "docx"}

// Press makes papers of one design. It is safe for concurrent use.
type Press struct {
	Templates *compose.Templates
	Sheet     *style.Sheet
	Style     string // name of the style sheet, recorded in papers
	Digests   origin.Digests
	Custom    []origin.File // style sheet and templates, unless built in
	Profile   pdf.Profile   // of PDFs; initially that of the style sheet
	NoFields  bool          // signature lines without signature fields
	rules     int           // of the existing paper that is printed again, or 0
	family    *font.Family
	pictures  picture.Cache
	Word      *word.Template // for all papers; nil for the built-in look
	wordFile  *origin.File
	words     sync.Map      // templates that meetings name, by their data
	compared  sync.Map      // comparisons of papers with their files, by what the papers share
	lines     *layout.Cache // of papers printed before; nil unless Reuse was called
	lists     sync.Map      // sheets with wider lists, by listSheet
	pdf       *pdf.Printer
	docx      docx.Printer

	WordPrinter func() (*WordPrinter, error)
	lowered     sync.Map      // *loweredTemplate by Word template
	repeated    *layout.Cache // lines of papers from these: letters differ in a few of them
	said        sync.Map      // approximations that were reported
}

// maxRepeated is the number of paragraphs of a long letter.
const maxRepeated = 500

// NewPress returns a press for the templates in a folder and a style sheet. It
// fails when a template is invalid or the font family is unknown.
func NewPress(files fs.FS, sheet *style.Sheet) (*Press, error) {
	templates, err := loadTemplates(files)
	if err != nil {
		return nil, err
	}
	family, err := parseFamily(sheet.Font.Embedded)
	if err != nil {
		return nil, err
	}
	profile, err := pdf.ParseProfile(sheet.PDF.Profile)
	if err != nil {
		return nil, err
	}
	return &Press{Templates: templates, Sheet: sheet, Profile: profile, family: family,
		pdf: pdf.NewPrinter(family), WordPrinter: wordPrinter(nil), repeated: layout.NewCacheOf(maxRepeated)}, nil
}

// Reuse makes a press keep what it worked out for the papers that it printed last: for
// papers that are printed again and again as their file changes. Call it before the
// first paper.
func (p *Press) Reuse() {
	p.lines = layout.NewCache()
	p.Templates = p.Templates.Remembering()
}

// Covers reports whether a font has the character.
func (p *Press) Covers(r rune) bool { return p.family.Covers(r) }

// parseFamily parses the fonts of a built-in family and its fallback fonts.
func parseFamily(name string) (*font.Family, error) {
	files, err := fonts.Find(name)
	if err != nil {
		return nil, err
	}
	return font.ParseFamily(files)
}

// Sheet returns a style sheet by name, built in or overridden.
func Sheet(files fs.FS, name string) (*style.Sheet, diag.List) {
	file := "styles/" + name + ".toml"
	src, err := fs.ReadFile(files, file)
	if err != nil {
		return nil, diag.List{{File: file, Message: fmt.Sprintf("нет таблицы стилей «%s»", name),
			Code: diag.CodeStyles}}
	}
	if own, err := fs.ReadFile(templates.Files, file); err == nil && bytes.Equal(own, src) {
		return builtInSheet(name, src)
	}
	return style.Read(file, src)
}

// Paper is a document with its layout, ready to be written.
type Paper struct {
	Document *document.Document
	Layout   *layout.Result
	Sheet    *style.Sheet // as used; its line spacing may be reduced to fit the signature
	Doubts   diag.List    // case forms to be checked by a person; keys without places
	date     time.Time
	author   string
	origin   origin.Origin
	pictures map[string]*picture.Picture
	word     *word.Paper // filled Word template; without Layout
	lowered  *LoweredPaper
	signers  func() []layout.Signer // of a filled Word template
	title    func() (string, error) // of a filled Word template: it takes long
}

// Origin is the provenance of a paper: what it records about its making.
type Origin struct {
	Files   []origin.File  // to embed, as read, the source first; none in a paper that leaves without them
	Choices origin.Choices // what was requested; set by Paper
	Date    time.Time      // for the properties of the file; zero for the meeting's date
	Word    string         // name of the Word template; set by Paper
	Author  string         // for the properties of the file; "" for the body that met

	// Digest returns the digest of the source, when a file of the paper lacks it; nil for none. See Source.Digest.
	Digest func() string `json:"-"`

	Pictures map[string]*picture.Picture // by path; nil for those of the meeting
}

// day returns the date of files about a meeting: its own, or the Unix epoch for an unknown one.
func day(m *meeting.Meeting) time.Time {
	first, _ := m.Days()
	if date := cmp.Or(m.Date, first); !date.IsZero() {
		return date.Time()
	}
	return time.Unix(0, 0).UTC()
}

// Paper composes the requested paper and lays it out. To count the sheets of
// enclosures it lays them out first, unless the request gives the numbers. The
// error is a compose.MeetingError when the meeting lacks something.
func (p *Press) Paper(ctx context.Context, r compose.Request, m *meeting.Meeting, from Origin) (*Paper, error) {
	template, file, err := p.wordOf(r.Kind, m)
	switch {
	case err != nil:
		return nil, err
	case template != nil:
		return p.wordPaper(ctx, r, m, p.complete(r, m, from), template, file)
	}
	return p.composed(ctx, r, m, from)
}

// composed is Paper for papers of our own templates.
func (p *Press) composed(ctx context.Context, r compose.Request, m *meeting.Meeting, from Origin) (*Paper, error) {
	if r.Sheets == nil {
		var err error
		if r.Sheets, err = p.Sheets(ctx, r.Kind, m, from); err != nil {
			return nil, err
		}
	}
	doc, doubts, further, err := p.Templates.Draft(ctx, r, m)
	if err != nil {
		return nil, err
	}
	if p.lines != nil { // somebody waits for this paper; a batch keeps all processors busy
		further = meanwhile(further)
	}
	paper, err := p.Lay(doc, p.complete(r, m, from))
	if err != nil {
		return nil, err
	}
	paper.Doubts = append(doubts, further()...)
	return paper, nil
}

// meanwhile starts a function and returns one that waits for its result. A panic is passed on to the waiting
// goroutine.
func meanwhile[T any](f func() T) (wait func() T) {
	wait = sync.OnceValue(f)
	go func() {
		defer func() { _ = recover() }()
		_ = wait()
	}()
	return wait
}

// complete adds what a paper records about a request.
func (p *Press) complete(r compose.Request, m *meeting.Meeting, from Origin) Origin {
	from.Choices = origin.Choices{Kind: r.Kind, Items: r.Items, Blank: r.Blank, Sort: r.Sort, To: r.To,
		Fillable: r.Fillable, Listed: from.Choices.Listed}
	if from.Date.IsZero() {
		from.Date = day(m)
	}
	if from.Author == "" {
		from.Author = m.Author()
	}
	if from.Pictures == nil {
		from.Pictures = picturesOf(m)
	}
	return from
}

// Sheets counts the sheets of the papers that a paper encloses. They are the
// same for all letters of a batch.
func (p *Press) Sheets(ctx context.Context, kind string, m *meeting.Meeting, from Origin) (map[string]int, error) {
	found, err := compose.FindKindOf(m, kind)
	if err != nil {
		return nil, err
	}
	sheets := map[string]int{}
	for _, name := range found.Enclosed(m) {
		if m.WordTemplate(name) != nil {
			continue // its pages depend on the program that shows it
		}
		enclosed, err := p.composed(ctx, compose.Request{Kind: name}, m, from)
		if err != nil {
			return nil, err
		}
		sheets[name] = len(enclosed.Layout.Pages) // printed on one side
	}
	return sheets, nil
}

// ErrOverfull is returned when the text of a table does not fit in rows whose
// height the style sheet fixes.
var ErrOverfull = errors.New("текст не помещается в строку таблицы, высота которой задана таблицей стилей")

// evenRules are the first rules by which letters are widened where spaces are wide, and text that introduces a table
// on a turned page is there, too.
const evenRules = 10

// lineRules are the first rules by which who carries out a point stays with the lines and the table below its text.
const lineRules = 11

// divisionRules are the first rules by which words are divided only where a line would have wide spaces otherwise.
const divisionRules = 17

// wholeRules are the first rules by which a paragraph that is kept with the next block is on one page.
const wholeRules = 17

// addressRules are the first rules by which an address ends a line after one of its marks where spaces would be wide.
const addressRules = 18

// columnRules are the first rules by which tables that are wide part units in the titles of columns before anything
// else, and numbers from «№» after everything else.
const columnRules = 14

// Lay lays a document out. It fails when the document uses an unknown style or
// picture, and with ErrOverfull.
func (p *Press) Lay(doc *document.Document, from Origin) (*Paper, error) {
	if err := p.Sheet.Has(document.Styles(doc)); err != nil {
		return nil, err
	}
	if err := p.Sheet.HasTables(document.TableStyles(doc)); err != nil {
		return nil, err
	}
	doc, err := sized(doc, from.Pictures)
	if err != nil {
		return nil, err
	}
	if p.NoFields {
		doc = document.WithoutFields(doc)
	}
	sheet := p.Sheet.For(doc.Kind)
	earlier := p.rules != 0 && p.rules < evenRules
	if !earlier {
		doc = document.OnTurnedPages(doc)
	}
	doc = document.Kept(doc, document.Keeping{LooseLines: p.rules != 0 && p.rules < lineRules,
		Divided: p.rules != 0 && p.rules < wholeRules})
	doc = resolve.WrapPositions(doc, sheet, func(text string, f flow.Font, width float64) []string {
		return layout.Wrap(text, f, width, p.family)
	})
	doc, sheet, err = p.fit(doc, sheet)
	if err != nil {
		return nil, err
	}
	resolved := resolve.Document(doc, sheet)
	resolved.NaturalWidths, resolved.EarlierRows = earlier, earlier
	resolved.EagerDivisions = p.rules != 0 && p.rules < divisionRules
	resolved.WholeAddresses = p.rules != 0 && p.rules < addressRules
	pages := p.lines.Pages(resolved, p.family)
	if pages.Overfull.Count > 0 {
		return nil, ErrOverfull
	}
	return &Paper{Document: doc, Layout: pages, Sheet: sheet.Spaced(pages.Spacing), date: from.Date,
		author: from.Author, origin: p.origin(from), pictures: from.Pictures}, nil
}

// origin returns what a paper records about its making. The style sheet and the
// templates that are not built in accompany the source.
func (p *Press) origin(from Origin) origin.Origin {
	o := origin.Origin{
		Schema: input.SchemaVersion, Version: Version, Rules: Rules, Digests: p.Digests,
		Choices: from.Choices, Word: from.Word, Style: p.Style, Profile: string(p.Profile), Ink: p.NoFields,
		Date: from.Date, SourceProof: from.Digest,
	}
	if len(from.Files) > 0 {
		o.Files = slices.Concat(from.Files, p.Custom)
	}
	return o
}

// Files returns the names of the files that a paper carries.
func (p *Paper) Files() (names []string) {
	for _, f := range p.origin.Files {
		names = append(names, path.Base(f.Path))
	}
	return names
}

// BookKind is the kind of books in their manifests.
const BookKind = "book"

// Book begins a PDF that joins the PDFs of many papers. In two-sided books every
// paper begins on a right-hand page.
func (p *Press) Book(w io.Writer, title string, from Origin, twoSided bool) *pdf.Book {
	from.Choices = origin.Choices{Kind: BookKind}
	o := pdf.Options{Title: title, Author: from.Author, Producer: "protokol " + Version, Date: from.Date,
		Origin: p.origin(from), Profile: p.Profile}
	return pdf.NewBook(w, pdf.BookOptions{Options: o, RightHand: twoSided})
}

// Trial returns the paper without the digest of its source, which takes long, to find out whether it can be written.
func (p *Paper) Trial() *Paper {
	trial := *p
	trial.origin.SourceProof = nil
	return &trial
}

// Write writes a paper in one of Formats.
func (p *Press) Write(w io.Writer, paper *Paper, format string) error {
	switch {
	case paper.word != nil && format == "docx":
		return paper.word.Write(w, paper.origin)
	case paper.word != nil && format == "pdf":
		return p.writeLowered(w, paper)
	}
	switch format {
	case "pdf":
		return p.pdf.Write(w, paper.Layout, pdf.Options{
			Title: paper.Document.Title, Author: paper.author, Producer: "protokol " + Version,
			Date: paper.date, Origin: paper.origin, Profile: p.Profile, Pictures: paper.pictures,
		})
	case "docx":
		return p.docx.Write(w, paper.Document, paper.Sheet, docx.Options{
			Date: paper.date, Author: paper.author, Closing: paper.Layout.Closing,
			Shorten: paper.Layout.Shortened, Origin: paper.origin, Pictures: paper.pictures,
			Divisions: paper.Layout.Divisions(),
		})
	}
	return fmt.Errorf("неизвестный формат «%s»; есть pdf и docx", format)
}
