// Package effort selects how many cases tests check.
package effort

import "os"

// Full reports whether slow tests check all cases instead of a sample. .ci/run
// requests it with PROTOKOL_TESTS=full for some tests, .ci/deep for all.
func Full() bool { return os.Getenv("PROTOKOL_TESTS") == "full" }
