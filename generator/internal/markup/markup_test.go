package markup

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"html/template"
	"io"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"protokol/generator/document"
)

// every contains every tag.
const every = `<document kind="protocol" title="Протокол № 1">
<!-- dropped -->
<title>ПРОТОКОЛ  №&#160;1</title>
<heading level="2" class="heading">Вопрос <b> важный </b>!</heading>
<p class="fact"><b>Дата:</b> 1 <i>марта</i><br/> на <a to="https://example.org/">сайте</a> <checkbox checked="true"/> да <checkbox/> <blank width="30"/> <boxes count="3" value="7А"/></p>
<p>   </p>
<p>Имя <input field="a.name" about=" Имя " required="true" lines="2" value="А  Б"/> <input field="a.basis" about="Основание" kind="choice" options="Устава; доверенности;"/> <input field="a.date" about="Дата" kind="date" width="35"/> <checkbox field="a.same" about="Тот же"/> <boxes count="2" value="7" field="a.inn" about="ИНН"/> <blank width="50" signature="head"/></p>
<list kind="decimal"><item>один</item><item label="4.">четыре<list kind="letter"><item>а</item></list></item><item>пять<list kind="decimal"><item>под</item></list></item><item label="">без</item></list>
<list kind="dash"></list>
<table class="form"><caption>Таблица</caption><columns><col width="1" align="center"/><col width="2.5"/></columns>
<head><row><cell span="2">Заголовок</cell></row></head><row><cell>а</cell><cell><p>б</p><p class="note">в</p></cell></row></table>
<figure path="герб.png" alt="Герб" width="20"/>
<figure path="схема.png" alt="Схема" width="90" height="40"><caption>Рисунок 1</caption></figure>
<pagebreak/>
<signature name="В.С. Чуранов">Председатель</signature>
<foot><p class="executor">Исполнитель</p></foot>
</document>`

const everyDump = `document protocol "Протокол № 1"
  heading 1 title: ПРОТОКОЛ №~1
  heading 2 heading: Вопрос *важный *!
  paragraph fact: *Дата:* 1 _марта_ / на [сайте](https://example.org/) ☑ да ☐ {30 mm} [7][А][]
  paragraph : Имя <a.name*: Имя>{text 0x2 "А  Б"} <a.basis: Основание>{choice 0x1 "" of ["Устава" "доверенности"]} <a.date: Дата>{date 35x1 ""} <a.same: Тот же>☐ <a.inn: ИНН>[7][] {50 mm [head]}
  list decimal
    item "1."
      paragraph : один
    item "4."
      paragraph : четыре
      list letter
        item "а)"
          paragraph : а
    item "5."
      paragraph : пять
      list decimal
        item "5.1."
          paragraph : под
    item ""
      paragraph : без
  table form[{1 center} {2.5 left}]: Таблица
    header
      cell 2
        paragraph : Заголовок
    row
      cell 1
        paragraph : а
      cell 1
        paragraph : б
        paragraph note: в
  figure "герб.png" 20x0: Герб
  figure "схема.png" 90x40: Схема
    caption: Рисунок 1
  page break
  signature "В.С. Чуранов" [signer]: Председатель
  foot
    paragraph executor: Исполнитель
`

func TestRead(t *testing.T) {
	doc, problems := Read("every", []byte(every), nil)
	if problems != nil {
		t.Fatal(problems)
	}
	if diff := cmp.Diff(everyDump, document.Dump(doc)); diff != "" {
		t.Error(diff)
	}
}

// TestEveryTagIsUsed checks that every uses every tag.
func TestEveryTagIsUsed(t *testing.T) {
	for _, tag := range Tags {
		if !strings.Contains(every, "<"+tag.Name) {
			t.Errorf("the sample lacks <%s>", tag.Name)
		}
	}
}

func TestErrors(t *testing.T) {
	wrap := func(s string) string { return `<document kind="x">` + s + `</document>` }
	for _, test := range []struct{ src, want string }{
		{wrap("<paragraf/>"), "неизвестный тег <paragraf>"},
		{wrap(`<p clas="x">а</p>`), "неизвестный атрибут clas у тега <p>"},
		{wrap("<item>а</item>"), "тег <item> не бывает внутри <document>"},
		{wrap("текст"), "текст вне абзаца: текст"},
		{wrap("<p>а</b></p>"), "теги закрыты не в том порядке"},
		{wrap("<p>а"), "теги закрыты не в том порядке"},
		{`<document>`, "тег <document> не закрыт до конца шаблона"},
		{wrap("<p"), "запись не по правилам XML"},
		{wrap(`<p class="x>`), "атрибут записан неверно: нужно имя=\"значение\""},
		{wrap(`<p class="<">а</p>`), "атрибут записан неверно: нужно имя=\"значение\""},
		{wrap("<p>а ]]> б</p>"), "запись не по правилам XML"},
		{wrap("<!-- а"), "запись не по правилам XML"},
		{wrap("<![CDATA[ а"), "запись не по правилам XML"},
		{wrap("<p>\x01</p>"), "управляющий символ"},
		{wrap("<p>\xD0</p>"), "управляющий символ"},
		{wrap("<p>&#1;</p>"), "неизвестный знак после &"},
		{wrap("<p>&#xD800;</p>"), "неизвестный знак после &"},
		{wrap("<p>а &amp б</p>"), "неизвестный знак после &"},
		{wrap("<p>&nbsp;</p>"), "неизвестный знак после &"},
		{wrap("<p class=x>а</p>"), "атрибут записан неверно: нужно имя=\"значение\""},
		{wrap(`<heading level="9">а</heading>`), "неверное значение level=«9»"},
		{wrap(`<list kind="roman"><item>а</item></list>`), "неизвестный вид списка «roman»"},
		{wrap(`<list>а</list>`), "в теге <list> не бывает текста: а"},
		{wrap(`<table><row><cell>а</cell></row></table>`), "у таблицы нет столбцов"},
		{wrap(`<table><columns><col/></columns><row><cell>а</cell><cell>б</cell></row></table>`),
			"в строке таблицы ячеек: 2, а столбцов: 1"},
		{wrap(`<table><columns><col width="-1" align="up"/></columns></table>`), "неизвестное выравнивание «up»"},
		{wrap(`<figure path="a.png" width="10"/>`), "рисунку нужны path, alt и width"},
		{wrap(`<p><a to="javascript:1">а</a></p>`), "ссылка ведёт неизвестно куда: «javascript:1»"},
		{wrap(`<signature name="А" field="Chair.1"/>`), "неверное имя поля подписи «Chair.1»"},
		{wrap(`<p><input about="а"/></p>`), "у поля нет имени"},
		{wrap(`<p><input field="a.b"/></p>`), "у поля a.b нет подсказки"},
		{wrap(`<p><boxes field="inn" about="а"/></p>`), "неверное имя поля «inn»"},
		{wrap(`<p><input field="a.b" about="а"/><checkbox field="a.b" about="а"/></p>`), "поле a.b уже есть: a.b"},
		{wrap(`<p><input field="a.b" about="а"/><input field="a.b.c" about="а"/></p>`), "поле a.b.c уже есть: a.b"},
		{wrap(`<p><input field="head.name" about="а"/></p><signature name="А" field="head"/>`),
			"имя head уже занято полем head.name"},
		{wrap(`<p><input field="a.b" about="а" kind="list"/></p>`), "неизвестный вид поля «list»"},
		{wrap(`<p><input field="a.b" about="а" kind="choice" options=" ; "/></p>`),
			"варианты (options) бывают у поля вида choice, и без них его нет"},
		{wrap(`<p><input field="a.b" about="а" lines="99"/></p>`), "неверное значение lines=«99»"},
		{wrap(`<p>ZgotmplZ</p>`), "значение отброшено как небезопасное"},
		{wrap(`<p class="ZgotmplZ">а</p>`), "значение атрибута class отброшено как небезопасное"},
		{`<!DOCTYPE x>` + wrap(""), "в шаблоне не бывает объявлений и инструкций XML"},
		{`<p/>`, "вне тега <document> ничего не бывает"},
		{"", "нет тега <document>"},
		{wrap(strings.Repeat("<list><item>", 5) + "а" + strings.Repeat("</item></list>", 5)),
			"списки вложены глубже 4 уровней"},
		{strings.Repeat("<b>", 100), "неизвестно"},
	} {
		_, problems := Read("шаблон", []byte(test.src), nil)
		if len(problems) == 0 {
			t.Errorf("%.60s: no problem", test.src)
			continue
		}
		p := problems[0]
		if test.want == "неизвестно" {
			continue // any error with a position
		}
		if p.Message != test.want || p.Line < 1 || p.File != "шаблон" {
			t.Errorf("%.60s:\n got %q at %d:%d\nwant %q", test.src, p.Message, p.Line, p.Column, test.want)
		}
	}
}

// TestPlaces: errors have the right places.
func TestPlaces(t *testing.T) {
	for _, test := range []struct{ src, want string }{
		{"<document>\n  <p>Ёж</b></p></document>", "2:8"},
		{"<document>\n\n  <p>а", "3:3"},
		{"<document>\n<p>Ёж &nbsp; ёж</p></document>", "2:7"},
		{"<document>\n<p class=\"body\"\n clas=\"x\">а</p></document>", "3:2"},
		{"<document>\n<p\n class=\"Ё & ё\">а</p></document>", "3:11"},
		{"<document>\n<p class = 'а&б'>а</p></document>", "2:14"},
		{"<document>\n <!-- -->\n\n  дом <p/></document>", "4:3"},
		{"<document>\n <list>\n  дом</list></document>", "3:3"},
		{"<document></document>\n\n дом", "3:2"},
		{"<document title='а\nб'>\n<x/></document>", "3:1"},
		{"<document>\r\n<list>\r\n<p>а</p></list></document>", "3:1"},
		{"<document>Ё\x00</document>", "1:12"},
	} {
		_, problems := Read("шаблон", []byte(test.src), nil)
		if len(problems) == 0 {
			t.Errorf("%s: no problem", test.src)
			continue
		}
		if got := fmt.Sprintf("%d:%d", problems[0].Line, problems[0].Column); got != test.want {
			t.Errorf("%s\n%s: %s, want %s", test.src, problems[0].Message, got, test.want)
		}
	}
}

// TestManyErrors: a source with many errors takes no longer than a valid one.
func TestManyErrors(t *testing.T) {
	src := []byte("<document>" + strings.Repeat("<x y='1'/><? z", 200_000) + "</document>")
	start := time.Now()
	_, problems := Read("шаблон", src, nil)
	if len(problems) != maxProblems || time.Since(start) > 20*time.Second {
		t.Errorf("%d problems in %v", len(problems), time.Since(start))
	}
}

// TestReferences: character references by name and number in text and
// attributes; CDATA is text.
func TestReferences(t *testing.T) {
	doc, problems := Read("x", []byte("<document title='&lt;&#1025;&#x401;&quot;\n'><p>&amp;lt; "+
		"&#x1F600;&apos;<![CDATA[<&amp;>]]><!-- - --></p></document>"), nil)
	if problems.Failed() {
		t.Fatal(problems)
	}
	if doc.Title != `<ЁЁ"` {
		t.Errorf("title %q", doc.Title)
	}
	if got, want := document.PlainText(doc), "&lt; 😀'<&amp;>\n"; got != want {
		t.Errorf("text %q, want %q", got, want)
	}
}

// TestSignatureFields: fields are named by the template, numbered if repeated,
// and omitted if the name is empty.
func TestSignatureFields(t *testing.T) {
	doc, problems := Read("x", []byte(`<document><signature name="Я" field="chair3"/><signature name="А" `+
		`field="chair"/><signature name="Б" field="chair"/><signature name="Э" field="chair"/><signature name="В"/>`+
		`<signature name="Г" field=""/></document>`), nil)
	if problems.Failed() {
		t.Fatal(problems)
	}
	var names []string
	for _, block := range doc.Blocks {
		names = append(names, block.(document.Signature).Field)
	}
	if got := strings.Join(names, "|"); got != "chair3|chair|chair2|chair4|signer|" {
		t.Errorf("fields %s", got)
	}
}

// wellFormed checks a source with encoding/xml.
func wellFormed(src []byte) error {
	d := xml.NewDecoder(bytes.NewReader(src))
	for {
		if _, err := d.Token(); err == io.EOF {
			return nil
		} else if err != nil {
			return err
		}
	}
}

// FuzzRead: Read returns a document or errors; a source without errors is
// well-formed XML.
func FuzzRead(f *testing.F) {
	f.Add([]byte(every))
	f.Add([]byte("<document><table><row><cell span='2'/></row></table></document>"))
	f.Fuzz(func(t *testing.T, src []byte) {
		doc, problems := Read("x", bytes.Clone(src), nil)
		if err := wellFormed(src); doc != nil && err != nil {
			t.Fatalf("read, but no XML: %v", err)
		}
		if (doc == nil) != problems.Failed() {
			t.Fatalf("a document and errors, or neither: %v", problems)
		}
		if doc != nil {
			document.Dump(doc)
			document.PlainText(doc)
		}
	})
}

// escaping is a template that prints a value in text and in an attribute.
var escaping = template.Must(template.New("x").Parse(
	`<document kind="x"><p>{{.}}</p><signature name="{{.}}">{{.}}</signature></document>`))

// FuzzEscape: every value that a template prints is read back unchanged, white
// space aside.
func FuzzEscape(f *testing.F) {
	for _, s := range []string{"ООО «A|B»", `"<b>&amp;</b>'`, "a\u00a0b", "{{.}}", "]]>", "<!--", "\u2028", "`",
		"ZgotmplZ", "\ufdef"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if strings.Contains(s, unsafe) ||
			strings.ContainsFunc(s, func(r rune) bool {
				return r < ' ' || r == utf8.RuneError || unicode.Is(unicode.Noncharacter_Code_Point, r)
			}) {
			t.Skip("refused when the input is read")
		}
		var b bytes.Buffer
		if err := escaping.Execute(&b, s); err != nil {
			t.Fatal(err)
		}
		doc, problems := Read("x", b.Bytes(), nil)
		if problems.Failed() {
			t.Fatalf("%q: %v\n%s", s, problems, b.Bytes())
		}
		want := strings.Join(strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(asciiSpace, r) }),
			" ")
		for _, block := range doc.Blocks {
			var got string
			switch n := block.(type) {
			case document.Paragraph:
				got = document.InlineText(n.Inlines)
			case document.Signature:
				got = document.InlineText(n.Position)
				if n.Name != strings.Trim(s, asciiSpace) {
					t.Errorf("attribute %q, want %q", n.Name, s)
				}
			}
			if got != want {
				t.Errorf("text %q, want %q", got, want)
			}
		}
	})
}

func BenchmarkRead(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, problems := Read("every", []byte(every), nil); problems.Failed() {
			b.Fatal(problems)
		}
	}
}
