// Package engine keeps the compiled code of PDFium for tests: to compile it
// takes seconds, and with the race detector a minute.
package engine

import (
	"os"
	"path/filepath"
	"sync"

	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
)

// Cache is shared by all tests of a machine, where it has a folder for it.
var Cache = sync.OnceValue(func() wazero.CompilationCache {
	if dir, err := os.UserCacheDir(); err == nil {
		if cache, err := wazero.NewCompilationCacheWithDir(filepath.Join(dir, "protokol-tests")); err == nil {
			return cache
		}
	}
	return wazero.NewCompilationCache()
})

// Config is that of a pool with one engine.
func Config() webassembly.Config {
	return webassembly.Config{MinIdle: 1, MaxIdle: 1, MaxTotal: 1, RuntimeConfig: wazero.NewRuntimeConfig().
		WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling).WithCompilationCache(Cache())}
}
