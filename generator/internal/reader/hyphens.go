package reader

import (
	"strings"
	"unicode/utf16"

	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
)

// hyphens replaces what PDFium returns for a hyphen at the end of a line, U+0002
// or U+FFFE: a soft hyphen is removed, so that a divided word is whole, another
// one is a hyphen.
func (p *PDF) hyphens(page references.FPDF_TEXTPAGE, text string) (string, error) {
	if !strings.ContainsAny(text, "\x02\uFFFE") {
		return text, nil
	}
	var b strings.Builder
	index := 0 // in UTF-16
	for _, r := range text {
		index += utf16.RuneLen(r)
		if r != '\x02' && r != '\uFFFE' {
			b.WriteRune(r)
			continue
		}
		soft, err := p.isSoftHyphen(page, index-1)
		if err != nil {
			return "", err
		}
		if !soft {
			b.WriteByte('-')
		}
	}
	return b.String(), nil
}

// softHyphen is U+00AD as a text string of a PDF (ISO 32000-1, 7.9.2.2).
const softHyphen = "\xFE\xFF\x00\xAD"

// isSoftHyphen reports whether a letter of the text is in a marked-content
// sequence whose ActualText is a soft hyphen (ISO 32000-1, 14.9.4).
func (p *PDF) isSoftHyphen(page references.FPDF_TEXTPAGE, index int) (bool, error) {
	at, err := p.sandbox.FPDFText_GetCharIndexFromTextIndex(
		&requests.FPDFText_GetCharIndexFromTextIndex{TextPage: page, NTextIndex: index})
	if err != nil {
		return false, err
	}
	object, err := p.sandbox.FPDFText_GetTextObject(
		&requests.FPDFText_GetTextObject{TextPage: page, Index: at.CharIndex})
	if err != nil {
		return false, err
	}
	marks, err := p.sandbox.FPDFPageObj_CountMarks(&requests.FPDFPageObj_CountMarks{PageObject: object.TextObject})
	if err != nil {
		return false, err
	}
	for i := range marks.Count {
		mark, err := p.sandbox.FPDFPageObj_GetMark(
			&requests.FPDFPageObj_GetMark{PageObject: object.TextObject, Index: uint64(i)})
		if err != nil {
			return false, err
		}
		text, err := p.sandbox.FPDFPageObjMark_GetParamBlobValue(
			&requests.FPDFPageObjMark_GetParamBlobValue{PageObjectMark: mark.Mark, Key: "ActualText"})
		if err == nil && string(text.Value) == softHyphen { // the error says that there is none
			return true, nil
		}
	}
	return false, nil
}
