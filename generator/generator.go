package generator

import (
	"context"
	"io/fs"
	"time"

	"protokol/generator/diag"
	"protokol/generator/internal/origin"
	"protokol/generator/internal/pdf"
	"protokol/generator/internal/printing"
	"protokol/generator/internal/reader"
)

// Version is that of the program, recorded in every paper.
const Version = printing.Version

// DefaultStyle is the style sheet used when none is named.
const DefaultStyle = printing.DefaultStyle

// Formats are those a paper can be written in.
var Formats = printing.Formats

// Profiles are the parts and levels of PDF/A that a PDF can conform to.
var Profiles = pdf.Profiles

// Problems are what is wrong or doubtful, with the text of the files for
// excerpts.
type Problems = diag.Report

// OptionError is an option of a request that cannot be met.
type OptionError = diag.OptionError

// File is a file as its user knows it.
type File struct {
	Name string
	Data []byte
}

// Config says how papers look and what they carry. The zero Config makes papers
// by the built-in templates and DefaultStyle.
type Config struct {
	Templates fs.FS  // laid over the built-in templates, file by file
	Style     string // a style sheet by its name
	Sheet     *File  // a style sheet of one's own, instead of one by name
	Profile   string // of PDF/A, one of Profiles; "" is that of the style sheet

	NoSignatureFields bool // print for pen and ink
	NoSource          bool // papers do not carry what they were made from

	Date     time.Time        // in the properties of papers; zero is the date of the meeting
	Now      func() time.Time // measures the work on papers from elsewhere, which hostile ones prolong; nil leaves it to contexts
	CacheDir string           // keeps the compiled reader of PDFs between processes; "" compiles it each time
}

// Generator makes papers and reads them. It is safe for use by many goroutines.
type Generator struct {
	config Config
	press  *printing.Press
}

// New returns a Generator. The error is of type Problems when a template or the
// style sheet is wrong, an OptionError when the configuration is.
func New(c Config) (*Generator, error) {
	if c.Templates != nil {
		if _, err := fs.Stat(c.Templates, "."); err != nil {
			return nil, OptionError{Option: "templates", Message: "папка с шаблонами не открывается: " + cause(err).Error()}
		}
	}
	design := printing.Design{Templates: c.Templates, Style: c.Style, Profile: c.Profile, NoFields: c.NoSignatureFields}
	if c.Sheet != nil {
		design.Sheet = &origin.File{Role: origin.Style, Path: c.Sheet.Name, Data: c.Sheet.Data}
	}
	press, err := design.Press()
	if err != nil {
		return nil, err
	}
	return &Generator{config: c, press: press}, nil
}

// Profile is the part and level of PDF/A that PDFs conform to.
func (g *Generator) Profile() string { return string(g.press.Profile) }

// CarriesSource reports whether PDFs can carry what they were made from: some
// profiles forbid it.
func (g *Generator) CarriesSource() bool { return g.press.Profile.Attaches() }

// CanBeFilled reports whether PDFs can have fields to be filled in on a screen.
func (g *Generator) CanBeFilled() bool { return g.press.Profile.Fills() }

// LabelsPerPage is how many labels the style sheet puts on a page; 0 when it is
// not one for labels.
func (g *Generator) LabelsPerPage() int { return g.press.Sheet.LabelsPerPage() }

// engine starts the reader of PDFs.
func (g *Generator) engine(ctx context.Context) (*reader.Engine, error) {
	return reader.StartCached(ctx, g.config.CacheDir, g.config.Now)
}

// origin is where the papers of a meeting come from.
func (g *Generator) origin(m *Meeting) printing.Origin {
	from := printing.Origin{Date: g.config.Date}
	if !g.config.NoSource {
		from.Files = m.source.Files
	}
	return from
}
