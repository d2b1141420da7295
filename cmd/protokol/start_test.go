package main

import "testing"

// TestPipedIsNoFileManager: programs that read the output get what they asked for.
func TestPipedIsNoFileManager(t *testing.T) {
	cmd := program(t)
	cmd.Env = append(cmd.Env, "DISPLAY=:0")
	out, err := cmd.Output()
	if err != nil || len(out) < 500 {
		t.Errorf("%v\n%s", err, out)
	}
}
