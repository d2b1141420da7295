// Package effort says how much a run of tests has to check.
package effort

import "os"

// Full reports whether slow tests take every case and not a sample, as
// .ci/run and .ci/deep ask for with PROTOKOL_TESTS=full.
func Full() bool { return os.Getenv("PROTOKOL_TESTS") == "full" }
