package list

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"protokol/generator/internal/table"
)

// foldedWords splits a heading into words in lower case, with е for ё and
// without punctuation.
func foldedWords(heading string) []string { return leadingWords(heading, len(heading)) }

// leadingWords returns at most the first words of a text, folded.
func leadingWords(text string, most int) []string {
	var room [256]byte // of most texts
	folded, count, inside := room[:0], 0, false
	for _, r := range text {
		if r = foldRune(r); r != 0 {
			if !inside && len(folded) > 0 {
				folded = append(folded, ' ')
			}
			folded, inside = utf8.AppendRune(folded, r), true
			continue
		}
		if inside {
			count, inside = count+1, false
		}
		if count >= most {
			break
		}
	}
	if len(folded) == 0 {
		return nil
	}
	return strings.Split(string(folded), " ")
}

// foldRune returns a letter in lower case, with е for ё, a digit, or 0.
func foldRune(r rune) rune {
	switch {
	case r >= 'а' && r <= 'я', r >= 'a' && r <= 'z', r >= '0' && r <= '9':
		return r
	case r >= 'А' && r <= 'Я':
		return r + 'а' - 'А'
	case r == 'ё' || r == 'Ё':
		return 'е'
	case r < utf8.RuneSelf && (r < 'A' || r > 'Z'), r == '«', r == '»', r == '№', r == '–', r == '—':
		return 0
	case unicode.IsLetter(r), unicode.IsDigit(r):
		return unicode.ToLower(r)
	}
	return 0
}

// shortened are words that headings abbreviate, and what they stand for.
var shortened = map[string]string{
	"рук": "руководитель", "руков": "руководитель", "рукль": "руководитель", "дир": "директор", "директ": "директор",
	"долж": "должность", "должн": "должность", "дол": "должность", "орг": "организация", "организ": "организация",
	"орг-ция": "организация", "наим": "наименование", "наимен": "наименование", "назв": "название",
	"учр": "учреждение", "учрежд": "учреждение", "предпр": "предприятие", "адр": "адрес", "фам": "фамилия",
	"отч": "отчество", "предс": "председатель", "зав": "заведующий", "нач": "начальник", "конт": "контактный",
	"гл": "главный", "ген": "генеральный", "нас": "населенный",
}

// shortenedAlone are such words that stand for others beside most words: «Инд.
// предприниматель», «Гор. суд». They are expanded alone and beside besideShortened only.
var (
	shortenedAlone  = map[string]string{"инд": "индекс", "гор": "город"}
	besideShortened = strings.Fields("адрес почт почтовый раб рабочий домашн домашний")
)

// headingWords splits a heading for recognition: as foldedWords, but with Russian
// letters for Latin ones in a word that mixes both, and with «И Н Н» as one word.
func headingWords(text string) []string {
	words := foldedWords(text)
	if len(words) > 1 && startsWithItem.MatchString(text) {
		words = words[1:]
	}
	for i, word := range words {
		if strings.ContainsFunc(word, isCyrillic) {
			words[i] = lookalikes.Replace(word)
		}
		if whole, is := shortened[words[i]]; is {
			words[i] = whole
		}
	}
	if !slices.ContainsFunc(words, func(word string) bool {
		return shortenedAlone[word] == "" && !slices.Contains(besideShortened, word)
	}) {
		for i, word := range words {
			words[i] = cmp.Or(shortenedAlone[word], word)
		}
	}
	if spaced := strings.Join(words, ""); len(words) > 2 && len(spaced) == 2*len(words) && isCyrillicWord(spaced) &&
		spaced != "фио" {
		return []string{spaced}
	}
	return words
}

// startsWithItem finds the number of a question: «2. Укажите ФИО».
var startsWithItem = regexp.MustCompile(`^\s*\d{1,2}[.)]\s*\pL`)

func isCyrillic(r rune) bool { return unicode.Is(unicode.Cyrillic, r) }

func isCyrillicWord(word string) bool {
	return !strings.ContainsFunc(word, func(r rune) bool { return !isCyrillic(r) })
}

// headingText returns a heading as one line. A word that is broken inside the
// cell is joined: after a hyphen («Наимено-⏎вание») always, without one
// («Наименова⏎ние») if that makes it the heading of a known field.
func headingText(text string, fields []Field) string {
	text = strings.Map(func(r rune) rune {
		if table.IsInvisible(r) {
			return -1
		}
		return r
	}, text)
	lines := slices.DeleteFunc(strings.FieldsFunc(text, func(r rune) bool { return r == '\n' || r == '\r' }),
		func(line string) bool { return strings.TrimSpace(line) == "" })
	joined := joinLines(lines, 0)
	if len(lines) < 2 || len(lines) > maxHeadingLines || isKnown(fields, joined) {
		return joined
	}
	for tight := range 1 << (len(lines) - 1) {
		if text := joinLines(lines, tight); isKnown(fields, text) {
			return text
		}
	}
	if text := joinLines(lines, keepHyphens); isKnown(fields, text) { // «организации-⏎участника»
		return text
	}
	return joined
}

// keepHyphens joins lines without spaces after the hyphens at their ends.
const keepHyphens = 1 << maxHeadingLines

// maxHeadingLines is the most lines of a cell whose words are searched for breaks.
const maxHeadingLines = 5

// joinLines joins the lines of a heading with spaces, or with nothing where a bit
// of tight is set: bit 0 stands for the first break. A hyphen at the end of a line
// is that of a broken word, unless hyphens are kept.
func joinLines(lines []string, tight int) string {
	text := ""
	for i, line := range lines {
		line = strings.Join(strings.Fields(line), " ")
		body, hyphen := strings.CutSuffix(text, "-")
		switch {
		case hyphen && tight == keepHyphens:
			text += line
		case hyphen && startsWithLower(line):
			text = body + line
		case i == 0 || tight>>(i-1)&1 == 1:
			text += line
		default:
			text += " " + line
		}
	}
	return text
}

func startsWithLower(text string) bool {
	for _, r := range text {
		return unicode.IsLower(r)
	}
	return false
}

// maxHeading is more bytes than any heading has. Longer cells are skipped
// because splitting them is slow.
const maxHeading = 400

// isKnown reports whether a text is the heading of a known field.
func isKnown(fields []Field, text string) bool {
	if len(text) > maxHeading {
		return false
	}
	h := newHeading(text)
	return slices.ContainsFunc(fields, func(f Field) bool { return f.match(h).stems > 0 })
}

// countKnown returns the number of headings of known fields in a row.
func countKnown(fields []Field, titles []string) (count int) {
	for _, title := range titles {
		if len(title) <= maxHeading && isKnown(fields, headingText(title, fields)) {
			count++
		}
	}
	return count
}

// countHeadings returns the number of known headings in a row.
func countHeadings(fields []Field, texts []string) (count int) {
	for i, text := range texts {
		if len(text) <= maxHeading && namesWorkplace(text) {
			texts[i] = ""
			count++
		}
	}
	return count + countKnown(fields, texts)
}
