package fields

import (
	"testing"

	"protokol/generator/internal/compose"
	"protokol/generator/internal/meeting"
)

// TestRunning: points are counted through all questions, whichever are printed.
func TestRunning(t *testing.T) {
	d := data(t, compose.Request{Kind: "protocol", Items: []int{2}})
	m := d.Meeting()
	m.Agenda[1].Decisions = []meeting.Decision{{Text: "а"}, {Text: "б"}}
	list := Find("решение.сквозной номер", nil)
	frame := NewFrame(Root(d))
	for _, p := range list.Lists() {
		items := frame.Value(p).Items
		frame = frame.With(p.List(), items[len(items)-1])
	}
	if got := frame.Value(list).number; got != 3 {
		t.Errorf("the second point of the second question is %d, want 3", got)
	}
}

// TestPictures: dates by the switch \@ (ECMA-376-1, 17.16.4.1).
func TestPictures(t *testing.T) {
	day := meeting.Date{Year: 2026, Month: 5, Day: 4}
	for picture, want := range map[string]string{
		"dd.MM.yyyy": "04.05.2026", "d/M/yy": "4/5/26", "d MMMM yyyy г.": "4 мая 2026 г.", "MMMM yyyy": "май 2026",
		"«dd» MMMM yyyy": "«04» мая 2026", "dddd, D MMM": "понедельник, 4 май", "ddd": "пн", "'от' d": "от 4", "": "",
	} {
		if got := pictured(picture, day); got != want {
			t.Errorf("%s: %q, want %q", picture, got, want)
		}
	}
	if err := new(Filters).SetPicture("HH:mm"); err == nil {
		t.Error("the time of a date")
	}
}

// TestNearestIsAnother: a name is never offered instead of itself.
func TestNearestIsAnother(t *testing.T) {
	if near := Nearest("участник.фмилия", nil); near != "участник.имя | фамилия" {
		t.Errorf("{участник.фмилия} is {%s}", near)
	}
	for _, name := range []string{"подписавший.фамилия", "дата.год", "город.имя"} {
		if near := Nearest(name, nil); near == name {
			t.Errorf("{%s} is offered for itself", name)
		}
	}
}
