package disk

import (
	"errors"
	"path/filepath"

	"github.com/gofrs/flock"
)

// ErrLocked is returned when another process holds the lock.
var ErrLocked = errors.New("уже пишет другая программа protokol")

// Lock locks a folder for one batch: two would use the same temporary names.
// Name is the path of the lock file below the folder. The system releases the
// lock when the process ends. On a file system without locks, as some network
// folders are, Lock succeeds without effect.
func Lock(folder, name string) (unlock func(), err error) {
	lock := flock.New(filepath.Join(folder, name))
	tried, taken := false, false
	err = inFolder(filepath.Dir(lock.Path()), func() error {
		tried = true
		taken, err = lock.TryLock()
		return err
	})
	switch {
	case err != nil && !tried:
		return nil, err
	case err == nil && !taken:
		return nil, ErrLocked
	}
	return func() { lock.Close() }, nil
}
