// Package disk writes what people will find in their folders: whole or not at
// all, and never in the place of something that was signed.
//
//	disk.go    files
//	signed.go  what must not be replaced
//	folder.go  folders of a batch
//	lock.go    one writer a folder
package disk

import (
	"errors"
	"io"
	"os"
	"path/filepath"
)

// File is a file to be written.
type File struct {
	Path string
	Data []byte
}

// Save writes files whole or not at all: each under a temporary name beside its
// place, then all are renamed. Unless forced it fails with a SignedError rather
// than replace a signed file.
func Save(files []File, force bool) error {
	for _, f := range files {
		if force {
			break
		}
		if err := KeepSigned(f); err != nil {
			return err
		}
	}
	return replaceAll(files)
}

func replaceAll(files []File) (err error) {
	var temporary []string
	defer func() {
		if err != nil {
			for _, name := range temporary {
				os.Remove(name)
			}
		}
	}()
	for _, f := range files {
		if err := os.MkdirAll(filepath.Dir(f.Path), 0o777); err != nil {
			return err
		}
		name, err := writeTemporary(f)
		if err != nil {
			return err
		}
		temporary = append(temporary, name)
	}
	for i, f := range files {
		if err := os.Rename(temporary[i], f.Path); err != nil {
			return err
		}
	}
	return nil
}

func writeTemporary(f File) (name string, err error) {
	file, err := os.CreateTemp(filepath.Dir(f.Path), ".protokol-*")
	if err != nil {
		return "", err
	}
	_, err = file.Write(f.Data)
	err = errors.Join(err, file.Chmod(0o644), file.Close())
	if err != nil {
		os.Remove(file.Name())
		return "", err
	}
	return file.Name(), nil
}

// ReadUpTo reads a file, or as much of it as a limit of bytes allows.
func ReadUpTo(name string, limit int) ([]byte, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	if info, err := f.Stat(); err == nil && info.IsDir() {
		return nil, ErrFolder
	}
	return io.ReadAll(io.LimitReader(f, int64(limit)))
}

// ErrFolder is that a folder stands where a file is needed.
var ErrFolder = errors.New("это папка, а нужен файл")
