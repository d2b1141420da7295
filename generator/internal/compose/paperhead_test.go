package compose

import (
	"strings"
	"testing"

	"protokol/generator/internal/meeting"
)

// TestBodyOfPaperOnce checks that a paper of a commission names its body, above or in the subtitle, but not in both.
func TestBodyOfPaperOnce(t *testing.T) {
	m := bare()
	m.Council.Name = "Правление Ассоциации «Ремёсла»"
	for subtitle, above := range map[string]bool{
		"подсчёта бюллетеней заседания Правления Ассоциации «Ремёсла»": false,
		"вскрытия бюллетеней Правлением ассоциации \"Ремесла\"":        false,
		"заседания счётной комиссии":                                   false,
		"подсчёта бюллетеней":                                          true,
		"комиссионного осмотра":                                        true,
	} {
		m.Papers = map[string]*meeting.Paper{"act": {Title: "АКТ", Subtitle: subtitle,
			Commission: &meeting.Commission{Chair: "Первый"}}}
		text := oneLine(compose(t, Request{Kind: "act"}, m))
		if strings.HasPrefix(strings.ToLower(text), "правление ассоциации «ремёсла»") != above {
			t.Errorf("%s: %s", subtitle, text)
		}
	}
}
