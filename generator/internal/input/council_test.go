package input

import (
	"strings"
	"testing"
)

func TestLooksLikeCouncil(t *testing.T) {
	for src, want := range map[string]bool{
		"[council]\nname = \"Совет\"":                    true,
		"council.name = \"Совет\"":                       true,
		"\uFEFF[[people]]\nname = \"А":                   true,
		"# комментарий\n\"people\" = []":                 true,
		"root:x:0:0:root:/root:/bin/bash\n":              false,
		"root:$6$salt$hash:19000:0:99999:7::":            false,
		"DB_PASSWORD=secret\n":                           false,
		"[database]\npassword = \"secret\"":              false,
		"":                                               false,
		"theme = \"dark\"\npassword = \"secret\"":        false,
		"number = 5\ntoken = secret\nkey = 1\n":          false,
		"[database]\ndate = 1\nstart = 2\n":              false,
		"chair = \"А\"\nsecretary = \"Б\"\nplase = \"\"": true,
		"plase = 1\ncyty = 2\n[council]\nname = 3":       true,
		"[words]\nnames = 1\nothers = 2\n":               true,
	} {
		if got := LooksLikeCouncil([]byte(src)); got != want {
			t.Errorf("LooksLikeCouncil(%q) = %t", src, got)
		}
	}
}

// TestRepeatedSections: only sections of which the schema has a list are advised to be one.
func TestRepeatedSections(t *testing.T) {
	for section, isList := range map[string]bool{"letter": false, "council": false, "people": true, "agenda": true} {
		_, problems := Read("a.toml", []byte("["+section+"]\n["+section+"]\n"), options(nil))
		if len(problems) == 0 || strings.Contains(problems[0].Hint, "[["+section+"]]") != isList {
			t.Errorf("%s: %v", section, problems)
		}
	}
}
