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

// TestForeignCouncilFile: nothing of a file without a section of a council is quoted, though
// most of its keys are those of a meeting. One that is all right is merged.
func TestForeignCouncilFile(t *testing.T) {
	const src = "council_file = \"council.toml\"\n[council]\nname = \"Совет\"\n"
	for text, isForeign := range map[string]bool{
		"date = 2026-03-12\nnumber = 5\npassword = s3cret\n": true,
		"date = 2026-03-12\nnumber = \"s3cret\nplace = 1\n":  true,
		"date = 2026-03-12\nplace = \"Зал\"\npassword = 1\n": false,
		"date = 2026-03-12\nplace = Зал\n[council]\n":        false,
	} {
		if isOwn := HasCouncil([]byte(text)); isOwn != strings.Contains(text, "[council]") {
			t.Errorf("HasCouncil(%q) = %t", text, isOwn)
		}
		_, problems := Read("a.toml", []byte(src), options(map[string][]byte{"council.toml": []byte(text)}))
		said := problems.Error()
		if strings.Contains(said, "s3cret") || strings.Contains(said, "ничего не говорит об органе") != isForeign {
			t.Errorf("%q: %s", text, said)
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
