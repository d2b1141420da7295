package collect

import (
	"strings"

	"protokol/generator/diag"
	"protokol/generator/internal/reader"
	"protokol/generator/internal/table"
)

// read makes a form of its fields. It returns nil if all are empty.
func (g *group) read(file string) *Form {
	f := &Form{Kind: g.kind, File: file, page: g.page, answers: map[string]string{}}
	written := f.written(g.fields)
	any := false
	for _, q := range f.Kind.Questions {
		field := written[q.Key]
		delete(written, q.Key)
		if answer := f.understand(q, field.Field); answer != "" {
			f.answers[q.Key] = answer
			any = any || !q.given
		}
		any = f.compareShown(q, field) || any
	}
	if !any {
		return nil
	}
	f.warnUnseen(g)
	f.unknownFields(g.fields, written)
	f.Kind.settle(f)
	f.missing()
	return f
}

// written returns the fields by the questions that they answer: of several the
// first with an answer.
func (f *Form) written(fields []answered) map[string]answered {
	written := map[string]answered{}
	for _, field := range fields {
		switch first, again := written[field.key]; {
		case !again || isEmpty(first.Field):
			written[field.key] = field
		case !isEmpty(field.Field) && (first.Value != field.Value || first.Checked != field.Checked):
			f.wrong(field.key, shorten(field.Value), "в файле на этот вопрос есть и другой ответ",
				"сверьте с файлом и впишите в таблицу верный")
		}
	}
	return written
}

func isEmpty(f reader.Field) bool { return strings.TrimSpace(answerOf(f)) == "" && !f.Checked }

// unknownFields reports answers to questions that this version does not know.
func (f *Form) unknownFields(fields []answered, left map[string]answered) {
	for _, field := range fields {
		if unknown, ok := left[field.key]; ok && !isEmpty(unknown.Field) && unknown.Kind == reader.TextField {
			delete(left, field.key)
			f.Problems = append(
				f.Problems,
				diag.Problem{
					Severity: diag.Warning,
					Key:      shorten(table.Clean(field.Name)),
					Message:  "такого поля эта программа не знает, ответ не взят",
					Hint:     "форма сделана другой версией программы?",
				},
			)
		}
	}
}

func (f *Form) warn(message, hint string) {
	f.Problems = append(f.Problems, diag.Problem{Severity: diag.Warning, Message: message, Hint: hint})
}
