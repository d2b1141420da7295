package compare

import (
	"cmp"
	"slices"
	"strings"

	"protokol/generator/internal/printable"
	"protokol/generator/internal/reader"
)

// Words compares the words of a DOCX with those of the reprint of its source.
// Paragraph boundaries are ignored, and so is typography if other rules printed the
// paper.
func Words(paper, reprint *reader.Words, otherRules bool) Report {
	var r Report
	split, compared := fields, changes
	if otherRules {
		split, compared = func(paragraphs []string) []string { return plain(fields(paragraphs)) }, plainChanges
	}
	for _, c := range changes(paper.Body, reprint.Body) {
		before := strings.Fields(strings.Join(c.after, " "))
		for _, w := range compared(fields(c.theirs), fields(c.ours)) {
			if len(w.after) < context {
				w.after = append(before[max(0, len(before)-context+len(w.after)):], w.after...)
			}
			r.differ(0, "%s", w.in("в начале документа"))
		}
	}
	r.parts(paper, reprint, split)
	r.inscriptions(paper.Inscriptions, reprint.Inscriptions, otherRules)
	r.places(paper, reprint, otherRules)
	r.margins(paper.Edges, reprint.Edges, otherRules)
	for _, font := range without(slices.Clone(paper.Fonts), reprint.Fonts) {
		r.differ(0, "слова набраны шрифтом, которого нет в исходном файле: %s", said(font))
	}
	r.form(paper.Form, reprint.Form)
	if paper.Pictures != reprint.Pictures {
		r.differ(0, "рисунков и вставленных объектов %d, а по исходному файлу %d", paper.Pictures, reprint.Pictures)
	}
	r.images(paper.Images, reprint.Images)
	for _, found := range paper.Outside {
		if !slices.Contains(reprint.Outside, found) {
			r.differ(0, "в документе есть то, чего нет в исходном файле: %s", printable.Short(found, 120))
		}
	}
	if paper.Embedded {
		r.differ(0, "вставлены слова из другого файла, которых здесь не прочитать")
	}
	r.unjudged(paper)
	return r
}

// parts compares the words outside the running text of a DOCX.
func (r *Report) parts(paper, reprint *reader.Words, split func(paragraphs []string) []string) {
	for _, part := range []struct {
		where        string
		theirs, ours []string
		more         func(list, other []string) []string
	}{
		{"в надписи или рисунке", paper.Boxes, reprint.Boxes, without},
		{"в номерах списка", paper.Labels, reprint.Labels, without},
		{"среди полей, которые Word заполняет сам,", paper.Fields, reprint.Fields, without},
		{"среди скрытого и нечитаемого (белого, мелкого)", paper.Hidden, reprint.Hidden, beyond},
		{"среди удалённого с пометкой (его показывают зачёркнутым)", paper.Removed, reprint.Removed, beyond},
	} {
		if extra := part.more(split(part.theirs), split(part.ours)); len(extra) > 0 {
			r.differ(0, "%s стоит %s, чего нет в исходном файле", part.where, quote(extra))
		}
		if lost := part.more(split(part.ours), split(part.theirs)); len(lost) > 0 {
			r.differ(0, "%s нет %s, что есть в исходном файле", part.where, quote(lost))
		}
	}
}

// inscriptions reports texts of boxes that have the right words in another order.
func (r *Report) inscriptions(theirs, ours []string, otherRules bool) {
	if otherRules || len(r.Differences) > 0 {
		return
	}
	if extra := without(slices.Clone(theirs), ours); len(extra) > 0 {
		r.differ(0, "в надписи слова стоят в другом порядке: %s", said(extra[0]))
	}
}

// unjudged adds remarks on the content of a DOCX that is not compared.
func (r *Report) unjudged(paper *reader.Words) {
	if paper.Revised {
		r.remark(0, "в документе есть непринятые исправления; "+
			"сверены слова, какими они будут, если исправления принять")
	}
	if paper.Comments {
		r.remark(0, "в документе есть примечания рецензентов; они не сверены")
	}
	if paper.Thumbnail {
		r.remark(0, "в файле есть уменьшенный вид первого листа; он не сверен")
	}
	if paper.Signed {
		r.remark(0, "в документе есть подпись Office; она не проверялась")
	}
}

// form reports the values of form fields, and fields that were added or removed.
func (r *Report) form(theirs, ours []reader.Field) {
	if len(theirs) == 0 && len(ours) > 0 {
		r.differ(0, "полей формы не осталось: их убрала программа, которая сохраняла документ; "+
			"что в них стояло, сказано выше как добавленное")
		return
	}
	issued := map[string]reader.Field{}
	for _, f := range ours {
		issued[f.Name] = f
	}
	for _, f := range theirs {
		was, known := issued[f.Name]
		delete(issued, f.Name)
		switch {
		case !known:
			r.differ(0, "добавлено поле %s: %s", said(cmp.Or(f.Title, f.Name)), said(cmp.Or(answer(f), f.Hint)))
		case f.Kind != was.Kind:
			r.differ(0, "поле %s другого вида, чем в исходном файле", said(was.Title))
		case f.Title != "" && f.Title != was.Title:
			r.differ(0, "поле %s названо иначе: %s", said(was.Title), said(f.Title))
		case f.Off && !(was.Off && f.Checked == was.Checked && f.Hint == was.Hint): // as a template has it
			r.differ(0, "поле %s: отметка стоит только на листе или только в данных поля", said(f.Title))
		case f.Hint != "" && f.Hint != was.Hint && was.Hint != "":
			r.differ(0, "в поле %s вместо подсказки видно %s, а ответа в данных поля нет", said(f.Title), said(f.Hint))
		case answer(f) != answer(was):
			r.answer(0, reader.Annotation{Field: f.Title, Value: answer(f)}, reader.Annotation{Value: answer(was)})
		}
	}
	for _, f := range ours {
		if _, missing := issued[f.Name]; missing {
			r.differ(0, "пропало поле %s", said(f.Title))
		}
	}
}

// answer returns the value of a field in the form used for PDF fields.
func answer(f reader.Field) string {
	if f.Checked {
		return reader.Ticked
	}
	if f.Kind == reader.CheckBox {
		return ""
	}
	return f.Value
}

// without returns the words of a list that another list lacks.
func without(list, other []string) []string {
	has := map[string]bool{}
	for _, word := range other {
		has[word] = true
	}
	return slices.DeleteFunc(list, func(word string) bool { return has[word] })
}

// beyond returns the words of a list that another list has less often.
func beyond(list, other []string) (extra []string) {
	has := map[string]int{}
	for _, word := range other {
		has[word]++
	}
	for _, word := range list {
		if has[word]--; has[word] < 0 {
			extra = append(extra, word)
		}
	}
	return extra
}

// fields returns the words of paragraphs.
func fields(paragraphs []string) []string { return strings.Fields(strings.Join(paragraphs, " ")) }
