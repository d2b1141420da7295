//go:build !race

package printing

// isRace is whether the race detector slows the tests.
const isRace = false
