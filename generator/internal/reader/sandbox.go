package reader

import (
	"context"
	"fmt"
)

// start starts the sandbox of a file.
func (p *PDF) start() error {
	e := p.engine
	sandbox, memory, err := e.module.start(e.ctx)
	switch {
	case err != nil && e.ctx.Err() != nil:
		return tooSlow
	case err != nil:
		return fmt.Errorf("PDFium: %w", err)
	}
	p.sandbox, p.memory = sandbox, memory
	p.detach = context.AfterFunc(e.ctx, p.kill)
	return nil
}

// Close frees the file and its sandbox.
func (p *PDF) Close() {
	p.detach()
	p.ending.Lock()
	defer p.ending.Unlock()
	if p.ended {
		return
	}
	p.ended = true
	if p.sandbox.Close() == nil { // any error does not matter
		p.engine.module.recycle(p.memory)
	}
}

// kill ends the sandbox and the operation that runs in it.
func (p *PDF) kill() {
	p.ending.Lock()
	defer p.ending.Unlock()
	if p.ended {
		return
	}
	p.ended = true
	p.late.Store(true)
	p.sandbox.Kill()
}
