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

// Limits for any command on a file of a few megabytes. They are several times
// the normal use, for busy machines; a decompression bomb would take minutes or
// gigabytes.
const (
	mostTime   = 6 * time.Second // of a processor
	mostMemory = 640             // MB; two sandboxes of PDFium are 512
)

// TestBombs: every command that reads papers handles maliciously complex ones in
// bounded time and memory: it reads them or reports an error.
func TestBombs(t *testing.T) {
	dir := t.TempDir()
	names := []string{"an answer"} // the quickest
	switch {
	case isFull:
		names = nil // all of them
	case isGate:
		names = []string{"tiles"}
	}
	bombs := bombsIn(t, dir, names)
	for name, file := range bombs {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			defuse(t, "verify", file)
			if !isGate {
				return
			}
			defuse(t, "source", file)
			defuse(t, "sign", file, "--field", "chair", "--p12", filepath.Join(dir, "key.p12"), "--out",
				file+".signed.pdf")
			defuse(t, "stamp", file, file+".sig", "--out", file+".copy.pdf")
		})
	}
}

// defuse runs a command on a bomb and checks the limits. The usage of the test
// process counts, too.
func defuse(t *testing.T, args ...string) {
	t.Helper()
	cmd := program(t, args...)
	cmd.Env = append(cmd.Env, passwordVariable+"=x")
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

// bombsIn writes bombs into a folder, all or the named ones, each with a
// signature beside it, and the key that made it. It returns their paths by name.
func bombsIn(t *testing.T, dir string, names []string) map[string]string {
	t.Helper()
	onePage(t, dir)
	paper := filepath.Join(dir, "p.pdf")
	first := program(t, "verify", paper) // compiles PDFium, which no bomb causes
	if said, err := first.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, said)
	}
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

// TestOneAtATime: a second batch into the same folder fails at once and changes
// nothing.
func TestOneAtATime(t *testing.T) {
	dir := t.TempDir()
	if err := os.MkdirAll(filepath.Join(dir, ".protokol"), 0o777); err != nil {
		t.Fatal(err)
	}
	lock, err := os.Create(filepath.Join(dir, ".protokol", "lock"))
	if err != nil {
		t.Fatal(err)
	}
	if err := syscall.Flock(int(lock.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); err != nil {
		t.Fatal(err)
	}
	args := append(batchArgs(t, 10), "--out", dir)
	if out, err := program(t, args...).CombinedOutput(); err == nil ||
		!strings.Contains(string(out), "уже пишет другая программа") {
		t.Errorf("%v\n%s", err, out)
	}
	lock.Close()
	finished(t, args...)
}
