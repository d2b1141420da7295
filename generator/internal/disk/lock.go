package disk

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"time"

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

// lockName is the file that is locked while files are saved in a folder. It
// exists only then.
const lockName = ".protokol-lock"

// savePatience limits how long a process waits for another that saves files.
const savePatience = 30 * time.Second

// lockFolders locks the folders of files, in one order for all processes. A
// folder that does not exist has nothing to be lost.
func lockFolders(files []File) (unlock func(), err error) {
	var folders []string
	for _, f := range files {
		folder := filepath.Dir(f.Path)
		if whole, err := filepath.Abs(folder); err == nil {
			folder = whole
		}
		folders = append(folders, folder)
	}
	slices.Sort(folders)
	var unlocks []func()
	unlock = func() {
		for _, one := range unlocks {
			one()
		}
	}
	ctx, cancel := context.WithTimeout(context.Background(), savePatience)
	defer cancel()
	for _, folder := range slices.Compact(folders) {
		if err := os.MkdirAll(folder, 0o777); err != nil {
			unlock()
			return nil, err
		}
		one, err := lockFolder(ctx, filepath.Join(folder, lockName))
		if err != nil {
			unlock()
			return nil, fmt.Errorf("папка %s: %w", folder, err)
		}
		unlocks = append(unlocks, one)
	}
	return unlock, nil
}

// lockFolder waits for a lock on a file, which it creates and which unlock
// removes. As Lock, it succeeds without effect where there are no locks.
func lockFolder(ctx context.Context, name string) (unlock func(), err error) {
	for {
		lock := flock.New(name, flock.SetPermissions(0o666))
		const pause = 20 * time.Millisecond
		_, err := lock.TryLockContext(ctx, pause)
		if ctx.Err() != nil {
			lock.Close()
			return nil, ErrLocked
		}
		if err != nil {
			return func() {}, nil
		}
		// The last holder may have removed the file in the meantime.
		held, err1 := lock.Stat()
		there, err2 := os.Stat(name)
		if err1 == nil && err2 == nil && os.SameFile(held, there) {
			return func() { os.Remove(name); lock.Close() }, nil
		}
		lock.Close()
	}
}
