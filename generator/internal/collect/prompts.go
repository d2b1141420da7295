package collect

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"

	"protokol/generator/diag"
	"protokol/generator/document"
	"protokol/generator/internal/reader"
	"protokol/generator/internal/table"
)

// prompt is a text that an empty field shows. Editors without support for
// placeholders keep it as text, alone or before what was entered.
type prompt struct {
	text     string
	required bool // of a field that must not be left empty
}

// promptsOf returns the prompts of sets of templates in the order in which to look for
// them: one may begin with another.
func promptsOf(sets []document.Prompts) (prompts []prompt) {
	for _, set := range sets {
		for of, text := range set {
			if text != "" {
				prompts = append(prompts, prompt{text, of.Required})
			}
		}
	}
	return slices.Compact(longestFirst(prompts))
}

func longestFirst(prompts []prompt) []prompt {
	slices.SortFunc(prompts, func(a, b prompt) int {
		return cmp.Or(len(b.text)-len(a.text), cmp.Compare(a.text, b.text))
	})
	return prompts
}

// removePrompts removes prompts from the values of fields, and from the texts that
// are marked as placeholders: what remains of those is an answer.
func removePrompts(widgets []reader.Widget, sets []document.Prompts) {
	removeKnown(widgets, promptsOf(sets))
}

func removeKnown(widgets []reader.Widget, prompts []prompt) {
	for i := range widgets {
		w := &widgets[i]
		w.Value, w.Shown = behind(w.Value, prompts), behind(w.Shown, prompts)
		w.Hint = within(table.Clean(w.Hint), prompts)
	}
}

// dropUnknownPrompts empties placeholders that several fields share: they are prompts of
// templates that were not named, since nobody answers so many questions alike. The same
// text in fields that do not mark it is only doubted.
func dropUnknownPrompts(widgets []reader.Widget) (problems []diag.Problem) {
	const several = 3
	hints, values := map[string]int{}, map[string]int{}
	for _, w := range widgets {
		switch value := table.Clean(w.Value); {
		case value == "":
			hints[w.Hint]++
		case strings.ContainsFunc(value, unicode.IsLetter) && !slices.Contains(noAnswers, strings.ToLower(value)):
			values[value]++
		}
	}
	delete(hints, "")
	var prompts []prompt
	for text, count := range hints {
		if count >= several {
			prompts = append(prompts, prompt{text, true})
		}
	}
	removeKnown(widgets, longestFirst(prompts))
	report := func(counts map[string]int, message string) {
		for _, text := range slices.Sorted(maps.Keys(counts)) {
			if counts[text] >= several {
				problems = append(problems, diag.Problem{Severity: diag.Warning,
					Message: fmt.Sprintf(message, shorten(text), counts[text]),
					Hint:    "если форма сделана по своим шаблонам, укажите их, когда собираете ответы (templates)"})
			}
		}
	}
	report(hints, "«%s» стоит подсказкой в нескольких полях (%d): это не ответ")
	report(values, "«%s» стоит в нескольких полях (%d): это ответ или подсказка формы?")
	return problems
}

// behind returns the text behind a prompt, or all of it. What follows the prompt of a
// field that may be left empty after a space makes longer words, which are the
// user's.
func behind(text string, prompts []prompt) string {
	for _, p := range prompts {
		rest, found := strings.CutPrefix(table.Clean(text), p.text)
		if found && (p.required || !strings.HasPrefix(rest, " ")) {
			return rest
		}
	}
	return text
}

// within returns the answer in a text that is marked as a placeholder: "" for a
// placeholder of ours or of Word, the text around or inside ours, or all of it.
func within(text string, prompts []prompt) string {
	small := strings.ToLower(text)
	for _, words := range wordPrompts {
		if strings.HasPrefix(small, words) {
			return ""
		}
	}
	for _, p := range prompts {
		for i := range p.text + " " { // where its characters begin, and its end
			rest, before := strings.CutPrefix(text, p.text[:i])
			answer, behind := strings.CutSuffix(rest, p.text[i:])
			if before && behind {
				return strings.TrimSpace(answer)
			}
		}
	}
	return text
}

// wordPrompts are the beginnings of Word's own placeholders, in lower case.
var wordPrompts = []string{
	"место для ввода", "введите текст", "введите дату", "выберите элемент", "щелкните", "щёлкните", "нажмите",
	"click or tap", "click here", "choose an item", "enter text", "enter a date",
}
