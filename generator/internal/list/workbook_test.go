package list

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
	"testing"
	"time"

	"protokol/generator/internal/table"
)

// xlsxSource returns a workbook with the given parts and defaults for others.
func xlsxSource(t testing.TB, parts map[string]string) table.Source {
	t.Helper()
	all := map[string]string{
		"_rels/.rels": `<Relationships>` +
			`<Relationship Id="r1" Type="http://x/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		"xl/workbook.xml": `<workbook xmlns:r="r">` +
			`<sheets><sheet name="Лист1" sheetId="1" r:id="r1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships>` +
			`<Relationship Id="r1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/>` +
			`<Relationship Id="r2" Type="http://x/sharedStrings" Target="/xl/sharedStrings.xml"/></Relationships>`,
	}
	for name, content := range parts {
		all[name] = content
	}
	return zipSource(t, "a.xlsx", all)
}

// zipSource returns an archive.
func zipSource(t testing.TB, file string, parts map[string]string) table.Source {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, name := range sortedKeys(parts) {
		part, err := w.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(part, parts[name]); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return source(file, b.String())
}

// worksheetSource returns a workbook with one worksheet, given its rows as XML.
func worksheetSource(t testing.TB, rows string) table.Source {
	return xlsxSource(t, map[string]string{sheet1: `<worksheet><sheetData>` + rows + `</sheetData></worksheet>`})
}

const (
	sheet1 = "xl/worksheets/sheet1.xml"
	header = `<row r="1"><c t="inlineStr"><is><t>Организация</t></is></c>` +
		`<c t="inlineStr"><is><t>ИНН</t></is></c></row>`
)

// TestOpenpyxl reads a workbook written by openpyxl that uses many features.
func TestOpenpyxl(t *testing.T) {
	l, records, problems := read(t, file(t, "openpyxl.xlsx"), Options{})
	equal(t, "decided", l.Interpretation.Lines[:len(l.Interpretation.Lines)-1], []string{
		"лист «Список» (первый видимый из 2: Список, Архив)",
		"заголовки занимают две строки: 3 и 4",
		"в строке 5 номера столбцов, она пропущена",
		"узнаны: organization = «Наименование организации» (B), name = «Руководитель ФИО» (C), " +
			"position = «Руководитель Должность» (D), inn = «ИНН» (E), phone = «Телефон» (G), index = «Индекс» (H)",
		"остались под своими заголовками: «№ п/п» (A), «Дата заключения» (F), «Взнос, руб.» (I), " +
			"«Член?» (J), «Скрытый» (K)",
		"скрыты в файле: «Скрытый» (K)",
	})
	equal(t, "records", records, []string{
		"6: 1|ООО «Ромашка»|Иванов Иван Иванович|директор|0123456789|20.11.2017|+7 (4812) 12-34-56|014000|1234,5|да|х",
		"7: 2|АО \"Лютик\"|Петрова Анна\nСергеевна|ректор|0123456789|01.03.2026 14:30|+7 (4812) 12-34-56|214000||нет|у",
		"8: 3|ЗАО «Скрытое»|Сидоров С.С.|директор|7707083893||||0,3|| (скрыта)",
		"9: 4|ПАО «Два контакта»|Первый П.П.|директор|7707083893||||||",
		"10: 4|ПАО «Два контакта»|Второй В.В.|заместитель|||||||",
	})
	equal(t, "problems", messages(problems), []string{
		"openpyxl.xlsx: строка 7, столбец «Взнос, руб.» (I): " +
			"формула, значение которой не сохранено: откройте список в Excel и сохраните",
		"openpyxl.xlsx: предупреждение: строка 8: строка скрыта в таблице, а письмо по ней делается",
		"openpyxl.xlsx: строка 9, столбец «Взнос, руб.» (I): в ячейке ошибка таблицы #REF!",
		"openpyxl.xlsx: предупреждение: скрытых строк: 1, первая — 8; они прочитаны вместе с остальными",
		"openpyxl.xlsx: предупреждение: ячеек с формулами: 1, первая — в строке 7; " +
			"взяты значения, вычисленные при последнем сохранении",
		"openpyxl.xlsx: предупреждение: объединённых ячеек, растянутых на несколько строк: 2, первая — в строке 10; " +
			"значение взято в каждую из строк",
	})
}

// TestXlsxWriter reads a workbook of another writer with a hidden first
// worksheet, rich text and formulas with values.
func TestXlsxWriter(t *testing.T) {
	l, records, problems := read(t, file(t, "xlsxwriter.xlsx"), Options{})
	if got := l.Interpretation.Lines[0]; got != "лист «Письма» (первый видимый из 2: Служебный, Письма)" {
		t.Error(got)
	}
	equal(t, "records", records, []string{
		"2: ООО «Ромашка»|0123456789|Смоленск|20.11.2017|2",
		"3: АО «Лютик»|7707083893|Вязьма|28.02.1900|ab",
		"4: Счёт|40702810900000000000|||",
	})
	equal(t, "problems", messages(problems), []string{
		"xlsxwriter.xlsx: строка 4, столбец «ИНН» (B): " +
			"число длиннее 15 цифр: последние таблица потеряла; сделайте столбец текстовым и введите его заново",
		"xlsxwriter.xlsx: предупреждение: ячеек с формулами: 2, первая — в строке 2; " +
			"взяты значения, вычисленные при последнем сохранении",
	})
}

func TestSkipHidden(t *testing.T) {
	_, records, problems := read(t, file(t, "openpyxl.xlsx"), Options{SkipHidden: true})
	if len(records) != 4 {
		t.Error(records)
	}
	const want = "openpyxl.xlsx: предупреждение: скрытых строк: 1, первая — 8; они пропущены"
	if got := messages(problems)[2]; got != want {
		t.Error(got)
	}
}

func TestWorksheetByName(t *testing.T) {
	l, records, _ := read(t, file(t, "openpyxl.xlsx"), Options{Worksheet: "архив"})
	equal(t, "records", records, []string{"2: Старая"})
	if got := l.Interpretation.Lines[0]; got != "лист «Архив» (так указано)" {
		t.Error(got)
	}
	_, _, problems := read(t, file(t, "openpyxl.xlsx"), Options{Worksheet: "Архивы"})
	if len(problems) != 1 || problems[0].Message != "в книге нет листа «Архивы»" ||
		problems[0].Hint != "возможно, «Архив»" {
		t.Errorf("%+v", problems)
	}
}

// TestWorksheetVariants checks variations between writers.
func TestWorksheetVariants(t *testing.T) {
	shared := xlsxSource(t, map[string]string{
		sheet1: `<x:worksheet xmlns:x="m"><x:cols><x:col min="2" max="2" hidden="true"/>` +
			`<x:col min="3" max="16384" hidden="1"/></x:cols><x:sheetData>` +
			`<x:row><x:c t="s"><x:v>0</x:v></x:c><x:c t="s"><x:v>1</x:v></x:c></x:row><x:row/>` +
			`<x:row r="7"><x:c r="A7" t="s"><x:v>2</x:v></x:c><x:c r="B7"><x:v>7.707083893E9</x:v></x:c>` +
			`<x:c r="C7" s="1"/></x:row></x:sheetData></x:worksheet>`,
		"xl/sharedStrings.xml": `<x:sst xmlns:x="m"><x:si><x:t>Организация</x:t></x:si>` +
			`<x:si><x:r><x:t>И</x:t></x:r><x:r><x:t>НН</x:t></x:r></x:si>` +
			`<x:si><x:t xml:space="preserve"> ООО_x000D_«А» </x:t>` +
			`<x:rPh sb="0" eb="1"><x:t>звук</x:t></x:rPh></x:si></x:sst>`,
	})
	l, records, problems := read(t, shared, Options{})
	equal(t, "problems", messages(problems), nil)
	equal(t, "records", records, []string{"7: ООО\n«А»|7707083893"})
	if len(l.Columns) != 2 || !l.Columns[1].Hidden || l.Columns[0].Hidden {
		t.Errorf("%+v", l.Columns)
	}
	for _, test := range []struct{ name, rows, want string }{
		{"no cells", header + `<row r="5"/>`, ""},
		{"boolean", header + `<row><c t="b"><v>1</v></c></row>`, "2: да|"},
		{"a CSV saved by a program that shows formulas",
			header + `<row><c t="str"><v>'-А</v></c><c t="str"><v>="0123"</v></c></row>`, "2: -А|0123"},
		{"date as text", header + `<row><c t="d"><v>2017-11-20T00:00:00</v></c></row>`, "2: 20.11.2017|"},
		{"a shared string without an index", header + `<row><c t="s"/><c t="s"><v></v></c></row>`, ""},
		{"an empty shared string", header + `<row><c t="str"><v>a</v></c><c t="s"> <v/> </c></row>`, "2: a|"},
		{"a missing text", header + `<row><c t="s"><v>9</v></c></row>`, "2: |"},
		{"not a number", header + `<row><c><v>1e999</v></c></row>`, "2: 1e999|"},
		{"the same row twice", header + `<row r="1"><c t="str"><v>a</v></c></row>`, "2: a|"},
	} {
		_, records, _ := read(t, worksheetSource(t, test.rows), Options{})
		if got := strings.Join(records, "\n"); got != test.want {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}

// TestHostileWorkbooks checks that hostile files are refused quickly, with a
// reason.
func TestHostileWorkbooks(t *testing.T) {
	inline := func(text string) string { return `<row><c t="inlineStr"><is><t>` + text + `</t></is></c></row>` }
	bomb := worksheetSource(t, header+strings.Repeat(inline(strings.Repeat("a", 10_000)), 14_000))
	for _, test := range []struct {
		name string
		src  table.Source
		want string
	}{
		{"bomb", bomb, "часть книги (sheet1.xml) распаковывается в неправдоподобно большую"},
		{"cell of 10 MB", worksheetSource(t, header+`<row><c t="str"><v>`+strings.Repeat("a", 10<<20)+`</v></c></row>`),
			"в книге ячейка больше 1 МБ"},
		{"cell of 200 KB", worksheetSource(t, header+inline(strings.Repeat("a", 200<<10))),
			"в книге ячейка больше 128 КБ"},
		{"attribute of 10 MB", worksheetSource(t, header+`<row a="`+strings.Repeat("a", 10<<20)+`"/>`),
			"в книге ячейка больше 1 МБ"},
		{"million columns", worksheetSource(t, header+`<row>`+strings.Repeat(`<c><v>1</v></c>`, 1_000_000)+`</row>`),
			"в строке 2 больше 16384 ячеек"},
		{"far column", worksheetSource(t, header+`<row><c r="ZZZZ2"/></row>`), "в строке 2 больше 16384 ячеек"},
		{"backward column", worksheetSource(t, header+`<row><c r="B2"/><c r="A2"/></row>`),
			"в строке 2 книги ячейка без места: «A2»"},
		{"entities", xlsxSource(t, map[string]string{
			sheet1: `<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>` +
				`<worksheet><sheetData><row><c t="str"><v>&a;</v></c></row></sheetData></worksheet>`,
		}), "в книге объявлены сущности XML, так она не пишется"},
		{"entities in the texts", xlsxSource(t, map[string]string{
			sheet1:                 `<worksheet><sheetData>` + header + `</sheetData></worksheet>`,
			"xl/sharedStrings.xml": `<!DOCTYPE x [<!ENTITY a "b">]><sst/>`,
		}), "в книге объявлены сущности XML, так она не пишется"},
		{"unknown entity", worksheetSource(t, header+`<row><c t="str"><v>&a;</v></c></row>`),
			"книга повреждена (sheet1.xml): XML syntax error on line 1: invalid character entity &a;"},
		{"NUL", worksheetSource(t, header+"<row><c t=\"str\"><v>\x00</v></c></row>"),
			"книга повреждена (sheet1.xml): XML syntax error on line 1: illegal character code U+0000"},
		{"cut off", xlsxSource(t, map[string]string{sheet1: `<worksheet><sheetData>` + header + `<row><c>`}),
			"книга повреждена (sheet1.xml): unexpected EOF"},
		{"UTF-16", xlsxSource(t, map[string]string{sheet1: "\xFF\xFE<\x00"}),
			"книга в кодировке UTF-16, которой Excel не пишет"},
		{"no worksheet", xlsxSource(t, nil), "в книге нет листа «Лист1», хотя он назван"},
		{"sheet outside", xlsxSource(t, map[string]string{
			"xl/_rels/workbook.xml.rels": `<Relationships>` +
				`<Relationship Id="r1" Type="http://x/worksheet" TargetMode="External" Target="http://x"/>` +
				`</Relationships>`,
		}), "в книге нет ни одного листа"},
		{"document", xlsxSource(t, map[string]string{"word/document.xml": ""}),
			"это текстовый документ (Word или Writer), а не таблица"},
		{"xlsb", xlsxSource(t, map[string]string{
			"_rels/.rels": `<Relationships>` +
				`<Relationship Id="r1" Type="http://x/officeDocument" Target="xl/workbook.bin"/></Relationships>`,
		}), "это двоичная книга Excel (.xlsb)"},
		{"archive", xlsxSource(t, map[string]string{"_rels/.rels": `<Relationships/>`}),
			"это архив ZIP, и таблиц в нём нет; первый файл в нём — «_rels/.rels»"},
	} {
		start := time.Now()
		_, _, problems := read(t, test.src, Options{})
		if got := messages(problems); len(got) == 0 || got[len(got)-1] != "a.xlsx: "+test.want {
			t.Errorf("%s: %q", test.name, got)
		}
		if took := time.Since(start); took > 10*time.Second {
			t.Errorf("%s: %v", test.name, took)
		}
	}
}

// FuzzWorksheet checks that no worksheet causes a panic.
func FuzzWorksheet(f *testing.F) {
	f.Add(header+`<row r="2" hidden="1"><c r="A2" t="s" s="1"><f>A1</f><v>0</v></c></row>`,
		`<si><r><t>a</t></r><rPh><t>b</t></rPh></si>`)
	f.Add(header+`<row><c t="inlineStr"><is><t>_x000D__x</t></is></c></row></sheetData>`+
		`<mergeCells><mergeCell ref="A1:B9"/></mergeCells>`, `<si><t/></si>`)
	f.Fuzz(func(t *testing.T, rows, texts string) {
		src := xlsxSource(t, map[string]string{
			sheet1: `<worksheet><cols><col min="1" max="2" hidden="1"/></cols>` +
				`<sheetData>` + rows + `</sheetData></worksheet>`,
			"xl/sharedStrings.xml": `<sst>` + texts + `</sst>`,
		})
		l, _ := Open(src, Options{})
		if l == nil {
			return
		}
		for r, err := range l.Records() {
			if err != nil {
				return
			}
			for _, value := range r.All() {
				if len(value) > 2*mostCell {
					t.Fatalf("a value of %d bytes", len(value))
				}
			}
		}
	})
}

// TestComments: a note at a cell is reported, one at a heading explains the heading.
func TestComments(t *testing.T) {
	src := xlsxSource(t, map[string]string{
		sheet1: `<worksheet><sheetData>` + header + `<row r="2"><c t="inlineStr"><is><t>ООО «А»</t></is></c></row>` +
			`</sheetData></worksheet>`,
		"xl/worksheets/_rels/sheet1.xml.rels": `<Relationships><Relationship Id="r1" Type="http://x/comments" ` +
			`Target="../comments1.xml"/></Relationships>`,
		"xl/comments1.xml": `<comments><commentList><comment ref="A1"><text><t>полностью</t></text></comment>` +
			`<comment ref="A2"><text><r><t>Автор:</t></r><r><t xml:space="preserve">&#10;закрыто</t></r></text></comment>` +
			`</commentList></comments>`,
	})
	_, _, problems := read(t, src, Options{})
	equal(t, "problems", messages(problems), []string{"a.xlsx: предупреждение: к ячейкам есть примечания: 1, " +
		"первое — к A2: «Автор: закрыто»; они не прочитаны",
		"a.xlsx: предупреждение: строка 2: к ячейке A2 есть примечание: «Автор: закрыто»"})
}

// TestTitlePage: the posts of who signs on a title page are not headings, unless two recipients are below.
func TestTitlePage(t *testing.T) {
	worksheet := func(rows string) string {
		s := `<worksheet><sheetData>`
		for _, row := range strings.Split(rows, "\n") {
			s += `<row>`
			for _, text := range strings.Split(row, ";") {
				s += `<c t="inlineStr"><is><t>` + text + `</t></is></c>`
			}
			s += `</row>`
		}
		return s + `</sheetData></worksheet>`
	}
	const refused = "на первом листе не видно списка"
	for rows, want := range map[string]string{
		"УТВЕРЖДАЮ\nДиректор\nГромов О.И.":                                refused,
		"Директор;Школа\nГромов О.И.;МБОУ СОШ № 5":                        refused,
		"Директор;Школа\nГромов О.И.;МБОУ СОШ № 5\nКим А.А.;МБОУ СОШ № 6": "",
	} {
		src := xlsxSource(t, map[string]string{
			"xl/workbook.xml": `<workbook xmlns:r="r"><sheets><sheet name="Титул" sheetId="1" r:id="r1"/>` +
				`<sheet name="Список" sheetId="2" r:id="r3"/></sheets></workbook>`,
			"xl/_rels/workbook.xml.rels": `<Relationships>` +
				`<Relationship Id="r1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/>` +
				`<Relationship Id="r3" Type="http://x/worksheet" Target="worksheets/sheet2.xml"/></Relationships>`,
			sheet1:                     worksheet(rows),
			"xl/worksheets/sheet2.xml": `<worksheet><sheetData>` + header + `</sheetData></worksheet>`,
		})
		l, problems := Open(src, Options{})
		got := strings.Join(messages(problems), "\n")
		if (l == nil) != (want != "") || !strings.Contains(got, want) {
			t.Errorf("%q: %s", rows, got)
		}
	}
}
