package table

import (
	"bytes"
	"fmt"
	"io"

	"protokol/generator/diag"
)

// limitedReader reads a part of a workbook and fails on content that real workbooks do not have: a size that only a
// zip bomb unpacks to, a megabyte without a tag, a document type declaration. Entities would be harmless, since
// encoding/xml only knows the predefined ones, but they indicate an attack and are reported.
type limitedReader struct {
	r           io.Reader
	part        string
	read, limit int64
	sinceTag    int // bytes since the last tag began
}

func (b *limitedReader) Read(p []byte) (int, error) {
	n, err := b.r.Read(p)
	first := b.read == 0
	b.read += int64(n)
	switch tag := bytes.LastIndexByte(p[:n], '<'); {
	case b.read > b.limit:
		return 0, tooLarge(b.part)
	case first && n > 1 && (p[0] == 0xFE || p[0] == 0xFF || p[1] == 0):
		return 0, diag.Problem{Message: "книга в кодировке UTF-16, которой Excel не пишет",
			Hint: "откройте её в Excel и сохраните заново"}
	case first && bytes.Contains(p[:n], []byte("<!DOCTYPE")):
		return 0, diag.Problem{Message: "в книге объявлены сущности XML, так она не пишется",
			Hint: "файл сделан нарочно; возьмите его из надёжного источника"}
	case tag >= 0:
		b.sinceTag = n - tag
	default:
		b.sinceTag += n
	}
	if b.sinceTag > maxMarkup {
		return 0, diag.Problem{Message: fmt.Sprintf("в книге ячейка больше %d МБ", maxMarkup>>20),
			Hint: "в Excel ячейка вмещает 32 767 знаков; проверьте, тот ли это файл"}
	}
	return n, err
}
