package main

import (
	"regexp"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"protokol/generator/diag"
)

// spellOut turns "help COMMAND" and "version" into the flags for them.
func spellOut(app *cli.App, args []string) []string {
	switch {
	case len(args) == 2 && args[1] == "version":
		return []string{args[0], "--version"}
	case len(args) < 2 || args[1] != "help":
		return args
	case len(args) > 2 && app.Command(args[2]) == nil:
		return slices.Concat(args[:1], args[2:]) // which is an unknown command
	}
	return slices.Concat(args[:1], args[2:], []string{"--help"})
}

// flagsFirst moves flags before arguments: the library stops parsing them at the first argument.
func flagsFirst(app *cli.App, args []string) []string {
	if len(args) < 2 {
		return args
	}
	head, rest := args[:1:1], args[1:]
	commands, flags := app.Commands, app.Flags
	for len(rest) > 0 {
		i := slices.IndexFunc(commands, func(c *cli.Command) bool { return c.HasName(rest[0]) })
		if i < 0 {
			break
		}
		head, rest = append(head, rest[0]), rest[1:]
		commands, flags = commands[i].Subcommands, commands[i].Flags
	}
	var first, last []string
	for i := 0; i < len(rest); i++ {
		arg := rest[i]
		if arg == "--" {
			last = append(last, rest[i:]...)
			break
		}
		if arg == "-" || !strings.HasPrefix(arg, "-") {
			last = append(last, arg)
			continue
		}
		if first = append(first, arg); slices.Contains(cli.HelpFlag.Names(), strings.TrimLeft(arg, "-")) {
			return append(head, arg) // the library takes arguments for topics of the help
		}
		if !takesValue(flags, arg) {
			continue
		}
		if i++; i == len(rest) {
			return append(head, arg) // the library reports the missing value
		}
		first = append(first, rest[i])
	}
	return slices.Concat(head, first, last)
}

// takesValue reports whether a flag is followed by its value.
func takesValue(flags []cli.Flag, arg string) bool {
	name := strings.TrimLeft(arg, "-")
	return !strings.Contains(name, "=") && slices.ContainsFunc(flags, func(f cli.Flag) bool {
		known, ok := f.(cli.DocGenerationFlag)
		return ok && known.TakesValue() && slices.Contains(f.Names(), name)
	})
}

var undefinedFlag = regexp.MustCompile(`^flag provided but not defined: -+(.*)$`)

// usageErrors translates the other errors of the flag parser.
var usageErrors = map[string]string{
	`(?s)^invalid (?:boolean )?value "(.*)" for flag -+([\w-]+):.*$`: "значение «$1» не годится для --$2",
	`^flag needs an argument: -+(.*)$`:                               "у параметра --$1 не указано значение",
	`^Cannot use two forms of the same flag: (\S+) (\S+)$`:           "-$1 и --$2 – одно и то же: оставьте один",
}

// onUsageError translates errors of the flag parser into Russian.
func onUsageError(c *cli.Context, err error, _ bool) error {
	if m := undefinedFlag.FindStringSubmatch(err.Error()); m != nil {
		var known []string
		for _, f := range c.Command.Flags {
			known = append(known, f.Names()...)
		}
		if near := diag.Nearest(m[1], known); near != "" && len(m[1]) > len("to") {
			return usagef(c, "нет параметра --%s; возможно, вы имели в виду --%s", m[1], near)
		}
		return usagef(c, "нет параметра %s%s", "--"[:min(len(m[1]), 2)], m[1])
	}
	for pattern, meant := range usageErrors {
		if said := regexp.MustCompile(pattern); said.MatchString(err.Error()) {
			return usagef(c, "%s", said.ReplaceAllString(err.Error(), meant))
		}
	}
	return usagef(c, "неверное значение параметра: %v", err)
}

func unknownCommand(c *cli.Context) error {
	var known []string
	for _, command := range c.App.Commands {
		known = append(known, command.Name)
	}
	name := c.Args().First()
	if near := diag.Nearest(name, known); near != "" {
		return usagef(c, "нет команды «%s»; возможно, вы имели в виду «%s»", name, near)
	}
	if strings.HasSuffix(name, ".toml") {
		return usagef(c, "не сказано, что делать с файлом; чтобы напечатать документы: protokol generate %s", name)
	}
	return usagef(c, "нет команды «%s»", name)
}
