package russian

import (
	"strings"
	"testing"
)

func TestNameFromDative(t *testing.T) {
	for name, want := range map[string]string{"Уважаемой Тиминой О.О.": "Тимина О.О.",
		"Уважаемому г-ну Фролову И.И.": "Фролов И.И.", "г-же Цветковой Анне Ильиничне": "Цветкова Анна Ильинична"} {
		if got, _, ok := NameFrom(name, Dative); got != want || !ok || CaseOfName(name) != Dative {
			t.Errorf("%s: %s, %v", name, got, ok)
		}
	}
	for dative, want := range map[string]string{
		"Громову Олегу Ильичу":              "Громов Олег Ильич",
		"Лужиной Вере Павловне":             "Лужина Вера Павловна",
		"Громову О.И.":                      "Громов О.И.",
		"Лужиной В. П.":                     "Лужина В. П.",
		"В.П. Лужиной":                      "В.П. Лужина",
		"Шевченко Анне Львовне":             "Шевченко Анна Львовна",
		"Ткачуку Льву Павловичу":            "Ткачук Лев Павлович",
		"Толстой Марии Ильиничне":           "Толстая Мария Ильинична",
		"Островскому Павлу Андреевичу":      "Островский Павел Андреевич",
		"Гоголю Игорю Васильевичу":          "Гоголь Игорь Васильевич",
		"Коваль Любови Андреевне":           "Коваль Любовь Андреевна",
		"Римскому-Корсакову Петру Ильичу":   "Римский-Корсаков Петр Ильич",
		"Громов Олег Ильич":                 "", // it is not in the dative
		"Директору ООО «Заря» Громову О.И.": "",
	} {
		if got, _, ok := NameFrom(dative, Dative); got != want || ok != (want != "") {
			t.Errorf("%s: got %q, want %q", dative, got, want)
		}
	}
}

func TestNameFromOtherCases(t *testing.T) {
	for form, want := range map[string]struct {
		c          Case
		nominative string
	}{
		"Громова Олега Ильича":         {Genitive, "Громов Олег Ильич"},
		"Лужиной Веры Павловны":        {Genitive, "Лужина Вера Павловна"},
		"Громова О.И.":                 {Genitive, "Громов О.И."},
		"Лужиной В. П.":                {Genitive, "Лужина В. П."},
		"Шевченко Анны Львовны":        {Genitive, "Шевченко Анна Львовна"},
		"Ткачука Льва Павловича":       {Genitive, "Ткачук Лев Павлович"},
		"Толстой Марии Ильиничны":      {Genitive, "Толстая Мария Ильинична"},
		"Островского Павла Андреевича": {Genitive, "Островский Павел Андреевич"},
		"Гоголя Игоря Васильевича":     {Genitive, "Гоголь Игорь Васильевич"},
		"Черных Никиты Кузьмича":       {Genitive, "Черных Никита Кузьмич"},
		"Лужину Веру Павловну":         {Accusative, "Лужина Вера Павловна"},
		"Громова Илью Ильича":          {Accusative, "Громов Илья Ильич"},
		"Громовым Олегом Ильичом":      {Instrumental, "Громов Олег Ильич"},
		"Лужиной Верой Павловной":      {Instrumental, "Лужина Вера Павловна"},
		"Островским Петром Ильичом":    {Instrumental, "Островский Петр Ильич"},
		"Громов Олег Ильич":            {Genitive, ""}, // it is not in the genitive
	} {
		if got, _, ok := NameFrom(form, want.c); got != want.nominative || ok != (want.nominative != "") {
			t.Errorf("%s: got %q, want %q", form, got, want.nominative)
		}
		if c := CaseOfName(form); want.nominative != "" && !strings.Contains(form, ".") && c != want.c &&
			want.c != Accusative {
			t.Errorf("%s: case %d, want %d", form, c, want.c)
		}
	}
}

func TestPositionFromOtherCases(t *testing.T) {
	for form, want := range map[string]struct {
		c          Case
		nominative string
	}{
		"директора школы":                  {Genitive, "директор школы"},
		"главного врача":                   {Genitive, "главный врач"},
		"генерального директора ООО «А»":   {Genitive, "генеральный директор ООО «А»"},
		"главы района":                     {Genitive, "глава района"},
		"начальника управления":            {Genitive, "начальник управления"},
		"исполняющего обязанности ректора": {Genitive, "исполняющий обязанности ректора"},
		"старшей медсестры":                {Genitive, "старшая медсестра"},
		"директором школы":                 {Instrumental, "директор школы"},
		"главным бухгалтером":              {Instrumental, "главный бухгалтер"},
	} {
		if got, ok := PositionFrom(form, want.c); got != want.nominative || !ok {
			t.Errorf("%s: got %q, want %q", form, got, want.nominative)
		}
		if c := CaseOfPosition(form); c != want.c {
			t.Errorf("%s: case %d, want %d", form, c, want.c)
		}
	}
}

func TestPositionFromDative(t *testing.T) {
	for dative, want := range map[string]string{
		"Директору":                        "Директор",
		"Главному врачу":                   "Главный врач",
		"заведующей":                       "заведующая",
		"Заведующему отделением":           "Заведующий отделением",
		"Главе Вяземского района":          "Глава Вяземского района",
		"Генеральному директору ООО «А»":   "Генеральный директор ООО «А»",
		"Исполняющему обязанности ректора": "Исполняющий обязанности ректора",
		"и.о. директора":                   "и.о. директора",
		"старшей медицинской сестре":       "старшая медицинская сестра",
		"отделу кадров":                    "отдел кадров",
		"Магазину":                         "Магазин",
		"Министерству финансов":            "Министерство финансов",
		"судье":    "судья",
		"Директор": "",
	} {
		if got, ok := PositionFrom(dative, Dative); got != want || ok != (want != "") {
			t.Errorf("%s: got %q, want %q", dative, got, want)
		}
	}
}
