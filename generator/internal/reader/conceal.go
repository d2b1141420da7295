package reader

import (
	"archive/zip"
	"encoding/binary"
	"encoding/xml"
	"io"
	"strconv"
	"strings"
)

// Limits of an honest layout, in twips.
const (
	widestIndent = 9000 // half a page
	leastLine    = 100
)

// conceals says how an element takes words out of sight or shows them only in some
// programs, in Russian; "" when it does not.
func conceals(t xml.StartElement) string {
	number := func(key string) int {
		n, _ := strconv.Atoi(value(t, key))
		return n
	}
	switch t.Name.Local {
	case "framePr":
		return "рамка вокруг абзаца, которая может увести его с листа"
	case "hidden":
		return "скрытая строка таблицы или стиль"
	case "spacing":
		if line := number("line"); value(t, "lineRule") == "exact" && line < leastLine {
			return "строки, сжатые так, что слов не видно"
		}
	case "ind", "tblInd":
		for _, key := range []string{"left", "start", "right", "end", "firstLine", "w"} {
			if n := number(key); n > widestIndent || n < -widestIndent {
				return "отступ, который уводит слова с листа"
			}
		}
	case "pgNum":
		return "номер листа среди слов"
	case "bdo", "dir":
		return "слова в обратном порядке"
	case "document":
		for _, a := range t.Attr {
			if a.Name.Local == "MustUnderstand" || a.Name.Local == "ProcessContent" {
				return "разметка, которую часть программ понимает иначе"
			}
		}
	}
	return ""
}

// ambiguities lists what makes programs read a package in different ways: other bytes
// around it, names that differ in case only (ECMA-376-2, 6.2.2.3), and a type that
// allows macros.
func (a *parts) ambiguities(file []byte, archive *zip.Reader) (found []string, err error) {
	lower := map[string]bool{}
	first := int64(len(file))
	for _, part := range archive.File {
		name := strings.ToLower(part.Name)
		if lower[name] {
			found = append(found, "две части с одним именем")
		}
		lower[name] = true
		if at, err := part.DataOffset(); err == nil {
			first = min(first, at)
		}
	}
	const header, end = 30, 22 // bytes, without names
	if len(file) < header ||
		first != header+int64(binary.LittleEndian.Uint16(file[26:]))+int64(binary.LittleEndian.Uint16(file[28:])) {
		found = append(found, "лишние байты перед документом")
	}
	if at := len(file) - end - len(archive.Comment); at < 0 || string(file[at:at+4]) != "PK\x05\x06" {
		found = append(found, "лишние байты после документа")
	}
	content, err := a.open("[Content_Types].xml")
	if err != nil {
		return found, nil // as good as no type
	}
	defer content.Close()
	types, err := io.ReadAll(io.LimitReader(content, maxRelations))
	if strings.Contains(strings.ToLower(string(types)), "macroenabled") {
		found = append(found, "тип файла, который разрешает макросы")
	}
	return found, err
}
