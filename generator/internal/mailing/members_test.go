package mailing

import (
	"strings"
	"testing"

	"protokol/generator/internal/list"
)

// TestMembers: several people of one organization are no duplicates, several heads of it may be.
func TestMembers(t *testing.T) {
	for text, want := range map[string]string{
		"ФИО;Школа;Должность\nРой Анна Юрьевна;А;учитель\nКим Олег Ильич;А;учитель\n":            "",
		"ФИО;Школа;Должность\nРой Анна Юрьевна;А;учитель\nРой А. Ю.;А;учитель\n":                 "этот человек",
		"ФИО;Школа;Должность\nРой Анна Юрьевна;А;учитель\nРой Анна Юрьевна;Б;учитель\n":          "",
		"ФИО;Школа;Должность\nРой Анна Юрьевна;А;директор\nКим Олег Ильич;А;директор\n":          "эта организация",
		"Школа;Директор\nА;Рой Анна Юрьевна\nА;Ким Олег Ильич\n":                                 "эта организация",
		"ФИО;Школа;Должность\nРой Анна Юрьевна;А;учитель\nРой Алла Юрьевна;А;учитель\n":          "",
		"ФИО;Школа;Должность\nРой Анна Юрьевна;А;директор\nКим Олег Ильич;А;и. о. директора\n":   "эта организация",
		"ФИО;Школа;Должность\nРой Анна Юрьевна;А;исполняющий обязанности\nКим О.И.;А;ректор\n":   "эта организация",
		"ФИО;Школа\nРой Анна Юрьевна;А\nКим Олег Ильич;А\n":                                      "эта организация",
		"Участник;Школа;ИНН\nРой Анна Юрьевна;А;6731000001\nКим Олег Ильич;А;6731000001\n":       "",
		"Участник;Школа\nРой Анна Юрьевна;А\nКим Олег Ильич;А\n":                                 "",
		"Фамилия;Имя;Отчество;Школа;Должность\nРой;Анна;Юрьевна;А;врач\nКим;Олег;Ильич;А;врач\n": "",
		"Фамилия;Имя;Школа;Должность\nРой;Анна;А;врач\nРой;Анна;«А»;врач\n;;А;\n":                "этот человек",
	} {
		file := list.Source{Name: "a.csv", Data: strings.NewReader(text), Size: int64(len(text))}
		to, err := Open(file, list.Options{}, "")
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
