// Package limited reads files that may be of any size up to a limit.
package limited

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
)

// ErrFolder is that a folder stands where a file is needed.
var ErrFolder = errors.New("это папка, а нужен файл")

// TooLarge is that a file is larger than so many bytes.
type TooLarge int

func (e TooLarge) Error() string { return fmt.Sprintf("файл больше %d МБ", int(e)>>20) }

// ReadFile reads a file that is not larger than a limit, in bytes. It fails with
// TooLarge: a part of a file must not pass for it.
func ReadFile(fsys fs.FS, name string, limit int) ([]byte, error) {
	f, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	if info, err := f.Stat(); err == nil && info.IsDir() {
		return nil, ErrFolder
	}
	return ReadAll(f, limit)
}

// ReadAll reads what is not larger than a limit, in bytes.
func ReadAll(r io.Reader, limit int) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(r, int64(limit)+1))
	if err == nil && len(data) > limit {
		return nil, TooLarge(limit)
	}
	return data, err
}
