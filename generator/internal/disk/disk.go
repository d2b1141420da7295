// Package disk writes output files: atomically, and without replacing signed
// ones.
//
//	place.go   where paths lead
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

	// Template is the Word template that a paper was made from, if any. The paper never replaces it.
	Template []byte
}

// Save writes all files or none: each goes to a temporary file in its folder,
// then all are renamed. Should a renaming fail, new files are removed, but what was
// replaced stays so. Missing folders are created. A file that is replaced keeps its
// permissions. Unless force is set, Save returns a SignedError instead
// of replacing a signed file, and waits for another process that saves into the
// same folders: of two that sign one file at once, one is refused.
func Save(at Place, files []File, force bool) error {
	if force {
		return replaceAll(at, files)
	}
	unlock, err := lockFolders(at, files)
	if err != nil {
		return err
	}
	defer unlock()
	for _, f := range files {
		if err := KeepSigned(at, f); err != nil {
			return err
		}
	}
	return replaceAll(at, files)
}

func replaceAll(at Place, files []File) (err error) {
	var temporary []string
	defer func() {
		if err != nil {
			for _, name := range temporary {
				at.Remove(name)
			}
		}
	}()
	for _, f := range files {
		if err := at.MkdirAll(filepath.Dir(f.Path), 0o777); err != nil {
			return err
		}
		name, err := writeTemporary(at, f)
		if err != nil {
			return err
		}
		temporary = append(temporary, name)
	}
	for i, f := range files {
		_, old := at.Stat(f.Path)
		if err := batch.WhileBusy(func() error { return at.Rename(temporary[i], f.Path) }); err != nil {
			return err
		}
		if errors.Is(old, fs.ErrNotExist) {
			temporary[i] = f.Path // removed, too, should another one fail
		}
	}
	return nil
}

// writeTemporary writes a file beside its path. A new file gets the permissions
// that the system gives to new files (umask), another those of the file that it
// will replace: it holds personal data that not everybody may read.
func writeTemporary(at Place, f File) (name string, err error) {
	permissions := fs.FileMode(0o666)
	old, statErr := at.Stat(f.Path)
	if statErr == nil {
		permissions = old.Mode().Perm()
	}
	file, name, err := createTemporary(at, filepath.Dir(f.Path), permissions)
	if err != nil {
		return "", err
	}
	_, err = file.Write(f.Data)
	if statErr == nil {
		err = errors.Join(err, file.Chmod(permissions)) // umask may have removed some
	}
	if err = errors.Join(err, file.Close()); err != nil {
		at.Remove(name)
		if path, ok := errors.AsType[*fs.PathError](err); ok { // the user knows no temporary file
			err = &fs.PathError{Op: path.Op, Path: f.Path, Err: path.Err}
		}
		return "", err
	}
	return name, nil
}

// createTemporary is os.CreateTemp with permissions. It returns the path of the file, too.
func createTemporary(at Place, folder string, permissions fs.FileMode) (file *os.File, name string, err error) {
	for i := range 1000 { // others of this process, and what an interrupted one left
		name = filepath.Join(folder, fmt.Sprintf(".protokol-%d-%d", os.Getpid(), i))
		file, err = at.OpenFile(name, os.O_RDWR|os.O_CREATE|os.O_EXCL, permissions)
		if !errors.Is(err, fs.ErrExist) {
			break
		}
	}
	var path *fs.PathError
	if errors.As(err, &path) { // the user knows the folder, but no temporary file
		err = fmt.Errorf("в папку %s нельзя записать файл: %w", filepath.Base(absolute(at, folder)), path.Err)
	}
	return file, name, err
}
