package markup

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"protokol/generator/document"
)

// lineEnd replaces a line feed of a value that ends a paragraph. No text of a
// file or a template has this character.
const lineEnd = '\v'

// breakLines replaces the line feeds in values of the input that end a
// paragraph. All other white space is collapsed later: line feeds of the
// template, and those within a sentence that was typed on several lines.
func (b *builder) breakLines(text string, source document.Source) string {
	if !strings.Contains(strings.Trim(text, asciiSpace), "\n") {
		return text
	}
	broken := []byte(text)
	for _, span := range document.Spans(source, text) {
		if span.Origin.Kind != document.Value {
			continue
		}
		for i := span.Start; i < span.End; i++ {
			if text[i] == '\n' && endsParagraph(text[span.Start:i], text[i+1:span.End]) {
				broken[i], b.broken = lineEnd, true
			}
		}
	}
	return string(broken)
}

// wrapped is the number of letters from which a line may have been broken by
// hand before a number.
const wrapped = 50

// goesOn matches a line that ends with a preposition or another short word.
var goesOn = regexp.MustCompile(`(?:^|[\s«(])\p{Ll}{1,3}\s*$`)

// endsParagraph reports whether the line feed between two parts of a value ends
// a paragraph. It does not if it breaks a sentence: the line ends with a letter
// or a comma and the next one goes on with a small letter.
func endsParagraph(before, after string) bool {
	line := before[strings.LastIndexByte(before, '\n')+1:]
	next, _, _ := strings.Cut(after, "\n")
	next = strings.Trim(next, asciiSpace)
	if label, _, _ := listLabel(next); next == "" || label != "" {
		return true
	}
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(line, asciiSpace))
	first, _ := utf8.DecodeRuneInString(next)
	switch {
	case !unicode.IsLetter(last) && !unicode.IsDigit(last) && !strings.ContainsRune(",-–—№«(", last):
		return true
	case unicode.IsDigit(first):
		return utf8.RuneCountInString(line) < wrapped && !goesOn.MatchString(line)
	}
	return !unicode.IsLower(first)
}

// flat replaces the ends of paragraphs where there is only one line.
func (b *builder) flat(line []document.Inline) []document.Inline {
	if !b.broken {
		return line
	}
	b.broken = false
	return trimEnd(flatten(line))
}

func flatten(line []document.Inline) []document.Inline {
	flat := make([]document.Inline, len(line))
	for i, inline := range line {
		switch n := inline.(type) {
		case document.Text:
			n.Value = strings.ReplaceAll(n.Value, string(lineEnd), " ")
			flat[i] = n
		case document.Strong:
			flat[i] = document.Strong{Inlines: flatten(n.Inlines)}
		case document.Emphasis:
			flat[i] = document.Emphasis{Inlines: flatten(n.Inlines)}
		default:
			flat[i] = inline
		}
	}
	return flat
}

// paragraphs appends the paragraphs and lists in a line of a style to blocks. Depth
// is that of blocks. Without lists, labels are text like any other.
func (b *builder) paragraphs(
	blocks []document.Block, line []document.Inline, style string, depth int, lists bool,
) []document.Block {
	if !b.broken {
		return append(blocks, document.Paragraph{Style: style, Inlines: line})
	}
	b.broken = false
	w := lineWriter{style: style, item: itemStyles[style], depth: depth}
	for _, part := range split(line) {
		if part = trimEnd(part); len(part) > 0 {
			w.line(part, lists)
		}
	}
	w.close()
	return append(blocks, w.blocks...)
}

// itemStyles maps styles of paragraphs to those of lists in the same text. Other
// lists have the style that the sheet gives them.
var itemStyles = map[string]string{"letter": "letter-point"}

// split divides a line at the ends of its paragraphs.
func split(line []document.Inline) [][]document.Inline {
	parts := [][]document.Inline{nil}
	add := func(inline document.Inline) { parts[len(parts)-1] = append(parts[len(parts)-1], inline) }
	nested := func(inlines []document.Inline, wrap func([]document.Inline) document.Inline) {
		for i, part := range split(inlines) {
			if i > 0 {
				parts = append(parts, nil)
			}
			if len(part) > 0 {
				add(wrap(part))
			}
		}
	}
	for _, inline := range line {
		switch n := inline.(type) {
		case document.Text:
			for from := 0; from <= len(n.Value); {
				end := strings.IndexRune(n.Value[from:], lineEnd)
				if end < 0 {
					add(cut(n, from, len(n.Value)))
					break
				}
				add(cut(n, from, from+end))
				parts, from = append(parts, nil), from+end+1
			}
		case document.Strong:
			nested(n.Inlines, func(part []document.Inline) document.Inline { return document.Strong{Inlines: part} })
		case document.Emphasis:
			nested(n.Inlines, func(part []document.Inline) document.Inline { return document.Emphasis{Inlines: part} })
		default:
			add(inline)
		}
	}
	return parts
}

// cut returns the bytes from from to to of a text.
func cut(t document.Text, from, to int) document.Text {
	if from == 0 && to == len(t.Value) {
		return t
	}
	return document.Text{Value: t.Value[from:to], Source: document.Part(t.Source, t.Value, from, to, 0)}
}

var labels = regexp.MustCompile(`^(?:((?:\d{1,2}\.){1,4}|\d{1,2}\))|([а-яa-z]\))|([-–—•*]))[ \x{00A0}]+`)

// listLabel returns the label that a line begins with, the kind of its list and
// the number of bytes before the text. It is empty for a line without a label.
func listLabel(line string) (label string, kind document.ListKind, size int) {
	m := labels.FindStringSubmatch(line)
	switch {
	case m == nil || len(m[0]) == len(line):
		return "", "", 0
	case m[1] != "":
		return m[1], document.Decimal, len(m[0])
	case m[2] != "":
		return m[2], document.Letter, len(m[0])
	case m[3] == "–" || m[3] == "—":
		return m[3], document.Dash, len(m[0])
	}
	return document.Label(document.Dash, 1, ""), document.Dash, len(m[0])
}

// lineWriter makes blocks of lines.
type lineWriter struct {
	style, item string
	depth       int // of the enclosing list
	blocks      []document.Block
	open        []*openList // lists that a line may continue, outermost first
}

// openList is a list that is not finished.
type openList struct {
	form string // of its labels: the kind, the number of parts, the bracket
	list document.List
}

// line adds a paragraph or an item.
func (w *lineWriter) line(line []document.Inline, lists bool) {
	text, ok := line[0].(document.Text)
	label, kind, size := listLabel(text.Value)
	if !ok || label == "" || !lists {
		w.close()
		w.blocks = append(w.blocks, document.Paragraph{Style: w.style, Inlines: line})
		return
	}
	form := string(kind) + strings.Repeat(".", strings.Count(label, ".")) +
		strings.Repeat(")", strings.Count(label, ")"))
	for len(w.open) > 0 && w.open[len(w.open)-1].form != form && w.has(form) {
		w.pop()
	}
	if len(w.open) == 0 || w.open[len(w.open)-1].form != form {
		if w.depth+len(w.open) >= document.MaxListDepth {
			w.pop()
		}
		w.open = append(w.open, &openList{form: form, list: document.List{Kind: kind}})
	}
	last := w.open[len(w.open)-1]
	rest := append([]document.Inline{cut(text, size, len(text.Value))}, line[1:]...)
	source := document.Numbering
	if strings.HasPrefix(text.Value, label) {
		source = cut(text, 0, len(label)).Source
	}
	last.list.Items = append(last.list.Items, document.Item{Label: label, Source: source,
		Blocks: []document.Block{document.Paragraph{Style: w.item, Inlines: rest}}})
}

// has reports whether a list with labels of a form is open.
func (w *lineWriter) has(form string) bool {
	for _, l := range w.open {
		if l.form == form {
			return true
		}
	}
	return false
}

// pop finishes the innermost list: it belongs to the last item of the one
// around it.
func (w *lineWriter) pop() {
	if len(w.open) == 0 {
		return
	}
	last := w.open[len(w.open)-1].list
	if w.open = w.open[:len(w.open)-1]; len(w.open) == 0 {
		w.blocks = append(w.blocks, last)
		return
	}
	items := w.open[len(w.open)-1].list.Items
	items[len(items)-1].Blocks = append(items[len(items)-1].Blocks, last)
}

func (w *lineWriter) close() {
	for len(w.open) > 0 {
		w.pop()
	}
}
