package verify

import (
	"bytes"
	"context"

	"protokol/generator/diag"
	"protokol/generator/internal/compose"
	"protokol/generator/internal/mailing"
	"protokol/generator/internal/origin"
	"protokol/generator/internal/printing"
)

// reprint makes the paper of an origin again. The source may be hostile: the
// work ends soon after ctx does.
func reprint(ctx context.Context, from origin.Origin, format string) ([]byte, error) {
	press, source, err := printing.Again(from)
	if err != nil {
		return nil, asSourceError(err)
	}
	paper, err := paperOf(ctx, press, source, from)
	if err != nil {
		return nil, asSourceError(err)
	}
	var b bytes.Buffer
	err = press.Write(&b, paper, format)
	return b.Bytes(), err
}

// asSourceError marks problems in the files inside a paper.
func asSourceError(err error) error {
	if _, ok := err.(diag.Report); ok {
		return SourceError{err}
	}
	return err
}

// paperOf makes the paper of an origin again.
func paperOf(ctx context.Context, press *printing.Press, source *printing.Source, from origin.Origin) (*printing.Paper, error) {
	if from.Row() != nil {
		return mailing.Reprint(press, source, from)
	}
	request := compose.Request{Kind: from.Kind, Items: from.Items, Blank: from.Blank, Sort: from.Sort, To: from.To, Fillable: from.Fillable}
	if request.Kind == "" {
		request.Kind = compose.Kinds[0].Name // another program's paper
	}
	return press.Paper(request, source.Meeting, printing.Origin{Date: from.Date})
}
