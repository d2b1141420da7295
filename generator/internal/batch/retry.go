package batch

import (
	"errors"
	"io/fs"
	"runtime"
	"syscall"
	"time"
)

// Rename renames a file.
func (f osFolder) Rename(from, to string) error {
	return WhileBusy(func() error { return f.Root.Rename(from, to) })
}

// WhileBusy runs an operation. On Windows it retries for about a second if another
// program has the file open: virus scanners open every new file.
func WhileBusy(op func() error) error { return retryWhile(op, isBusy) }

// isBusy reports whether Windows refused because another program has the file
// open.
func isBusy(err error) bool {
	const sharingViolation = syscall.Errno(32)
	return runtime.GOOS == "windows" && (errors.Is(err, fs.ErrPermission) || errors.Is(err, sharingViolation))
}

// retryWhile repeats an operation while its error is retryable, for about a
// second.
func retryWhile(op func() error, retryable func(error) bool) error {
	const first, last = 5 * time.Millisecond, time.Second / 2
	for wait := first; ; wait *= 2 {
		err := op()
		if err == nil || !retryable(err) || wait > last {
			return err
		}
		time.Sleep(wait)
	}
}
