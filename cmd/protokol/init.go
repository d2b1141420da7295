package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/urfave/cli/v2"

	"protokol/generator"
)

func initCommand() *cli.Command {
	return &cli.Command{
		Name:      "init",
		Usage:     "создать файл заседания с пояснениями",
		ArgsUsage: "[ПАПКА]",
		Action:    initialize,
	}
}

func initialize(c *cli.Context) error {
	if c.NArg() > 1 {
		return usagef(c, "нужна одна папка, а указано: %d", c.NArg())
	}
	dir := "."
	if c.NArg() == 1 {
		dir = c.Args().First()
	}
	return saveNew(c, dir, generator.Starter())
}

// saveNew writes files into a folder and prints their paths. If one exists
// already, it writes nothing.
func saveNew(c *cli.Context, dir string, files []generator.Output) error {
	for i := range files {
		files[i].Path = filepath.Join(dir, files[i].Path)
		if _, err := os.Lstat(files[i].Path); !errors.Is(err, fs.ErrNotExist) {
			return usagef(c, "%s уже есть; ничего не изменено", files[i].Path)
		}
	}
	return save(c, files)
}
