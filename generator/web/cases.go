package web

import (
	"net/http"

	"protokol/generator"
)

// word is a name, a position or a body with its case forms.
type word struct {
	Text  string
	Key   string // of the word in the file
	Forms []caseForm
}

// caseForm is a form that the papers print.
type caseForm struct {
	Field Field
	Doubt string
	Given bool // the file states it
}

// caseKeys are the keys of [forms] by the names of the cases.
var caseKeys = map[string]string{"родительный": "genitive", "дательный": "dative", "винительный": "accusative",
	"творительный": "instrumental", "предложный": "prepositional"}

// cases sends the case forms that the papers of a meeting print, with fields to correct them.
func (s *Server) cases(w http.ResponseWriter, r *http.Request) error {
	name := r.FormValue("file")
	data, err := s.readTOML(name)
	if err != nil {
		return err
	}
	g, m, problems, err := s.parse(name, data)
	if err != nil {
		return err
	}
	if m == nil {
		return failf(http.StatusUnprocessableEntity, "Сначала исправьте ошибки: %s.", problems.List[0].Message)
	}
	sheet, problems, err := g.Forms(r.Context(), m)
	if err != nil {
		return err
	}
	if sheet == nil {
		return failf(http.StatusUnprocessableEntity, "Не хватает данных: %s.", problems.List[0].Message)
	}
	return s.show(w, http.StatusOK, "cases", wordsOf(sheet.Forms))
}

func wordsOf(forms []generator.Form) (list []word) {
	for _, f := range forms {
		key, known := caseKeys[f.Case]
		if !known {
			continue
		}
		if n := len(list); n == 0 || list[n-1].Text != f.Text {
			list = append(list, word{Text: f.Text, Key: f.Key})
		}
		path := []any{"forms", f.Text, key}
		field := Field{Path: pathText(path), Key: keyText(path), Kind: kindText, Name: key, Set: true, Value: f.Form,
			Label: capital(f.Case), Title: f.Text}
		field.ID = fieldID("cases." + field.Key)
		last := &list[len(list)-1]
		last.Forms = append(last.Forms, caseForm{field, f.Doubt, f.Explicit})
	}
	return list
}
