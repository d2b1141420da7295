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
	"embed"
	"fmt"
)

// Family is the four TrueType files of one family and the faces behind it.
type Family struct {
	Regular, Bold, Italic, BoldItalic []byte
	Fallbacks                         []Fallback
}

// Fallback is two faces that draw what those before them lack.
type Fallback struct{ Regular, Bold []byte }

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

// twins are families with the widths of those that Word papers name.
//
//go:embed liberation-sans/*.ttf liberation-mono/*.ttf carlito/*.ttf caladea/*.ttf
var twins embed.FS

// Twins are the names of further families, and their folders.
var Twins = map[string]string{
	"Liberation Sans": "liberation-sans",
	"Liberation Mono": "liberation-mono",
	"Carlito":         "carlito",
	"Caladea":         "caladea",
}

// Twin returns the four faces of one of Twins: regular, bold, italic, bold italic.
// Caladea has no Cyrillic letters.
func Twin(name string) (faces [4][]byte, err error) {
	for i, style := range []string{"Regular", "Bold", "Italic", "BoldItalic"} {
		if faces[i], err = twins.ReadFile(Twins[name] + "/" + style + ".ttf"); err != nil {
			return faces, err
		}
	}
	return faces, nil
}

// Default is the family used when a style sheet names none.
const Default = "Liberation Serif"

// Find returns the family with the given name. The bytes are shared: they
// must not be written to.
func Find(name string) (Family, error) {
	if name != Default {
		return Family{}, fmt.Errorf("шрифта «%s» нет среди встроенных; есть «%s»", name, Default)
	}
	return Family{serifRegular, serifBold, serifItalic, serifBoldItalic,
		[]Fallback{{dejavuSerif, dejavuSerifBold}, {dejavuSans, dejavuSansBold}}}, nil
}
