package input

import "testing"

func TestLooksLikeCouncil(t *testing.T) {
	for src, want := range map[string]bool{
		"[council]\nname = \"Совет\"":         true,
		"council.name = \"Совет\"":            true,
		"\uFEFF[[people]]\nname = \"А":        true,
		"# комментарий\n\"people\" = []":      true,
		"root:x:0:0:root:/root:/bin/bash\n":   false,
		"root:$6$salt$hash:19000:0:99999:7::": false,
		"DB_PASSWORD=secret\n":                false,
		"[database]\npassword = \"secret\"":   false,
		"":                                    false,
	} {
		if got := LooksLikeCouncil([]byte(src)); got != want {
			t.Errorf("LooksLikeCouncil(%q) = %t", src, got)
		}
	}
}
