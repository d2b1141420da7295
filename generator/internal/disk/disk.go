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
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"protokol/generator/internal/batch"
)

// File is a file to be written.
type File struct {
	Path string
	Data []byte
}

// Save writes all files or none: each goes to a temporary file in its folder,
// then all are renamed. Missing folders are created. A file that is replaced
// keeps its permissions. Unless force is set, Save returns a SignedError instead
// of replacing a signed file, and waits for another process that saves into the
// same folders: of two that sign one file at once, one is refused.
func Save(files []File, force bool) error {
	if force {
		return replaceAll(files)
	}
	unlock, err := lockFolders(files)
	if err != nil {
		return err
	}
	defer unlock()
	for _, f := range files {
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
		if err := batch.WhileBusy(func() error { return os.Rename(temporary[i], f.Path) }); err != nil {
			return err
		}
	}
	return nil
}

// writeTemporary writes a file beside its path. A new file gets the permissions
// that the system gives to new files (umask), another those of the file that it
// will replace: it holds personal data that not everybody may read.
func writeTemporary(f File) (name string, err error) {
	permissions := fs.FileMode(0o666)
	old, statErr := os.Stat(f.Path)
	if statErr == nil {
		permissions = old.Mode().Perm()
	}
	file, err := createTemporary(filepath.Dir(f.Path), permissions)
	if err != nil {
		return "", err
	}
	_, err = file.Write(f.Data)
	if statErr == nil {
		err = errors.Join(err, file.Chmod(permissions)) // umask may have removed some
	}
	if err = errors.Join(err, file.Close()); err != nil {
		os.Remove(file.Name())
		return "", err
	}
	return file.Name(), nil
}

// createTemporary is os.CreateTemp with permissions.
func createTemporary(folder string, permissions fs.FileMode) (file *os.File, err error) {
	for i := range 1000 { // others of this process, and what an interrupted one left
		name := filepath.Join(folder, fmt.Sprintf(".protokol-%d-%d", os.Getpid(), i))
		file, err = os.OpenFile(name, os.O_RDWR|os.O_CREATE|os.O_EXCL, permissions)
		if !errors.Is(err, fs.ErrExist) {
			break
		}
	}
	var path *fs.PathError
	if errors.As(err, &path) { // the user knows the folder, but no temporary file
		whole, _ := filepath.Abs(folder)
		err = fmt.Errorf("в папку %s нельзя записать файл: %w", filepath.Base(whole), path.Err)
	}
	return file, err
}
