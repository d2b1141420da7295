package wordml

import (
	"strings"

	"protokol/generator/internal/flow"
)

// field is a complex field that is open: its code, then its result (ECMA-376-1,
// 17.16.18). Results are printed as they were saved, but those that depend on the
// page are worked out.
type field struct {
	code    strings.Builder
	result  bool // the result is being read
	own     bool // its result is worked out
	at      int  // index of its run
	link    *flow.Link
	outer   *flow.Link
	ffData  *node
	printed bool // it has a result
	words   bool // which is not empty
	paged   bool // its code has a field that depends on the page
	dirty   bool // Word works it out when it opens the file
	locked  bool // Word never works it out
}

// shows reports whether text is printed: not in the code of a field, and not in a
// result that is worked out.
func (p *paragraph) shows(n *node) bool {
	for _, f := range p.lowering.fields {
		if !f.result {
			return false
		}
		if f.own {
			if n.name == "t" && f.at >= 0 && f.at < len(p.runs) && p.runs[f.at].Text == "" {
				p.runs[f.at].Text = strings.TrimSpace(n.text)
			}
			return false
		}
		f.printed = true
		f.words = f.words || n.name != "t" || n.text != ""
	}
	return true
}

// maxFields limits fields inside each other.
const maxFields = 100

func (p *paragraph) fieldChar(n *node, props *runProps) {
	list := p.lowering.fields
	switch kind := n.attr("fldCharType"); {
	case kind == "begin":
		if len(list) < maxFields {
			p.lowering.fields = append(list, &field{at: -1, ffData: n.kid("ffData"),
				dirty: isTrue(n.attr("dirty")), locked: isTrue(n.attr("fldLock"))})
		}
	case len(list) == 0:
	case kind == "separate":
		f := list[len(list)-1]
		f.result = true
		p.open(f, props)
	case kind == "end":
		f := list[len(list)-1]
		if !f.result {
			f.result = true
			p.open(f, props)
		}
		p.lowering.fields = list[:len(list)-1]
		if f.link != nil {
			p.link = f.outer
		}
		p.check(f)
	}
}

func (p *paragraph) instruction(text string) {
	if n := len(p.lowering.fields); n > 0 && !p.lowering.fields[n-1].result {
		if f := p.lowering.fields[n-1]; f.code.Len() < 1<<16 {
			f.code.WriteString(text)
		}
	}
}

// name returns the name of a field.
func (f *field) name() string {
	words := strings.Fields(f.code.String())
	if len(words) == 0 {
		return ""
	}
	return strings.ToUpper(words[0])
}

// open begins the result of a field.
func (p *paragraph) open(f *field, props *runProps) {
	inside := false
	for _, outer := range p.lowering.fields {
		if outer != f && (!outer.result || outer.own) {
			inside, outer.paged = true, outer.paged || paged[f.name()]
		}
	}
	if inside {
		return
	}
	switch f.name() {
	case "PAGE":
		p.worked(f, flow.PageOf, props)
	case "NUMPAGES":
		p.worked(f, flow.PagesOf, props)
	case "SET", "ASK": // only REF prints what they keep (ECMA-376-1, 17.16.5)
		f.own = true
	case "FORMDROPDOWN":
		f.own = true
		p.text(p.own(f.chosen()), props)
	case "MACROBUTTON", "GOTOBUTTON":
		f.own = true
		p.text(p.own(f.button()), props)
	case "SYMBOL":
		p.symbolField(f, props)
	case "SECTIONPAGES":
		p.approximate("поле SECTIONPAGES печатается с сохранённым значением")
	case "HYPERLINK":
		f.outer = p.link
		if link := p.linkTo(fieldLink(f.code.String())); link != p.link {
			f.link, p.link = link, link
		}
	case "FORMCHECKBOX":
		f.own = true
		p.checkbox(f, props)
	}
}

// worked adds the run of a field that is worked out.
func (p *paragraph) worked(f *field, kind flow.Kind, props *runProps) {
	f.own = true
	if props.on[vanish] {
		return
	}
	f.at = len(p.runs)
	number, other := fieldNumerals(f.code.String())
	if other != "" {
		p.approximate("вид номеров «" + other + "» заменён цифрами")
	}
	r := flow.Run{Kind: kind, Number: number}
	if p.ranges != nil {
		r.Source = flow.Numbering
	}
	p.addIn(r, props, props.ascii)
}

// live are the fields that Word always works out itself: an empty result is not what it
// shows.
var live = map[string]bool{"EQ": true, "LISTNUM": true, "AUTONUM": true, "AUTONUMLGL": true, "AUTONUMOUT": true,
	"DATE": true, "TIME": true, "BARCODE": true, "DISPLAYBARCODE": true, "MERGEBARCODE": true}

// check notes a field without a result.
func (p *paragraph) check(f *field) {
	for _, outer := range p.lowering.fields { // in whose code it is
		if !outer.result || outer.own {
			return
		}
	}
	p.partlyField(f)
	if f.own || f.words || f.printed && !live[f.name()] {
		return
	}
	switch name := f.name(); name {
	case "", "TC", "XE", "TA", "RD", "SEQ", "SET", "ASK", "FORMTEXT", "TOC", "HYPERLINK", "NEXT", "PRINT", "ADVANCE",
		"BIBLIOGRAPHY", "IF", "COMPARE", "MERGEREC", "MERGESEQ", "NEXTIF", "SKIPIF", "EQ", "SYMBOL", "PRIVATE", "ADDIN":
		if name == "EQ" || name == "SYMBOL" {
			p.lose("поле " + name + " без сохранённого значения")
		}
	default:
		p.lose("поле " + name + " без сохранённого значения")
	}
}

// quoted returns the first text of a field's code in quotation marks, or the
// second word.
func quoted(code string) string {
	if _, rest, ok := strings.Cut(code, `"`); ok {
		text, _, _ := strings.Cut(rest, `"`)
		return text
	}
	if words := strings.Fields(code); len(words) > 1 {
		return words[1]
	}
	return ""
}

// simpleField lowers a field whose code is an attribute.
func (p *paragraph) simpleField(n *node) {
	f := &field{result: true, at: -1, dirty: isTrue(n.attr("dirty")), locked: isTrue(n.attr("fldLock"))}
	f.code.WriteString(n.attr("instr"))
	props := p.base
	if r := n.kid("r"); r != nil {
		p.runProperties(&props, r.kid("rPr"))
	}
	if len(p.lowering.fields) >= maxFields {
		p.lose("поле глубже ста других полей")
		return
	}
	p.lowering.fields = append(p.lowering.fields, f)
	p.open(f, &props)
	p.inlines(n.kids)
	p.lowering.fields = p.lowering.fields[:len(p.lowering.fields)-1]
	if f.link != nil {
		p.link = f.outer
	}
	p.check(f)
}
