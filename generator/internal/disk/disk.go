// Package disk writes output files: atomically, and without replacing signed
// ones.
//
//	disk.go    writing files
//	signed.go  protection of signed files
//	folder.go  folders of a batch
//	lock.go    locks of folders
package disk

import (
	"errors"
	"os"
	"path/filepath"
)

// File is a file to be written.
type File struct {
	Path string
	Data []byte
}

// Save writes all files or none: each goes to a temporary file in its folder,
// then all are renamed. Missing folders are created. Unless force is set, Save
// returns a SignedError instead of replacing a signed file.
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
