//go:build linux

package main

import (
	"os"
	"path/filepath"
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
	names := []string{"attachment twice", "content twice", "cross-references", "tiles"}
	switch {
	case slowness > 1:
	case isFull:
		names = nil // all of them
	default:
		names = append(names, "a long source", "names in a circle")
	}
	bombs := bombsIn(t, dir, names)
	for name, file := range bombs {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			defuse(t, "verify", file)
			defuse(t, "source", file)
			defuse(t, "sign", file, "--field", "chair", "--p12", filepath.Join(dir, "key.p12"), "--out",
				file+".signed.pdf")
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

// bombsIn writes bombs into a folder, all of them unless they are named, a
// signature beside each, and the key that made it. It returns their files by name.
func bombsIn(t *testing.T, dir string, names []string) map[string]string {
	t.Helper()
	onePage(t, dir)
	paper := filepath.Join(dir, "p.pdf")
	mustForge(t, append([]string{"bombs", paper, dir}, names...)...)
	if err := os.Remove(paper); err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	found, err := filepath.Glob(filepath.Join(dir, "*.pdf"))
	if err != nil || len(found) == 0 {
		t.Fatal(found, err)
	}
	for _, file := range found {
		files[strings.TrimSuffix(filepath.Base(file), ".pdf")] = file
	}
	return files
}
