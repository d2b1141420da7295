package table

import (
	"bufio"
	"bytes"
	"encoding/xml"
	"io"
	"strconv"
	"strings"

	"protokol/generator/diag"
)

// odsContent is the part of an ODS with its cells.
const odsContent = "content.xml"

// isODS reports whether an archive is a spreadsheet of OpenDocument.
func (a archive) isODS() bool {
	mimetype := a.mimetype()
	return a[odsContent] != nil && a["meta-inf/manifest.xml"] != nil &&
		(mimetype == "" || strings.Contains(mimetype, "opendocument.spreadsheet"))
}

// ods is a spreadsheet of OpenDocument (ODF 1.3, part 3, 9).
type ods struct {
	archive
	styles odfStyles
	starts []int64 // of the worksheets, bytes from the start of the content
}

// openODS opens a worksheet of a spreadsheet of OpenDocument.
func openODS(parts archive, o Options) (*Table, error) {
	if err := parts.checkEncryption(); err != nil {
		return nil, err
	}
	book := &ods{archive: parts, styles: newODFStyles()}
	if parts["styles.xml"] != nil {
		decoder, err := book.decoder("styles.xml")
		if err == nil {
			err = book.styles.read(decoder)
		}
		if err != nil {
			return nil, corrupted("styles.xml", err)
		}
	}
	worksheets, err := book.readWorksheets()
	if err != nil {
		return nil, corrupted(odsContent, err)
	}
	return chooseWorksheet(worksheets, o.Worksheet, book.open)
}

// open opens a worksheet.
func (b *ods) open(index int) (*Table, error) {
	first, err := b.openWorksheet(index)
	if err != nil {
		return nil, err
	}
	t := &Table{rows: func() (Reader, error) { return b.openWorksheet(index) }}
	start := 0
	for _, c := range first.columns {
		if c.hidden {
			t.hideColumns(start, c.end-1, maxColumns)
		}
		start = c.end
	}
	return t, nil
}

// checkEncryption refuses a file with a password. Its manifest says how its
// parts are encrypted (ODF 1.3, part 2, 4.8).
func (a archive) checkEncryption() error {
	decoder, err := a.decoder("meta-inf/manifest.xml")
	if err != nil {
		return err
	}
	for {
		token, err := decoder.RawToken()
		if err != nil {
			return nil // without a manifest, the content shows whether it is readable
		}
		if start, ok := token.(xml.StartElement); ok && start.Name.Local == "encryption-data" {
			return diag.Problem{Message: "таблица защищена паролем: прочитать её нельзя",
				Hint: "откройте её и сохраните без пароля: Файл → Сохранить как, без галочки «Сохранить с паролем»"}
		}
	}
}

// readWorksheets reads the styles of the content and the names of its worksheets.
func (b *ods) readWorksheets() (worksheets []worksheet, err error) {
	decoder, err := b.decoder(odsContent)
	if err != nil {
		return nil, err
	}
	if err := b.styles.read(decoder); err != nil {
		return nil, err
	}
	r, err := b.reader(odsContent)
	if err != nil {
		return nil, err
	}
	tags := newODFTableScanner(r)
	for depth := 0; ; {
		start, kind, err := tags.next()
		if err == io.EOF {
			return worksheets, nil
		}
		if err != nil {
			return nil, err
		}
		if kind == tagEnd {
			depth--
			continue
		}
		if depth == 0 && len(worksheets) < maxParts {
			hidden := b.styles.hiddenTables[odfAttribute(start, "style-name")]
			worksheets = append(worksheets, worksheet{odfAttribute(start, "name"), hidden})
			b.starts = append(b.starts, tags.at)
		}
		if kind == tagStart {
			depth++
		}
	}
}

// odfTableScanner finds the tags of tables without parsing what is between them,
// which is nearly all of a file.
type odfTableScanner struct {
	r    *bufio.Reader
	from *countingReader
	at   int64 // where the last tag begins
}

func newODFTableScanner(r io.Reader) *odfTableScanner {
	from := &countingReader{r: r}
	return &odfTableScanner{r: bufio.NewReaderSize(from, 64<<10), from: from}
}

// countingReader counts the bytes that it reads.
type countingReader struct {
	r    io.Reader
	read int64
}

func (c *countingReader) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.read += int64(n)
	return n, err
}

// tagKind is the kind of a tag.
type tagKind byte

const (
	tagStart tagKind = iota
	tagEnd
	tagEmpty // <table:table/>
)

// next returns the next tag of a table. The error is io.EOF at the end of the
// part.
func (s *odfTableScanner) next() (start xml.StartElement, kind tagKind, err error) {
	for {
		tag, err := s.readTag()
		if err != nil {
			return start, tagEnd, err
		}
		rest, isStart := bytes.CutPrefix(tag, []byte("table:table"))
		if !isStart {
			return start, tagEnd, nil
		}
		if len(rest) == 0 || rest[0] == '-' {
			continue // a row, a cell
		}
		start, tag, err = s.parseTag(tag)
		if bytes.HasSuffix(tag, []byte("/>")) {
			return start, tagEmpty, err
		}
		return start, tagStart, err
	}
}

// parseTag parses a start tag, reading on if it has a ">" in an attribute. It
// returns the whole tag, too.
func (s *odfTableScanner) parseTag(tag []byte) (start xml.StartElement, whole []byte, err error) {
	const most = 20
	for range most {
		token, err := xml.NewDecoder(io.MultiReader(strings.NewReader("<"), bytes.NewReader(tag))).RawToken()
		if start, ok := token.(xml.StartElement); ok && err == nil {
			return start, tag, nil
		}
		more, err := s.r.ReadBytes('>')
		if err != nil {
			return start, tag, err
		}
		tag = append(tag, more...)
	}
	return start, tag, io.ErrUnexpectedEOF
}

// readTag returns the next tag from its name to its end.
func (s *odfTableScanner) readTag() ([]byte, error) {
	for {
		_, err := s.r.ReadSlice('<')
		if err == bufio.ErrBufferFull {
			continue
		}
		if err != nil {
			return nil, err
		}
		if skipped, err := s.skipHidden(); err != nil {
			return nil, err
		} else if skipped {
			continue
		}
		s.at = s.from.read - int64(s.r.Buffered()) - int64(len("<"))
		next, err := s.r.Peek(len("/table:table") + 1)
		if err != nil {
			return nil, err
		}
		if bytes.HasPrefix(next, []byte("table:table")) || bytes.HasPrefix(next, []byte("/table:table>")) {
			return s.r.ReadBytes('>')
		}
	}
}

// skipHidden skips a comment, a section of character data or a processing instruction, after its "<" (XML 1.0, 2.5 to
// 2.7): tags in them are none. It reports whether there was one.
func (s *odfTableScanner) skipHidden() (skipped bool, err error) {
	for _, kind := range [][2]string{{"!--", "-->"}, {"![CDATA[", "]]>"}, {"?", "?>"}} {
		if start, _ := s.r.Peek(len(kind[0])); string(start) != kind[0] {
			continue
		}
		if _, err := s.r.Discard(len(kind[0])); err != nil {
			return false, err
		}
		for matched := 0; matched < len(kind[1]); {
			b, err := s.r.ReadByte()
			switch {
			case err != nil:
				return false, err
			case b == kind[1][matched]:
				matched++
			case b != kind[1][0]: // else the last ones of "--->" and "??>" count
				matched = 0
			}
		}
		return true, nil
	}
	return false, nil
}

// isODFTable reports whether an element is a table: a worksheet or, in a drawing, a
// table of a text.
func isODFTable(name xml.Name) bool { return name.Space == "table" && name.Local == "table" }

// odfAttribute returns an attribute by its name without a prefix. Attributes specific to LibreOffice are ignored.
func odfAttribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name && a.Name.Space != "calcext" && a.Name.Space != "loext" {
			return a.Value
		}
	}
	return ""
}

// odfCount returns how often an element is repeated.
func odfCount(e xml.StartElement, name string) int {
	n, err := strconv.Atoi(odfAttribute(e, name))
	if err != nil || n < 1 {
		return 1
	}
	return min(n, maxODSRows)
}

// isODFHidden reports whether a row or a column is hidden, by hand or by a
// filter.
func isODFHidden(e xml.StartElement) bool {
	visibility := odfAttribute(e, "visibility")
	return visibility == "collapse" || visibility == "filter"
}
