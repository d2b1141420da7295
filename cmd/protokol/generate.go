package main

import (
	"bytes"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"protokol/generator"
	"protokol/generator/compose"
	"protokol/generator/pdf"
)

func generateCommand() *cli.Command {
	return &cli.Command{
		Name:      "generate",
		Usage:     "создать документы из файла заседания",
		ArgsUsage: "ФАЙЛ.toml  («-» — стандартный ввод)",
		Description: "Печатает пути созданных файлов, по одному в строке. При ошибке не создаёт ничего.\n" +
			"В имени файла можно использовать {document}, {number}, {date}.",
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "kind", Value: "protocol", Usage: "вид документа: " + strings.Join(compose.Kinds(), ", ")},
			&cli.StringFlag{Name: "format", Value: "pdf,docx", Usage: "форматы через запятую: pdf, docx"},
			&cli.StringFlag{Name: "out", Value: ".", Usage: "папка для документов"},
			&cli.StringFlag{Name: "name", Value: "{document}", Usage: "имя файлов без расширения"},
			&cli.StringFlag{Name: "style", Value: generator.DefaultStyle, Usage: "таблица стилей: имя или файл .toml"},
			&cli.StringFlag{Name: "pdf-profile", Usage: "профиль PDF/A: " + strings.Join(pdf.Profiles, ", ") + " (по умолчанию — из таблицы стилей или a-3a)"},
			&cli.StringFlag{Name: "templates", Usage: "папка со своими шаблонами поверх встроенных"},
			&cli.BoolFlag{Name: "strict", Usage: "считать предупреждения ошибками"},
			&cli.BoolFlag{Name: "no-source", Usage: "не вкладывать исходный файл в документы"},
		},
		Action: generate,
	}
}

func generate(c *cli.Context) error {
	if c.NArg() != 1 {
		return usagef(c, "нужен один файл заседания, а указано: %d", c.NArg())
	}
	if kind := c.String("kind"); !slices.Contains(compose.Kinds(), kind) {
		return usagef(c, "неизвестный вид документа «%s»; есть: %s", kind, strings.Join(compose.Kinds(), ", "))
	}
	formats, err := formats(c)
	if err != nil {
		return err
	}
	press, err := newPress(c)
	if err != nil {
		return err
	}
	if err := setProfile(c, press, formats); err != nil {
		return err
	}
	in, err := readMeeting(c, c.Args().First(), press)
	if err != nil {
		return err
	}
	from, err := meetingOrigin(c, in)
	if err != nil {
		return err
	}
	paper, err := press.Paper(c.String("kind"), in.file.Meeting, from)
	if err != nil {
		return blame(c, err)
	}
	if err := in.tell(c, paper.Doubts); err != nil {
		return err
	}
	base := filepath.Join(c.String("out"), fileName(c.String("name"), paper, in.file.Meeting))
	var files []output
	for _, format := range formats {
		var b bytes.Buffer
		if err := press.Write(&b, paper, format); err != nil {
			return err
		}
		files = append(files, output{base + "." + format, b.Bytes()})
	}
	if err := writeAll(files); err != nil {
		return err
	}
	for _, f := range files {
		fmt.Fprintln(c.App.Writer, f.path)
	}
	in.warn(c.App.ErrWriter)
	return nil
}

// formats reads --format.
func formats(c *cli.Context) ([]string, error) {
	var list []string
	for _, format := range strings.Split(c.String("format"), ",") {
		format = strings.ToLower(strings.TrimSpace(format))
		if !slices.Contains(generator.Formats, format) {
			return nil, usagef(c, "неизвестный формат «%s»; есть: %s", format, strings.Join(generator.Formats, ", "))
		}
		if !slices.Contains(list, format) {
			list = append(list, format)
		}
	}
	return list, nil
}
