package codes

import (
	"fmt"
	"math/rand"
	"strings"
	"testing"
)

// account calls Account with the BIK of a bank.
func account(code string) error { return Account(code, "044525700") }

// checks maps names of codes to the functions under test.
var checks = map[string]func(string) error{
	"ИНН": INN, "ИНН организации": INNOrganization, "КПП": KPP, "ОГРН": OGRN, "ОГРНИП": OGRNIP, "БИК": BIK,
	"индекс": PostalIndex, "счёт": account, "телефон": Phone, "почта": Email,
}

func TestCodes(t *testing.T) {
	for _, test := range []struct{ name, code, want string }{
		{"ИНН", "7707083893", ""},
		{"ИНН", "500100732259", ""},
		{"ИНН", "7707083895", "контрольная цифра (последняя) должна быть 3, а стоит 5"},
		{"ИНН", "500100732269", "контрольная цифра (11-я) должна быть 5, а стоит 6"},
		{"ИНН", "500100732250", "контрольная цифра (последняя) должна быть 9, а стоит 0"},
		{"ИНН", "770708389", "10 цифр (у организации) или 12 (у человека), а здесь 9"},
		{"ИНН", "0000000000", "из одних нулей"},
		{"ИНН", "", "код пуст"},
		{"ИНН", "77О7083893", "на 3-м месте русская буква «О», похожая на ноль"},
		{"ИНН", "7707 083893", "на 5-м месте пробел"},
		{"ИНН организации", "500100732259", "10 цифр, а здесь 12, как у человека"},
		{"ИНН организации", "7707083893", ""},
		{"ОГРН", "1027700132195", ""},
		{"ОГРН", "1027700132194", "должна быть 5, а стоит 4"},
		{"ОГРН", "3027700132195", "начинается с 1 или 5, а не с 3"},
		{"ОГРН", "102770013219", "в ОГРН 13 цифр, а здесь 12"},
		{"ОГРНИП", "304500116000157", ""},
		{"ОГРНИП", "304500116000158", "должна быть 7, а стоит 8"},
		{"ОГРНИП", "104500116000157", "начинается с 3, а не с 1"},
		{"КПП", "773601001", ""},
		{"КПП", "7736AB001", ""},
		{"КПП", "7736АС001", "на 5-м месте русская буква «А», похожая на латинскую A"},
		{"КПП", "77361С001", "на 6-м месте русская буква «С», похожая на латинскую C"},
		{"КПП", "7C3601001", "на 2-м месте латинская буква «C»; буквы в КПП бывают только на 5-м и 6-м"},
		{"КПП", "7736ab001", "заглавная латинская"},
		{"КПП", "77360100", "в КПП 9 знаков, а здесь 8"},
		{"КПП", "000000000", "одних нулей"},
		{"БИК", "044525225", ""},
		{"БИК", "016577551", ""},
		{"БИК", "944525225", "начинается с 0, 1 или 2"},
		{"БИК", "04452522", "9 цифр, а здесь 8"},
		{"счёт", "40703810700001449489", ""},
		{"счёт", "40703810700001449488", "не сходится с БИК 044525700"},
		{"счёт", "4070381070000144948", "20 цифр, а здесь 19"},
		{"индекс", "214000", ""},
		{"индекс", "021400", "не начинается с 0"},
		{"индекс", "21400", "6 цифр, а здесь 5"},
		{"индекс", "21400\u200b", "невидимый знак U+200B"},
		{"телефон", "+7 (4812) 38-12-34", ""},
		{"телефон", "8 800 555-35-35", ""},
		{"телефон", "(4812) 38-12-34, доб. 12", ""},
		{"телефон", "38-12-34", ""},
		{"телефон", "+375 17 222-33-44", ""},
		{"телефон", "+7 4812 38-12-3", "после +7 нужно 10 цифр, а здесь 9"},
		{"телефон", "9 800 555-35-35", "начинается с +7 или 8"},
		{"телефон", "4812 38-12", "цифр в номере: 8"},
		{"телефон", "38-12-З4", "на 7-м месте русская буква «З»"},
		{"телефон", "(4812 38-12-34", "скобки"},
		{"телефон", "38-12-34 доб.", "добавочный номер"},
		{"телефон", "+1 23", "от 8 до 15"},
		{"почта", "smolapo@edu.smolensk.ru", ""},
		{"почта", "info@кластер.рф", ""},
		{"почта", "smolapo.edu.ru", "нет знака @"},
		{"почта", "smоlapo@edu.ru", "на 3-м месте русская буква «о»"},
		{"почта", "a@edu", "имя с точкой"},
		{"почта", "a..b@edu.ru", "двойной"},
		{"почта", "a@еdu.ru", "на 4-м месте латинская буква «d»: в слове смешаны"},
		{"почта", "a b@edu.ru", "на 2-м месте пробел"},
		{"почта", "a@e_du.ru", "на 4-м месте знак «_»"},
		{"почта", "@edu.ru", "перед @"},
	} {
		err := checks[test.name](test.code)
		switch {
		case test.want == "" && err != nil:
			t.Errorf("%s %q: %v", test.name, test.code, err)
		case test.want != "" && (err == nil || !strings.Contains(err.Error(), test.want)):
			t.Errorf("%s %q: %v, want %s", test.name, test.code, err, test.want)
		}
	}
}

// TestTreasuryAccount checks accounts with the Bank of Russia, which have their
// own rule.
func TestTreasuryAccount(t *testing.T) {
	if err := Account("40101810045250010041", "044525000"); err != nil {
		t.Error(err)
	}
	if Account("40101810045250010042", "044525000") == nil {
		t.Error("a wrong account was accepted")
	}
	if err := Account("40703810700001449488", ""); err != nil {
		t.Error(err) // no BIK to check against
	}
}

// TestOneWrongDigit checks that exactly one check digit is accepted for a
// number.
func TestOneWrongDigit(t *testing.T) {
	random := rand.New(rand.NewSource(1))
	for range 2000 {
		inn := fmt.Sprintf("%09d", random.Intn(1_000_000_000))
		if strings.Trim(inn, "0") == "" {
			continue
		}
		accepted := 0
		for d := range 10 {
			if INN(inn+fmt.Sprint(d)) == nil {
				accepted++
			}
		}
		if accepted != 1 {
			t.Errorf("%s: %d check digits accepted", inn, accepted)
		}
		ogrn := "1" + fmt.Sprintf("%011d", random.Intn(100_000_000_000))
		accepted = 0
		for d := range 10 {
			if OGRN(ogrn+fmt.Sprint(d)) == nil {
				accepted++
			}
		}
		if accepted != 1 {
			t.Errorf("%s: %d check digits accepted", ogrn, accepted)
		}
	}
}

// FuzzCodes checks that errors have a text and that accepted codes have only
// digits and Latin capitals.
func FuzzCodes(f *testing.F) {
	for _, seed := range []string{"7707083893", "7736АС001", "+7 (4812) 38-12-34", "a@b.ru", "\xff", "٣٤"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, code string) {
		for name, check := range checks {
			err := check(code)
			if err == nil && name != "телефон" && name != "почта" &&
				strings.Trim(code, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ") != "" {
				t.Errorf("%s accepts %q", name, code)
			}
			if err != nil && err.Error() == "" {
				t.Errorf("%s refuses %q without a word", name, code)
			}
		}
	})
}
