package printing

import (
	"context"
	"errors"

	"protokol/generator/diag"
	"protokol/generator/internal/compose"
)

// Compose executes the template of a view and lays the document out.
func (p *Press) Compose(ctx context.Context, view compose.View, from Origin) (*Paper, error) {
	doc, err := p.Templates.ComposeView(ctx, view)
	if err != nil {
		return nil, err
	}
	return p.Lay(doc, from)
}

// ComposeLabel lays out a single label. It fails with ErrOverfull when the text
// does not fit.
func (p *Press) ComposeLabel(ctx context.Context, view compose.View) (*Paper, error) {
	doc, err := p.Templates.ComposeView(ctx, view)
	if err != nil {
		return nil, err
	}
	return p.Label(doc)
}

// Located turns an error of a template into a diag.Report, with the output of
// the template for excerpts. Other errors stay as they are.
func Located(err error) error {
	var slip compose.MarkupError
	if errors.As(err, &slip) && len(slip.List) > 0 {
		return diag.Report{List: slip.List, Sources: map[string][]byte{slip.List[0].File: slip.Filled}}
	}
	return err
}
