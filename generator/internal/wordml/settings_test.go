package wordml

import "testing"

// TestZone: documents of modes before Word 2013 have a zone of hyphenation of their own,
// also those that do not say their mode (ECMA-376-1, 17.15.1.53).
func TestZone(t *testing.T) {
	const zone = `<w:autoHyphenation/><w:hyphenationZone w:val="160"/>`
	mode := func(n string) string {
		return `<w:compat><w:compatSetting w:name="compatibilityMode" w:val="` + n + `"/></w:compat>`
	}
	for settings, want := range map[string]float64{
		zone: 8, zone + mode("14"): 8, zone + mode("15"): hyphenZone, `<w:autoHyphenation/>`: hyphenZone, mode("14"): 0,
	} {
		paper := file{body: p("", r("", "a")), parts: map[string]string{"settings": settings}}.lower(t)
		if got := paragraphs(paper.Flow.Blocks)[0].Zone; got != want {
			t.Errorf("%s: %v", settings, got)
		}
	}
}
