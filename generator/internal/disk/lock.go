package disk

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// ErrLocked is returned when another process holds the lock.
var ErrLocked = errors.New("уже пишет другая программа protokol")

// Lock locks a folder for one batch: two would use the same temporary names.
// Name is the path of the lock file below the folder. The system releases the
// lock when the process ends. On a file system without locks, as some network
// folders are, Lock succeeds without effect.
func Lock(at Place, folder, name string) (unlock func(), err error) {
	name = filepath.Join(folder, name)
	var lock *os.File
	taken, isMade := false, false
	err = inFolder(at, filepath.Dir(name), func() (err error) {
		isMade = true
		lock, taken, err = openLocked(at, name)
		return err
	})
	switch {
	case err != nil && !isMade:
		return nil, err
	case err != nil:
		return func() {}, nil
	case !taken:
		lock.Close()
		return nil, ErrLocked
	}
	return func() { lock.Close() }, nil
}

// openLocked opens a file, creating it if necessary, and locks it unless it is locked.
func openLocked(at Place, name string) (file *os.File, taken bool, err error) {
	file, err = at.OpenFile(name, os.O_RDWR|os.O_CREATE, 0o666) // NFS locks no file open for reading only
	if errors.Is(err, fs.ErrPermission) {                       // a file of another user
		file, err = at.Open(name)
	}
	if err != nil {
		return nil, false, err
	}
	if taken, err = tryLock(file); err != nil {
		file.Close()
		return nil, false, err
	}
	return file, taken, nil
}

// lockName is the file that is locked while files are saved in a folder. It
// exists only then.
const lockName = ".protokol-lock"

// savePatience limits how long a process waits for another that saves files.
const savePatience = 30 * time.Second

// lockFolders locks the folders of files, in one order for all processes. A
// folder that does not exist has nothing to be lost.
func lockFolders(at Place, files []File) (unlock func(), err error) {
	var folders []string
	for _, f := range files {
		folders = append(folders, filepath.Dir(f.Path))
	}
	compare := func(a, b string) int { return strings.Compare(absolute(at, a), absolute(at, b)) }
	slices.SortFunc(folders, compare)
	folders = slices.CompactFunc(folders, func(a, b string) bool { return compare(a, b) == 0 })
	var unlocks []func()
	unlock = func() {
		for _, one := range unlocks {
			one()
		}
	}
	ctx, cancel := context.WithTimeout(context.Background(), savePatience)
	defer cancel()
	for _, folder := range folders {
		if err := at.MkdirAll(folder, 0o777); err != nil {
			unlock()
			return nil, err
		}
		one, err := lockFolder(ctx, at, filepath.Join(folder, lockName))
		if err != nil {
			unlock()
			return nil, fmt.Errorf("папка %s: %w", absolute(at, folder), err)
		}
		unlocks = append(unlocks, one)
	}
	return unlock, nil
}

// lockFolder waits for a lock on a file, which it creates and which unlock
// removes. As Lock, it succeeds without effect where there are no locks.
func lockFolder(ctx context.Context, at Place, name string) (unlock func(), err error) {
	for {
		lock, taken, err := openLocked(at, name)
		if err != nil {
			return func() {}, nil
		}
		// The last holder may have removed the file in the meantime.
		held, err1 := lock.Stat()
		there, err2 := at.Stat(name)
		if taken && err1 == nil && err2 == nil && os.SameFile(held, there) {
			return func() { at.Remove(name); lock.Close() }, nil
		}
		lock.Close()
		const pause = 20 * time.Millisecond
		select {
		case <-ctx.Done():
			return nil, ErrLocked
		case <-time.After(pause):
		}
	}
}
