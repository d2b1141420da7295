package command

import (
	"bytes"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"protokol/generator/internal/compose"
	"protokol/generator/internal/pdf"
	"protokol/generator/internal/printing"
)

func generateCommand() *cli.Command {
	return &cli.Command{
		Name:      "generate",
		Usage:     "создать документы из файла заседания",
		ArgsUsage: "ФАЙЛ.toml  («-» — стандартный ввод)",
		Description: "Печатает пути созданных файлов, по одному в строке. При ошибке не создаёт ничего.\n" +
			"В имени файла можно использовать {document}, {number}, {date}.",
		Flags: append(kindFlags(),
			&cli.StringFlag{Name: "format", Value: "pdf,docx", Usage: "форматы через запятую: pdf, docx"},
			&cli.StringFlag{Name: "out", Value: ".", Usage: "папка для документов"},
			&cli.StringFlag{Name: "name", Value: "{document}", Usage: "имя файлов без расширения"},
			&cli.StringFlag{Name: "style", Value: printing.DefaultStyle, Usage: "таблица стилей: имя или файл .toml"},
			&cli.StringFlag{Name: "pdf-profile", Usage: "профиль PDF/A: " + strings.Join(pdf.Profiles, ", ") + " (по умолчанию — из таблицы стилей или a-3a)"},
			&cli.StringFlag{Name: "templates", Usage: "папка со своими шаблонами поверх встроенных"},
			&cli.BoolFlag{Name: "strict", Usage: "считать предупреждения ошибками"},
			&cli.BoolFlag{Name: "force", Usage: "заменить файл, даже если его уже подписали"},
			&cli.BoolFlag{Name: "no-signature-fields", Usage: "не размещать поля электронной подписи: для бумаги"},
			&cli.BoolFlag{Name: "no-source", Usage: "не вкладывать исходный файл в документы"},
		),
		Action: generate,
	}
}

func generate(c *cli.Context) error {
	if c.NArg() != 1 {
		return usagef(c, "нужен один файл заседания, а указано: %d", c.NArg())
	}
	want, err := readWanted(c)
	if err != nil {
		return err
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
	press.NoFields = c.Bool("no-signature-fields")
	in, err := readMeeting(c, c.Args().First(), press)
	if err != nil {
		return err
	}
	from, err := meetingOrigin(c, in)
	if err != nil {
		return err
	}
	var files []output
	taken := names{}
	for _, r := range want.requests(in.file.Meeting, c.Bool("each")) {
		paper, err := in.paper(c, press, r, from)
		if err != nil {
			return err
		}
		base := taken.free(filepath.Join(c.String("out"), fileName(c.String("name"), paper, in.file.Meeting)))
		for _, format := range formats {
			var b bytes.Buffer
			if err := press.Write(&b, paper, format); err != nil {
				return err
			}
			files = append(files, output{base + "." + format, b.Bytes()})
		}
	}
	if err := write(c, files); err != nil {
		return err
	}
	for _, f := range files {
		fmt.Fprintln(c.App.Writer, f.path)
	}
	in.warn(c.App.ErrWriter)
	return nil
}

// paper makes one paper and tells what was found about the file while it was
// made.
func (l *loaded) paper(c *cli.Context, press *printing.Press, r compose.Request, from printing.Origin) (*printing.Paper, error) {
	paper, err := press.Paper(r, l.file.Meeting, from)
	var lacking compose.MeetingError
	switch {
	case errors.As(err, &lacking):
		return nil, l.tell(c, lacking.List)
	case err != nil:
		return nil, blame(c, err)
	}
	return paper, l.tell(c, paper.Doubts)
}

// formats reads --format.
func formats(c *cli.Context) ([]string, error) {
	var list []string
	for _, format := range strings.Split(c.String("format"), ",") {
		format = strings.ToLower(strings.TrimSpace(format))
		if !slices.Contains(printing.Formats, format) {
			return nil, usagef(c, "неизвестный формат «%s»; есть: %s", format, strings.Join(printing.Formats, ", "))
		}
		if !slices.Contains(list, format) {
			list = append(list, format)
		}
	}
	return list, nil
}
