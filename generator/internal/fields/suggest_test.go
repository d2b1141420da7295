package fields

import (
	"slices"
	"strings"
	"testing"
)

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
		"решения": "вопрос.решения", "голосование.за": "вопрос.голосование.за", "участник,имя": "участник.имя",
		"таблица": "вопрос.таблица.заголовок", "дата:dd.mm.yyyy": "дата", "вопрс.название": "вопрос.название",
		"пердседатель.должнсть": "председатель.должность",
		"вопрос.назв":           "вопрос.название", "участник.долж": "участник.должность",
		"председатель.орг": "председатель.организация",
		"секр":             "секретарь", "секр.": "секретарь", "участник.долж.": "участник.должность", "да": "",
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

// TestSuggestUsable: what is suggested for a misspelt name can be in a template, whatever the name.
func TestSuggestUsable(t *testing.T) {
	var names []string
	var visit func(prefix string, r *Record, depth int)
	visit = func(prefix string, r *Record, depth int) {
		for _, f := range r.fields {
			for _, name := range f.Names {
				names = append(names, prefix+name)
			}
			switch {
			case f.Of == nil || depth == 3:
			case f.Kind == List:
				visit(f.Of.Name+".", f.Of, depth+1)
			default:
				visit(prefix+f.Name()+".", f.Of, depth+1)
			}
		}
	}
	visit("", vocabulary(), 0)
	slices.Sort(names)
	names = append([]string{"en|", "заочно|", "особое мнение.имя.должность|", "доклад,кто"}, names...)
	for k := 0; k < len(names); k += 1 + min(k/4, 1)*40 {
		letters := []rune(names[k])
		typed := string(letters[:len(letters)-1])
		found := Suggest(typed, nil)
		if asked, ok := strings.CutPrefix(found, "если "); ok {
			if p := Find(asked, nil); p == nil || p.Kind() != Flag {
				t.Errorf("%s: %s", typed, found)
			}
			continue
		}
		words := strings.Split(found, " | ")
		filters, err := ParseFilters(words[1:])
		if found == "" {
			continue
		}
		if p := Find(words[0], nil); p == nil || err != nil || p.Kind() == Flag || found == "end" ||
			filters.check(p.Kind(), p.Name()) != nil {
			t.Errorf("%s: %s", typed, found)
		}
	}
}

// TestEach: «для каждого» stands in the gender of the items.
func TestEach(t *testing.T) {
	for items, want := range map[string]string{"вопроса": "для каждого", "подписи": "для каждой",
		"строки шапки": "для каждой", "получателя копии": "для каждого", "данных": "для каждых",
		"приглашённого": "для каждого", "голоса": "для каждого", "особого мнения": "для каждого"} {
		if got := Each(items); got != want {
			t.Errorf("%s: %q, want %q", items, got, want)
		}
	}
}
