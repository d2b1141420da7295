//go:build !windows

package disk

import (
	"errors"
	"os"
	"syscall"
)

// tryLock locks a file for this open file alone, until it is closed, and reports whether
// it could.
func tryLock(file *os.File) (bool, error) {
	for {
		err := syscall.Flock(int(file.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
		switch {
		case errors.Is(err, syscall.EWOULDBLOCK):
			return false, nil
		case !errors.Is(err, syscall.EINTR):
			return err == nil, err
		}
	}
}
