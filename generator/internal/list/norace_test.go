//go:build !race

package list

// slower is how many times a test binary is slower than the program.
const slower = 1
