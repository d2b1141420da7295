package reader

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"slices"
	"strings"

	"protokol/generator/internal/opc"
)

// maxBody limits the size of a part of a DOCX, in bytes. A paper of a thousand
// pages has two thirds of it.
const maxBody = 12 << 20

// Body is the parts of a DOCX body that may belong to a form.
type Body struct {
	Fields    []Field // content controls, in order
	Bookmarks []Field // bookmarks with their text, in order
	Words     bool    // there is text outside of these
}

// Controls reads the tagged content controls and the bookmarks of a DOCX. Tracked
// deletions are left out.
func Controls(file []byte) (Body, error) {
	archive, err := unzip(file)
	if err != nil {
		return Body{}, err
	}
	part := mainPart(archive)
	if part == nil {
		return Body{}, notDOCX(file)
	}
	content, err := part.Open()
	if err != nil {
		return Body{}, refusal("файл повреждён: DOCX не распаковывается")
	}
	defer content.Close()
	limited := &io.LimitedReader{R: content, N: maxBody}
	r := controlsReader{decoder: opc.NewDecoder(limited)}
	switch err := r.read(); {
	case limited.N <= 0:
		return Body{}, refusal(fmt.Sprintf("в файле слишком много текста: больше %d МБ", maxBody>>20))
	case err == io.EOF && r.begun:
		return r.body, nil
	case err == errTooMany:
		return Body{}, err
	}
	return Body{}, refusal("файл повреждён: текст DOCX не читается")
}

// mayHaveControls reports whether a part may have content controls, which is much faster than reading them: names
// of elements cannot be escaped (XML 1.0, 3.1).
func mayHaveControls(part *zip.File) bool {
	content, err := part.Open()
	if err != nil {
		return true
	}
	defer content.Close()
	data, err := io.ReadAll(io.LimitReader(content, maxBody+1))
	return err != nil || len(data) > maxBody || bytes.Contains(data, []byte("sdt"))
}

// control is an open content control.
type control struct {
	field       Field
	placeholder bool     // its content is a prompt
	owner       *control // the control that the text inside belongs to; may be nil
	text        strings.Builder
}

// bookmark is an open bookmark (ECMA-376-1, 17.13.6).
type bookmark struct {
	id    string
	field Field
	text  strings.Builder
}

// maxBookmarks limits how many bookmarks may be open at a time: every word is
// stored once for each.
const maxBookmarks = 16

type controlsReader struct {
	decoder   *xml.Decoder
	open      []*control  // open content controls, outermost first
	bookmarks []*bookmark // open bookmarks
	inText    bool
	begun     bool // the document element has begun
	body      Body
}

const errTooMany = refusal("в файле слишком много полей")

// read reads to the end, which it reports as io.EOF.
func (r *controlsReader) read() error {
	for {
		token, err := r.decoder.Token()
		if err != nil {
			return err
		}
		switch t := token.(type) {
		case xml.StartElement:
			err = r.start(t)
		case xml.EndElement:
			err = r.end(t.Name.Local)
		case xml.CharData:
			if r.inText {
				r.write(string(t))
			}
		}
		if err != nil {
			return err
		}
	}
}

// write adds text to the innermost control and to all open bookmarks.
func (r *controlsReader) write(text string) {
	for _, m := range r.bookmarks {
		if len(r.open) > 0 {
			around := r.open[len(r.open)-1]
			if m.field.Title = around.field.Title; around.placeholder {
				continue
			}
		}
		m.text.WriteString(text)
	}
	if owner := r.owner(); owner != nil {
		owner.text.WriteString(text)
	} else if strings.TrimSpace(text) != "" {
		r.body.Words = true
	}
}

func (r *controlsReader) owner() *control {
	if len(r.open) == 0 {
		return nil
	}
	return r.open[len(r.open)-1].owner
}

func (r *controlsReader) start(e xml.StartElement) error {
	switch e.Name.Local {
	case "document":
		r.begun = true
	case "sdt":
		r.open = append(r.open, &control{owner: r.owner(), field: Field{Kind: TextField}})
	case "sdtPr":
		if len(r.open) > 0 {
			return r.properties(r.open[len(r.open)-1])
		}
	case "sdtContent":
		if len(r.open) > 0 {
			if c := r.open[len(r.open)-1]; c.field.Name != "" {
				c.owner = c
			}
		}
	case "t":
		r.inText = strings.Contains(e.Name.Space, "wordprocessingml")
	case "bookmarkStart":
		if name := value(e, "name"); len(r.bookmarks) < maxBookmarks && name != "" && name[0] != '_' { // Word's own
			r.bookmarks = append(r.bookmarks, &bookmark{id: value(e, "id"), field: Field{Name: name, Kind: TextField}})
		}
	case "bookmarkEnd":
		if i := slices.IndexFunc(r.bookmarks, func(m *bookmark) bool { return m.id == value(e, "id") }); i >= 0 {
			m := r.bookmarks[i]
			r.bookmarks = slices.Delete(r.bookmarks, i, i+1)
			m.field.Value = strings.Trim(m.text.String(), "\n")
			r.body.Bookmarks = append(r.body.Bookmarks, m.field)
		}
	case "br", "cr":
		r.write("\n")
	case "tab":
		r.write("\t")
	case "noBreakHyphen":
		r.write("\u2011")
	case "sym":
		r.write(symbol(e))
	case "del", "moveFrom", "Fallback", "pPr", "rPr": // deleted, moved away, repeated, formatting
		return r.decoder.Skip()
	}
	return nil
}

func (r *controlsReader) end(name string) error {
	switch name {
	case "t":
		r.inText = false
	case "p":
		r.write("\n")
	case "sdt":
		c := r.open[len(r.open)-1] // the decoder checks that
		r.open = r.open[:len(r.open)-1]
		if c.field.Name == "" {
			return nil
		}
		r.body.Fields = append(r.body.Fields, c.done())
	}
	if len(r.body.Fields)+len(r.body.Bookmarks) > maxFields {
		return errTooMany
	}
	return nil
}

// properties reads the properties of a control up to the end of its sdtPr.
func (r *controlsReader) properties(c *control) error {
	for depth := 1; depth > 0; {
		token, err := r.decoder.Token()
		if err != nil {
			return err
		}
		switch t := token.(type) {
		case xml.StartElement:
			depth++
			c.property(t)
		case xml.EndElement:
			depth--
		}
	}
	return nil
}

// property reads a property (ECMA-376-1, 17.5.2; check boxes: [MS-DOCX],
// 2.6.2).
func (c *control) property(e xml.StartElement) {
	switch e.Name.Local {
	case "tag":
		c.field.Name = value(e, "val")
	case "alias":
		c.field.Title = value(e, "val")
	case "showingPlcHdr":
		c.placeholder = isOn(value(e, "val"))
	case "date":
		c.field.Date, _, _ = strings.Cut(value(e, "fullDate"), "T")
	case "checkbox":
		c.field.Kind = CheckBox
	case "checked":
		c.field.Checked = isOn(value(e, "val"))
	case "picture":
		c.field.Kind = OtherField
	}
}

// done returns the field of a control that has ended.
func (c *control) done() Field {
	f, text := c.field, strings.TrimRight(c.text.String(), "\n")
	switch {
	case f.Kind == CheckBox: // programs without support for check boxes
		if f.Off = !IsTick(text) && (f.Checked && text != "" || countLetters(text) > 0); f.Off {
			f.Hint = text
		}
		f.Checked = f.Checked || IsTick(text)
	case c.placeholder:
		f.Date, f.Hint = "", text
	default:
		f.Value = text
	}
	return f
}

// IsTick reports whether a text is a tick.
func IsTick(text string) bool { return text != "" && strings.Contains("☒☑✓✔xXхХ", text) }

// value returns the value of an attribute. Those of WordprocessingML and its extensions have the namespace of their
// element, those of drawings have none. Attributes of other namespaces are for other programs and are ignored
// (ECMA-376-3).
func value(e xml.StartElement, name string) string {
	isWord := slices.Contains(wordML, e.Name.Space) ||
		strings.HasPrefix(e.Name.Space, extensions) && strings.Contains(e.Name.Space, "/wordml")
	for _, a := range e.Attr {
		if a.Name.Local == name && (a.Name.Space == e.Name.Space || a.Name.Space == "" && !isWord) {
			return a.Value
		}
	}
	return ""
}

// relation returns the name of the relationship to which an element refers by an attribute.
func relation(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name && slices.Contains(officeRelations, a.Name.Space+"/") {
			return a.Value
		}
	}
	return ""
}

// isOn reports whether a switch is on, which is the default (ECMA-376-1,
// 22.9.2.7).
func isOn(value string) bool { return value != "0" && value != "false" && value != "off" }
