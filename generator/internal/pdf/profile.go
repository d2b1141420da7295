package pdf

import (
	"fmt"
	"slices"
	"strings"
)

// Profile is the part of ISO 19005 a file conforms to. The zero value is A3a.
type Profile string

const (
	// A1b preserves the appearance only, in PDF 1.4 (ISO 19005-1, level B).
	A1b Profile = "a-1b"
	// A2a requires a logical structure, too (ISO 19005-2, level A).
	A2a Profile = "a-2a"
	// A3a allows the source inside the paper (ISO 19005-3, level A).
	A3a Profile = "a-3a"
)

// strictest is the profile whose fonts every other one allows. Marks and fallback
// faces are embedded for it: the file may be of any profile.
const strictest = A1b

// Profiles are the names of all profiles.
var Profiles = []string{string(A1b), string(A2a), string(A3a)}

// ParseProfile reads the name of a profile; "" is A3a.
func ParseProfile(name string) (Profile, error) {
	if name == "" {
		return A3a, nil
	}
	if !slices.Contains(Profiles, name) {
		return "", fmt.Errorf("неизвестный профиль PDF «%s»; есть: %s", name, strings.Join(Profiles, ", "))
	}
	return Profile(name), nil
}

// Attaches reports whether a file of the profile may hold the source: PDF/A-1
// forbids every attachment (ISO 19005-1, 6.1.11), PDF/A-2 those that are not
// PDF/A themselves (ISO 19005-2, 6.8).
func (p Profile) Attaches() bool { return p != A1b && p != A2a }

// Fills reports whether a file of the profile may hold fields to be filled in:
// their font has an encoding with differences, which PDF/A-1 does not allow
// (ISO 19005-1, 6.3.7).
func (p Profile) Fills() bool { return p != A1b }

// version is the version of PDF in the header. PDF/A-1 is based on PDF 1.4.
func (p Profile) version() string {
	if p == A1b {
		return "1.4"
	}
	return "1.7"
}

// wantsCIDSet reports whether a subset must list its glyphs, as PDF/A-1 requires
// (ISO 19005-1, 6.3.5).
func (p Profile) wantsCIDSet() bool { return p == A1b }

// claims returns what the metadata claims: the part and level of PDF/A and, for
// files with a logical structure, PDF/UA-1.
func (p Profile) claims() (part, level string, accessible bool) {
	switch p {
	case A1b:
		return "1", "B", false
	case A2a:
		return "2", "A", true
	}
	return "3", "A", true
}
