// Package outside finds the programs that judge our papers from outside.
package outside

import (
	"os"
	"os/exec"
	"testing"
)

// Required is the variable that turns a missing program into a failure; the
// gate in .ci/run sets it.
const Required = "PROTOKOL_OUTSIDE"

// Program returns the path of a program, or skips the test and says so. With
// PROTOKOL_OUTSIDE=require a missing program fails the test.
func Program(t testing.TB, name string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err == nil {
		return path
	}
	if os.Getenv(Required) == "require" {
		t.Fatalf("%s is not installed and %s=require", name, Required)
	}
	t.Skipf("%s is not installed; this check was not made", name)
	return ""
}
