package compare

import (
	"fmt"
	"image"
	"image/color"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"protokol/generator/internal/reader"
)

func TestChanges(t *testing.T) {
	for _, test := range []struct {
		theirs, ours string
		want         []string
	}{
		{"", "", nil},
		{"а б в", "а б в", nil},
		{"а 500 в", "а 300 в", []string{"после слов «а» стоит «500», а по исходному файлу «300»"}},
		{"а б", "а б в г", []string{"после слов «а б» нет «в г», что есть в исходном файле"}},
		{"а б в г д", "а г д", []string{"после слов «а» стоит «б в», чего нет в исходном файле"}},
		{"я б", "а б", []string{"в начале страницы стоит «я», а по исходному файлу «а»"}},
		{"раз два три четыре X пять шесть Y", "раз два три четыре пять Z шесть", []string{
			"после слов «два три четыре» стоит «X», чего нет в исходном файле",
			"после слов «три четыре пять» нет «Z», что есть в исходном файле",
			"после слов «пять Z шесть» стоит «Y», чего нет в исходном файле"}},
		{"", "а", []string{"в начале страницы нет «а», что есть в исходном файле"}},
		{"а\x1b[31m б", "а б", []string{"в начале страницы стоит «а?[31m», а по исходному файлу «а»"}},
	} {
		var got []string
		for _, c := range changes(strings.Fields(test.theirs), strings.Fields(test.ours)) {
			got = append(got, c.String())
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%q, %q (-want +got):\n%s", test.theirs, test.ours, diff)
		}
	}
}

// TestChangesAreFewest checks that the text without the changes is the longest
// common subsequence, computed independently.
func TestChangesAreFewest(t *testing.T) {
	words := func(seed, n int) (list []string) {
		for i := range n {
			seed = (seed*1103515245 + 12345) & 0x7fffffff
			list = append(list, fmt.Sprint(seed/65536%5, i%2))
		}
		return list
	}
	for seed := range 200 {
		theirs, ours := words(seed, seed%17), words(seed+1000, seed%13)
		a, b, want := len(theirs), len(ours), longest(theirs, ours)
		for _, c := range changes(theirs, ours) {
			a, b = a-len(c.theirs), b-len(c.ours)
		}
		if a != want || b != want {
			t.Errorf("%v, %v: %d and %d words left, want %d", theirs, ours, a, b, want)
		}
	}
}

func longest(a, b []string) int {
	row := make([]int, len(b)+1)
	for i := range a {
		before := append([]int(nil), row...)
		for j := range b {
			if row[j+1] = max(before[j+1], row[j]); a[i] == b[j] {
				row[j+1] = before[j] + 1
			}
		}
	}
	return row[len(b)]
}

// TestChangesOfAFlood checks that a page of a hundred thousand words is one
// change with a readable message.
func TestChangesOfAFlood(t *testing.T) {
	flood := strings.Fields(strings.Repeat("вода ", 100_000))
	list := changes(flood, strings.Fields(strings.Repeat("земля ", 1000)))
	if len(list) != 1 || len(list[0].String()) > 1000 {
		t.Errorf("%d changes: %.200s", len(list), list[0])
	}
}

func white(w, h int) *image.RGBA {
	picture := image.NewRGBA(image.Rect(0, 0, w, h))
	for i := range picture.Pix {
		picture.Pix[i] = 255
	}
	return picture
}

func TestChanged(t *testing.T) {
	a, b := white(20, 20), white(20, 20)
	if area := changed(a, b, nil); !area.Empty() {
		t.Errorf("equal pictures differ in %v", area)
	}
	a.Set(3, 4, color.Gray{255 - tolerance})
	if area := changed(a, b, nil); !area.Empty() {
		t.Errorf("a shade within the tolerance differs in %v", area)
	}
	a.Set(3, 4, color.Gray{100})
	a.Set(10, 6, color.RGBA{255, 255, 100, 255})
	if area := changed(a, b, nil); area != image.Rect(3, 4, 11, 7) {
		t.Errorf("%v", area)
	}
	if area := changed(a, b, []image.Rectangle{image.Rect(0, 0, 5, 5)}); area != image.Rect(10, 6, 11, 7) {
		t.Errorf("with an area left aside: %v", area)
	}
	if clean(a, image.Rect(0, 0, 20, 20)) || !clean(a, image.Rect(12, 0, 40, 40)) {
		t.Error("clean")
	}
}

// TestPlaces checks that an annotation, its pixels and its words have the same
// position.
func TestPlaces(t *testing.T) {
	inch := reader.Annotation{Left: 72, Top: 144, Right: 144, Bottom: 216}
	if area := pixels(inch); area != image.Rect(95, 191, 194, 290) {
		t.Errorf("%v", area)
	}
	if got := points(image.Rect(96, 192, 192, 288)); got != inch {
		t.Errorf("%+v", got)
	}
	if got, want := place(inch), "25–51 мм от левого края, 51–76 мм от верхнего"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

// TestWordsOfForm checks that filled-in values are remarks and that other
// fields are changes.
func TestWordsOfForm(t *testing.T) {
	issued := []reader.Field{
		{Name: "a", Title: "Имя", Kind: reader.TextField},
		{Name: "b", Title: "Согласие", Kind: reader.CheckBox, Checked: true},
	}
	for want, form := range map[string][]reader.Field{
		"": issued,
		"поле «Имя» заполнено: «Анна»; поле «Согласие» больше не отмечено": {
			{Name: "a", Title: "Имя", Kind: reader.TextField, Value: "Анна"},
			{Name: "b", Title: "Согласие", Kind: reader.CheckBox},
		},
		"добавлено поле «Сумма»: «5»": append(
			[]reader.Field{{Name: "c", Title: "Сумма", Kind: reader.TextField, Value: "5"}}, issued...),
		"добавлено поле «Имя»: «Анна»": append(issued[:2:2], reader.Field{Name: "a", Title: "Имя", Value: "Анна"}),
		"пропало поле «Согласие»":      issued[:1],
		"полей формы не осталось: их убрала программа, которая сохраняла документ; " +
			"что в них стояло, сказано выше как добавленное": nil,
	} {
		r := Words(&reader.Words{Form: form}, &reader.Words{Form: issued}, false)
		var got []string
		for _, f := range append(r.Differences, r.Remarks...) {
			got = append(got, f.String())
		}
		if got := strings.Join(got, "; "); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}

// TestWords checks that changes are reported with the words before them, across
// paragraphs, and that paragraph boundaries are ignored.
func TestWords(t *testing.T) {
	issued := []string{"ПРОТОКОЛ", "О плане.", "Утвердить план работы.", "Срок – май."}
	for name, test := range map[string]struct {
		paper reader.Words
		want  string
	}{
		"alike":  {reader.Words{Body: issued}, ""},
		"joined": {reader.Words{Body: []string{"ПРОТОКОЛ О плане.", "Утвердить план", "работы. Срок – май."}}, ""},
		"changed": {reader.Words{Body: []string{"ПРОТОКОЛ", "О плане.", "Отклонить план работы.", "Срок – май."}},
			"после слов «ПРОТОКОЛ О плане.» стоит «Отклонить», а по исходному файлу «Утвердить»"},
		"taken out": {reader.Words{Body: issued[:3]},
			"после слов «Утвердить план работы.» нет «Срок – май.», что есть в исходном файле"},
		"at the top": {reader.Words{Body: append([]string{"ЧЕРНОВИК"}, issued...)},
			"в начале документа стоит «ЧЕРНОВИК», чего нет в исходном файле"},
		"in the middle": {
			reader.Words{Body: []string{"ПРОТОКОЛ", "О плане.", "Утвердить новый план работы.", "Срок – май."}},
			"после слов «О плане. Утвердить» стоит «новый», чего нет в исходном файле"},
		"a header": {reader.Words{Body: issued, Edges: []reader.Edge{{Place: "верхний колонтитул", Text: "копия"}}},
			"в колонтитуле стоит «копия», чего нет в исходном файле"},
		"a picture": {reader.Words{Body: issued, Pictures: 1},
			"рисунков и вставленных объектов 1, а по исходному файлу 0"},
		"in numbers": {reader.Words{Body: issued, Labels: []string{"Не"}},
			"в номерах списка стоит «Не», чего нет в исходном файле"},
		"a field": {reader.Words{Body: issued, Fields: []string{"QUOTE"}},
			"среди полей, которые Word заполняет сам, стоит «QUOTE», чего нет в исходном файле"},
		"a box": {reader.Words{Body: issued, Boxes: []string{"копия"}},
			"в надписи или рисунке стоит «копия», чего нет в исходном файле"},
		"a file": {reader.Words{Body: issued, Embedded: true},
			"вставлены слова из другого файла, которых здесь не прочитать"},
		"comments": {reader.Words{Body: issued, Comments: true, Signed: true},
			"в документе есть примечания рецензентов; они не сверены; " +
				"в документе есть подпись Office; она не проверялась"},
	} {
		r := Words(&test.paper, &reader.Words{Body: issued}, false)
		var got []string
		for _, f := range append(r.Differences, r.Remarks...) {
			got = append(got, f.String())
		}
		if got := strings.Join(got, "; "); got != test.want {
			t.Errorf("%s: %s", name, got)
		}
	}
}
