package pdf

import (
	"fmt"
	"slices"
	"strings"
)

// Profile is a part and level of PDF/A. The zero value is A3a.
type Profile string

const (
	// A1b preserves the appearance only, in PDF 1.4 (ISO 19005-1, level B).
	A1b Profile = "a-1b"
	// A2a requires a logical structure, too (ISO 19005-2, level A).
	A2a Profile = "a-2a"
	// A3a allows the source inside the paper (ISO 19005-3, level A).
	A3a Profile = "a-3a"
	// A4f is PDF 2.0 with the source inside (ISO 19005-4, level F). Its structure
	// is that of PDF/UA-2 (ISO 14289-2) and of Well-Tagged PDF 1.0.
	A4f Profile = "a-4f"
)

// strictest is the profile whose fonts are allowed in all others. Marks and
// fallback faces are embedded for it, because the file may have any profile.
const strictest = A1b

// Profiles lists the names of all profiles.
var Profiles = []string{string(A1b), string(A2a), string(A3a), string(A4f)}

// ParseProfile returns the profile with a name; "" is A3a.
func ParseProfile(name string) (Profile, error) {
	if name == "" {
		return A3a, nil
	}
	if !slices.Contains(Profiles, name) {
		return "", fmt.Errorf("неизвестный профиль PDF «%s»; есть: %s", name, strings.Join(Profiles, ", "))
	}
	return Profile(name), nil
}

// Attaches reports whether files of the profile may contain the source. PDF/A-1
// forbids all attachments (ISO 19005-1, 6.1.11), PDF/A-2 those that are not
// PDF/A (ISO 19005-2, 6.8).
func (p Profile) Attaches() bool { return p != A1b && p != A2a }

// Fills reports whether files of the profile may contain form fields. Their
// font has an encoding with differences, which PDF/A-1 does not allow (ISO
// 19005-1, 6.3.7).
func (p Profile) Fills() bool { return p != A1b }

// version returns the version in the PDF header. PDF/A-1 is based on PDF 1.4,
// PDF/A-4 on PDF 2.0.
func (p Profile) version() string {
	switch p {
	case A1b:
		return "1.4"
	case A4f:
		return "2.0"
	}
	return "1.7"
}

// isPDF2 reports whether files of the profile are PDF 2.0 (ISO 32000-2), where
// structure types have a namespace, links inside the file lead to the structure,
// and metadata are in XMP only.
func (p Profile) isPDF2() bool { return p == A4f }

// wantsCIDSet reports whether a subset must list its glyphs, as PDF/A-1 requires
// (ISO 19005-1, 6.3.5).
func (p Profile) wantsCIDSet() bool { return p == A1b }
