package meeting

import (
	"regexp"
	"strconv"
	"strings"
)

// annexNamed is a reference to a numbered annex of the paper itself; one that goes
// on with «к» is to an annex of another paper.
var annexNamed = regexp.MustCompile(`(?i)приложени[еяюи]м?[ \x{a0}]*№?[ \x{a0}]*(\d+)([ \x{a0}]+ко?[ \x{a0}])?`)

// NamesAnnex reports whether the text of a decision refers to its annex, so that the
// reference need not be added.
func (d Decision) NamesAnnex() bool {
	const named = "(приложение)"
	text := strings.TrimRight(strings.TrimSpace(d.Text), ".;")
	end := text[max(0, len(text)-len(named)):] // both cases of these letters have one length
	return namesNumber(d.Text, d.Annex) || strings.ToLower(end) == named
}

func namesNumber(text string, number int) bool {
	if !strings.ContainsAny(text, "0123456789") { // as most texts; the expression is slow
		return false
	}
	for _, found := range annexNamed.FindAllStringSubmatch(text, -1) {
		if found[1] == strconv.Itoa(number) && found[2] == "" {
			return true
		}
	}
	return false
}

// annexNumber warns of a text that refers to the only annex by a number, while the annex is
// printed without one.
func (c *checker) annexNumber(key, text string) {
	if len(c.annexes) == 1 && !c.annexes[0].Numbered && !c.annexes[0].Kept() && c.meeting.Listing() != "annex" &&
		namesNumber(text, 1) {
		c.warn(key, "в тексте приложение № 1, а на самом приложении номера нет: оно одно",
			"добавьте приложению numbered = true или уберите номер из текста: «(приложение)»")
	}
}
