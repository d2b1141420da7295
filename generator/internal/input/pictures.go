package input

import (
	"errors"
	"fmt"
	"path"
	"strings"

	"protokol/generator/diag"
	"protokol/generator/internal/meeting"
	"protokol/generator/internal/picture"
	"protokol/generator/internal/tomlfile"
)

// pictureReader reads the pictures of a meeting.
type pictureReader struct {
	file     *tomlfile.File
	options  Options
	problems diag.List
}

// pictures reads and prepares every picture and sets its height. Files are opened
// relative to the TOML file that names them.
func pictures(file *tomlfile.File, m *meeting.Meeting, o Options) diag.List {
	r := pictureReader{file: file, options: o}
	m.EachPicture(func(key string, p *meeting.Picture) {
		if p.File != "" && !p.Remote() && p.Width > 0 && p.Height >= 0 { // Check reports the rest
			r.read(key, p)
		}
	})
	return r.problems
}

func (r *pictureReader) report(severity diag.Severity, key, message, hint string) {
	r.problems = append(
		r.problems,
		r.file.Locate(diag.Problem{Severity: severity, Key: key, Message: message, Hint: hint}),
	)
}

func (r *pictureReader) read(key string, p *meeting.Picture) {
	if r.options.Open == nil {
		r.report(diag.Error, key+".file", "файл рисунка здесь прочитать нельзя", "")
		return
	}
	if message, hint, ok := escaped(p.File); ok {
		r.report(diag.Error, key+".file", message, hint)
		return
	}
	p.File = beside(r.file.Locate(diag.Problem{Key: key + ".file"}).File, p.File)
	data, err := r.options.read(p.File)
	if err != nil {
		message, hint := unreadable(p.File, err, "путь указывают относительно файла, в котором он записан")
		r.report(diag.Error, key+".file", message, hint)
		return
	}
	prepare := r.options.Prepare
	if prepare == nil {
		prepare = picture.Read
	}
	prepared, err := prepare(data)
	if err != nil {
		problem := &picture.Error{Message: err.Error()}
		errors.As(err, &problem)
		r.report(diag.Error, key+".file", problem.Message, problem.Hint)
		return
	}
	p.Prepared = prepared
	r.fit(key, p)
	r.quality(key, p)
}

// fit sets the height of a picture and reports one that exceeds the margins.
func (r *pictureReader) fit(key string, p *meeting.Picture) {
	natural := p.Width * float64(p.Prepared.Height) / float64(p.Prepared.Width)
	switch {
	case p.Height == 0:
		p.Height = natural
	case p.Height > 1.02*natural || p.Height < 0.98*natural:
		r.report(diag.Warning, key+".height", "рисунок будет растянут или сжат",
			fmt.Sprintf("по его пропорциям высота — %s мм; без ключа height она такой и будет", millimetres(natural)))
	}
	width, height := r.options.TextWidth, r.options.TextHeight
	if width > 0 && p.Width > width {
		r.report(
			diag.Error,
			key+".width",
			fmt.Sprintf("рисунок шире текста: между полями %s мм", millimetres(width)),
			"уменьшите width",
		)
	}
	if height > 0 && p.Height > height-captionRoom {
		r.report(diag.Error, key, fmt.Sprintf("рисунок высотой %s мм не помещается на страницу: между полями %s мм",
			millimetres(p.Height), millimetres(height)), "уменьшите width")
	}
}

// captionRoom is reserved for the lines around a picture, in mm.
const captionRoom = 20

// Pictures with more points an inch than a printer has dots only make the
// files larger; it is worth a word when they do so by much.
const (
	muchDetail = 1200    // points an inch
	muchWeight = 1 << 20 // bytes
	goodDetail = 300     // points an inch, enough for print
	inch       = 25.4    // mm
)

func (r *pictureReader) quality(key string, p *meeting.Picture) {
	if p.Prepared.Warning != "" {
		r.report(diag.Warning, key+".file", p.Prepared.Warning, "если это важно, сохраните рисунок как PNG в sRGB")
	}
	detail := float64(p.Prepared.Width) / p.Width * inch
	if detail > muchDetail && len(p.Prepared.File) > muchWeight {
		r.report(
			diag.Warning,
			key+".file",
			fmt.Sprintf(
				"рисунок в %d точек на %s мм добавит к каждому файлу %d КБ",
				p.Prepared.Width,
				millimetres(p.Width),
				len(p.Prepared.File)>>10,
			),
			fmt.Sprintf("для печати хватит ширины в %d точек", int(p.Width/inch*goodDetail)),
		)
	}
}

// millimetres formats a length to a tenth, with the Russian decimal comma.
func millimetres(v float64) string {
	return strings.Replace(strings.TrimSuffix(fmt.Sprintf("%.1f", v), ".0"), ".", ",", 1)
}

// beside resolves a name against the file that contains it. Backslashes, as users
// write them on Windows, become slashes.
func beside(file, name string) string {
	name = strings.ReplaceAll(name, `\`, "/")
	drive := len(name) > 1 && name[1] == ':'
	if path.IsAbs(name) || drive {
		return name
	}
	return path.Join(path.Dir(strings.ReplaceAll(file, `\`, "/")), name)
}
