package meeting

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"
)

func day(year, month, d int) Date { return Date{year, month, d} }

// TestValues: dates, times, deadlines and ballots have spellings of their own.
func TestValues(t *testing.T) {
	date := time.Date(2026, 3, 12, 0, 0, 0, 0, time.UTC)
	clock := time.Date(0, 1, 1, 9, 5, 0, 0, time.UTC) // how the decoder gives a time of day
	type unmarshaler interface{ UnmarshalTOML(any) error }
	for _, test := range []struct {
		value  any
		target unmarshaler
		want   string // what it becomes; "" is refused
	}{
		{date, new(Date), "{2026 3 12}"},
		{clock, new(Date), ""},
		{"12.03.2026", new(Date), ""},
		{clock, new(Clock), "{9 5}"},
		{"9.05", new(Clock), "{9 5}"},
		{"23:59", new(Clock), "{23 59}"},
		{"24:00", new(Clock), ""},
		{"25:80", new(Clock), ""},
		{date, new(Clock), ""},
		{int64(9), new(Clock), ""},
		{date, new(Deadline), "{{2026 3 12} }"},
		{"ежеквартально", new(Deadline), "{{0 0 0} ежеквартально}"},
		{"", new(Deadline), ""},
		{"01.02.2026", new(Deadline), "{{2026 2 1} }"},
		{" 1.2.2026 г.", new(Deadline), "{{2026 2 1} }"},
		{"1 февраля 2026 г.", new(Deadline), "{{2026 2 1} }"},
		{"2026-02-01", new(Deadline), "{{2026 2 1} }"},
		{"до 01.02.2026", new(Deadline), "{{0 0 0} до 01.02.2026}"},
		{"31.02.2026", new(Deadline), ""},
		{"2026-02-30", new(Deadline), ""},
		{"1.2.26", new(Deadline), ""},
		{"01.02", new(Deadline), "{{0 0 0} 01.02}"},
		{"п. 1.2", new(Deadline), "{{0 0 0} п. 1.2}"},
		{"32/01/2026", new(Deadline), ""},
		{int64(12), new(Amount), "12"},
		{6540.35, new(Amount), "6540,35"},
		{"1/3", new(Amount), "1/3"},
		{int64(-1), new(Amount), ""},
		{-0.5, new(Amount), ""},
		{true, new(Amount), ""},
		{int64(3), new(Ballots), "{3 [] false false}"},
		{" Нет", new(Ballots), "{0 [] true false}"},
		{[]any{"А", "Б"}, new(Ballots), "{0 [А Б] false false}"},
		{[]any{"А", int64(1)}, new(Ballots), ""},
		{"много", new(Ballots), ""},
	} {
		err := test.target.UnmarshalTOML(test.value)
		got := strings.TrimPrefix(fmt.Sprint(test.target), "&")
		if (err != nil) != (test.want == "") || err == nil && got != test.want {
			t.Errorf("%v in a %T: %s, %v; want %q", test.value, test.target, got, err, test.want)
		}
	}
}

// TestNotations: the error of a value shows how to write it.
func TestNotations(t *testing.T) {
	type unmarshaler interface{ UnmarshalTOML(any) error }
	for _, test := range []struct {
		value  any
		target unmarshaler
		want   string
	}{
		{"20.11.2017", new(Date), "дата пишется так: due = 2017-11-20"},
		{"«20» ноября 2017 г.", new(Date), "дата пишется так: due = 2017-11-20"},
		{"скоро", new(Date), "дата пишется так: due = 2017-11-20"},
		{"20.11.17", new(Date), "дата пишется так: due = 2017-11-20"},
		{int64(20171120), new(Date), "дата пишется так: due = 2017-11-20"},
		{int64(20181320), new(Date), "дата пишется так: due = 2017-11-20"}, // no such month
		{12.3, new(Clock), `время пишется в кавычках: due = "12:30"`},
		{9.05, new(Clock), `время пишется в кавычках: due = "09:05"`},
		{12.75, new(Clock), `время пишется так: due = "12:00"`},
		{"полдень", new(Clock), `время пишется так: due = "12:00"`},
		{"10-05", new(Clock), `время пишется так: due = "10:05"`},
		{"в 9 часов", new(Clock), `время пишется так: due = "09:00"`},
		{"с 10:00", new(Clock), `время пишется так: due = "10:00"`},
		{"8 часов вечера", new(Clock), `время пишется так: due = "12:00"`},
		{"половина 11", new(Clock), `время пишется так: due = "12:00"`},
		{"без четверти 10", new(Clock), `время пишется так: due = "12:00"`},
		{"15 марта", new(Clock), `время пишется так: due = "12:00"`},
		{"8 часов пополудни", new(Clock), `время пишется так: due = "12:00"`},
		{"после 10", new(Clock), `время пишется так: due = "12:00"`},
		{"начало в 9 ч. 30 мин.", new(Clock), `время пишется так: due = "09:30"`},
		{"11.00 (МСК)", new(Clock), `время пишется так: due = "11:00"`},
		{"8 часов утра", new(Clock), `время пишется так: due = "08:00"`},
		{"с 10 до 11", new(Clock), `время пишется так: due = "12:00"`},
		{"25:00", new(Clock), `время пишется так: due = "12:00"`},
	} {
		var hinter interface{ Hint(key string) string }
		if err := test.target.UnmarshalTOML(test.value); !errors.As(err, &hinter) || hinter.Hint("due") != test.want {
			t.Errorf("%v in a %T: %v, want hint %q", test.value, test.target, err, test.want)
		}
	}
}

// TestNoSuchTime: the digits of a time that does not exist are not called another notation.
func TestNoSuchTime(t *testing.T) {
	for text, want := range map[string]bool{"25:80": true, "24.00": true, "9:60": true, "10-00": false,
		"скоро": false} {
		if err := new(Clock).UnmarshalTOML(text); err == nil || strings.Contains(err.Error(), "нет: "+text) != want {
			t.Errorf("%s: %v", text, err)
		}
	}
}

// TestBareNumber: papers print the sign № before a number.
func TestBareNumber(t *testing.T) {
	for text, want := range map[string]string{
		"№5": "5", "№ 5": "5", " №\u00a015-пр": "15-пр", "N 5": "5", "No. 5": "5", "№": "",
		"5": "", "б/н": "", "N5": "", "Нет": "", "КС-2/26": "", "5 (№ 3 по району)": "",
	} {
		bare, had := BareNumber(text)
		if had != (want != "" || text == "№") || had && bare != want || !had && bare != text {
			t.Errorf("%q: %q, %t", text, bare, had)
		}
	}
}

// TestDays: the parts of a meeting may begin and end on other days than it.
func TestDays(t *testing.T) {
	for _, test := range []struct {
		meeting Meeting
		last    Date
	}{
		{Meeting{}, day(2026, 3, 12)},
		{Meeting{LastDate: day(2026, 3, 13)}, day(2026, 3, 13)},
		{Meeting{Parts: []Part{{Date: day(2026, 3, 14)}, {}}}, day(2026, 3, 14)},
		{Meeting{LastDate: day(2026, 3, 13), Parts: []Part{{Date: day(2026, 3, 12), LastDate: day(2026, 3, 15)}}},
			day(2026, 3, 15)},
	} {
		test.meeting.Date = day(2026, 3, 12)
		if first, last := test.meeting.Days(); first != test.meeting.Date || last != test.last {
			t.Errorf("%+v: from %v to %v, want to %v", test.meeting, first, last, test.last)
		}
	}
}

// TestListing: a list of more than fourteen is an annex, unless the file says
// how to print it.
func TestListing(t *testing.T) {
	m := &Meeting{}
	for i := range listedUpTo {
		m.People = append(m.People, Person{Name: fmt.Sprint("Человек", i)})
	}
	if got := m.Listing(); got != "list" || counted(m) != listedUpTo {
		t.Errorf("%d people: %s, counted %d", listedUpTo, got, counted(m))
	}
	m.People = append(m.People, Person{Name: "Лишний"})
	if got := m.Listing(); got != "annex" {
		t.Errorf("%d people: %s", len(m.People), got)
	}
	eighty := 80
	m.Attendance = Attendance{Print: "number", Present: &eighty}
	if got := m.Listing(); got != "number" || counted(m) != 80 {
		t.Errorf("by number: %s, counted %d", got, counted(m))
	}
	m.Attendance.Present = nil
	if n, known := m.Headcount(); known {
		t.Errorf("people of whom only a number is printed are counted: %d", n)
	}
}

// TestForm: the form of the meeting, or that of the body; only the form of a
// council numbers points without their item.
func TestForm(t *testing.T) {
	for _, test := range []struct{ own, council, want, parent string }{
		{"", "", "council", ""},
		{"", "full", "full", "2."},
		{"brief", "full", "brief", "2."},
		{"council", "full", "council", ""},
	} {
		m := Meeting{Form: test.own, Council: Council{Form: test.council}}
		if m.ProtocolForm() != test.want || m.PointParent(1) != test.parent {
			t.Errorf("%q, %q: form %q, points of item 2 begin with %q",
				test.own, test.council, m.ProtocolForm(), m.PointParent(1))
		}
	}
}

// TestHolding: how a meeting is held follows from the first word.
func TestHolding(t *testing.T) {
	for holding, want := range map[string]string{
		"": "false false", "очная": "false false", "Заочная": "true false", "заочное голосование": "true false",
		"очно-заочная": "false true", "видео-конференц-связь": "false false",
	} {
		m := Meeting{Holding: holding}
		if got := fmt.Sprint(m.Absentee(), m.Mixed()); got != want {
			t.Errorf("%q: absentee, mixed are %s, want %s", holding, got, want)
		}
	}
}

func counted(m *Meeting) int {
	n, _ := m.Headcount()
	return n
}
