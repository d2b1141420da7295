package table

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

// sharedStrings are the shared strings of a workbook, which cells refer to by
// index (ECMA-376, part 1, 18.4). A list of a hundred thousand letters has
// nearly a million of them. They are therefore stored in compressed blocks,
// with a cache of decoded blocks; most cells refer to them in increasing order.
type sharedStrings struct {
	blocks     [][]byte // compressed
	firstIndex []int    // index of the first string of each block
	count      int
	struck     map[int]bool // strings with words that are struck through, by index

	pending []byte // the last block, until it is full
	encoder *zstd.Encoder
	decoder *zstd.Decoder
	decoded []byte // buffer for decoding blocks
	cache   [cachedBlocks]cachedBlock
}

const (
	blockSize    = 64 << 10 // bytes, before compression
	cachedBlocks = 64
	maxShared    = 512 << 20 // bytes of all strings
)

type cachedBlock struct {
	number int // from 1; 0 means empty
	texts  []string
}

func newSharedStrings() *sharedStrings {
	s := &sharedStrings{struck: map[int]bool{}}
	s.encoder, _ = zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedFastest), zstd.WithEncoderConcurrency(1),
		zstd.WithWindowSize(2*blockSize), zstd.WithLowerEncoderMem(true)) // fails only on invalid options
	s.decoder, _ = zstd.NewReader(nil, zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true))
	return s
}

// readSharedStrings reads the shared strings of a workbook, if there are any.
func (b *workbook) readSharedStrings(part string) (*sharedStrings, error) {
	s := newSharedStrings()
	if b.archive[part] == nil {
		return s, nil
	}
	decoder, err := b.decoder(part)
	if err != nil {
		return nil, err
	}
	size := 0
	for {
		token, err := decoder.RawToken()
		if err == io.EOF {
			s.flush()
			s.encoder, s.pending = nil, nil
			return s, nil
		}
		if err != nil {
			return nil, corrupted(part, err)
		}
		if start, ok := token.(xml.StartElement); ok && start.Name.Local == "si" {
			text, struck, err := readText(decoder, "si")
			if err != nil {
				return nil, corrupted(part, err)
			}
			if size += len(text); size > maxShared {
				return nil, tooLarge(part)
			}
			if struck {
				s.struck[s.count] = true
			}
			s.add(text)
		}
	}
}

// add appends a string.
func (s *sharedStrings) add(text string) {
	if len(s.pending) == 0 {
		s.firstIndex = append(s.firstIndex, s.count)
	}
	s.pending = binary.AppendUvarint(s.pending, uint64(len(text)))
	s.pending = append(s.pending, text...)
	if s.count++; len(s.pending) >= blockSize {
		s.flush()
	}
}

func (s *sharedStrings) flush() {
	if len(s.pending) > 0 {
		s.blocks = append(s.blocks, bytes.Clone(s.encoder.EncodeAll(s.pending, nil)))
		s.pending = s.pending[:0]
	}
}

// get returns a string by its index.
func (s *sharedStrings) get(i int) (string, bool) {
	if i < 0 || i >= s.count {
		return "", false
	}
	low, high := 0, len(s.firstIndex)
	for high-low > 1 {
		if middle := (low + high) / 2; s.firstIndex[middle] <= i {
			low = middle
		} else {
			high = middle
		}
	}
	open := &s.cache[low%cachedBlocks]
	if open.number != low+1 {
		*open = cachedBlock{low + 1, s.decodeBlock(s.blocks[low])}
	}
	return open.texts[i-s.firstIndex[low]], true
}

// decodeBlock splits a block into its strings. It cannot be corrupt, because it
// was encoded here.
func (s *sharedStrings) decodeBlock(block []byte) (texts []string) {
	plain, err := s.decoder.DecodeAll(block, s.decoded[:0])
	s.decoded = plain
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

// readText reads the text of an element after its start tag: its runs (<t>),
// but not the phonetic ones (<rPh>). Struck reports whether a run with words is
// struck through.
func readText(decoder *xml.Decoder, element string) (text string, struck bool, err error) {
	var b strings.Builder
	inText, phonetic, strike := false, false, false
	for {
		token, err := decoder.RawToken()
		if err != nil {
			return "", false, noEOF(err)
		}
		switch t := token.(type) {
		case xml.StartElement:
			inText = t.Name.Local == "t"
			phonetic = phonetic || t.Name.Local == "rPh"
			if value := attribute(t, "val"); t.Name.Local == "strike" {
				strike = value == "" || isTrue(value)
			}
		case xml.EndElement:
			switch inText = false; t.Name.Local {
			case element:
				return unescape(b.String()), struck, nil
			case "rPh":
				phonetic = false
			case "r":
				strike = false
			}
		case xml.CharData:
			if !inText || phonetic {
				continue
			}
			if b.Len()+len(t) > maxCell {
				return "", false, diag.Problem{Message: fmt.Sprintf("в книге ячейка больше %d КБ", maxCell>>10),
					Hint: "в Excel ячейка вмещает 32 767 знаков; проверьте, тот ли это файл"}
			}
			b.Write(t)
			struck = struck || strike && len(bytes.TrimSpace(t)) > 0
		}
	}
}

// noEOF converts io.EOF to io.ErrUnexpectedEOF, for the middle of a part.
func noEOF(err error) error {
	if err == io.EOF {
		return io.ErrUnexpectedEOF
	}
	return err
}

// unescape decodes characters that XML cannot represent, such as _x000D_
// (ECMA-376, part 1, 22.9.2.19).
func unescape(text string) string {
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
