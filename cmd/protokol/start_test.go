package main

import "testing"

// TestPipedIsNoFileManager checks that the help is printed, not a window opened, when another
// program reads the output.
func TestPipedIsNoFileManager(t *testing.T) {
	cmd := program(t)
	cmd.Env = append(cmd.Env, "DISPLAY=:0")
	out, err := cmd.Output()
	if err != nil || len(out) < 500 {
		t.Errorf("%v\n%s", err, out)
	}
}
