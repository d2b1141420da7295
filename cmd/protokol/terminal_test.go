package main

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// terminal is standard output that looks like a terminal.
type terminal struct{ bytes.Buffer }

func (*terminal) Stat() (fs.FileInfo, error) { return character{}, nil }

type character struct{ fs.FileInfo }

func (character) Mode() fs.FileMode { return fs.ModeDevice | fs.ModeCharDevice }

// TestSourceOnTerminal: the source of a paper reaches files and pipes byte by
// byte, and a terminal without what would control it.
func TestSourceOnTerminal(t *testing.T) {
	dir := t.TempDir()
	source := strings.ReplaceAll(batchMeeting, "\n", "\r\n")
	meeting := filepath.Join(dir, "meeting.toml")
	if err := os.WriteFile(meeting, []byte(source), 0o666); err != nil {
		t.Fatal(err)
	}
	var pipe, said bytes.Buffer
	var screen terminal
	if code := run([]string{"protokol", "generate", meeting, "--format", "pdf", "--out", dir, "--name", "p"},
		nil, &bytes.Buffer{}, &said); code != 0 {
		t.Fatal(said.String())
	}
	args := []string{"protokol", "source", filepath.Join(dir, "p.pdf")}
	if code := run(args, nil, &pipe, &said); code != 0 || pipe.String() != source {
		t.Errorf("exit code %d, %q", code, pipe.String())
	}
	if code := run(args, nil, &screen, &said); code != 0 || strings.Contains(screen.String(), "\r") {
		t.Errorf("exit code %d, %q", code, screen.String())
	}
}
