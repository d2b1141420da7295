package origin

import (
	"io/fs"
	"slices"
	"testing"
	"testing/fstest"
)

func template(path, data string) File { return File{Role: Template, Path: path, Data: []byte(data)} }

// TestTemplates checks that the templates of an untrusted paper are a valid
// file system with nothing outside the folder.
func TestTemplates(t *testing.T) {
	files := Origin{Files: []File{
		template("protocol.tmpl", "<document/>"),
		template("partials/a.tmpl", ""), template("partials/deep/b.tmpl", "b"),
		template("../above.tmpl", ""), template("/absolute.tmpl", ""), template("", ""), template("a/./b", ""),
		{Role: Source, Path: "meeting.toml"},
	}}.Templates()
	if err := fstest.TestFS(files, "protocol.tmpl", "partials/a.tmpl", "partials/deep/b.tmpl"); err != nil {
		t.Error(err)
	}
	var names []string
	if err := fs.WalkDir(files, ".", func(name string, _ fs.DirEntry, err error) error {
		names = append(names, name)
		return err
	}); err != nil {
		t.Fatal(err)
	}
	want := []string{".", "partials", "partials/a.tmpl", "partials/deep", "partials/deep/b.tmpl", "protocol.tmpl"}
	if !slices.Equal(names, want) {
		t.Errorf("%q, want %q", names, want)
	}
	if err := fstest.TestFS(Origin{}.Templates()); err != nil {
		t.Error(err)
	}
}
