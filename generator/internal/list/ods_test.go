package list

import (
	"strings"
	"testing"
	"time"

	"protokol/generator/internal/effort"
	"protokol/generator/internal/table"
)

// odsSource returns a spreadsheet of OpenDocument with the given parts.
func odsSource(t testing.TB, parts map[string]string) table.Source {
	t.Helper()
	all := map[string]string{
		"mimetype":              "application/vnd.oasis.opendocument.spreadsheet",
		"META-INF/manifest.xml": "<manifest/>",
	}
	for name, content := range parts {
		all[name] = content
	}
	return zipSource(t, "a.ods", all)
}

// odsTable returns a spreadsheet with one worksheet, given its rows as XML.
func odsTable(t testing.TB, rows string) table.Source { return odsStyled(t, "", rows) }

// odsStyled returns a spreadsheet with styles and one worksheet.
func odsStyled(t testing.TB, styles, rows string) table.Source {
	return odsSource(t, map[string]string{"content.xml": `<office:document-content><office:automatic-styles>` + styles +
		`</office:automatic-styles><office:body><office:spreadsheet><table:table table:name="Л">` + rows +
		`</table:table></office:spreadsheet></office:body></office:document-content>`})
}

// odsText returns a cell with a text.
func odsText(text string) string {
	return `<table:table-cell office:value-type="string"><text:p>` + text + `</text:p></table:table-cell>`
}

var odsHeader = `<table:table-row>` + odsText("Организация") + odsText("ИНН") + `</table:table-row>`

// TestODSHiddenMarkup checks that tables in comments and in character data are none.
func TestODSHiddenMarkup(t *testing.T) {
	const table = `<table:table table:name="Б"><table:table-row>` +
		`<table:table-cell><text:p>ФИО</text:p></table:table-cell></table:table-row></table:table>`
	for _, hidden := range []string{"<!--" + table + "--->", "<!-- - " + table + " - -->", "<?a " + table + "??>",
		"<office:a><![CDATA[" + table + "]]]></office:a>"} {
		rows := odsHeader + `<table:table-row>` + odsText("ООО «А»") + odsText("7707083893") + `</table:table-row>`
		source := odsSource(t, map[string]string{"content.xml": `<office:document-content><office:body>` +
			`<office:spreadsheet>` + hidden + `<table:table table:name="Л">` + rows +
			`</table:table></office:spreadsheet></office:body></office:document-content>`})
		_, records, _ := read(t, source, Options{})
		equal(t, hidden, records, []string{"2: ООО «А»|7707083893"})
	}
}

// TestODFPy reads a spreadsheet of another writer: a comment, repeated rows and
// columns, merged and hidden cells, a formula without a result.
func TestODFPy(t *testing.T) {
	l, records, problems := read(t, file(t, "odfpy.ods"), Options{})
	if l == nil {
		t.Fatal(problems)
	}
	equal(t, "records", records, []string{
		"2: ООО «Ромашка»|0123456789|20.11.2017|1234,5|Иванов\nИван",
		"3: Одинаковые|7707083893||7%|",
		"4: Одинаковые|7707083893||7%|",
		"5: Одинаковые|7707083893||7%|",
		"16: Объединённая|0000000001||да|Первый",
		"17: Объединённая|0000000002|14:30||Второй (скрыта)",
	})
	equal(t, "problems", messages(problems), []string{
		"odfpy.ods: предупреждение: строка 2: к ячейке A2 есть примечание: «примечание автора»",
		"odfpy.ods: строка 16, столбец «Дата» (C): " +
			"формула, значение которой не сохранено: откройте список в Excel и сохраните",
		"odfpy.ods: предупреждение: строка 17: строка скрыта в таблице, а письмо по ней делается",
		"odfpy.ods: предупреждение: скрытых строк: 1, первая — 17; они прочитаны вместе с остальными",
		"odfpy.ods: предупреждение: к ячейкам есть примечания: 1, первое — к A2: «примечание автора»; они не прочитаны",
		"odfpy.ods: предупреждение: ячеек с формулами: 1, первая — в строке 16; " +
			"взяты значения, вычисленные при последнем сохранении",
		"odfpy.ods: предупреждение: объединённых ячеек, растянутых на несколько строк: 1, первая — в строке 17; " +
			"значение взято в каждую из строк",
	})
	if len(l.Columns) != 5 || !l.Columns[2].Hidden || !l.Columns[3].Hidden || l.Columns[4].Hidden {
		t.Errorf("%+v", l.Columns)
	}
}

// TestODSCells checks kinds of values and of text.
func TestODSCells(t *testing.T) {
	for _, test := range []struct{ name, cell, want string }{
		{"spaces", odsText(`а<text:s text:c="2"/>б<text:tab/>в<text:line-break/>г`), "2: а  б в\nг|"},
		{"line ends in the file", odsText("а\r\nб"), "2: а б|"},
		{"link", odsText(`<text:a>а@б.рф</text:a>`), "2: а@б.рф|"},
		{"comment", `<table:table-cell office:value-type="string"><office:annotation><text:p>нет</text:p>` +
			`</office:annotation><text:p>да<office:annotation><text:p>нет</text:p></office:annotation></text:p>` +
			`</table:table-cell>`, "2: да|"},
		{"text value", `<table:table-cell office:value-type="string" office:string-value="а"><text:p>б</text:p>` +
			`</table:table-cell>`, "2: а|"},
		{"no type", `<table:table-cell><text:p>а</text:p></table:table-cell>`, "2: а|"},
		{"error", `<table:table-cell table:formula="of:=1/0" office:value-type="string" calcext:value-type="error">` +
			`<text:p>#DIV/0!</text:p></table:table-cell>`, "2: |"},
		{"number", `<table:table-cell office:value-type="float" ` +
			`office:value="1e999"><text:p>слово</text:p></table:table-cell>`,
			"2: слово|"},
		{"truth value of Excel",
			`<table:table-cell table:formula="of:=TRUE()" office:value-type="float" office:value="1">` +
				`<text:p>TRUE</text:p></table:table-cell>`, "2: да|"},
		{"date and time", `<table:table-cell office:value-type="date" office:date-value="2026-03-01T14:30:00"/>`,
			"2: 01.03.2026 14:30|"},
		{"no date", `<table:table-cell office:value-type="date" office:date-value="1.3.26"/>`, "2: 1.3.26|"},
		{"covered", `<table:covered-table-cell/>` + odsText("1"), "2: |1"},
		{"repeated",
			`<table:table-cell office:value-type="float" office:value="7" table:number-columns-repeated="2"/>`,
			"2: 7|7"},
		{"drawing", `<table:table-cell office:value-type="string"><draw:frame><text:p>нет</text:p><table:table>` +
			`<table:table-row/></table:table></draw:frame><text:p>а</text:p></table:table-cell>`, "2: а|"},
	} {
		rows := odsHeader + `<table:table-row>` + test.cell + `</table:table-row>`
		_, records, _ := read(t, odsTable(t, rows), Options{})
		equal(t, test.name, records, []string{test.want})
	}
}

// TestODSFormats checks that numbers are shown as their styles say.
func TestODSFormats(t *testing.T) {
	number := func(attributes, content string) string {
		return `<number:number-style style:name="N">` + content + `<number:number ` + attributes +
			`</number:number-style>`
	}
	conditional := `<number:number-style style:name="M"><number:number ` +
		`number:min-integer-digits="5"/></number:number-style>` +
		`<number:number-style style:name="N"><number:number number:min-integer-digits="2"/>` +
		`<style:map style:condition="value()&gt;=100" style:apply-style-name="M"/></number:number-style>`
	for _, test := range []struct{ name, styles, value, want string }{
		{"zeros", number(`number:min-integer-digits="6"/>`, ""), "14000", "014000"},
		{"groups", number(`number:min-integer-digits="6" number:grouping="true"/>`, ""), "14000", "14000"},
		{"SNILS",
			number(`number:min-integer-digits="11"><number:embedded-text number:position="2"> </number:embedded-text>`+
				`<number:embedded-text number:position="5">-</number:embedded-text>`+
				`<number:embedded-text number:position="8">-</number:embedded-text></number:number>`, ""),
			"1234567890", "012-345-678 90"},
		{"prefix", number(`number:min-integer-digits="3"/>`, `<number:text>№ </number:text>`), "7", "№ 007"},
		{"condition", conditional, "7", "07"},
		{"condition", conditional, "100", "00100"},
		{"percent", `<number:percentage-style style:name="N"><number:number/></number:percentage-style>`, "0.07", "7%"},
		{"boolean", `<number:boolean-style style:name="N"><number:boolean/></number:boolean-style>`, "1", "да"},
		{"unknown", ``, "1234.50", "1234,5"},
	} {
		styles := test.styles + `<style:style style:name="a" style:family="table-cell" style:data-style-name="N"/>` +
			`<style:style style:name="b" style:family="table-cell" style:parent-style-name="a"/>`
		rows := odsHeader +
			`<table:table-row><table:table-cell table:style-name="b" office:value-type="float" office:value="` +
			test.value + `"/></table:table-row>`
		_, records, _ := read(t, odsStyled(t, styles, rows), Options{})
		equal(t, test.name, records, []string{"2: " + test.want + "|"})
	}
}

// TestHostileODS checks that hostile files are refused quickly, with a reason.
func TestHostileODS(t *testing.T) {
	long := strings.Repeat("a", 100_000)
	repeated := func(attribute, text string) string {
		return odsHeader + `<table:table-row ` + attribute + `><table:table-cell office:value-type="string" ` +
			`table:number-columns-repeated="16384"><text:p>` + text + `</text:p></table:table-cell></table:table-row>`
	}
	const huge = "часть книги (content.xml) распаковывается в неправдоподобно большую"
	for _, test := range []struct {
		name string
		src  table.Source
		want string
	}{
		{"repeated columns", odsTable(t, repeated("", long)), huge},
		{"repeated cells", odsTable(t, repeated(`table:number-rows-repeated="1048576"`, "1")), huge},
		{"repeated rows", odsTable(t,
			odsHeader+`<table:table-row table:number-rows-repeated="99999999999">`+odsText("а")+
				odsText("б")+`</table:table-row>`), huge},
		{"overflow", odsTable(t, odsHeader+`<table:table-row><table:table-cell table:number-columns-repeated=`+
			`"9223372036854775807"/>`+odsText("а")+`</table:table-row>`), "в строке 2 больше 16384 ячеек"},
		{"million columns", odsTable(t, odsHeader+`<table:table-row>`+
			strings.Repeat(odsText("1"), 100_000)+`</table:table-row>`), "в строке 2 больше 16384 ячеек"},
		{"spaces", odsTable(t,
			odsHeader+`<table:table-row>`+odsText(`<text:s text:c="999999999"/>а`)+`</table:table-row>`),
			"в строке 2 ячейка больше 128 КБ"},
		{"entities", odsSource(t, map[string]string{"content.xml": `<!DOCTYPE x [<!ENTITY a "b">]><a/>`}),
			"в книге объявлены сущности XML, так она не пишется"},
		{"cut off", odsSource(t, map[string]string{"content.xml": `<office:body><table:table><table:table-row`}),
			"книга повреждена (content.xml): XML syntax error on line 1: unexpected EOF"},
		{"no worksheet", odsSource(t, map[string]string{"content.xml": `<a/>`}), "в книге нет ни одного листа"},
		{"password", odsSource(t, map[string]string{"content.xml": "\x01\x02",
			"META-INF/manifest.xml": `<m:manifest><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>`}),
			"таблица защищена паролем: прочитать её нельзя"},
		{"document", odsSource(t, map[string]string{"content.xml": "",
			"mimetype": "application/vnd.oasis.opendocument.text"}),
			"это текстовый документ (Word или Writer), а не таблица"},
	} {
		if test.want == huge && test.name != "repeated columns" && !effort.Gate() {
			continue // takes a second
		}
		start := time.Now()
		_, _, problems := read(t, test.src, Options{})
		if got := messages(problems); len(got) == 0 || !strings.HasPrefix(got[len(got)-1], "a.ods: "+test.want) {
			t.Errorf("%s: %.300q", test.name, got)
		}
		if took := time.Since(start); took > slower*time.Minute {
			t.Errorf("%s: %v", test.name, took)
		}
	}
}

// TestODSWorksheetNames checks that worksheets are found by their tags alone, whatever
// is in their attributes and in drawings.
func TestODSWorksheetNames(t *testing.T) {
	table := func(attributes, text string) string {
		return `<table:table ` + attributes + `><table:table-row>` + odsText("Организация") + `</table:table-row>` +
			`<table:table-row>` + odsText(text) + `</table:table-row></table:table>`
	}
	src := odsSource(t, map[string]string{"content.xml": `<a><style:style style:name="t" style:family="table">` +
		`<style:table-properties table:display="false"/></style:style><office:body>` +
		table(`table:style-name="t" table:name="Скрытый"`, "скрыта") + table(`table:name="A>B &amp; В"`,
		`<draw:frame>`+table(`table:name="нет"`, "нет")+`</draw:frame>да`) +
		`<table:table table:name="Пустой"/></office:body></a>`})
	l, records, problems := read(t, src, Options{})
	if l == nil {
		t.Fatal(problems)
	}
	equal(t, "records", records, []string{"2: да"})
	if got := l.Interpretation.Lines[0]; got != "лист «A>B & В» (первый видимый из 3: Скрытый, A>B & В, Пустой)" {
		t.Error(got)
	}
	_, records, _ = read(t, src, Options{Worksheet: "скрытый"})
	equal(t, "records", records, []string{"2: скрыта"})
}
