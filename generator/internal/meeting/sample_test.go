package meeting

import (
	"slices"
	"testing"

	"protokol/generator/diag"
)

// TestSamples: dates and times are written like a sample of another day.
func TestSamples(t *testing.T) {
	day, early := Date{2023, 6, 9}, Clock{8, 5}
	for _, test := range []struct{ got, want string }{
		{ClockLike("", early), "08.05"},
		{ClockLike("12:00", early), "8:05"},
		{ClockLike("09-30", early), "08-05"},
		{ClockLike("в 9 час. 30 мин.", early), "в 8 час. 05 мин."},
		{ClockLike("10 ч 00 мин", Clock{14, 0}), "14 ч 00 мин"},
		{DateLike("", day), "09.06.2023"},
		{DateLike("31.12.2020", day), "09.06.2023"},
		{DateLike("01.02.2020", day), "09.06.2023"},
		{DateLike("5 марта 2026 года", day), "9 июня 2023 года"},
		{DateLike("«05» марта 2026 г.", day), "«09» июня 2023 г."},
		{DateLike("1.2.2026", day), "9.6.2023"},
		{MinutesLike("(20 минут)", 1), "(1\u00a0минута)"},
		{MinutesLike("до 5 минут", 22), "до 22\u00a0минуты"},
		{MinutesLike("– 5 мин.", 15), "– 15 мин."},
	} {
		if test.got != test.want {
			t.Errorf("%q, want %q", test.got, test.want)
		}
	}
}

// TestDatedApart: the date is that of the meeting unless it began before.
func TestDatedApart(t *testing.T) {
	at := func(day int) Date { return Date{2026, 5, day} }
	for _, test := range []struct {
		name        string
		meeting     Meeting
		first, last Date
		apart       bool
	}{
		{"a day", Meeting{Date: at(12)}, at(12), at(12), false},
		{"two days", Meeting{Date: at(12), LastDate: at(13)}, at(12), at(13), false},
		{"parts after", Meeting{Date: at(12), Parts: []Part{{}, {Date: at(14), LastDate: at(20)}}},
			at(12), at(20), false},
		{"parts before", Meeting{Date: at(25), Parts: []Part{{Date: at(14), LastDate: at(20)}}}, at(14), at(20), true},
		{"ballots, then a gathering", Meeting{Date: at(21), Parts: []Part{{Date: at(14), LastDate: at(20)}, {}}},
			at(14), at(21), true},
		{"drawn up later", Meeting{Date: at(25), FirstDate: at(20)}, at(20), at(20), true},
		{"drawn up after days", Meeting{Date: at(25), FirstDate: at(20), LastDate: at(21)}, at(20), at(21), true},
		{"no date", Meeting{}, Date{}, Date{}, false},
	} {
		first, last := test.meeting.Days()
		if first != test.first || last != test.last || test.meeting.DatedApart() != test.apart {
			t.Errorf("%s: %v to %v, apart %v", test.name, first, last, test.meeting.DatedApart())
		}
	}
}

// TestDateOfMeeting: papers with dates of their own need no other, and letters have a
// line for theirs.
func TestDateOfMeeting(t *testing.T) {
	const paper = "council.name = \"Совет\"\n[papers.act]\ntitle = \"АКТ\"\ndate = 2026-03-12\nsigners = []\n"
	for more, want := range map[string]bool{
		"": false, "[invitation]\ntext = [\"Просим.\"]\n": true, "[notice]\ntext = [\"Просим.\"]\n": true,
		"[letter]\ntext = [\"Просим.\"]\n": false, "[letter]\ndate = 2026-03-13\ntext = [\"Просим.\"]\n": false,
	} {
		isDate := func(p diag.Problem) bool { return p.Key == "date" }
		if got := slices.ContainsFunc(meetingOf(t, paper+more).Check(), isDate); got != want {
			t.Errorf("%q: missing date reported: %v", more, got)
		}
	}
}
