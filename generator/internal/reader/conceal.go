package reader

import (
	"encoding/xml"
	"slices"
	"strconv"
	"strings"
)

// Limits of an honest layout, in twips.
const (
	widestIndent = 9000 // half a page
	widestMargin = 2000
	leastLine    = 100
	leastRow     = 200
	leastSheet   = 2500
	mostSheet    = 31680 // of Word
)

const collapsed = "свёрнутый раздел, слов которого не видно, пока его не развернут"

// conceals says how an element takes words out of sight or shows them only in some
// programs, in Russian; "" when it does not.
func conceals(t xml.StartElement, parent string) string {
	switch t.Name.Local {
	case "framePr":
		return "рамка вокруг абзаца, которая может увести его с листа"
	case "tblpPr":
		return "таблица, которую можно увести с листа"
	case "hidden":
		return "скрытая строка таблицы или стиль"
	case "trHeight":
		if value(t, "hRule") == "exact" && number(t, "val") < leastRow {
			return "строка таблицы, сжатая так, что слов не видно"
		}
	case "textDirection":
		if direction := value(t, "val"); direction != "lrTb" && direction != "lr" {
			return "повёрнутые слова"
		}
	case "spacing":
		if line := number(t, "line"); value(t, "lineRule") == "exact" && line < leastLine {
			return "строки, сжатые так, что слов не видно"
		}
	case "pgNum", "dayShort", "dayLong", "monthShort", "monthLong", "yearShort", "yearLong":
		return "номер листа или дата среди слов, которую вписывает сама программа"
	case "contentPart", "ruby":
		return "знаки, которых здесь не прочитать"
	case "bdo", "dir":
		return "слова в обратном порядке"
	case "document":
		for _, a := range t.Attr {
			if a.Name.Local == "MustUnderstand" || a.Name.Local == "ProcessContent" {
				return "разметка, которую часть программ понимает иначе"
			}
		}
	}
	return concealsByMeasure(t, parent)
}

// concealsByMeasure is conceals for indents, margins and sheets.
func concealsByMeasure(t xml.StartElement, parent string) string {
	outside := func(least, most int, keys ...string) bool {
		return slices.ContainsFunc(keys, func(key string) bool {
			return value(t, key) != "" && (number(t, key) < least || number(t, key) > most)
		})
	}
	switch t.Name.Local {
	case "ind", "tblInd":
		if outside(-widestIndent, widestIndent, "left", "start", "right", "end", "firstLine", "hanging", "w") ||
			outside(-widestIndent/10, widestIndent/10, "leftChars", "startChars", "rightChars", "endChars",
				"firstLineChars", "hangingChars") {
			return "отступ, который уводит слова с листа"
		}
	case "left", "start", "right", "end", "top", "bottom":
		if strings.HasSuffix(parent, "Mar") && outside(-widestMargin, widestMargin, "w") {
			return "поля ячейки, которые уводят слова с листа"
		}
	case "pgSz":
		if outside(leastSheet, mostSheet, "w", "h") {
			return "лист, на котором слов не видно"
		}
	case "pgMar":
		if outside(0, widestIndent, "top", "right", "bottom", "left", "header", "footer", "gutter") {
			return "поля листа, при которых слов не видно"
		}
	}
	return ""
}

// number returns a value in twentieths of a point and the like; 0 if it is none.
func number(t xml.StartElement, key string) int {
	n, _ := strconv.Atoi(value(t, key))
	return n
}
