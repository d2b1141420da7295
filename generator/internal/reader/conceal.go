package reader

import (
	"encoding/xml"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"protokol/generator/internal/flow"
)

// Limits of an honest layout, in twips.
const (
	widestIndent  = 9000 // half a page
	widestTab     = 9700
	widestMargin  = 2000
	leastLine     = 200
	widestGutter  = 2500
	highestEdges  = 9000 // of the margins above and below together
	farthestSpace = 4000
	mostLines     = 2000 // hundredths of a line
	leastSheet    = 2500
	lowestFrame   = 15500
	leastFrame    = 400
	leastCell     = 400
	widestCell    = 16838 // of a sheet on its side
	highestRow    = 14000 // of a sheet between its margins
	leastPercent  = 4     // of the width of a sheet
	leastGrid     = 8192  // 4096ths of a point
	mostSheet     = 31680 // of Word
)

const collapsed = "свёрнутый раздел, слов которого не видно, пока его не развернут"

// conceals says, in Russian, how an element moves words out of sight or shows them only in some programs; "" if it
// does not.
func conceals(t xml.StartElement, parent string) string {
	switch t.Name.Local {
	case "framePr":
		frame := "рамка вокруг абзаца, которая может увести его с листа"
		if outside(t, -widestMargin, widestTab, "x") || outside(t, -widestMargin, lowestFrame, "y") ||
			outside(t, leastFrame, mostSheet, "w") ||
			value(t, "hRule") == "exact" && outside(t, leastFrame, mostSheet, "h") {
			frame += ": " + measured(t)
		}
		return frame
	case "tblpPr":
		return fmt.Sprintf("таблица, которую можно увести с листа: %s%d и %s%d мм", value(t, "tblpXSpec"),
			millimetres(t, "tblpX"), value(t, "tblpYSpec"), millimetres(t, "tblpY"))
	case "hidden":
		return "скрытая строка таблицы или стиль"
	case "trHeight":
		if outside(t, 0, highestRow, "val") {
			return "строка таблицы выше листа: " + measured(t)
		}
		if value(t, "hRule") == "exact" {
			return fmt.Sprintf("строка таблицы ровно %d мм: слова в ней могут быть не видны", millimetres(t, "val"))
		}
	case "textDirection":
		if direction := value(t, "val"); direction != "lrTb" && direction != "lr" {
			return "повёрнутые слова"
		}
	case "spacing":
		return flattens(t)
	case "bdr":
		return covers(t)
	case "bidi":
		if parent == "pPr" && isOn(value(t, "val")) {
			return "абзац, написанный справа налево"
		}
	case "cellDel", "cellMerge":
		return "строка или ячейка таблицы, помеченная удалённой"
	case "pgNum", "dayShort", "dayLong", "monthShort", "monthLong", "yearShort", "yearLong":
		return "номер листа или дата среди слов, которую вписывает сама программа"
	case "contentPart", "ruby":
		return "знаки, которых здесь не прочитать"
	case "bdo", "dir":
		return "слова в обратном порядке"
	case "hyperlink":
		if said := value(t, "tooltip"); said != "" {
			return "подсказка у ссылки: " + said
		}
	}
	return concealsByMeasure(t, parent)
}

// flattens reports lines that overlap.
func flattens(t xml.StartElement) string {
	line, known := twips(value(t, "line"))
	const least = 160 // in 240ths of a line
	exact := value(t, "lineRule") == "exact"
	if value(t, "line") != "" && (!known || line < 0 || exact && line < leastLine ||
		value(t, "lineRule") != "atLeast" && line < least) {
		return "строки, сжатые так, что слов не видно: " + measured(t)
	}
	if outside(t, 0, farthestSpace, "before", "after") || outside(t, 0, mostLines, "beforeLines", "afterLines") {
		return "пустое место, которое уводит слова с листа: " + measured(t)
	}
	return ""
}

// covers reports a border around words (17.3.2.4) that may cover words beside them:
// LibreOffice paints it over lines of an exact height.
func covers(t xml.StartElement) string {
	const thickest, farthest = 12, 4 // eighths of a point; points
	usual := []string{"none", "nil", "single", "double", "dotted", "dashed"}
	if !slices.Contains(usual, value(t, "val")) || outside(t, 0, thickest, "sz") || outside(t, 0, farthest, "space") {
		return "рамка вокруг слов, которая может закрыть другие: " + measured(t)
	}
	return ""
}

// overlaps reports a border around a paragraph or a cell (17.3.1.24, 17.4.66) that may cover words: LibreOffice paints
// one nearer than its words over them.
func overlaps(t xml.StartElement, parent string) string {
	const thickest, farthest = 48, 31 // eighths of a point; points
	isBorder := strings.HasSuffix(parent, "Bdr") || strings.HasSuffix(parent, "Borders")
	if isBorder && (outside(t, 0, thickest, "sz") || outside(t, 0, farthest, "space")) {
		return "рамка, которая может закрыть слова: " + measured(t)
	}
	return ""
}

// concealsByMeasure is conceals for indents, margins, sheets and columns.
func concealsByMeasure(t xml.StartElement, parent string) string {
	switch t.Name.Local {
	case "ind", "tblInd":
		if leavesSheet(t) {
			return offSheet + ": " + measured(t)
		}
	case "left", "start", "right", "end", "top", "bottom":
		if strings.HasSuffix(parent, "Mar") && outside(t, 0, widestMargin/4, "w") {
			return "поля ячейки, которые уводят слова с листа: " + measured(t)
		}
		return overlaps(t, parent)
	case "between", "insideH", "insideV":
		return overlaps(t, parent)
	case "pgSz":
		if outside(t, leastSheet, mostSheet, "w", "h") {
			return "лист, на котором слов не видно: " + measured(t)
		}
		return fmt.Sprintf("лист %d × %d мм", millimetres(t, "w"), millimetres(t, "h"))
	case "pgMar":
		if outside(t, 0, widestIndent, "top", "right", "bottom", "left", "header", "footer") ||
			outside(t, 0, widestGutter, "gutter") ||
			outside(t, 0, widestIndent/2, "header", "footer") ||
			number(t, "top")+number(t, "bottom") > highestEdges {
			return "поля листа, при которых слов не видно: " + measured(t)
		}
		return fmt.Sprintf("поля листа %d мм слева и %d мм справа", millimetres(t, "left"), millimetres(t, "right"))
	case "col":
		return fmt.Sprintf("колонки, в которых слова могут быть не видны: %d и %d мм", millimetres(t, "w"),
			millimetres(t, "space"))
	case "cols":
		if count := value(t, "num"); count != "" && count != "1" || outside(t, 0, widestMargin, "space") {
			return fmt.Sprintf("колонки, в которых слова могут быть не видны: %s через %d мм", value(t, "num"),
				millimetres(t, "space"))
		}
	case "pgNumType":
		if kind := value(t, "fmt"); value(t, "start")+value(t, "chapStyle") != "" || kind != "" && kind != "decimal" {
			return "другие номера листов: " + measured(t, "start с", "fmt вида", "chapStyle с номером раздела")
		}
	case "numStart", "numRestart", "numFmt":
		usual := []string{"", "1", "continuous", "decimal", "lowerRoman"}
		if strings.HasSuffix(parent, "notePr") && !slices.Contains(usual, value(t, "val")) {
			return "другие номера сносок: " + measured(t)
		}
	case "lnNumType":
		return "номера строк на полях"
	case "docGrid":
		if kind := value(t, "type"); kind != "" && kind != "default" &&
			(outside(t, -leastGrid, leastGrid, "charSpace") || outside(t, leastLine, mostSheet, "linePitch")) {
			return "сетка, которая сжимает буквы или строки: " + measured(t)
		}
	}
	return concealsInTable(t)
}

// concealsInTable is conceals for the measures of tables.
func concealsInTable(t xml.StartElement) string {
	switch t.Name.Local {
	case "gridCol":
		if value(t, "w") == "" || outside(t, leastCell, widestCell, "w") {
			return sliver(t)
		}
	case "tcW", "tblW":
		switch kind, given := value(t, "type"), value(t, "w"); {
		case kind == "pct" && percent(given) > 100:
			return widerThanSheet
		case kind == "pct" && percent(given) < leastPercent, (kind == "dxa" || kind == "") && given != "0" &&
			outside(t, leastCell, widestCell, "w"):
			return sliver(t)
		}
	case "tblCellSpacing":
		if outside(t, 0, leastSheet/10, "w") {
			return "промежутки в таблице, которые уводят слова с листа: " + measured(t)
		}
	case "gridBefore", "gridAfter", "wBefore", "wAfter":
		return "строка таблицы, сдвинутая вбок"
	case "tcFitText":
		return "ячейка, сжимающая слова"
	case "noWrap":
		if isOn(value(t, "val")) {
			return "ячейка без переносов на новую строку, которая может уйти за край листа"
		}
	case "bidiVisual":
		if isOn(value(t, "val")) {
			return "столбцы таблицы в обратном порядке"
		}
	}
	return ""
}

// sliver reports a column by its width: some papers have narrow ones.
func sliver(t xml.StartElement) string {
	return fmt.Sprintf("столбец таблицы, в котором слов не видно, шириной %d мм", millimetres(t, "w"))
}

const widerThanSheet = "таблица шире листа"

// percent returns a measure in percent, or in fiftieths of one (17.18.87).
func percent(text string) int {
	if whole, ok := strings.CutSuffix(text, "%"); ok {
		n, _ := strconv.ParseFloat(whole, 64)
		return int(math.Ceil(min(n, math.MaxInt16)))
	}
	n, _ := strconv.Atoi(text)
	return n / 50
}

// outside reports whether one of the measures is out of range or malformed.
func outside(t xml.StartElement, least, most int, keys ...string) bool {
	return slices.ContainsFunc(keys, func(key string) bool {
		given := value(t, key)
		n, ok := twips(given)
		return given != "" && (!ok || n < least || n > most)
	})
}

// leavesSheet reports whether an indent alone moves words off the sheet; room checks several together.
func leavesSheet(t xml.StartElement) bool {
	const chars, mostChars = 20, 300 // hundredths of a letter
	return outside(t, -widestIndent/chars, widestIndent, "left", "start", "right", "end", "w") ||
		outside(t, -widestIndent/chars, widestIndent, "firstLine", "hanging") ||
		outside(t, -mostChars, mostChars, "leftChars", "startChars", "rightChars", "endChars",
			"firstLineChars", "hangingChars")
}

// measured returns the attributes of an element for a report, so that elements with different attributes are
// reported differently. Names are pairs of an attribute and its Russian name.
func measured(t xml.StartElement, names ...string) string {
	list := make([]string, 0, len(t.Attr))
	for _, a := range t.Attr {
		called := a.Name.Local
		for _, name := range names {
			if key, russian, _ := strings.Cut(name, " "); key == called {
				called = russian
			}
		}
		list = append(list, called+" "+a.Value)
	}
	slices.Sort(list)
	return strings.Join(list, ", ")
}

// tabStop checks a tab stop, which determines the position of the words after it (17.3.1.37).
func (p *paragraphs) tabStop(t xml.StartElement) {
	if value(t, "val") != "clear" && outside(t, -widestMargin, widestTab, "pos") {
		p.report(fmt.Sprintf("место табуляции за краем листа, в %d мм от поля", millimetres(t, "pos")))
	}
}

const twipsPerMM = 20 * flow.PointsPerMM

// units are those of measures, in twips (22.9.2.15).
var units = map[string]float64{
	"mm": twipsPerMM, "cm": 10 * twipsPerMM, "in": 1440, "pt": 20, "pc": 240, "pi": 240,
}

// twips returns a measure in twentieths of a point; ok is false if it is malformed.
func twips(text string) (int, bool) {
	if text == "" {
		return 0, false
	}
	if n, err := strconv.Atoi(text); err == nil {
		return n, true
	}
	cut := max(0, len(text)-len("mm"))
	n, err := strconv.ParseFloat(text[:cut], 64)
	unit, ok := units[text[cut:]]
	isPlain := strings.Trim(text[:cut], "-.0123456789") == "" // not in a notation of programming languages
	return int(n * unit), err == nil && ok && isPlain && math.Abs(n) < 1e6
}

func millimetres(t xml.StartElement, key string) int {
	return int(math.Round(float64(number(t, key)) / twipsPerMM))
}

// number returns a value in twentieths of a point; 0 if it is malformed.
func number(t xml.StartElement, key string) int {
	n, _ := twips(value(t, key))
	return n
}
