// Package fonts holds the faces the program ships, by family and style.
//
// Liberation Serif 2.1.4 (SIL Open Font License 1.1, see
// liberation-serif/OFL.txt) has the advance widths of Times New Roman, so a
// PDF that embeds it breaks its lines where Word breaks the DOCX.
package fonts

import (
	_ "embed" // the faces below
	"fmt"
)

// Family is the four TrueType files of one family.
type Family struct {
	Regular, Bold, Italic, BoldItalic []byte
}

var (
	//go:embed liberation-serif/Regular.ttf
	serifRegular []byte
	//go:embed liberation-serif/Bold.ttf
	serifBold []byte
	//go:embed liberation-serif/Italic.ttf
	serifItalic []byte
	//go:embed liberation-serif/BoldItalic.ttf
	serifBoldItalic []byte
)

// Default is the family used when a style sheet names none.
const Default = "Liberation Serif"

// Find returns the family with the given name. The bytes are shared: they
// must not be written to.
func Find(name string) (Family, error) {
	if name != Default {
		return Family{}, fmt.Errorf("шрифта «%s» нет среди встроенных; есть «%s»", name, Default)
	}
	return Family{serifRegular, serifBold, serifItalic, serifBoldItalic}, nil
}
