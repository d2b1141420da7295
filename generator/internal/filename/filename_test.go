package filename

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

func TestMake(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"ООО «Ромашка»", "ООО «Ромашка»"},
		{`ООО "Ромашка"`, "ООО _Ромашка_"},
		{"../../etc/passwd", "_.._etc_passwd"},
		{`..\..\Windows`, `_.._Windows`},
		{"/etc/passwd", "_etc_passwd"},
		{"C:\\x", "C__x"},
		{"..", ""},
		{"", ""},
		{" . ", ""},
		{"имя. ", "имя"},
		{".bashrc", "bashrc"},
		{"-rf", "rf"},
		{"a\nb\tc\x00d", "a b c" + "d"},
		{"a\u202eb\u200b\u061c", "ab"},
		{"\x1b[31mред", "[31mред"},
		{"con", "_con"},
		{"~$письмо", "_$письмо"},
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
		if got := Make(test.text, '_'); got != test.want {
			t.Errorf("%q: %q, want %q", test.text, got, test.want)
		}
	}
}

// hostileText returns a random text made of parts that are problematic in file
// names.
func hostileText(rng *rand.Rand) string {
	parts := []string{"..", "/", `\`, "con", "NUL", "com1", ".", " ", "a", "A", "ж", "Ж", "ё",
		"\u0306", "«", "\x00", "\n", ":", "-", "\u202e", "\xff", "İ", "ß", "ﬁ",
		strings.Repeat("щ", 70), strings.Repeat("z", 90), "(2)"}
	var b strings.Builder
	for range rng.IntN(6) {
		b.WriteString(parts[rng.IntN(len(parts))])
	}
	return b.String()
}

// checkName returns what is wrong with a file name.
func checkName(name string) error {
	switch {
	case name == "":
		return nil // nothing is left
	case len(name) > 255 || utf8.RuneCountInString(name) > 250:
		return fmt.Errorf("its length is %d", len(name))
	case !utf8.ValidString(name) || strings.ContainsAny(name, "/\\:*?\"<>|\x00\n\r\t"):
		return fmt.Errorf("it has forbidden characters")
	case strings.HasSuffix(name, ".") || strings.HasSuffix(name, " ") || strings.HasPrefix(name, ".") ||
		strings.HasPrefix(name, "-"):
		return fmt.Errorf("its ends are wrong")
	case filepath.Base(filepath.Join("dir", name)) != name || !filepath.IsLocal(name):
		return fmt.Errorf("it leaves the folder")
	case isDevice(name):
		return fmt.Errorf("it is a device")
	}
	return nil
}

// TestNamesAreSafe checks that random texts give valid names and that Make
// does not change its own results.
func TestNamesAreSafe(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for range 20_000 {
		text := hostileText(rng)
		name := Make(text, '_')
		if err := checkName(name); err != nil {
			t.Fatalf("%q is %q: %v", text, name, err)
		}
		if again := Make(name, '_'); again != name {
			t.Fatalf("%q is %q, then %q", text, name, again)
		}
	}
}

// TestFold checks that names of the same file are folded to the same
// text.
func TestFold(t *testing.T) {
	for _, pair := range [][2]string{{"Ромашка", "РОМАШКА"}, {"Йод", "И\u0306од"}, {"ёж", "Е\u0308Ж"}} {
		if Fold(pair[0]) != Fold(pair[1]) {
			t.Errorf("%q and %q", pair[0], pair[1])
		}
	}
	rng := rand.New(rand.NewPCG(3, 4))
	for range 5000 {
		name := strings.ReplaceAll(Make(hostileText(rng), '_'), "İ", "") // its lower case is i, a different name
		for _, same := range []string{strings.ToLower(name), strings.ToUpper(name), norm.NFD.String(name)} {
			if Fold(same) != Fold(name) {
				t.Fatalf("%q and %q", name, same)
			}
		}
	}
}

func FuzzMake(f *testing.F) {
	for _, seed := range []string{"ООО «Ромашка»", "../x", "con", "\xff\u202e.", strings.Repeat("ж", 200)} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		name := Make(text, '_')
		if err := checkName(name); err != nil {
			t.Fatalf("%q is %q: %v", text, name, err)
		}
		if again := Make(name, '_'); again != name {
			t.Fatalf("%q is %q, then %q", text, name, again)
		}
	})
}
