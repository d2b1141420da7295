package fields

import (
	"fmt"
	"strconv"
	"strings"

	"protokol/generator/internal/meeting"
	"protokol/generator/internal/russian"
)

// dateWritings adds a day in the writings of papers, also in those that no name
// prints.
func dateWritings(d meeting.Date, printed string, add adder) {
	digits := russian.DateDigits(d.Year, d.Month, d.Day)
	words := russian.DateWords(d.Year, d.Month, d.Day)
	bare := strings.TrimSuffix(words, "\u00a0г.")
	month := russian.MonthGenitive(d.Month)
	spelled := russian.DateSpelled(d.Year, d.Month, d.Day)
	quoted := fmt.Sprintf("«%02d» %s %d г.", d.Day, month, d.Year)
	if printed != words {
		add("", printed, printed, false)
		words = ""
	}
	add("цифрами", digits, digits, false)
	for _, other := range []string{fmt.Sprintf("%02d.%02d.%02d", d.Day, d.Month, d.Year%100),
		fmt.Sprintf("%d.%02d.%d", d.Day, d.Month, d.Year), fmt.Sprintf("%d.%d.%d", d.Day, d.Month, d.Year),
		fmt.Sprintf("%02d/%02d/%d", d.Day, d.Month, d.Year), fmt.Sprintf("%02d-%02d-%d", d.Day, d.Month, d.Year),
		fmt.Sprintf("%d-%02d-%02d", d.Year, d.Month, d.Day)} {
		add("цифрами", other, digits, false)
	}
	if words != "" {
		add("", bare+" г.", words, false)
		add("", fmt.Sprintf("%02d %s %d г.", d.Day, month, d.Year), words, false)
		add("", bare+"г.", words, false)
		add("", bare+" г", words, false)
		add("без г.", bare, bare, false)
	}
	add("с годом", bare+" года", bare+" года", false)
	add("в кавычках", quoted, quoted, false)
	add("в кавычках", fmt.Sprintf("«%d» %s %d г.", d.Day, month, d.Year), quoted, false)
	add("в кавычках", strings.TrimSuffix(quoted, " г.")+" года", quoted, false)
	add("в кавычках | без г.", strings.TrimSuffix(quoted, " г."), strings.TrimSuffix(quoted, " г."), false)
	add("прописью", spelled, spelled, false)
	genitive := russian.DateSpelledGenitive(d.Year, d.Month, d.Day)
	add("прописью в родительном", genitive, genitive, false)
}

// clockWritings adds a time of day in the writings of papers, also in those that no name prints.
func clockWritings(hour, minute int, printed string, add adder) {
	digits, words := timeWritings(hour, minute)
	for _, other := range digits {
		add("", other, printed, false)
	}
	for _, other := range words {
		add("часами и минутами", other, russian.ClockTime(hour, minute), false)
	}
}

// timeWritings returns writings of a time of day in digits, «12:00», and with words, «12 ч. 00 мин.».
func timeWritings(hour, minute int) (digits, words []string) {
	parts := strings.Fields(russian.ClockTime(hour, minute))
	units := [][2]string{{" " + parts[1] + " ", " " + parts[3]}, {" час. ", " мин."}, {" час ", " мин."},
		{" ч. ", " мин."}, {" ч ", " мин."}, {" ч. ", " м."}, {" ч ", " м."}, {"ч. ", "мин."}, {"ч ", "мин."},
		{"ч.", "мин."}, {"ч", "мин."}, {"ч. ", "м."}, {"ч.", "м."}, {"ч", "м."}}
	for _, h := range []string{parts[0], fmt.Sprintf("%02d", hour)} {
		for _, sign := range []string{".", ":", "-"} {
			digits = append(digits, h+sign+parts[2])
		}
		for _, unit := range units {
			words = append(words, h+unit[0]+parts[2]+unit[1])
			if parts[2] != strconv.Itoa(minute) {
				words = append(words, h+unit[0]+strconv.Itoa(minute)+unit[1])
			}
		}
	}
	return digits, words
}

// timeOfDay returns the hour and the minute of a time of day.
func timeOfDay(text string) (hour, minute int, ok bool) {
	h, m, ok := cutTime(text)
	hour, _ = strconv.Atoi(h)
	minute, _ = strconv.Atoi(m)
	return hour, minute, ok && hour < 24 && minute < 60
}

// cutTime returns the digits of a time of day before and after the sign.
func cutTime(text string) (hour, minute string, ok bool) {
	hour, minute, ok = strings.Cut(strings.Replace(text, ".", ":", 1), ":")
	ok = ok && hour != "" && len(hour) <= 2 && len(minute) == 2 && strings.Trim(hour+minute, "0123456789") == ""
	return hour, minute, ok
}
