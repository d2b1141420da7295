package disk

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"

	"protokol/generator/internal/signature"
)

// SignedError is that a file would take the place of a signed one.
type SignedError struct {
	Path   string
	Beside string // the file of a detached signature; "" when the signature is inside
}

func (e SignedError) Error() string {
	if e.Beside != "" {
		return "рядом с " + e.Path + " лежит его подпись " + e.Beside
	}
	return e.Path + " подписан"
}

// maxPaper is how much of an existing file is read to find a signature, bytes.
const maxPaper = 64 << 20

// KeepSigned fails with a SignedError when a file would take the place of a
// signed one: what stands in the place of a signed PDF must begin with all of
// its bytes, and what has a signature beside it must stay as it is.
func KeepSigned(f File) error {
	old, err := readUpTo(f.Path, maxPaper)
	if err != nil || bytes.Equal(old, f.Data) {
		return nil // there is none, or nothing changes
	}
	signed := signature.IsSigned(old) || len(old) == maxPaper && contains(f.Path, "/ByteRange")
	if strings.EqualFold(filepath.Ext(f.Path), ".pdf") && !bytes.HasPrefix(f.Data, old) && signed {
		return SignedError{Path: f.Path}
	}
	if beside := signatureBeside(f.Path); beside != "" {
		return SignedError{Path: f.Path, Beside: beside}
	}
	return nil
}

// Differs reports whether a file of other contents stands at the path of a file.
func Differs(f File) bool {
	old, err := readUpTo(f.Path, maxPaper)
	return err == nil && !bytes.Equal(old, f.Data)
}

// SignedIn returns what recognises signed files in a folder.
func SignedIn(folder string) func(name string, data []byte) bool {
	return func(name string, data []byte) bool {
		return signature.IsSigned(data) || signatureBeside(filepath.Join(folder, name)) != ""
	}
}

// contains reports whether words stand in a file of any length.
func contains(path, words string) bool {
	file, err := os.Open(path)
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

// signatureBeside is the name of the detached signature of a file, or "".
func signatureBeside(path string) string {
	for _, extension := range []string{".sig", ".p7s", ".sgn"} {
		if _, err := os.Stat(path + extension); err == nil {
			return filepath.Base(path) + extension
		}
	}
	return ""
}

// readUpTo reads a file, or as much of it as a limit allows.
func readUpTo(path string, limit int64) ([]byte, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return io.ReadAll(io.LimitReader(file, limit))
}
