package command

import (
	_ "embed" // the starter file
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/urfave/cli/v2"

	"protokol/generator/internal/input"
)

//go:embed starter.toml
var starter []byte

func initCommand() *cli.Command {
	return &cli.Command{
		Name:        "init",
		Usage:       "создать файл заседания с пояснениями",
		ArgsUsage:   "[ПАПКА]",
		Description: "Кладёт в папку meeting.toml и схему для редактора. Существующие файлы не трогает.",
		Action:      initialize,
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
	return writeNew(c, dir, []output{{"meeting.toml", starter}, {"meeting.schema.json", []byte(input.Schema())}})
}

// writeNew writes files into a folder and prints their paths. It overwrites
// none: when one is there already, it writes nothing.
func writeNew(c *cli.Context, dir string, files []output) error {
	for i := range files {
		files[i].path = filepath.Join(dir, files[i].path)
		if _, err := os.Lstat(files[i].path); !errors.Is(err, fs.ErrNotExist) {
			return usagef(c, "%s уже есть; ничего не изменено", files[i].path)
		}
	}
	if err := writeAll(files); err != nil {
		return err
	}
	for _, f := range files {
		fmt.Fprintln(c.App.Writer, f.path)
	}
	return nil
}
