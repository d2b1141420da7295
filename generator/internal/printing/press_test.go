package printing

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"protokol/generator/document"
	"protokol/generator/internal/compose"
	"protokol/generator/internal/effort"
	"protokol/generator/internal/input"
	"protokol/generator/internal/meeting"
	"protokol/generator/internal/origin"
	"protokol/generator/internal/pdftest"
	"protokol/templates"
)

// topMargin is the top margin of all built-in style sheets, mm.
const topMargin = 19

func newPress(t testing.TB, style string) *Press {
	t.Helper()
	sheet, problems := Sheet(templates.Files, style)
	if problems.Failed() {
		t.Fatal(problems)
	}
	press, err := NewPress(templates.Files, sheet)
	if err != nil {
		t.Fatal(err)
	}
	return press
}

// examples returns the files of the example meetings.
func examples(t testing.TB) []string {
	t.Helper()
	files, err := filepath.Glob("../../../examples/*/meeting.toml")
	if err != nil || len(files) < 2 {
		t.Fatalf("examples: %v, %v", files, err)
	}
	return files
}

// examplesIn returns the examples to print in a style: in a full run all, in a
// quick one a third, another one for each style.
func examplesIn(t testing.TB, style string) (list []string) {
	for i, file := range examples(t) {
		if effort.Full() || i%len(styles) == slices.Index(styles, style) {
			list = append(list, file)
		}
	}
	return list
}

func read(t testing.TB, press *Press, file string) (*meeting.Meeting, Origin) {
	t.Helper()
	src, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	m, problems := input.Read(filepath.ToSlash(file), src, press.Reading(os.ReadFile))
	if problems.Failed() {
		t.Fatal(problems)
	}
	return m.Meeting, Origin{Files: []origin.File{{Role: origin.Source, Path: "meeting.toml", Data: src}}}
}

func write(t testing.TB, press *Press, paper *Paper, format string) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := press.Write(&b, paper, format); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func print(t testing.TB, press *Press, file string) *Paper {
	t.Helper()
	m, from := read(t, press, file)
	paper, err := press.Paper(t.Context(), compose.Request{Kind: "protocol"}, m, from)
	if err != nil {
		t.Fatal(err)
	}
	return paper
}

// styles lists the built-in style sheets.
var styles = []string{"gost-2025", "gost-2016", "council"}

// pdfText joins the lines of a PDF: lines that end with a hyphen without a
// space, parts of divided words without the hyphen. Headers must be page numbers.
func pdfText(t testing.TB, file []byte) string {
	var b strings.Builder
	for i, page := range pdftest.Pages(t, file, topMargin) {
		want := strconv.Itoa(i + 1)
		if i == 0 {
			want = ""
		}
		if page.Header != want {
			t.Errorf("page %d has the header %q", i+1, page.Header)
		}
		for _, line := range page.Lines {
			if head, divided := strings.CutSuffix(line, pdftest.SoftHyphen); divided {
				b.WriteString(head)
				continue
			}
			b.WriteString(line)
			if !joins(line) {
				b.WriteByte('\n')
			}
		}
	}
	return b.String()
}

// joins reports whether a line ends inside a word: with a hyphen or a dash after
// a letter or a digit.
func joins(line string) bool {
	runes := []rune(line)
	n := len(runes)
	return n > 1 && strings.ContainsRune("-–", runes[n-1]) && runes[n-2] != ' ' && runes[n-2] != '\u00a0'
}

// TestReproducible: equal input gives equal bytes, from one press or from two.
func TestReproducible(t *testing.T) {
	for i, file := range examples(t) {
		for _, format := range Formats {
			if !effort.Takes(i, 4, 2) {
				continue
			}
			a, b := newPress(t, DefaultStyle), newPress(t, DefaultStyle)
			first := write(t, a, print(t, a, file), format)
			write(t, b, print(t, b, examples(t)[0]), format) // another paper between
			if !bytes.Equal(first, write(t, b, print(t, b, file), format)) {
				t.Errorf("%s: two %s differ", file, format)
			}
		}
	}
}

// TestSeedProtocol compares the real protocol with the words of the original, in
// order, and with those that the form adds.
func TestSeedProtocol(t *testing.T) {
	press := newPress(t, DefaultStyle)
	text := document.PlainText(print(t, press, "../../../examples/2017-11-20/meeting.toml").Document)
	at := 0
	for _, want := range []string{
		"ПРОТОКОЛ", "заседания Координационного совета образовательно-производственного кластера",
		"Дата проведения: 20.11.2017 г", "Время проведения: начало 12.00 окончание 14.00",
		"Место проведения: конференц-зал ОГБПОУ СмолАПО", "Присутствовали:",
		"Чуранов Василий Сергеевич, директор по развитию ООО «Твинс технологии»",
		"Тапцов Михаил Александрович, ООО «Айти грэйд»",
		"Старко Юлия, руководитель веб-отдела «КИТ МЕДИА»", "Повестка дня:", "3. Об утверждении плана",
		"на IV квартал 2017г и 2018г\n", "Вопрос №1: О кластерной модели", "РЕШЕНИЕ:",
		"1. Принять к сведению доклад начальника",
		"4. Утвердить президиум Координационного совета:", "Председатель - Чуранов Василий Сергеевич",
		"Секретарь –Белокопытов Максим Вячеслававич", "4. Направить Губернатору", "Островскому А. В.", "5. Участникам",
		"6. ОГБПОУ СмолАПО",
		"7. ОГБПОУ СмолАПО", "в срок до 08 декабря 2017 г.", "Вопрос №2:", "РЕШЕНИЕ:",
		"\nПринять к сведению доклад Кудрявцевой",
		"Вопрос №3:", "РЕШЕНИЕ:", "\nУтвердить план работы", "2017г. и 2018г.", "Председатель В.С. Чуранов",
		"Секретарь М.В. Белокопытов",
	} {
		plain := strings.ReplaceAll(text, "\u00a0", " ")
		i := strings.Index(plain[at:], want)
		if i < 0 {
			t.Fatalf("after %q the paper lacks %q", plain[:min(at, 60)], want)
		}
		at += i + len(want)
	}
}

// TestSourceDigest: the digest of the source, which takes long, is not needed before a paper is written.
func TestSourceDigest(t *testing.T) {
	for _, format := range Formats {
		press, computed := newPress(t, DefaultStyle), 0
		m, from := read(t, press, examples(t)[0])
		from.Files, from.Digest = nil, func() string { computed++; return "1-0123abcd" }
		paper, err := press.Paper(t.Context(), compose.Request{Kind: "protocol"}, m, from)
		if err != nil || computed != 0 {
			t.Fatalf("%s: computed %d times for the layout; %v", format, computed, err)
		}
		if write(t, press, paper, format); computed == 0 {
			t.Errorf("%s: the paper does not record it", format)
		}
	}
}
