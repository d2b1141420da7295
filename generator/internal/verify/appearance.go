package verify

import (
	"bytes"
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"protokol/generator/internal/cos"
)

// The appearance of a field is redrawn by each program that fills it in, so it need not equal that of the reprint.
// The functions below find appearances that no such program draws: they show something else than the value of the
// field.

// withKeptAppearances returns a file without NeedAppearances (ISO 32000-1, table 218), which programs set when they
// fill in values without appearances. With it, the engine would draw the fields itself and not show the appearances
// that other viewers show. Fields drawn by a viewer follow from their values and rules, which are compared
// separately.
func withKeptAppearances(f *cos.File) []byte {
	if !redraws(f) {
		return f.Data
	}
	u, form := f.Update(), f.Dict(f.Root()["AcroForm"]).With(cos.Dict{needAppearances: false})
	if ref, ok := f.Root()["AcroForm"].(cos.Ref); ok {
		u.Put(ref, form)
	} else if root, ok := f.Trailer["Root"].(cos.Ref); ok {
		u.Put(root, f.Root().With(cos.Dict{"AcroForm": form}))
	}
	return u.Bytes()
}

const needAppearances = "NeedAppearances"

// redraws reports whether readers draw the fields of a file anew when they open it.
func redraws(f *cos.File) bool { return f.Get(f.Dict(f.Root()["AcroForm"])[needAppearances]) == true }

// letterSize returns the size of letters that a default appearance sets: 0 for one that fits
// the field.
func letterSize(appearance string) (size float64) {
	eachOperator([]byte(appearance), func(name string, operands []string) bool {
		if name == "Tf" && len(operands) == 2 {
			size, _ = strconv.ParseFloat(operands[1], 64)
		}
		return true
	})
	return size
}

// cuts reports whether programs that draw a value themselves show only a part of it: it has more letters of usual
// width than its widget holds. Letters that fit the field do not shrink without limit.
func (w *formWalk) cuts(widget cos.Dict, appearance, value string, flags int) bool {
	const multiline, edges, usualWidth, usualLine, leastLetters = 1 << 12, 4, 0.5, 1.2, 4
	rect := numbersOf(w.file, widget["Rect"])
	if len(rect) != 4 || !redraws(w.file) && w.file.Get(w.file.Dict(widget["AP"])["N"]) != nil {
		return false
	}
	size := letterSize(appearance)
	if size == 0 {
		size = leastLetters
	}
	width, height := math.Abs(rect[2]-rect[0])-edges, math.Abs(rect[3]-rect[1])-edges
	if flags&multiline == 0 {
		return float64(utf8.RuneCountInString(value))*usualWidth*size > width
	}
	lines := 0.0
	for line := range strings.FieldsFuncSeq(value, func(r rune) bool { return r == '\r' || r == '\n' }) {
		lines += max(1, math.Ceil(float64(utf8.RuneCountInString(line))*usualWidth*size/max(1, width)))
	}
	return lines > max(1, math.Floor(height/(usualLine*size)))
}

// widgetRules describes a widget apart from its value: its visibility on screen and in print, its caption and
// icons, and its appearances for a pressed button.
func (w *formWalk) widgetRules(widget cos.Dict) string {
	const locked, lockedContents = 1 << 7, 1 << 9
	f := w.file
	appearances := f.Dict(widget["AP"])
	return fmt.Sprint(f.Int(widget["F"])&^(locked|lockedContents), " ", f.Text(widget["Contents"]), " ",
		f.Get(appearances["D"]) != nil, f.Get(appearances["R"]) != nil, w.graph.of(f.Dict(widget["MK"])),
		w.border(widget["BS"]), w.graph.of(f.Array(widget["Border"])), w.graph.of(lookOf(widget)))
}

// lookOf returns the entries of a widget that hide it, blend it with the page, or set the language in which it is read
// aloud (ISO 32000-2, table 166).
func lookOf(widget cos.Dict) cos.Dict {
	look := cos.Dict{}
	for _, key := range []cos.Name{"OC", "BM", "CA", "ca", "Lang"} {
		if widget[key] != nil {
			look[key] = widget[key]
		}
	}
	return look
}

// border describes the style of a border. The default one (ISO 32000-1, table 166), which PyMuPDF writes, equals
// none.
func (w *formWalk) border(style cos.Object) string {
	d := w.file.Dict(style).With(nil)
	for key, usual := range map[cos.Name]cos.Object{"Type": cos.Name("Border"), "S": cos.Name("S"), "W": 1} {
		if w.file.Get(d[key]) == usual {
			delete(d, key)
		}
	}
	return w.graph.of(d)
}

// placeRules describes an unsigned signature field: the constraints on the signature, and what the field shows.
func (w *formWalk) placeRules(widgets []cos.Object) (rules string) {
	for _, o := range widgets {
		d := w.file.Dict(o).With(nil)
		for _, key := range []cos.Name{"T", "Kids", "Rect", "FT", "Subtype", "M", "NM"} {
			delete(d, key) // compared elsewhere, or written by each program in its own way
		}
		rules += w.graph.of(d)
	}
	return rules
}

// isOddDefault reports whether programs that redraw a field by its default appearance (ISO 32000-1, 12.7.3.3) draw
// it in white, tiny or enormous letters, or with more than letters.
func isOddDefault(appearance string) bool {
	const least, most = 4, 72
	var operands []string
	for i := 0; i < len(appearance); {
		from := i
		i = afterToken([]byte(appearance), i)
		token := appearance[from:i]
		switch {
		case isBlank(token[0]):
		case strings.IndexByte("/+-.0123456789", token[0]) >= 0:
			operands = append(operands, token)
		case token == "Tf" && len(operands) == 2:
			size, err := strconv.ParseFloat(operands[1], 64)
			if err != nil || size != 0 && (size < least || size > most) {
				return true
			}
			operands = nil
		case token == "g" || token == "rg" || token == "k":
			operands = nil
		default:
			return true
		}
	}
	return paintsLightText([]byte(appearance + " Tj"))
}

// boxAppearances returns the appearances of a check box. Most programs keep them and only choose one; some draw a
// tick in a standard font, for which it returns "".
func boxAppearances(f *cos.File, widget cos.Dict) string {
	normal := f.Dict(f.Dict(widget["AP"])["N"])
	if isStandardBox(f, normal) {
		return ""
	}
	var list []string
	for state, appearance := range normal {
		if s, ok := f.Get(appearance).(*cos.Stream); ok {
			data, err := f.Decoded(s)
			list = append(list, fmt.Sprintf("%s %q %v", state, normalized(data), err))
		}
	}
	slices.Sort(list)
	return strings.Join(list, " ")
}

// ticks describes how a button shows another state than that of its field; "" if it shows it. A button without an
// appearance for the value is off (ISO 32000-2, 12.7.5.2.3).
func ticks(f *cos.File, widget, field cos.Dict) string {
	const pushButton, off = 1 << 16, cos.Name("Off")
	states := f.Dict(f.Dict(widget["AP"])["N"])
	if f.Int(field["Ff"])&pushButton != 0 || states == nil {
		return ""
	}
	value, state := f.Name(field["V"]), f.Name(widget["AS"])
	if states[value] == nil {
		value = off
	}
	if cmp.Or(state, off) != value {
		return "отметка стоит только на листе или только в данных поля"
	}
	return ""
}

// boxOperators are the operators of an appearance that is only a sign.
var boxOperators = []string{"q", "Q", "w", "g", "BT", "ET", "Td", "Tf", "Tj", "BMC", "EMC", "re", "W", "n"}

// isStandardBox reports whether the appearances of a check box are a sign of ZapfDingbats and nothing else.
func isStandardBox(f *cos.File, normal cos.Dict) bool {
	ticked := 0
	for state, appearance := range normal {
		s, ok := f.Get(appearance).(*cos.Stream)
		if !ok {
			return false
		}
		data, err := f.Decoded(s)
		isOdd := func(operator string) bool { return !slices.Contains(boxOperators, operator) }
		if err != nil || slices.ContainsFunc(operators(data), isOdd) {
			return false
		}
		shows := bytes.Contains(data, []byte("Tj"))
		if shows == (state == "Off") || shows && (!isTick(f, s, data) || paintsLightText(data)) {
			return false
		}
		if shows {
			ticked++
		}
	}
	return ticked == 1
}

// isTick reports whether an appearance shows a sign of ZapfDingbats: a tick, a cross, a disc, a
// diamond, a square or a star.
func isTick(f *cos.File, s *cos.Stream, content []byte) bool {
	for _, font := range f.Dict(f.Dict(s.Dict["Resources"])["Font"]) {
		if d := f.Dict(font); f.Name(d["BaseFont"]) != "ZapfDingbats" || d["FontDescriptor"] != nil ||
			f.Dict(d["Encoding"]) != nil {
			return false
		}
	}
	for i := 0; i < len(content); {
		from := i
		if i = afterToken(content, i); content[from] == '(' {
			return i-from == len("(4)") && bytes.IndexByte([]byte("3456789lnuH"), content[from+1]) >= 0
		}
	}
	return false
}

// oddAppearance describes what a text field draws in addition to the text of its value; "" for nothing.
func oddAppearance(f *cos.File, widget cos.Dict, flags int) string {
	switch appearance := f.Get(f.Dict(widget["AP"])["N"]).(type) {
	case nil:
		return ""
	case *cos.Stream:
		data, err := f.Decoded(appearance)
		if err != nil {
			return "неизвестно чем"
		}
		if paintsLightText(data) {
			return unseen
		}
		if isScaled(f, appearance, widget) {
			return unseen
		}
		for _, key := range []cos.Name{"OC", "Ref", "OPI", "PS", "Subtype2"} {
			if appearance.Dict[key] != nil {
				return replaced // by what some programs show
			}
		}
		return drawingOf(f, appearance, data, flags)
	}
	return "видами, из которых каждая программа выбирает свой"
}

// isScaled reports whether viewers scale an appearance (ISO 32000-1, 12.5.5).
func isScaled(f *cos.File, appearance *cos.Stream, widget cos.Dict) bool {
	box, rect := numbersOf(f, appearance.Dict["BBox"]), numbersOf(f, widget["Rect"])
	if m := numbersOf(f, appearance.Dict["Matrix"]); len(box) != 4 || len(rect) != 4 ||
		appearance.Dict["Matrix"] != nil && (len(m) != 6 || m[0] != 1 || m[1] != 0 || m[2] != 0 || m[3] != 1) {
		return true
	}
	isOther := func(a, b float64) bool {
		const most = 2
		return math.Abs(a) > most*math.Abs(b) || math.Abs(b) > most*math.Abs(a)
	}
	return isOther(box[2]-box[0], rect[2]-rect[0]) || isOther(box[3]-box[1], rect[3]-rect[1])
}

// paintsLightText reports whether letters are shown in white or nearly so.
func paintsLightText(content []byte) bool {
	var operands []string
	light := false
	for i := 0; i < len(content); {
		from := i
		i = afterToken(content, i)
		switch token := string(content[from:i]); token {
		case "g", "rg", "k", "sc", "scn":
			light = isLight(operands)
			operands = nil
		case "Tj", "TJ", "'", "\"":
			if light {
				return true
			}
		default:
			if _, err := strconv.ParseFloat(token, 64); err == nil {
				operands = append(operands, token)
			} else if !isBlank(content[from]) {
				operands = nil
			}
		}
	}
	return false
}

// isLight reports whether a colour, in components of light or, if there are four, of ink, is hard to see on paper.
func isLight(components []string) bool {
	const faint, inks = 0.75, 4
	for _, c := range components {
		n, err := strconv.ParseFloat(c, 64)
		if len(components) == inks {
			n = 1 - n
		}
		if err != nil || n < faint {
			return false
		}
	}
	return len(components) > 0
}
