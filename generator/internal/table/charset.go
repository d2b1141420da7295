package table

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"fmt"
	"io"
	"math/bits"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"protokol/generator/diag"
	"protokol/generator/internal/frequency"
)

// charset is a character encoding.
type charset struct {
	name    string   // as shown to users
	aliases []string // names users may type, folded
	bom     string   // byte order mark
	decode  func() *encoding.Decoder
	// frequent holds the codes of the most frequent letters of Russian text,
	// оеаинтсрвл, in lower and upper case. It is set for single-byte encodings
	// only.
	frequent string
}

// charsets are the encodings in use; the first is the default.
var charsets = []charset{
	{name: "UTF-8", aliases: []string{"utf8"}, bom: "\xEF\xBB\xBF", decode: encoding.Nop.NewDecoder},
	{name: "UTF-16 LE", aliases: []string{"utf16le", "utf16", "unicode"}, bom: "\xFF\xFE",
		decode: unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM).NewDecoder},
	{name: "UTF-16 BE", aliases: []string{"utf16be"}, bom: "\xFE\xFF",
		decode: unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM).NewDecoder},
	{name: "windows-1251", aliases: []string{"windows1251", "cp1251", "1251", "ansi", "win1251"},
		decode:   charmap.Windows1251.NewDecoder,
		frequent: frequency.Windows1251},
	{name: "KOI8-R", aliases: []string{"koi8r", "koi8"}, decode: charmap.KOI8R.NewDecoder,
		frequent: frequency.KOI8R},
	{name: "CP866 (DOS)", aliases: []string{"cp866", "866", "dos", "ibm866"}, decode: charmap.CodePage866.NewDecoder,
		frequent: frequency.CP866},
	macCyrillic,
}

// macCyrillic has the small letters of windows-1251, except «я», but other capitals.
var macCyrillic = charset{name: "Mac Cyrillic", aliases: []string{"maccyrillic", "xmaccyrillic", "macintosh", "mac"},
	decode: charmap.MacintoshCyrillic.NewDecoder}

// byteStats are statistics over all bytes of a file, from which the encoding is
// detected. The whole file is read because a list may be plain ASCII for pages
// before its first other letter.
type byteStats struct {
	head             []byte     // the first four bytes
	counts           [256]int64 // occurrences of each byte
	multibyte        int64      // bytes of multi-byte UTF-8 sequences
	invalid          int64      // bytes that are not valid UTF-8
	firstInvalidLine int64      // line of the first of them, from 1
	nuls             [2]int64   // NUL bytes at even and at odd offsets
	firstNULLine     int64      // line of the first NUL byte
}

func scanBytes(r io.Reader) (s byteStats, err error) {
	buffer := make([]byte, 64<<10)
	line, offset, kept := int64(1), int64(0), 0
	for {
		n, err := io.ReadFull(r, buffer[kept:])
		chunk := buffer[:kept+n]
		if s.head == nil {
			s.head = bytes.Clone(chunk[:min(len(chunk), 4)])
		}
		last := err != nil
		if last && err != io.EOF && err != io.ErrUnexpectedEOF {
			return s, err
		}
		used := 0
		if ends := bytes.LastIndexByte(chunk, '\n') + 1; s.countValidLines(chunk[:ends], &line) {
			used = ends
		}
		for used < len(chunk) && (last || utf8.FullRune(chunk[used:])) {
			used += s.countChar(chunk[used:], offset+int64(used), &line)
		}
		if last {
			return s, nil
		}
		offset += int64(used)
		kept = copy(buffer, chunk[used:])
	}
}

// countValidLines counts whole lines at once if they are valid UTF-8 without
// NUL, and reports whether they are. It leaves out the byte frequencies, which
// are only needed for other encodings.
func (s *byteStats) countValidLines(lines []byte, line *int64) bool {
	if bytes.IndexByte(lines, 0) >= 0 || !utf8.Valid(lines) {
		return false
	}
	*line += int64(bytes.Count(lines, []byte{'\n'}))
	s.multibyte += countNonASCII(lines)
	return true
}

// countNonASCII counts the non-ASCII bytes, eight at a time.
func countNonASCII(text []byte) (count int64) {
	for ; len(text) >= 8; text = text[8:] {
		count += int64(bits.OnesCount64(binary.LittleEndian.Uint64(text) & 0x8080808080808080))
	}
	for _, c := range text {
		count += int64(c >> 7)
	}
	return count
}

// countChar counts the first character of chunk and returns its length.
func (s *byteStats) countChar(chunk []byte, offset int64, line *int64) int {
	c := chunk[0]
	if c < utf8.RuneSelf {
		s.counts[c]++
		switch {
		case c == '\n':
			*line++
		case c == 0:
			if s.nuls[offset%2]++; s.firstNULLine == 0 {
				s.firstNULLine = *line
			}
		}
		return 1
	}
	r, size := utf8.DecodeRune(chunk)
	if r == utf8.RuneError && size == 1 {
		if s.invalid++; s.invalid == 1 {
			s.firstInvalidLine = *line
		}
	} else {
		s.multibyte += int64(size)
	}
	for _, c := range chunk[:size] {
		s.counts[c]++
	}
	return size
}

// detectedCharset is an encoding and the reason for choosing it.
type detectedCharset struct {
	charset
	why      string
	bomSize  int // length of the byte order mark
	problems diag.List
}

// detectCharset determines the encoding, unless one is requested.
func (s byteStats) detectCharset(requested string) (d detectedCharset, err error) {
	if d, err = s.namedCharset(requested); err != nil || d.name != "" {
		return d, err
	}
	for _, c := range charsets {
		if c.bom != "" && bytes.HasPrefix(s.head, []byte(c.bom)) {
			return detectedCharset{charset: c, why: "по метке в начале файла", bomSize: len(c.bom)}, s.checkDamage(c)
		}
	}
	const maxStrayNULs = 3 // a damaged file may contain a few NUL bytes
	switch {
	case s.nuls[1] > maxStrayNULs && s.nuls[0] == 0:
		return detectedCharset{charset: charsets[1], why: "по нулевым байтам"}, nil
	case s.nuls[0] > maxStrayNULs && s.nuls[1] == 0:
		return detectedCharset{charset: charsets[2], why: "по нулевым байтам"}, nil
	case s.nuls[0]+s.nuls[1] > 0:
		return d, s.checkDamage(charsets[0])
	case s.invalid == 0 && s.multibyte == 0:
		return detectedCharset{charset: charsets[0], why: "в файле только латиница и цифры"}, nil
	case s.invalid == 0 || s.multibyte > s.invalid:
		return detectedCharset{charset: charsets[0], why: "проверен весь файл"}, s.checkDamage(charsets[0])
	}
	return s.byFrequency(), nil
}

// namedCharset returns the encoding with the given name, with a warning if the
// bytes suggest another. The result is zero if the name is empty.
func (s byteStats) namedCharset(name string) (d detectedCharset, err error) {
	if name == "" {
		return d, nil
	}
	folded := strings.Map(func(r rune) rune {
		isSign := r < utf8.RuneSelf && (r < 'a' || r > 'z') && (r < '0' || r > '9')
		if isSign || strings.ContainsRune("‑–—", r) {
			return -1
		}
		return r
	}, strings.ToLower(name))
	i := slices.IndexFunc(charsets, func(c charset) bool { return slices.Contains(c.aliases, folded) })
	if i < 0 {
		return d, diag.Problem{Message: fmt.Sprintf("неизвестная кодировка «%s»", name),
			Hint: "бывают: utf-8, windows-1251, utf-16le, utf-16be, koi8-r, cp866, mac-cyrillic"}
	}
	d = detectedCharset{charset: charsets[i], why: "так указано"}
	if bytes.HasPrefix(s.head, []byte(d.bom)) {
		d.bomSize = len(d.bom)
	}
	if d.name != "UTF-8" && s.invalid == 0 && s.multibyte > 0 {
		d.problems = append(d.problems, diag.Problem{Severity: diag.Warning,
			Message: "указана кодировка " + d.name + ", но файл похож на UTF-8",
			Hint:    "если вместо букв видны другие знаки, не указывайте кодировку"})
	}
	return d, s.checkDamage(d.charset)
}

// checkDamage returns an error if the bytes cannot be text in the encoding.
func (s byteStats) checkDamage(c charset) error {
	switch {
	case strings.HasPrefix(c.name, "UTF-16"):
		return nil
	case s.nuls[0]+s.nuls[1] > 0:
		return diag.Problem{Line: int(s.firstNULLine), Column: 1, Message: "в файле нулевой байт: это не текст",
			Hint: "проверьте, тот ли это файл"}
	case c.name == "UTF-8" && s.invalid > 0:
		return diag.Problem{Line: int(s.firstInvalidLine), Column: 1,
			Message: fmt.Sprintf("в строке байты не из UTF-8, всего в файле их %d", s.invalid),
			Hint:    "сохраните список заново в UTF-8 или наберите испорченные места снова"}
	}
	return nil
}

// byFrequency chooses the single-byte encoding that gives the most frequent
// Russian letters. In the right encoding they make up six letters in ten, in a
// wrong one three.
func (s byteStats) byFrequency() detectedCharset {
	type score struct {
		charset
		votes int64
	}
	var scores []score
	for _, c := range charsets {
		if c.frequent == "" {
			continue
		}
		candidate := score{charset: c}
		for i := range len(c.frequent) {
			candidate.votes += s.counts[c.frequent[i]]
		}
		scores = append(scores, candidate)
	}
	slices.SortStableFunc(scores, func(a, b score) int { return cmp.Compare(b.votes, a.votes) })
	best, next := scores[0], scores[1]
	if best.name == "windows-1251" && s.hasMacCapitals() {
		return detectedCharset{charset: macCyrillic, why: "по прописным буквам"}
	}
	d := detectedCharset{charset: best.charset, why: "по частоте русских букв"}
	const minVotes = 20 // too few letters are not significant
	if best.votes < minVotes || best.votes*4 < next.votes*5 {
		d.problems = append(d.problems, diag.Problem{Severity: diag.Warning,
			Message: fmt.Sprintf("кодировка неясна: похоже на %s, но может быть и %s", best.name, next.name),
			Hint:    "посмотрите, верно ли прочитаны заголовки; если нет, укажите кодировку сами"})
	}
	return d
}

// hasMacCapitals reports whether the capitals of a text are where Mac Cyrillic has them. In windows-1251, Serbian
// letters, dashes and quotes have these codes, and Russian capitals higher ones.
func (s byteStats) hasMacCapitals() bool {
	const signs, macOthers = "\x84\x85\x91\x92\x93\x94\x96\x97", "\xC7\xC8\xDF" // „…‘’“”–— and «»я
	mac, windows := int64(0), int64(0)
	for c, count := range s.counts {
		switch {
		case c >= 0x80 && c < 0xA0 && strings.IndexByte(signs, byte(c)) < 0:
			mac += count
		case c >= 0xC0 && c < 0xE0 && strings.IndexByte(macOthers, byte(c)) < 0:
			windows += count
		}
	}
	return mac > 2 && mac > 2*windows
}

// reader returns a reader that decodes the file to UTF-8.
func (d detectedCharset) reader(src io.ReaderAt, size int64) io.Reader {
	section := io.NewSectionReader(src, int64(d.bomSize), size-int64(d.bomSize))
	if d.name == "UTF-8" {
		return section
	}
	return transform.NewReader(section, d.decode())
}
