package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"protokol/generator"
	"protokol/generator/diag"
	"protokol/generator/input"
	"protokol/generator/meeting"
	"protokol/generator/style"
	"protokol/templates"
)

// loaded is a file of the user's, read and found free of errors.
type loaded struct {
	name     string
	source   []byte
	meeting  *meeting.Meeting
	warnings problemsError
}

func (l loaded) warn(w io.Writer) {
	if len(l.warnings.List) > 0 {
		l.warnings.print(w)
	}
}

// maxInput bounds what is read from a file that may be anything.
const maxInput = 16 << 20

// readMeeting reads a meeting and the council's file it names. With --strict a
// warning is an error.
func readMeeting(c *cli.Context, name string, press *generator.Press) (loaded, error) {
	src, err := readInput(c, name)
	if err != nil {
		return loaded{}, err
	}
	shown := name
	if name == "-" {
		shown = "стандартный ввод"
	}
	sources := map[string][]byte{shown: src}
	open := func(path string) ([]byte, error) {
		data, err := readFile(path)
		sources[path] = data
		return data, err
	}
	m, problems := input.Read(shown, src, press.Reading(open))
	if c.Bool("strict") {
		problems = problems.Strict()
	}
	told := problemsError{problems, sources}
	if problems.Failed() {
		return loaded{}, told
	}
	return loaded{name, src, m, told}, nil
}

func readInput(c *cli.Context, name string) ([]byte, error) {
	if name == "-" {
		return io.ReadAll(io.LimitReader(c.App.Reader, maxInput))
	}
	data, err := readFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, usagef(c, "нет файла %s", name)
	}
	return data, err
}

func readFile(name string) ([]byte, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, maxInput))
}

// newPress loads the templates, the user's laid over the built-in ones, and
// the style sheet.
func newPress(c *cli.Context) (*generator.Press, error) {
	var files fs.FS = templates.Files
	if dir := c.String("templates"); dir != "" {
		if info, err := os.Stat(dir); err != nil || !info.IsDir() {
			return nil, usagef(c, "нет папки с шаблонами %s", dir)
		}
		files = overlay{os.DirFS(dir), files}
	}
	sheet, err := readSheet(c, files)
	if err != nil {
		return nil, err
	}
	press, err := generator.NewPress(files, sheet)
	return press, blame(c, err)
}

// blame tells whose fault an error in the templates is: the user's, when they
// are the user's.
func blame(c *cli.Context, err error) error {
	if err != nil && c.String("templates") != "" {
		return inputError{err}
	}
	return err
}

func readSheet(c *cli.Context, files fs.FS) (*style.Sheet, error) {
	name := c.String("style")
	if name == "" {
		name = generator.DefaultStyle
	}
	var sheet *style.Sheet
	var problems diag.List
	sources := map[string][]byte{}
	if strings.HasSuffix(name, ".toml") {
		src, err := readFile(name)
		if err != nil {
			return nil, usagef(c, "не открывается таблица стилей %s", name)
		}
		sources[name] = src
		sheet, problems = style.Read(name, src)
	} else {
		sheet, problems = generator.Sheet(files, name)
	}
	if problems.Failed() {
		return nil, problemsError{problems, sources}
	}
	return sheet, nil
}

// origin says where the paper comes from. Dates inside files are those of
// SOURCE_DATE_EPOCH, or of the document itself, so that the same input gives
// the same bytes (reproducible-builds.org).
func origin(c *cli.Context, in loaded) (generator.Origin, error) {
	from := generator.Origin{File: filepath.Base(in.name)}
	if in.name == "-" {
		from.File = "meeting.toml"
	}
	if !c.Bool("no-source") {
		from.Source = in.source
	}
	if epoch := os.Getenv("SOURCE_DATE_EPOCH"); epoch != "" {
		seconds, err := strconv.ParseInt(epoch, 10, 64)
		if err != nil {
			return from, fmt.Errorf("SOURCE_DATE_EPOCH должно быть числом секунд, а не «%s»", epoch)
		}
		from.Date = time.Unix(seconds, 0).UTC()
	}
	return from, nil
}
