package reader

import (
	"context"
	"time"

	"github.com/tetratelabs/wazero"
)

// usualLimit is the minimum time limit of an operation: about twelve times the
// time to render a page.
const usualLimit = time.Second / 2

// StartCached starts an engine that caches its compiled code in a folder; ""
// means no cache. If starting takes long, the limit of operations is increased.
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
