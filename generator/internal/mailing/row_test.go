package mailing

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"protokol/generator/internal/list"
	"protokol/generator/internal/origin"
	"protokol/generator/internal/table"
)

// TestRowFile: the row of a paper has its values by fields and by headings, and reads the
// same again, whatever the headings mean.
func TestRowFile(t *testing.T) {
	const rows = "Собственник;Город;Улица;Дом;Кв.;ФИО;Почт. адрес 2\n" +
		"Ильин Олег Павлович;Смоленск;Мира;1;;;а\nООО «Упаковка»;Ельня;Новая;2;3;;б\n"
	to := open(t, "letter", rows).to
	for row, err := range to.Records() {
		if err != nil {
			t.Fatal(err)
		}
		file := origin.RowFile(cellsOf(row))
		again, problems := list.Open(table.Source{Name: file.Path, Data: bytes.NewReader(file.Data),
			Size: int64(len(file.Data))}, list.Options{Exact: true})
		if again == nil {
			t.Fatalf("%s: %v", file.Data, problems)
		}
		keys := strings.Fields("organization name address Собственник Город Улица Дом Кв.")
		want, got := "", ""
		for r, err := range again.Records() {
			if err != nil {
				t.Fatal(err)
			}
			for _, key := range keys {
				want += fmt.Sprintf("%s=%s;", key, row.Get(key))
				got += fmt.Sprintf("%s=%s;", key, r.Get(key))
				if !again.Has(key) && (row.Get(key) != "" || key[0] > 'z') {
					t.Errorf("the row has no %s:\n%s", key, file.Data)
				}
			}
		}
		if got != want || !strings.Contains(want, "Собственник=") {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}
