//go:build !windows

package main

// startedByExplorer is false where file managers start programs by entries of
// their menus, which name a command.
func startedByExplorer() bool { return false }
