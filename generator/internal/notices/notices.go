// Package notices holds the licences of what is linked into the program: Go and
// its modules, PDFium, fonts, the sRGB profile.
package notices

import _ "embed"

//go:generate go test -update
//go:embed notices.txt
var text string

// Text is the name and the licence of each part, as a text to read. A test makes
// it from the modules themselves and fails when one is missing.
func Text() string { return text }
