package command

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/urfave/cli/v2"

	"protokol/generator/internal/meeting"
	"protokol/generator/internal/printing"
	"protokol/generator/internal/russian"
	"protokol/generator/internal/signature"
)

// output is a file to be written.
type output struct {
	path string
	data []byte
}

// writeAll writes files whole or not at all: each under a temporary name
// beside its place, then all are renamed. It refuses to lose a signature.
func writeAll(files []output) error {
	for _, f := range files {
		if err := keepsSignature(f); err != nil {
			return err
		}
	}
	return replaceAll(files)
}

// keepsSignature fails when a file would take the place of a signed one: what
// stands in the place of a signed PDF must begin with all of its bytes, and
// what has a signature beside it must stay as it is.
func keepsSignature(f output) error {
	old, err := readUpTo(f.path, maxPaper)
	if err != nil || bytes.Equal(old, f.data) {
		return nil // there is none, or nothing changes
	}
	signed := signature.IsSigned(old) || len(old) == maxPaper && holds(f.path, "/ByteRange")
	if strings.EqualFold(filepath.Ext(f.path), ".pdf") && !bytes.HasPrefix(f.data, old) && signed {
		return usageError{"", f.path + " подписан; чтобы заменить его, добавьте --force"}
	}
	if beside := signatureBeside(f.path); beside != "" {
		return usageError{"", fmt.Sprintf("рядом с %s лежит его подпись %s; чтобы заменить файл, добавьте --force", f.path, beside)}
	}
	return nil
}

// holds reports whether words stand in a file of any length: a signature stands
// at its end.
func holds(path, words string) bool {
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

// write writes files; --force gives up what signatures they replace.
func write(c *cli.Context, files []output) error {
	if c.Bool("force") {
		return replaceAll(files)
	}
	return writeAll(files)
}

func replaceAll(files []output) (err error) {
	var temporary []string
	defer func() {
		if err != nil {
			for _, name := range temporary {
				os.Remove(name)
			}
		}
	}()
	for _, f := range files {
		if err := os.MkdirAll(filepath.Dir(f.path), 0o777); err != nil {
			return err
		}
		name, err := writeTemporary(f)
		if err != nil {
			return err
		}
		temporary = append(temporary, name)
	}
	for i, f := range files {
		if err := os.Rename(temporary[i], f.path); err != nil {
			return err
		}
	}
	return nil
}

func writeTemporary(f output) (name string, err error) {
	file, err := os.CreateTemp(filepath.Dir(f.path), ".protokol-*")
	if err != nil {
		return "", err
	}
	_, err = file.Write(f.data)
	err = errors.Join(err, file.Chmod(0o644), file.Close())
	if err != nil {
		os.Remove(file.Name())
		return "", err
	}
	return file.Name(), nil
}

// names are the file names that papers of one run have taken, without the
// extension. Windows does not tell capitals from small letters.
type names map[string]bool

// free is a name that no other paper of the run has: the second of two alike
// gets a number.
func (n names) free(base string) string {
	name := base
	for i := 2; n[strings.ToLower(name)]; i++ {
		name = fmt.Sprintf("%s (%d)", base, i)
	}
	n[strings.ToLower(name)] = true
	return name
}

// fileName fills the pattern of --name and drops what Windows does not allow
// in the name of a file.
func fileName(pattern string, paper *printing.Paper, m *meeting.Meeting) string {
	number := ""
	if m.Number != nil {
		number = *m.Number
	}
	name := strings.NewReplacer(
		"{document}", paper.Document.Title,
		"{number}", number,
		"{date}", russian.DateDigits(m.Date.Year, m.Date.Month, m.Date.Day),
	).Replace(pattern)
	name = strings.Trim(strings.ReplaceAll(plainName(name), "\u00a0", " "), " .")
	if name == "" {
		return "документ"
	}
	return name
}

// plainName puts a dash in place of what no file may have in its name.
func plainName(name string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || strings.ContainsRune(`/\:*?"<>|`, r) {
			return '-'
		}
		return r
	}, name)
}
