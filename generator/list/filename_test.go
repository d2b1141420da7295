package list

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestFileName(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"ООО «Ромашка»", "ООО «Ромашка»"},
		{`ООО "Ромашка"`, "ООО _Ромашка_"},
		{"../../etc/passwd", "_.._etc_passwd"},
		{`..\..\Windows`, `_.._Windows`},
		{"/etc/passwd", "_etc_passwd"},
		{"C:\\x", "C__x"},
		{"..", "_"},
		{"", "_"},
		{" . ", "_"},
		{"имя. ", "имя"},
		{".bashrc", "bashrc"},
		{"-rf", "rf"},
		{"a\nb\tc\x00d", "a b c" + "d"},
		{"a\u202eb\u200b", "ab"},
		{"con", "_con"},
		{"CON.txt", "_CON.txt"},
		{"Aux .pdf", "_Aux .pdf"},
		{"com1", "_com1"},
		{"LPT³", "_LPT³"},
		{"COM10", "COM10"},
		{"контора", "контора"},
		{"\xff", "_"},
		{"Й" + "и\u0306", "Йй"},
		{strings.Repeat("ж", 300), strings.Repeat("ж", 100)},
		{strings.Repeat("a", 300), strings.Repeat("a", 120)},
		{strings.Repeat("a", 119) + ". b", strings.Repeat("a", 119)},
	} {
		if got := FileName(test.text); got != test.want {
			t.Errorf("%q: %q, want %q", test.text, got, test.want)
		}
	}
}

// nasty makes texts of what names are spoilt by.
func nasty(rng *rand.Rand) string {
	parts := []string{"..", "/", `\`, "con", "NUL", "com1", ".", " ", "a", "A", "ж", "Ж", "ё", "\u0306", "«", "\x00", "\n", ":", "-", "\u202e", "\xff", "İ", "ß", "ﬁ",
		strings.Repeat("щ", 70), strings.Repeat("z", 90), "(2)"}
	var b strings.Builder
	for range rng.IntN(6) {
		b.WriteString(parts[rng.IntN(len(parts))])
	}
	return b.String()
}

// safe finds what is wrong with a name.
func safe(name string) error {
	switch {
	case name == "" || len(name) > 255 || utf8.RuneCountInString(name) > 250:
		return fmt.Errorf("its length is %d", len(name))
	case !utf8.ValidString(name) || strings.ContainsAny(name, "/\\:*?\"<>|\x00\n\r\t"):
		return fmt.Errorf("it has forbidden characters")
	case strings.HasSuffix(name, ".") || strings.HasSuffix(name, " ") || strings.HasPrefix(name, ".") || strings.HasPrefix(name, "-"):
		return fmt.Errorf("its ends are wrong")
	case filepath.Base(filepath.Join("dir", name)) != name || !filepath.IsLocal(name):
		return fmt.Errorf("it leaves the folder")
	case isDevice(name):
		return fmt.Errorf("it is a device")
	}
	return nil
}

// TestNamesAreSafe: whatever the text, the name can be a file's; it stays as
// it is when made again; no two are alike anywhere.
func TestNamesAreSafe(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	var names FileNames
	seen := map[string]string{}
	for range 20_000 {
		text := nasty(rng)
		name := FileName(text)
		if err := safe(name); err != nil {
			t.Fatalf("%q is %q: %v", text, name, err)
		}
		if again := FileName(name); again != name {
			t.Fatalf("%q is %q, then %q", text, name, again)
		}
		unique := names.Unique(text)
		if err := safe(unique); err != nil {
			t.Fatalf("%q is %q: %v", text, unique, err)
		}
		for _, folded := range []string{strings.ToLower(unique), strings.ToUpper(unique)} {
			if before, taken := seen[folded]; taken {
				t.Fatalf("%q is %q, as %q was", text, unique, before)
			}
		}
		seen[strings.ToLower(unique)], seen[strings.ToUpper(unique)] = text, text
	}
}

func TestUnique(t *testing.T) {
	var names FileNames
	for _, test := range []struct{ text, want string }{
		{"Ромашка", "Ромашка"}, {"РОМАШКА", "РОМАШКА (2)"}, {"Ромашка (2)", "Ромашка (2) (2)"}, {"ромашка", "ромашка (3)"},
		{strings.Repeat("a", 300), strings.Repeat("a", 120)}, {strings.Repeat("a", 301), strings.Repeat("a", 116) + " (2)"},
		{"con", "_con"}, {"CON", "_CON (2)"},
	} {
		if got := names.Unique(test.text); got != test.want {
			t.Errorf("%q: %q, want %q", test.text, got, test.want)
		}
	}
}

// TestManyAlike: a list of one name takes time as it is long, not more.
func TestManyAlike(t *testing.T) {
	var names FileNames
	for i := range 50_000 {
		if got := names.Unique("Ромашка"); i == 49_999 && got != "Ромашка (50000)" {
			t.Error(got)
		}
	}
}

func FuzzFileName(f *testing.F) {
	for _, seed := range []string{"ООО «Ромашка»", "../x", "con", "\xff\u202e.", strings.Repeat("ж", 200)} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		name := FileName(text)
		if err := safe(name); err != nil {
			t.Fatalf("%q is %q: %v", text, name, err)
		}
		if again := FileName(name); again != name {
			t.Fatalf("%q is %q, then %q", text, name, again)
		}
	})
}
