package main

import (
	"fmt"
	"os"

	"github.com/urfave/cli/v2"
	"golang.org/x/term"
)

// passwordVariable holds the password of a key where nobody can be asked. It
// is never an argument: others see the arguments of a process.
const passwordVariable = "PROTOKOL_P12_PASSWORD"

// readPassword takes the password from the environment or asks for it.
func readPassword(c *cli.Context, prompt string) (string, error) {
	if password, ok := os.LookupEnv(passwordVariable); ok {
		return password, nil
	}
	terminal, ok := c.App.Reader.(*os.File)
	if !ok || !term.IsTerminal(int(terminal.Fd())) {
		return "", usagef(c, "некого спросить пароль ключа; задайте переменную %s", passwordVariable)
	}
	fmt.Fprint(c.App.ErrWriter, prompt)
	password, err := term.ReadPassword(int(terminal.Fd()))
	fmt.Fprintln(c.App.ErrWriter)
	return string(password), err
}
