package list

import (
	"bytes"
	"encoding/binary"
	"encoding/xml"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/klauspost/compress/zstd"

	"protokol/generator/diag"
)

// sharedStrings are the texts of a workbook, which its cells name by number
// (ECMA-376, part 1, 18.4). A hundred thousand letters have nearly a million
// of them, so they are kept packed, in blocks; the blocks read last are kept
// open. Cells name texts mostly in the order in which they stand.
type sharedStrings struct {
	blocks [][]byte // packed
	firsts []int    // number of the first text of each block
	count  int

	filling []byte // the block that is not full yet
	encoder *zstd.Encoder
	decoder *zstd.Decoder
	plain   []byte // the block opened last, for opening the next
	opened  [openBlocks]openBlock
}

const (
	blockSize  = 64 << 10 // bytes of a block
	openBlocks = 64
	maxShared  = 512 << 20 // bytes of all texts
)

type openBlock struct {
	number int // from 1; 0 is none
	texts  []string
}

func newSharedStrings() *sharedStrings {
	s := &sharedStrings{}
	s.encoder, _ = zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedFastest), zstd.WithEncoderConcurrency(1),
		zstd.WithWindowSize(2*blockSize), zstd.WithLowerEncoderMem(true)) // fails of wrong options only
	s.decoder, _ = zstd.NewReader(nil, zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true))
	return s
}

// shared reads the shared strings; a workbook may have none.
func (b *workbook) shared(part string) (*sharedStrings, error) {
	s := newSharedStrings()
	if b.parts[part] == nil {
		return s, nil
	}
	r, err := b.reader(part)
	if err != nil {
		return nil, err
	}
	decoder := xml.NewDecoder(r)
	size := 0
	for {
		token, err := decoder.RawToken()
		if err == io.EOF {
			s.pack()
			s.encoder, s.filling = nil, nil
			return s, nil
		}
		if err != nil {
			return nil, spoilt(part, err)
		}
		if start, ok := token.(xml.StartElement); ok && start.Name.Local == "si" {
			text, err := textOf(decoder, "si")
			if err != nil {
				return nil, spoilt(part, err)
			}
			if size += len(text); size > maxShared {
				return nil, tooBig(part)
			}
			s.add(text)
		}
	}
}

// add puts a text behind the others.
func (s *sharedStrings) add(text string) {
	if len(s.filling) == 0 {
		s.firsts = append(s.firsts, s.count)
	}
	s.filling = binary.AppendUvarint(s.filling, uint64(len(text)))
	s.filling = append(s.filling, text...)
	if s.count++; len(s.filling) >= blockSize {
		s.pack()
	}
}

func (s *sharedStrings) pack() {
	if len(s.filling) > 0 {
		s.blocks = append(s.blocks, bytes.Clone(s.encoder.EncodeAll(s.filling, nil)))
		s.filling = s.filling[:0]
	}
}

// get is a text by its number.
func (s *sharedStrings) get(i int) (string, bool) {
	if i < 0 || i >= s.count {
		return "", false
	}
	low, high := 0, len(s.firsts)
	for high-low > 1 {
		if middle := (low + high) / 2; s.firsts[middle] <= i {
			low = middle
		} else {
			high = middle
		}
	}
	open := &s.opened[low%openBlocks]
	if open.number != low+1 {
		*open = openBlock{low + 1, s.unpack(s.blocks[low])}
	}
	return open.texts[i-s.firsts[low]], true
}

// unpack cuts a block into its texts. The block was packed here, so it is
// whole.
func (s *sharedStrings) unpack(block []byte) (texts []string) {
	plain, err := s.decoder.DecodeAll(block, s.plain[:0])
	s.plain = plain
	if err != nil {
		panic(err)
	}
	all := string(plain)
	for at := 0; at < len(all); {
		size, n := binary.Uvarint(plain[at:])
		at += n
		texts = append(texts, all[at:at+int(size)])
		at += int(size)
	}
	return texts
}

// textOf reads the text of an element whose start was just read: its runs
// (<t>), without the phonetic ones (<rPh>), which say how the others sound.
func textOf(decoder *xml.Decoder, element string) (string, error) {
	var b strings.Builder
	inText, phonetic := false, false
	for {
		token, err := decoder.RawToken()
		if err != nil {
			return "", unexpected(err)
		}
		switch t := token.(type) {
		case xml.StartElement:
			inText = t.Name.Local == "t"
			phonetic = phonetic || t.Name.Local == "rPh"
		case xml.EndElement:
			switch inText = false; t.Name.Local {
			case element:
				return unescaped(b.String()), nil
			case "rPh":
				phonetic = false
			}
		case xml.CharData:
			if !inText || phonetic {
				continue
			}
			if b.Len()+len(t) > maxCell {
				return "", diag.Problem{Message: fmt.Sprintf("в книге ячейка больше %d КБ", maxCell>>10), Hint: "в Excel ячейка вмещает 32 767 знаков; проверьте, тот ли это файл"}
			}
			b.Write(t)
		}
	}
}

// unexpected is the end of a part in its midst.
func unexpected(err error) error {
	if err == io.EOF {
		return io.ErrUnexpectedEOF
	}
	return err
}

// unescaped reads the signs that XML cannot hold: _x000D_ (ECMA-376, part 1,
// 22.9.2.19).
func unescaped(text string) string {
	if !strings.Contains(text, "_x") {
		return text
	}
	var b strings.Builder
	for text != "" {
		at := strings.Index(text, "_x")
		if at < 0 || len(text) < at+7 {
			break
		}
		code, err := strconv.ParseUint(text[at+2:at+6], 16, 16)
		if err != nil || text[at+6] != '_' || !utf8.ValidRune(rune(code)) {
			b.WriteString(text[:at+2])
			text = text[at+2:]
			continue
		}
		b.WriteString(text[:at] + string(rune(code)))
		text = text[at+7:]
	}
	return b.String() + text
}
