package wordml

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"

	"protokol/generator/internal/flow"
)

// named is a name with initials, as it stands at the end of a signature line.
var named = regexp.MustCompile(`^/?\s*(?:(?:[А-ЯЁ]\.\s?){1,2}[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?|` +
	`[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?\s(?:[А-ЯЁ]\.\s?){1,2})\s*/?$`)

// maxSignatures limits the signature fields of a paper.
const maxSignatures = 100

// signature recognizes a signature line, a post and a name with tabs or a line to
// sign on between them (ГОСТ Р 7.0.97, 5.22), and puts a signature field there.
func (p *paragraph) signature() {
	if p.nested || p.noFields || p.signatures >= maxSignatures {
		return
	}
	first, last := -1, -1
	for i := range p.runs {
		if p.runs[i].Kind == flow.TabStop {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	if first < 0 || p.runs[first].Label {
		return
	}
	post, name := textOf(p.runs[:first]), textOf(p.runs[last+1:])
	between := strings.Trim(textOf(p.runs[first:last+1]), "_ \u00a0")
	if between != "" || !isPost(post) || !named.MatchString(name) {
		return
	}
	p.signatures++
	p.runs[first].Field = &flow.Field{Name: fmt.Sprintf("Подпись %d", p.signatures), Kind: flow.SignatureField,
		Tooltip: "Электронная подпись: " + post + ", " + strings.Trim(name, "/ ")}
}

// textOf returns the text of runs.
func textOf(runs []flow.Run) string {
	var b strings.Builder
	for i := range runs {
		if runs[i].Kind == flow.LineBreak {
			b.WriteByte(' ')
		}
		b.WriteString(runs[i].Text)
	}
	return strings.TrimSpace(strings.ReplaceAll(b.String(), "\u00a0", " "))
}

// isPost reports whether a text may be a post: words that begin with a capital
// letter, without figures.
func isPost(text string) bool {
	letters := []rune(text)
	return len(letters) >= 4 && len(letters) <= 200 && unicode.IsUpper(letters[0]) &&
		!strings.ContainsFunc(text, unicode.IsDigit) && !strings.HasSuffix(text, ":")
}
