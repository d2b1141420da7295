package web_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"protokol/generator/internal/outside"
)

// scenarios are the scripts of testdata/browser with the example from which their
// folder begins; "" for an empty folder.
var scenarios = map[string]string{
	"newcomer":   "",
	"keyboard":   "",
	"crash":      "2026-03-12",
	"tabs":       "2026-03-12",
	"outside":    "2026-03-12",
	"accessible": "2026-03-12",
}

// TestBrowser runs the scenarios of testdata/browser in Chromium, each with a server
// in a folder of its own.
func TestBrowser(t *testing.T) {
	outside.Program(t, "browsers")
	outside.Program(t, "chromium")
	for name, example := range scenarios {
		t.Run(name, func(t *testing.T) {
			folder := t.TempDir()
			if example != "" {
				if err := os.CopyFS(folder, os.DirFS(filepath.Join("../../examples", example))); err != nil {
					t.Fatal(err)
				}
			}
			runScenario(t, "run.cjs", name+".cjs", folder)
		})
	}
}

// program is the path of the program, built once.
var program = sync.OnceValues(func() (string, error) {
	dir, err := os.MkdirTemp("", "protokol")
	if err != nil {
		return "", err
	}
	name := filepath.Join(dir, "protokol")
	out, err := exec.Command("go", "build", "-o", name, "protokol/cmd/protokol").CombinedOutput()
	if err != nil {
		return "", fmt.Errorf("%w\n%s", err, out)
	}
	return name, nil
})

// runScenario runs a script of testdata/browser with the program.
// Screenshots of failures go to the folder that the environment variable SHOTS names.
func runScenario(t *testing.T, script string, args ...string) {
	t.Helper()
	name, err := program()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), outside.Program(t, "browsers"),
		append([]string{filepath.Join("testdata/browser", script)}, args...)...)
	cmd.Env = append(os.Environ(), "PROTOKOL="+name, "CHROMIUM="+outside.Program(t, "chromium"),
		"FIREFOX="+outside.Program(t, "firefox-esr"))
	cmd.WaitDelay = 5 * time.Second
	out, err := cmd.CombinedOutput()
	t.Log(strings.TrimSpace(string(out)))
	if err != nil {
		t.Errorf("%s: %v", strings.Join(args, " "), err)
	}
}
