package printing

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"
	"testing"

	"protokol/generator/internal/opc/opctest"
)

// docxText returns the text of a DOCX as Word shows it: w:t elements, and the
// numbers that Word generates from numbering.xml.
func docxText(t testing.TB, file []byte) string {
	t.Helper()
	w := wordReader{numbers: readNumbering(t, opctest.Part(t, file, "word/numbering.xml"))}
	return w.text(t, opctest.Part(t, file, "word/document.xml"))
}

var controlTag = regexp.MustCompile(`<w:tag w:val="([^"]*)"/>`)

// docxTags returns the tags of content controls, in order.
func docxTags(t testing.TB, file []byte) (tags []string) {
	t.Helper()
	for _, found := range controlTag.FindAllStringSubmatch(opctest.Part(t, file, "word/document.xml"), -1) {
		tags = append(tags, found[1])
	}
	return tags
}

// numbering.xml, as far as it says what is printed.
type numberingPart struct {
	Abstract []struct {
		ID     int `xml:"abstractNumId,attr"`
		Levels []struct {
			Format value `xml:"numFmt"`
			Text   value `xml:"lvlText"`
		} `xml:"lvl"`
	} `xml:"abstractNum"`
	Nums []struct {
		ID       int `xml:"numId,attr"`
		Abstract struct {
			Val int `xml:"val,attr"`
		} `xml:"abstractNumId"`
		Overrides []struct {
			Level int `xml:"ilvl,attr"`
			Start struct {
				Val int `xml:"val,attr"`
			} `xml:"startOverride"`
		} `xml:"lvlOverride"`
	} `xml:"num"`
}

type value struct {
	Val string `xml:"val,attr"`
}

func readNumbering(t testing.TB, data string) numberingPart {
	t.Helper()
	var n numberingPart
	if err := xml.Unmarshal([]byte(data), &n); err != nil {
		t.Fatal(err)
	}
	return n
}

// wordReader numbers paragraphs as Word does: instances of one abstract
// definition share its counters, an override applies when its instance first
// appears, and a paragraph of a level restarts deeper ones.
type wordReader struct {
	numbers  numberingPart
	counters [9][9]int
	met      map[int]bool
}

func (w *wordReader) label(num, level int) string {
	if w.met == nil {
		w.met = map[int]bool{}
	}
	n := w.numbers.Nums[num-1]
	counters := &w.counters[n.Abstract.Val]
	if !w.met[num] {
		w.met[num] = true
		for _, o := range n.Overrides {
			counters[o.Level] = o.Start.Val - 1
		}
	}
	counters[level]++
	for deeper := level + 1; deeper < 9; deeper++ {
		counters[deeper] = 0
	}
	look := w.numbers.Abstract[n.Abstract.Val].Levels[level]
	text := look.Text.Val
	for i := range 9 {
		number := fmt.Sprint(counters[i])
		if look.Format.Val == "russianLower" {
			number = string([]rune("абвгдежзиклмнопрстуфхцчшщыэюя")[max(0, counters[i]-1)])
		}
		text = strings.ReplaceAll(text, fmt.Sprintf("%%%d", i+1), number)
	}
	return text + " "
}

func (w *wordReader) text(t testing.TB, body string) string {
	t.Helper()
	var out strings.Builder
	d := xml.NewDecoder(strings.NewReader(body))
	num, level, inText := 0, 0, false
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return out.String()
		}
		if err != nil {
			t.Fatal(err)
		}
		switch e := token.(type) {
		case xml.StartElement:
			val := ""
			for _, a := range e.Attr {
				if a.Name.Local == "val" {
					val = a.Value
				}
			}
			switch e.Name.Local {
			case "p":
				num, level = 0, 0
			case "ilvl":
				fmt.Sscan(val, &level)
			case "numId":
				fmt.Sscan(val, &num)
			case "t":
				inText = true
			case "tab", "br":
				out.WriteByte(' ')
			case "noBreakHyphen":
				out.WriteByte('-')
			}
		case xml.EndElement:
			switch e.Name.Local {
			case "pPr":
				if num > 0 {
					out.WriteString(w.label(num, level))
				}
			case "p":
				out.WriteByte('\n')
			case "t":
				inText = false
			}
		case xml.CharData:
			if inText && string(e) != "\u2060" { // a word joiner keeps a range together
				out.Write(e)
			}
		}
	}
}
