package laws

import (
	"fmt"
	"strings"

	"protokol/generator/diag"
	"protokol/generator/internal/meeting"
)

// Find returns the law that a meeting names, or nil when it names none. An
// unknown name is a problem.
func Find(list []*Law, m *meeting.Meeting) (*Law, diag.List) {
	if m.Law == "" {
		return nil, nil
	}
	var names []string
	for _, l := range list {
		if l.Name == m.Law {
			return l, nil
		}
		names = append(names, l.Name)
	}
	hint := "есть " + strings.Join(names, ", ") + "; свои добавляют в папку laws своих шаблонов"
	return nil, diag.List{{Key: "law", Message: fmt.Sprintf("нет правил «%s»", m.Law), Hint: hint}}
}

// Notes lists the points that a check by the law cannot decide: what of the law is unknown, clauses that could not be
// established, and personal data.
func (l *Law) Notes() []string {
	var unclear int
	var personal []string
	for _, r := range l.Requisites {
		if r.Clause == "" {
			unclear++
		}
		if r.Personal {
			personal = append(personal, r.What)
		}
	}
	notes := []string{fmt.Sprintf("%s (%s): проверены реквизиты протокола, %d", l.Name, l.Title, len(l.Requisites))}
	if l.Unknown != "" {
		notes = append(notes, fmt.Sprintf("%s: %s", l.Name, l.Unknown))
	}
	if unclear > 0 {
		notes = append(notes, fmt.Sprintf("%s: пункт не установлен у реквизитов: %d; сверьте их с самим текстом",
			l.Name, unclear))
	}
	if len(personal) > 0 {
		notes = append(notes, fmt.Sprintf("%s: персональные данные: %s; их хранят бумага и исходный файл, "+
			"а он вложен в протокол, если тот не напечатан без него", l.Name, strings.Join(personal, "; ")))
	}
	return notes
}

// Suggest returns a note about a law that a meeting does not name and that seems
// to be about it.
func Suggest(list []*Law, m *meeting.Meeting) []string {
	kind := strings.ToLower(m.Kind)
	first, _ := m.Days()
	for _, l := range list {
		fits := m.Law == "" && len(l.About) > 0 && !first.IsZero() && !first.Time().Before(l.Since.Time())
		for _, word := range l.About {
			fits = fits && strings.Contains(kind, word)
		}
		if fits {
			return []string{fmt.Sprintf("обязательные реквизиты (%s) проверит строка law = \"%s\"", l.Title, l.Name)}
		}
	}
	return nil
}
