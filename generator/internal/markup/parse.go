package markup

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/tdewolff/parse/v2"
	"github.com/tdewolff/parse/v2/xml"

	"protokol/generator/diag"
	"protokol/generator/document"
	"protokol/generator/internal/trace"
)

// maxDepth limits the nesting of tags.
const maxDepth = 64

// element is a tag in the source. Text is an element without a name.
type element struct {
	name       string
	tag        *Tag // never nil
	text       string
	attributes map[string]string
	sources    map[string]document.Source // of marked attributes
	kids       []*element
	at         int // offset of its first byte that is not white space
}

// hasText reports whether the text has more than white space.
func (e *element) hasText() bool { return strings.Trim(e.text, asciiSpace) != "" }

// parser reads XML into elements and checks them against the list of tags. The
// lexer splits any source into tokens; the parser checks that they are
// well-formed XML and that tags are in allowed places.
type parser struct {
	name     string
	src      []byte
	input    *parse.Input
	lexer    *xml.Lexer
	open     []*element // open elements, outermost first
	origins  *trace.Recorder
	problems diag.List
}

// maxProblems limits the number of reported problems, because finding the
// position of one takes time linear in the length of the source.
const maxProblems = 100

// wrong reports a problem at an offset of the source.
func (p *parser) wrong(at int, hint, format string, args ...any) {
	if len(p.problems) == maxProblems {
		return
	}
	before := p.src[:min(at, len(p.src))]
	line := trace.Strip(string(before[bytes.LastIndexByte(before, '\n')+1:]))
	p.problems = append(p.problems, diag.Problem{File: p.name,
		Line: 1 + bytes.Count(before, []byte{'\n'}), Column: 1 + utf8.RuneCountInString(line),
		Message: fmt.Sprintf(format, args...), Hint: hint})
}

// parse reads the whole source and returns its root element, or nil.
func (p *parser) parse(src []byte) *element {
	p.src = src
	if at := illegal(src, p.origins != nil); at >= 0 {
		p.wrong(at, "", "управляющий символ")
		return nil
	}
	// Use a copy: the lexer replaces line breaks in attributes, and the line
	// numbers of later problems would be too low.
	p.input = parse.NewInputBytes(bytes.Clone(src))
	p.lexer = xml.NewLexer(p.input)
	top := &element{tag: unknown}
	p.open = []*element{top}
	for {
		at := p.input.Offset()
		token, raw := p.lexer.Next()
		if token == xml.ErrorToken {
			break
		}
		if !p.take(token, raw, at) {
			return nil
		}
	}
	if last := p.open[len(p.open)-1]; last != top {
		p.wrong(last.at, "", "тег <%s> не закрыт до конца шаблона", last.name)
		return nil
	}
	return p.root(top)
}

// illegal returns the offset of the first character that XML does not allow
// (XML 1.0, 2.2) or, unless the source may be marked, that is used in markers
// of origins. It returns -1 if there is none.
func illegal(src []byte, marked bool) int {
	if !utf8.Valid(src) {
		for at := 0; ; {
			r, size := utf8.DecodeRune(src[at:])
			if r == utf8.RuneError && size == 1 {
				return at
			}
			at += size
		}
	}
	if !marked {
		if at := trace.FirstMarker(src); at >= 0 {
			return at
		}
	}
	for _, never := range []string{"\uFFFE", "\uFFFF"} {
		if at := bytes.Index(src, []byte(never)); at >= 0 {
			return at
		}
	}
	return slices.IndexFunc(src, func(c byte) bool { return c < ' ' && c != '\t' && c != '\n' && c != '\r' })
}

// take handles a token. It reports false when reading cannot continue.
func (p *parser) take(token xml.TokenType, raw []byte, at int) bool {
	last := p.open[len(p.open)-1]
	switch token {
	case xml.StartTagToken:
		return p.start(at)
	case xml.EndTagToken:
		if len(p.open) == 1 || string(p.lexer.Text()) != last.name || raw[len(raw)-1] != '>' {
			p.wrong(at, "", "теги закрыты не в том порядке")
			return false
		}
		p.open = p.open[:len(p.open)-1]
	case xml.TextToken:
		text, ok := p.unescape(raw, at)
		if !ok {
			return false
		}
		if i := bytes.Index(raw, []byte("]]>")); i >= 0 { // XML 1.0, 2.4
			p.wrong(at+i, "", "запись не по правилам XML")
			return false
		}
		indent := len(raw) - len(bytes.TrimLeft(raw, asciiSpace))
		last.kids = append(last.kids, &element{tag: unknown, text: text, at: at + indent})
	case xml.CDATAToken, xml.CommentToken:
		if !bytes.HasSuffix(raw, []byte("]]>")) && !bytes.HasSuffix(raw, []byte("-->")) {
			p.wrong(at, "", "запись не по правилам XML")
			return false
		}
		if token == xml.CDATAToken {
			last.kids = append(last.kids, &element{tag: unknown, text: string(p.lexer.Text()), at: at})
		}
	default:
		p.wrong(at, "уберите её", "в шаблоне не бывает объявлений и инструкций XML")
	}
	return true
}

// root checks that the source is one document element.
func (p *parser) root(top *element) *element {
	var root *element
	for _, kid := range top.kids {
		switch {
		case kid.tag.Name == "document" && root == nil:
			root = kid
		case kid.hasText() || kid.tag.Name != "":
			p.wrong(kid.at, "", "вне тега <document> ничего не бывает")
		}
	}
	if root == nil && len(p.problems) == 0 {
		p.wrong(0, "шаблон начинается с <document kind=\"…\">", "нет тега <document>")
	}
	return root
}

// start reads a tag with its attributes and checks them against the list.
func (p *parser) start(at int) bool {
	if len(p.open) > maxDepth {
		p.wrong(at, "", "теги вложены глубже %d уровней", maxDepth)
		return false
	}
	parent := p.open[len(p.open)-1]
	name := string(p.lexer.Text())
	e := &element{name: name, tag: find(name), at: at}
	parent.kids = append(parent.kids, e)
	switch {
	case !isName(e.name):
		p.wrong(at, "знак < пишется &lt;", "запись не по правилам XML")
		return false
	case e.tag == unknown:
		p.wrong(at, nearTag(e.name), "неизвестный тег <%s>", e.name)
	case parent.tag.Name != "" && !slices.Contains(e.tag.Inside, parent.tag.Name):
		p.wrong(at, "он бывает внутри: "+strings.Join(e.tag.Inside, ", "),
			"тег <%s> не бывает внутри <%s>", e.name, parent.tag.Name)
	}
	for {
		switch token, raw := p.lexer.Next(); token {
		case xml.AttributeToken:
			// White space before the name is part of the token.
			if name := bytes.TrimLeft(raw, asciiSpace); !p.attribute(e, p.input.Offset()-len(name)) {
				return false
			}
		case xml.StartTagCloseToken:
			p.open = append(p.open, e)
			return true
		case xml.StartTagCloseVoidToken:
			return true
		default:
			p.wrong(e.at, "", "запись не по правилам XML")
			return false
		}
	}
}

// isName reports whether a text can be an XML name.
func isName(text string) bool { return text != "" && !strings.ContainsAny(text, "<&\"'=") }

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

// attribute reads an attribute of a tag. Unknown attributes of unknown tags are not
// reported.
func (p *parser) attribute(e *element, at int) bool {
	name, quoted := string(p.lexer.Text()), p.lexer.AttrVal()
	n := len(quoted)
	isQuoted := n >= 2 && (quoted[0] == '"' || quoted[0] == '\'') && quoted[n-1] == quoted[0]
	if !isName(name) || !isQuoted || bytes.IndexByte(quoted, '<') >= 0 {
		p.wrong(at, "", "атрибут записан неверно: нужно имя=\"значение\"")
		return false
	}
	value, ok := p.unescape(quoted[1:n-1], p.input.Offset()-n+1) // the value ends the token
	if !ok {
		return false
	}
	value, source := p.unmark(value, at)
	switch _, twice := e.attributes[name]; {
	case e.tag.Name == "":
	case !slices.Contains(e.tag.Attributes, name):
		hint := "у него нет атрибутов"
		if near := diag.Nearest(name, e.tag.Attributes); near != "" {
			hint = "возможно, вы имели в виду " + near
		} else if len(e.tag.Attributes) > 0 {
			hint = "есть: " + strings.Join(e.tag.Attributes, ", ")
		}
		p.wrong(at, hint, "неизвестный атрибут %s у тега <%s>", name, e.name)
	case twice:
		p.wrong(at, "", "атрибут %s задан дважды", name)
	case strings.Contains(value, unsafe):
		p.wrong(at, "", "значение атрибута %s отброшено как небезопасное", name)
	}
	if e.attributes == nil {
		e.attributes = map[string]string{}
	}
	e.attributes[name] = value
	if source != nil && source != document.OwnWords {
		if e.sources == nil {
			e.sources = map[string]document.Source{}
		}
		e.sources[name] = source
	}
	return true
}

// unmark removes the markers of origins from a text at an offset.
func (p *parser) unmark(marked string, at int) (text string, source document.Source) {
	text, source, ok := p.origins.Read(marked)
	if !ok {
		p.wrong(at, "составьте текст без них: их ставит программа", "служебные символы U+FDD0–U+FDEF стоят не парами")
	}
	return text, source
}

// unsafe is what html/template prints instead of an unsafe value.
const unsafe = "ZgotmplZ"
