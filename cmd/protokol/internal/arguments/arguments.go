// Package arguments puts command lines into the order that the library for
// commands and flags understands.
package arguments

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"
)

// Mistake is what is wrong with a command line.
type Mistake struct {
	Command string // with a space behind it; "" outside of commands
	error
}

// Joined is a flag one value of which may hold several.
type Joined struct {
	*cli.StringFlag
	Join string // what stands between them
}

// repeated is a flag that has two different values in a command line. The
// library would take the last one and say nothing.
type repeated struct {
	flag   string // as its declaration names it
	values [2]string
	join   string // see Joined; "" for other flags
}

func (r *repeated) Error() string {
	advice := "оставьте один"
	if r.join != "" {
		advice = fmt.Sprintf("несколько значений пишут в одном: --%s \"%s%s%s\"",
			r.flag, r.values[0], r.join, r.values[1])
	}
	return fmt.Sprintf("параметр --%s указан дважды: «%s» и «%s»; %s", r.flag, r.values[0], r.values[1], advice)
}

// Sort moves flags before arguments, because the library stops parsing them at the
// first argument, and turns "help COMMAND" and "version" into the flags for them.
func Sort(app *cli.App, args []string) ([]string, *Mistake) {
	return flagsFirst(app, spelledOut(app, args))
}

func spelledOut(app *cli.App, args []string) []string {
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

func flagsFirst(app *cli.App, args []string) ([]string, *Mistake) {
	if len(args) < 2 {
		return args, nil
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
	var wrong error
	seen := values{}
	for i := 0; i < len(rest); i++ {
		arg := rest[i]
		if arg == "--" {
			last = append(last, rest[i:]...)
			break
		}
		if arg == "-" || !strings.HasPrefix(arg, "-") {
			wrong = cmp.Or(wrong, dashed(flags, arg))
			last = append(last, arg)
			continue
		}
		if first = append(first, arg); slices.Contains(cli.HelpFlag.Names(), strings.TrimLeft(arg, "-")) {
			return append(head, arg), nil // the library takes arguments for topics of the help
		}
		name, value, hasValue := strings.Cut(strings.TrimLeft(arg, "-"), "=")
		flag := withValue(flags, name)
		if flag == nil {
			continue
		}
		if !hasValue {
			if i++; i == len(rest) {
				return append(head, arg), nil // the library reports the missing value
			}
			value = rest[i]
			first = append(first, value)
		}
		wrong = cmp.Or(wrong, seen.add(flag, value))
	}
	if wrong != nil {
		return nil, &Mistake{strings.Join(append(head[1:], ""), " "), wrong}
	}
	return slices.Concat(head, first, last), nil
}

// dashed reports a flag that a word processor gave a dash in place of its hyphens: «—strict».
func dashed(flags []cli.Flag, arg string) error {
	bare := strings.TrimLeft(arg, "–—−-")
	name, _, _ := strings.Cut(bare, "=")
	if bare == arg || !slices.ContainsFunc(flags, func(f cli.Flag) bool { return slices.Contains(f.Names(), name) }) {
		return nil
	}
	return fmt.Errorf("в начале «%s» тире; параметр начинается с двух дефисов: --%s", arg, bare)
}

// withValue returns the flag of a name if it is followed by its value.
func withValue(flags []cli.Flag, name string) cli.DocGenerationFlag {
	for _, f := range flags {
		known, ok := f.(cli.DocGenerationFlag)
		if ok && known.TakesValue() && slices.Contains(f.Names(), name) {
			return known
		}
	}
	return nil
}

// values are those of the flags seen so far, by the first name of the flag.
type values map[string]string

// add remembers the value of a flag. It returns what is wrong if the flag has
// another one already and is not meant to be repeated.
func (v values) add(flag cli.DocGenerationFlag, value string) error {
	if _, isRepeatable := flag.(*cli.StringSliceFlag); isRepeatable {
		return nil
	}
	name := flag.Names()[0]
	before, known := v[name]
	if v[name] = value; !known || before == value {
		return nil
	}
	twice := &repeated{flag: name, values: [2]string{before, value}}
	if list, ok := flag.(*Joined); ok {
		twice.join = list.Join
	}
	return twice
}
