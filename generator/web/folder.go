package web

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"strings"

	"protokol/generator"
)

// Limits of the folder.
const (
	maxFile    = 1 << 20 // a file about a meeting
	maxPaper   = 64 << 20
	maxEntries = 20_000 // files and folders looked at
	maxDepth   = 4      // folders in folders
)

// checkTOML checks the name of a file from a request.
func checkTOML(name string) error {
	if !isInside(name) || !strings.EqualFold(path.Ext(name), ".toml") {
		return failf(http.StatusNotFound, "Такого файла заседания нет.")
	}
	return nil
}

// isInside reports whether a name from a request can be that of a file of the folder:
// no way upwards, no hidden file, and on Windows no device and no stream of a file.
func isInside(name string) bool {
	return fs.ValidPath(name) && filepath.IsLocal(filepath.FromSlash(name)) && !hidden(name)
}

func hidden(name string) bool {
	for part := range strings.SplitSeq(name, "/") {
		if strings.HasPrefix(part, ".") {
			return true
		}
	}
	return false
}

// plainFiles is a file system without pipes, sockets and devices: opening one waits for
// another program, and reading may never end.
type plainFiles struct{ fs.FS }

var errNoFile = errors.New("это не файл")

// Open opens a file.
func (f plainFiles) Open(name string) (fs.File, error) {
	if info, err := fs.Stat(f.FS, name); err == nil && isEndless(info) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: errNoFile}
	}
	return f.FS.Open(name)
}

func isEndless(info fs.FileInfo) bool {
	return info.Mode()&(fs.ModeNamedPipe|fs.ModeSocket|fs.ModeDevice) != 0
}

// fsys is the folder, for reading only.
func (s *Server) fsys() fs.FS { return plainFiles{s.Root.FS()} }

// readTOML reads the file that a request names.
func (s *Server) readTOML(name string) ([]byte, error) {
	if err := checkTOML(name); err != nil {
		return nil, err
	}
	return s.read(name)
}

// read reads a file. The root follows no link that leads out of the folder.
func (s *Server) read(name string) ([]byte, error) {
	info, err := s.Root.Stat(name)
	switch {
	case err != nil && !errors.Is(err, fs.ErrPermission):
		if moved := s.inPlace(); moved != nil {
			return nil, moved
		}
		return nil, failf(http.StatusNotFound, "Файла %s нет.", name)
	case err == nil && (info.IsDir() || isEndless(info)):
		return nil, failf(http.StatusNotFound, "%s — не файл.", name)
	case err == nil && info.Size() > maxFile:
		return nil, failf(http.StatusRequestEntityTooLarge, "%s больше 1 МБ: похоже, это не файл заседания.", name)
	}
	return generator.ReadFile(s.fsys(), name, maxFile)
}

// save replaces a file: a crash leaves the old one or the new one, whole. It fails if the file has changed since it
// was read.
func (s *Server) save(name string, old, data []byte) error {
	info, err := s.Root.Lstat(name)
	if err != nil {
		return err
	}
	if !info.Mode().IsRegular() {
		return failf(http.StatusConflict, "%s — ссылка на другой файл. Откройте сам файл.", name)
	}
	if info.Mode().Perm()&0o200 == 0 {
		return failf(http.StatusConflict, "%s — файл только для чтения: снимите этот признак в его свойствах.", name)
	}
	temporary, err := s.write(path.Dir(name), info.Mode().Perm(), data)
	if err != nil {
		return err
	}
	err = generator.WhileBusy(func() error { return s.replace(temporary, name, old) })
	if err != nil {
		_ = s.Root.Remove(temporary)
	}
	return err
}

// replace renames a file to another, if that has not changed since it was read.
func (s *Server) replace(temporary, name string, old []byte) error {
	now, err := s.read(name)
	if err != nil {
		return err
	}
	if !bytes.Equal(now, old) {
		return failf(http.StatusConflict, "Файл только что изменили в другой программе. Повторите.")
	}
	return s.Root.Rename(temporary, name)
}

// write writes a temporary file into a folder.
func (s *Server) write(folder string, permissions fs.FileMode, data []byte) (name string, err error) {
	name = path.Join(folder, ".protokol-"+s.Random())
	file, err := s.Root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, permissions)
	if err != nil {
		return "", s.unwritten(folder, err)
	}
	_, err = file.Write(data)
	err = errors.Join(err, file.Sync(), file.Close())
	if err != nil {
		_ = s.Root.Remove(name)
	}
	return name, err
}

// unwritten is the answer if nothing can be created in a folder.
func (s *Server) unwritten(folder string, err error) error {
	if !errors.Is(err, fs.ErrPermission) {
		return err
	}
	return failf(http.StatusConflict, "В папку «%s» нельзя ничего записать: нет прав доступа. Попросите их у того, "+
		"кто ведёт папку, или скопируйте её туда, где они есть, и откройте копию.",
		filepath.Base(filepath.Join(s.Root.Name(), folder)))
}

// create writes a file that does not exist yet.
func (s *Server) create(name string, data []byte) error {
	temporary, err := s.write(path.Dir(name), 0o666, data)
	if err != nil {
		return err
	}
	defer func() { _ = s.Root.Remove(temporary) }()
	if err := s.Root.Link(temporary, name); err == nil || errors.Is(err, fs.ErrExist) {
		return err
	}
	// File systems without links: FAT, some network folders.
	if _, err := s.Root.Lstat(name); !errors.Is(err, fs.ErrNotExist) {
		return fs.ErrExist
	}
	return s.Root.Rename(temporary, name)
}

// version identifies the content of a file.
func version(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:12])
}

// walk visits the files of the folder. Links and hidden files are left out.
func (s *Server) walk(visit func(name string, entry fs.DirEntry)) {
	left := maxEntries
	_ = fs.WalkDir(s.fsys(), ".", func(name string, entry fs.DirEntry, err error) error {
		if left--; left < 0 {
			return fs.SkipAll
		}
		switch {
		case err != nil:
			return fs.SkipDir // a folder that cannot be read
		case name == ".":
		case hidden(entry.Name()), entry.IsDir() && strings.Count(name, "/") >= maxDepth:
			if entry.IsDir() {
				return fs.SkipDir
			}
		case entry.Type().IsRegular():
			visit(name, entry)
		}
		return nil
	})
}
