package wordml

import (
	"fmt"
	"strings"

	"protokol/generator/internal/flow"
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
	if r.again(kind{s, construct}) {
		return
	}
	if r.known == nil {
		r.known = map[kind]int{}
	}
	r.known[kind{s, construct}] = len(r.Findings)
	r.Findings = append(r.Findings, Finding{s, construct, place, 1})
}

// again counts a finding that is known, and reports whether it is.
func (r *Report) again(k kind) bool {
	at, known := r.known[k]
	if known {
		r.Findings[at].Count++
	}
	return known
}

// note notes a construct in a paragraph of the current part.
func (l *lowering) note(s Severity, construct string, block int) {
	l.record(noted{kind: kind{s, construct}, block: block})
	if !l.out.Report.again(kind{s, construct}) {
		l.out.Report.note(s, construct, l.placeOf(block))
	}
}

// approximate notes a construct that is laid out only approximately.
func (l *lowering) approximate(construct string) { l.note(Approximated, construct, l.block) }

// lose notes a construct whose content is not printed.
func (l *lowering) lose(construct string) { l.note(Lost, construct, l.block) }

// hiddenTextName names text, or a paragraph, that is not shown.
const hiddenTextName = "скрытый текст не печатается, как и в Word"

// hiddenDrawingName names a shape or a picture that is not shown.
const hiddenDrawingName = "скрытая фигура или картинка не печатается, как и в Word"

// hidden notes content that Word does not print, either.
func (l *lowering) hidden(construct string) { l.note(Slight, construct, l.block) }

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
	if l.part != nil && l.part.name != l.pack.main {
		return placeIn(l.part.name, block)
	}
	return placeIn("", block)
}

// placeIn returns the place of a paragraph in a part of the document, "" for the main one.
func placeIn(part string, block int) string {
	where := ""
	if part != "" {
		where = " (" + part[strings.LastIndexByte(part, '/')+1:] + ")"
	}
	return fmt.Sprintf("абзац %d%s", max(1, block), where)
}

// wholePaper is the place of what belongs to no paragraph.
const wholePaper = "документ"

// unfit notes a construct of some paragraphs, of which one is the first; it may be nil.
func (p *Paper) unfit(construct string, first *flow.Paragraph, count int) {
	if count == 0 {
		return
	}
	place := wholePaper
	if first != nil && first.Number > 0 {
		place = placeIn(first.Part, first.Number)
	}
	if p.Report.note(Approximated, construct, place); count > 1 {
		p.Report.Findings[len(p.Report.Findings)-1].Count = count
	}
}

// shortened returns enough of a text to find it.
func shortened(text string) string {
	const longest = 80 // letters
	if letters := []rune(text); len(letters) > longest {
		return string(letters[:longest]) + "…"
	}
	return text
}

// Uncovered notes a character that no font has.
func (p *Paper) Uncovered(c rune) {
	p.Report.note(Lost, fmt.Sprintf("знак U+%04X, которого нет в шрифтах", c), wholePaper)
}

// Damaged notes a font file that is skipped.
func (p *Paper) Damaged(file string) {
	p.Report.note(Noted, "файл шрифта "+file+" не читается и пропущен", "шрифты")
}

// Overfull notes texts that do not fit where Word cuts them off.
func (p *Paper) Overfull(text string, first *flow.Paragraph, count int) {
	p.unfit("текст не помещается в надпись или ячейку заданной высоты: Word его обрезает: «"+shortened(text)+"»",
		first, count)
}

// Cut notes texts that are cut off in rows of fixed height.
func (p *Paper) Cut(text string, first *flow.Paragraph, count int) {
	p.unfit("текст не помещается в строку таблицы заданной высоты и обрезан, как и в Word: «"+shortened(text)+"»",
		first, count)
}

// PictureOverfull notes pictures that do not fit where Word cuts them off.
func (p *Paper) PictureOverfull(_ string, first *flow.Paragraph, count int) {
	p.unfit("рисунок не помещается в надпись или ячейку заданной высоты: Word его обрезает", first, count)
}

// FloatOverfull notes pictures and boxes beside text that end below their row of fixed height.
func (p *Paper) FloatOverfull(_ string, first *flow.Paragraph, count int) {
	p.unfit("рисунок или надпись с обтеканием выходит за строку таблицы заданной высоты: печатается целиком", first,
		count)
}

// Carried notes paragraphs beside floats that go on in the next column or on the next page, where the floats are not.
func (p *Paper) Carried(text string, first *flow.Paragraph, count int) {
	p.unfit("абзац рядом с рисунком или надписью, продолженный на следующей странице или в следующей колонке, делится "+
		"на строки как рядом с ними: «"+shortened(text)+"»", first, count)
}

// Uncut notes rows that begin a column of text although Word begins it within them.
func (p *Paper) Uncut(text string, first *flow.Paragraph, count int) {
	p.unfit("строка таблицы не делится между колонками текста, а стоит в следующей: «"+shortened(text)+"»",
		first, count)
}

// Merged notes cells over several rows that pages end within and that are not divided as in Word.
func (p *Paper) Merged(text string, first *flow.Paragraph, count int) {
	p.unfit("ячейка, объединённая по вертикали, продолжена на следующей странице: её строки могут стоять ниже, "+
		"чем в Word: «"+shortened(text)+"»", first, count)
}

// PictureCut notes pictures of which a part, or all, is below the end of a row of fixed height.
func (p *Paper) PictureCut(_ string, first *flow.Paragraph, count int) {
	p.unfit("рисунок не помещается в строку таблицы заданной высоты: обрезан или не напечатан, как и в Word",
		first, count)
}

// Divided notes words that are divided between pages, if the document forbids that.
func (p *Paper) Divided(line string, first *flow.Paragraph, count int) {
	if p.wholeEnds {
		p.unfit("последнее слово страницы перенесено, хотя в документе это запрещено: «"+shortened(line)+"»",
			first, count)
	}
}

// Torn notes words that are wider than their columns.
func (p *Paper) Torn(words string, first *flow.Paragraph, count int) {
	p.unfit("слово шире столбца таблицы и разорвано; в Word ширина столбца может быть другой: «"+shortened(words)+"»",
		first, count)
}

// Beyond notes that a text reaches beyond the edges of a sheet.
func (p *Paper) Beyond(text string) {
	p.unfit("текст заходит за край листа, и там его не видно, как и в Word: «"+shortened(text)+"»", nil, 1)
}

// Borrowed notes a family without some of the letters, which are printed in
// another, stretched: their widths are only near.
func (p *Paper) Borrowed(family, from string) {
	p.Report.note(Approximated, "букв нет в шрифте "+family+": взяты из "+from+", их ширина лишь близка", wholePaper)
}
