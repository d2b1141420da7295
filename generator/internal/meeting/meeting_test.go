package meeting

import (
	"fmt"
	"testing"
)

func TestLabels(t *testing.T) {
	points := func(numbers ...string) (list []Decision) {
		for _, n := range numbers {
			list = append(list, Decision{Number: n})
		}
		return list
	}
	for _, test := range []struct {
		points []Decision
		parent string
		want   string
	}{
		{points("", "", ""), "", "[1. 2. 3.]"},
		{points(""), "", "[]"},                                              // the only point of an item has no number
		{points("1"), "", "[1.]"},                                           // unless it is set by hand
		{points(""), "2.", "[2.1.]"},                                        // sub-points always have one
		{points("", "", "", "", "4", "", ""), "", "[1. 2. 3. 4. 4. 5. 6.]"}, // the real protocol of 2017
		{points("", "2а", ""), "", "[1. 2а 3.]"},
		{points("", "7", ""), "3.", "[3.1. 7. 3.3.]"},
		{points("", "3.7", ""), "3.", "[3.1. 3.7. 3.8.]"},
	} {
		if got := fmt.Sprint(Labels(test.points, test.parent)); got != test.want {
			t.Errorf("%v under %q: %s, want %s", test.points, test.parent, got, test.want)
		}
	}
}

func TestPerson(t *testing.T) {
	m := Meeting{People: []Person{{Name: "Чуранов Василий Сергеевич"}, {Name: "Чуранов Пётр Ильич"},
		{Name: "Старко Юлия"}, {Name: "Алёшин Олег"},
		{Name: "Гасанов Рустам Ариф оглы"}, {Name: "Лис Анна-Мария Олеговна"}, {Name: "Сухов Ф. И."}}}
	for ref, want := range map[string]string{
		"Чуранов Василий Сергеевич": "Чуранов Василий Сергеевич",
		"чуранов  П. И.":            "Чуранов Пётр Ильич",
		"Чуранов П.И.":              "Чуранов Пётр Ильич",
		"Старко":                    "Старко Юлия",
		"Старко Ю.":                 "Старко Юлия",
		"Алешин":                    "Алёшин Олег",
		"Гасанов Р. А.":             "Гасанов Рустам Ариф оглы",
		"Лис А.-М. О.":              "Лис Анна-Мария Олеговна",
		"Сухов Ф.И.":                "Сухов Ф. И.",
		"П. И. Чуранов":             "Чуранов Пётр Ильич",
		"Олег Алёшин":               "Алёшин Олег",
		"Рустам Ариф оглы Гасанов":  "Гасанов Рустам Ариф оглы",
		"Ф. И. Сухов":               "Сухов Ф. И.",
		"Чуранов Павел Ильич":       "", // another person
		"Чуранов":                   "", // two people bear it
		"Иванов":                    "",
		"":                          "",
	} {
		if got, _ := m.Directory().Person(ref); got.Name != want {
			t.Errorf("%q is %q, want %q", ref, got.Name, want)
		}
	}
}

func TestPresentPeople(t *testing.T) {
	m := Meeting{
		People: []Person{{Name: "А"}, {Name: "Б"}, {Name: "В"}, {Name: "Г", Guest: true}},
		Absent: []Absent{{Name: "Б"}}, Invited: []string{"Г"},
	}
	if got := fmt.Sprint(m.PresentPeople()); got != fmt.Sprint([]Person{{Name: "А"}, {Name: "В"}}) {
		t.Error(got)
	}
	m.Present = []string{"В", "Г"}
	if got := fmt.Sprint(m.PresentPeople()); got != fmt.Sprint([]Person{{Name: "В"}, {Name: "Г", Guest: true}}) {
		t.Error(got)
	}
}
