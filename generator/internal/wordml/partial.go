package wordml

import (
	"strings"

	"protokol/generator/internal/flow"
)

// partial is a set of constructs that are laid out only in part.
type partial uint64

const (
	runBorder partial = 1 << iota
	runRelief
	runEmphasis
	runFitted
	runRightToLeft
	barTab
	letterIndents
	lineSpaces
	turnedText
	runUnderline
	runKerning
	stripedShade
	spreadLines
	mirroredIndents
	runEffects
	runNumerals
	runLigatures
	runAsian
	barBorder
	lettersUp
	runAnimation
	runComplex
	splitWords
	themeInk
	eastAsian
	runImprint // the following share names
	runOutline
	runShadow
	textShadow
	textReflection
	textOutline
	textFill
	textScene
	textProps
	numberSpacing
	stylisticSets
	themeLine
	themeShade
)

// partialGroups are constructs with one name in reports: that of the first one.
var partialGroups = [...]struct{ first, all partial }{
	{runRelief, runRelief | runImprint | runOutline | runShadow},
	{runEffects, runEffects | textShadow | textReflection | textOutline | textFill | textScene | textProps},
	{runNumerals, runNumerals | numberSpacing | stylisticSets},
	{themeInk, themeInk | themeLine | themeShade},
}

// partialNames are the names of constructs in reports, by the number of their bit.
var partialNames = [...]string{
	"рамка вокруг букв не печатается", "объёмные и контурные буквы печатаются обычными",
	"знаки над буквами не печатаются", "текст, сжатый до ширины, печатается обычным", "письмо справа налево",
	"черта табуляции не печатается", "отступ в знаках: взят отступ в пунктах",
	"интервал в строках: взят интервал в пунктах", "вертикальный текст печатается горизонтально",
	"волнистое подчёркивание или подчёркивание только слов печатается обычным",
	"сближение пар букв (кернинг) не выполняется: ширина строк немного другая",
	"заливка узором из линий печатается ровным тоном",
	"последняя строка, растянутая по ширине, печатается обычной",
	"зеркальные отступы на чётных страницах печатаются как на нечётных",
	"свечение, тень, отражение, контур, переход цвета или прозрачность букв не печатается",
	"старинные цифры, цифры равной ширины и другие начертания шрифта печатаются обычными",
	"лигатуры не составляются: ширина строк с латинскими буквами немного другая",
	"две строки в одной или буквы, повёрнутые в строке, печатаются обычными",
	"черта сбоку абзаца (граница bar) не печатается",
	"буквы разного размера, выровненные в строке не по нижней линии, стоят на ней",
	"мерцание и другая анимация букв (effect) не печатается, как и в Word",
	"буквы с пометкой сложного письма (cs) печатаются шрифтом и размером обычных",
	"слова, которые можно разорвать на любой букве (wordWrap), переносятся целиком",
	themeColorName, "буквы с пометкой восточноазиатского письма (hint) печатаются шрифтом обычных",
}

// partialRuns are the properties of runs that are laid out only in part.
var partialRuns = map[string]partial{"bdr": runBorder, "emboss": runRelief, "imprint": runImprint,
	"outline": runOutline, "shadow": runShadow, "em": runEmphasis, "fitText": runFitted, "rtl": runRightToLeft,
	"w14:glow": runEffects, "w14:shadow": textShadow, "w14:reflection": textReflection,
	"w14:textOutline": textOutline, "w14:textFill": textFill, "w14:scene3d": textScene, "w14:props3d": textProps,
	"w14:numForm": runNumerals, "w14:numSpacing": numberSpacing, "w14:stylisticSets": stylisticSets,
	"w14:ligatures": runLigatures, "eastAsianLayout": runAsian, "effect": runAnimation, "cs": runComplex}

// set notes whether a property is in use.
func (p *partial) set(bit partial, n *node) {
	*p &^= bit
	if value := n.attr("val"); !isPlain(n) && on(n) && value != "none" && value != "nil" {
		*p |= bit
	}
}

// transparent are the elements that let what is behind letters through.
var transparent = map[string]bool{"w14:alpha": true}

// isPlain reports whether a property of Word 2010 or of East Asian text leaves letters as they are.
func isPlain(n *node) bool {
	switch n.name {
	case "w14:textOutline":
		return n.kid("w14:noFill") != nil
	case "w14:textFill":
		return n.kid("w14:gradFill") == nil && n.kid("w14:noFill") == nil && !n.holds(transparent)
	case "w14:numForm", "w14:numSpacing":
		return n.attr("w14:val") == "default"
	case "w14:stylisticSets":
		return len(n.kids) == 0
	case "w14:ligatures":
		return n.attr("w14:val") == "none"
	case "eastAsianLayout":
		return !n.has("vert") && !n.has("combine")
	}
	return false
}

// setTo notes whether a property is in use.
func (p *partial) setTo(bit partial, used bool) {
	if *p &^= bit; used {
		*p |= bit
	}
}

// shaded notes a shading whose pattern is replaced by a tone.
func (p *partial) shaded(n *node) {
	p.setTo(stripedShade, striped(n))
	p.setTo(themeShade, unthemedShade(n))
}

// underlined notes a kind of underlining that is replaced by a plain one.
func (p *partial) underlined(kind string) {
	switch *p &^= runUnderline; kind {
	case "words", "wave", "wavyHeavy", "wavyDouble":
		*p |= runUnderline
	}
}

// kerned notes kerning of letters from a size on, in half-points, which layout does
// not do (ECMA-376-1, 17.3.2.19).
func (r *runProps) kerned() partial {
	if r.kerning > 0 && r.size >= r.kerning {
		return runKerning
	}
	return 0
}

// partly notes the constructs of a set in the report.
func (l *lowering) partly(set partial) {
	for _, group := range partialGroups {
		if set&group.all != 0 {
			set = set&^group.all | group.first
		}
	}
	for i := 0; set != 0; i, set = i+1, set>>1 {
		if set&1 != 0 {
			severity := Approximated
			if bit := partial(1) << i; bit&(runKerning|runLigatures|runAnimation) != 0 {
				severity = Slight
			}
			l.note(severity, partialNames[i], l.block)
		}
	}
}

// letterIndentNames are indents in letters, each with the length that Word writes
// beside it but does not use (ECMA-376-1, 17.3.1.12).
var letterIndentNames = [...][2]string{{"firstLineChars", "firstLine"}, {"hangingChars", "hanging"},
	{"leftChars", "left"}, {"startChars", "start"}, {"rightChars", "right"}, {"endChars", "end"}}

// lineSpaceNames are the same of spaces in lines (17.3.1.33).
var lineSpaceNames = [...][2]string{{"beforeLines", "before"}, {"afterLines", "after"}}

// inUnits notes measures in letters or lines without a length beside them.
func (p *partial) inUnits(bit partial, n *node, names [][2]string) {
	*p &^= bit
	for _, name := range names {
		if v := n.attr(name[0]); v != "" && v != "0" && !n.has(name[1]) {
			*p |= bit
		}
	}
}

// partlyDocument notes parts of a document that are not laid out.
func (l *lowering) partlyDocument(root *node) {
	if l.settings.background && root.kid("background") != nil {
		l.approximate("фон страницы не печатается")
	}
	for _, name := range l.settings.partial {
		l.approximate(name)
	}
	l.partlyCompat(root)
	for _, numbers := range l.settings.notes {
		l.noteNumbers(numbers)
	}
	body, ends := root.kid("body"), l.settings.notes[1].kid("pos").attr("val") == "sectEnd"
	if ends && len(l.endnotes) > 0 && body != nil && len(sectionMarks(body)) > 1 {
		l.approximate("концевые сноски разделов печатаются в конце документа")
	}
	if l.ownSeparator {
		l.approximate("свой разделитель сносок или пометка об их продолжении: печатается обычная черта")
	}
}

// exactLines are the styles of borders that are drawn exactly (ECMA-376-1, 17.18.2).
var exactLines = map[string]bool{"": true, "nil": true, "none": true, "single": true, "thick": true, "double": true,
	"dotted": true, "dashed": true, "dashSmallGap": true}

// patterned notes borders that are drawn as plain lines.
func (l *lowering) patterned(borders *node) {
	for _, k := range borders.children() {
		if isTrue(k.attr("shadow")) && border(k).Width > 0 {
			l.approximate("тень границы не печатается")
			break
		}
	}
	for _, k := range borders.children() {
		if unthemed(k, "color", "themeColor") && border(k).Width > 0 {
			l.approximate(themeColorName)
			break
		}
	}
	for _, k := range borders.children() {
		if !exactLines[k.attr("val")] {
			l.approximate("узорная граница печатается сплошной, двойной или прерывистой чертой")
			return
		}
	}
}

// partlySection notes parts of a section that are not laid out (ECMA-376-1, 17.6).
func (l *lowering) partlySection(mark *node) {
	if mark.kid("lnNumType") != nil {
		l.approximate("номера строк на полях не печатаются")
	}
	if d := mark.kid("textDirection"); d != nil && d.attr("val") != "lrTb" {
		l.approximate(partialNames[8])
	}
	if kind := mark.kid("docGrid").attr("type"); kind == "linesAndChars" || kind == "snapToChars" {
		l.approximate("сетка страницы: знаки стоят не по ней")
	}
	if on(mark.kid("bidi")) || on(mark.kid("rtlGutter")) {
		l.approximate(partialNames[4])
	}
	if mark.kid("vAlign").attr("val") == "both" {
		l.approximate("текст, растянутый по высоте страницы, стоит вверху")
	}
	for _, kind := range []string{"footnotePr", "endnotePr"} {
		l.noteNumbers(mark.kid(kind))
	}
	if whole(mark.kid("w15:footnoteColumns").attr("w15:val")) > 1 {
		l.approximate("сноски в колонках печатаются по всей ширине")
	}
	if numbers := mark.kid("pgNumType"); numbers.attr("chapStyle") != "" {
		l.approximate("номер главы в номере страницы не печатается")
	}
	l.numerals(numerals(mark))
}

func numerals(mark *node) string { return mark.kid("pgNumType").attr("fmt") }

// noteNumbers notes numbers of notes that differ from 1, 2, 3 through the paper.
func (l *lowering) noteNumbers(n *node) {
	if len(l.footnotes)+len(l.endnotes) == 0 {
		return
	}
	format, restart := n.kid("numFmt").attr("val"), n.kid("numRestart").attr("val")
	if format != "" && format != "decimal" || restart != "" && restart != "continuous" ||
		n.kid("numStart") != nil && n.kid("numStart").attr("val") != "1" {
		l.approximate("обозначение сносок: печатаются номера 1, 2, 3…")
	}
	if place := n.kid("pos").attr("val"); n != nil && n.name == "footnotePr" && place != "" && place != "pageBottom" {
		l.approximate("сноски под текстом или в конце раздела печатаются внизу страницы")
	}
}

// numerals notes a format of numbers that formatNumber does not know.
func (l *lowering) numerals(format string) {
	switch format {
	case "", "decimal", "none", "bullet", "lowerLetter", "upperLetter", "russianLower", "russianUpper", "lowerRoman",
		"upperRoman", "decimalZero", "numberInDash":
	default:
		l.approximate("вид номеров «" + format + "» заменён цифрами")
	}
}

// partlyCell notes parts of a cell that are not laid out.
func (l *lowering) partlyCell(cell *node, turn flow.Turn) {
	tcPr := cell.kid("tcPr")
	d := tcPr.kid("textDirection").attr("val")
	if turn == flow.NoTurn && d != "" && d != "lrTb" && d != "lrTbV" && d != "tb" {
		l.approximate("вертикальный текст в ячейке печатается горизонтально")
	}
	l.patterned(tcPr.kid("tcBorders"))
	if shd := tcPr.kid("shd"); shd != nil {
		var set partial
		set.shaded(shd)
		l.partly(set)
	}
	for _, side := range []string{"tl2br", "tr2bl"} {
		if b := border(tcPr.kid("tcBorders", side).orEmpty()); b.Width > 0 {
			l.approximate("диагональная черта в ячейке не печатается")
		}
	}
	if tcPr.kid("hMerge") != nil {
		l.approximate("ячейки, объединённые как в Word 97 (hMerge), печатаются отдельно")
	}
	if on(tcPr.kid("hideMark")) && !cell.hasText() {
		l.approximate("пустая ячейка, высота которой не считается (hideMark), печатается обычной")
	}
	if on(tcPr.kid("tcFitText")) {
		l.approximate(partialNames[3])
	}
	if tcPr.kid("cellDel") != nil {
		l.approximate(elementNames["del"])
	}
	if tcPr.kid("cellIns") != nil {
		l.approximate(insertedName)
	}
}

const insertedName = "исправления: вставленное печатается как принятое"

// rightToLeft reports whether a text has letters of scripts from right to left:
// Hebrew, Arabic and others.
func rightToLeft(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool {
		return r >= 0x0590 && r <= 0x08FF || r >= 0xFB1D && r <= 0xFDFF || r >= 0xFE70 && r <= 0xFEFE
	})
}

// pageNumerals returns a function for page numbers in a format, or nil for decimal
// ones.
func pageNumerals(format string) func(int) string {
	switch format {
	case "", "decimal":
		return nil
	}
	return func(n int) string { return formatNumber(n, format) }
}
