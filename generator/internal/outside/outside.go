// Package outside runs programs that check the generated papers independently,
// such as validators and other PDF readers.
package outside

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"sync"
	"testing"
	"time"
)

// variable is the environment variable that controls missing programs:
// "require" makes tests fail, "skip" skips all tests with outside programs.
const variable = "PROTOKOL_OUTSIDE"

func required() bool { return os.Getenv(variable) == "require" }

// Program returns the path of a program. If it is not installed, the test is
// skipped, or fails with PROTOKOL_OUTSIDE=require.
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

// Run runs a program for at most five minutes and returns its output. The test
// fails if the program fails.
func Run(t testing.TB, name string, args ...string) string {
	t.Helper()
	out, err := run(t.Context(), name, args)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// RunEach runs a program once for every list of arguments, several at a time.
func RunEach(t testing.TB, name string, lists [][]string) {
	t.Helper()
	errs := make([]error, len(lists))
	var wait sync.WaitGroup
	free := make(chan struct{}, runtime.NumCPU())
	for i, args := range lists {
		free <- struct{}{}
		wait.Go(func() {
			_, errs[i] = run(t.Context(), name, args)
			<-free
		})
	}
	wait.Wait()
	if err := errors.Join(errs...); err != nil {
		t.Fatal(err)
	}
}

func run(ctx context.Context, name string, args []string) (string, error) {
	ctx, cancel := context.WithTimeout(ctx, 5*time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.WaitDelay = 5 * time.Second // for child processes that are still running
	out, err := cmd.CombinedOutput()
	if err != nil {
		return "", fmt.Errorf("%s: %w\n%s", name, err, out)
	}
	return string(out), nil
}

// Engine checks that OpenSSL has an engine. If not, the test is skipped or
// fails as in Program.
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
