package arguments

import (
	"strings"
	"testing"

	"github.com/urfave/cli/v2"
)

// app has a command with flags of all kinds, and one inside another.
var app = &cli.App{Commands: []*cli.Command{
	{Name: "make", Flags: []cli.Flag{
		&Joined{&cli.StringFlag{Name: "format"}, ","},
		&cli.StringFlag{Name: "out", Aliases: []string{"o"}, Usage: "папка"},
		&cli.IntFlag{Name: "limit"}, &cli.DurationFlag{Name: "idle"},
		&Joined{&cli.StringFlag{Name: "where"}, " и "},
		&cli.StringSliceFlag{Name: "map"}, &cli.BoolFlag{Name: "force"},
	}},
	{Name: "word", Subcommands: []*cli.Command{{Name: "check", Flags: []cli.Flag{&cli.StringFlag{Name: "kind"}}}}},
}}

func TestSort(t *testing.T) {
	for line, want := range map[string]string{
		"p make a.toml --out x":                "p make --out x a.toml",
		"p make a --map A=1 --map B=2 --force": "p make --map A=1 --map B=2 --force a",
		"p make -o x -- --out y":               "p make -o x -- --out y",
		"p word check a --kind letter":         "p word check --kind letter a",
		"p make --out x --out x a":             "p make --out x --out x a",
		"p make a --out":                       "p make --out",
		"p help make":                          "p make --help",
		"p version":                            "p --version",
		"p make --out x --out y --help":        "p make --help",
	} {
		got, twice := Sort(app, strings.Fields(line))
		if twice != nil || strings.Join(got, " ") != want {
			t.Errorf("%q: %q, %v; want %q", line, strings.Join(got, " "), twice, want)
		}
	}
}

// TestRepeated checks that no value of a flag is lost without a word.
func TestRepeated(t *testing.T) {
	for line, want := range map[string]string{
		"p make a --format pdf --format docx": "make |параметр --format указан дважды: «pdf» и «docx»; " +
			"несколько значений пишут в одном: --format \"pdf,docx\"",
		"p make --out x a -o y": "make |параметр --out указан дважды: «x» и «y»; оставьте один",
		"p make a --where A=1 --where B=2": "make |параметр --where указан дважды: «A=1» и «B=2»; " +
			"несколько значений пишут в одном: --where \"A=1 и B=2\"",
		"p make --out=x --out=y":       "make |параметр --out указан дважды: «x» и «y»; оставьте один",
		"p make --limit 1 --limit 2":   "make |параметр --limit указан дважды: «1» и «2»; оставьте один",
		"p make --idle 1m a --idle 2m": "make |параметр --idle указан дважды: «1m» и «2m»; оставьте один",
		"p make —force a": "make |в начале «—force» тире; " +
			"параметр начинается с двух дефисов: --force",
		"p word check a --kind x --kind yy": "word check |параметр --kind указан дважды: «x» и «yy»; оставьте один",
	} {
		got, twice := Sort(app, strings.Fields(line))
		if twice == nil || twice.Command+"|"+twice.Error() != want {
			t.Errorf("%q: %q, %v; want %q", line, got, twice, want)
		}
	}
}
