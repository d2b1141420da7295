// Package engine runs PDFium in tests. It caches the compiled WebAssembly
// module, because compiling takes seconds, and a minute with the race detector.
package engine

import (
	"os"
	"path/filepath"
	"sync"

	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/structs"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
)

// Folder returns the folder of the compiled module, which all tests on a machine share,
// also those that run the program with the user's cache in protokol-tests; "" if there is
// none.
func Folder() string {
	dir, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	return filepath.Join(dir, "protokol-tests", "protokol")
}

// Cache is the cache in Folder.
var Cache = sync.OnceValue(func() wazero.CompilationCache {
	if dir := Folder(); dir != "" {
		if cache, err := wazero.NewCompilationCacheWithDir(dir); err == nil {
			return cache
		}
	}
	return wazero.NewCompilationCache()
})

// Config returns the configuration of a pool with one engine. It is compiled as the
// program compiles it, so that both share the compiled module.
func Config() webassembly.Config {
	return webassembly.Config{
		MinIdle: 1, MaxIdle: 1, MaxTotal: 1, ReuseWorkers: true,
		RuntimeConfig: wazero.NewRuntimeConfig().
			WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling).
			WithCloseOnContextDone(true).
			WithCompilationCache(Cache()),
	}
}

// FormCallbacks are the callbacks of a form environment. They do nothing.
var FormCallbacks = structs.FPDF_FORMFILLINFO{
	FFI_Invalidate:        func(references.FPDF_PAGE, float64, float64, float64, float64) {},
	FFI_SetCursor:         func(enums.FXCT) {},
	FFI_SetTimer:          func(int, func(int)) int { return 1 },
	FFI_KillTimer:         func(int) {},
	FFI_GetLocalTime:      func() structs.FPDF_SYSTEMTIME { return structs.FPDF_SYSTEMTIME{} },
	FFI_OnChange:          func() {},
	FFI_SetTextFieldFocus: func(string, bool) {},
	FFI_GetPage:           func(references.FPDF_DOCUMENT, int) *references.FPDF_PAGE { return nil },
	FFI_GetRotation: func(references.FPDF_PAGE) enums.FPDF_PAGE_ROTATION {
		return enums.FPDF_PAGE_ROTATION_NONE
	},
	FFI_ExecuteNamedAction: func(string) {},
}
