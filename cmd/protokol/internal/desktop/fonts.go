package desktop

import (
	"os"
	"path/filepath"
	"runtime"
)

// FontFolders returns the folders in which the operating system and the user keep
// fonts, those that there are.
func FontFolders() (list []string) {
	home, _ := os.UserHomeDir()
	for _, dir := range fontFolders(runtime.GOOS, home, os.Getenv) {
		if info, err := os.Stat(dir); err == nil && info.IsDir() {
			list = append(list, dir)
		}
	}
	return list
}

// fontFolders returns the folders of an operating system, that of the user first.
func fontFolders(system, home string, getenv func(string) string) (list []string) {
	inside := func(root string, names ...string) {
		if root != "" {
			list = append(list, filepath.Join(append([]string{root}, names...)...))
		}
	}
	switch system {
	case "windows":
		inside(getenv("LOCALAPPDATA"), "Microsoft", "Windows", "Fonts")
		inside(getenv("WINDIR"), "Fonts")
	case "darwin":
		inside(home, "Library", "Fonts")
		list = append(list, "/Library/Fonts", "/System/Library/Fonts")
	default:
		if data := getenv("XDG_DATA_HOME"); data != "" {
			inside(data, "fonts")
		} else {
			inside(home, ".local", "share", "fonts")
		}
		inside(home, ".fonts")
		list = append(list, "/usr/local/share/fonts", "/usr/share/fonts")
	}
	return list
}
