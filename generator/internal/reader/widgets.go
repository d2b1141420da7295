package reader

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"protokol/generator/internal/cos"
)

// Widget is a form field at a place on a page (ISO 32000-1, 12.5.6.19).
type Widget struct {
	Field
	Page   int    // from 0
	Root   int    // number of the object at the top of its hierarchy; 0 if it has none
	Object int    // number of the field's object: widgets of one field share a value; 0 if it has none
	Raw    string // bytes of a value with characters beyond ASCII and without a mark of its encoding
	Shown  string // text of its appearance; see Show
	Blank  bool   // a text field that is hidden, or whose appearance is blank and is not redrawn

	Label  string // what a choice shows for its value, or the value
	List   bool   // a choice that shows more than its value
	Format string // the script that formats what it shows; "" for none

	appearance cos.Ref // of a visible text field or signature
}

// IsDrawn reports whether the file has an appearance for the field. Otherwise the
// program that opens it draws the value.
func (w Widget) IsDrawn() bool { return w.appearance != cos.Ref{} }

// maxFieldLevels limits the levels of the field hierarchy. Honest forms have a
// handful.
const maxFieldLevels = 32

// widgetReader reads widgets.
type widgetReader struct {
	file  *cos.File
	list  []Widget
	blank map[cos.Ref]bool // appearances that were judged
}

// add reads an annotation if it is a widget with a name.
func (r *widgetReader) add(page int, o cos.Object) {
	d := r.file.Dict(o)
	if r.file.Name(d["Subtype"]) != "Widget" {
		return
	}
	c := r.climb(o)
	if len(c.names) == 0 {
		return
	}
	slices.Reverse(c.names)
	w := Widget{Page: page, Root: c.root, Object: c.object}
	w.Name, w.Title, w.Format = strings.Join(c.names, "."), r.text(c.entries["TU"]), c.format
	r.read(&w, d, c.entries)
	r.list = append(r.list, w)
}

// chain is a widget with the fields around it.
type chain struct {
	names        []string // from the innermost
	root, object int
	entries      cos.Dict // those that are inherited, and the nearest title
	format       string   // the script for it (ISO 32000-1, table 196)
}

// climb follows the parents of a widget (ISO 32000-1, 12.7.3.1 and 12.7.3.2).
func (r *widgetReader) climb(o cos.Object) chain {
	c := chain{entries: cos.Dict{}}
	for range maxFieldLevels {
		d := r.file.Dict(o)
		if d == nil {
			break
		}
		ref, _ := o.(cos.Ref)
		c.root = ref.Number
		if name := r.text(d["T"]); name != "" {
			if c.names = append(c.names, name); len(c.names) == 1 {
				c.object = ref.Number
			}
		}
		for _, key := range []cos.Name{"FT", "Ff", "V", "TU", "Opt"} {
			if _, known := c.entries[key]; !known && d[key] != nil {
				c.entries[key] = d[key]
			}
		}
		if action := r.file.Dict(r.file.Dict(d["AA"])["F"]); action != nil && c.format == "" {
			if c.format = r.script(action["JS"]); action["Next"] != nil || r.file.Name(action["S"]) != "JavaScript" {
				c.format = " " // other actions may show anything
			}
		}
		if o = d["Parent"]; o == nil {
			break
		}
	}
	return c
}

// longestScript is the most data of a script that is read; calls of standard functions have some dozens of bytes. Many
// fields may share a long one.
const longestScript = 4 << 10

// script returns the text of a script, " " for one that cannot be read.
func (r *widgetReader) script(o cos.Object) string {
	text := ""
	switch s := r.file.Get(o).(type) {
	case cos.String:
		if len(s) <= longestScript {
			text = r.text(s)
		}
	case *cos.Stream:
		if data, err := r.file.DecodedWithin(s, longestScript); err == nil {
			text = cos.Text(cos.String(data))
		}
	}
	return cmp.Or(text, " ")
}

// Flags of annotations (ISO 32000-1, table 165).
const (
	hidden = 1 << 1
	noView = 1 << 5
)

// Flags of buttons and of choices (ISO 32000-1, tables 226 and 230).
const (
	radioButton = 1 << 15
	pushButton  = 1 << 16
	comboBox    = 1 << 17
)

// read reads the kind and the value of a field.
func (r *widgetReader) read(w *Widget, d, entries cos.Dict) {
	switch r.file.Name(entries["FT"]) {
	case "Tx", "Ch":
		w.Kind = TextField
		w.Value, w.Raw = r.value(entries["V"])
		w.Label = r.label(entries["Opt"], w.Value)
		w.List = r.file.Name(entries["FT"]) == "Ch" && r.file.Int(entries["Ff"])&comboBox == 0
		w.appearance = r.visible(d)
		isHidden := r.file.Int(d["F"])&(hidden|noView) != 0
		w.Blank = isHidden || w.IsDrawn() && !r.isRedrawn() && r.isBlank(w.appearance)
	case "Sig":
		w.Kind, w.appearance = SignatureField, r.visible(d)
	case "Btn":
		if r.file.Int(entries["Ff"])&(radioButton|pushButton) != 0 {
			return
		}
		w.Kind = CheckBox
		shown, value := isState(r.file.Name(d["AS"])), isState(r.file.Name(entries["V"]))
		w.Checked, w.Off = shown || value, shown != value && d["AS"] != nil && entries["V"] != nil
	}
}

// label returns the text of the option with a value (ISO 32000-1, table 231), or the value.
func (r *widgetReader) label(options cos.Object, value string) string {
	const most = 1000
	list := r.file.Array(options)
	for _, o := range list[:min(len(list), most)] {
		if pair := r.file.Array(o); len(pair) == 2 && r.text(pair[0]) == value {
			return r.text(pair[1])
		}
	}
	return value
}

// visible returns the appearance of a visible widget.
func (r *widgetReader) visible(d cos.Dict) cos.Ref {
	normal, ok := r.file.Dict(d["AP"])["N"].(cos.Ref)
	if !ok || r.file.Int(d["F"])&(hidden|noView) != 0 {
		return cos.Ref{}
	}
	return normal
}

// isRedrawn reports whether viewers redraw all fields (ISO 32000-1, table 218).
func (r *widgetReader) isRedrawn() bool {
	return r.file.Get(r.file.Dict(r.file.Root()["AcroForm"])["NeedAppearances"]) == true
}

var (
	// figures are the operators that draw curves or external objects (ISO 32000-1, 8.2).
	figures = regexp.MustCompile(`(?:^|\s)(?:c|v|y|Do|sh|BI)(?:\s|$)`)
	// textStrings are strings with a character or a hexadecimal digit that is not a space.
	textStrings = regexp.MustCompile(`\([^)\s]|\(\s+[^)\s]|<[\s0]*[1-9A-Fa-f]`)
)

// longestBlank is the most data of an appearance that shows nothing; honest ones have
// hundreds of bytes. Many fields may share a long one, and nothing stops its reading.
const longestBlank = 8 << 10

// isBlank reports whether an appearance certainly has no text and no picture.
func (r *widgetReader) isBlank(appearance cos.Ref) bool {
	if known, ok := r.blank[appearance]; ok {
		return known
	}
	isBlank := false
	if s, ok := r.file.Get(appearance).(*cos.Stream); ok {
		data, err := r.file.DecodedWithin(s, longestBlank)
		isBlank = err == nil && !figures.Match(data) && !textStrings.Match(data)
	}
	r.blank[appearance] = isBlank
	return isBlank
}

// isState reports whether a state of a check box is that of a ticked one.
func isState(name cos.Name) bool { return name != "" && name != "Off" }

// value reads the value of a text or choice field: a string, a stream of one
// (ISO 32000-1, 12.7.4.3), or an array of chosen options (12.7.4.4).
func (r *widgetReader) value(o cos.Object) (text, raw string) {
	switch v := r.file.Get(o).(type) {
	case cos.String:
		return textString(string(v))
	case *cos.Stream:
		if data, err := r.file.Decoded(v); err == nil {
			return textString(string(data))
		}
	case cos.Array:
		var texts []string
		for _, item := range v {
			one, unmarked := r.value(r.file.Get(item))
			texts, raw = append(texts, one), raw+unmarked
		}
		return strings.Join(texts, ", "), raw
	case cos.Name:
		return string(v), ""
	}
	return "", ""
}

func (r *widgetReader) text(o cos.Object) string {
	s, _ := r.file.Get(o).(cos.String)
	text, _ := textString(string(s))
	return text
}
