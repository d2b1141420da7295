package printing

import (
	"context"
	"errors"

	"protokol/generator/diag"
	"protokol/generator/internal/compose"
)

// Compose fills the template of a view and lays the document out.
func (p *Press) Compose(ctx context.Context, view compose.View, from Origin) (*Paper, error) {
	doc, err := p.Templates.ComposeView(ctx, view)
	if err != nil {
		return nil, err
	}
	return p.Lay(doc, from)
}

// ComposeLabel lays out a label alone. It fails with ErrOverfull when the label
// has no room for its text.
func (p *Press) ComposeLabel(ctx context.Context, view compose.View) (*Paper, error) {
	doc, err := p.Templates.ComposeView(ctx, view)
	if err != nil {
		return nil, err
	}
	return p.Label(doc)
}

// Located returns an error of a template as a diag.Report, with the text of the
// filled template for excerpts, and any other error as it is.
func Located(err error) error {
	var slip compose.MarkupError
	if errors.As(err, &slip) && len(slip.List) > 0 {
		return diag.Report{List: slip.List, Sources: map[string][]byte{slip.List[0].File: slip.Filled}}
	}
	return err
}
