package word_test

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"protokol/generator/internal/compose/composetest"
	"protokol/generator/internal/meeting"
	"protokol/generator/internal/word"
)

// TestSituations fills the templates of testdata/situations, each of which puts a
// name, a repetition or a condition into another part of a document. The script
// beside them makes them, also for other programs, and the table situations.md.
func TestSituations(t *testing.T) {
	archive, err := txtar.ParseFile("testdata/situations/situations.txtar")
	if err != nil {
		t.Fatal(err)
	}
	toml := string(archive.Files[0].Data)
	for _, f := range archive.Files[1:] {
		t.Run(f.Name, func(t *testing.T) {
			parts, want, refused := readSituation(f.Data)
			parts["[Content_Types].xml"] = situationTypes(parts)
			template, err := word.Open("бланк.docx", pack(t, "", parts))
			if err != nil {
				t.Fatal(err)
			}
			m := composetest.Meeting(t, toml)
			m.Council.Emblem = &meeting.Picture{File: "e.png", Alt: "Герб", Prepared: prepared("E", 40, 40)}
			p, slips, absent := template.Fill(frameOf(t, m))
			switch {
			case refused && p != nil:
				t.Error("filled, but must be refused")
			case refused:
			case p == nil:
				t.Error(template.Problems(slips), template.Absent(absent, "protocol"))
			default:
				if got := paragraphs(t, p, parts, want); !slices.Equal(got, want) {
					t.Errorf("got  %q\nwant %q", got, want)
				}
			}
		})
	}
}

// readSituation reads the parts of a template (>name markup), the paragraphs of its
// paper (=text), or that it must be refused (!).
func readSituation(data []byte) (parts map[string]string, want []string, refused bool) {
	parts = map[string]string{}
	for line := range strings.SplitSeq(strings.TrimSuffix(string(data), "\n"), "\n") {
		switch text := strings.NewReplacer("⏎", "\n", "⇥", "\t").Replace(line[1:]); line[0] {
		case '>':
			name, markup, _ := strings.Cut(text, " ")
			parts[name] = markup
		case '=':
			want = append(want, text)
		case '!':
			refused = true
		}
	}
	return parts, want, refused
}

// situationTypes returns the content types of the parts of a situation.
func situationTypes(parts map[string]string) string {
	more := ""
	for name := range parts {
		if m := situationPart.FindStringSubmatch(name); m != nil {
			more += fmt.Sprintf(`<Override PartName="/%s" ContentType="application/vnd.openxmlformats-officedocument.`+
				`wordprocessingml.%s+xml"/>`, name, m[1])
		}
	}
	return strings.Replace(contentTypes, "</Types>", more+"</Types>", 1)
}

var (
	situationPart = regexp.MustCompile(`^word/(header|footer|footnotes|numbering)1?\.xml$`)
	numberID      = regexp.MustCompile(`<w:numId w:val="(\d+)"`)
	uniqueID      = regexp.MustCompile(`(?:docPr id|bookmarkStart w:id|w14:paraId|<w:id w:val)="(-?\w+)"`)
)

// paragraphs returns the paragraphs of a paper, with what cannot be read from its
// text: #numbering, #picture, #replaced (a picture, and none of the template's),
// #sections and #ids.
func paragraphs(t *testing.T, p *word.Paper, parts map[string]string, want []string) (list []string) {
	t.Helper()
	names := []string{"word/document.xml"}
	for _, name := range []string{"word/footer1.xml", "word/footnotes.xml", "word/header1.xml"} {
		if parts[name] != "" {
			names = append(names, name)
		}
	}
	for _, name := range names {
		list = append(list, paragraphTexts(t, written(t, p, name))...)
	}
	body := written(t, p, "word/document.xml")
	ids := func(re *regexp.Regexp) (ids []string) {
		for _, m := range re.FindAllStringSubmatch(body, -1) {
			ids = append(ids, m[1])
		}
		return ids
	}
	for _, mark := range want {
		numbers, unique := ids(numberID), ids(uniqueID)
		slices.Sort(unique)
		switch {
		case mark == "#numbering" && len(numbers) == 3 && numbers[0] == numbers[1] && numbers[1] != numbers[2],
			mark == "#picture" && strings.Contains(body, "<a:blip"),
			mark == "#replaced" && strings.Contains(body, "<a:blip") && !strings.Contains(body, `"rImg"`),
			mark == "#sections" && strings.Count(body, "<w:sectPr") == 3,
			mark == "#ids" && len(unique) > 1 && len(slices.Compact(unique)) == len(unique):
			list = append(list, mark)
		}
	}
	return list
}

// paragraphTexts returns the texts of the paragraphs of a part in the order in which
// they begin, without separators of footnotes.
func paragraphTexts(t *testing.T, markup string) (list []string) {
	t.Helper()
	var path []string // of elements
	var open []int    // paragraphs, inmost last
	d := xml.NewDecoder(strings.NewReader(markup))
	add := func(text string) { list[open[len(open)-1]] += text }
	for {
		token, err := d.Token()
		switch e := token.(type) {
		case nil:
			if err != io.EOF {
				t.Fatal(err)
			}
			return list
		case xml.StartElement:
			if e.Name.Local == "footnote" && len(e.Attr) > 1 {
				d.Skip()
				continue
			}
			path = append(path, e.Name.Local)
			switch inRun := len(path) > 1 && path[len(path)-2] == "r"; {
			case e.Name.Local == "p":
				list, open = append(list, ""), append(open, len(list))
			case inRun && runSigns[e.Name.Local] != "":
				add(runSigns[e.Name.Local])
			}
		case xml.EndElement:
			path = path[:len(path)-1]
			if e.Name.Local == "p" {
				open = open[:len(open)-1]
			}
		case xml.CharData:
			if len(path) > 0 && path[len(path)-1] == "t" {
				add(strings.ReplaceAll(string(e), "\u00a0", " "))
			}
		}
	}
}

// runSigns are the elements of runs that stand for signs.
var runSigns = map[string]string{"tab": "\t", "br": "\n", "noBreakHyphen": "\u2011"}

// TestSituationTable keeps the committed table and the templates in step.
func TestSituationTable(t *testing.T) {
	table, err := os.ReadFile("testdata/situations/situations.md")
	if err != nil {
		t.Fatal(err)
	}
	archive, err := txtar.ParseFile("testdata/situations/situations.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for n, f := range archive.Files[1:] {
		_, name, _ := strings.Cut(f.Name, " ")
		if !bytes.Contains(table, fmt.Appendf(nil, "| %d | %s |", n+1, name)) {
			t.Errorf("the table has no line %d for %s: run situations.py", n+1, name)
		}
	}
}
