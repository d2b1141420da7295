package reader

import (
	"encoding/xml"
	"errors"
	"io"
	"slices"

	"protokol/generator/internal/opc"
)

// settings reports settings that change which words are visible, on screen or in print (ECMA-376-1, 17.15).
func (a *parts) settings(w *Words, name string) error {
	content, err := a.open(name)
	if err != nil {
		return err
	}
	defer content.Close()
	var root xml.StartElement
	depth, parent := 0, ""
	for decoder := opc.NewLimited(content, &a.elements); ; {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			a.version(isStrict(root.Name.Space))
			return nil
		}
		if err != nil {
			return unreadable(err, "настройки DOCX не читаются")
		}
		switch t := token.(type) {
		case xml.EndElement:
			depth--
		case xml.StartElement:
			if depth++; depth == 1 {
				root = t
			}
			if isMixed(t, isStrict(root.Name.Space)) {
				w.Outside = append(w.Outside, mixedVersions)
			}
			if isMisread(t) {
				w.Outside = append(w.Outside, ambiguous)
			}
			if !slices.Contains(wordML, t.Name.Space) {
				continue // an extension
			}
			what := ""
			switch depth {
			case 2:
				parent, what = t.Name.Local, setting(t)
			case 3:
				what = conceals(t, parent) // such as the numbers of notes
			}
			if what != "" {
				w.Outside = append(w.Outside, what)
			}
		}
	}
}

const evenHeaders = "свои колонтитулы на чётных листах"

func setting(t xml.StartElement) string {
	if name := t.Name.Local; !knownSettings[name] {
		return "настройка, которую программа не знает: " + name
	}
	switch t.Name.Local {
	case "view":
		if kind := value(t, "val"); kind != "print" && kind != "none" && kind != "normal" {
			return "показ не по листам: " + kind
		}
	case "defaultTabStop":
		if outside(t, 0, widestMargin, "val") {
			return "место табуляции за краем листа"
		}
	case "mailMerge":
		return "слияние с данными из другого файла"
	case "evenAndOddHeaders":
		if isOn(value(t, "val")) {
			return evenHeaders
		}
	case "printFormsData":
		if isOn(value(t, "val")) {
			return "печать одних полей формы без остальных слов"
		}
	case "clrSchemeMapping":
		for _, a := range t.Attr {
			if usual := usualColors[a.Name.Local]; usual != "" && a.Value != usual {
				return "цвета букв и листа поменяны местами"
			}
		}
	}
	return ""
}

// usualColors are the colors of the theme by what they are for (17.15.1.20).
var usualColors = map[string]string{"bg1": "light1", "t1": "dark1", "bg2": "light2", "t2": "dark2",
	"accent1": "accent1", "accent2": "accent2", "accent3": "accent3", "accent4": "accent4", "accent5": "accent5",
	"accent6": "accent6", "hyperlink": "hyperlink", "followedHyperlink": "followedHyperlink"}
