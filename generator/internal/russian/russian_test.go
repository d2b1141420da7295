package russian

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestDates(t *testing.T) {
	if got := DateDigits(2017, 11, 20); got != "20.11.2017" {
		t.Error(got)
	}
	if got := DateWords(2026, 3, 1); got != "1\u00a0марта\u00a02026\u00a0г." {
		t.Error(got) // no leading zero: ГОСТ Р 7.0.97, 5.10
	}
}

func TestReadDate(t *testing.T) {
	for text, want := range map[string]string{
		"20.11.2017": "20.11.2017", "1.3.2026": "01.03.2026", "2017-11-20": "20.11.2017", "20/11/2017": "20.11.2017",
		"20.11.2017 г.": "20.11.2017", "«20» ноября 2017 г.": "20.11.2017",
		"1\u00a0Марта\u00a02026\u00a0года": "01.03.2026",
		"31.02.2026": "", "": "", "20.11.17": "", "ноябрь 2017": "", "20 ноябрь 2017": "",
		"20 нояб. 2017 г.": "20.11.2017", "20 ноя 2017": "20.11.2017", "5 мая 2026": "05.05.2026",
		"5 сент. 2026": "05.09.2026", "20.11.2017 12:00": "20.11.2017", "20.11.2017 0:00:00": "20.11.2017",
		"2017-11-20T00:00:00Z": "20.11.2017", "2017-11-20 00:00:00.000": "20.11.2017",
		"20 м 2017": "", "20 ма 2017": "", "12:00": "", "в 12:00": "", "20.11 12:00": "", "01.02.03": "",
		"20.11.2017 и 21.11.2017": "", "2017.20.11": "",
	} {
		got := ""
		if year, month, day, ok := ReadDate(text); ok {
			got = DateDigits(year, month, day)
		}
		if got != want {
			t.Errorf("%q is read as %q", text, got)
		}
	}
}

func TestShort(t *testing.T) {
	for _, test := range []struct{ full, before, after string }{
		{"Чуранов Василий Сергеевич", "В.С.~Чуранов", "Чуранов~В.С."},
		{"Старко Юлия", "Ю.~Старко", "Старко~Ю."},
		{"Гасанов Али Мамед оглы", "А.М.~Гасанов", "Гасанов~А.М."},
		{"Петров-Водкин Кузьма Сергеевич", "К.С.~Петров-Водкин", "Петров-Водкин~К.С."},
		{"Иванова Анна-Мария", "А.-М.~Иванова", "Иванова~А.-М."},
		{"Вольтер", "Вольтер", "Вольтер"},
		{"", "", ""},
	} {
		nbsp := func(s string) string { return strings.ReplaceAll(s, "~", "\u00a0") }
		if got := Short(test.full, Before); got != nbsp(test.before) {
			t.Errorf("%s: %q", test.full, got)
		}
		if got := Short(test.full, After); got != nbsp(test.after) {
			t.Errorf("%s: %q", test.full, got)
		}
	}
}

// TestBind checks where line breaks are forbidden. "~" stands for a no-break
// space.
func TestBind(t *testing.T) {
	for _, want := range []string{
		"Направить Губернатору Островскому~А.~В. информацию",
		"доклад Ивановой~А.А. о формировании",
		"доклад П.~И.~Образцова об итогах",
		"протокол №~5 от 20.11.2017",
		"в срок до 30~ноября~2017~г. включительно",
		"на IV~квартал 2017~г. и 2018~г.",
		"по ст.~9 и п.~1.2 положения",
		"сумма 1~250~000~руб. и 5~%",
		"воздержались~– 10 (10~%).",
		"председатель~— Образцов",
		"за~– 12, против~– 0",
		"не меньше 16~часов и 8~человек",
		"и.~о. директора ОГБПОУ",
		"г.~Смоленск, ул.~Примерная, д.~7",
		"ООО «Твинс технологии»",
		"Секретарь –Белокопытов",
		"слово и ещё слово. Потом В доме",
		"",
	} {
		plain := strings.ReplaceAll(want, "~", " ")
		want = strings.ReplaceAll(want, "~", "\u00a0")
		got := Bind(plain)
		if got != want {
			t.Errorf("%q\n got %q\nwant %q", plain, got, want)
		}
		if again := Bind(got); again != got {
			t.Errorf("not idempotent: %q becomes %q", got, again)
		}
	}
}

// FuzzBind checks that only spaces change.
func FuzzBind(f *testing.F) {
	f.Add("Островскому А. В. от 30 ноября 2017 г. — № 5")
	f.Fuzz(func(t *testing.T, s string) {
		if strings.Contains(s, "\x00") || !utf8.ValidString(s) {
			t.Skip("refused when the input is read")
		}
		if got := strings.ReplaceAll(Bind(s), "\u00a0", " "); got != strings.ReplaceAll(s, "\u00a0", " ") {
			t.Errorf("%q became %q", s, got)
		}
		words := fields(s)
		for i := range max(len(words)-1, 0) {
			before, after := trimOpening(words[i]), trimClosing(words[i+1])
			if areOrdinaryWords(words[i], words[i+1]) &&
				(isDash(words[i+1]) || bindsInitials(words, i, before, after) ||
					bindsReference(before, after) || bindsNumber(before, after)) {
				t.Errorf("%q %q are no mere words", words[i], words[i+1])
			}
		}
	})
}

func BenchmarkBind(b *testing.B) {
	text := "Направить Губернатору Смоленской области Островскому А. В. информацию в срок до 30 ноября 2017 г."
	b.ReportAllocs()
	for b.Loop() {
		Bind(text)
	}
}

// TestTypeset checks corrections. "~" stands for a no-break space.
func TestTypeset(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{`ООО "Твинс технологии"`, "ООО «Твинс технологии»"},
		{`АО "Концерн "Заря""`, "АО «Концерн „Заря“»"},
		{"АО «Концерн «Заря»»", "АО «Концерн «Заря»»"},
		{"АО «НПО «Измеритель»", "АО «НПО «Измеритель»"}, // unbalanced quotes are left alone
		{`("Заря", “Восход”)`, "(«Заря», «Восход»)"},
		{`экран 15" и "Заря"`, `экран 15" и «Заря»`},
		{`слово" и`, `слово" и`},
		{"председатель - Образцов", "председатель~— Образцов"},
		{"председатель -- Образцов", "председатель~— Образцов"},
		{"председатель – Образцов", "председатель~– Образцов"}, // an en dash is kept
		{"веб-отдел и 1-й этап", "веб-отдел и 1-й этап"},
		{"на 2017-2020 годы", "на 2017–2020~годы"},
		{"телефон 2017-2020 добавочный", "телефон 2017-2020 добавочный"},
		{"приказ N 5 и №12-р", "приказ №~5 и №~12-р"},
		{"оксид N2O, N-й", "оксид N2O, N-й"},
		{"и так далее...", "и так далее…"},
		{"и......", "и......"},
		{"два  пробела,   три", "два пробела, три"},
		{"«Заря» — №~5 „так“", "«Заря»~— №~5 „так“"},
		{"", ""},
	} {
		want := strings.ReplaceAll(test.want, "~", "\u00a0")
		got := Typeset(strings.ReplaceAll(test.text, "~", "\u00a0"))
		if got != want {
			t.Errorf("%q\n got %q\nwant %q", test.text, got, want)
		}
		if again := Typeset(got); again != got {
			t.Errorf("not idempotent: %q becomes %q", got, again)
		}
	}
}

// FuzzTypeset checks that Typeset is idempotent.
func FuzzTypeset(f *testing.F) {
	for _, seed := range []string{
		`АО "Концерн "Заря"" - N 5... 2017-2020  гг.`, "\u00a0 \u00a0- --", `"" «»„ 1"`, "№№5 NN5 N5 N",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		once := Typeset(s)
		if again := Typeset(once); again != once {
			t.Errorf("%q\nonce  %q\ntwice %q", s, once, again)
		}
	})
}
