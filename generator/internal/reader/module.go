package reader

import (
	"context"
	"fmt"
	"io"
	"runtime"
	"sync"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
)

// Memory of one sandbox, in bytes: enough for most papers, which need 18 MB, and the
// limit.
const (
	usualMemory = 32 << 20
	maxMemory   = 128 << 20
)

// module is compiled PDFium. It starts sandboxes and is safe for concurrent use.
type module struct {
	pool pdfium.Pool

	starting sync.Mutex
	last     *memory   // of the sandbox that was started last
	zeroed   sync.Pool // *memory of closed sandboxes
}

// compile compiles PDFium on all processors. It fails when ctx ends before that. The
// cache may be nil.
func compile(ctx context.Context, cache wazero.CompilationCache) (*module, error) {
	if err := context.Cause(ctx); err != nil {
		return nil, err
	}
	config := wazero.NewRuntimeConfig().
		WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling).
		WithCloseOnContextDone(true)
	if cache != nil {
		config = config.WithCompilationCache(cache)
	}
	m := &module{}
	compiling, stop := context.WithCancelCause(context.Background()) // not of ctx, which sandboxes outlive
	finish := context.AfterFunc(ctx, func() { stop(context.Cause(ctx)) })
	// Only several workers end when the context does.
	shared := experimental.WithCompilationWorkers(compiling, max(2, runtime.GOMAXPROCS(0)))
	pool, err := webassembly.Init(webassembly.Config{
		Context: experimental.WithMemoryAllocator(shared, experimental.MemoryAllocatorFunc(m.allocate)),
		MaxIdle: 1, MaxTotal: -1,
		RuntimeConfig: config, FSConfig: wazero.NewFSConfig(), Stdout: io.Discard, Stderr: io.Discard,
	})
	finished := finish()
	if err != nil {
		return nil, fmt.Errorf("не запускается PDFium: %w", err)
	}
	if !finished {
		pool.Close()
		return nil, context.Cause(ctx)
	}
	m.pool = pool
	return m, nil
}

// start returns a new sandbox and its memory.
func (m *module) start(ctx context.Context) (pdfium.Pdfium, *memory, error) {
	m.starting.Lock()
	defer m.starting.Unlock()
	sandbox, err := m.pool.GetInstanceWithContext(ctx)
	return sandbox, m.last, err
}

// allocate is called when a sandbox starts.
func (m *module) allocate(_, _ uint64) experimental.LinearMemory {
	zeroed, is := m.zeroed.Get().(*memory)
	if !is {
		zeroed = &memory{make([]byte, 0, usualMemory)}
	}
	m.last = zeroed
	return zeroed
}

// recycle keeps the memory of a closed sandbox for another. Clearing what was used is
// cheaper than new memory.
func (m *module) recycle(used *memory) {
	if cap(used.bytes) != usualMemory {
		return
	}
	clear(used.bytes)
	m.zeroed.Put(&memory{used.bytes[:0]})
}

// memory is the linear memory of a sandbox. It is reallocated once, to the limit:
// growing in small steps would leave four times as much garbage.
type memory struct{ bytes []byte }

func (m *memory) Reallocate(size uint64) []byte {
	switch {
	case size > maxMemory:
		return nil // the module traps
	case size > uint64(cap(m.bytes)):
		m.bytes = append(make([]byte, 0, maxMemory), m.bytes...)
	}
	m.bytes = m.bytes[:size]
	return m.bytes
}

// Free does nothing: a sandbox that was killed may still use its memory.
func (m *memory) Free() {}
