package russian

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// procedures are what commissions do, in the nominative, with their genitives.
var procedures = map[string]string{
	"рассмотрение": "рассмотрения", "вскрытие": "вскрытия", "открытие": "открытия", "подведение": "подведения",
	"сопоставление": "сопоставления", "сравнение": "сравнения", "ранжирование": "ранжирования",
	"обследование": "обследования", "согласование": "согласования", "освидетельствование": "освидетельствования",
	"утверждение": "утверждения", "определение": "определения", "обсуждение": "обсуждения", "оценка": "оценки",
	"проверка": "проверки", "переторжка": "переторжки", "приёмка": "приёмки", "приемка": "приемки", "осмотр": "осмотра",
	"отбор": "отбора", "допуск": "допуска", "инвентаризация": "инвентаризации", "экспертиза": "экспертизы",
}

// proceduresGenitive returns the genitive of several procedures, with what they are about: «рассмотрение, оценка и
// сопоставление заявок», «вскрытие конвертов и рассмотрение заявок». Each begins the phrase or stands behind a comma or
// a conjunction; what they are about is in the genitive already. A procedure elsewhere, as in «поданных на отбор и
// допуск», or a participle in the nominative, «проведённая комиссией», leaves open what the others depend on.
func proceduresGenitive(kind string) (genitive string, ok bool) {
	words, found, begins := strings.Split(kind, " "), 0, true
	for i, word := range words {
		bare := strings.TrimRight(word, ",")
		to, known := procedures[strings.ToLower(bare)]
		switch {
		case begins && known:
			_, size := utf8.DecodeRuneInString(bare)
			words[i] = bare[:size] + to[size:] + word[len(bare):]
			found++
		case i == 0, known, begins && isNominativeModifier(bare):
			return "", false
		}
		begins = bare != word || inList(bare, "и или")
	}
	return strings.Join(words, " "), found > 1
}

// isNominativeModifier reports whether a word has the ending of an adjective or participle in the nominative.
func isNominativeModifier(word string) bool {
	return slices.ContainsFunc([]string{"ая", "яя", "ое", "ее", "ый", "ий", "аяся", "ееся", "ийся"},
		func(ending string) bool { return strings.HasSuffix(word, ending) })
}
