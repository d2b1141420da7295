package command

import (
	"errors"
	"io"
	"os"
	"path/filepath"

	"github.com/urfave/cli/v2"

	"protokol/generator/diag"
	"protokol/generator/internal/batch"
	"protokol/generator/internal/printing"
)

func mergeCommand() *cli.Command {
	return &cli.Command{
		Name:      "merge",
		Usage:     "соединить части, сделанные с --shard",
		ArgsUsage: "ПАПКА…",
		Description: "Проверяет, что части вместе составляют весь список и каждый файл на месте, и пишет report.csv\n" +
			"и «Реестр отправки» целого. Если папок несколько, письма собираются в первую или в --out.",
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "out", Usage: "папка для целого; по умолчанию — первая"},
			&cli.StringFlag{Name: "print", Usage: "ещё и все письма одним PDF для печати"},
			&cli.BoolFlag{Name: "duplex", Usage: "в нём каждое письмо — с лицевой стороны листа"},
			&cli.StringFlag{Name: "zip", Usage: "ещё и все письма одним архивом"},
			&cli.BoolFlag{Name: "force", Usage: "заменить и те файлы, которые уже подписали"},
			&cli.StringFlag{Name: "style", Value: printing.DefaultStyle, Usage: "таблица стилей реестра: имя или файл .toml"},
			&cli.StringFlag{Name: "templates", Usage: "папка со своими шаблонами поверх встроенных"},
		},
		Action: merge,
	}
}

func merge(c *cli.Context) error {
	if c.NArg() == 0 {
		return usagef(c, "не указаны папки с частями")
	}
	press, err := newPress(c)
	if err != nil {
		return err
	}
	var folders []batch.Folder
	for _, name := range c.Args().Slice() {
		if info, err := os.Stat(name); err != nil || !info.IsDir() {
			return usagef(c, "нет папки %s", name)
		}
		folder, err := batch.OpenFolder(name)
		if err != nil {
			return err
		}
		folders = append(folders, folder)
	}
	parts, problems, err := batch.FindShards(folders, c.Args().Slice())
	if err != nil {
		return err
	}
	if problems.Failed() {
		return problemsError{List: problems}
	}
	defer parts.Close()
	into, name := folders[0], c.Args().First()
	if c.IsSet("out") {
		name = c.String("out")
	}
	if err := checkProducts(c, parts.Formats, ownFiles(name, batch.Shard{}.ReportName(), batch.RegisterName, parts.Formats)); err != nil {
		return err
	}
	if c.IsSet("out") {
		if into, err = openFolder(c, name); err != nil {
			return err
		}
	}
	return join(c, press, parts, into, name)
}

// join makes the whole of the parts.
func join(c *cli.Context, press *printing.Press, parts *batch.Shards, into batch.Folder, name string) error {
	sinks := []batch.Sink{batch.NewReport(into, batch.Shard{}.ReportName()), newRegister(into, press, parts.Formats, parts.Metadata)}
	more, paths, err := collections(c, func(w io.Writer) batch.Binder {
		return press.Book(w, "Письма", printing.Origin{Date: parts.Metadata.Date, Author: parts.Metadata.Body}, c.Bool("duplex"))
	})
	if err != nil {
		return err
	}
	summary, err := parts.Merge(batch.MergeTarget{Folder: into, Sinks: append(sinks, more...), Reserved: takenNames(c, name), IsSigned: signedIn(c, name)})
	var missing diag.Problem
	if errors.As(err, &missing) {
		return problemsError{List: diag.List{missing}}
	}
	if err != nil {
		return err
	}
	for _, path := range append([]string{filepath.Join(name, batch.Shard{}.ReportName())}, paths...) {
		if _, err := io.WriteString(c.App.Writer, path+"\n"); err != nil {
			return err
		}
	}
	return conclude(c, summary, counted(c, summary))
}
