package compose

import (
	"strconv"

	"protokol/generator/internal/meeting"
)

// Picture is a picture with its lengths in millimetres.
type Picture struct {
	Path    string `about:"файл"`
	Alt     string `about:"описание"`
	Caption string `about:"подпись"`
	Width   string `about:"ширина, миллиметры"`
	Height  string `about:"высота, миллиметры; пусто — по пропорциям"`
}

// emblem returns a picture that may be in a table. Its height is computed from
// the file here, because the size of figures in tables is not completed later.
func emblem(p *meeting.Picture) *Picture {
	if p == nil {
		return nil
	}
	own := *p
	if own.Height <= 0 && own.Prepared != nil && own.Prepared.Width > 0 {
		own.Height = own.Width * float64(own.Prepared.Height) / float64(own.Prepared.Width)
	}
	view := illustration(own)
	return &view
}

// emblem returns the emblem of the body.
func (b *builder) emblem() *Picture {
	view := emblem(b.meeting.Council.Emblem)
	if view != nil {
		b.described("council.emblem", view)
	}
	return view
}

// pictures returns the pictures of a list.
func (b *builder) pictures(key string, list []meeting.Picture) []Picture {
	var views []Picture
	for i, p := range list {
		view := illustration(p)
		b.described(element(key, i), &view)
		views = append(views, view)
	}
	return views
}

// described marks the texts of a picture.
func (b *builder) described(key string, p *Picture) {
	p.Alt, p.Caption = b.origins.Value(key+".alt", p.Alt), b.origins.Value(key+".caption", p.Caption)
}

func illustration(p meeting.Picture) Picture {
	length := func(v float64) string {
		if v <= 0 {
			return ""
		}
		return strconv.FormatFloat(v, 'f', 3, 64)
	}
	return Picture{p.File, p.Alt, p.Caption, length(p.Width), length(p.Height)}
}
