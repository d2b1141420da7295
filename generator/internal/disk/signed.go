package disk

import (
	"bytes"
	"io"
	"path/filepath"
	"strings"

	"protokol/generator/internal/signature"
)

// SignedError reports that writing a file would replace a signed one.
type SignedError struct {
	Path   string
	Beside string // name of the detached signature; "" for a signature inside the file
}

func (e SignedError) Error() string {
	if e.Beside != "" {
		return "рядом с " + e.Path + " лежит его подпись " + e.Beside
	}
	return e.Path + " подписан"
}

// maxPaper is the maximum number of bytes of an existing file that are read to
// find a signature.
const maxPaper = 64 << 20

// KeepSigned returns a SignedError when writing a file would destroy a
// signature: a signed PDF may only be extended, a signed DOCX must not change, and a file with a detached
// signature beside it must not change.
func KeepSigned(at Place, f File) error {
	old, err := readUpTo(at, f.Path, maxPaper)
	if err != nil || bytes.Equal(old, f.Data) {
		return nil // a new file, or no change
	}
	signed := signature.IsSigned(old) || len(old) == maxPaper && contains(at, f.Path, "/ByteRange")
	ext := strings.ToLower(filepath.Ext(f.Path))
	if (ext == ".pdf" || ext == ".docx") && !bytes.HasPrefix(f.Data, old) && signed {
		return SignedError{Path: f.Path}
	}
	if beside := signatureBeside(at, f.Path); beside != "" {
		return SignedError{Path: f.Path, Beside: beside}
	}
	return nil
}

// Differs reports whether a file with other content exists at the path.
func Differs(at Place, f File) bool {
	old, err := readUpTo(at, f.Path, maxPaper)
	return err == nil && !bytes.Equal(old, f.Data)
}

// Replaced returns the content that writing a file would replace by another, if
// there is any.
func Replaced(at Place, f File) (old []byte, ok bool) {
	old, err := readUpTo(at, f.Path, maxPaper)
	return old, err == nil && len(old) > 0 && !bytes.Equal(old, f.Data)
}

// SignedIn returns a function that reports whether a file in the folder is
// signed.
func SignedIn(at Place, folder string) func(name string, data []byte) bool {
	return func(name string, data []byte) bool {
		return signature.IsSigned(data) || signatureBeside(at, filepath.Join(folder, name)) != ""
	}
}

// contains searches a file of any size.
func contains(at Place, path, words string) bool {
	file, err := at.Open(path)
	if err != nil {
		return false
	}
	defer file.Close()
	window, kept := make([]byte, 1<<20), 0
	for {
		n, err := io.ReadFull(file, window[kept:])
		if bytes.Contains(window[:kept+n], []byte(words)) {
			return true
		}
		if err != nil {
			return false
		}
		kept = copy(window, window[len(window)-len(words):])
	}
}

// signatureBeside returns the name of the detached signature of a file, or "".
func signatureBeside(at Place, path string) string {
	for _, extension := range []string{".sig", ".p7s", ".sgn"} {
		if _, err := at.Stat(path + extension); err == nil {
			return filepath.Base(path) + extension
		}
	}
	return ""
}

// readUpTo reads at most limit bytes of a file.
func readUpTo(at Place, path string, limit int64) ([]byte, error) {
	file, err := at.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return io.ReadAll(io.LimitReader(file, limit))
}
