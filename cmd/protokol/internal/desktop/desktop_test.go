package desktop

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestFromFileManager: a double click and dropped files become commands.
func TestFromFileManager(t *testing.T) {
	home, empty, full := t.TempDir(), t.TempDir(), t.TempDir()
	meeting, list := filepath.Join(full, "meeting.toml"), filepath.Join(full, "список.xlsx")
	for _, name := range []string{meeting, list} {
		if err := os.WriteFile(name, nil, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct {
		name, folder string
		args, want   []string
	}{
		{"a double click among meetings", full, nil, []string{"serve", idle, full}},
		{"a double click elsewhere", empty, nil, []string{"serve", idle, filepath.Join(home, "Заседания")}},
		{"a meeting dropped", empty, []string{meeting}, []string{"serve", idle, "--print", meeting}},
		{"a list dropped", empty, []string{list}, []string{"serve", idle, list}},
		{"a folder dropped", empty, []string{full}, []string{"serve", idle, full}},
		{"a command of a shortcut", empty, []string{"licenses"}, []string{"licenses"}},
		{"a flag", empty, []string{"--version"}, []string{"--version"}},
		{"a command with a file", full, []string{"check", meeting}, []string{"check", meeting}},
	} {
		got := fromFileManager(append([]string{"protokol"}, c.args...), c.folder, home)
		if !slices.Equal(got[1:], c.want) {
			t.Errorf("%s: %q, not %q", c.name, got[1:], c.want)
		}
	}
	if _, err := os.Stat(filepath.Join(home, "Заседания")); err != nil {
		t.Error(err)
	}
}

// TestEntry: the entry of Linux desktops starts the program as file managers do.
func TestEntry(t *testing.T) {
	entry, err := os.ReadFile("../../protokol.desktop")
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(string(entry), "\n")
	if lines[0] != "[Desktop Entry]" || !slices.Contains(lines, "Exec=protokol %f") ||
		!slices.Contains(lines, "Terminal=false") {
		t.Errorf("%s", entry)
	}
}
