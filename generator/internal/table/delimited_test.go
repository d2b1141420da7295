package table

import (
	"encoding/csv"
	"io"
	"slices"
	"strings"
	"testing"

	"protokol/generator/diag"
)

// readRows reads text to the end.
func readRows(text string, delimiter byte) (rows [][]string, flawed []int, err error) {
	t := newDelimitedReader(strings.NewReader(text), delimiter)
	for {
		r, err := t.Next()
		if err == io.EOF {
			return rows, flawed, nil
		}
		if err != nil {
			return rows, flawed, err
		}
		rows = append(rows, r.Texts())
		for _, c := range r.Cells {
			if c.problem != "" {
				flawed = append(flawed, r.Number)
			}
		}
	}
}

func TestDelimitedReader(t *testing.T) {
	for _, test := range []struct {
		text   string
		want   string // cells separated by |, rows by ⏎
		flawed []int
	}{
		{"a;b\nc;d\n", "a|b⏎c|d", nil},
		{"a;b\r\nc;d", "a|b⏎c|d", nil},
		{"a;b\rc;d", "a|b⏎c|d", nil},
		{"a;\n;b\n", "a|⏎|b", nil},
		{"a\n\nb", "a⏎⏎b", nil},
		{`"a;b";"c""d"`, `a;b|c"d`, nil},
		{"\"a\nb\";c", "a\nb|c", nil},
		{"\"a\r\nb\";c", "a\nb|c", nil},
		{"\"a\rb\";c", "a\nb|c", nil},
		{` "a" ;  b `, "a|b ", nil},
		{`ООО "Ромашка";x`, `ООО "Ромашка"|x`, nil},
		{`"ООО "Ромашка"";x`, `ООО "Ромашка"|x`, []int{1}},
		{`"Ромашка" ООО;x`, `"Ромашка" ООО|x`, []int{1}},
		{"\"Ромашка\" ООО;x\ny;\"z\"", "\"Ромашка\" ООО|x⏎y|z", []int{1}},
		{`"";""`, "|", nil},
	} {
		rows, flawed, err := readRows(test.text, ';')
		var got []string
		for _, r := range rows {
			got = append(got, strings.Join(r, "|"))
		}
		if joined := strings.Join(got, "⏎"); err != nil || joined != test.want || !slices.Equal(flawed, test.flawed) {
			t.Errorf("%q: %q, %v, %v", test.text, joined, flawed, err)
		}
	}
}

// TestUnclosedQuote checks that the error points to the opening quote, not to
// the end of the file.
func TestUnclosedQuote(t *testing.T) {
	_, _, err := readRows("a;b\nc;\"d\ne;f\ng;h\n", ';')
	p, ok := err.(diag.Problem)
	if !ok || p.Line != 2 || p.Message != "кавычка, открытая в этой строке, нигде не закрыта" {
		t.Error(err)
	}
	_, _, err = readRows("a\n\""+strings.Repeat("b\n", maxCell), ';')
	if p, ok = err.(diag.Problem); !ok || p.Line != 2 || p.Message != "ячейка больше 128 КБ" {
		t.Error(err)
	}
}

// TestHostileText checks that hostile files are refused quickly, with a reason
// and a line.
func TestHostileText(t *testing.T) {
	const heads = "Организация;ИНН\n"
	for _, test := range []struct{ name, content, want string }{
		{"cell of 10 MB", heads + strings.Repeat("a", 10<<20), "a.csv:2:1: ячейка больше 128 КБ"},
		{"quoted cell of 10 MB", heads + `"` + strings.Repeat("a", 10<<20) + `"`, "a.csv:2:1: ячейка больше 128 КБ"},
		{"row of 10 MB", heads + strings.Repeat(strings.Repeat("a", 1000)+";", 10_000),
			"a.csv:2:1: строка больше 1024 КБ"},
		{"million columns", heads + strings.Repeat(";", 1_000_000), "a.csv:2:1: в строке больше 16384 ячеек"},
		{"million columns above", strings.Repeat("a;", 1_000_000) + "\n", "a.csv:1:1: в строке больше 16384 ячеек"},
		{"quote", heads + `"ООО;1` + "\nАО;2\n", "a.csv:2:1: кавычка, открытая в этой строке, нигде не закрыта"},
		{"million quotes", heads + strings.Repeat(`"`, 1_000_001), "a.csv:2:1: ячейка больше 128 КБ"},
	} {
		table, _, err := Open(source("a.csv", test.content), Options{})
		if err != nil {
			t.Fatal(err)
		}
		rows, err := table.Rows()
		for err == nil {
			_, err = rows.Next()
		}
		p, _ := err.(diag.Problem)
		if p.File = "a.csv"; p.Error() != test.want {
			t.Errorf("%s: %v", test.name, err)
		}
	}
}

// FuzzDelimitedReader checks that the result agrees with encoding/csv wherever
// that accepts the text.
func FuzzDelimitedReader(f *testing.F) {
	for _, seed := range []string{
		"a;b\nc;d\n", "\"a\r\nb\";\"c\"\"d\"", `"ООО "Ромашка"";x`, "\"", "\r\r\n;", "a\x00;\xff",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		got, flawed, err := readRows(text, ';')
		if len(flawed) > 0 || err != nil {
			return
		}
		reader := csv.NewReader(strings.NewReader(text))
		reader.Comma, reader.FieldsPerRecord = ';', -1
		want, err := reader.ReadAll()
		if err != nil {
			return
		}
		// encoding/csv treats blank lines and a lone \r differently.
		if strings.Contains(strings.ReplaceAll(text, "\r\n", ""), "\r") || strings.ContainsAny(text, " =") {
			return
		}
		got = slices.DeleteFunc(got, func(r []string) bool { return len(r) == 0 })
		want = slices.DeleteFunc(want, func(r []string) bool { return len(r) == 1 && r[0] == "" })
		if !slices.EqualFunc(got, want, slices.Equal[[]string]) {
			t.Fatalf("%q: %q, by encoding/csv %q", text, got, want)
		}
	})
}
