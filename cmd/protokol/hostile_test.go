//go:build linux

package main

import (
	"bytes"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"
)

// Bounds of any command on any file of a few megabytes. They are several times
// what is used, for machines that do other things, too: a bomb that goes off
// takes minutes or gigabytes.
const (
	mostTime   = 6 * time.Second // of a processor
	mostMemory = 640             // MB; two sandboxes of PDFium are 512
)

// TestBombs: a paper made to be endless is read, or refused in words, in time
// and memory that are bounded, by every command that reads papers.
func TestBombs(t *testing.T) {
	dir := t.TempDir()
	bombs := bombsIn(t, dir)
	names := slices.Sorted(maps.Keys(bombs))
	if slowness > 1 || testing.Short() {
		names = []string{"attachment twice", "content twice", "cross-references", "tiles"}
	}
	for _, name := range names {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			file := bombs[name]
			defuse(t, "verify", file)
			defuse(t, "source", file)
			defuse(t, "sign", file, "--field", "chair", "--p12", filepath.Join(dir, "key.p12"), "--out", file+".signed.pdf")
			defuse(t, "stamp", file, file+".sig", "--out", file+".copy.pdf")
		})
	}
}

// defuse runs a command on a bomb and holds it to the bounds. What the process
// of the test uses counts, too: the system hands it down.
func defuse(t *testing.T, args ...string) {
	t.Helper()
	cmd := program(t, args...)
	cmd.Env = append(cmd.Env, "XDG_CACHE_HOME="+cacheDir(t), passwordVariable+"=x")
	said, err := cmd.CombinedOutput()
	state := cmd.ProcessState
	if state == nil {
		t.Fatal(err)
	}
	took, used := state.UserTime()+state.SystemTime(), int(state.SysUsage().(*syscall.Rusage).Maxrss>>10)
	t.Logf("%-6s %5d ms %4d MB", args[0], took.Milliseconds(), used)
	if took > mostTime*slowness || used > mostMemory*slowness {
		t.Errorf("%s takes %v and %d MB", args[0], took, used)
	}
	if code := state.ExitCode(); code != 0 && (code != exitInput || !strings.ContainsAny(string(said), "аеиоуыя")) {
		t.Errorf("%s: exit code %d\n%s", args[0], code, said)
	}
}

// bombsIn writes the bombs into a folder, a signature beside each, and the key
// that made it. It returns their files by name.
func bombsIn(t *testing.T, dir string) map[string]string {
	t.Helper()
	if code := run([]string{"protokol", "generate", "../../examples/2017-11-20/meeting.toml", "--format", "pdf", "--out", dir, "--name", "p"},
		nil, &bytes.Buffer{}, &bytes.Buffer{}); code != 0 {
		t.Fatalf("exit code %d", code)
	}
	paper := filepath.Join(dir, "p.pdf")
	mustForge(t, "bombs", paper, dir)
	if err := os.Remove(paper); err != nil {
		t.Fatal(err)
	}
	names, err := filepath.Glob(filepath.Join(dir, "*.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	for _, name := range names {
		files[strings.TrimSuffix(filepath.Base(name), ".pdf")] = name
	}
	return files
}
