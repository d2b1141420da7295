package printing

import (
	"bytes"
	"io/fs"
	"path"
	"sync"

	"protokol/fonts"
	"protokol/generator/diag"
	"protokol/generator/internal/faces"
	"protokol/generator/internal/origin"
	"protokol/generator/internal/pdf"
	"protokol/generator/internal/word"
	"protokol/generator/style"
	"protokol/templates"
)

// Design is the user's choice of wording and look. The zero Design selects the
// built-in templates and the default style sheet.
type Design struct {
	Templates fs.FS        // files that override built-in templates; may be nil
	Style     string       // name of a style sheet; "" for DefaultStyle
	Sheet     *origin.File // style sheet to use instead of Style; may be nil
	Profile   string       // one of pdf.Profiles; "" for that of the style sheet
	NoFields  bool         // as in Press
	Word      *origin.File // Word template to fill instead; may be nil

	Folders []faces.Folder // with faces for papers made of Word files

	rules int // of an existing paper; 0 for the current ones
}

// Press returns a press for the design. The error is a diag.Report when the
// style sheet is invalid.
func (d Design) Press() (*Press, error) {
	if d.Templates == nil {
		d.Templates = origin.Folder{}
	}
	openTemplate := sync.OnceValues(func() (*word.Template, error) { return openWord(d.Word, d.rules) })
	if d.Word != nil {
		meanwhile(func() error { _, err := openTemplate(); return err }) // while the other templates load
	}
	files := &overlay{upper: d.Templates, lower: templates.Files}
	if d.Style == "" {
		d.Style = DefaultStyle
	}
	sheet, err := d.sheet(files)
	if err != nil {
		return nil, err
	}
	press, err := NewPress(files, sheet)
	if err != nil {
		return nil, Located(err)
	}
	press.Style, press.Custom, press.NoFields = d.Style, files.used, d.NoFields
	press.rules = d.rules
	if press.Digests, err = d.digests(files, sheet.Font.Embedded); err != nil {
		return nil, err
	}
	if d.Sheet != nil {
		press.Style = path.Base(d.Sheet.Path)
		press.Custom = append(press.Custom, origin.File{Role: origin.Style, Path: press.Style, Data: d.Sheet.Data})
	}
	if d.Word != nil {
		if press.Word, err = openTemplate(); err != nil {
			return nil, err
		}
		press.wordFile = &origin.File{Role: origin.Word, Path: path.Base(d.Word.Path), Data: d.Word.Data}
		press.Custom = append(press.Custom, *press.wordFile)
	}
	press.WordPrinter = wordPrinter(d.Folders)
	if d.Profile == "" {
		return press, nil
	}
	if press.Profile, err = pdf.ParseProfile(d.Profile); err != nil {
		return nil, diag.OptionError{Option: "profile", Message: err.Error()}
	}
	return press, nil
}

// sheet returns the style sheet.
func (d Design) sheet(files fs.FS) (*style.Sheet, error) {
	if d.Sheet == nil {
		sheet, problems := Sheet(files, d.Style)
		return sheet, diag.Report{List: problems}.Err()
	}
	sheet, problems := style.Read(d.Sheet.Path, d.Sheet.Data)
	return sheet, diag.Report{List: problems, Sources: map[string][]byte{d.Sheet.Path: d.Sheet.Data}}.Err()
}

// designOf returns the design of an existing paper.
func designOf(from origin.Origin) Design {
	return Design{
		Templates: from.Templates(),
		Style:     from.Style,
		Sheet:     from.StyleSheet(),
		Profile:   from.Profile,
		NoFields:  from.Ink,
		Word:      from.NamedWord(),
		rules:     from.RulesBy(),
	}
}

// Again returns the press for an existing paper and the meeting embedded in it.
// Folders have faces for a paper made of a Word template. The error is a diag.Report
// when they cannot be read.
func Again(from origin.Origin, folders ...faces.Folder) (*Press, *Source, error) {
	design := designOf(from)
	design.Folders = folders
	press, err := design.Press()
	if err != nil {
		return nil, nil, err
	}
	src := from.Source()
	source, report := press.Parse(attached{from}, src.Path, src.Data)
	return press, source, report.Err()
}

// IsBuiltIn reports whether a template or style sheet that a paper carries is a copy
// of a built-in one.
func IsBuiltIn(f origin.File) bool {
	name := f.Path
	if f.Role == origin.Style {
		name = "styles/" + name
	}
	data, err := fs.ReadFile(templates.Files, name)
	return err == nil && bytes.Equal(data, f.Data)
}

// attached is a file system of the files of an origin, by the paths in the
// source.
type attached struct{ origin.Origin }

// Open opens a file by its path in the source.
func (a attached) Open(name string) (fs.File, error) {
	data, err := a.Origin.Open(name)
	if err != nil {
		return nil, err
	}
	return origin.Folder{"file": data}.Open("file")
}

// StampPrinter returns the printer for marks of signatures.
func StampPrinter() (*pdf.Printer, error) {
	family, err := parseFamily(fonts.Default)
	if err != nil {
		return nil, err
	}
	return pdf.NewPrinter(family), nil
}
