//go:build !race

package main

// slowness is how many times longer things take, and larger they are.
const slowness = 1
