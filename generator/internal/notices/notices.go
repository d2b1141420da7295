// Package notices contains the licences of everything linked into the program:
// Go and its modules, PDFium, fonts, hyphenation patterns, the sRGB
// profile.
package notices

import _ "embed"

//go:generate go test -update
//go:embed notices.txt
var text string

// Text returns the name and the licence of each part. A test generates it from
// the modules and fails if one is missing.
func Text() string { return text }
