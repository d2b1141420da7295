//go:build linux

package command

import (
	"crypto/sha256"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"software.sslmate.com/src/go-pkcs12"

	"protokol/generator/internal/cms"
	"protokol/generator/internal/cms/cmstest"
	"protokol/generator/internal/effort"
	"protokol/generator/internal/reader/readertest"
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
	case effort.Full():
		names = readertest.BombNames()
	default:
		names = append(names, "a long source", "names in a circle")
	}
	paper := onePage(t, dir)
	by := cmstest.ECDSA(t, "Первый", "Иван Иванович")
	writeKey(t, filepath.Join(dir, "key.p12"), by)
	for _, name := range names {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			file := filepath.Join(dir, name+".pdf")
			writeBomb(t, file, paper, name, by)
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

func writeKey(t *testing.T, name string, of cmstest.Person) {
	t.Helper()
	container, err := pkcs12.Modern.Encode(of.Key, of.Certificate, nil, "x")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, container, 0o666); err != nil {
		t.Fatal(err)
	}
}

// writeBomb writes a bomb, and a signature beside it.
func writeBomb(t *testing.T, file string, paper []byte, name string, by cmstest.Person) {
	t.Helper()
	bomb, err := readertest.Bomb(paper, name)
	if err != nil {
		t.Fatal(err)
	}
	signature, err := cms.Sign(sha256.Sum256(bomb), cms.Signer{Key: by.Key, Certificate: by.Certificate})
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{file: bomb, file + ".sig": signature} {
		if err := os.WriteFile(name, data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
}
