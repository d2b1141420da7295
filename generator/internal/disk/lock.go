package disk

import (
	"errors"
	"os"
	"path/filepath"

	"github.com/gofrs/flock"
)

// ErrLocked is that another program writes into a folder.
var ErrLocked = errors.New("уже пишет другая программа protokol")

// Lock keeps a second batch out of the folder of a first: they would write
// under each other's temporary names. Name is that of the lock file below the
// folder. The system releases the lock of a program that was killed. On a file
// system without locks (some network folders) Lock succeeds and locks nothing.
func Lock(folder, name string) (unlock func(), err error) {
	lock := flock.New(filepath.Join(folder, name))
	if err := os.MkdirAll(filepath.Dir(lock.Path()), 0o777); err != nil {
		return nil, err
	}
	taken, err := lock.TryLock()
	if err == nil && !taken {
		return nil, ErrLocked
	}
	return func() { lock.Close() }, nil
}
