package word

import (
	"html"
	"strings"

	"protokol/generator/internal/fields"
)

// wordField is a field of Word made of runs: begin, instruction, separator, result,
// end (ECMA-376-1, 17.16.18).
type wordField struct {
	begin, end *element   // w:fldChar; end is nil in a damaged one
	like       *element   // the first run of the result
	texts      []*element // each w:t of the result
	code       strings.Builder
	codes      []*element // each w:instrText
	outer      *wordField // whose instruction it is in
	result     bool       // the separator has been read
	inner      string     // the merge field in its instruction
}

// fieldReader finds the complex fields of a part.
type fieldReader struct {
	stack []*wordField
	list  map[*element][]*wordField // by the paragraph where they begin
}

func readFields(root *element, src []byte) map[*element][]*wordField {
	r := fieldReader{list: map[*element][]*wordField{}}
	r.walk(root, src)
	return r.list
}

func (r *fieldReader) walk(e *element, src []byte) {
	switch e.name {
	case "del", "moveFrom":
		return
	case "txbxContent": // text of its own
		around := r.stack
		r.stack = nil
		defer func() { r.stack = around }()
	}
	r.read(e, src)
	for _, kid := range e.kids {
		r.walk(kid, src)
	}
}

func (r *fieldReader) read(e *element, src []byte) {
	var top *wordField
	if last := len(r.stack) - 1; last >= 0 {
		top = r.stack[last]
	}
	switch kind := e.attr("fldCharType"); {
	case e.name == "fldChar" && kind == "begin":
		f := &wordField{begin: e}
		if top != nil && !top.result {
			f.outer = top
		}
		r.stack = append(r.stack, f)
		if p := e.within("p"); p != nil {
			r.list[p] = append(r.list[p], f)
		}
	case top == nil:
	case e.name == "fldChar" && kind == "separate":
		top.result = true
	case e.name == "fldChar" && kind == "end":
		top.end = e
		top.markOuter()
		r.stack = r.stack[:len(r.stack)-1]
	case e.name == "instrText" && !top.result:
		top.code.WriteString(html.UnescapeString(string(src[e.open:e.close])))
		top.codes = append(top.codes, e)
	case e.name == "t" && top.result:
		if top.like == nil {
			top.like = e.parent
		}
		top.texts = append(top.texts, e)
	case e.name == "fldSimple" && !top.result:
		if m := readInstruction(e.attr("instr")); m.kind == mergeField {
			top.inner = m.name
		}
	}
}

// markOuter records a merge field with the field whose instruction contains it.
func (f *wordField) markOuter() {
	if f.outer == nil {
		return
	}
	if m := readInstruction(f.code.String()); m.kind == mergeField {
		f.outer.inner = m.name
	} else if f.inner != "" {
		f.outer.inner = f.inner
	}
}

const mergeField = "MERGEFIELD"

// mergeOnly are the other fields that only a mail merge of Word fills
// (ECMA-376-1, 17.16.5).
var mergeOnly = map[string]bool{"NEXT": true, "NEXTIF": true, "SKIPIF": true, "MERGEREC": true, "MERGESEQ": true,
	"ADDRESSBLOCK": true, "GREETINGLINE": true, "DATABASE": true}

// merged compiles the fields of a paragraph: a merge field (ECMA-376-1, 17.16.5.35)
// is replaced by its value, others stay.
func (c *compiler) merged(p *element) {
	for _, e := range simpleFields(p) {
		if e.parent.name != "p" && c.isInstruction(e, p) {
			continue
		}
		m := readInstruction(e.attr("instr"))
		c.mailMerge(p, m, e.start, e.end)
		switch m.kind {
		case mergeField:
			c.replaces(textsIn(e))
			c.field(p, e.start, e.end, m, e.kid("r"), nil)
		case "HYPERLINK":
			c.linkCode(p, e.start, e.end, []*element{c.instruction(e)})
			c.refer(p, m, []*element{c.instruction(e)}, e.start, e.end)
		default:
			c.refer(p, m, []*element{c.instruction(e)}, e.start, e.end)
			c.codeNames(p, e.attr("instr"), e.start, e.end)
			c.storedField(p, m, e.start, e.end)
			c.checkField(p, m, e.start, e.end)
			c.sequence(m, textsIn(e))
		}
	}
	for _, f := range c.fields[p] {
		c.complexField(p, f)
	}
}

// isInstruction reports whether a simple field is in the instruction of another.
func (c *compiler) isInstruction(e, p *element) bool {
	for _, f := range c.fields[p] {
		if f.inner != "" && f.begin.start < e.start && f.end != nil && e.end < f.end.start {
			return true
		}
	}
	return false
}

// simpleFields returns the w:fldSimple of a paragraph.
func simpleFields(p *element) (list []*element) {
	for _, kid := range p.kids {
		kid.each(func(e *element) bool {
			if e.name == "fldSimple" {
				list = append(list, e)
			}
			return e.name != "p" && e.name != "del" && e.name != "moveFrom" && e.name != "txbxContent"
		})
	}
	return list
}

func (c *compiler) complexField(p *element, f *wordField) {
	m := readInstruction(f.code.String())
	from, to := f.begin.parent.start, f.begin.parent.end
	if f.end != nil && f.end.parent.parent == f.begin.parent.parent {
		to = f.end.parent.end
	}
	if m.kind == mergeField {
		c.replaces(f.texts)
	}
	switch {
	case m.kind == mergeField && f.outer != nil: // reported below, of the outer one
	case m.kind == mergeField && (f.end == nil || f.end.parent.parent != f.begin.parent.parent):
		c.wrong(c.fieldPlace(p, from, to), "поле MERGEFIELD "+m.name+" разорвано: его начало и конец в разных абзацах",
			"удалите его и впишите {"+m.name+"}")
	case m.kind == mergeField:
		c.field(p, from, to, m, f.like, f)
	case m.kind == "HYPERLINK":
		c.linkCode(p, f.begin.parent.start, f.begin.parent.end, f.codes)
		c.refer(p, m, f.codes, from, to)
	default:
		c.refer(p, m, f.codes, from, to)
		c.mailMerge(p, m, from, to)
		c.codeNames(p, f.code.String(), from, to)
		if name := f.begin.kid("ffData", "name"); name != nil {
			m.name = name.attr("val")
		}
		c.storedField(p, m, from, to)
		c.checkField(p, m, from, to)
		if f.end != nil && f.end.within("p") == p {
			c.sequence(m, f.texts)
		}
	}
	if f.outer == nil {
		c.reportInner(p, f, from, to)
	}
}

// codeNames reports names in the code of a field: Word prints the code's result, which
// has the braces again when the field is updated.
func (c *compiler) codeNames(p *element, code string, from, to int) {
	for _, t := range tokens(code) {
		if t.verb == valueOf && fields.Find(t.words, c.lists) != nil {
			c.warn(c.fieldPlace(p, from, to), code[t.from:t.to]+" в коде поля "+readInstruction(code).kind+
				" не заполняется", "удалите поле и впишите имя прямо в текст")
			return
		}
	}
}

// mailMerge reports a field that only a mail merge of Word fills.
func (c *compiler) mailMerge(p *element, m instruction, from, to int) {
	if mergeOnly[m.kind] {
		c.wrong(c.fieldPlace(p, from, to), "поле слияния "+m.kind+
			" программа не заполняет: в бумаге осталось бы старое",
			"удалите его; бумагу для каждого адресата программа делает сама, адресат — {адресат}, {адресат.адрес}")
	}
}

// reportInner reports a field that Word computes from a merge field.
func (c *compiler) reportInner(p *element, f *wordField, from, to int) {
	if f.inner == "" {
		return
	}
	kind := readInstruction(f.code.String()).kind
	hint := "замените его именем в скобках"
	if kind == "IF" {
		hint = "вместо него напишите {если " + f.inner + "} … {иначе} … {конец} или {если " + f.inner + " = …}"
	}
	c.wrong(c.fieldPlace(p, from, to), "поле "+kind+" считает Word при слиянии от поля MERGEFIELD "+f.inner+
		", а программа его не считает: в бумаге осталось бы старое", hint)
}

func (c *compiler) fieldPlace(p *element, from, to int) place {
	at := c.place(p, 0, 0)
	at.from, at.to = from, to
	return at
}

// field replaces a merge field by a run with its value. Runs that the field shares
// with other content are divided.
func (c *compiler) field(p *element, from, to int, m instruction, like *element, f *wordField) {
	at := c.fieldPlace(p, from, to)
	t := m.token()
	n := c.resolve(t, at)
	if n == nil {
		return
	}
	if err := m.apply(n); err != nil {
		c.filterSlip(at, err)
		return
	}
	if n.path != nil {
		if err := n.filters.Check(n.path); err != nil {
			c.filterSlip(at, err)
			return
		}
	}
	n.prefix = p.prefix(c.src)
	n.before = []byte("<" + n.prefix + "r>" + c.runProperties(like) + "<" + n.prefix + `t xml:space="preserve">`)
	n.after = []byte("</" + n.prefix + "t></" + n.prefix + "r>")
	if f != nil && (sharesBefore(f.begin) || sharesAfter(f.end)) {
		from, to = f.begin.start, f.end.end
		n.before = append([]byte("</"+n.prefix+"r>"), n.before...)
		n.after = append(n.after, "<"+n.prefix+"r>"+c.runProperties(f.end.parent)...)
	}
	c.replace(from, to, op{kind: slot, name: n})
}

// replaces notes texts that do not stay, so that no remark asks to change them.
func (c *compiler) replaces(texts []*element) {
	for _, t := range texts {
		c.replaced[t] = true
	}
}

// runProperties returns the properties of a run.
func (c *compiler) runProperties(run *element) string {
	if run == nil || run.kid("rPr") == nil {
		return ""
	}
	properties := run.kid("rPr")
	return string(c.src[properties.start:properties.end])
}

// sharesBefore reports whether a run has content before an element.
func sharesBefore(e *element) bool {
	for _, kid := range e.parent.kids {
		if kid == e {
			return false
		}
		if kid.name != "rPr" && kid.name != "lastRenderedPageBreak" {
			return true
		}
	}
	return false
}

// sharesAfter reports whether a run has content after an element.
func sharesAfter(e *element) bool {
	kids := e.parent.kids
	return kids[len(kids)-1] != e
}

// mergeTokens returns the names of the merge fields of a paragraph.
func (c *compiler) mergeTokens(p *element) (list []token) {
	for _, e := range simpleFields(p) {
		if m := readInstruction(e.attr("instr")); m.kind == mergeField {
			list = append(list, m.token())
		}
	}
	for _, f := range c.fields[p] {
		if m := readInstruction(f.code.String()); m.kind == mergeField && f.outer == nil {
			list = append(list, m.token())
		}
	}
	return list
}
