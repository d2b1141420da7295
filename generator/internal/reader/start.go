package reader

import (
	"context"
	"time"

	"github.com/tetratelabs/wazero"
)

// usualLimit is the least limit of an operation: about twelve times what rendering
// a page takes.
const usualLimit = time.Second / 2

// StartCached starts an engine that caches its compiled code in a folder; "" is no
// cache. On a machine where starting takes long, the limit of operations grows, too.
// Clock may be nil.
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
