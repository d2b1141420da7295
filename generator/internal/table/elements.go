package table

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"

	"protokol/generator/diag"
)

// Limits that no real workbook reaches: a list of 100,000 rows of 30 columns has nine
// million elements, a rich text in a comment is twenty deep. A file of a few kilobytes
// unpacks to more.
const (
	maxElements      = 12_000_000
	maxSmallElements = 2_000_000 // of a part that is read as a whole
	maxElementRate   = 4         // elements to a compressed byte beyond that
	maxElementDepth  = 256
)

// elements reads the tokens of a part within limits. It is an xml.TokenReader.
type elements struct {
	decoder     *xml.Decoder
	part        string
	depth       int
	count, most int
}

// newDecoder returns a decoder for the raw tokens of a part with at most most elements.
func newDecoder(r io.Reader, part string, most int) *xml.Decoder {
	return xml.NewTokenDecoder(&elements{decoder: xml.NewDecoder(r), part: part, most: most})
}

// decoder opens a part for reading its raw tokens.
func (a archive) decoder(part string) (*xml.Decoder, error) { return a.decoderFrom(part, 0) }

// decoderFrom is as decoder, for what follows the first bytes of a part.
func (a archive) decoderFrom(part string, skipped int64) (*xml.Decoder, error) {
	r, err := a.reader(part)
	if err != nil {
		return nil, err
	}
	if _, err := io.CopyN(io.Discard, r, skipped); err != nil {
		return nil, noEOF(err)
	}
	packed := int(min(a[part].CompressedSize64, maxWorkbook))
	return newDecoder(r, part, max(maxElements, packed*maxElementRate)), nil
}

// Token returns the next token, without checking that tags match.
func (e *elements) Token() (xml.Token, error) {
	token, err := e.decoder.RawToken()
	switch token.(type) {
	case xml.StartElement:
		e.depth++
		e.count++
	case xml.EndElement:
		e.depth--
	}
	switch {
	case e.depth > maxElementDepth:
		return nil, e.problem(fmt.Sprintf("вложено друг в друга больше %d элементов", maxElementDepth))
	case e.count > e.most:
		return nil, e.problem(fmt.Sprintf("больше %d элементов", e.most))
	}
	return token, err
}

func (e *elements) problem(what string) error {
	return diag.Problem{Message: fmt.Sprintf("в части книги (%s) %s: так книги не пишутся", path.Base(e.part), what),
		Hint: "файл испорчен или сделан нарочно; возьмите его из надёжного источника"}
}

// check reads a part as far as it can be read, and reports only that it is beyond limits.
func (e *elements) check() error {
	for {
		if _, err := e.Token(); err != nil {
			if beyond, ok := errors.AsType[diag.Problem](err); ok {
				return beyond
			}
			return nil
		}
	}
}
