// Package processor measures the work of this process.
package processor
