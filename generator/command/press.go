package command

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/urfave/cli/v2"

	"protokol/generator/diag"
	"protokol/generator/internal/compose"
	"protokol/generator/internal/origin"
	"protokol/generator/internal/pdf"
	"protokol/generator/internal/printing"
	"protokol/generator/style"
	"protokol/templates"
)

// design is what a user can say about the look and the wording of papers.
type design struct {
	templates fs.FS        // laid over the built-in ones
	style     string       // the name of a sheet
	sheet     *origin.File // a sheet of the user's, in place of a name
}

// newPress makes the press that the command line asks for.
func newPress(c *cli.Context) (*printing.Press, error) {
	d := design{style: c.String("style"), templates: embed.FS{}}
	if dir := c.String("templates"); dir != "" {
		if info, err := os.Stat(dir); err != nil || !info.IsDir() {
			return nil, usagef(c, "нет папки с шаблонами %s", dir)
		}
		d.templates = os.DirFS(dir)
	}
	if strings.HasSuffix(d.style, ".toml") {
		src, err := readFile(d.style)
		if err != nil {
			return nil, usagef(c, "не открывается таблица стилей %s", d.style)
		}
		d.sheet = &origin.File{Role: origin.Style, Path: d.style, Data: src}
	}
	press, err := d.press()
	return press, blame(c, err)
}

// blame tells whose fault an error in the templates and the style sheet is: the
// user's, when one of them is the user's choice.
func blame(c *cli.Context, err error) error {
	var slip compose.MarkupError
	var told problemsError
	switch {
	case err == nil, errors.As(err, &told), c.String("templates") == "" && !c.IsSet("style"):
		return err
	case errors.As(err, &slip):
		return problemsError{slip.List, map[string][]byte{slip.List[0].File: slip.Filled}}
	case errors.Is(err, printing.ErrOverfull):
		return inputError{fmt.Errorf("%w; увеличьте в ней row_height", err)}
	}
	return inputError{err}
}

// pressOf makes the press that a paper was printed with.
func pressOf(from origin.Origin) (*printing.Press, error) {
	d := design{style: from.Style, sheet: from.StyleSheet()}
	var err error
	if d.templates, err = from.Templates(); err != nil {
		return nil, err
	}
	press, err := d.press()
	if err != nil {
		return nil, err
	}
	press.NoFields = from.Ink
	press.Profile, err = pdf.ParseProfile(from.Profile)
	return press, err
}

// press makes a press and notes in it what of the design did not ship.
func (d design) press() (*printing.Press, error) {
	files := &overlay{upper: d.templates, lower: templates.Files}
	sheet, err := d.readSheet(files)
	if err != nil {
		return nil, err
	}
	press, err := printing.NewPress(files, sheet)
	if err != nil {
		return nil, err
	}
	press.Style, press.Custom = d.style, files.used
	if d.sheet != nil {
		press.Style = filepath.Base(d.sheet.Path)
		press.Custom = append(press.Custom, origin.File{Role: origin.Style, Path: press.Style, Data: d.sheet.Data})
	}
	return press, nil
}

func (d *design) readSheet(files fs.FS) (*style.Sheet, error) {
	var sheet *style.Sheet
	var problems diag.List
	sources := map[string][]byte{}
	if d.sheet != nil {
		sources[d.sheet.Path] = d.sheet.Data
		sheet, problems = style.Read(d.sheet.Path, d.sheet.Data)
	} else {
		if d.style == "" {
			d.style = printing.DefaultStyle
		}
		sheet, problems = printing.Sheet(files, d.style)
	}
	if problems.Failed() {
		return nil, problemsError{problems, sources}
	}
	return sheet, nil
}
