package reader

import (
	"context"
	"time"

	"github.com/tetratelabs/wazero"
)

// usualLimit is how long one look at a paper may take at least: a dozen times
// what the picture of a page takes.
const usualLimit = time.Second / 2

// StartCached starts an engine whose compiled code is kept in a folder between
// processes; "" keeps none. A machine that takes long to start it is given more
// time for all that follows. Clock may be nil.
func StartCached(ctx context.Context, folder string, clock func() time.Time) (*Engine, error) {
	var began time.Time
	if clock != nil {
		began = clock()
	}
	var cache wazero.CompilationCache
	if folder != "" {
		if kept, err := wazero.NewCompilationCacheWithDir(folder); err == nil {
			cache = kept
		}
	}
	engine, err := Start(ctx, cache)
	if err != nil {
		return nil, err
	}
	engine.Limit, engine.Clock = usualLimit, clock
	if clock != nil {
		engine.Limit = max(usualLimit, 6*clock().Sub(began))
	}
	return engine, nil
}
