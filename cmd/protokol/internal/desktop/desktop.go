// Package desktop is how the program behaves when a file manager starts it: by a double
// click, or by dropping a file on it; there is no terminal then. It also opens the browser.
package desktop

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
)

// idle ends a program that has no terminal in which it could be ended.
const idle = "--idle=1h"

// fromFileManager returns the arguments of a program that a file manager started: by a
// double click it serves the folder where it was started if meetings are there, and
// otherwise one in the home folder; by dropping a file on it, it serves that file, and
// makes the papers of a meeting first. Other arguments, of a shortcut, are kept.
func fromFileManager(args []string, folder, home string) []string {
	switch {
	case len(args) == 1 && hasMeetings(folder):
		return []string{args[0], "serve", idle, folder}
	case len(args) == 1:
		own := filepath.Join(home, "Заседания")
		if os.MkdirAll(own, 0o777) != nil {
			own = folder
		}
		return []string{args[0], "serve", idle, own}
	case len(args) == 2 && isMeeting(args[1]):
		return []string{args[0], "serve", idle, "--print", args[1]}
	case len(args) == 2 && exists(args[1]):
		return []string{args[0], "serve", idle, args[1]}
	}
	return args
}

// hasMeetings reports whether a folder has files about meetings.
func hasMeetings(folder string) bool {
	found, err := os.ReadDir(folder)
	if err != nil {
		return false
	}
	for _, entry := range found {
		if isMeeting(filepath.Join(folder, entry.Name())) {
			return true
		}
	}
	return false
}

func isMeeting(name string) bool {
	return strings.EqualFold(filepath.Ext(name), ".toml") && exists(name)
}

func exists(name string) bool {
	_, err := os.Stat(name)
	return err == nil && !strings.HasPrefix(name, "-")
}

// Started returns the arguments to run with, and whether messages must be shown in a
// window because there is no terminal.
func Started(args []string) (shown []string, windowed bool) {
	if !hasNoTerminal(len(args)) {
		return args, false
	}
	folder, err := os.Getwd()
	home, errHome := os.UserHomeDir()
	if err != nil || errHome != nil {
		return args, true
	}
	return fromFileManager(args, folder, home), true
}

// Open shows a file or an address in the program that the desktop has for it. No
// shell reads it.
func Open(address string) error {
	name, args := "xdg-open", []string{address}
	switch runtime.GOOS {
	case "windows":
		name, args = "rundll32", []string{"url.dll,FileProtocolHandler", address}
	case "darwin":
		name = "open"
	}
	command := exec.Command(name, args...)
	if err := command.Start(); err != nil {
		return err
	}
	go func() { _ = command.Wait() }() // its end says nothing
	return nil
}
