package main

import (
	"regexp"
	"strings"

	"github.com/urfave/cli/v2"

	"protokol/generator/diag"
)

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
