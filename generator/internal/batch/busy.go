package batch

import (
	"errors"
	"io/fs"
	"runtime"
	"syscall"
	"time"
)

// Rename gives a file a new name. On Windows it waits a little for programs that
// hold the file: those that look for viruses open every new one.
func (d disk) Rename(from, to string) error {
	return patiently(func() error { return d.Root.Rename(from, to) }, busy)
}

// busy reports whether Windows refuses because another program has a file open.
func busy(err error) bool {
	const sharingViolation = syscall.Errno(32)
	return runtime.GOOS == "windows" && (errors.Is(err, fs.ErrPermission) || errors.Is(err, sharingViolation))
}

// patiently tries again while a file is busy, for about a second.
func patiently(try func() error, busy func(error) bool) error {
	const first, last = 5 * time.Millisecond, time.Second / 2
	for wait := first; ; wait *= 2 {
		err := try()
		if err == nil || !busy(err) || wait > last {
			return err
		}
		time.Sleep(wait)
	}
}
