package verify

import (
	"maps"
	"regexp"
	"slices"
	"strings"

	"protokol/generator/internal/cos"
)

// trust says how certain it is which letters a font shows.
type trust int

const (
	trusted trust = iota // a font of the reprint, or a standard font
	foreign              // another font, whose glyphs are not checked
	lying                // signs instead of letters, or letters other than their codes
)

// readersHave matches the names of fonts that viewers have, in all styles.
var readersHave = regexp.MustCompile(`^(Helvetica|Times|Courier|Arial|TimesNewRoman|CourierNew)(PS)?(MT)?` +
	`([-, ]?(Roman|Regular|Bold|Italic|Oblique|Narrow|MT|PS)+)*$`)

// readersFamily matches the beginnings of these names, which programs also give to fonts of a form.
var readersFamily = regexp.MustCompile(`^(Helvetica|Times|Courier|Arial)`)

// fontKeys are the entries of a font that has neither a program nor widths.
var fontKeys = []cos.Name{"Type", "Subtype", "BaseFont", "Encoding", "Name", "FirstChar", "LastChar"}

// holdSigns are parts of the names of fonts that show signs instead of letters.
var holdSigns = []string{"Symbol", "Dingbats", "Wingdings", "Webdings"}

// in returns a function that reports whether a name has a part.
func in(name string) func(part string) bool {
	return func(part string) bool { return strings.Contains(name, part) }
}

func isOddKey(key cos.Name) bool { return !slices.Contains(fontKeys, key) }

// trustIn judges a font with which a field is drawn.
func (w *formWalk) trustIn(font cos.Object) trust {
	f := w.file
	d := f.Dict(font)
	name := string(f.Name(d["BaseFont"]))
	switch {
	case d == nil || w.fonts[w.faces.of(font)]:
		return trusted
	case slices.ContainsFunc(holdSigns, in(name)):
		return lying
	case d["FontDescriptor"] != nil || f.Name(d["Subtype"]) == "Type0" || f.Name(d["Subtype"]) == "Type3":
		return foreign
	case d["ToUnicode"] != nil || !encodesLetters(f, d["Encoding"]):
		return lying
	case d["Widths"] != nil:
		return foreign // which may lay letters over one another
	case readersHave.MatchString(name) && !slices.ContainsFunc(slices.Collect(maps.Keys(d)), isOddKey):
		return trusted
	}
	return foreign
}

// encodesLetters reports whether an encoding leaves the signs of ASCII under their codes (ISO 32000-1, 9.6.6).
func encodesLetters(f *cos.File, encoding cos.Object) bool {
	base, isName := f.Get(encoding).(cos.Name)
	if d := f.Dict(encoding); !isName {
		base = f.Name(d["BaseEncoding"])
	}
	if !slices.Contains([]cos.Name{"", "StandardEncoding", "WinAnsiEncoding", "MacRomanEncoding", "PDFDocEncoding"},
		base) {
		return false
	}
	code := 0
	for _, o := range f.Array(f.Dict(encoding)["Differences"]) {
		switch o := o.(type) {
		case int:
			if code = o; code < 0 || code > 255 {
				return false
			}
		case cos.Name:
			if code >= ' ' && code <= '~' && !isNamed(code, string(o)) {
				return false
			}
			code++
		default:
			return false // a number to some programs
		}
	}
	return true
}

// signNames are the names of the signs of ASCII other than letters, from its first one on.
var signNames = strings.Fields(`space exclam quotedbl numbersign dollar percent ampersand quotesingle parenleft
	parenright asterisk plus comma hyphen period slash zero one two three four five six seven eight nine colon semicolon
	less equal greater question at`)

// bracketNames are those after the capital letters, and braceNames those after the small ones.
var (
	bracketNames = strings.Fields("bracketleft backslash bracketright asciicircum underscore grave")
	braceNames   = strings.Fields("braceleft bar braceright asciitilde")
)

// isNamed reports whether a name is that of a sign of ASCII, or of one that looks like it.
func isNamed(code int, name string) bool {
	var usual string
	switch {
	case code <= '@':
		usual = signNames[code-' ']
	case code > 'z':
		usual = braceNames[code-'{']
	case code > 'Z' && code < 'a':
		usual = bracketNames[code-'[']
	default:
		usual = string(rune(code))
	}
	return name == usual || code == '\'' && name == "quoteright" || code == '`' && name == "quoteleft" ||
		code == '-' && name == "minus"
}

// fontsOf returns the graphs of the fonts of a file: of its form, its pages and fields.
func fontsOf(f *cos.File) map[string]bool {
	known, g := map[string]bool{}, newTypedGraph(f)
	seen := map[cos.Ref]bool{}
	add := func(resources cos.Object) {
		for _, font := range f.Dict(f.Dict(resources)["Font"]) {
			if ref, isRef := font.(cos.Ref); isRef && seen[ref] {
				continue
			} else if isRef {
				seen[ref] = true
			}
			known[g.of(font)] = true
		}
	}
	add(f.Dict(f.Root()["AcroForm"])["DR"])
	pages, _ := f.Pages()
	for _, page := range pages {
		add(f.Dict(page)["Resources"])
		for _, o := range f.Array(f.Dict(page)["Annots"]) {
			add(f.Dict(f.Dict(f.Dict(o)["AP"])["N"])["Resources"])
		}
	}
	return known
}

// fontsIn returns the worst trust in the fonts of an appearance, both its own and those of the form, and in the
// font of its default appearance.
func (w *formWalk) fontsIn(widget cos.Dict, appearance string) (worst trust) {
	form := w.file.Dict(w.file.Dict(w.file.Dict(w.file.Root()["AcroForm"])["DR"])["Font"])
	stream, _ := w.file.Get(w.file.Dict(widget["AP"])["N"]).(*cos.Stream)
	fonts := form
	var content []byte
	if stream != nil {
		if own := w.file.Dict(w.file.Dict(stream.Dict["Resources"])["Font"]); own != nil {
			fonts = own
		}
		content, _ = w.file.Decoded(stream)
	}
	for name := range fontNames(content) {
		worst = max(worst, w.trustNamed(name, fonts))
	}
	for name := range fontNames([]byte(appearance)) {
		switch {
		case form[name] != nil || stream == nil || redraws(w.file):
			worst = max(worst, w.trustNamed(name, form))
		case readersFamily.MatchString(string(name)) && fonts[name] == nil:
			// The appearance stays; a program that edits the field has the font.
		default:
			worst = max(worst, w.trustNamed(name, fonts))
		}
	}
	return worst
}

// fontNames returns the names of the fonts that content selects, "" for an operand that is not a name.
func fontNames(content []byte) map[cos.Name]bool {
	names := map[cos.Name]bool{}
	eachOperator(content, func(operator string, operands []string) bool {
		if operator == "Tf" && len(operands) > 1 {
			o, _ := cos.Parse([]byte(operands[len(operands)-2]))
			name, _ := o.(cos.Name)
			names[name] = true
		}
		return true
	})
	return names
}

// trustNamed judges a font by its name in resources. For one that they do not have, programs
// take one of their own by the name, or draw nothing.
func (w *formWalk) trustNamed(name cos.Name, fonts cos.Dict) trust {
	font := fonts[name]
	switch {
	case font != nil:
		return w.trust(font)
	case name == "ZaDb" || name == "Symb" || slices.ContainsFunc(holdSigns, in(string(name))):
		return lying
	}
	return foreign
}

// trust judges each font once.
func (w *formWalk) trust(font cos.Object) trust {
	ref, isRef := font.(cos.Ref)
	if known, ok := w.trusts[ref]; ok && isRef {
		return known
	}
	found := w.trustIn(font)
	if isRef {
		w.trusts[ref] = found
	}
	return found
}
