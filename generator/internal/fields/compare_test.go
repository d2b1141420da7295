package fields

import (
	"testing"

	"protokol/generator/internal/meeting"
)

// TestCompareDates: dates are compared as dates, whatever their writing; numbers as
// numbers.
func TestCompareDates(t *testing.T) {
	date := Value{Kind: Date, date: meeting.Date{Year: 2026, Month: 4, Day: 14}, text: "14 апреля 2026 г."}
	for _, c := range []struct {
		v              Value
		operator, with string
		want           bool
	}{
		{date, "=", "14.04.2026", true}, {date, "≠", "14.04.2026", false}, {date, ">", "1 апреля 2026 г.", true},
		{date, "<", "2026-04-14", false}, {date, "≤", "14.04.2026", true}, {date, "=", "14 апреля 2026 г.", true},
		{number("", 3), ">", "2,5", true}, {text("", "12"), "≥", "12", true}, {text("", "12-п"), "=", "12-П", true},
		{text("", "12-п"), ">", "1", false}, {Value{Kind: List}, "<", "1", true}, {text("", "зал"), "≠", "холл", true},
	} {
		if got := c.v.Compare(c.operator, c.with); got != c.want {
			t.Errorf("%v %s %s: %v", c.v.text, c.operator, c.with, got)
		}
	}
}
