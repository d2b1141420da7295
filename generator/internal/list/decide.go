package list

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
)

// charset is an encoding of text.
type charset struct {
	name   string   // as it is told: windows-1251
	asked  []string // as it may be asked for, folded
	bom    string   // bytes that mark it at the beginning of a file
	decode func() *encoding.Decoder
	// frequent are the codes of the most frequent letters of Russian text,
	// оеаинтсрвл, small and capital; only of encodings of one byte.
	frequent string
}

// charsets are those of office lists; the first is what text should be in.
var charsets = []charset{
	{name: "UTF-8", asked: []string{"utf8"}, bom: "\xEF\xBB\xBF", decode: encoding.Nop.NewDecoder},
	{name: "UTF-16 LE", asked: []string{"utf16le", "utf16", "unicode"}, bom: "\xFF\xFE",
		decode: unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM).NewDecoder},
	{name: "UTF-16 BE", asked: []string{"utf16be"}, bom: "\xFE\xFF",
		decode: unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM).NewDecoder},
	{name: "windows-1251", asked: []string{"windows1251", "cp1251", "1251", "ansi", "win1251"}, decode: charmap.Windows1251.NewDecoder,
		frequent: "\xEE\xE5\xE0\xE8\xED\xF2\xF1\xF0\xE2\xEB\xCE\xC5\xC0\xC8\xCD\xD2\xD1\xD0\xC2\xCB"},
	{name: "KOI8-R", asked: []string{"koi8r", "koi8"}, decode: charmap.KOI8R.NewDecoder,
		frequent: "\xCF\xC5\xC1\xC9\xCE\xD4\xD3\xD2\xD7\xCC\xEF\xE5\xE1\xE9\xEE\xF4\xF3\xF2\xF7\xEC"},
	{name: "CP866 (DOS)", asked: []string{"cp866", "866", "dos", "ibm866"}, decode: charmap.CodePage866.NewDecoder,
		frequent: "\xAE\xA5\xA0\xA8\xAD\xE2\xE1\xE0\xA2\xAB\x8E\x85\x80\x88\x8D\x92\x91\x90\x82\x8B"},
}

// survey is what one reading of all the bytes tells of their encoding. It
// reads everything: a list may be Latin for pages before its first letter of
// another kind.
type survey struct {
	head     []byte     // the first bytes
	counts   [256]int64 // of each byte
	letters  int64      // bytes of characters of UTF-8 that are longer than one
	bad      int64      // bytes that are none of UTF-8
	firstBad int64      // its line, from 1
	zeros    [2]int64   // NUL bytes at even and at odd offsets
	nulLine  int64      // of the first NUL byte
}

func surveyOf(r io.Reader) (s survey, err error) {
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
		if ends := bytes.LastIndexByte(chunk, '\n') + 1; s.plain(chunk[:ends], &line) {
			used = ends
		}
		for used < len(chunk) && (last || utf8.FullRune(chunk[used:])) {
			used += s.see(chunk[used:], offset+int64(used), &line)
		}
		if last {
			return s, nil
		}
		offset += int64(used)
		kept = copy(buffer, chunk[used:])
	}
}

// plain takes whole lines at once when all is well with them, and reports
// whether it is. What it leaves uncounted, frequencies, matters only where
// there is something else than UTF-8.
func (s *survey) plain(lines []byte, line *int64) bool {
	if bytes.IndexByte(lines, 0) >= 0 || !utf8.Valid(lines) {
		return false
	}
	*line += int64(bytes.Count(lines, []byte{'\n'}))
	s.letters += beyondASCII(lines)
	return true
}

// beyondASCII counts the bytes that are none of ASCII, eight at a time.
func beyondASCII(text []byte) (count int64) {
	for ; len(text) >= 8; text = text[8:] {
		count += int64(bits.OnesCount64(binary.LittleEndian.Uint64(text) & 0x8080808080808080))
	}
	for _, c := range text {
		count += int64(c >> 7)
	}
	return count
}

// see counts a character and returns its length.
func (s *survey) see(chunk []byte, offset int64, line *int64) int {
	c := chunk[0]
	if c < utf8.RuneSelf {
		s.counts[c]++
		switch {
		case c == '\n':
			*line++
		case c == 0:
			if s.zeros[offset%2]++; s.nulLine == 0 {
				s.nulLine = *line
			}
		}
		return 1
	}
	r, size := utf8.DecodeRune(chunk)
	if r == utf8.RuneError && size == 1 {
		if s.bad++; s.bad == 1 {
			s.firstBad = *line
		}
	} else {
		s.letters += int64(size)
	}
	for _, c := range chunk[:size] {
		s.counts[c]++
	}
	return size
}

// decided is an encoding with the reason for it.
type decided struct {
	charset
	why      string
	skip     int // bytes of the mark at the beginning
	problems diag.List
}

// decide finds the encoding, or takes the one asked for.
func (s survey) decide(asked string) (d decided, err error) {
	if d, err = s.asked(asked); err != nil || d.name != "" {
		return d, err
	}
	for _, c := range charsets {
		if c.bom != "" && bytes.HasPrefix(s.head, []byte(c.bom)) {
			return decided{charset: c, why: "по метке в начале файла", skip: len(c.bom)}, s.damage(c)
		}
	}
	const few = 3 // zero bytes that a damaged file may hold
	switch {
	case s.zeros[1] > few && s.zeros[0] == 0:
		return decided{charset: charsets[1], why: "по нулевым байтам"}, nil
	case s.zeros[0] > few && s.zeros[1] == 0:
		return decided{charset: charsets[2], why: "по нулевым байтам"}, nil
	case s.zeros[0]+s.zeros[1] > 0:
		return d, s.damage(charsets[0])
	case s.bad == 0 && s.letters == 0:
		return decided{charset: charsets[0], why: "в файле только латиница и цифры"}, nil
	case s.bad == 0 || s.letters > s.bad:
		return decided{charset: charsets[0], why: "проверен весь файл"}, s.damage(charsets[0])
	}
	return s.byFrequency(), nil
}

// asked is the encoding the user named, with a warning when the bytes speak
// against it; none when he named none.
func (s survey) asked(name string) (d decided, err error) {
	if name == "" {
		return d, nil
	}
	folded := strings.Join(words(name), "")
	i := slices.IndexFunc(charsets, func(c charset) bool { return slices.Contains(c.asked, folded) })
	if i < 0 {
		return d, diag.Problem{Message: fmt.Sprintf("неизвестная кодировка «%s»", name),
			Hint: "бывают: utf-8, windows-1251, utf-16le, utf-16be, koi8-r, cp866"}
	}
	d = decided{charset: charsets[i], why: "так указано"}
	if bytes.HasPrefix(s.head, []byte(d.bom)) {
		d.skip = len(d.bom)
	}
	if d.name != "UTF-8" && s.bad == 0 && s.letters > 0 {
		d.problems = append(d.problems, diag.Problem{Severity: diag.Warning, Message: "указана кодировка " + d.name + ", но файл похож на UTF-8",
			Hint: "если вместо букв видны другие знаки, не указывайте кодировку"})
	}
	return d, s.damage(d.charset)
}

// damage is an error when the bytes cannot be text in UTF-8.
func (s survey) damage(c charset) error {
	switch {
	case strings.HasPrefix(c.name, "UTF-16"):
		return nil
	case s.zeros[0]+s.zeros[1] > 0:
		return diag.Problem{Line: int(s.nulLine), Column: 1, Message: "в файле нулевой байт: это не текст", Hint: "проверьте, тот ли это файл"}
	case c.name == "UTF-8" && s.bad > 0:
		return diag.Problem{Line: int(s.firstBad), Column: 1, Message: fmt.Sprintf("в строке байты не из UTF-8, всего в файле их %d", s.bad),
			Hint: "сохраните список заново в UTF-8 или наберите испорченные места снова"}
	}
	return nil
}

// byFrequency is the encoding of one byte in which the letters are those of
// Russian: six of ten are among the frequent ones, in a wrong encoding three.
func (s survey) byFrequency() decided {
	type score struct {
		charset
		votes int64
	}
	var scores []score
	for _, c := range charsets {
		if c.frequent == "" {
			continue
		}
		sum := score{charset: c}
		for i := range len(c.frequent) {
			sum.votes += s.counts[c.frequent[i]]
		}
		scores = append(scores, sum)
	}
	slices.SortStableFunc(scores, func(a, b score) int { return cmp.Compare(b.votes, a.votes) })
	best, next := scores[0], scores[1]
	d := decided{charset: best.charset, why: "по частоте русских букв"}
	const enough = 20 // letters: fewer say little
	if best.votes < enough || best.votes*4 < next.votes*5 {
		d.problems = append(d.problems, diag.Problem{Severity: diag.Warning,
			Message: fmt.Sprintf("кодировка неясна: похоже на %s, но может быть и %s", best.name, next.name),
			Hint:    "посмотрите, верно ли прочитаны заголовки; если нет, укажите кодировку сами"})
	}
	return d
}

// reader reads the bytes as UTF-8.
func (d decided) reader(src io.ReaderAt, size int64) io.Reader {
	section := io.NewSectionReader(src, int64(d.skip), size-int64(d.skip))
	if d.name == "UTF-8" {
		return section
	}
	return transform.NewReader(section, d.decode())
}
