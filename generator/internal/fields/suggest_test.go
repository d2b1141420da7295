package fields

import "testing"

// TestSuggest: the hint of an unknown name says what to type, filters included.
func TestSuggest(t *testing.T) {
	for name, want := range map[string]string{
		"дата / цифрами": "дата | цифрами", "председатель: кому": "председатель | кому",
		"председатель (кому)": "председатель | кому", "секретарь инициалы после": "секретарь | инициалы после",
		"дата - прописью": "дата | прописью", "председателю": "председатель | кому", "секретаря": "секретарь | рд",
		"секретарём": "секретарь | кем", "ФИО председателя": "председатель | полностью",
		"должность секретаря": "секретарь.должность", "Ф.И.О. председателя": "председатель | полностью",
		"дата протокола": "дата", "место заседания": "место", "дтаа": "дата",
		"ghtlctlfntkm": "председатель", "yjvth": "номер", "совершенно непонятное": "",
	} {
		if got := Suggest(name, nil); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}

// TestSeveral: «для всех …» takes the genitive plural.
func TestSeveral(t *testing.T) {
	for _, name := range []string{"вопросов", "участников", "решений", "голосов", "приглашённых",
		"приложений", "людей"} {
		if FindList(name, nil) == nil {
			t.Errorf("no list «%s»", name)
		}
	}
}
