// Package codes checks the identification numbers of organizations and people
// in Russian documents, and their phone numbers and e-mail addresses.
//
// Numbers are strings because they may start with zeros. Every function takes one as the user wrote it and returns
// nil, or an error whose text is a Russian clause without a full stop: what is wrong and at which character.
package codes

import (
	"fmt"
	"strings"
)

// INN checks a taxpayer identification number: 10 digits for an organization,
// 12 for a person (приказ ФНС России от 29.06.2012 № ММВ-7-6/435@).
func INN(code string) error {
	if err := digits(code); err != nil {
		return err
	}
	switch len(code) {
	case 10:
		return checkDigit(code, 9, innSum(code, []int{2, 4, 10, 3, 5, 9, 4, 6, 8}))
	case 12:
		if err := checkDigit(code, 10, innSum(code, []int{7, 2, 4, 10, 3, 5, 9, 4, 6, 8})); err != nil {
			return err
		}
		return checkDigit(code, 11, innSum(code, []int{3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8}))
	}
	lost := ""
	if len(code) == 9 || len(code) == 11 {
		lost = "; может быть, таблица потеряла ноль в начале"
	}
	return fmt.Errorf("в ИНН 10 цифр (у организации) или 12 (у человека), а здесь %d%s", len(code), lost)
}

// INNOrganization checks the taxpayer identification number of an organization:
// 10 digits.
func INNOrganization(code string) error {
	if digits(code) == nil && len(code) == 12 {
		return fmt.Errorf("у организации в ИНН 10 цифр, а здесь 12, как у человека")
	}
	return INN(code)
}

// innSum returns the check digit: the weighted sum modulo 11, modulo 10.
func innSum(code string, weights []int) int {
	sum := 0
	for i, w := range weights {
		sum += w * int(code[i]-'0')
	}
	return sum % 11 % 10
}

// OGRN checks the state registration number of an organization: 13 digits, the
// first of which is 1 or 5 (приказ Минфина России от 30.10.2017 № 165н).
func OGRN(code string) error { return register(code, "ОГРН", 13, "15") }

// OGRNIP checks the state registration number of a sole trader: 15 digits, the
// first of which is 3.
func OGRNIP(code string) error { return register(code, "ОГРНИП", 15, "3") }

// register checks a state registration number. The check digit is the last
// digit of the remainder of the other digits divided by length − 2.
func register(code, name string, length int, first string) error {
	if err := digits(code); err != nil {
		return err
	}
	if len(code) != length {
		return fmt.Errorf("в %s %d цифр, а здесь %d", name, length, len(code))
	}
	if !strings.Contains(first, code[:1]) {
		return fmt.Errorf("%s начинается с %s, а не с %c",
			name, strings.Join(strings.Split(first, ""), " или "), code[0])
	}
	remainder := 0
	for _, d := range code[:length-1] {
		remainder = (remainder*10 + int(d-'0')) % (length - 2)
	}
	return checkDigit(code, length-1, remainder%10)
}

// checkDigit compares the digit at an index with the computed check digit.
func checkDigit(code string, at, want int) error {
	if got := int(code[at] - '0'); got != want {
		if at == len(code)-1 {
			return fmt.Errorf("контрольная цифра (последняя) должна быть %d, а стоит %d: где-то опечатка", want, got)
		}
		return fmt.Errorf("контрольная цифра (%d-я) должна быть %d, а стоит %d: где-то опечатка", at+1, want, got)
	}
	return nil
}

// KPP checks a registration reason code: four digits, two digits or Latin
// capitals, three digits (приказ ФНС России № ММВ-7-6/435@).
func KPP(code string) error {
	if err := notAllZeros(code); err != nil {
		return err
	}
	if n := len([]rune(code)); n != 9 {
		return fmt.Errorf("в КПП 9 знаков, а здесь %d", n)
	}
	for i, r := range []rune(code) {
		switch {
		case isDigit(r):
		case i == 4 || i == 5:
			if r < 'A' || r > 'Z' {
				return fmt.Errorf("на %d-м месте %s; здесь цифра или заглавная латинская буква", i+1, describe(r))
			}
		default:
			return fmt.Errorf("на %d-м месте %s; буквы в КПП бывают только на 5-м и 6-м", i+1, describe(r))
		}
	}
	return nil
}

// BIK checks a bank identification code: 9 digits, the first of which is 0, 1
// or 2 (Положение Банка России от 24.09.2020 № 732-П).
func BIK(code string) error {
	if err := digits(code); err != nil {
		return err
	}
	if len(code) != 9 {
		return fmt.Errorf("в БИК 9 цифр, а здесь %d", len(code))
	}
	if code[0] > '2' {
		return fmt.Errorf("БИК начинается с 0, 1 или 2, а не с %c", code[0])
	}
	return nil
}

// Account checks a bank account number of 20 digits (Банк России, 08.09.1997 №
// 515). The sum of the last three digits of the BIK and the digits of the
// account, weighted 7, 1, 3 in turn, must end in zero. For accounts with the
// Bank of Russia itself the prefix is a zero and the fifth and sixth digits of
// the BIK: correspondent accounts (301…), single treasury accounts (40102…),
// and all accounts if the BIK ends in 000 to 002. Treasury accounts (03…) have
// no check digit (приказ Казначейства России от 01.04.2020 № 15н). Without a
// valid BIK only the format is checked.
func Account(account, bik string) error {
	if err := digits(account); err != nil {
		return err
	}
	if len(account) != 20 {
		return fmt.Errorf("в номере счёта 20 цифр, а здесь %d", len(account))
	}
	if BIK(bik) != nil || strings.HasPrefix(account, "03") {
		return nil
	}
	branch := bik[6:]
	if branch <= "002" || strings.HasPrefix(account, "301") || strings.HasPrefix(account, "40102") {
		branch = "0" + bik[4:6]
	}
	sum := 0
	for i, d := range branch + account {
		sum += int(d-'0') * []int{7, 1, 3}[i%3] % 10
	}
	if sum%10 != 0 {
		return fmt.Errorf("контрольная цифра счёта не сходится с БИК %s: где-то опечатка", bik)
	}
	return nil
}
