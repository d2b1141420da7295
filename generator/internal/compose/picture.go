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

// emblem is a picture that may stand inside a table. Its height is computed
// from the file here, because the size of figures in tables is not completed
// later.
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

func pictures(list []meeting.Picture) []Picture {
	var views []Picture
	for _, p := range list {
		views = append(views, illustration(p))
	}
	return views
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
