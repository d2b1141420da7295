package collect

import (
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"

	"protokol/generator/diag"
	"protokol/generator/internal/origin"
	"protokol/generator/internal/reader"
)

// Problems of files that are not filled forms.
var (
	blank = diag.Problem{Message: "форма не заполнена: в ней нет ни одного ответа",
		Hint: "проверьте, тот ли файл прислали: бывает, что заполненный сохранили под другим именем"}
	xfa = diag.Problem{Message: "это форма XFA (Adobe LiveCycle), такие не читаются",
		Hint: "попросите заполнить форму, которую вы разослали"}
	scan = diag.Problem{Message: "это снимок листов: в файле нет ни полей, ни текста",
		Hint: "впишите данные в таблицу сами или попросите прислать файл, в котором форму заполняли"}
	flattened = diag.Problem{Message: "это форма, но полей в ней уже нет: они сплющены, ответы стали текстом листа",
		Hint: "попросите прислать файл, в котором форму заполняли: «Сохранить», а не «Печать»; или впишите ответы в " +
			"таблицу сами"}
	renamed = diag.Problem{
		Message: "похоже на форму, но имена её полей потеряны: файлы объединяли или брали из них страницы",
		Hint:    "попросите прислать файл в том виде, в каком его сохранили после заполнения",
	}
	faded = diag.Problem{
		Message: "ответов в форме не видно: она не заполнена, или поля потеряны, когда её пересохраняли",
		Hint:    "если в файле есть ответы, попросите прислать его в том виде, в каком его сохранили после заполнения",
	}
	noFields = diag.Problem{
		Message: "в файле нет полей формы",
		Hint:    "если это не форма, уберите его из папки",
		Code:    diag.CodeFillable,
	}
	otherText = diag.Problem{
		Message: "это текст не в формате DOCX",
		Hint: "откройте его и сохраните как «Документ Word (.docx)»; если полей в нём не осталось, попросите заполнить " +
			"форму заново",
	}
	paper = diag.Problem{Message: "это документ protokol, но не форма: полей для заполнения в нём нет",
		Hint: "возьмите форму с полями", Code: diag.CodeFillable}
)

// refusePDF identifies a PDF without fields of ours.
func refusePDF(pdf *reader.PDF, fields []reader.Widget, attached []origin.Attachment) error {
	const enough = 10 // pages
	var said strings.Builder
	for page := range min(pdf.Pages(), enough) {
		text, err := pdf.Text(page)
		if err != nil {
			return unreadable(err)
		}
		pdf.Earn(text)
		said.WriteString(text + "\n")
	}
	words := strings.TrimSpace(said.String()) != ""
	err := refuse(fields, attached, words)
	if err == noFields && looksLikeOurs(said.String()) {
		return flattened
	}
	return err
}

// refuse identifies a file without fields of our forms. Signature fields do not count: all of our papers have them.
func refuse(fields []reader.Widget, attached []origin.Attachment, words bool) error {
	fields = slices.DeleteFunc(
		slices.Clone(fields),
		func(f reader.Widget) bool { return f.Kind == reader.SignatureField },
	)
	from, err := origin.Find(attached)
	switch {
	case len(fields) > 0 && !slices.ContainsFunc(fields, func(f reader.Widget) bool { return !isLastName(f.Name) }):
		return renamed
	case len(fields) > 0:
		return diag.Problem{
			Message: fmt.Sprintf("это чужая форма: полей в ней %d, знакомых нет", len(fields)),
			Hint:    "попросите заполнить форму, которую вы разослали",
		}
	case err == nil && from.Fillable:
		return flattened
	case err == nil:
		return paper
	case !words:
		return scan
	}
	return noFields
}

// leftOut reports the content of a PDF outside its forms: answers in fields with unknown names, and pages that look
// like forms without fields.
func leftOut(pdf *reader.PDF, widgets []reader.Widget, groups []*group) (problems diag.List, err error) {
	known, withFields := map[int]bool{}, map[int]bool{}
	for _, g := range groups {
		for _, a := range g.fields {
			known[a.place] = true
			withFields[a.Page] = true
		}
	}
	lost := map[int]int{} // fields by page
	for i, w := range widgets {
		if !known[i] && w.Kind != reader.SignatureField && !isEmpty(w.Field) {
			lost[w.Page]++
			withFields[w.Page] = true
		}
	}
	for _, page := range slices.Sorted(maps.Keys(lost)) {
		message := "на листе %d есть ответы в полях, имена которых потеряны или неизвестны: %d; они не взяты"
		problems = append(problems, diag.Problem{Hint: renamed.Hint, Message: fmt.Sprintf(message, page+1, lost[page])})
	}
	const enough = 50 // pages
	for page := range min(pdf.Pages(), enough) {
		if withFields[page] {
			continue
		}
		text, err := pdf.Text(page)
		if err != nil {
			return nil, err
		}
		pdf.Earn(text)
		if looksLikeOurs(text) {
			message := "лист %d похож на форму, но полей на нём нет: если это ещё одна форма, её ответы не взяты"
			problems = append(problems, diag.Problem{Severity: diag.Warning, Hint: flattened.Hint,
				Message: fmt.Sprintf(message, page+1)})
		}
	}
	return problems, nil
}

// isLastName reports whether a name is the last part of a field name of ours: some
// programs drop the parts before the full stop.
func isLastName(name string) bool {
	for _, kind := range Kinds {
		for _, q := range kind.Questions {
			if strings.HasSuffix(q.Key, "."+name) {
				return true
			}
		}
	}
	return false
}

// looksLikeOurs reports whether a text has the title of one of our forms.
func looksLikeOurs(text string) bool {
	text = strings.ToLower(oneLine(text))
	return strings.Contains(text, "заявление") && strings.Contains(text, "о вступлении в") &&
		strings.Contains(text, "полное наименование") ||
		strings.Contains(text, "согласие на обработку персональных данных")
}

// Refusal identifies a file that is neither PDF nor DOCX by its name and first bytes.
func Refusal(name string, file []byte) diag.Problem {
	switch extension := strings.ToLower(path.Ext(name)); {
	case len(file) == 0:
		return diag.Problem{Message: "файл пуст", Hint: "попросите прислать ещё раз"}
	case reader.IsOLE(file):
		return diag.Problem{
			Message: "это документ старого Word или документ с паролем",
			Hint:    "откройте его и сохраните без пароля как «Документ Word (.docx)»",
		}
	case slices.Contains([]string{".jpg", ".jpeg", ".png", ".tif", ".tiff", ".bmp", ".gif", ".heic", ".webp"},
		extension):
		return diag.Problem{Message: "это снимок, а не файл формы", Hint: scan.Hint}
	case slices.Contains([]string{".zip", ".rar", ".7z", ".eml", ".msg"}, extension):
		return diag.Problem{
			Message: "это архив или письмо, внутрь них программа не заглядывает",
			Hint:    "достаньте оттуда файлы",
		}
	case slices.Contains([]string{".odt", ".rtf", ".doc", ".docm", ".pages"}, extension):
		return otherText
	}
	return diag.Problem{Message: "это не PDF и не DOCX", Hint: "формы возвращаются в том же виде, в каком их разослали"}
}
