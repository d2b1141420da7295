package compose

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"protokol/templates"
)

// laidOver is a folder of templates over the built-in ones.
func laidOver(t testing.TB, own fs.FS) fstest.MapFS {
	t.Helper()
	all := fstest.MapFS{}
	for _, layer := range []fs.FS{templates.Files, own} {
		err := fs.WalkDir(layer, ".", func(name string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() || !strings.HasSuffix(name, Extension) {
				return err
			}
			data, err := fs.ReadFile(layer, name)
			all[name] = &fstest.MapFile{Data: data}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return all
}
