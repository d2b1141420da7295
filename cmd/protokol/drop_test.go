package main

import (
	"debug/pe"
	"os"
	"path/filepath"
	"testing"
)

func TestServed(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"m.toml", "list.xlsx"} {
		if err := os.WriteFile(filepath.Join(dir, name), nil, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for name, want := range map[string]string{"": "", "m.toml": "edit/m.toml", "list.xlsx": "tools/list.xlsx"} {
		if folder, page := served(filepath.Join(dir, name)); folder != dir || page != want {
			t.Errorf("%s: %s %s", name, folder, page)
		}
	}
}

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
