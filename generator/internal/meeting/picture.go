package meeting

import (
	"fmt"
	"strings"

	"protokol/generator/internal/picture"
)

// Picture is an image file.
type Picture struct {
	// Файл PNG, JPEG, GIF или BMP. Путь — относительно файла, в котором он записан.
	File string `toml:"file" jsonschema:"required"`
	// Что на рисунке — для тех, кто слушает документ: «Герб Смоленской области».
	Alt string `toml:"alt" jsonschema:"required"`
	// Ширина на бумаге, миллиметры.
	Width float64 `toml:"width" jsonschema:"required,exclusiveMinimum=0"`
	// Высота, миллиметры. Без ключа — по пропорциям рисунка.
	Height float64 `toml:"height" jsonschema:"exclusiveMinimum=0"`
	// Подпись под рисунком: «Рисунок 1. Схема проезда».
	Caption string `toml:"caption"`

	Prepared *picture.Picture `toml:"-"` // set by package input
}

// EachPicture calls a function for every picture of a meeting with its key.
func (m *Meeting) EachPicture(visit func(key string, p *Picture)) {
	if m.Council.Emblem != nil {
		visit("council.emblem", m.Council.Emblem)
	}
	list := func(key string, pictures []Picture) {
		for i := range pictures {
			visit(fmt.Sprintf("%s.pictures[%d]", key, i), &pictures[i])
		}
	}
	for i := range m.Agenda {
		list(fmt.Sprintf("agenda[%d]", i), m.Agenda[i].Pictures)
	}
	for i := range m.Annexes {
		list(fmt.Sprintf("annexes[%d]", i), m.Annexes[i].Pictures)
	}
	for _, l := range []struct {
		key string
		*Letter
	}{{"letter", m.Letter}, {"invitation", m.Invitation}, {"notice", m.Notice}} {
		if l.Letter != nil {
			for i, annex := range l.Annexes {
				list(fmt.Sprintf("%s.annexes[%d]", l.key, i), annex.Pictures)
			}
		}
	}
	for _, kind := range m.PaperKinds() {
		for i, annex := range m.Papers[kind].Annexes {
			list(fmt.Sprintf("papers.%s.annexes[%d]", kind, i), annex.Pictures)
		}
	}
}

// picture checks that a picture has everything it needs.
func (c *checker) picture(key string, p *Picture) {
	c.text(key+".file", p.File, "не указан файл рисунка")
	if p.Remote() {
		c.wrong(key+".file", "рисунок берут из файла, а не из сети", "скачайте его и укажите имя файла")
	}
	if strings.TrimSpace(p.Alt) == "" {
		c.wrong(key+".alt", "не сказано, что на рисунке",
			`добавьте alt = "…": эти слова слышит тот, кто не видит бумагу`)
	}
	if p.Width <= 0 {
		c.wrong(key+".width", "не указана ширина рисунка", "добавьте её в миллиметрах: width = 20")
	}
	if p.Height < 0 {
		c.wrong(key+".height", "высота не бывает меньше нуля", "")
	}
}

// Remote reports whether the file of a picture is a URL.
func (p *Picture) Remote() bool {
	return strings.Contains(p.File, "://") || strings.HasPrefix(p.File, "data:")
}
