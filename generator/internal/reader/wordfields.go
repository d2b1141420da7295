package reader

import (
	"encoding/xml"
	"slices"
	"strings"
)

// field is a field (ECMA-376-1, 17.16): its code, then its result. Programs show the result, and recompute it at
// times.
type field struct {
	code     string
	verbatim string // the code with the spaces that some programs leave out
	shows    bool   // in the result
	numbered bool   // a number of the page is in the text
	kept     bool   // the result is lateResult
	other    bool   // it contains more than the code and the result of a late field
	simple   bool   // an element of its own (17.16.19)
	cells    int    // around its beginning
}

// field records a field whose result may change.
func (p *paragraphs) field(code string) {
	name, rest, _ := strings.Cut(strings.TrimSpace(code), " ")
	switch name = strings.ToUpper(name); name {
	case "":
		p.report("поле без кода")
	case "HYPERLINK":
		p.report("ссылка: " + strings.Trim(strings.TrimPrefix(strings.TrimSpace(rest), `\l`), ` "`))
	default:
		p.Fields = append(p.Fields, name)
	}
}

// lateField is the code of the field that papers have for LibreOffice. Programs do not show it, and papers of
// earlier rules do not have it.
const lateField = `SET keep "1"`

// lateResult is what Word stores of it, in a bookmark, when a person updates the fields; LibreOffice stores an
// empty one. They do not print it (17.16.5.58). Programs print parts of any other result, and of a code after a
// non-ASCII space.
const lateResult = "1"

func isLate(code string) bool { return strings.Trim(code, " ") == lateField }

// inFields are the elements of a field that has words only, and of its place.
var inFields = []string{"r", "rPr", "t", "instrText", "fldChar", "bookmarkStart", "bookmarkEnd", "proofErr",
	"lastRenderedPageBreak"}

// beside notes that a field contains something other than words.
func (p *paragraphs) beside(t xml.StartElement) {
	if p.around(1) != "rPr" && (t.Name.Space != p.space || !slices.Contains(inFields, t.Name.Local)) {
		p.spoil()
	}
}

// spoil notes that the innermost field differs from those that need not be reported. So do the fields around it,
// because they contain it.
func (p *paragraphs) spoil() {
	if last := len(p.fields) - 1; last >= 0 {
		p.fields[last].other = true
	}
}

// pageNumber replaces the result of a field that depends on the page.
const pageNumber = "⟨№⟩"

// typed replaces a bracket typed in a header, to distinguish it from that of a page number.
const typed = "⟨|"

// write adds typed words to the run.
func (p *paragraphs) write(said string) {
	if strings.Contains(said, "⟨") {
		if p.isMargin {
			said = strings.ReplaceAll(said, "⟨", typed)
		} else {
			p.report("знак ⟨, которым здесь назван номер листа")
		}
	}
	p.oddSpaces(said)
	p.run.WriteString(said)
}

// Typed returns the text of a header as it is typed.
func Typed(text string) string { return strings.ReplaceAll(text, typed, "⟨") }

// chars reads the text of an element. Words in the code of a field are not shown.
func (p *paragraphs) chars(start xml.StartElement) error {
	var text strings.Builder
	err := p.inside(func(token xml.Token) {
		switch t := token.(type) {
		case xml.CharData:
			text.Write(t)
		case xml.StartElement, xml.Comment, xml.ProcInst:
			p.report("разметка внутри слов")
		}
	})
	if err != nil {
		return err
	}
	said := text.String()
	keeps := func(a xml.Attr) bool { return a.Name == spaceAttribute && a.Value == "preserve" }
	if !slices.ContainsFunc(start.Attr, keeps) {
		said = strings.Trim(said, " \t\r\n") // ECMA-376-1, 17.3.3.31
	}
	last := len(p.fields) - 1
	switch {
	case start.Name.Local == "instrText" && last >= 0 && !p.fields[last].shows:
		p.fields[last].code += said
		p.fields[last].verbatim += text.String()
	case start.Name.Local == "instrText":
		p.report("код поля вне поля") // LibreOffice shows it
	case p.inCode():
		p.Hidden = append(p.Hidden, words(said)...)
	case last >= 0 && isLate(p.fields[last].code) && !p.fields[last].kept && text.String() == lateResult:
		p.fields[last].kept = true
	case last >= 0 && counted(p.fields[last].code) && isNumber(said):
		p.number(p.fields[last])
	default:
		if text.Len() > 0 {
			p.spoil()
		}
		p.write(said)
	}
	return nil
}

// locked reports a field that programs do not recompute, such as a number of a page that stays the same on all
// pages (17.16.18).
func (p *paragraphs) locked(t xml.StartElement) {
	if lock := value(t, "fldLock"); lock != "" && isOn(lock) {
		p.report("поле, которое программы не обновляют")
	}
}

// inCode reports whether the reader is in the code of a field, at any depth.
func (p *paragraphs) inCode() bool { return p.codes > 0 }

// number writes the number of a page once.
func (p *paragraphs) number(f *field) {
	mark := pageNumber
	if p.isMargin {
		mark = "⟨" + strings.ToUpper(strings.Fields(f.code)[0]) + "⟩" // they are not interchangeable
	}
	if !f.numbered {
		p.run.WriteString(mark)
	}
	f.numbered = true
}

// counted reports whether the result of a field is a number that depends on the page
// and that all programs write in the same digits.
func counted(code string) bool {
	isFar := func(r rune) bool { return r < ' ' || r > '~' } // programs take such spaces and letters differently
	parts := strings.Fields(strings.ToUpper(code))
	if len(parts) == 0 || strings.ContainsFunc(code, isFar) ||
		!slices.Contains([]string{"PAGE", "NUMPAGES", "SECTIONPAGES"}, parts[0]) {
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

// fieldChar reads a mark of a complex field (17.16.18), or a simple one as if it had such.
func (p *paragraphs) fieldChar(kind string) {
	last := len(p.fields) - 1
	switch {
	case kind == "begin":
		p.begin(&field{})
	case kind == "separate" && last >= 0 && !p.fields[last].shows:
		p.codes--
		p.fields[last].shows = true
	case kind == "end" && last >= 0:
		p.endField(false)
	default:
		p.report(brokenField)
	}
}

const brokenField = "поле без начала или без конца"

func (p *paragraphs) begin(f *field) {
	p.spoil()
	f.cells, f.other = len(p.cells), f.other || p.silent > 0
	p.fields = append(p.fields, f)
	p.codes += count(!f.shows)
}

// simpleField begins a field that is an element. Programs do not write late fields in this form.
func (p *paragraphs) simpleField(code string) {
	p.begin(&field{code: code, verbatim: code, shows: true, simple: true, other: isLate(code)})
}

func (p *paragraphs) endField(simple bool) {
	last := len(p.fields) - 1
	if last < 0 {
		return
	}
	f := p.fields[last]
	if p.fields = p.fields[:last]; f.simple != simple || f.cells != len(p.cells) {
		p.report(brokenField)
	}
	p.codes -= count(!f.shows)
	isOther := f.other || strings.Trim(f.code, " ") != strings.Trim(f.verbatim, " ")
	if counted(f.code) {
		p.number(f)
	}
	if isOther || !counted(f.code) && !isLate(f.code) {
		p.field(f.code)
	}
}

// endStory reports the fields that are open at the end of a story, such as a cell or a note: some programs lose the
// words after them.
func (p *paragraphs) endStory(cells int) {
	for len(p.fields) > 0 && p.fields[len(p.fields)-1].cells >= cells {
		p.report(brokenField)
		p.endField(p.fields[len(p.fields)-1].simple)
	}
}
