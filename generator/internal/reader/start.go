package reader

import (
	"context"
	"sync"

	"github.com/tetratelabs/wazero"
)

// modules are the compiled modules of this process, by the folder of their cache.
// Decoding and checking the module again would take a tenth of a second.
var modules struct {
	sync.Mutex
	of map[string]*module
}

// StartCached starts an engine that caches its compiled code in this process and in a
// folder; "" means in this process only. See Start for ctx.
func StartCached(ctx context.Context, folder string) (*Engine, error) {
	e := &Engine{ctx: ctx, shared: true}
	modules.Lock()
	defer modules.Unlock()
	m := modules.of[folder]
	if m == nil {
		var err error
		if m, err = compile(ctx, diskCache(folder)); err != nil {
			return nil, err
		}
		if modules.of == nil {
			modules.of = map[string]*module{}
		}
		modules.of[folder] = m
	}
	e.module = m
	return e, nil
}

// diskCache returns nil if the folder cannot be used.
func diskCache(folder string) wazero.CompilationCache {
	if folder == "" {
		return nil
	}
	cache, err := wazero.NewCompilationCacheWithDir(folder)
	if err != nil {
		return nil
	}
	return cache
}
