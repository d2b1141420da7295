package document

import (
	"strings"
	"testing"
)

// TestBreaksAfter: "|" stands for a place where a line may break, "=" for a
// hyphen that must not end a line.
func TestBreaksAfter(t *testing.T) {
	for _, want := range []string{
		"учебно-|производственный", "всё-|таки", "из-|за", "р=н", "г=н Петров", "физ.=мат. наук", "к=т",
		"Кол=во", "изд=ва", "пр=кта", "во-|вторых", "кто-|то", "то-|во",
		"5=й этап", "1=го", "25-|летие", "3=му", "СП-|го",
		"план - график",
		"8–9", "01–14.06.2026", "2017=2020",
		"8 (481) 2=00=00", "№ 01=07/5", "-5", "(-5)", "Москва–|Казань", "слово—|слово", "слово—|5",
		"=н", "К=00012",
		"веб-", "А=Б", "иван-|да-|марья",
	} {
		text := strings.NewReplacer("|", "", "=", "-").Replace(want)
		var got strings.Builder
		for at, r := range text {
			switch {
			case r == '-' && SticksAt(text, at):
				got.WriteRune('=')
			case BreaksAfter(text, at):
				got.WriteString(string(r) + "|")
			default:
				got.WriteRune(r)
			}
		}
		if got.String() != want {
			t.Errorf("%s, want %s", got.String(), want)
		}
	}
}
