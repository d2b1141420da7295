// Package effort selects how many cases tests check.
package effort

import (
	"os"
	"runtime/debug"
	"testing"
)

// variable is the environment variable that asks for more than a quick run:
// "gate" or "full".
const variable = "PROTOKOL_TESTS"

// Full reports whether slow tests check all cases instead of a sample. .ci/run
// requests it for some tests, .ci/deep for all.
func Full() bool { return os.Getenv(variable) == "full" }

// Gate reports whether tests check all cases that .ci/run checks. A run by hand
// takes a smaller sample of the slowest.
func Gate() bool { return Full() || os.Getenv(variable) == "gate" }

// Takes reports whether a test checks case i: in a full run any, in the gate one of
// gate cases, in a run by hand one of quick.
func Takes(i, quick, gate int) bool {
	switch {
	case Full():
		return true
	case Gate():
		quick = gate
	}
	return i%quick == 0
}

// Main runs the tests of a package. They leave much garbage behind and little memory
// in use, so that collecting it less often saves an eighth of their time.
func Main(m *testing.M) {
	debug.SetGCPercent(400)
	m.Run()
}
