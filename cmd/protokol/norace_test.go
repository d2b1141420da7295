//go:build !race

package main

// slowness multiplies the limits of time and size that tests have.
const slowness = 1
