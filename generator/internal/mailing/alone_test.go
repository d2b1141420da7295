package mailing

import (
	"bytes"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"protokol/generator/internal/list"
	"protokol/generator/internal/origin"
	"protokol/generator/internal/printing"
	"protokol/generator/internal/table"
)

// recipientsApart are the heading and the rows of a list of very different recipients.
var recipientsApart = strings.Split("Организация;Должность;ФИО;Обращение;Исходящий номер;Дата;Адрес\n"+
	"ООО «Вектор»;Генеральный директор;Соколов Андрей Андреевич;Уважаемый Андрей Андреевич!;К-1;20.11.2017;\n"+
	"ООО «Лоза & Ко <К°>»;заведующая складом;Травина Вера Игоревна;уважаемая  Вера Игоревна;;;г. Озёрск\n"+
	"Администрация города Вязьмы;глава города Вязьмы;Орлов Пётр Ильич;;17;2026-04-23;214000, г. Вязьма\n"+
	"Министерство культуры;министр;Дэн Сяопин;Добрый \"день\", А-Б;№ 5;;\n"+
	"Отдел кадров;начальник отдела;Соколова Елена Викторовна;;;;\n"+
	"АО «Ωμέγα»;ДИРЕКТОР ФИЛИАЛА;Громову О. И.;Dear Sir!;;\n"+
	"ИП Петров-Водкин Кузьма Сергеевич;;;;К-7;;\n"+
	"ООО «Вектор»;Генеральный директор;Соколов Андрей Андреевич;Уважаемый Андрей Андреевич!;К-8;20.11.2017;", "\n")

// mailingOf opens letters to rows of recipientsApart, made by a new press.
func mailingOf(t *testing.T, word string, rows ...string) *Mailing {
	t.Helper()
	files := os.DirFS("../../../examples/templates")
	var design printing.Design
	if word != "" {
		data, err := os.ReadFile("../../../examples/templates/" + word)
		if err != nil {
			t.Fatal(err)
		}
		design.Word = &origin.File{Role: origin.Word, Path: word, Data: data}
	}
	press, err := design.Press()
	if err != nil {
		t.Fatal(err)
	}
	source, report := press.Read(files, "meeting.toml")
	if source == nil {
		t.Fatal(report)
	}
	csv := strings.Join(append([]string{recipientsApart[0]}, rows...), "\n")
	to, err := Open(table.Source{Name: "list.csv", Data: strings.NewReader(csv), Size: int64(len(csv))},
		list.Options{}, "")
	if err != nil {
		t.Fatal(err)
	}
	m, err := New(t.Context(), press, source, to, Options{Kind: "letter"})
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// printed returns the letters to the rows of a mailing in their order, made by several workers; nil where there is
// none, because the row has errors.
func printed(t *testing.T, m *Mailing, format string) [][]byte {
	t.Helper()
	var letters [8 * 3][]byte
	n := 0
	var workers sync.WaitGroup
	for record, err := range m.Records() {
		if err != nil {
			t.Fatal(err)
		}
		to := &letters[n]
		n++
		workers.Go(func() {
			paper, _, err := record.Paper(t.Context())
			var b bytes.Buffer
			if err == nil && paper != nil {
				err = m.press.Write(&b, paper, format)
			}
			if err != nil {
				t.Errorf("row %d: %v", record.Row, err)
			}
			*to = b.Bytes()
		})
	}
	workers.Wait()
	return letters[:n]
}

// TestLettersAlone checks that what letters of a batch share changes none of them: letters to different recipients,
// in any order, are those made alone by a new press.
func TestLettersAlone(t *testing.T) {
	for _, c := range []struct{ word, format string }{{"letter.docx", "pdf"}, {"letter.docx", "docx"}, {"", "pdf"}} {
		rows := recipientsApart[1:]
		var alone [][]byte
		made := 0
		for _, row := range rows {
			letter := printed(t, mailingOf(t, c.word, row), c.format)[0]
			if alone = append(alone, letter); len(letter) > 0 {
				made++
			}
		}
		if made < 5 {
			t.Errorf("%v: only %d letters", c, made)
		}
		for range 2 {
			together := printed(t, mailingOf(t, c.word, slices.Concat(rows, rows)...), c.format)
			for i, letter := range together {
				if !bytes.Equal(letter, alone[i%len(rows)]) {
					t.Errorf("%v: the letter to row %d of %v differs", c, i, rows)
				}
			}
			slices.Reverse(rows)
			slices.Reverse(alone)
		}
	}
}
