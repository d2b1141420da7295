//go:build race

package cos

// slower is how many times the race detector may slow the reader.
const slower = 10
