package printing

import (
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"path"

	"protokol/generator/internal/compose"
	"protokol/generator/internal/origin"
)

// Rules is the number of the rules by which papers are printed. It is raised
// whenever the same source gives other pages; TestRulesAreNumbered enforces
// that. Papers of other rules are not compared page by page.
const Rules = 18

// digests returns the digests of a design: files are its templates and style
// sheets, family is the name of its font family.
func (d Design) digests(files fs.FS, family string) (found origin.Digests, err error) {
	if found.Templates, err = templatesDigest(files); err != nil {
		return found, err
	}
	if d.Sheet != nil {
		found.Sheet = digest(d.Sheet.Data)
	} else {
		data, err := fs.ReadFile(files, "styles/"+d.Style+".toml")
		if err != nil {
			return found, err
		}
		found.Sheet = digest(data)
	}
	found.Faces, err = facesDigest(family)
	return found, err
}

// templatesDigest returns the digest of all templates, in the order of their
// names.
func templatesDigest(files fs.FS) (string, error) {
	var all [][]byte
	for _, folder := range []string{".", "partials", "papers"} {
		entries, err := fs.ReadDir(files, folder)
		if err != nil {
			return "", err
		}
		for _, e := range entries {
			if path.Ext(e.Name()) != compose.Extension {
				continue
			}
			data, err := fs.ReadFile(files, path.Join(folder, e.Name()))
			if err != nil {
				return "", err
			}
			all = append(all, []byte(e.Name()), data)
		}
	}
	return digest(all...), nil
}

// digest returns the digest of several pieces of data with their lengths.
func digest(data ...[]byte) string {
	h := sha256.New()
	for _, d := range data {
		length := [4]byte{byte(len(d) >> 24), byte(len(d) >> 16), byte(len(d) >> 8), byte(len(d))}
		h.Write(length[:])
		h.Write(d)
	}
	return hex.EncodeToString(h.Sum(nil)[:16])
}
