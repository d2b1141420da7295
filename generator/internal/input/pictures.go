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

// gallery reads the pictures of a meeting.
type gallery struct {
	file     *tomlfile.File
	options  Options
	problems diag.List
}

// pictures reads and prepares every picture and gives it its height. A file
// is looked for beside the TOML that names it.
func pictures(file *tomlfile.File, m *meeting.Meeting, o Options) diag.List {
	g := gallery{file: file, options: o}
	m.EachPicture(func(key string, p *meeting.Picture) {
		if p.File != "" && !p.Remote() && p.Width > 0 && p.Height >= 0 { // the rest is told by Check
			g.read(key, p)
		}
	})
	return g.problems
}

func (g *gallery) tell(severity diag.Severity, key, message, hint string) {
	g.problems = append(g.problems, g.file.Locate(diag.Problem{Severity: severity, Key: key, Message: message, Hint: hint}))
}

func (g *gallery) read(key string, p *meeting.Picture) {
	if g.options.Open == nil {
		g.tell(diag.Error, key+".file", "файл рисунка здесь прочитать нельзя", "")
		return
	}
	p.File = beside(g.file.Locate(diag.Problem{Key: key + ".file"}).File, p.File)
	data, err := g.options.read(p.File)
	if err != nil {
		g.tell(diag.Error, key+".file", fmt.Sprintf("не открывается файл %s", p.File), "путь указывают относительно файла, в котором он записан")
		return
	}
	prepare := g.options.Prepare
	if prepare == nil {
		prepare = picture.Read
	}
	prepared, err := prepare(data)
	if err != nil {
		problem := &picture.Error{Message: err.Error()}
		errors.As(err, &problem)
		g.tell(diag.Error, key+".file", problem.Message, problem.Hint)
		return
	}
	p.Prepared = prepared
	g.fit(key, p)
	g.quality(key, p)
}

// fit gives a picture its height and keeps it between the margins.
func (g *gallery) fit(key string, p *meeting.Picture) {
	natural := p.Width * float64(p.Prepared.Height) / float64(p.Prepared.Width)
	switch {
	case p.Height == 0:
		p.Height = natural
	case p.Height > 1.02*natural || p.Height < 0.98*natural:
		g.tell(diag.Warning, key+".height", "рисунок будет растянут или сжат",
			fmt.Sprintf("по его пропорциям высота — %s мм; без ключа height она такой и будет", millimetres(natural)))
	}
	width, height := g.options.TextWidth, g.options.TextHeight
	if width > 0 && p.Width > width {
		g.tell(diag.Error, key+".width", fmt.Sprintf("рисунок шире текста: между полями %s мм", millimetres(width)), "уменьшите width")
	}
	if height > 0 && p.Height > height-captionRoom {
		g.tell(diag.Error, key, fmt.Sprintf("рисунок высотой %s мм не помещается на страницу: между полями %s мм",
			millimetres(p.Height), millimetres(height)), "уменьшите width")
	}
}

// captionRoom is kept for the lines around a picture, mm.
const captionRoom = 20

// Pictures with more points an inch than a printer has dots only make the
// files larger; it is worth a word when they do so by much.
const (
	muchDetail = 1200    // points an inch
	muchWeight = 1 << 20 // bytes
	goodDetail = 300     // points an inch, enough for print
	inch       = 25.4    // mm
)

func (g *gallery) quality(key string, p *meeting.Picture) {
	if p.Prepared.Warning != "" {
		g.tell(diag.Warning, key+".file", p.Prepared.Warning, "если это важно, сохраните рисунок в sRGB")
	}
	detail := float64(p.Prepared.Width) / p.Width * inch
	if detail > muchDetail && len(p.Prepared.File) > muchWeight {
		g.tell(diag.Warning, key+".file",
			fmt.Sprintf("рисунок в %d точек на %s мм добавит к каждому файлу %d КБ", p.Prepared.Width, millimetres(p.Width), len(p.Prepared.File)>>10),
			fmt.Sprintf("для печати хватит ширины в %d точек", int(p.Width/inch*goodDetail)))
	}
}

// millimetres prints a length to the tenth, with the Russian comma.
func millimetres(v float64) string {
	return strings.Replace(strings.TrimSuffix(fmt.Sprintf("%.1f", v), ".0"), ".", ",", 1)
}

// beside is the path of a file named relative to the one that names it, with
// slashes, as the user may have written them for Windows.
func beside(file, name string) string {
	name = strings.ReplaceAll(name, `\`, "/")
	drive := len(name) > 1 && name[1] == ':'
	if path.IsAbs(name) || drive {
		return name
	}
	return path.Join(path.Dir(strings.ReplaceAll(file, `\`, "/")), name)
}
