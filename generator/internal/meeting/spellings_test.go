package meeting

import (
	"reflect"
	"strings"
	"sync"
	"testing"

	"protokol/generator/internal/russian"
)

// TestReadName: a name that is read again is as it was read first, whatever was done to
// the first one, by many at once.
func TestReadName(t *testing.T) {
	read := func(text string, gender russian.Gender) {
		got, want := readName(text, gender), russian.ParsePerson(text, gender)
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %+v, want %+v", text, got, want)
		}
		_ = append(got.Doubts, "своё")
		_ = append(got.Remarks, "своё")
	}
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for _, text := range []string{"", "Иванов И. И.", "д.м.н. Тер Петросян Л.А.", "Совет директоров",
				"Ли Ким Пак Чен", strings.Repeat("Ы", maxSpelling)} {
				read(text, russian.Unknown)
				read(text, russian.Feminine)
			}
		})
	}
	all.Wait()
}
