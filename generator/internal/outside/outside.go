// Package outside finds the programs that judge our papers from outside.
package outside

import (
	"context"
	"os"
	"os/exec"
	"testing"
	"time"
)

// variable turns a missing program into a failure when it is "require", and
// skips all checks from outside when it is "skip", as if none were installed.
const variable = "PROTOKOL_OUTSIDE"

func required() bool { return os.Getenv(variable) == "require" }

// Program returns the path of a program, or skips the test and says so. With
// PROTOKOL_OUTSIDE=require a missing program fails the test.
func Program(t testing.TB, name string) string {
	t.Helper()
	if os.Getenv(variable) == "skip" {
		t.Skipf("%s=skip; %s was not asked", variable, name)
	}
	path, err := exec.LookPath(name)
	if err == nil {
		return path
	}
	if required() {
		t.Fatalf("%s is not installed and %s=require", name, variable)
	}
	t.Skipf("%s is not installed; this check was not made", name)
	return ""
}

// Run runs a program for at most five minutes and returns what it printed. A
// program that fails fails the test.
func Run(t testing.TB, name string, args ...string) string {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 5*time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.WaitDelay = 5 * time.Second // for what it has started and left
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", name, err, out)
	}
	return string(out)
}

// Engine skips the test when an OpenSSL lacks an engine, or fails it as
// Program does.
func Engine(t testing.TB, openssl, name string) {
	t.Helper()
	if exec.Command(openssl, "engine", name).Run() == nil {
		return
	}
	if required() {
		t.Fatalf("openssl has no engine %s and %s=require", name, variable)
	}
	t.Skipf("openssl has no engine %s; this check was not made", name)
}
