package main

import (
	"errors"
	"fmt"
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
		data, err := generator.ReadAll(c.App.Reader, maxInput)
		return data, inPaper("стандартный ввод", err)
	}
	return readWhole(c, name, maxInput)
}

func readWhole(c *cli.Context, name string, limit int) ([]byte, error) {
	data, err := generator.ReadFile(disk{}, name, limit)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, usagef(c, "нет файла %s", name)
	case errors.Is(err, generator.ErrFolder):
		return nil, usageError{"", name + " — папка, а нужен файл"}
	}
	return data, inPaper(name, err)
}

// readFiles reads papers or signatures.
func readFiles(c *cli.Context, names []string) (files []generator.File, err error) {
	for _, name := range names {
		data, err := readWhole(c, name, maxPaper)
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
