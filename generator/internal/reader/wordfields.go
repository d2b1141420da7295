package reader

import (
	"encoding/xml"
	"slices"
	"strings"
)

// field is a field (ECMA-376-1, 17.16): its code, then its result. Programs show the
// result, and compute it anew at times.
type field struct {
	code     string
	shows    bool // in the result
	numbered bool // a number of the page is in the text
	other    bool // the code is that of lateField, but the result is not
}

// field records a field whose result may be other text than it shows now.
func (p *paragraphs) field(code string) {
	name, rest, _ := strings.Cut(strings.TrimSpace(code), " ")
	switch name = strings.ToUpper(name); name {
	case "":
	case "HYPERLINK":
		p.report("ссылка: " + strings.Trim(strings.TrimPrefix(strings.TrimSpace(rest), `\l`), ` "`))
	default:
		p.Fields = append(p.Fields, name)
	}
}

// lateField is the code of the field that papers have for LibreOffice. Programs show
// nothing of it, and no paper of earlier rules has it.
const lateField = `SET keep "1"`

// lateResult is what Word stores of it, in a bookmark, when a person updates the fields;
// LibreOffice stores an empty one. They print nothing of it (17.16.5.58).
const lateResult = "1"

func isLate(code string) bool { return strings.TrimSpace(code) == lateField }

// pageNumber stands for the result of a field that depends on the page.
const pageNumber = "⟨№⟩"

// chars reads the text of an element. Words in the code of a field are not shown.
func (p *paragraphs) chars(start xml.StartElement) error {
	var text strings.Builder
	err := p.inside(func(token xml.Token) {
		switch t := token.(type) {
		case xml.CharData:
			text.Write(t)
		case xml.StartElement:
			p.report("разметка внутри слов")
		}
	})
	if err != nil {
		return err
	}
	said := text.String()
	space := xml.Name{Space: "http://www.w3.org/XML/1998/namespace", Local: "space"}
	keeps := func(a xml.Attr) bool { return a.Name == space && a.Value == "preserve" }
	if !slices.ContainsFunc(start.Attr, keeps) {
		said = strings.Trim(said, " \t\r\n") // ECMA-376-1, 17.3.3.31
	}
	last := len(p.fields) - 1
	switch {
	case start.Name.Local == "instrText":
		if last >= 0 && !p.fields[last].shows {
			p.fields[last].code += said
		}
	case p.inCode():
		p.Hidden = append(p.Hidden, words(said)...)
	case last >= 0 && isLate(p.fields[last].code) && said == lateResult:
	case last >= 0 && counted(p.fields[last].code) && isNumber(said):
		p.number(p.fields[last])
	default:
		if last >= 0 {
			p.fields[last].other = true
		}
		p.run.WriteString(said)
	}
	return nil
}

// locked reports a field that programs do not compute anew, such as a number of a page
// that stays the same on all pages (17.16.18).
func (p *paragraphs) locked(t xml.StartElement) {
	if lock := value(t, "fldLock"); lock != "" && isOn(lock) {
		p.report("поле, которое программы не обновляют")
	}
}

// inCode reports whether what is read stands in the code of a field, which may stand in
// the code of another one.
func (p *paragraphs) inCode() bool { return p.codes > 0 }

// number writes the number of a page once.
func (p *paragraphs) number(f *field) {
	if !f.numbered {
		p.run.WriteString(pageNumber)
	}
	f.numbered = true
}

// counted reports whether the result of a field is a number that depends on the page
// and that all programs write in the same digits.
func counted(code string) bool {
	parts := strings.Fields(strings.ToUpper(code))
	if len(parts) == 0 || parts[0] != "PAGE" && parts[0] != "NUMPAGES" && parts[0] != "SECTIONPAGES" {
		return false
	}
	for i, part := range parts[1:] {
		if i%2 == 0 && part != `\*` || i%2 == 1 && part != "MERGEFORMAT" && part != "ARABIC" {
			return false
		}
	}
	return true
}

// isNumber reports whether a text has digits and spaces only.
func isNumber(text string) bool { return strings.Trim(text, "0123456789 ") == "" }

func (p *paragraphs) fieldChar(kind string) {
	last := len(p.fields) - 1
	switch {
	case kind == "begin":
		p.fields = append(p.fields, &field{})
		p.codes++
	case kind == "separate" && last >= 0:
		p.codes -= count(!p.fields[last].shows)
		p.fields[last].shows = true
	case kind == "end" && last >= 0:
		f := p.fields[last]
		p.fields = p.fields[:last]
		p.codes -= count(!f.shows)
		if counted(f.code) {
			p.number(f)
		} else if !isLate(f.code) || f.other {
			p.field(f.code)
		}
	}
}
