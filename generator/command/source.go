package command

import (
	"context"
	"fmt"
	"path"
	"path/filepath"
	"strings"

	"github.com/urfave/cli/v2"

	"protokol/generator/internal/origin"
)

func sourceCommand() *cli.Command {
	return &cli.Command{
		Name:      "source",
		Usage:     "достать исходный файл из документа",
		ArgsUsage: "ФАЙЛ.pdf|ФАЙЛ.docx",
		Description: "Печатает исходный файл TOML, вложенный в документ, байт в байт.\n" +
			"С --out кладёт в папку всё, из чего документ напечатан: исходный файл, файл органа, рисунки,\n" +
			"свои шаблоны и таблицу стилей. Существующие файлы не трогает.",
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "out", Usage: "папка, куда положить все вложенные файлы"},
		},
		Action: source,
	}
}

func source(c *cli.Context) error {
	if c.NArg() != 1 {
		return usagef(c, "нужен один документ PDF или DOCX, а указано: %d", c.NArg())
	}
	name := c.Args().First()
	file, err := readLarge(c, name)
	if err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(c.Context, patience)
	defer cancel()
	list, err := attached(ctx, file)
	if err != nil {
		return inPaper(name, err)
	}
	from, err := origin.Find(list)
	if err != nil {
		return inPaper(name, err)
	}
	if dir := c.String("out"); dir != "" {
		return unpack(c, dir, from, list)
	}
	_, err = c.App.Writer.Write(from.Source().Data)
	return err
}

// unpack writes what a paper was made from into a folder, and the manifest.
func unpack(c *cli.Context, dir string, from origin.Origin, list []origin.Attachment) error {
	var files []output
	taken := map[string]bool{}
	add := func(name string, data []byte) string {
		extension := path.Ext(name)
		where := name
		for i := 2; taken[strings.ToLower(where)]; i++ {
			where = fmt.Sprintf("%s (%d)%s", strings.TrimSuffix(name, extension), i, extension)
		}
		taken[strings.ToLower(where)] = true
		files = append(files, output{filepath.FromSlash(where), data})
		return where
	}
	var moved []string
	for _, f := range from.Files {
		if where := add(place(f), f.Data); f.Role != origin.Template && where != f.Path {
			moved = append(moved, fmt.Sprintf("%s: документ ищет его по имени %s", where, shown(f.Path)))
		}
	}
	for _, a := range list {
		if a.Name == origin.ManifestName {
			add(a.Name, a.Data)
		}
	}
	if err := writeNew(c, dir, files); err != nil {
		return err
	}
	for _, m := range moved {
		fmt.Fprintln(c.App.ErrWriter, m)
	}
	return nil
}

// place is where a file goes in the folder: where the source looks for it,
// but never outside of the folder, whatever a foreign paper says.
func place(f origin.File) string {
	var steps []string
	for _, step := range strings.FieldsFunc(f.Path, func(r rune) bool { return r == '/' || r == '\\' }) {
		if step = strings.Trim(plainName(step), " ."); step != "" {
			steps = append(steps, step)
		}
	}
	if !filepath.IsLocal(f.Path) {
		steps = steps[max(0, len(steps)-1):]
	}
	if f.Role == origin.Template {
		steps = append([]string{"templates"}, steps...)
	}
	if len(steps) == 0 {
		return "файл"
	}
	return strings.Join(steps, "/")
}

// shown makes a path from a foreign file fit for a terminal.
func shown(name string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r >= 0x7f && r < 0xa0 {
			return '?'
		}
		return r
	}, name)
}
