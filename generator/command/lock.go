package command

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/gofrs/flock"

	"protokol/generator/internal/batch"
)

// lockFolder keeps a second batch out of the folder of a first: they would
// write under each other's temporary names. The system lets go of the lock of a
// program that was killed. Where it knows no locks (some network folders),
// there is none.
func lockFolder(name string, shard batch.Shard) (unlock func(), err error) {
	lock := flock.New(filepath.Join(name, batch.LockName(shard)))
	if err := os.MkdirAll(filepath.Dir(lock.Path()), 0o777); err != nil {
		return nil, err
	}
	taken, err := lock.TryLock()
	if err == nil && !taken {
		return nil, inputError{fmt.Errorf("в папку %s уже пишет другая программа protokol; дождитесь её или возьмите другую папку: --out", name)}
	}
	return func() { lock.Close() }, nil
}
