package word_test

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"protokol/generator/internal/compose"
	"protokol/generator/internal/compose/composetest"
	"protokol/generator/internal/fields"
	"protokol/generator/internal/meeting"
	"protokol/generator/internal/opc/opctest"
	"protokol/generator/internal/origin"
	"protokol/generator/internal/picture"
	"protokol/generator/internal/word"
)

// illustrated returns the frame of a meeting with an emblem and with two pictures in
// its only annex.
func illustrated(t *testing.T) fields.Frame {
	t.Helper()
	m := composetest.Meeting(t, rich)
	m.Annexes[0].Pictures = []meeting.Picture{{File: "a.png", Alt: "Схема <1>", Caption: "Рис. 1",
		Prepared: prepared("A", 10, 20)},
		{File: "b.png", Alt: "Схема 2", Caption: "Рис. 2", Prepared: prepared("B", 40, 10)}}
	return frameOf(t, m)
}

// prepared returns a picture of a size.
func prepared(name string, width, height int) *picture.Picture {
	return &picture.Picture{Width: width, Height: height, Format: picture.PNG, File: []byte(name)}
}

func frameOf(t testing.TB, m *meeting.Meeting) fields.Frame {
	t.Helper()
	return fields.NewFrame(fields.Root(composetest.Facts(t, m, compose.Request{Kind: "protocol"})))
}

func drawing(descr string) string {
	return `<w:p><w:r><w:drawing><wp:inline><wp:extent cx="400" cy="200"/><wp:docPr id="1" name="x" descr="` +
		descr + `"/>` +
		`<a:blip xmlns:a="a" r:embed="rId9" xmlns:r="r"><a:ext uri="svg"/></a:blip><a:srcRect xmlns:a="a" ` +
		`l="10"/></wp:inline>` +
		`</w:drawing></w:r></w:p>`
}

// TestImages: a picture whose alternative text is a name is replaced, in the box that
// it has, for each item of a list.
func TestImages(t *testing.T) {
	links := map[string]string{"word/_rels/document.xml.rels": fmt.Sprintf(rels, relation("rId9", "image",
		"media/x.png")),
		"word/media/x.png": "X"}
	body := p("{для каждого приложения}") + p("{для каждого рисунка}") + drawing("{рисунок}") +
		p("{рисунок.подпись}") + p("{конец}") +
		p("{конец}") +
		drawing("{эмблема | иначе пусто}") + drawing("Печать")
	tpl := open(t, body, links)
	paper, slips, absent := tpl.Fill(illustrated(t))
	if paper == nil {
		t.Fatal(tpl.Problems(slips), tpl.Absent(absent, "protocol"))
	}
	var b bytes.Buffer
	if err := paper.Write(&b, origin.Origin{}); err != nil {
		t.Fatal(err)
	}
	made := opctest.Part(t, b.Bytes(), "word/document.xml")
	var found []string
	for _, m := range regexp.MustCompile(`(?:cx|cy|descr|r:embed)="([^"]*)"`).FindAllStringSubmatch(made, -1) {
		found = append(found, m[1])
	}
	want := "100 200 Схема &lt;1&gt; protokol1-1 400 100 Схема 2 protokol1-2 400 200 Печать rId9"
	if got := strings.Join(found, " "); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if n := strings.Count(made, "srcRect"); n != 1 { // that of the picture that stays
		t.Errorf("%d pictures are cropped", n)
	}
	if got := opctest.Part(t, b.Bytes(), "word/media/protokol1-2.png"); got != "B" {
		t.Errorf("the second picture is %q", got)
	}
	again, err := word.Open("again.docx", b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	if again == nil || !strings.Contains(opctest.Part(t, b.Bytes(), "word/_rels/document.xml.rels"),
		`Id="protokol1-2"`) {
		t.Error("the picture has no relationship")
	}
}

// TestImageTitle: the name may be the title, and the same attributes of the picture inside change,
// as LibreOffice writes them; braces of other words stay, and a name among words with a warning.
// By rules before 10 only the description is a name.
func TestImageTitle(t *testing.T) {
	m := composetest.Meeting(t, rich)
	m.Council.Emblem = &meeting.Picture{File: "a.png", Alt: "Герб", Prepared: prepared("A", 10, 20)}
	inner := `<pic:cNvPr xmlns:pic="p" id="2" name="x" title="{эмблема}"/><a:blip `
	body := strings.Replace(drawing("План {А}")+drawing("город")+drawing("{эмблема}")+drawing("Печать к № {номер}"),
		`descr="город"`, `title="{эмблема}" descr="город"`, 1)
	links := map[string]string{"word/_rels/document.xml.rels": fmt.Sprintf(rels, relation("rId9", "image",
		"media/x.png")), "word/media/x.png": "X"}
	const after = ` descr="Печать к № {номер}" title="{эмблема}"`
	for rules, want := range map[int]string{
		0: `descr="План {А}" title="{эмблема}" title="Герб" descr="город" title="Герб" descr="Герб" title="Герб"`,
		9: `descr="План {А}" title="{эмблема}" title="{эмблема}" descr="город" title="{эмблема}" descr="Герб" ` +
			`title="{эмблема}"`,
	} {
		tpl, err := word.OpenBy("x.docx", pack(t, strings.ReplaceAll(body, "<a:blip ", inner), links), rules)
		if err != nil {
			t.Fatal(err)
		}
		made := opctest.Part(t, saved(t, tpl, frameOf(t, m)), "word/document.xml")
		got := strings.Join(regexp.MustCompile(`(?:descr|title)="[^"]*"`).FindAllString(made, -1), " ")
		if got != want+after {
			t.Errorf("rules %d:\ngot  %s\nwant %s", rules, got, want+after)
		}
	}
}

// TestImageSlips: pictures that the file does not have, and words in their place.
func TestImageSlips(t *testing.T) {
	for _, c := range []struct{ body, want string }{
		{drawing("{эмблема}"), "нет рисунка {эмблема}"},
		{drawing("{рисунок}"), "есть у каждого из списка"},
		{drawing("{номер}"), "не рисунок"},
		{drawing("Герб: {эмблема}"), "вместе с другими словами"},
		{drawing("{рисуночек}"), "нет имени {рисуночек}"},
		{p("{эмблема}"), "{эмблема} — рисунок, а не слова"},
		{p("{приложение.рисунки}"), "— рисунок, а не слова"},
	} {
		tpl := open(t, c.body, nil)
		_, slips, absent := tpl.Fill(illustrated(t))
		all := append(slips, absent...)
		if len(all) == 0 || !strings.Contains(all[0].Message, c.want) {
			t.Errorf("%s: %v, want %s", text(c.body), all, c.want)
		}
		if _, err := tpl.Remarks(all); err != nil {
			t.Error(err)
		}
	}
}

// shape is a picture as old programs write it.
func shape(id, alt, style string) string {
	return `<w:p><w:r><w:pict xmlns:v="v" xmlns:r="r" xmlns:o="o"><v:shapetype id="_x0000_t75"/>` +
		`<v:shape id="` + id + `" o:spid="_x0000_s1" alt="` + alt + `" style="` + style + `">` +
		`<v:imagedata r:id="rId9" croptop="9"/></v:shape></w:pict></w:r></w:p>`
}

// TestShapes: a picture of VML is replaced, too, and shapes stay unique in repetitions.
func TestShapes(t *testing.T) {
	links := map[string]string{"word/_rels/document.xml.rels": fmt.Sprintf(rels, relation("rId9", "image",
		"media/x.png")), "word/media/x.png": "X"}
	body := p("{для каждого приложения}") + p("{для каждого рисунка}") +
		shape("i", "{рисунок}", "position:absolute;width:40pt;margin-left:0;height:20.5pt") +
		p("{конец}") + p("{конец}") +
		shape("e", "{эмблема | иначе пусто}", "width:1in;height:1in") +
		shape("s", "Печать", "width:1in;height:1in")
	made := opctest.Part(t, saved(t, open(t, body, links), illustrated(t)), "word/document.xml")
	var found []string
	attributes := regexp.MustCompile(`(?: id|spid|style|alt|r:id|croptop)="([^"]*)"`)
	for _, m := range attributes.FindAllStringSubmatch(made, -1) {
		found = append(found, m[1])
	}
	want := "_x0000_t75|i|_x0000_s1|Схема &lt;1&gt;|" +
		"position:absolute;width:10.25pt;margin-left:0;height:20.5pt|protokol1-1|" +
		"i_1|_x0000_s100002|Схема 2|position:absolute;width:40pt;margin-left:0;height:10pt|protokol1-2|" +
		"_x0000_t75|s|_x0000_s1|Печать|width:1in;height:1in|rId9|9"
	if got := strings.Join(found, "|"); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}
