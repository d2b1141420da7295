//go:build race

package list

// slower is how many times the race detector may slow a reader.
const slower = 10
