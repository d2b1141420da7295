package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"protokol/generator"
)

// execution matches a line of a script that executes the program and can run it in
// the process of the test instead: without standard input.
var execution = regexp.MustCompile(`(?m)^((?:! )?)exec protokol( .*)?$`)

// inProcess copies test scripts into a folder and replaces executions of the program
// by the command "run". A full run executes the program.
func inProcess(t *testing.T, dir string) string {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(dir, "*.txtar"))
	if err != nil || len(names) == 0 {
		t.Fatal(names, err)
	}
	copies := t.TempDir()
	for _, name := range names {
		script, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		text := execution.ReplaceAllString(string(script), "${1}run${2}")
		text = regexp.MustCompile(`(?m)^(stdin .*\n)run`).ReplaceAllString(text, "${1}exec protokol")
		if err := os.WriteFile(filepath.Join(copies, filepath.Base(name)), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return copies
}

// inFolder allows one command at a time, because a process has one folder and one
// environment.
var inFolder sync.Mutex

// runInProcess is the command "run" of test scripts: run generate m.toml.
func runInProcess(ts *testscript.TestScript, neg bool, args []string) {
	inFolder.Lock()
	defer inFolder.Unlock()
	back, err := os.Getwd()
	ts.Check(err)
	ts.Check(os.Chdir(ts.MkAbs(".")))
	defer os.Chdir(back)
	for _, name := range []string{passwordVariable, "SOURCE_DATE_EPOCH", "HOME"} {
		defer setenv(name, ts.Getenv(name))()
	}
	code := run(append([]string{"protokol"}, args...), strings.NewReader(""), ts.Stdout(),
		generator.PrintableWriter(ts.Stderr()))
	if (code != 0) != neg {
		ts.Fatalf("exit code %d", code)
	}
}

// setenv sets a variable of the environment and returns the function that restores it.
func setenv(name, value string) (restore func()) {
	old, was := os.LookupEnv(name)
	set := func(value string, present bool) {
		if present {
			os.Setenv(name, value)
		} else {
			os.Unsetenv(name)
		}
	}
	set(value, value != "")
	return func() { set(old, was) }
}
