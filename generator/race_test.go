//go:build race

package generator

func init() { isRaced = true }
