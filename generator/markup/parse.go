package markup

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"protokol/generator/diag"
)

// maxDepth bounds the nesting of tags.
const maxDepth = 64

// element is a tag as it stands in the source. Text is an element without a
// tag.
type element struct {
	tag          Tag
	text         string
	attributes   map[string]string
	kids         []*element
	line, column int
}

// parser reads XML into elements, keeping to the list of tags.
type parser struct {
	name     string
	decoder  *xml.Decoder
	problems diag.List
}

func (p *parser) wrong(line, column int, hint, format string, args ...any) {
	p.problems = append(p.problems, diag.Problem{File: p.name, Line: line, Column: column,
		Message: fmt.Sprintf(format, args...), Hint: hint})
}

// parse reads the whole source and returns its root element, or nil.
func (p *parser) parse(src []byte) *element {
	p.decoder = xml.NewDecoder(bytes.NewReader(src))
	top := &element{}
	open := []*element{top}
	for {
		token, err := p.decoder.Token()
		line, column := p.decoder.InputPos()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			p.syntax(err)
			return nil
		}
		last := open[len(open)-1]
		switch t := token.(type) {
		case xml.StartElement:
			if len(open) > maxDepth {
				p.wrong(line, column, "", "теги вложены глубже %d уровней", maxDepth)
				return nil
			}
			e := p.start(t, last, line, column)
			last.kids = append(last.kids, e)
			open = append(open, e)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			last.kids = append(last.kids, &element{text: string(t), line: line, column: column})
		case xml.Comment:
		default:
			p.wrong(line, column, "уберите её", "в шаблоне не бывает объявлений и инструкций XML")
		}
	}
	return p.root(top)
}

// root checks that the source is one document element.
func (p *parser) root(top *element) *element {
	var root *element
	for _, kid := range top.kids {
		switch {
		case kid.tag.Name == "document" && root == nil:
			root = kid
		case strings.Trim(kid.text, asciiSpace) != "" || kid.tag.Name != "":
			p.wrong(kid.line, kid.column, "", "вне тега <document> ничего не бывает")
		}
	}
	if root == nil && len(p.problems) == 0 {
		p.wrong(1, 1, "шаблон начинается с <document kind=\"…\">", "нет тега <document>")
	}
	return root
}

// syntax reports XML that cannot be read, in Russian.
func (p *parser) syntax(err error) {
	line, column := p.decoder.InputPos()
	message := "запись не по правилам XML"
	var slip *xml.SyntaxError
	if errors.As(err, &slip) {
		line, column = slip.Line, 1
		switch {
		case strings.Contains(slip.Msg, "closed by"), strings.Contains(slip.Msg, "unexpected end element"):
			message = "теги закрыты не в том порядке"
		case strings.Contains(slip.Msg, "unexpected EOF"):
			message = "тег не закрыт до конца шаблона"
		case strings.Contains(slip.Msg, "invalid character entity"):
			message = "неизвестный знак после &"
		case strings.Contains(slip.Msg, "attribute"):
			message = "атрибут записан неверно: нужно имя=\"значение\""
		case strings.Contains(slip.Msg, "illegal character"):
			message = "управляющий символ"
		}
	}
	p.wrong(line, column, "", "%s", message)
}

// start checks a tag and its attributes against the list.
func (p *parser) start(t xml.StartElement, parent *element, line, column int) *element {
	e := &element{attributes: map[string]string{}, line: line, column: column}
	name := t.Name.Local
	if t.Name.Space != "" {
		name = t.Name.Space + ":" + name
	}
	tag, ok := Find(name)
	if !ok {
		p.wrong(line, column, nearTag(name), "неизвестный тег <%s>", name)
		return e
	}
	e.tag = tag
	if parent.tag.Name != "" && !slices.Contains(tag.Inside, parent.tag.Name) {
		p.wrong(line, column, "он бывает внутри: "+strings.Join(tag.Inside, ", "),
			"тег <%s> не бывает внутри <%s>", name, parent.tag.Name)
	}
	for _, a := range t.Attr {
		p.attribute(e, a, line, column)
	}
	return e
}

func nearTag(name string) string {
	var names []string
	for _, t := range Tags {
		names = append(names, t.Name)
	}
	if near := diag.Nearest(name, names); near != "" {
		return "возможно, вы имели в виду <" + near + ">"
	}
	return "есть теги: " + strings.Join(names, ", ")
}

func (p *parser) attribute(e *element, a xml.Attr, line, column int) {
	name := a.Name.Local
	switch _, twice := e.attributes[name]; {
	case a.Name.Space != "" || !slices.Contains(e.tag.Attributes, name):
		hint := "у него нет атрибутов"
		if near := diag.Nearest(name, e.tag.Attributes); near != "" {
			hint = "возможно, вы имели в виду " + near
		} else if len(e.tag.Attributes) > 0 {
			hint = "есть: " + strings.Join(e.tag.Attributes, ", ")
		}
		p.wrong(line, column, hint, "неизвестный атрибут %s у тега <%s>", name, e.tag.Name)
	case twice:
		p.wrong(line, column, "", "атрибут %s задан дважды", name)
	case strings.Contains(a.Value, unsafe):
		p.wrong(line, column, "", "значение атрибута %s отброшено как небезопасное", name)
	}
	e.attributes[name] = a.Value
}

// unsafe is what html/template prints instead of a value it refuses.
const unsafe = "ZgotmplZ"
