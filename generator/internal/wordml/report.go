package wordml

import (
	"fmt"
	"strings"
)

// Severity says how the construct of a Finding was handled.
type Severity int

const (
	Approximated Severity = iota // its content is printed, but not as Word does
	Lost                         // its content is not printed
	Noted                        // it is laid out exactly, but depends on the computer
	Slight                       // not worth a warning: the difference cannot be seen, or is as in Word
)

// Finding is a construct that is not laid out exactly.
type Finding struct {
	Severity  Severity
	Construct string // what it is, in Russian
	Place     string // the first paragraph in which it was met
	Count     int
}

// Report lists constructs that are not laid out exactly.
type Report struct {
	Findings []Finding
	known    map[kind]int // their places in the list
}

// kind is the common part of findings that are counted together.
type kind struct {
	Severity
	construct string
}

// Lost reports whether content would be missing.
func (r *Report) Lost() bool {
	for _, f := range r.Findings {
		if f.Severity == Lost {
			return true
		}
	}
	return false
}

// note adds a finding, or counts it when it is known.
func (r *Report) note(s Severity, construct, place string) {
	if at, ok := r.known[kind{s, construct}]; ok {
		r.Findings[at].Count++
		return
	}
	if r.known == nil {
		r.known = map[kind]int{}
	}
	r.known[kind{s, construct}] = len(r.Findings)
	r.Findings = append(r.Findings, Finding{s, construct, place, 1})
}

// approximate notes a construct that is laid out only approximately.
func (l *lowering) approximate(construct string) {
	l.out.Report.note(Approximated, construct, l.place())
}

// lose notes a construct whose content is not printed.
func (l *lowering) lose(construct string) { l.out.Report.note(Lost, construct, l.place()) }

// hiddenTextName names text, or a paragraph, that is not shown.
const hiddenTextName = "скрытый текст не печатается, как и в Word"

// hiddenDrawingName names a shape or a picture that is not shown.
const hiddenDrawingName = "скрытая фигура или картинка не печатается, как и в Word"

// hidden notes content that Word does not print, either.
func (l *lowering) hidden(construct string) {
	l.out.Report.note(Slight, construct, l.place())
}

// hides reports whether a drawing that may be hidden is not printed, and notes it then.
func (l *lowering) hides(hidden bool) bool {
	if !hidden || l.showHidden {
		return false
	}
	l.hidden(hiddenDrawingName)
	return true
}

// place returns the place of the current paragraph.
func (l *lowering) place() string { return l.placeOf(l.block) }

// placeOf returns the place of a paragraph of the current part.
func (l *lowering) placeOf(block int) string {
	where := ""
	if l.part != nil && l.part.name != l.pack.main {
		where = " (" + l.part.name[strings.LastIndexByte(l.part.name, '/')+1:] + ")"
	}
	return fmt.Sprintf("абзац %d%s", max(1, block), where)
}

// Uncovered notes a character that no font has.
func (p *Paper) Uncovered(c rune) {
	p.Report.note(Lost, fmt.Sprintf("знак U+%04X, которого нет в шрифтах", c), "документ")
}

// Damaged notes a font file that is skipped.
func (p *Paper) Damaged(file string) {
	p.Report.note(Noted, "файл шрифта "+file+" не читается и пропущен", "шрифты")
}

// Overfull notes that text does not fit where Word cuts it off.
func (p *Paper) Overfull() {
	p.Report.note(Approximated, "текст не помещается в строку таблицы или надпись заданной высоты: Word его обрезает",
		"документ")
}

// Beyond notes that a text reaches beyond the edges of a sheet.
func (p *Paper) Beyond(text string) {
	const longest = 80 // letters that are enough to find it
	if letters := []rune(text); len(letters) > longest {
		text = string(letters[:longest]) + "…"
	}
	p.Report.note(Approximated, "текст заходит за край листа, и там его не видно, как и в Word: «"+text+"»", "документ")
}

// Borrowed notes a family without some of the letters, which are printed in
// another, stretched: their widths are only near.
func (p *Paper) Borrowed(family, from string) {
	p.Report.note(Approximated, "букв нет в шрифте "+family+": взяты из "+from+", их ширина лишь близка", "документ")
}
