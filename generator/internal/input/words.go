package input

import (
	"fmt"
	"strings"
	"time"

	"protokol/generator/diag"
	"protokol/generator/internal/meeting"
	"protokol/generator/internal/tomlfile"
)

// misplaced improves the remedy for missing keys of the whole file that are in one of its sections, where they mean
// something else.
func misplaced(file *tomlfile.File, problems diag.List) {
	for i, p := range problems {
		if strings.ContainsAny(p.Key, ".[") || file.Has(p.Key) {
			continue
		}
		if at, ok := file.Misplaced(p.Key); ok {
			problems[i].Hint += fmt.Sprintf("; в разделе %s такой ключ есть (строка %d): если он обо всём заседании, "+
				"перенесите его выше %s", at.Section, at.Line, at.Above)
		}
	}
}

// numbers removes the sign № from numbers: papers print it themselves.
func numbers(file *tomlfile.File, m *meeting.Meeting) (problems diag.List) {
	m.EachNumber(func(key string, number *string) {
		bare, had := meeting.BareNumber(*number)
		if !had {
			return
		}
		problems = append(problems, file.Locate(diag.Problem{Severity: diag.Warning, Key: key,
			Message: fmt.Sprintf("знак № программа ставит сама; напечатано «№ %s»", bare),
			Hint:    "уберите его: number = " + tomlfile.Quote(bare)}))
		*number = bare
	})
	return problems
}

// clocks warns of times of day in dates, which are not printed.
func clocks(file *tomlfile.File, known explained) (problems diag.List) {
	file.Values(func(key string, value any) {
		t, ok := value.(time.Time)
		if !ok || t.Year() == 0 || t.Hour() == 0 && t.Minute() == 0 || known.has(key) {
			return
		}
		name := key[strings.LastIndexByte(key, '.')+1:]
		hint := fmt.Sprintf("дата пишется так: %s = %s", name, t.Format(time.DateOnly))
		if name == "date" {
			hint += fmt.Sprintf("; время начала — строкой start = \"%s\"", t.Format("15:04"))
		}
		problems = append(problems, file.Locate(diag.Problem{Severity: diag.Warning, Key: key,
			Message: "время в дате не печатается: " + t.Format("15:04"), Hint: hint}))
	})
	return problems
}

// escaped recognizes the name of a file in which an escape sequence took the
// place of a backslash and a letter (TOML 1.0, String): "img\new.png".
func escaped(name string) (message, hint string, ok bool) {
	return `в имени файла \n или \t: после обратной черты эти буквы значат конец строки и табуляцию`,
		`путь пишется с прямыми чертами: "img/герб.png"`, strings.ContainsAny(name, "\n\t")
}

// isPath reports whether a key holds the name of a file.
func isPath(key string) bool {
	return key == "council_file" || key == "word" || strings.HasSuffix(key, ".file") || strings.HasSuffix(key, ".word")
}
