package tomlfile

import (
	"os"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
)

// FuzzParse: a file is decoded or has a problem, every problem is at a place inside the file, and every text
// of it can be written as a value.
func FuzzParse(f *testing.F) {
	for _, seed := range []string{
		"name = \"Ёж\" # note\ncount = -15\nsize = 1.5\nbold = true\neven = 4\nwords = [\"а\", 'б']\n",
		"[item]\ntext = \"\"\"\nодин\n\"\"\"\n[[items]]\ntext = 'а'\npage = 1\n[[items]]\n\"text\" = \"б\"\n",
		"titles.ru = \"Да\"\ntitles.\"по-английски\" = \"Yes\"\nitem = \"коротко\"\n",
		"время = \"в 15:00\ndate = 31.12.2025\nname = «слово»\nname = a\n",
		"path = \"C:\\Users\\а\"\r\nkey = 1979-05-27T07:32:00Z\r\n", "a = [[[{b = [1, ]}]]]\na.b.c = 1\n",
		"\uFEFFname=\"\\u0438\\u0306\\U0001F600\"\n[[words]]\n[words.a]\n",
	} {
		f.Add([]byte(seed))
	}
	if known, err := os.ReadFile("testdata/problems.txt"); err == nil {
		for _, part := range strings.Split(string(known), "\n\n") {
			f.Add([]byte(part))
		}
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		file, problems := Parse("a.toml", src)
		if file == nil {
			if !problems.Failed() {
				t.Errorf("%q is not read, and nothing is reported", src)
			}
		} else {
			var dst settings
			problems = append(problems, file.Bind(&dst)...)
			file.Strings(func(key, value string) { checkWritten(t, value) })
			base, _ := Parse("b.toml", src)
			file.Merge(base, "items")
		}
		lines := 1 + strings.Count(string(src), "\n")
		for _, p := range problems {
			if p.Message == "" || p.Line < 1 || p.Line > lines || p.Column < 1 || p.Width < 0 {
				t.Errorf("%q: a problem at %d:%d of %d lines: %q", src, p.Line, p.Column, lines, p.Message)
			}
		}
	})
}

// checkWritten checks that a text is the same when it is written and read.
func checkWritten(t *testing.T, text string) {
	t.Helper()
	var got struct{ X string }
	if _, err := toml.Decode("x = "+Quote(text), &got); err != nil || got.X != text {
		t.Errorf("%q is written as %s: %q, %v", text, Quote(text), got.X, err)
	}
}
