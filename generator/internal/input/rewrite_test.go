package input

import "flag"

var rewrite = flag.Bool("update", false, "rewrite the expected output of every archive")
