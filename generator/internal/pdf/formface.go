package pdf

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"golang.org/x/text/encoding/charmap"

	"protokol/generator/internal/cos"
	"protokol/generator/internal/font"
)

// formFace is the face of form fields: a simple TrueType font with single-byte
// codes (ISO 32000-1, 9.6.3), the only type that programs for filling in forms
// can write. It has all characters of windows-1251, because it is not known
// what will be typed. It is read-only.
type formFace struct {
	family  *font.Family
	face    *font.Face // the regular one
	length  int        // of the font file
	program []byte     // FontFile2, compressed
	unicode []byte     // ToUnicode, compressed
	widths  cos.Raw    // the Widths array, formatted once
	codes   map[rune]byte
}

// formFontName is the name of the face in the resources of the form. PDFium
// (Chrome, Edge, Yandex Browser) shows typed Cyrillic in another font unless
// the name is that of a known symbol font, which may have any encoding. Other
// programs ignore the name.
const formFontName = "Wingdings"

const firstCode = ' '

// defaultAppearance returns the string for the appearance of typed text (ISO
// 32000-1, 12.7.3.3); a size of 0 means automatic.
func defaultAppearance(size float64) cos.String {
	return cos.String("/" + formFontName + " " + number(size) + " Tf 0 g")
}

// glyphNames lists the names of the upper half of windows-1251 in the Adobe
// Glyph List. Some programs do not support names such as uni0410. The list has
// two names for most Cyrillic letters. pdftk supports only these; secondNames
// has the others.
var glyphNames = strings.Fields(`
afii10051 afii10052 quotesinglbase afii10100 quotedblbase ellipsis dagger daggerdbl
Euro perthousand afii10058 guilsinglleft afii10059 afii10061 afii10060 afii10145
afii10099 quoteleft quoteright quotedblleft quotedblright bullet endash emdash
.notdef trademark afii10106 guilsinglright afii10107 afii10109 afii10108 afii10193
nbspace afii10062 afii10110 afii10057 currency afii10050 brokenbar section
afii10023 copyright afii10053 guillemotleft logicalnot sfthyphen registered afii10056
degree plusminus afii10055 afii10103 afii10098 mu paragraph periodcentered
afii10071 afii61352 afii10101 guillemotright afii10105 afii10054 afii10102 afii10104
afii10017 afii10018 afii10019 afii10020 afii10021 afii10022 afii10024 afii10025
afii10026 afii10027 afii10028 afii10029 afii10030 afii10031 afii10032 afii10033
afii10034 afii10035 afii10036 afii10037 afii10038 afii10039 afii10040 afii10041
afii10042 afii10043 afii10044 afii10045 afii10046 afii10047 afii10048 afii10049
afii10065 afii10066 afii10067 afii10068 afii10069 afii10070 afii10072 afii10073
afii10074 afii10075 afii10076 afii10077 afii10078 afii10079 afii10080 afii10081
afii10082 afii10083 afii10084 afii10085 afii10086 afii10087 afii10088 afii10089
afii10090 afii10091 afii10092 afii10093 afii10094 afii10095 afii10096 afii10097`)

// secondNames lists the other names of Russian letters. To write a letter, PDFBox
// looks for its first name in the Adobe Glyph List, which is one of these. The
// letters have second codes for them, which replace characters that Russian
// answers do not need: Serbian and Macedonian letters, Ґ, †, ‡, ‰, ‹, ›, ‚, ¤, ¦,
// ¬, ¶, µ, · and the soft hyphen.
var secondNames = strings.Fields(`
Acyrillic Becyrillic Vecyrillic Gecyrillic Decyrillic Iecyrillic Zhecyrillic Zecyrillic
Iicyrillic Iishortcyrillic Kacyrillic Elcyrillic Emcyrillic Encyrillic Ocyrillic Pecyrillic
Ercyrillic Escyrillic Tecyrillic Ucyrillic Efcyrillic Khacyrillic Tsecyrillic Checyrillic
Shacyrillic Shchacyrillic Hardsigncyrillic Yericyrillic Softsigncyrillic Ereversedcyrillic IUcyrillic IAcyrillic
Iocyrillic acyrillic`)

// The letters of secondNames and their second codes.
const (
	secondLetters = "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯЁа"
	secondCodes   = "\x80\x81\x82\x83\x86\x87\x89\x8A\x8B\x8C\x8D\x8E\x8F\x90\x98\x9A\x9B" +
		"\x9C\x9D\x9E\x9F\xA3\xA4\xA5\xA6\xAC\xAD\xB4\xB5\xB6\xB7\xBC\xBD\xBE"
)

// glyph returns the character of a code and its name if the code is in the upper
// half; 0 if the code is not used.
func glyph(code byte) (r rune, name string) {
	if i := strings.IndexByte(secondCodes, code); i >= 0 {
		return []rune(secondLetters)[i], secondNames[i]
	}
	switch {
	case code == 0x7F:
		return 0, ""
	case code >= 0x80:
		name = glyphNames[code-0x80]
	}
	return charmap.Windows1251.DecodeByte(code), name
}

// newFormFace makes the face of forms. The family must have all its characters.
func newFormFace(family *font.Family) (*formFace, error) {
	face := family.Face(false, false)
	m := &formFace{family: family, face: face, codes: map[rune]byte{}}
	var runes []rune
	for code := firstCode; code <= 0xFF; code++ {
		r, _ := glyph(byte(code))
		if r == 0 {
			continue
		}
		if runes = append(runes, r); strings.IndexByte(secondCodes, byte(code)) < 0 {
			m.codes[r] = byte(code)
		}
	}
	slices.Sort(runes)
	subset, err := face.Subset(slices.Compact(runes))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", face.Name, err)
	}
	program := subset.WithCmap()
	m.length, m.program = len(program), cos.Deflate(program)
	m.unicode = cos.Deflate(m.toUnicode())
	var widths cos.Array
	for code := firstCode; code <= 0xFF; code++ {
		width := 0
		if r, _ := glyph(byte(code)); r != 0 {
			g, _ := face.Glyph(font.Substitute(r))
			width = face.Advance(g)
		}
		widths = append(widths, perMille(width, face.Em))
	}
	m.widths = cos.Raw(cos.Format(widths))
	return m, nil
}

// ownFace is the index of the form face among indexes of the family.
const ownFace = -1

// find returns the index of the face that draws a character in a field.
func (m *formFace) find(r rune) int {
	if _, ok := m.codes[r]; ok {
		return ownFace
	}
	index, _ := m.family.Find(r, font.Index(false, false))
	return index
}

// fallback returns the faces for those characters of a text that m lacks, by
// their index in the family.
func (m *formFace) fallback(text string) (map[int]*embedded, error) {
	lacking := map[int][]rune{}
	for _, r := range text {
		if index := m.find(r); index != ownFace && r != '\n' {
			lacking[index] = append(lacking[index], r)
		}
	}
	faces := map[int]*embedded{}
	for index, runes := range lacking {
		slices.Sort(runes)
		var err error
		if faces[index], err = newEmbedded(m.family.At(index), slices.Compact(runes)); err != nil {
			return nil, err
		}
	}
	return faces, nil
}

// toUnicode maps the codes to characters (ISO 32000-1, 9.10.3).
func (m *formFace) toUnicode() []byte {
	var b bytes.Buffer
	b.WriteString("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n" +
		"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<00> <FF>\nendcodespacerange\n")
	for half := firstCode; half <= 0xFF; half = half + 0x60 {
		var lines []string
		for code := half; code < half+0x60 && code <= 0xFF; code++ {
			if r, _ := glyph(byte(code)); r != 0 {
				lines = append(lines, fmt.Sprintf("<%02X> <%04X>\n", code, r))
			}
		}
		fmt.Fprintf(&b, "%d beginbfchar\n%sendbfchar\n", len(lines), strings.Join(lines, ""))
	}
	b.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
	return b.Bytes()
}

// write adds the objects of the face and returns its font.
func (m *formFace) write(w cos.Adder) cos.Ref {
	name := m.face.Name + "-Form"
	descriptor := append(descriptor(m.face, name, nonsymbolic+serif), "FontFile2", w.Add(fontFile(m.program, m.length)))
	differences := cos.Array{0x80}
	for code := 0x80; code <= 0xFF; code++ {
		_, name := glyph(byte(code))
		differences = append(differences, cos.Name(name))
	}
	encoding := cos.Entries{
		"Type", cos.Name("Encoding"), "BaseEncoding", cos.Name("WinAnsiEncoding"), "Differences", differences,
	}
	return w.Add(cos.Entries{
		"Type", cos.Name("Font"), "Subtype", cos.Name("TrueType"), "BaseFont", cos.Name(name),
		"FirstChar", int(firstCode), "LastChar", 0xFF, "Widths", m.widths, "FontDescriptor", w.Add(descriptor),
		"Encoding", encoding, "ToUnicode", w.Add(shared(nil, m.unicode)),
	})
}
