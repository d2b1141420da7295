package style

import "testing"

// TestEmblemTop checks that an emblem is above the text only where there is room.
func TestEmblemTop(t *testing.T) {
	for _, test := range []struct {
		emblem, top float64
		number      PageNumber
		want        float64
	}{
		{0, 20, PageNumber{}, 0},
		{10, 20, PageNumber{}, 10},
		{10, 10, PageNumber{}, 0},
		{10, 20, PageNumber{Show: true, FromTop: 12}, 12},
		{10, 20, PageNumber{Show: true, FromTop: 5}, 10},
		{10, 20, PageNumber{Show: true, FromTop: 10, First: true}, 0},
		{10, 20, PageNumber{Show: true, FromBottom: 10, First: true}, 10},
	} {
		sheet := &Sheet{Page: Page{Emblem: test.emblem, Top: test.top}, PageNumber: test.number}
		if got := sheet.EmblemTop(); got != test.want {
			t.Errorf("%+v: %v, want %v", test, got, test.want)
		}
	}
}
