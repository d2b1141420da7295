package desktop

import (
	"path/filepath"
	"slices"
	"testing"
)

// TestFontFolders: the folder of the user comes before that of the system.
func TestFontFolders(t *testing.T) {
	environment := map[string]string{"WINDIR": "W", "LOCALAPPDATA": "L"}
	getenv := func(name string) string { return environment[name] }
	for system, want := range map[string][]string{
		"windows": {filepath.Join("L", "Microsoft", "Windows", "Fonts"), filepath.Join("W", "Fonts")},
		"darwin":  {filepath.Join("H", "Library", "Fonts"), "/Library/Fonts", "/System/Library/Fonts"},
		"linux": {filepath.Join("H", ".local", "share", "fonts"), filepath.Join("H", ".fonts"),
			"/usr/local/share/fonts", "/usr/share/fonts"},
	} {
		if got := fontFolders(system, "H", getenv); !slices.Equal(got, want) {
			t.Errorf("%s: %q", system, got)
		}
	}
	if got := fontFolders("linux", "", getenv); len(got) != 2 {
		t.Errorf("without a home: %q", got)
	}
}
