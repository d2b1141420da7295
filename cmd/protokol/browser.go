package main

import (
	"fmt"
	"os/exec"
	"runtime"

	"github.com/urfave/cli/v2"
)

// openBrowser shows an address in the browser of the user. No shell reads it.
func openBrowser(c *cli.Context, address string) {
	name, args := "xdg-open", []string{address}
	switch runtime.GOOS {
	case "windows":
		name, args = "rundll32", []string{"url.dll,FileProtocolHandler", address}
	case "darwin":
		name = "open"
	}
	command := exec.Command(name, args...)
	if err := command.Start(); err != nil {
		fmt.Fprintln(c.App.ErrWriter, "браузер не открылся: откройте адрес сами")
		return
	}
	go func() { _ = command.Wait() }() // its end says nothing
}
