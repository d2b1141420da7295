package russian

import (
	"path/filepath"
	"strings"
	"testing"
)

// TestKindGenitive: a kind of meeting may be given in the nominative or in the genitive. What may be either is read as
// is usual, with a doubt.
func TestKindGenitive(t *testing.T) {
	for _, row := range readTSV(t, filepath.Join("testdata", "kinds.tsv")) {
		f := KindGenitive(row["kind"])
		if f.Text != row["genitive"] || (f.Doubt != "") != (row["doubt"] != "") {
			t.Errorf("%s: %+v, want %s %s", row["kind"], f, row["genitive"], row["doubt"])
		}
	}
}

// TestKindDoubts: a form that may be wrong is not offered for copying, and has a doubt.
func TestKindDoubts(t *testing.T) {
	for kind, part := range map[string]string{
		"парада": "родительным падежом единственного", "тура": "родительным падежом единственного",
		"игры": "именительным падежом множественного", "комиссии": "именительным падежом множественного",
		"обсуждения проекта": "родительным падежом единственного", "показов": "«показов» может быть и именительным",
		"вписания, уточнения": "«вписания» может быть",
	} {
		if f := KindGenitive(kind); !f.Guess || !strings.Contains(f.Doubt, part) {
			t.Errorf("%s: %+v", kind, f)
		}
	}
	if f := KindGenitive(""); f != (Form{}) {
		t.Errorf("no kind: %+v", f)
	}
}

// TestFeminineGenitive: the noun decides, wherever it stands.
func TestFeminineGenitive(t *testing.T) {
	for phrase, want := range map[string]bool{
		"внеочередного заседания":       false,
		"внеочередной конференции":      true,
		"сессии Думы":                   true,
		"встречи":                       true,
		"общего собрания собственников": false,
		"": false, "вскрытия конвертов комиссии": false, "публичных слушаний комиссии": false, "торгов": false,
		"проверки кассы": true, "сдачи экзамена": true, "защиты диссертации": true, "совета школы": false,
		"приёма граждан": false, "отлова": false, "приёма-передачи": false,
	} {
		if FeminineGenitive(phrase) != want {
			t.Errorf("%s: want %v", phrase, want)
		}
	}
}

// TestIsDoneBy: the noun of the body is a commission, not a word made of it or one behind the noun.
func TestIsDoneBy(t *testing.T) {
	for body, want := range map[string]bool{
		"Конкурсная комиссия": true, "комиссия по закупкам": true, "Постоянно действующая комиссия": true,
		"2-я Конкурсная подкомиссия": true, "Рабочая группа": true, "Жюри конкурса": true,
		"Экспертная и счётная комиссии": true, "Комиссионный магазин «Рубин»": false, "Секретариат комиссии": false,
		"Группа компаний «Рубин»": false, "": false,
	} {
		if IsDoneBy("проверки кассы", body) != want {
			t.Errorf("%s: want %v", body, want)
		}
	}
	for text, want := range map[string]bool{"заседания счётной комиссии": true, "осмотра (комиссией)": true,
		"заседания подкомиссии": true, "комиссионного осмотра": false, "в комиссионном магазине": false} {
		if NamesCommission(text) != want {
			t.Errorf("%s: want %v", text, want)
		}
	}
}

func TestPluralGenitive(t *testing.T) {
	for phrase, want := range map[string]bool{
		"публичных слушаний": true, "торгов": true, "консультаций": true, "мероприятий": true, "гонок": true,
		"заседания":                false,
		"внеочередной конференции": false, "схода граждан": false, "отлова": false, "проверки": false,
	} {
		if PluralGenitive(phrase) != want {
			t.Errorf("%s: want %v", phrase, want)
		}
	}
}
