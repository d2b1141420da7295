// Package fonts holds the faces the program ships, by family and style.
//
// Liberation Serif 2.1.4 (SIL Open Font License 1.1, see
// liberation-serif/OFL.txt) has the advance widths of Times New Roman, so a
// PDF that embeds it breaks its lines where Word breaks the DOCX.
//
// DejaVu 2.37 (dejavu/LICENSE.txt), cut down by dejavu/subset.sh, stands in
// for the characters that Liberation Serif lacks: ₽, ⇒, ✓.
package fonts

import (
	_ "embed" // the files
	"fmt"
)

var (
	//go:embed liberation-serif/Regular.ttf
	serifRegular []byte
	//go:embed liberation-serif/Bold.ttf
	serifBold []byte
	//go:embed liberation-serif/Italic.ttf
	serifItalic []byte
	//go:embed liberation-serif/BoldItalic.ttf
	serifBoldItalic []byte

	//go:embed dejavu/Serif.ttf
	dejavuSerif []byte
	//go:embed dejavu/SerifBold.ttf
	dejavuSerifBold []byte
	//go:embed dejavu/Sans.ttf
	dejavuSans []byte
	//go:embed dejavu/SansBold.ttf
	dejavuSansBold []byte
)

// Families with the widths of those that Word papers name.
var (
	//go:embed liberation-sans/Regular.ttf
	sansRegular []byte
	//go:embed liberation-sans/Bold.ttf
	sansBold []byte
	//go:embed liberation-sans/Italic.ttf
	sansItalic []byte
	//go:embed liberation-sans/BoldItalic.ttf
	sansBoldItalic []byte

	//go:embed liberation-mono/Regular.ttf
	monoRegular []byte
	//go:embed liberation-mono/Bold.ttf
	monoBold []byte
	//go:embed liberation-mono/Italic.ttf
	monoItalic []byte
	//go:embed liberation-mono/BoldItalic.ttf
	monoBoldItalic []byte

	//go:embed carlito/Regular.ttf
	carlitoRegular []byte
	//go:embed carlito/Bold.ttf
	carlitoBold []byte
	//go:embed carlito/Italic.ttf
	carlitoItalic []byte
	//go:embed carlito/BoldItalic.ttf
	carlitoBoldItalic []byte

	//go:embed caladea/Regular.ttf
	caladeaRegular []byte
	//go:embed caladea/Bold.ttf
	caladeaBold []byte
	//go:embed caladea/Italic.ttf
	caladeaItalic []byte
	//go:embed caladea/BoldItalic.ttf
	caladeaBoldItalic []byte
)

// Twins are the faces of further families by their names: regular, bold, italic, bold italic. Like all bytes of this
// package they are those in the program, not copies. Caladea has no Cyrillic letters.
var Twins = map[string][4][]byte{
	"Liberation Sans": {sansRegular, sansBold, sansItalic, sansBoldItalic},
	"Liberation Mono": {monoRegular, monoBold, monoItalic, monoBoldItalic},
	"Carlito":         {carlitoRegular, carlitoBold, carlitoItalic, carlitoBoldItalic},
	"Caladea":         {caladeaRegular, caladeaBold, caladeaItalic, caladeaBoldItalic},
}

// Default is the family used when a style sheet names none.
const Default = "Liberation Serif"

// Find returns the TrueType files of the family with the given name: regular, bold, italic, bold italic, then pairs of
// faces, regular and bold, that draw what those before them lack. The bytes are shared: they must not be written to.
func Find(name string) ([][]byte, error) {
	if name != Default {
		return nil, fmt.Errorf("шрифта «%s» нет среди встроенных; есть «%s»", name, Default)
	}
	return [][]byte{serifRegular, serifBold, serifItalic, serifBoldItalic,
		dejavuSerif, dejavuSerifBold, dejavuSans, dejavuSansBold}, nil
}
