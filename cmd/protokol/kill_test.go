package main

import (
	"bytes"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"
)

// asProgram is the environment variable that makes the test binary run as the
// program.
const asProgram = "PROTOKOL_AS_PROGRAM"

// program returns a command that runs the program as a process.
func program(t *testing.T, args ...string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(self, args...)
	cmd.Env = append(os.Environ(), asProgram+"=1")
	return cmd
}

const batchMeeting = `date = 2026-01-15
chair = "Первый И. И."
secretary = "Вторая М. П."
council = { name = "Совет", genitive = "Совета", cluster = "кластер «Образец»" }
people = [{ name = "Первый Иван Иванович" }, { name = "Вторая Мария Петровна" }]
agenda = [{ title = "О плане.", decisions = ["Утвердить план."] }]
[invitation]
`

// batchArgs returns the arguments of a batch; some rows are duplicates, some
// invalid.
func batchArgs(t *testing.T, letters int) []string {
	t.Helper()
	dir := t.TempDir()
	var list strings.Builder
	list.WriteString("Организация;Руководитель;ИНН\n")
	for i := range letters {
		switch i % 10 {
		case 7:
			list.WriteString("ООО «Одинаковое»;Соколов Андрей Андреевич;\n")
		case 8:
			fmt.Fprintf(&list, "ООО «Ошибка-%d»;Соколов Андрей Андреевич;123\n", i)
		default:
			fmt.Fprintf(&list, "ООО «Образец-%d»;Соколов Андрей Андреевич;\n", i)
		}
	}
	for name, text := range map[string]string{"list.csv": list.String(), "m.toml": batchMeeting} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return []string{"batch", filepath.Join(dir, "m.toml"), "--to", filepath.Join(dir, "list.csv"), "--jobs", "2"}
}

// finished runs the program to its end. Invalid rows make it exit with 1.
func finished(t *testing.T, args ...string) {
	t.Helper()
	if out, err := program(t, args...).CombinedOutput(); err == nil || err.(*exec.ExitError).ExitCode() != exitInput {
		t.Fatalf("%v\n%s", err, out)
	}
}

// visible returns the files of a folder that a user sees.
func visible(t *testing.T, dir string) map[string][]byte {
	t.Helper()
	files := map[string][]byte{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, entry fs.DirEntry, err error) error {
		switch {
		case os.IsNotExist(err):
			return nil
		case err == nil && entry.IsDir() && strings.HasPrefix(name, ".protokol"):
			return fs.SkipDir
		case err != nil || entry.IsDir():
			return err
		}
		files[name], err = os.ReadFile(filepath.Join(dir, name))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func sameFiles(t *testing.T, got, want map[string][]byte) {
	t.Helper()
	if !maps.EqualFunc(got, want, bytes.Equal) {
		t.Errorf("files differ from those of one clean run:\n got %q\nwant %q", slices.Sorted(maps.Keys(got)),
			slices.Sorted(maps.Keys(want)))
	}
}

// TestKill kills a batch at random moments, at least 50 times in a full run, and
// lets the next run finish it. Files seen in between are complete; the final
// files equal those of an undisturbed run, byte for byte.
func TestKill(t *testing.T) {
	enough, kills, letters := 2, 3, 30
	switch {
	case isFull:
		enough, letters = 50, 60
	case isGate:
		enough, letters = 6, 60
	}
	args := batchArgs(t, letters)
	clean := t.TempDir()
	start := time.Now()
	run := func(dir string) []string {
		return append(args, "--out", dir, "--print", filepath.Join(dir, "all.pdf"), "--zip",
			filepath.Join(dir, "all.zip"), "--resume")
	}
	finished(t, run(clean)...)
	whole := time.Since(start)
	want := visible(t, clean)
	struck, runs := 0, 0
	for struck < enough {
		dir := filepath.Join(t.TempDir(), "out")
		for range kills {
			runs++
			cmd := program(t, run(dir)...)
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			time.Sleep(rand.N(whole))
			cmd.Process.Kill()
			if err := cmd.Wait(); err.(*exec.ExitError).ExitCode() == -1 {
				struck++
			}
			for name, data := range visible(t, dir) {
				if !bytes.Equal(data, want[name]) {
					t.Errorf("%s was seen half written", name)
				}
			}
		}
		finished(t, run(dir)...)
		sameFiles(t, visible(t, dir), want)
	}
	t.Logf("%d of %d runs were killed in the middle", struck, runs)
}

// TestInterrupt: Ctrl-C stops a batch cleanly and says how to continue.
func TestInterrupt(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows has no way to send Ctrl-C to one process")
	}
	args := append(batchArgs(t, 160), "--out", t.TempDir())
	cmd := program(t, args...)
	var told bytes.Buffer
	cmd.Stderr = &told
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	dir := args[len(args)-1]
	for deadline := time.Now().Add(30 * time.Second); len(visible(t, dir)) < 10 && time.Now().Before(deadline); {
		time.Sleep(time.Millisecond)
	}
	cmd.Process.Signal(os.Interrupt)
	if err := cmd.Wait(); err == nil || err.(*exec.ExitError).ExitCode() != exitFault ||
		!strings.Contains(told.String(), "с --resume") {
		t.Errorf("%v\n%s", err, told.String())
	}
	if _, err := os.Stat(filepath.Join(dir, "report.csv")); err == nil {
		t.Error("an interrupted batch has a report of the whole")
	}
	finished(t, append(args, "--resume")...)
	if n := len(visible(t, dir)); n != 2*144+3 {
		t.Errorf("%d files", n)
	}
}

// TestShards: shards made concurrently by several processes in one folder merge
// into the output of a single process.
func TestShards(t *testing.T) {
	args := append(batchArgs(t, 45), "--format", "pdf")
	clean, dir := t.TempDir(), t.TempDir()
	finished(t, append(args, "--out", clean)...)
	var parts []*exec.Cmd
	for i := range 3 {
		cmd := program(t, append(args, "--out", dir, "--shard", fmt.Sprintf("%d/3", i+1))...)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		parts = append(parts, cmd)
	}
	for i, cmd := range parts {
		if err := cmd.Wait(); err == nil || err.(*exec.ExitError).ExitCode() != exitInput {
			t.Errorf("part %d: %v", i+1, err)
		}
	}
	finished(t, "batch", "merge", dir)
	got := visible(t, dir)
	maps.DeleteFunc(got, func(name string, _ []byte) bool { return strings.HasPrefix(name, "report-") })
	sameFiles(t, got, visible(t, clean))
}
