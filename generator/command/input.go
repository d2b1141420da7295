package command

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

	"protokol/generator/diag"
	"protokol/generator/internal/input"
	"protokol/generator/internal/origin"
	"protokol/generator/internal/printing"
)

// loaded is a file of the user's, read and found free of errors.
type loaded struct {
	files    []origin.File // the source, and what it names
	file     *input.File
	warnings problemsError
}

func (l loaded) warn(w io.Writer) {
	if len(l.warnings.List) > 0 {
		l.warnings.print(w)
	}
}

// tell adds what was found when a paper was made. With --strict a warning is an
// error.
func (l *loaded) tell(c *cli.Context, found diag.List) error {
	for _, p := range found {
		l.warnings.List = append(l.warnings.List, l.file.Locate(p))
	}
	l.warnings.List = l.warnings.List.Sorted()
	if c.Bool("strict") {
		l.warnings.List = l.warnings.List.Strict()
	}
	if l.warnings.Failed() {
		return l.warnings
	}
	return nil
}

// maxInput bounds what is read from a file that may be anything.
const maxInput = 16 << 20

// readMeeting reads a meeting and the council's file it names. With --strict a
// warning is an error.
func readMeeting(c *cli.Context, name string, press *printing.Press) (loaded, error) {
	src, err := readInput(c, name)
	if err != nil {
		return loaded{}, err
	}
	shown := name
	if name == "-" {
		shown = "стандартный ввод"
	}
	files := []origin.File{{Role: origin.Source, Path: baseName(name), Data: src}}
	sources := map[string][]byte{shown: src}
	open := func(path string) ([]byte, error) {
		data, err := readFile(path)
		if _, known := sources[path]; !known && err == nil {
			files = append(files, origin.File{Role: roleOf(path), Path: relativeTo(name, path), Data: data})
		}
		sources[path] = data
		return data, err
	}
	file, problems := input.Read(shown, src, press.Reading(open))
	if c.Bool("strict") {
		problems = problems.Strict()
	}
	told := problemsError{problems, sources}
	if problems.Failed() {
		return loaded{}, told
	}
	return loaded{files, file, told}, nil
}

// baseName is what a source is called in the paper.
func baseName(name string) string {
	if name == "-" {
		return "meeting.toml"
	}
	return filepath.Base(name)
}

// roleOf tells a picture from the council's file.
func roleOf(path string) origin.Role {
	if strings.EqualFold(filepath.Ext(path), ".toml") {
		return origin.Council
	}
	return origin.Image
}

// relativeTo is a path as it is seen from a file, where there is a way.
func relativeTo(file, path string) string {
	if relative, err := filepath.Rel(filepath.Dir(file), path); err == nil {
		path = relative
	}
	return filepath.ToSlash(path)
}

// readInput reads a file of the user's, or standard input for "-".
func readInput(c *cli.Context, name string) ([]byte, error) {
	if name == "-" {
		data, err := io.ReadAll(io.LimitReader(c.App.Reader, maxInput+1))
		return whole("стандартный ввод", data, err, maxInput)
	}
	return readWhole(c, name, maxInput)
}

// maxPaper bounds what is read of a paper.
const maxPaper = 64 << 20

// readLarge reads a paper or a signature.
func readLarge(c *cli.Context, name string) ([]byte, error) { return readWhole(c, name, maxPaper) }

func readWhole(c *cli.Context, name string, limit int) ([]byte, error) {
	data, err := readUpTo(name, limit+1)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, usagef(c, "нет файла %s", name)
	}
	return whole(name, data, err, limit)
}

// whole refuses what is longer than a limit: a part of a file must not pass
// for it.
func whole(name string, data []byte, err error, limit int) ([]byte, error) {
	if err == nil && len(data) > limit {
		return nil, inputError{fmt.Errorf("%s: файл больше %d МБ", name, limit>>20)}
	}
	return data, err
}

// readFile reads a file that another names. Whoever takes it allows less than
// what is read here, and says so.
func readFile(name string) ([]byte, error) { return readUpTo(name, maxInput) }

func readUpTo(name string, limit int) ([]byte, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	if info, err := f.Stat(); err == nil && info.IsDir() {
		return nil, usageError{"", name + " — папка, а нужен файл"}
	}
	return io.ReadAll(io.LimitReader(f, int64(limit)))
}

// meetingOrigin says where a paper comes from. Dates inside files are those of
// SOURCE_DATE_EPOCH, or of the document itself, so that the same input gives
// the same bytes (reproducible-builds.org).
func meetingOrigin(c *cli.Context, in loaded) (printing.Origin, error) {
	from := printing.Origin{Files: in.files}
	if c.Bool("no-source") {
		from.Files = nil
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
