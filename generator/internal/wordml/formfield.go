package wordml

import (
	"fmt"
	"strconv"
	"strings"
)

// checkbox adds the box of a legacy form field.
func (p *paragraph) checkbox(f *field, props *runProps) {
	box := f.ffData.kid("checkBox")
	state := box.kid("checked")
	if state == nil {
		state = box.kid("default")
	}
	text := "☐"
	if on(state) {
		text = "☒"
	}
	p.text(p.own(text), props)
}

// chosen returns the selected entry of a legacy list (ECMA-376-1, 17.16.9).
func (f *field) chosen() string {
	list := f.ffData.kid("ddList")
	chosen := list.kid("result")
	if chosen == nil {
		chosen = list.kid("default")
	}
	at := whole(chosen.attr("val"))
	for _, k := range list.children() {
		if k.name != "listEntry" {
			continue
		}
		if at == 0 {
			return k.attr("val")
		}
		at--
	}
	return ""
}

// button returns the text of a field that is a button: what follows the name of its
// macro or place (ECMA-376-1, 17.16.5.34).
func (f *field) button() string {
	words := strings.Fields(f.code.String())
	if len(words) < 3 {
		return ""
	}
	_, text, _ := strings.Cut(f.code.String(), words[1])
	return strings.TrimSpace(text)
}

// symbolField adds the character of a field SYMBOL, which Word does not save
// (ECMA-376-1, 17.16.5.64).
func (p *paragraph) symbolField(f *field, props *runProps) {
	words := strings.Fields(f.code.String())
	if len(words) < 2 {
		return
	}
	code, err := strconv.ParseUint(words[1], 0, 16)
	if err != nil {
		return
	}
	f.own = true
	name := quoted(f.code.String())
	if !strings.Contains(f.code.String(), `"`) {
		name = props.ansi
	}
	p.symbol(&node{name: "sym", attrs: []attribute{{"font", name}, {"char", fmt.Sprintf("%X", code)}}}, props)
}
