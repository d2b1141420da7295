package fields

import "testing"

// TestFoldLetters: Latin letters in Russian words are Russian ones, and words of
// another language stay.
func TestFoldLetters(t *testing.T) {
	for _, c := range [][2]string{
		{"нoмep", "номер"}, {"гоpод.имя", "город.имя"}, {"agenda.title", "agenda.title"},
		{"Адрec email", "Адрес email"},
		{"ВОПPОС", "ВОПРОС"}, {"", ""}, {"12-п", "12-п"},
	} {
		if got := FoldLetters(c[0]); got != c[1] {
			t.Errorf("%q: %q, want %q", c[0], got, c[1])
		}
	}
	for _, name := range []string{"нoмер", "но\u200bмер", "\u202aномер\u202c", "НОМEР", "\ufeffномер"} {
		if p := Find(name, nil); p == nil || p.Name() != "номер" {
			t.Errorf("%q is not found", name)
		}
	}
}
