// Command protokol turns a TOML file about a meeting into official papers,
// PDF and DOCX.
package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"strings"

	"github.com/urfave/cli/v2"

	"protokol/cmd/protokol/internal/arguments"
	"protokol/cmd/protokol/internal/desktop"
	"protokol/generator"
)

// Exit codes.
const (
	exitInput = 1 // an error in a file of the user
	exitUsage = 2 // an error in the command line
	exitFault = 3 // an error of the file system, or an internal one
)

// gcPercent makes garbage collections rare, because papers are short-lived garbage:
// this costs little memory and saves a fifth of the time of a batch.
const gcPercent = 400

// memory is the soft memory limit, bytes, above which garbage is collected as often as need be:
// it keeps hostile papers below 300 MB.
const memory = 180 << 20

func main() {
	debug.SetGCPercent(gcPercent)
	debug.SetMemoryLimit(memory)
	args, windowed := desktop.Started(os.Args)
	if windowed {
		var said bytes.Buffer
		code := run(args, os.Stdin, io.Discard, generator.PrintableWriter(&said))
		if code != 0 {
			desktop.Show(said.String())
		}
		os.Exit(code)
	}
	os.Exit(run(args, os.Stdin, os.Stdout, generator.PrintableWriter(os.Stderr)))
}

// run executes a command line and returns the exit code. A panic is reported
// with its trace.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) (code int) {
	defer func() {
		if fault := recover(); fault != nil {
			code = exitFault
			fmt.Fprintf(stderr, "protokol: внутренняя ошибка программы: %v\n"+
				"подсказка: документ не создан; пришлите разработчикам файл и эти строки:\n%s", fault, debug.Stack())
		}
	}()
	out := generator.NewOutputWriter(stdout)
	app := newApp(stdin, generator.PrintableWriter(out), stderr)
	sorted, wrong := arguments.Sort(app, args)
	if wrong != nil {
		return report(stderr, usageError{wrong.Command, wrong.Error()})
	}
	code = report(stderr, app.Run(sorted))
	if err := out.Err(); err != nil && code != exitFault {
		code = report(stderr, err)
	}
	return code
}

// report prints an error and returns its exit code, of several errors the highest.
func report(stderr io.Writer, err error) (code int) {
	if several, ok := err.(interface{ Unwrap() []error }); ok { // of errors.Join
		for _, err := range several.Unwrap() {
			code = max(code, report(stderr, err))
		}
		return code
	}
	var usage usageError
	var problems generator.Problems
	var wrong inputError
	switch {
	case err == nil:
		return 0
	case errors.As(err, &problems):
		printProblems(stderr, problems)
		return exitInput
	case errors.As(err, &wrong):
		fmt.Fprintf(stderr, "protokol: %s\n", generator.ErrorText(wrong))
		return exitInput
	case errors.As(err, &usage):
		fmt.Fprintf(stderr, "protokol: %s\nподсказка: protokol %s--help\n", usage.message, usage.command)
		return exitUsage
	default:
		fmt.Fprintf(stderr, "protokol: %s\n", generator.ErrorText(err))
		var rename *os.LinkError
		if errors.As(err, &rename) {
			fmt.Fprintf(stderr, "подсказка: файл %s не заменить; закройте его, если он открыт в другой программе\n",
				rename.New)
		}
		return exitFault
	}
}

func newApp(stdin io.Reader, stdout, stderr io.Writer) *cli.App {
	cli.HelpFlag = &cli.BoolFlag{Name: "help", Aliases: []string{"h"}, Usage: "показать справку",
		DisableDefaultText: true}
	cli.VersionFlag = &cli.BoolFlag{Name: "version", Usage: "показать версию", DisableDefaultText: true}
	cli.VersionPrinter = func(c *cli.Context) { fmt.Fprintln(c.App.Writer, c.App.Name, c.App.Version) }
	cli.FlagStringer = flagLine
	return &cli.App{
		Name:                 "protokol",
		Usage:                "официальные документы заседания из одного файла: PDF и DOCX",
		Version:              generator.Build(),
		Reader:               stdin,
		Writer:               stdout,
		ErrWriter:            stderr,
		HideHelpCommand:      true,
		EnableBashCompletion: true,
		// A heading in --map may have a comma.
		DisableSliceFlagSeparator: true,
		CustomAppHelpTemplate:     helpFile("app.tmpl"),
		ExitErrHandler:            func(*cli.Context, error) {},
		OnUsageError:              onUsageError,
		Commands:                  commands(),
		Action: func(c *cli.Context) error {
			if c.Args().Present() {
				return unknownCommand(c)
			}
			return cli.ShowAppHelp(c)
		},
	}
}

// inputError is an error in a file of the user.
type inputError struct{ error }

func (e inputError) Unwrap() error { return e.error }

// usageError is an error in the command line.
type usageError struct{ command, message string }

func (e usageError) Error() string { return e.message }

func usagef(c *cli.Context, format string, args ...any) error {
	command := ""
	if name := c.Command.HelpName; name != "" && name != "protokol" {
		command = strings.TrimPrefix(name, "protokol ") + " "
	}
	return usageError{command, fmt.Sprintf(format, args...)}
}
