package input

import (
	"strings"
	"testing"
	"unicode/utf16"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
)

// TestEncodings names the encoding of a file that is not UTF-8 and says how
// to save it.
func TestEncodings(t *testing.T) {
	text := "# Протокол заседания\nplace = \"конференц-зал учебного колледжа\"\n"
	var le, be []byte
	for _, unit := range utf16.Encode([]rune(text)) {
		le = append(le, byte(unit), byte(unit>>8))
		be = append(be, byte(unit>>8), byte(unit))
	}
	encoded := func(e encoding.Encoding) []byte {
		out, err := e.NewEncoder().Bytes([]byte(text))
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	for _, test := range []struct {
		name, want string
		src        []byte
	}{
		{"UTF-16 LE with BOM", "UTF-16 LE", append([]byte{0xFF, 0xFE}, le...)},
		{"UTF-16 BE with BOM", "UTF-16 BE", append([]byte{0xFE, 0xFF}, be...)},
		{"windows-1251", "windows-1251", encoded(charmap.Windows1251)},
		{"KOI8-R", "KOI8-R", encoded(charmap.KOI8R)},
		{"CP866", "CP866", encoded(charmap.CodePage866)},
	} {
		m, problems := Read("meeting.toml", test.src, options(nil))
		if m != nil || len(problems) != 1 {
			t.Fatalf("%s: %v", test.name, problems)
		}
		p := problems[0]
		if !strings.Contains(p.Message, test.want) || p.Line != 1 || p.Column == 0 ||
			!strings.Contains(p.Hint, "UTF-8") {
			t.Errorf("%s: %+v", test.name, p)
		}
		var out strings.Builder
		if err := problems.Write(&out, map[string][]byte{"meeting.toml": test.src}); err != nil {
			t.Fatal(err)
		}
		if wide := strings.HasPrefix(test.want, "UTF-16"); wide == strings.Contains(out.String(), " | ") {
			t.Errorf("%s: an excerpt is there %t:\n%s", test.name, wide, out.String())
		}
	}
}
