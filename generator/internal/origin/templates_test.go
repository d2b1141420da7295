package origin

import (
	"testing"
	"testing/fstest"
)

func template(path, data string) File { return File{Role: Template, Path: path, Data: []byte(data)} }

// TestTemplates: the templates of a paper are a folder as io/fs knows one.
func TestTemplates(t *testing.T) {
	files, err := Origin{Files: []File{
		template("protocol.tmpl", "<document/>"), template("partials/a.tmpl", ""), template("partials/deep/b.tmpl", "b"),
		{Role: Source, Path: "meeting.toml"},
	}}.Templates()
	if err != nil {
		t.Fatal(err)
	}
	if err := fstest.TestFS(files, "protocol.tmpl", "partials/a.tmpl", "partials/deep/b.tmpl"); err != nil {
		t.Error(err)
	}
	if _, err := files.Open("meeting.toml"); err == nil {
		t.Error("the source is a template")
	}
	none, err := Origin{}.Templates()
	if err != nil {
		t.Fatal(err)
	}
	if err := fstest.TestFS(none); err != nil {
		t.Error(err)
	}
}

// TestTemplateNames: a paper from anyone names no file outside its folder, and
// none that hides another.
func TestTemplateNames(t *testing.T) {
	for name, list := range map[string][]File{
		"above":              {template("../a.tmpl", "")},
		"absolute":           {template("/a.tmpl", "")},
		"empty":              {template("", "")},
		"the folder":         {template(".", "")},
		"twice":              {template("a", ""), template("a", "")},
		"a file is a folder": {template("a/b", ""), template("a", "")},
		"a folder is a file": {template("a", ""), template("a/b", "")},
	} {
		if _, err := (Origin{Files: list}).Templates(); err == nil {
			t.Errorf("%s: accepted", name)
		}
	}
}
