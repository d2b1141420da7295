// Package shipped provides the built-in style sheets and faces for tests.
package shipped

import (
	"testing"

	"protokol/fonts"
	"protokol/generator/internal/font"
	"protokol/generator/style"
	"protokol/templates"
)

// Sheet returns the style sheet with a name.
func Sheet(t testing.TB, name string) *style.Sheet {
	t.Helper()
	src, err := templates.Files.ReadFile("styles/" + name + ".toml")
	if err != nil {
		t.Fatal(err)
	}
	sheet, problems := style.Read(name+".toml", src)
	if problems.Failed() {
		t.Fatal(problems)
	}
	return sheet
}

// Family returns the default family with its fallback faces.
func Family(t testing.TB) *font.Family {
	t.Helper()
	files, err := fonts.Find(fonts.Default)
	if err != nil {
		t.Fatal(err)
	}
	family, err := font.ParseFamily(files)
	if err != nil {
		t.Fatal(err)
	}
	return family
}
