package faces

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"io/fs"
	"path"
	"strconv"
	"strings"

	"protokol/generator/internal/font"
)

// File is the file of a face.
type File struct {
	Font   string // name of the face
	Path   string // with that of its folder
	Sum    string // SHA-256 of the file in hexadecimal, truncated to 128 bits
	System bool
}

// chosen is four faces of a family: regular, bold, italic, bold italic. One that the
// family lacks is the nearest one.
type chosen struct {
	*library
	faces [4]entry
	lacks [4]bool
}

// choose chooses the faces of a family, or says why those that are there cannot be
// embedded.
func (l *library) choose(key string) (c *chosen, reason string) {
	var usable []entry
	for _, e := range l.named(key) {
		switch {
		case !e.Rights.Embeds():
			reason = "правообладатель запретил встраивать его"
		case e.PostScript:
			reason = "его контуры PostScript (CFF) не встраиваются"
		default:
			usable = append(usable, e)
		}
	}
	if len(usable) == 0 {
		return nil, reason
	}
	c = &chosen{library: l}
	for i := range c.faces {
		c.faces[i], c.lacks[i] = nearest(usable, i&1 != 0, i&2 != 0)
	}
	return c, ""
}

// Weights of a family, and from which one on a face is bold.
const (
	regularWeight = 400
	boldWeight    = 700
	leastBold     = 550
)

// nearest returns the face of a family that is nearest to a weight and slant, and
// whether it is another one. Of equal ones it is that of the first file.
func nearest(list []entry, bold, italic bool) (found entry, lacks bool) {
	wanted, best := regularWeight, -1
	if bold {
		wanted = boldWeight
	}
	for _, e := range list {
		distance := max(e.Weight-wanted, wanted-e.Weight)
		if e.Italic != italic {
			distance += 10_000
		}
		if best < 0 || distance < best {
			found, best = e, distance
		}
	}
	return found, found.Italic != italic || bold && found.Weight < leastBold
}

// key distinguishes families by their files.
func (c *chosen) key() string {
	var b strings.Builder
	for _, e := range c.faces {
		b.WriteString(path.Join(c.Name, e.path) + "\x00" + strconv.Itoa(e.At) + "\x00")
	}
	return b.String()
}

// load reads the faces.
func (c *chosen) load() *family {
	made := &family{}
	for i, e := range c.faces {
		for j := range i { // one file for two styles
			if c.faces[j].path == e.path && c.faces[j].At == e.At {
				made.faces[i], made.files[i] = made.faces[j], made.files[j]
			}
		}
		if made.faces[i] == nil && made.err == nil {
			made.faces[i], made.files[i], made.err = c.face(e)
		}
	}
	return made
}

// face reads one face.
func (c *chosen) face(e entry) (face *font.Face, file File, err error) {
	data, err := readFile(c.FS, e.path)
	if err != nil {
		return nil, file, err
	}
	if face, err = font.ParseAt(data, e.Description); err != nil {
		return nil, file, err
	}
	sum := sha256.Sum256(data)
	return face, File{face.Name, path.Join(c.Name, e.path), hex.EncodeToString(sum[:16]), c.System}, nil
}

// readFile reads a file of a limited size.
func readFile(fsys fs.FS, name string) ([]byte, error) {
	f, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxFile+1))
	if err == nil && len(data) > maxFile {
		err = fs.ErrInvalid
	}
	return data, err
}
