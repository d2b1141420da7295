//go:build !windows

package desktop

import (
	"os"
	"os/exec"
)

// hasNoTerminal reports whether a file manager of a desktop started the program: no
// standard stream is a terminal, a pipe or a file, and there is a screen. Desktop
// entries have arguments of their own.
func hasNoTerminal(args int) bool {
	if args > 2 || os.Getenv("DISPLAY") == "" && os.Getenv("WAYLAND_DISPLAY") == "" {
		return false
	}
	for _, stream := range []*os.File{os.Stdin, os.Stdout, os.Stderr} {
		if isConnected(stream) {
			return false
		}
	}
	return true
}

// isConnected reports whether a stream leads to a terminal, a pipe or a file. File managers give
// programs the null device, or a socket of the journal.
func isConnected(stream *os.File) bool {
	info, err := stream.Stat()
	if err != nil || info.Mode()&os.ModeSocket != 0 {
		return false
	}
	null, err := os.Stat(os.DevNull)
	return err != nil || !os.SameFile(info, null)
}

// Show shows a message in a window of the desktop, if it has a program for that.
func Show(text string) {
	for _, command := range [][]string{
		{"zenity", "--error", "--no-markup", "--title=Протокол", "--text=" + text},
		{"kdialog", "--title", "Протокол", "--error", text},
		{"fly-dialog", "--title", "Протокол", "--error", text}, // Astra Linux
		{"xmessage", text},
	} {
		if name, err := exec.LookPath(command[0]); err == nil {
			_ = exec.Command(name, command[1:]...).Run() // it says only which button was pressed
			return
		}
	}
}
