package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/urfave/cli/v2"

	"protokol/generator"
)

// Maximum sizes of input files, bytes.
const (
	maxInput = 16 << 20
	maxPaper = 64 << 20 // papers and signatures
)

// disk is a file system that accepts every path of the operating system, absolute ones and ".." included.
type disk struct{}

func (disk) Open(name string) (fs.File, error)     { return os.Open(name) }
func (disk) Stat(name string) (fs.FileInfo, error) { return os.Stat(name) }

// readMeeting reads a meeting and the files it names. With --strict a warning is an error.
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

// readInput reads a file, or standard input for "-".
func readInput(c *cli.Context, name string) ([]byte, error) {
	if name == "-" {
		data, err := generator.ReadAll(c.App.Reader, maxInput)
		return data, inFile("стандартный ввод", err)
	}
	return readFile(c, name, maxInput)
}

func readFile(c *cli.Context, name string, limit int) ([]byte, error) {
	data, err := generator.ReadFile(disk{}, name, limit)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, usagef(c, "%s", generator.MissingFile(disk{}, name))
	case errors.Is(err, generator.ErrFolder):
		return nil, usageError{"", name + " — папка, а нужен файл"}
	}
	return data, inFile(name, err)
}

// readFiles reads papers or signatures.
func readFiles(c *cli.Context, names []string) (files []generator.File, err error) {
	for _, name := range names {
		data, err := readFile(c, name, maxPaper)
		if err != nil {
			return nil, err
		}
		files = append(files, generator.File{Name: name, Data: data})
	}
	return files, nil
}

// save writes files and prints their paths. Only --force lets it replace signed
// and edited files.
func save(c *cli.Context, files []generator.Output) error {
	if err := generator.Save(c.Context, files, c.Bool("force")); err != nil {
		return flagError(c, err)
	}
	for _, f := range files {
		fmt.Fprintln(c.App.Writer, f.Path)
	}
	return nil
}

// show prints lines.
func show[T any](c *cli.Context, lines []T) {
	for _, line := range lines {
		fmt.Fprintln(c.App.Writer, line)
	}
}
