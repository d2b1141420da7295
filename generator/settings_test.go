package generator_test

import (
	"encoding/json"
	"errors"
	"io/fs"
	"path/filepath"
	"reflect"
	"slices"
	"testing"
	"testing/fstest"

	"protokol/generator"
)

func TestReadSettings(t *testing.T) {
	s, problems := generator.ReadSettings("protokol.toml", []byte(
		"style = \"наш.toml\"\nfonts = \"ш\"\ntemplates = \"шаблоны\"\nformats = [\"pdf\"]\nname = \"{number}\"\nno_source "+
			"= true\n"))
	if s == nil || len(problems.List) > 0 || s.Style != "наш.toml" || !s.NoSource || !slices.Equal(s.Formats,
		[]string{"pdf"}) {
		t.Fatalf("%+v %v", s, problems)
	}
	files := fstest.MapFS{"d/наш.toml": {Data: []byte("x")}, "d/шаблоны/a.xml": {Data: []byte("y")},
		"d/ш/f.ttf": {}}
	c, err := s.Config(generator.Config{CacheDir: "c"}, files, "d")
	if err != nil || c.Sheet == nil || string(c.Sheet.Data) != "x" || c.Templates == nil || !c.NoSource ||
		c.CacheDir != "c" {
		t.Errorf("%+v %v", c, err)
	}
	if _, err := fs.Stat(c.Fonts[0].FS, "f.ttf"); err != nil || c.Fonts[0].Name != "ш" {
		t.Errorf("fonts: %v %v", c.Fonts, err)
	}
	if _, err := s.Config(generator.Config{}, files, "."); err == nil {
		t.Error("a missing style sheet is no error")
	}
}

// TestFindSettings: settings beside the meeting's file come before those of the
// folder around, and their paths lead to their folder.
func TestFindSettings(t *testing.T) {
	files := fstest.MapFS{
		"protokol.toml":   {Data: []byte("style = \"own.toml\"\nout = \"papers\"")},
		"a/protokol.toml": {Data: []byte("style = \"council\"\ntemplates = \"my\"")},
		"a/b/c/m.toml":    {},
		"w/protokol.toml": {Data: []byte("styl = 1")},
	}
	for name, want := range map[string]*generator.Settings{
		"m.toml":       {Style: "own.toml", Out: "papers"},
		"x/m.toml":     {Style: filepath.Join("x", "..", "own.toml"), Out: filepath.Join("x", "..", "papers")},
		"a/m.toml":     {Style: "council", Templates: filepath.Join("a", "my")},
		"a/b/m.TOML":   {Style: "council", Templates: filepath.Join("a", "my")},
		"a/b/c/m.toml": nil,
		"a/m.pdf":      nil,
		"-":            nil,
	} {
		s, err := generator.FindSettings(files, name)
		if err != nil || !reflect.DeepEqual(s, want) {
			t.Errorf("%s: %+v, %v", name, s, err)
		}
	}
	if s, err := generator.FindSettings(files, "w/m.toml"); s != nil || !errors.As(err, new(generator.Problems)) {
		t.Errorf("wrong settings: %+v, %v", s, err)
	}
}

func TestSettingsProblems(t *testing.T) {
	for src, key := range map[string]string{
		"styl = \"x\"":                    "styl",
		"formats = [\"odt\"]":             "formats",
		"name = \"{nomer}\"":              "name",
		"out = \"../x\"":                  "out",
		"templates = \"/etc\"":            "templates",
		"fonts = \"../f\"":                "fonts",
		"source = true\nno_source = true": "no_source",
		"source = \"да\"":                 "source",
	} {
		s, problems := generator.ReadSettings("protokol.toml", []byte(src))
		if s != nil || len(problems.List) != 1 || problems.List[0].Key != key || problems.List[0].Line == 0 {
			t.Errorf("%s: %v", src, problems)
		}
	}
}

// TestSettingsSchema: the schema has the keys of Settings, and their values.
func TestSettingsSchema(t *testing.T) {
	text, err := generator.Schema("settings")
	if err != nil {
		t.Fatal(err)
	}
	var schema struct {
		Properties map[string]struct{ Enum []string }
	}
	if err := json.Unmarshal([]byte(text), &schema); err != nil {
		t.Fatal(err)
	}
	kind := reflect.TypeFor[generator.Settings]()
	for i := range kind.NumField() {
		key := kind.Field(i).Tag.Get("toml")
		if _, ok := schema.Properties[key]; !ok {
			t.Error("the schema lacks", key)
		}
	}
	if len(schema.Properties) != kind.NumField() {
		t.Error("the schema has keys that Settings lack")
	}
	if got := schema.Properties["pdf_profile"].Enum; !slices.Equal(got, generator.Profiles) {
		t.Errorf("profiles %q, want %q", got, generator.Profiles)
	}
}
