package compose

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"protokol/generator/internal/meeting"
)

// TestFittingWidths checks that a long text gets the room that short ones leave,
// that all columns have a place on the page, and that no word is wider than its
// column.
func TestFittingWidths(t *testing.T) {
	reason := strings.Repeat("обоснование отклонения заявки ", 6)
	table := &meeting.Table{
		Columns: []meeting.Column{{Title: "№"}, {Title: "Участник"}, {Title: "Решение"}, {Title: "Причина"}},
		Rows: [][]string{
			{"1", "ООО «Пример», ИНН 0000001237", "соответствует", "–"},
			{"2", "АО «Образец», ИНН 0000001237", "не соответствует", reason},
			{"3", "ИП Первый Иван Иванович"}, // the last cells are missing
		},
	}
	for _, landscape := range []bool{false, true} {
		total := uprightLetters
		if landscape {
			total = landscapeLetters
		}
		got := fittingWidths(table, landscape)
		if letters(got) > total || slices.Max(got) != got[3] || got[3] < total*2/5 {
			t.Errorf("landscape %v: %v", landscape, got)
		}
		for i, longest := range []string{"№", "Участник", "соответствует", "обоснование"} {
			if got[i] < utf8.RuneCountInString(longest)+cellPadding {
				t.Errorf("landscape %v: column %d of %v is narrower than its word", landscape, i, got)
			}
		}
	}
}

// TestFittingWidthsLimits checks tables without rows, without letters and with
// more words than a page has room for.
func TestFittingWidthsLimits(t *testing.T) {
	wide := meeting.Column{Title: strings.Repeat("ы", 30)}
	for _, table := range []*meeting.Table{
		{}, {Columns: []meeting.Column{{}, {}}},
		{Columns: []meeting.Column{wide, wide, wide, wide}, Rows: [][]string{{strings.Repeat("слово ", 1000)}}},
	} {
		got := fittingWidths(table, false)
		if len(got) != len(table.Columns) || len(got) > 0 && slices.Min(got) < cellPadding {
			t.Errorf("%d columns: %v", len(table.Columns), got)
		}
	}
}

func TestAlignment(t *testing.T) {
	for title, want := range map[string]string{"№ п/п": "center", "Порядковый номер": "center", "№ заявки": "center",
		"Цена, рублей": "right", "Номинал": "right"} {
		table := &meeting.Table{Columns: []meeting.Column{{Title: title}}, Rows: [][]string{{"12"}, {"–"}, {"7"}}}
		if got := alignment(table, 0); got != want {
			t.Errorf("%s: %s, want %s", title, got, want)
		}
	}
}
