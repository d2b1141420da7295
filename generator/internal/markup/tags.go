// Package markup reads the language of templates, a small set of strict XML
// tags, into the tree. tags.go is the only list of the tags.
//
// No attribute has a name that html/template treats as a style, URL or script,
// because it would silently change the values.
package markup

// Tag is a tag of the language.
type Tag struct {
	Name       string
	Attributes []string
	Inside     []string // allowed parent tags
	Text       bool     // may contain text and inline tags
	About      string   // for the README and for error hints, in Russian
}

// blockPlaces lists the tags that contain blocks.
var blockPlaces = []string{"document", "item", "cell", "foot"}

// linePlaces lists the tags that contain a line of text.
var linePlaces = []string{"title", "heading", "p", "item", "cell", "caption", "signature", "b", "i", "a"}

// Tags lists all tags.
var Tags = []Tag{
	{"document", []string{"kind", "title"}, nil, false, "весь документ; title — для свойств файла"},
	{"title", []string{"class"}, blockPlaces[:1], true, "название документа"},
	{"heading", []string{"level", "class"}, blockPlaces[:1], true, "заголовок, level от 2 до 6"},
	{"p", []string{"class"}, blockPlaces, true, "абзац; class — имя стиля"},
	{"list", []string{"kind"}, blockPlaces, false, "список: decimal, letter, dash, plain"},
	{"item", []string{"label"}, []string{"list"}, true, "пункт; label — номер вручную, пустой — без номера"},
	{"table", []string{"class"}, blockPlaces, false, "таблица; class — вид из таблицы стилей"},
	{"caption", nil, []string{"table", "figure"}, true, "заголовок таблицы, подпись под рисунком"},
	{"columns", nil, []string{"table"}, false, "столбцы таблицы"},
	{"col", []string{"width", "align", "head"}, []string{"columns"}, false,
		"столбец: доля ширины и выравнивание; head=\"true\" — называет строки"},
	{"head", nil, []string{"table"}, false, "строки, которые повторяются на каждой странице"},
	{"row", nil, []string{"table", "head"}, false, "строка таблицы"},
	{"cell", []string{"span"}, []string{"row"}, true, "ячейка; span — сколько столбцов занимает"},
	{"signature", []string{"name", "field"}, blockPlaces[:1], true,
		"подпись: внутри должность, name — кто подписывает, field — имя поля электронной подписи"},
	{"figure", []string{"path", "alt", "width", "height"}, []string{"document", "cell"}, false,
		"рисунок, миллиметры; alt обязателен"},
	{"pagebreak", []string{"landscape"}, []string{"document", "item"}, false,
		"с новой страницы; landscape=\"true\" — до следующего разрыва листы альбомные"},
	{"foot", nil, blockPlaces[:1], false, "внизу последней страницы: отметка об исполнителе"},
	{"b", nil, linePlaces, true, "полужирный"},
	{"i", nil, linePlaces, true, "курсив"},
	{"a", []string{"to"}, linePlaces, true, "ссылка на адрес to"},
	{"br", nil, linePlaces, false, "новая строка в том же абзаце"},
	{"checkbox", []string{"checked", "field", "about", "required"}, linePlaces, false,
		"квадрат для отметки; checked=\"true\" — отмечен; с field — поле, как input"},
	{"blank", []string{"width", "signature"}, linePlaces, false,
		"линия, на которой пишут; width в миллиметрах; signature — имя поля электронной подписи над ней"},
	{"boxes", []string{"count", "value", "postal", "field", "about", "required"}, linePlaces, false,
		"клетки для кода, count штук; value — что в них стоит; postal=\"true\" — цифры почтового индекса; " +
			"с field — поле, как input"},
	{"input", []string{"field", "about", "required", "kind", "value", "width", "lines", "options"}, linePlaces, false,
		"поле, которое заполняют на экране: field — ключ, который оно даёт, about — подсказка, " +
			"required=\"true\" — обязательное; kind — text, date или choice с вариантами options через «;»; " +
			"value — что уже известно; width в миллиметрах, без неё вся строка; lines — сколько строк"},
}

// unknown is the tag of unlisted tags and of text.
var unknown = &Tag{}

// find returns a tag by its name.
func find(name string) *Tag {
	for i := range Tags {
		if Tags[i].Name == name {
			return &Tags[i]
		}
	}
	return unknown
}

// inline reports whether a tag is inline.
func (t *Tag) inline() bool {
	switch t.Name {
	case "b", "i", "a", "br", "checkbox", "blank", "boxes", "input":
		return true
	}
	return false
}
