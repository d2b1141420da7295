package mailing

import (
	"strings"
	"testing"

	"protokol/generator/internal/list"
)

// TestMembers: several people of one organization are no duplicates, several heads of it may be.
func TestMembers(t *testing.T) {
	for text, want := range map[string]string{
		"ФИО;Школа;Должность\nРой Анна Юрьевна;СШ № 1;учитель\nКим Олег Ильич;СШ № 1;учитель\n":        "",
		"ФИО;Школа;Должность\nРой Анна Юрьевна;СШ № 1;учитель\nРой А. Ю.;СШ № 1;учитель\n":             "этот человек",
		"ФИО;Школа;Должность\nРой Анна Юрьевна;СШ № 1;учитель\nРой Анна Юрьевна;СШ № 2;учитель\n":      "",
		"ФИО;Школа;Должность\nРой Анна Юрьевна;СШ № 1;директор\nКим Олег Ильич;СШ № 1;директор\n":      "эта организация",
		"Школа;Директор\nСШ № 1;Рой Анна Юрьевна\nСШ № 1;Ким Олег Ильич\n":                             "эта организация",
		"ФИО;Школа;ИНН\nРой Анна Юрьевна;СШ № 1;6731000001\nКим Олег Ильич;СШ № 1;6731000001\n":        "",
		"Участник;Школа\nРой Анна Юрьевна;СШ № 1\nКим Олег Ильич;СШ № 1\n":                             "",
		"Фамилия;Имя;Отчество;Школа\nРой;Анна;Юрьевна;СШ № 1\nКим;Олег;Ильич;СШ № 1\n":                 "",
		"Фамилия;Имя;Отчество;Школа\nРой;Анна;Юрьевна;СШ № 1\nРой;Анна;Юрьевна;школа № 1\n;;;СШ № 1\n": "",
	} {
		to, err := Open(list.Source{Name: "a.csv", Data: strings.NewReader(text), Size: int64(len(text))}, list.Options{}, "")
		if err != nil {
			t.Fatal(err)
		}
		var duplicates list.Duplicates
		var got []string
		for row := range to.Records() {
			for _, p := range checkDuplicate(&duplicates, row) {
				got = append(got, p.Message)
			}
		}
		if joined := strings.Join(got, "\n"); !strings.HasPrefix(joined, want) || want == "" && joined != "" {
			t.Errorf("%s: %s", text, joined)
		}
	}
}
