//go:build race

package main

// slowness is how many times longer things take, and larger they are, under
// the race detector.
const slowness = 8
