package style

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// TestPageNumber checks the text of page numbers and what is reported about it.
func TestPageNumber(t *testing.T) {
	n := PageNumber{Show: true, Size: 10, FromBottom: 10, Text: "Страница {номер} из {всего}"}
	if got := n.On(2, 7); got != "Страница 2 из 7" {
		t.Error(got)
	}
	if got := n.Parts(); !slices.Equal(got, []string{"Страница ", FieldPage, " из ", FieldPages}) {
		t.Errorf("%q", got)
	}
	if got := (PageNumber{}).On(3, 4) + (PageNumber{}).Parts()[0]; got != "3"+FieldPage {
		t.Error(got)
	}
	for _, test := range []struct {
		number PageNumber
		want   string // "" for no problem
	}{
		{n, ""},
		{PageNumber{Show: true, Size: 10, FromTop: 10}, ""},
		{PageNumber{Show: false, Text: "{страница}"}, ""},
		{PageNumber{Show: true, Size: 10, Text: "Страница"}, "нет номера страницы"},
		{PageNumber{Show: true, Size: 10, Text: "{номер} / {страниц}"}, "неизвестное поле «{страниц}»"},
		{PageNumber{Show: true, Size: 10, FromTop: 10, FromBottom: 10}, "или вверху"},
		{PageNumber{Show: true, Size: 10, Align: Justify}, "неизвестное выравнивание"},
		{PageNumber{Show: true, Size: 2}, "не меньше 4 пунктов"},
	} {
		var found []string
		test.number.check(func(key, format string, args ...any) {
			found = append(found, fmt.Sprintf(format, args...))
		})
		if test.want == "" && len(found) > 0 || !strings.Contains(strings.Join(found, "\n"), test.want) {
			t.Errorf("%+v: %q, want %q", test.number, found, test.want)
		}
	}
}
