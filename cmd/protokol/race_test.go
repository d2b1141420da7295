//go:build race

package main

// slowness multiplies the limits of time and size that tests have, for the race detector.
const slowness = 8
