package wordml

import (
	"strings"
	"unicode"

	"protokol/generator/internal/flow"
)

// maxRun is the length up to which adjacent runs of one format are joined.
const maxRun = 4096

// family returns the index of a font's name for a style.
func (l *lowering) family(name string, bold, italic bool) uint8 {
	face := l.face(name)
	if style := styleIndex(bold, italic); face.Lacks[style] {
		l.approximate("у шрифта «" + name + "» нет начертания: " + styleNames[style])
	}
	return face.Family
}

// face returns the face of a font, and notes once if it is not the font itself.
func (l *lowering) face(name string) Face {
	face, known := l.families[name]
	if !known {
		face = l.faces.Find(name)
		l.families[name] = face
	}
	if face.Own {
		l.peculiar++
	}
	if face.Finding == "" {
		return face
	}
	l.record(noted{font: name, block: l.block})
	switch {
	case known:
	case face.Exact:
		l.out.Report.note(Noted, face.Finding, l.place())
	case l.isEmbedded(name):
		l.out.Report.note(Approximated, face.Finding+" ("+embeddedFont+")", l.place())
	default:
		l.out.Report.note(Approximated, face.Finding, l.place())
	}
	return face
}

// styleNames are the styles of a family.
var styleNames = [4]string{"обычное", "полужирное", "курсив", "полужирный курсив"}

func styleIndex(bold, italic bool) (i int) {
	if bold {
		i |= 1
	}
	if italic {
		i |= 2
	}
	return i
}

// fontOf returns the font of a run.
func (l *lowering) fontOf(r *runProps, name string) flow.Font {
	size := max(1, min(r.size, 1638))
	if r.vert == "superscript" || r.vert == "subscript" {
		size *= 0.65
	}
	return flow.Font{Size: size, Bold: r.on[bold], Italic: r.on[italic],
		Family: l.family(name, r.on[bold], r.on[italic])}
}

// effectsOf returns the formatting of a run apart from its font; equal effects share a pointer.
func (l *lowering) effectsOf(r *runProps) *flow.Effects {
	effects := flow.Effects{Color: r.color, Shade: r.shade, Underline: r.underline, Ink: r.ink, Rise: r.position,
		Tracking: r.tracking, Scale: r.scale}
	if r.highlight != 0 {
		effects.Shade = r.highlight
	}
	switch {
	case r.on[doubleStrike]:
		effects.Strike = flow.Double
	case r.on[strike]:
		effects.Strike = flow.Single
	}
	switch r.vert {
	case "superscript":
		effects.Rise += 0.35 * r.size
	case "subscript":
		effects.Rise -= 0.14 * r.size
	}
	if effects.Color == flow.Solid {
		effects.Color = 0
	}
	if effects == (flow.Effects{}) {
		return nil
	}
	if known := l.effects[effects]; known != nil {
		return known
	}
	l.effects[effects] = &effects
	return &effects
}

// add adds a run with properties.
func (p *paragraph) add(r flow.Run, props *runProps) {
	name := props.ansi
	if r.Kind == flow.Letters && isASCII(r.Text) {
		name = props.ascii
	}
	p.addIn(r, props, name)
}

func (p *paragraph) addIn(r flow.Run, props *runProps, font string) {
	r.Font, r.Effects, r.Link = p.fontOf(props, font), p.effectsOf(props), p.link
	if r.Kind == flow.Letters {
		r.Field = p.field
	}
	last, cost := p.joins(&r), costOf(&r)
	if last == nil && len(p.runs) > 0 {
		cost += costOfChange
	}
	switch {
	case !p.spend(cost):
	case last == nil:
		p.runs = append(p.runs, r)
	default:
		last.Source = join(last.Source, len(last.Text), r.Source)
		last.Text += r.Text
	}
}

// joins returns the last run if it has the format of another that follows it, or nil.
func (p *paragraph) joins(r *flow.Run) *flow.Run {
	if len(p.runs) == 0 || r.Kind != flow.Letters {
		return nil
	}
	last := &p.runs[len(p.runs)-1]
	if last.Kind == flow.Letters && last.Font == r.Font && last.Effects == r.Effects && last.Link == r.Link &&
		last.Field == r.Field && !last.Label && len(last.Text) < maxRun {
		return last
	}
	return nil
}

func isASCII(text string) bool {
	for i := range len(text) {
		if text[i] >= 0x80 {
			return false
		}
	}
	return true
}

// text adds text: letters of Latin and of other scripts have fonts of their own
// (ECMA-376-1, 17.3.2.26).
func (p *paragraph) text(w words, props *runProps) {
	if props.on[vanish] && strings.TrimSpace(w.text) != "" {
		p.hidden(hiddenTextName)
	}
	if w.text == "" || props.on[vanish] {
		return
	}
	p.partly(props.partial | props.kerned())
	plain := isUsual(w.text)
	if !plain && rightToLeft(w.text) {
		p.partly(runRightToLeft)
	}
	if isSymbolFont(props.ansi) || isSymbolFont(props.ascii) {
		_, known := fromSymbols(w.text, props.ansi)
		w = w.mapped(func(text string) string {
			shown, _ := fromSymbols(text, props.ansi)
			return shown
		})
		if !known {
			p.approximate("знак шрифта " + props.ansi + " заменён точкой")
		}
		serif := *props
		serif.ascii, serif.ansi = "Times New Roman", "Times New Roman"
		props = &serif
	}
	switch {
	case props.on[caps]:
		w = w.mapped(strings.ToUpper)
	case props.on[smallCaps]:
		p.smallCaps(w, props)
		return
	}
	if !plain && strings.ContainsAny(w.text, "\t\n\r") {
		w = w.mapped(strings.NewReplacer("\t", " ", "\r\n", " ", "\n", " ", "\r", " ").Replace)
	}
	if props.ascii == props.ansi {
		p.letters(w, props, props.ansi)
		return
	}
	for w.text != "" {
		ascii := w.text[0] < 0x80
		end := strings.IndexFunc(w.text, func(r rune) bool { return (r < 0x80) != ascii && r != ' ' })
		if end < 0 {
			end = len(w.text)
		}
		name := props.ansi
		if ascii {
			name = props.ascii
		}
		p.letters(w.slice(0, end), props, name)
		w = w.slice(end, len(w.text))
	}
}

// letters adds words in a font.
func (p *paragraph) letters(w words, props *runProps, font string) {
	p.addIn(flow.Run{Text: w.text, Source: w.source()}, props, font)
}

// smallCaps adds text whose small letters are small capitals.
func (p *paragraph) smallCaps(w words, props *runProps) {
	plain := *props
	plain.on[smallCaps] = false
	for w.text != "" {
		lower := unicode.IsLower([]rune(w.text[:min(len(w.text), 4)])[0])
		end := strings.IndexFunc(w.text, func(r rune) bool { return unicode.IsLower(r) != lower })
		if end < 0 {
			end = len(w.text)
		}
		part := plain
		if lower {
			part.size *= 0.8
		}
		p.text(w.slice(0, end).mapped(strings.ToUpper), &part)
		w = w.slice(end, len(w.text))
	}
}

// isUsual reports whether all characters of a text are printable, and Latin, Greek, Cyrillic or signs, such as those
// of most texts.
func isUsual(text string) bool {
	for i := range len(text) {
		if b := text[i]; b < ' ' || b > 0xD5 && b != 0xE2 {
			return false
		}
	}
	return true
}

func isSymbolFont(name string) bool {
	if name == "" || strings.IndexByte("SsWwZz", name[0]) < 0 { // most fonts
		return false
	}
	switch strings.ToLower(name) {
	case "symbol", "wingdings", "wingdings 2", "wingdings 3", "webdings", "zapfdingbats":
		return true
	}
	return false
}

// symbols are characters of symbol fonts, by their code without U+F000.
var symbols = map[string]map[byte]string{
	"symbol": {0xB7: "•", 0xD8: "¬", 0xA8: "♦", 0xA7: "♣", 0xAE: "→", 0xAC: "←", 0xB0: "°", 0xB1: "±", 0xB3: "≥",
		0xA3: "≤",
		0xB9: "≠", 0xB4: "×", 0x2D: "−", 0x61: "α", 0x62: "β", 0x67: "γ", 0x64: "δ", 0x6D: "μ", 0x70: "π", 0x53: "Σ",
		0x44: "Δ", 0x57: "Ω", 0xA5: "∞", 0xD6: "√", 0xF0: "•", 0xBE: "—", 0xA2: "′", 0xB2: "″", 0xB8: "÷", 0xC5: "⊕",
		0x2A: "∗", 0xD3: "©", 0xD2: "®", 0xD4: "™"},
	"wingdings": {0xA7: "▪", 0xD8: "➢", 0xFC: "✓", 0xFB: "✗", 0xFE: "☑", 0xFD: "☒", 0xA8: "☐", 0x6F: "☐", 0x6E: "■",
		0x71: "❑", 0x76: "❖", 0x77: "◆", 0x6C: "●", 0xA1: "○", 0xE0: "→", 0xDF: "←", 0xE8: "➔", 0xF0: "⇨", 0x9F: "•",
		0x22: "✂", 0x28: "☎", 0x2A: "✉", 0x4A: "☺", 0xAB: "★", 0x9E: "·", 0x72: "❒", 0x70: "❐", 0xF1: "⇧", 0xF2: "⇩",
		0x21: "✏", 0x3F: "✍", 0x78: "⌧", 0x54: "❄", 0x46: "☞"},
	"wingdings 2": {0xA3: "☐", 0x52: "☑", 0x53: "☒", 0x50: "✓", 0x4F: "✗", 0x54: "☒", 0x97: "●", 0x99: "○"},
	"webdings":    {0x61: "✓", 0x63: "☐", 0x67: "■", 0x6E: "●"},
}

// fromSymbols returns the characters that a text in a symbol font shows. Those
// that are not known become bullets.
func fromSymbols(text, font string) (shown string, known bool) {
	table := symbols[strings.ToLower(font)]
	known = true
	var b strings.Builder
	for _, r := range text {
		code := r
		if r >= 0xF000 && r <= 0xF0FF {
			code = r - 0xF000
		}
		switch sign, ok := table[byte(code)]; {
		case code > 0xFF || code == ' ':
			b.WriteRune(r)
		case ok:
			b.WriteString(sign)
		case r >= 0xF000 || code >= 0x80:
			b.WriteString("•")
			known = false
		default:
			b.WriteRune(r)
		}
	}
	return b.String(), known
}
