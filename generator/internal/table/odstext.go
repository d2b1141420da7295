package table

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"strings"

	"protokol/generator/diag"
)

// readText reads the text of a cell and its end tag: a line for each paragraph.
// Drawings are not part of it, and comments are apart.
func (s *odsReader) readText() (text, comment string, err error) {
	var b, beside strings.Builder
	for paragraphs := 0; ; {
		token, err := s.decoder.RawToken()
		if err != nil {
			return "", "", noEOF(err)
		}
		switch t := token.(type) {
		case xml.StartElement:
			if t.Name.Local == "annotation" {
				if err := s.readAnnotation(&beside); err != nil {
					return "", "", err
				}
				continue
			}
			if t.Name.Space != "text" || t.Name.Local != "p" {
				if err := s.skip(); err != nil {
					return "", "", err
				}
				continue
			}
			if paragraphs++; paragraphs > 1 {
				b.WriteByte('\n')
			}
			if err := s.readParagraph(&b); err != nil {
				return "", "", err
			}
		case xml.EndElement:
			return b.String(), strings.Join(strings.Fields(Clean(beside.String())), " "), nil
		}
	}
}

// readAnnotation reads a comment after its start tag (ODF 1.3, part 3, 14.1): its
// paragraphs, without author and date.
func (s *odsReader) readAnnotation(b *strings.Builder) error {
	const most = 500 // bytes; messages show less
	for depth := 1; depth > 0; {
		token, err := s.decoder.RawToken()
		if err != nil {
			return noEOF(err)
		}
		switch t := token.(type) {
		case xml.StartElement:
			if t.Name.Space == "dc" || t.Name.Space == "meta" {
				if err := s.skip(); err != nil {
					return err
				}
				continue
			}
			depth++
		case xml.EndElement:
			depth--
			if b.Len() < most {
				b.WriteByte(' ')
			}
		case xml.CharData:
			if b.Len() < most {
				b.Write(t)
			}
		}
	}
	return nil
}

// readParagraph reads a paragraph after its start tag (ODF 1.3, part 3, 6.1).
func (s *odsReader) readParagraph(b *strings.Builder) error {
	for depth := 1; depth > 0; {
		token, err := s.decoder.RawToken()
		if err != nil {
			return noEOF(err)
		}
		switch t := token.(type) {
		case xml.StartElement:
			switch t.Name.Local {
			case "s":
				b.WriteString(strings.Repeat(" ", min(odfCount(t, "c"), maxCell)))
			case "tab":
				b.WriteByte('\t')
			case "line-break":
				b.WriteByte('\n')
			case "span", "a", "ruby", "ruby-base", "meta", "sheet-name", "date", "time", "title":
			default: // comments, notes, drawings
				if err := s.skip(); err != nil {
					return err
				}
				continue
			}
			depth++
		case xml.EndElement:
			depth--
		case xml.CharData:
			b.Write(bytes.ReplaceAll(t, []byte{'\n'}, []byte{' '}))
		}
		if b.Len() > maxCell {
			return diag.Problem{Message: fmt.Sprintf("в строке %d ячейка больше %d КБ", s.number+1, maxCell>>10),
				Hint: "проверьте, тот ли это файл"}
		}
	}
	return nil
}
