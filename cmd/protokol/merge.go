package main

import (
	"context"
	"fmt"

	"github.com/urfave/cli/v2"

	"protokol/generator"
)

func mergeCommand() *cli.Command {
	return &cli.Command{
		Name:      "merge",
		Usage:     "соединить части, сделанные с --shard",
		ArgsUsage: "ПАПКА…",
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "out", Aliases: []string{"o"}, Usage: "папка для целого; по умолчанию — первая"},
			&cli.StringFlag{Name: "print", Usage: "ещё и все письма одним PDF для печати"},
			&cli.BoolFlag{Name: "duplex", Usage: "в нём каждое письмо — с лицевой стороны листа"},
			&cli.StringFlag{Name: "zip", Usage: "ещё и все письма одним архивом"},
			&cli.BoolFlag{Name: "force", Usage: "заменить и те файлы, которые уже подписали или правили"},
			&cli.StringFlag{Name: "style", Value: generator.DefaultStyle,
				Usage: "таблица стилей реестра: имя или файл .toml"},
			&cli.StringFlag{Name: "templates", Usage: "папка со своими шаблонами поверх встроенных"},
		},
		Action: merge,
	}
}

func merge(c *cli.Context) error {
	if c.NArg() == 0 {
		return usagef(c, "не указаны папки с частями")
	}
	g, err := newGenerator(c)
	if err != nil {
		return err
	}
	request := generator.MergeRequest{
		Parts: c.Args().Slice(), Folder: c.String("out"), Print: c.String("print"), Duplex: c.Bool("duplex"),
		Archive: c.String("zip"), Force: c.Bool("force"),
	}
	result, err := perform(c, func(ctx context.Context, _ func(done, total int)) (generator.BatchResult, error) {
		return g.Merge(ctx, request)
	})
	if err != nil {
		return flagError(c, err)
	}
	for _, path := range result.Products {
		fmt.Fprintln(c.App.Writer, path)
	}
	return summarize(c, result)
}
