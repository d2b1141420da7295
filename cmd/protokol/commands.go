package main

import (
	"fmt"
	"math"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"

	"github.com/urfave/cli/v2"

	"protokol/cmd/protokol/internal/arguments"
	"protokol/generator"
)

// actions returns what the commands of help/commands.txt do, by name.
func actions() map[string]cli.ActionFunc {
	return map[string]cli.ActionFunc{
		"generate": withSettings(generate), "batch": withSettings(makeBatch), "batch merge": making(merge),
		"check": check, "forms": withSettings(making(forms)), "pdf": making(printWords),
		"collect": withSettings(reading(gather)), "verify": reading(verify), "source": reading(source),
		"word": wordAlone, "word check": making(checkWord), "word from": making(wordFromSample),
		"sign": reading(sign), "stamp": making(stamp),
		"init": making(initialize), "keys": keys, "serve": serve, "schema": schema, "licenses": licenses,
		"templates": builtIn, "templates list": listTemplates, "templates export": exportTemplates,
		"completion": completion, "man": manual,
	}
}

// commands reads help/commands.txt.
func commands() (all []*cli.Command) {
	text := strings.NewReplacer(
		"{profiles}", strings.Join(generator.Profiles, ", "), "{style}", generator.DefaultStyle,
		"{batches}", strings.Join(generator.BatchKinds, ", "), "{schemas}", strings.Join(generator.SchemaKinds, "|"),
	).Replace(helpFile("commands.txt"))
	do := actions()
	groups := map[string][]string{}
	for block := range strings.SplitSeq(text, "\n\n") {
		lines := strings.Split(strings.TrimSpace(block), "\n")
		what, rest, _ := strings.Cut(lines[0], " ")
		name, usage := columns(rest)
		switch what {
		case "group":
			groups[name] = lines[1:]
		case "command":
			command := newCommand(name, usage, do[name], lines[1:], groups)
			if parent, _, isSub := strings.Cut(name, " "); isSub {
				above := all[slices.IndexFunc(all, func(c *cli.Command) bool { return c.Name == parent })]
				command.HelpName = "protokol " + name // the library sets it for top-level commands only
				above.Subcommands = append(above.Subcommands, command)
			} else {
				all = append(all, command)
			}
		}
	}
	return all
}

// newCommand returns the command that lines of help/commands.txt describe.
func newCommand(
	name, usage string, do cli.ActionFunc, lines []string, groups map[string][]string,
) *cli.Command {
	c := &cli.Command{
		Name: name[strings.LastIndex(name, " ")+1:], Usage: usage, Action: do,
		Description:  strings.TrimRight(helpFile(strings.ReplaceAll(name, " ", "-")+".txt"), "\n"),
		OnUsageError: onUsageError, CustomHelpTemplate: helpFile("command.tmpl"), HideHelpCommand: true,
	}
	for _, line := range lines {
		what, rest, _ := strings.Cut(line, " ")
		switch {
		case what == "arguments":
			c.ArgsUsage = rest
		case what == "count":
			number, wrong := columns(rest)
			c.Action = counted(number, wrong, do)
		case what == "include":
			for _, shared := range groups[rest] {
				c.Flags = append(c.Flags, newFlag(shared))
			}
		default:
			c.Flags = append(c.Flags, newFlag(line))
		}
	}
	return c
}

// columns splits a line at two spaces or more.
func columns(line string) (first, second string) {
	first, second, _ = strings.Cut(line, "  ")
	return first, strings.TrimSpace(second)
}

// newFlag returns the flag of a line such as "--out -o TEXT=.  meaning".
func newFlag(line string) cli.Flag {
	declared, usage := columns(line)
	names := strings.Fields(declared)
	kind, value := "", ""
	if last := names[len(names)-1]; !strings.HasPrefix(last, "-") {
		kind, value, _ = strings.Cut(last, "=")
		names = names[:len(names)-1]
	}
	for i, name := range names {
		names[i] = strings.TrimLeft(name, "-")
	}
	switch name, aliases := names[0], names[1:]; kind {
	case "TEXT", "LIST", "TERMS":
		text := &cli.StringFlag{Name: name, Aliases: aliases, Value: value, Usage: usage}
		if join := map[string]string{"LIST": ",", "TERMS": " и "}[kind]; join != "" {
			return &arguments.Joined{StringFlag: text, Join: join}
		}
		return text
	case "TEXTS":
		return &cli.StringSliceFlag{Name: name, Aliases: aliases, Usage: usage}
	case "NUMBER":
		return &cli.IntFlag{Name: name, Aliases: aliases, Usage: usage}
	case "DURATION":
		return &cli.DurationFlag{Name: name, Aliases: aliases, Usage: usage}
	default:
		return &cli.BoolFlag{Name: name, Aliases: aliases, Usage: usage}
	}
}

// counted returns an action that needs a number of arguments: "1", "0…1" or "1…".
func counted(number, wrong string, do cli.ActionFunc) cli.ActionFunc {
	low, high, isRange := strings.Cut(number, "…")
	least, _ := strconv.Atoi(low)
	most := least
	if isRange {
		most = math.MaxInt
		if limit, err := strconv.Atoi(high); err == nil {
			most = limit
		}
	}
	return func(c *cli.Context) error {
		if n := c.NArg(); n < least || n > most {
			return usagef(c, "%s", strings.ReplaceAll(wrong, "%d", fmt.Sprint(n)))
		}
		return do(c)
	}
}

// withSettings returns an action that takes flags from protokol.toml, too.
func withSettings(do cli.ActionFunc) cli.ActionFunc {
	return func(c *cli.Context) error {
		if err := useSettings(c, c.Args().First(), c.LocalFlagNames()); err != nil {
			return err
		}
		return do(c)
	}
}

// action is what a command does with the generator that its flags describe.
type action func(c *cli.Context, g *generator.Generator) error

// making returns an action of a command that makes papers.
func making(do action) cli.ActionFunc {
	return func(c *cli.Context) error {
		g, err := newGenerator(c, c.Args().First())
		if err != nil {
			return err
		}
		return do(c, g)
	}
}

// reading returns an action of a command that reads papers. The memory of the PDF sandbox counts as live heap, so the
// collector must not wait for four times as much garbage.
func reading(do action) cli.ActionFunc {
	return func(c *cli.Context) error {
		debug.SetGCPercent(25)
		return making(do)(c)
	}
}
