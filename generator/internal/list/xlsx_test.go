package list

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"protokol/generator/internal/effort"
)

// packed is a workbook of parts; those not given are the usual ones.
func packed(t testing.TB, parts map[string]string) Source {
	t.Helper()
	all := map[string]string{
		"_rels/.rels":     `<Relationships><Relationship Id="r1" Type="http://x/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		"xl/workbook.xml": `<workbook xmlns:r="r"><sheets><sheet name="Лист1" sheetId="1" r:id="r1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="r1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/>` +
			`<Relationship Id="r2" Type="http://x/sharedStrings" Target="/xl/sharedStrings.xml"/></Relationships>`,
	}
	for name, content := range parts {
		all[name] = content
	}
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, name := range sortedKeys(all) {
		part, err := w.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(part, all[name]); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return source("a.xlsx", b.String())
}

// sheet is a workbook of one sheet, its rows given as XML.
func sheet(t testing.TB, rows string) Source {
	return packed(t, map[string]string{"xl/worksheets/sheet1.xml": `<worksheet><sheetData>` + rows + `</sheetData></worksheet>`})
}

const heads = `<row r="1"><c t="inlineStr"><is><t>Организация</t></is></c><c t="inlineStr"><is><t>ИНН</t></is></c></row>`

// TestOpenpyxl: a workbook by openpyxl, with all that offices do to one.
func TestOpenpyxl(t *testing.T) {
	l, records, problems := read(t, file(t, "openpyxl.xlsx"), Options{})
	equal(t, "decided", l.Decided.Lines[:len(l.Decided.Lines)-1], []string{
		"лист «Список» (первый видимый из 2: Список, Архив)",
		"заголовки занимают две строки: 3 и 4",
		"в строке 5 номера столбцов, она пропущена",
		"узнаны: organization = «Наименование организации» (B), name = «Руководитель ФИО» (C), position = «Руководитель Должность» (D), " +
			"inn = «ИНН» (E), phone = «Телефон» (G), index = «Индекс» (H)",
		"остались под своими заголовками: «№ п/п» (A), «Дата заключения» (F), «Взнос, руб.» (I), «Член?» (J), «Скрытый» (K)",
		"скрыты в файле: «Скрытый» (K)",
	})
	equal(t, "records", records, []string{
		"6: 1|ООО «Ромашка»|Иванов Иван Иванович|директор|0123456789|20.11.2017|+7 (4812) 12-34-56|014000|1234,5|да|х",
		"7: 2|АО \"Лютик\"|Петрова Анна\nСергеевна|ректор|0123456789|01.03.2026 14:30|+7 (4812) 12-34-56|214000||нет|у",
		"8: 3|ЗАО «Скрытое»|Сидоров С.С.|директор|7707083893||||0,3|| (скрыта)",
		"9: 4|ПАО «Два контакта»|Первый П.П.|директор|7707083893||||||",
		"10: 4|ПАО «Два контакта»|Второй В.В.|заместитель|||||||",
	})
	equal(t, "problems", told(problems), []string{
		"openpyxl.xlsx: строка 7, столбец «Взнос, руб.» (I): формула, значение которой не сохранено: откройте список в Excel и сохраните",
		"openpyxl.xlsx: строка 9, столбец «Взнос, руб.» (I): в ячейке ошибка таблицы #REF!",
		"openpyxl.xlsx: предупреждение: скрытых строк: 1, первая — 8; они прочитаны вместе с остальными",
		"openpyxl.xlsx: предупреждение: ячеек с формулами: 1, первая — в строке 7; взяты значения, вычисленные при последнем сохранении",
		"openpyxl.xlsx: предупреждение: объединённых ячеек, растянутых на несколько строк: 2, первая — в строке 10; значение взято в каждую из строк",
	})
}

// TestXlsxWriter: another writer, a hidden first sheet, rich text, formulas
// with values.
func TestXlsxWriter(t *testing.T) {
	l, records, problems := read(t, file(t, "xlsxwriter.xlsx"), Options{})
	if got := l.Decided.Lines[0]; got != "лист «Письма» (первый видимый из 2: Служебный, Письма)" {
		t.Error(got)
	}
	equal(t, "records", records, []string{
		"2: ООО «Ромашка»|0123456789|Смоленск|20.11.2017|2",
		"3: АО «Лютик»|7707083893|Вязьма|28.02.1900|ab",
		"4: Счёт|40702810900000000000|||",
	})
	equal(t, "problems", told(problems), []string{
		"xlsxwriter.xlsx: строка 4, столбец «ИНН» (B): число длиннее 15 цифр: последние таблица потеряла; сделайте столбец текстовым и введите его заново",
		"xlsxwriter.xlsx: предупреждение: ячеек с формулами: 2, первая — в строке 2; взяты значения, вычисленные при последнем сохранении",
	})
}

func TestSkipHidden(t *testing.T) {
	_, records, problems := read(t, file(t, "openpyxl.xlsx"), Options{SkipHidden: true})
	if len(records) != 4 {
		t.Error(records)
	}
	if got := told(problems)[2]; got != "openpyxl.xlsx: предупреждение: скрытых строк: 1, первая — 8; они пропущены" {
		t.Error(got)
	}
}

func TestSheetByName(t *testing.T) {
	l, records, _ := read(t, file(t, "openpyxl.xlsx"), Options{Sheet: "архив"})
	equal(t, "records", records, []string{"2: Старая"})
	if got := l.Decided.Lines[0]; got != "лист «Архив» (так указано)" {
		t.Error(got)
	}
	_, _, problems := read(t, file(t, "openpyxl.xlsx"), Options{Sheet: "Архивы"})
	if len(problems) != 1 || problems[0].Message != "в книге нет листа «Архивы»" || problems[0].Hint != "возможно, «Архив»" {
		t.Errorf("%+v", problems)
	}
}

// TestSheetForms: what other writers leave out, add or write otherwise.
func TestSheetForms(t *testing.T) {
	shared := packed(t, map[string]string{
		"xl/worksheets/sheet1.xml": `<x:worksheet xmlns:x="m"><x:cols><x:col min="2" max="2" hidden="true"/><x:col min="3" max="16384" hidden="1"/></x:cols><x:sheetData>` +
			`<x:row><x:c t="s"><x:v>0</x:v></x:c><x:c t="s"><x:v>1</x:v></x:c></x:row><x:row/>` +
			`<x:row r="7"><x:c r="A7" t="s"><x:v>2</x:v></x:c><x:c r="B7"><x:v>7.707083893E9</x:v></x:c><x:c r="C7" s="1"/></x:row></x:sheetData></x:worksheet>`,
		"xl/sharedStrings.xml": `<x:sst xmlns:x="m"><x:si><x:t>Организация</x:t></x:si><x:si><x:r><x:t>И</x:t></x:r><x:r><x:t>НН</x:t></x:r></x:si>` +
			`<x:si><x:t xml:space="preserve"> ООО_x000D_«А» </x:t><x:rPh sb="0" eb="1"><x:t>звук</x:t></x:rPh></x:si></x:sst>`,
	})
	l, records, problems := read(t, shared, Options{})
	equal(t, "problems", told(problems), nil)
	equal(t, "records", records, []string{"7: ООО\n«А»|7707083893"})
	if len(l.Columns) != 2 || !l.Columns[1].Hidden || l.Columns[0].Hidden {
		t.Errorf("%+v", l.Columns)
	}
	for _, test := range []struct{ name, rows, want string }{
		{"no cells", heads + `<row r="5"/>`, ""},
		{"boolean", heads + `<row><c t="b"><v>1</v></c></row>`, "2: да|"},
		{"a CSV saved by a program that shows formulas", heads + `<row><c t="str"><v>'-</v></c><c t="str"><v>="0123"</v></c></row>`, "2: -|0123"},
		{"date as text", heads + `<row><c t="d"><v>2017-11-20T00:00:00</v></c></row>`, "2: 20.11.2017|"},
		{"a missing text", heads + `<row><c t="s"><v>9</v></c></row>`, "2: |"},
		{"not a number", heads + `<row><c><v>1e999</v></c></row>`, "2: 1e999|"},
		{"the same row twice", heads + `<row r="1"><c t="str"><v>a</v></c></row>`, "2: a|"},
	} {
		_, records, _ := read(t, sheet(t, test.rows), Options{})
		if got := strings.Join(records, "\n"); got != test.want {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}

func TestFormats(t *testing.T) {
	for _, test := range []struct{ code, stored, want string }{
		{"General", "123", "123"},
		{"General", "1234.50", "1234,5"},
		{"General", "0.30000000000000004", "0,3"},
		{"General", "1E-7", "0,0000001"},
		{"General", "-5", "-5"},
		{"0", "12", "12"},
		{"0.00", "12", "12"},
		{"#,##0", "1234567", "1234567"},
		{"0000000000", "123456789", "0123456789"},
		{"0000000000", "12345678901", "12345678901"},
		{"000000;-000000;0", "14000", "014000"},
		{`000\-000\-000\ 00`, "12345678901", "123-456-789 01"},
		{`"+7 ("000") "000\-00\-00`, "4812123456", "+7 (481) 212-34-56"},
		{`[<=9999999]###\-####;\(###\)\ ###\-####`, "1234567", "123-4567"},
		{`[<=9999999]###\-####;\(###\)\ ###\-####`, "4812123456", "(481) 212-3456"},
		{`"№ "000`, "7", "№ 007"},
		{`0" шт."`, "7", "7"},
		{"dd.mm.yyyy", "43059", "20.11.2017"},
		{"[$-419]d mmmm yyyy;@", "43059", "20.11.2017"},
		{"dd.mm.yyyy hh:mm", "43059.5", "20.11.2017 12:00"},
		{"dd.mm.yyyy hh:mm", "43059", "20.11.2017"},
		{"h:mm", "0.5", "12:00"},
		{"mm:ss", "0.0007", "00:01"},
		{"[h]:mm", "1.5", "12:00"},
		{"mmmm", "43059", "20.11.2017"},
		{"dd.mm.yyyy", "1", "01.01.1900"},
		{"dd.mm.yyyy", "61", "01.03.1900"},
		{"dd.mm.yyyy", "-1", "-1"},
		{"[Red]0000", "7", "0007"},
		{"[", "7", "7"},
		{`\`, "7", "7"},
		{`"`, "7", "7"},
	} {
		book := &workbook{formats: []format{parseFormat(test.code)}, epoch: epochOf(false)}
		if got, _ := book.number(test.stored, 0); got != test.want {
			t.Errorf("%s by %s: %q, want %q", test.stored, test.code, got, test.want)
		}
	}
	book := &workbook{formats: []format{builtIn(14)}, epoch: epochOf(true)}
	if got, _ := book.number("41597", 0); got != "20.11.2017" {
		t.Error("1904:", got)
	}
}

// TestSharedStrings: texts come back from their blocks in any order.
func TestSharedStrings(t *testing.T) {
	s := newSharedStrings()
	text := func(i int) string { return strings.Repeat(fmt.Sprint("текст ", i), i%50) }
	const count = 60_000
	for i := range count {
		s.add(text(i))
	}
	s.pack()
	if len(s.blocks) <= openBlocks {
		t.Fatalf("only %d blocks: none is ever closed", len(s.blocks))
	}
	rng := rand.New(rand.NewPCG(1, 2))
	tries := 5_000
	if effort.Full() {
		tries = 20_000
	}
	for range tries {
		i := rng.IntN(count)
		if got, ok := s.get(i); !ok || got != text(i) {
			t.Fatalf("%d: %q", i, got)
		}
	}
	for _, i := range []int{-1, count} {
		if _, ok := s.get(i); ok {
			t.Errorf("there is a text %d", i)
		}
	}
}

// TestHostileWorkbooks: each is refused in a moment, with a reason.
func TestHostileWorkbooks(t *testing.T) {
	bomb := sheet(t, heads+strings.Repeat(`<row><c t="inlineStr"><is><t>`+strings.Repeat("a", 10_000)+`</t></is></c></row>`, 20_000))
	for _, test := range []struct {
		name string
		src  Source
		want string
	}{
		{"bomb", bomb, "часть книги (sheet1.xml) распаковывается в неправдоподобно большую"},
		{"cell of 10 MB", sheet(t, heads+`<row><c t="str"><v>`+strings.Repeat("a", 10<<20)+`</v></c></row>`), "в книге ячейка больше 1 МБ"},
		{"cell of 200 KB", sheet(t, heads+`<row><c t="inlineStr"><is><t>`+strings.Repeat("a", 200<<10)+`</t></is></c></row>`), "в книге ячейка больше 128 КБ"},
		{"attribute of 10 MB", sheet(t, heads+`<row a="`+strings.Repeat("a", 10<<20)+`"/>`), "в книге ячейка больше 1 МБ"},
		{"million columns", sheet(t, heads+`<row>`+strings.Repeat(`<c><v>1</v></c>`, 1_000_000)+`</row>`), "в строке 2 больше 16384 ячеек"},
		{"far column", sheet(t, heads+`<row><c r="ZZZZ2"/></row>`), "в строке 2 больше 16384 ячеек"},
		{"backward column", sheet(t, heads+`<row><c r="B2"/><c r="A2"/></row>`), "в строке 2 книги ячейка без места: «A2»"},
		{"entities", packed(t, map[string]string{"xl/worksheets/sheet1.xml": `<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><worksheet><sheetData>` +
			`<row><c t="str"><v>&a;</v></c></row></sheetData></worksheet>`}), "в книге объявлены сущности XML, так она не пишется"},
		{"entities in the texts", packed(t, map[string]string{"xl/worksheets/sheet1.xml": `<worksheet><sheetData>` + heads + `</sheetData></worksheet>`,
			"xl/sharedStrings.xml": `<!DOCTYPE x [<!ENTITY a "b">]><sst/>`}), "в книге объявлены сущности XML, так она не пишется"},
		{"unknown entity", sheet(t, heads+`<row><c t="str"><v>&a;</v></c></row>`), "книга повреждена (sheet1.xml): XML syntax error on line 1: invalid character entity &a;"},
		{"NUL", sheet(t, heads+"<row><c t=\"str\"><v>\x00</v></c></row>"), "книга повреждена (sheet1.xml): XML syntax error on line 1: illegal character code U+0000"},
		{"cut off", packed(t, map[string]string{"xl/worksheets/sheet1.xml": `<worksheet><sheetData>` + heads + `<row><c>`}), "книга повреждена (sheet1.xml): unexpected EOF"},
		{"UTF-16", packed(t, map[string]string{"xl/worksheets/sheet1.xml": "\xFF\xFE<\x00"}), "книга в кодировке UTF-16, которой Excel не пишет"},
		{"no sheet", packed(t, nil), "в книге нет листа «Лист1», хотя он назван"},
		{"sheet outside", packed(t, map[string]string{"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="r1" Type="http://x/worksheet" TargetMode="External" Target="http://x"/></Relationships>`}),
			"в книге нет ни одного листа"},
		{"document", packed(t, map[string]string{"word/document.xml": ""}), "это документ Word, а не таблица"},
		{"ods", packed(t, map[string]string{"content.xml": "", "mimetype": ""}), "это таблица LibreOffice (.ods)"},
		{"xlsb", packed(t, map[string]string{"_rels/.rels": `<Relationships><Relationship Id="r1" Type="http://x/officeDocument" Target="xl/workbook.bin"/></Relationships>`}),
			"это двоичная книга Excel (.xlsb)"},
		{"archive", packed(t, map[string]string{"_rels/.rels": `<Relationships/>`}), "это архив, а не таблица"},
	} {
		start := time.Now()
		_, _, problems := read(t, test.src, Options{})
		if got := told(problems); len(got) == 0 || got[len(got)-1] != "a.xlsx: "+test.want {
			t.Errorf("%s: %q", test.name, got)
		}
		if took := time.Since(start); took > 10*time.Second {
			t.Errorf("%s: %v", test.name, took)
		}
	}
}

// FuzzSheet: no sheet makes the reader fall.
func FuzzSheet(f *testing.F) {
	f.Add(heads+`<row r="2" hidden="1"><c r="A2" t="s" s="1"><f>A1</f><v>0</v></c></row>`, `<si><r><t>a</t></r><rPh><t>b</t></rPh></si>`, "0000;[<5]#")
	f.Add(heads+`<row><c t="inlineStr"><is><t>_x000D__x</t></is></c></row></sheetData><mergeCells><mergeCell ref="A1:B9"/></mergeCells>`, `<si><t/></si>`, `dd\`)
	f.Fuzz(func(t *testing.T, rows, texts, code string) {
		src := packed(t, map[string]string{
			"xl/worksheets/sheet1.xml": `<worksheet><cols><col min="1" max="2" hidden="1"/></cols><sheetData>` + rows + `</sheetData></worksheet>`,
			"xl/sharedStrings.xml":     `<sst>` + texts + `</sst>`,
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
				if len(value) > 2*maxCell {
					t.Fatalf("a value of %d bytes", len(value))
				}
			}
		}
		book := &workbook{formats: []format{parseFormat(code)}, epoch: epochOf(false)}
		for _, number := range []string{"0", "1.5", "43059", "-7", "123456789012345", "1e300"} {
			book.number(number, 0)
		}
	})
}
