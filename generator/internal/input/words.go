package input

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"time"

	"protokol/generator/diag"
	"protokol/generator/internal/meeting"
	"protokol/generator/internal/tomlfile"
)

// keysOf translates the words that people write in place of keys.
var keysOf = map[string]string{
	"дата": "date", "дата_заседания": "date", "номер": "number", "вид": "kind", "место": "place", "город": "city",
	"начало": "start", "время": "start", "окончание": "end", "конец": "end", "председатель": "chair",
	"председательствующий": "chair", "секретарь": "secretary", "повестка": "agenda", "повестка_дня": "agenda",
	"вопрос": "agenda", "вопросы": "agenda", "люди": "people", "человек": "people", "участники": "people",
	"члены": "people", "присутствовали": "present", "присутствующие": "present", "отсутствовали": "absent",
	"отсутствующие": "absent", "приглашенные": "invited", "орган": "council", "совет": "council",
	"комиссия": "council", "комитет": "council", "название": "name", "наименование": "name", "имя": "name",
	"фио": "name", "заголовок": "title", "тема": "theme", "форма": "form", "решение": "decisions",
	"решения": "decisions", "решили": "decisions", "постановили": "decisions", "пункты": "points",
	"докладчик": "speakers", "докладчики": "speakers", "слушали": "heard", "выступили": "spoke",
	"обсуждение": "discussion", "срок": "due", "ответственный": "responsible", "ответственные": "responsible",
	"исполнитель": "executor", "контроль": "control", "голосование": "vote", "голосовали": "vote", "за": "for",
	"против": "against", "воздержались": "abstained", "воздержался": "abstained", "кворум": "quorum",
	"должность": "position", "организация": "organization", "место_работы": "organization", "пол": "gender",
	"роль": "role", "текст": "text", "причина": "reason", "примечание": "note", "приложения": "annexes",
	"приложение": "annexes", "таблица": "table", "письмо": "letter", "кому": "to", "адрес": "address",
	"телефон": "phone", "почта": "email", "сайт": "site", "индекс": "index", "инн": "inn", "кпп": "kpp",
	"огрн": "ogrn", "файл_органа": "council_file", "бланк": "letterhead", "герб": "emblem", "эмблема": "emblem",
	"подписи": "signers", "заявление": "application", "заявитель": "applicant", "согласие": "consent",
	"выписка": "extract", "уведомление": "notice", "приглашение": "invitation",
}

// englishKeys are keys of meetings for words that others use, by their paths.
var englishKeys = map[string]string{
	"person": "people", "persons": "people", "participants": "people", "members": "people", "item": "agenda",
	"items": "agenda", "questions": "agenda", "chairman": "chair", "people.job": "position", "people.post": "position",
	"people.company": "organization", "people.org": "organization",
}

var indexes = regexp.MustCompile(`\[\d+\]`)

// ownName is the key that names what a section is about, where people write its name again:
// «вопрос» in [[agenda]].
var ownName = map[string]string{"agenda": "title", "people": "name", "council": "name"}

var (
	sectionHeader = regexp.MustCompile(`(?m)^[ \t]*\[{1,2}[ \t]*([\w.-]+)[ \t]*\]`)
	multiline     = regexp.MustCompile(`(?s)""".*?"""|'''.*?'''`)
)

// sectionOf returns the section that a key is in: by its path or, if the file cannot be read, by the headers above its
// line.
func sectionOf(p diag.Problem, unread []byte) string {
	if unread == nil {
		return indexes.ReplaceAllString(p.Key[:max(0, strings.LastIndexByte(p.Key, '.'))], "")
	}
	above := 0
	for range p.Line - 1 {
		above += bytes.IndexByte(unread[above:], '\n') + 1
	}
	headers := sectionHeader.FindAllSubmatch(multiline.ReplaceAll(unread[:above], nil), -1)
	if len(headers) == 0 {
		return ""
	}
	return string(headers[len(headers)-1][1])
}

// translate names the key for every Cyrillic one that has a translation, and for
// usual words in place of a key. Unread is the source of a file that cannot be read, else nil.
func translate(problems diag.List, unread []byte) {
	for i, p := range problems {
		if p.Message == tomlfile.Unknown {
			if near, known := englishKeys[indexes.ReplaceAllString(p.Key, "")]; known {
				problems[i].Hint = tomlfile.NearHint + near
			}
		}
		if p.Code != diag.CodeRussianKey {
			continue
		}
		word := strings.Trim(p.Key[strings.LastIndexByte(p.Key, '.')+1:], `"`)
		word = strings.NewReplacer("ё", "е", "-", "_", " ", "_").Replace(strings.ToLower(word))
		if key, known := keysOf[word]; known {
			if own := ownName[key]; own != "" && sectionOf(p, unread) == key {
				key = own
			}
			problems[i].Hint = "ключи пишутся латинскими буквами; этот — " + key
		}
	}
}

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
