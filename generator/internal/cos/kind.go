package cos

import (
	"bytes"
	"encoding/binary"
	"errors"
	"regexp"
)

// header matches the header with a version (ISO 32000-1, 7.5.2), which some readers look for elsewhere if it has none.
var header = regexp.MustCompile(`^%PDF-\d\.\d[\x00\t\n\f\r %]`)

// isOnlyPDF returns why programs may take a file for another document, or nil.
func isOnlyPDF(data []byte) error {
	switch {
	case !header.Match(data):
		return errors.New("в заголовке PDF нет версии (%PDF-1.7)")
	case isArchive(data):
		return errors.New("файл — и PDF, и архив: программы могут открыть его как другой документ")
	}
	return nil
}

// isArchive reports whether a file ends like a ZIP archive: with the end of a directory, whose remark takes all bytes
// up to the end of the file (APPNOTE.TXT, 4.3.16). Office programs open such a PDF as the document in the archive.
func isArchive(data []byte) bool {
	const size, longest = 22, 1<<16 - 1
	for from := max(0, len(data)-size-longest); ; from++ {
		i := bytes.Index(data[from:], []byte("PK\x05\x06"))
		if i < 0 || len(data)-from-i < size {
			return false
		}
		from += i
		if int(binary.LittleEndian.Uint16(data[from+20:])) == len(data)-from-size {
			return true
		}
	}
}
