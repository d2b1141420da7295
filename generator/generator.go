package generator

import (
	"context"
	"fmt"
	"io/fs"
	"strconv"
	"time"

	"protokol/generator/diag"
	"protokol/generator/internal/budget"
	"protokol/generator/internal/compose"
	"protokol/generator/internal/faces"
	"protokol/generator/internal/origin"
	"protokol/generator/internal/pdf"
	"protokol/generator/internal/printing"
	"protokol/generator/internal/reader"
	"protokol/generator/internal/syserror"
)

// Version is the version of the program, recorded in every paper.
const Version = printing.Version

// DefaultStyle is the name of the default style sheet.
const DefaultStyle = printing.DefaultStyle

// Formats lists the formats that Paper.Write accepts.
var Formats = printing.Formats

// Profiles lists the values of Config.Profile: parts and levels of PDF/A.
var Profiles = pdf.Profiles

// Problems is a list of errors and warnings about files, with the text of the
// files for excerpts. As an error it prints all of them.
type Problems = diag.Report

// OptionError reports that an option of a request is invalid or cannot be met.
type OptionError = diag.OptionError

// File is a file with the name by which messages call it.
type File struct {
	Name string
	Data []byte
}

// Config determines how papers look and what they carry. The zero Config selects
// the built-in templates and DefaultStyle.
type Config struct {
	Templates fs.FS  // files that override built-in templates of the same path; may be nil
	Style     string // name of a style sheet; "" for DefaultStyle
	Sheet     *File  // style sheet to use instead of Style; may be nil
	Word      *File  // Word template to fill instead of Templates; may be nil
	Profile   string // one of Profiles; "" for that of the style sheet

	// Fonts are folders with TrueType faces for papers made of Word files, read when
	// such a paper names a font. Folders of the user come before the built-in families,
	// those of the system after them: a font of the same widths is built in for most.
	Fonts []FontFolder

	NoSignatureFields bool // omit the fields for electronic signatures
	Source            bool // embed the source in papers of all kinds, not only in those that stay inside
	NoSource          bool // do not embed the source in any

	// Date goes into the properties of papers; zero stands for the date of
	// the meeting.
	Date time.Time

	// Now is the clock against which the times of signatures are checked; it may
	// stand still. It also measures how long pages take, for what is slow to print
	// is slow to read. If nil, those times are believed.
	Now func() time.Time

	// Processor returns the processor time that the process has used. If it is not nil,
	// it limits the work on a file that is read, which may be malicious, together with the
	// time that passes: neither the time of other programs on a busy machine counts, nor
	// that of other goroutines of the process.
	Processor func() time.Duration

	// Alone is set for a process that does nothing else while it reads a file: all of its processor time counts.
	Alone bool

	// Trust holds the roots for the certificates of signatures. If empty, chains
	// of certificates are not checked.
	Trust Evidence

	// Reuse keeps what was worked out for the papers made last, for a preview of papers
	// whose file changes. The papers are the same.
	Reuse bool

	// CacheDir is the folder where the compiled PDF engine is kept between
	// processes; "" compiles it in each of them.
	CacheDir string
}

// FontFolder is a folder with font files, of the user or of the operating system.
type FontFolder = faces.Folder

// Generator makes papers and reads them. It is safe for concurrent use.
type Generator struct {
	config Config
	press  *printing.Press
}

// New returns a Generator. The error is a Problems when a template or the style
// sheet is invalid, and an OptionError when the configuration is.
func New(c Config) (*Generator, error) {
	if c.Source && c.NoSource {
		return nil, OptionError{Option: "source", Message: "исходный файл или вкладывают, или нет"}
	}
	if c.Templates != nil {
		if _, err := fs.Stat(c.Templates, "."); err != nil {
			return nil, OptionError{
				Option:  "templates",
				Message: "папка с шаблонами не открывается: " + syserror.Cause(err),
			}
		}
	}
	for _, f := range c.Fonts {
		if info, err := fs.Stat(f.FS, "."); !f.System && (err != nil || !info.IsDir()) {
			return nil, OptionError{Option: "fonts", Message: "нет папки со шрифтами " + f.Name}
		}
	}
	if err := c.Trust.checkRoots(); err != nil {
		return nil, err
	}
	design := printing.Design{Templates: c.Templates, Style: c.Style, Profile: c.Profile, NoFields: c.NoSignatureFields,
		Folders: c.Fonts}
	if c.Sheet != nil {
		design.Sheet = &origin.File{Role: origin.Style, Path: c.Sheet.Name, Data: c.Sheet.Data}
	}
	if c.Word != nil {
		if c.Templates != nil || c.Sheet != nil || c.Style != "" && c.Style != DefaultStyle {
			return nil, OptionError{Option: "word",
				Message: "вид бумаги задаёт бланк Word: свои шаблоны и таблица стилей с ним не нужны"}
		}
		design.Word = &origin.File{Role: origin.Word, Path: c.Word.Name, Data: c.Word.Data}
	}
	press, err := design.Press()
	if err != nil {
		return nil, err
	}
	if c.Reuse {
		press.Reuse()
	}
	return &Generator{config: c, press: press}, nil
}

// Profile returns the part and level of PDF/A of the PDFs.
func (g *Generator) Profile() string { return string(g.press.Profile) }

// Embeds reports whether the papers of a kind are to carry their source; for
// AllKinds, whether any are. Kinds that are not of Kinds leave the office.
func (g *Generator) Embeds(kind string) bool {
	if g.config.Source || g.config.NoSource {
		return g.config.Source
	}
	return kind == AllKinds || !compose.Leaves(kind)
}

// CarriesSource reports whether the PDFs can carry their source; some profiles
// do not allow attachments.
func (g *Generator) CarriesSource() bool { return g.press.Profile.Attaches() }

// CanBeFilled reports whether the PDFs can have form fields.
func (g *Generator) CanBeFilled() bool { return g.press.Profile.Fills() }

// LabelsPerPage returns the number of labels on a page of the style sheet, or 0
// when the sheet is not for labels.
func (g *Generator) LabelsPerPage() int { return g.press.Sheet.LabelsPerPage() }

// engine starts a PDF engine. Compiling it does not count as reading a paper.
func (g *Generator) engine(ctx context.Context) (*reader.Engine, error) {
	defer budget.Needed(ctx)()
	return reader.StartCached(ctx, g.config.CacheDir)
}

// measured returns a context with the clock that limits work on untrusted files. Without a
// clock of the processor it is real time: Now may stand still.
func (g *Generator) measured(ctx context.Context) context.Context {
	switch {
	case g.config.Processor == nil:
		return ctx
	case g.config.Alone:
		return budget.Alone(ctx, g.config.Processor)
	}
	return budget.With(ctx, g.config.Processor)
}

// Time for one paper, which may be malicious.
const (
	paperTime = 7 * time.Second / 5
	mostTime  = 3 * time.Minute // with printing its source again
)

// within calls work on a paper with a context that ends when its time is over, which gives the error ErrTooLong. It
// returns then even if work takes longer to end: what reads objects ends at the next lookup (see cos.File.Until).
func within[T any](ctx context.Context, g *Generator, work func(context.Context) (T, error)) (T, error) {
	ctx, cancelAll := budget.Context(g.measured(ctx), mostTime, ErrTooLong)
	defer cancelAll()
	ctx, cancel := budget.Context(ctx, budget.Work(ctx, paperTime), ErrTooLong)
	defer cancel()
	type result struct {
		value    T
		err      error
		panicked any
	}
	done := make(chan result, 1)
	go func() {
		var r result
		defer func() {
			r.panicked = recover()
			done <- r
		}()
		r.value, r.err = work(ctx)
	}()
	var r result
	select {
	case r = <-done:
	case <-ctx.Done():
	}
	if r.panicked != nil {
		panic(r.panicked)
	}
	if ctx.Err() != nil {
		var none T
		return none, context.Cause(ctx)
	}
	return r.value, r.err
}

// origin returns what the papers of a kind record about their making, which starts to be computed if they are going to
// be written.
func (g *Generator) origin(m *Meeting, kind string, isWritten bool) printing.Origin {
	from := printing.Origin{Date: g.config.Date}
	embeds := g.Embeds(kind)
	if embeds {
		from.Files = m.source.Files
	}
	if !embeds || !g.CarriesSource() {
		from.Digest = m.source.Digest
		if isWritten {
			m.source.StartDigest()
		}
	}
	return from
}

// ParseEpoch parses a value of SOURCE_DATE_EPOCH (reproducible-builds.org),
// seconds since 1970. It is the zero time when there is none.
func ParseEpoch(text string) (time.Time, error) {
	if text == "" {
		return time.Time{}, nil
	}
	seconds, err := strconv.ParseInt(text, 10, 64)
	if err != nil {
		return time.Time{}, fmt.Errorf("SOURCE_DATE_EPOCH должно быть числом секунд, а не «%s»", text)
	}
	return time.Unix(seconds, 0).UTC(), nil
}
