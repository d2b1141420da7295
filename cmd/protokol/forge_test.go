package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// buildEnv is the environment at the start of the tests, before they set cacheVariable:
// with it, the go command finds compiled packages and the forging program the compiled
// PDF engine. Likewise buildDir is the folder, in the module.
var (
	buildEnv    = os.Environ()
	buildDir, _ = os.Getwd()
)

// forgeProgram builds the program that forges papers, once. Its source is in
// generator/internal.
var forgeProgram = sync.OnceValues(func() (string, error) {
	dir, err := os.MkdirTemp("", "forge")
	if err != nil {
		return "", err
	}
	name := filepath.Join(dir, "forge.exe")
	build := exec.Command("go", "build", "-ldflags=-s -w", "-o", name, "protokol/generator/internal/forge")
	build.Dir, build.Env = buildDir, buildEnv
	if out, err := build.CombinedOutput(); err != nil {
		return "", fmt.Errorf("%w\n%s", err, out)
	}
	return name, nil
})

// forge runs that program.
func forge(dir string, args ...string) error {
	program, err := forgeProgram()
	if err != nil {
		return err
	}
	cmd := exec.Command(program, args...)
	cmd.Dir, cmd.Env = dir, buildEnv
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("forge %v: %w\n%s", args, err, out)
	}
	return nil
}

// mustForge is forge for tests.
func mustForge(t *testing.T, args ...string) {
	t.Helper()
	if err := forge("", args...); err != nil {
		t.Fatal(err)
	}
}

// forgery is the command "forge" of test scripts: forge words paper.pdf
// forged.pdf 1 12 13.
func forgery(ts *testscript.TestScript, neg bool, args []string) {
	if neg {
		ts.Fatalf("forge does not fail")
	}
	ts.Check(forge(ts.MkAbs("."), args...))
}
