// Package limited reads files up to a size limit.
package limited

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
)

// ErrFolder is returned when a file is expected and a folder is found.
var ErrFolder = errors.New("это папка, а нужен файл")

// TooLarge is the error for a file that exceeds a size limit. The value is the
// limit in bytes.
type TooLarge int

func (e TooLarge) Error() string { return fmt.Sprintf("файл больше %d МБ", int(e)>>20) }

// ReadFile reads a file of at most limit bytes. For a larger one it returns no
// data and TooLarge.
func ReadFile(fsys fs.FS, name string, limit int) ([]byte, error) {
	f, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var data bytes.Buffer
	if info, err := f.Stat(); err == nil {
		if info.IsDir() {
			return nil, ErrFolder
		}
		data.Grow(int(max(0, min(info.Size(), int64(limit)))) + bytes.MinRead)
	}
	if _, err := data.ReadFrom(io.LimitReader(f, int64(limit)+1)); err != nil {
		return nil, err
	}
	if data.Len() > limit {
		return nil, TooLarge(limit)
	}
	return data.Bytes(), nil
}

// ErrIrregular is returned when a file is expected and a pipe or a device is found.
var ErrIrregular = errors.New("это не обычный файл, а канал или устройство")

// ReadRegular is ReadFile for names that come from a file. It does not open pipes and devices, which may have no end
// or never begin.
func ReadRegular(fsys fs.FS, name string, limit int) ([]byte, error) {
	if info, err := fs.Stat(fsys, name); err == nil && !info.IsDir() && !info.Mode().IsRegular() {
		return nil, ErrIrregular
	}
	return ReadFile(fsys, name, limit)
}

// ReadAll reads at most limit bytes until EOF. For more data it returns no data
// and TooLarge.
func ReadAll(r io.Reader, limit int) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(r, int64(limit)+1))
	if err == nil && len(data) > limit {
		return nil, TooLarge(limit)
	}
	return data, err
}
