package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"github.com/urfave/cli/v2"

	"protokol/generator"
)

// Bounds on files that may be anything, bytes.
const (
	maxInput = 16 << 20
	maxPaper = 64 << 20 // a paper or a signature
)

// disk opens files as the user of the command line may: by any path.
type disk struct{}

// Open opens a file. Unlike other file systems, this one takes every path that
// the system does: what the user names may be anywhere.
func (disk) Open(name string) (fs.File, error) { return os.Open(name) }

// readMeeting reads a meeting and the files it names. With --strict a warning
// is an error.
func readMeeting(c *cli.Context, g *generator.Generator, name string) (*generator.Meeting, generator.Problems, error) {
	src, err := readInput(c, name)
	if err != nil {
		return nil, generator.Problems{}, err
	}
	if name == "-" {
		name = "стандартный ввод"
	}
	m, problems := g.Parse(disk{}, name, src)
	problems, err = judge(c, problems)
	return m, problems, err
}

// readInput reads a file of the user's, or standard input for "-".
func readInput(c *cli.Context, name string) ([]byte, error) {
	if name == "-" {
		data, err := io.ReadAll(io.LimitReader(c.App.Reader, maxInput+1))
		return whole("стандартный ввод", data, err, maxInput)
	}
	return readWhole(c, name, maxInput)
}

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

// readFiles reads papers or signatures.
func readFiles(c *cli.Context, names []string) (files []generator.File, err error) {
	for _, name := range names {
		data, err := readLarge(c, name)
		if err != nil {
			return nil, err
		}
		files = append(files, generator.File{Name: name, Data: data})
	}
	return files, nil
}

// save writes files, and prints their paths when that is asked for. --force
// gives up what signatures they replace.
func save(c *cli.Context, files []generator.Output) error {
	if err := generator.Save(files, c.Bool("force")); err != nil {
		return flagError(c, err)
	}
	for _, f := range files {
		fmt.Fprintln(c.App.Writer, f.Path)
	}
	return nil
}
