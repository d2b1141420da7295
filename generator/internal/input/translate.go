package input

import (
	"bytes"
	"cmp"
	"reflect"
	"regexp"
	"slices"
	"strings"

	"protokol/generator/diag"
	"protokol/generator/internal/meeting"
	"protokol/generator/internal/tomlfile"
)

// keysOf translates the words that people write in place of keys. Of several keys the first is meant that the section
// has.
var keysOf = map[string]string{
	"дата": "date", "дата_заседания": "date", "дата_письма": "date", "номер": "number", "вид": "kind title",
	"место": "place", "город": "city", "начало": "start", "время": "start time", "окончание": "end", "конец": "end",
	"председатель": "chair", "председательствующий": "chair", "сопредседатель": "co_chairs",
	"сопредседатели": "co_chairs", "секретарь": "secretary", "повестка": "agenda", "повестка_дня": "agenda",
	"вопрос": "agenda", "вопросы": "agenda questions", "подвопросы": "subitems", "люди": "people", "человек": "people",
	"участники": "people", "члены": "members people", "присутствовали": "present", "присутствующие": "present",
	"отсутствовали": "absent", "отсутствующие": "absent", "приглашенные": "invited", "опоздали": "arrived",
	"пришли": "arrived", "ушли": "left", "вкс": "remote", "дистанционно": "remote", "орган": "council",
	"совет": "council", "комиссия": "commission council", "комитет": "council", "счетная_комиссия": "counting",
	"название": "name title", "наименование": "name title", "имя": "name", "фио": "name",
	"заголовок": "title heading caption", "подзаголовок": "subtitle", "тема": "theme", "форма": "form",
	"решение": "decisions", "решения": "decisions", "решили": "decisions", "постановили": "decisions",
	"пункты": "points decisions", "строки": "rows lines", "столбцы": "columns", "докладчик": "speakers",
	"докладчики": "speakers", "содокладчики": "co_speakers", "слушали": "heard", "выступили": "spoke",
	"обсуждение": "discussion", "срок": "due term", "ответственный": "responsible", "ответственные": "responsible",
	"соисполнители": "co_executors", "исполнитель": "executor responsible", "контроль": "control",
	"голосование": "vote", "голосовали": "vote", "за": "for", "против": "against", "воздержались": "abstained",
	"воздержался": "abstained", "не_голосовали": "not_voting", "тайно": "secret", "тайное": "secret",
	"роздано": "issued", "выдано": "issued", "осталось": "unissued left", "нерозданных": "unissued left",
	"в_урне": "returned", "сдано": "returned", "недействительных": "invalid", "недействительные": "invalid",
	"бюллетени": "ballots", "результаты": "results", "итог": "outcome", "выборы": "elections",
	"кандидаты": "candidates", "кандидатуры": "candidates", "избран": "elected", "избраны": "elected",
	"самоотвод": "withdrew", "письменное_мнение": "written",
	"мнение": "opinions", "особое_мнение": "opinions", "кворум": "quorum",
	"большинство": "majority", "правила": "rules", "единица": "unit", "доля": "votes", "доли": "votes",
	"голосов": "votes for", "всего": "members total", "доверенности": "proxies", "должность": "position office",
	"организация": "organization", "место_работы": "organization", "пол": "gender", "роль": "role", "гость": "guest",
	"представитель": "representative", "основание": "basis", "текст": "text", "причина": "reason", "примечание": "note",
	"приложения": "attachments annexes annex", "приложение": "annex attachments annexes", "листов": "sheets",
	"листы": "sheets", "экземпляров": "copies", "таблица": "table", "письмо": "letter", "кому": "to", "от_кого": "from",
	"адрес": "address", "телефон": "phone", "почта": "email", "сайт": "site", "индекс": "index", "инн": "inn",
	"кпп": "kpp", "огрн": "ogrn", "файл_органа": "council_file", "бланк": "letterhead", "герб": "emblem",
	"эмблема": "emblem", "обращение": "salutation", "подписи": "signers", "подпись": "signer signers",
	"подписал": "signer signers", "утверждаю": "approval", "утверждено": "approval", "согласовано": "agreed",
	"ознакомлен": "acquainted", "ознакомлены": "acquainted", "разослать": "copies", "рассылка": "copies",
	"копии": "copies", "печать": "seal", "отметки": "marks", "преамбула": "preamble", "приказываю": "keyword",
	"постановляю": "keyword", "установила": "findings", "установили": "findings", "сведения": "facts",
	"заявление": "application", "заявитель": "applicant", "согласие": "consent", "выписка": "extract",
	"уведомление": "notice", "приглашение": "invitation", "акт": "papers", "приказ": "papers", "справка": "papers",
	"постановление": "papers", "распоряжение": "papers", "бумага": "papers", "бумаги": "papers",
}

// englishKeys are keys of meetings for English words that others use, as keysOf has them for Russian ones.
var englishKeys = map[string]string{
	"person": "people", "persons": "people", "participants": "people", "members": "people", "item": "agenda",
	"items": "agenda", "questions": "agenda", "chairman": "chair", "job": "position", "post": "position",
	"company": "organization", "org": "organization", "yes": "for", "no": "against", "deadline": "due", "until": "due",
	"attendees": "present", "guests": "invited", "proxy": "representative", "act": "papers", "order": "papers",
}

var indexes = regexp.MustCompile(`\[\d+\]`)

// ownName is the key that names what a section is about, where people write its name again:
// «вопрос» in [[agenda]].
var ownName = map[string]string{"agenda": "title", "people": "name", "council": "name"}

var (
	sectionHeader = regexp.MustCompile(`(?m)^[ \t]*\[{1,2}[ \t]*([\w.-]+)[ \t]*\]`)
	multiline     = regexp.MustCompile(`(?s)""".*?"""|'''.*?'''`)
	headerBegins  = regexp.MustCompile(`^[ \t]*\[{1,2}[ \t]*((?:[\w-]+\.)*)`)
	inlineTable   = regexp.MustCompile(`(?:^|[{,])[ \t]*([\w.-]+)[ \t]*=[ \t\[]*\{`)
)

// sectionOf returns the section that a key is in: by its path or, if the file cannot be read, by the headers above its
// line and by what stands before it in the line.
func sectionOf(p diag.Problem, unread []byte) string {
	if unread == nil {
		return indexes.ReplaceAllString(p.Key[:max(0, strings.LastIndexByte(p.Key, '.'))], "")
	}
	above := 0
	for range p.Line - 1 {
		above += bytes.IndexByte(unread[above:], '\n') + 1
	}
	line, _, _ := bytes.Cut(unread[above:], []byte("\n"))
	if found := headerBegins.FindSubmatch(line); found != nil {
		return strings.TrimSuffix(string(found[1]), ".")
	}
	section := ""
	headers := sectionHeader.FindAllSubmatch(multiline.ReplaceAll(unread[:above], nil), -1)
	if len(headers) > 0 {
		section = string(headers[len(headers)-1][1])
	}
	before := []rune(string(line))
	before = before[:min(len(before), max(0, p.Column-1))]
	if inner := inlineTable.FindAllStringSubmatch(string(before), -1); inner != nil {
		section = strings.TrimPrefix(section+"."+inner[len(inner)-1][1], ".")
	}
	return section
}

// translate names the key for every Cyrillic one that has a translation, and for
// usual words in place of a key. Unread is the source of a file that cannot be read, else nil.
func translate(problems diag.List, unread []byte) {
	for i, p := range problems {
		word := strings.Trim(p.Key[strings.LastIndexByte(p.Key, '.')+1:], `"`)
		word = strings.NewReplacer("ё", "е", "-", "_", " ", "_").Replace(strings.ToLower(word))
		switch {
		case p.Message == tomlfile.Unknown && englishKeys[word] != "":
			if key, fits := fitting(englishKeys[word], sectionOf(p, unread)); fits {
				problems[i].Hint = tomlfile.NearHint + key
			}
		case p.Code == diag.CodeRussianKey:
			section := sectionOf(p, unread)
			if section == "papers" {
				problems[i].Hint = "имя раздела бумаги — любое слово латинскими буквами: [papers.act]"
			} else if keysOf[word] != "" {
				key, _ := fitting(keysOf[word], section)
				problems[i].Hint = "ключи пишутся латинскими буквами; этот — " + key
			}
		}
	}
}

// fitting returns the key of several that a section has and that does not name the section, or else the first.
func fitting(keys, section string) (key string, fits bool) {
	known := tomlfile.KeysIn(reflect.TypeFor[meeting.Meeting](), section)
	list := strings.Fields(keys)
	if list[0] == section && ownName[section] != "" {
		return ownName[section], true
	}
	if i := slices.IndexFunc(list, func(k string) bool { return slices.Contains(known, k) }); i >= 0 {
		key, fits = list[i], true
	}
	key = cmp.Or(key, list[0])
	if key == "papers" {
		key = "papers: [papers.act] с названием вида в title"
	}
	return key, fits
}
