// Package faces finds a face for every font that a Word paper names: in the folder of
// the user, among the built-in families of the same widths, among the faces of the
// operating system; or else a built-in family that looks alike, which is a
// substitution.
//
//	faces.go    the families of all papers, and of one
//	builtin.go  built-in families
//	library.go  the faces in a folder
//	choose.go   faces of a library → the four of a family
//
// Folders are read only when a paper names a font that may be in them. Font files are untrusted: damaged ones are
// skipped and named. Pages depend on nothing but the paper, the folder of the user and the built-in families,
// unless a face of the system is used, which Find says.
package faces

import (
	"strings"
	"sync"

	"protokol/generator/internal/font"
)

// Set is the families that papers may use. It is safe for concurrent use.
type Set struct {
	family *font.Family // the built-in ones
	user   []*library
	system []*library

	mu     sync.Mutex
	found  map[string]resolved // by name
	loaded map[string]*family  // by their files
}

// family is a family of a folder.
type family struct {
	faces [4]*font.Face
	files [4]File
	err   error
}

// Found is the replacement of a font.
type Found struct {
	Family     uint8
	Substitute string // name of the family, if it is another one with other widths
	Twin       string // name of a family of the same widths
	Reason     string // why the font itself is not used although it exists; may be empty
	System     bool   // it is a face of the operating system
	Lacks      [4]bool
}

// resolved is the replacement of a font: a built-in family, or one of a folder.
type resolved struct {
	Found
	family *family
}

// New returns a set: the first family is that of our own papers, twins are the others
// in the order of Names.
func New(own *font.Family, twins [][4][]byte, folders ...Folder) (*Set, error) {
	var list [][4]*font.Face
	for _, files := range twins {
		var family [4]*font.Face
		for i, data := range files {
			var err error
			if family[i], err = font.Parse(data); err != nil {
				return nil, err
			}
		}
		list = append(list, family)
	}
	s := &Set{family: own.WithFamilies(list...), found: map[string]resolved{}, loaded: map[string]*family{}}
	for _, f := range folders {
		if f.System {
			s.system = append(s.system, &library{Folder: f})
		} else {
			s.user = append(s.user, &library{Folder: f})
		}
	}
	return s, nil
}

// Family returns the built-in families as one.
func (s *Set) Family() *font.Family { return s.family }

// lookup returns the replacement of a font.
func (s *Set) lookup(name string) resolved {
	key := strings.ToLower(strings.TrimSpace(name))
	s.mu.Lock()
	defer s.mu.Unlock()
	known, ok := s.found[key]
	if !ok {
		known = s.resolve(key)
		s.found[key] = known
	}
	return known
}

// resolve searches the folder of the user, the built-in twins, the folders of the system, and finally free
// families of the same widths in folders and families that look alike.
func (s *Set) resolve(key string) resolved {
	found, reason := s.search(s.user, key)
	if found.family != nil {
		return found
	}
	if i, ok := twins[key]; ok {
		return resolved{Found: Found{Family: i, Twin: Names[i], Reason: reason}}
	}
	found, other := s.search(s.system, key)
	if found.family == nil {
		found = s.copied(key)
	} else {
		found.System = true
	}
	if found.family != nil {
		return found
	}
	if reason == "" {
		reason = other
	}
	i, ok := alike[key]
	if !ok {
		i = guess(key)
	}
	return resolved{Found: Found{Family: i, Substitute: Names[i], Reason: reason}}
}

// copied searches all folders for a free family with the widths of a font.
func (s *Set) copied(key string) (found resolved) {
	name := copies[key]
	if name == "" {
		return found
	}
	if found, _ = s.search(s.user, strings.ToLower(name)); found.family == nil {
		found, _ = s.search(s.system, strings.ToLower(name))
		found.System = true
	}
	found.Twin = name
	return found
}

// search looks for a font in folders. The reason says why one that is there cannot
// be used.
func (s *Set) search(list []*library, key string) (found resolved, reason string) {
	for _, l := range list {
		chosen, why := l.choose(key)
		if chosen != nil {
			family := s.load(chosen)
			if family.err == nil {
				return resolved{Found{Lacks: chosen.lacks}, family}, ""
			}
			why = "файл шрифта повреждён"
		}
		if reason == "" {
			reason = why
		}
	}
	return resolved{}, reason
}

// load loads a family, unless it is known under another name.
func (s *Set) load(c *chosen) *family {
	key := c.key()
	known := s.loaded[key]
	if known == nil {
		known = c.load()
		s.loaded[key] = known
	}
	return known
}

// Damaged returns the files in the folders of the user that could not be read as
// fonts, as far as the folders have been read.
func (s *Set) Damaged() (names []string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, l := range s.user {
		names = append(names, l.damaged...)
	}
	return names
}

// maxFamilies limits the families of a paper: their index is a byte.
const maxFamilies = 250

// Paper is the families of one paper: the built-in ones, and those of folders in the
// order in which it names them, so that its file does not depend on other papers.
type Paper struct {
	set   *Set
	added []*family
}

// Paper returns the families of a new paper.
func (s *Set) Paper() *Paper { return &Paper{set: s} }

// Find returns the replacement of a font.
func (p *Paper) Find(name string) Found {
	one := p.set.lookup(name)
	if one.family == nil {
		return one.Found
	}
	at := 0
	for at < len(p.added) && p.added[at] != one.family {
		at++
	}
	if len(Names)+at >= maxFamilies {
		return Found{Family: Serif, Substitute: Names[Serif], Reason: "в документе слишком много шрифтов"}
	}
	if at == len(p.added) {
		p.added = append(p.added, one.family)
	}
	one.Found.Family = uint8(len(Names) + at)
	return one.Found
}

// Family returns all families as one.
func (p *Paper) Family() *font.Family {
	if len(p.added) == 0 {
		return p.set.family
	}
	var list [][4]*font.Face
	for _, f := range p.added {
		list = append(list, f.faces)
	}
	return p.set.family.WithFamilies(list...)
}

// Extends reports whether there are other families than the built-in ones.
func (p *Paper) Extends() bool { return len(p.added) > 0 }

// File returns the file of a face by its index in the Family. It is nil for built-in
// faces.
func (p *Paper) File(index int) *File {
	at := index - p.set.family.Len()
	if at < 0 || at >= 4*len(p.added) {
		return nil
	}
	return &p.added[at/4].files[at%4]
}

// Name returns the name of a family by its index.
func (p *Paper) Name(family uint8) string {
	if at := int(family) - len(Names); at >= 0 && at < len(p.added) {
		return p.added[at].faces[0].Family
	}
	return Names[min(int(family), len(Names)-1)]
}
