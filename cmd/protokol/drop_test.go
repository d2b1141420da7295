package main

import (
	"debug/pe"
	"os"
	"testing"
)

// TestGraphicalSubsystem: Windows opens no console for the program that .ci/run
// built for the graphical subsystem (-H=windowsgui).
func TestGraphicalSubsystem(t *testing.T) {
	name := os.Getenv("PROTOKOL_GUI")
	if name == "" {
		t.Skip("PROTOKOL_GUI names no program")
	}
	file, err := pe.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	header, ok := file.OptionalHeader.(*pe.OptionalHeader64)
	if !ok || header.Subsystem != pe.IMAGE_SUBSYSTEM_WINDOWS_GUI {
		t.Errorf("header %+v", file.OptionalHeader)
	}
}
