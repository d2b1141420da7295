package word

import (
	"regexp"
	"slices"
	"strings"

	"protokol/generator/internal/fields"
)

// «Кого» asks for the genitive («доклад кого») and for the accusative («слушали кого»),
// which differ for women. The words before the name decide.

// takesObject finds verbs that the accusative follows, as official papers have them.
var takesObject = regexp.MustCompile(`(?:^|[^а-яё])(?:(?:за|вы)?слуша(?:ли|ть|л|ла)|избра(?:ли|ть|л|ла)|` +
	`изб[ие]ра\p{L}+|назнач\p{L}+|утверд\p{L}+|выдвину\p{L}+|поздрав\p{L}+|приглаша\p{L}+|приглас\p{L}+|награ(?:д|` +
	`жд)\p{L}+|` +
	`преми[ро]\p{L}+|поощр\p{L}+|(?:по)?благодар(?:им|ит|ить|ю|ят)|уведом\p{L}+|уполномоч\p{L}+|обяза(?:ть|ли|л|ла)|` +
	`про(?:сим|сить|шу|сит)|(?:в|ис)ключить|принять|уволить|освободить|направить|командировать|ввести|вывести|` +
	`признать|считать|допустить|зачислить|отчислить|перевести|рекомендовать|представ(?:ить|ляем|ляю)|поддержать|` +
	`ознакомить|встретить|заменить|за)(?:$|[^а-яё])`)

// takesGenitive finds words right before a name that the genitive follows.
var takesGenitive = regexp.MustCompile(`(?:^|[^а-яё])(?:от|для|без|у|из|до|кроме|вместо|около|после|против|среди|` +
	`имени|лице|составе|отношении|отсутствие|участием|доклад[а-яё]*|содоклад[а-яё]*|сообщени[а-яё]*|информаци[а-яё]*|` +
	`отч[её]т[а-яё]*|выступлени[а-яё]*|предложени[а-яё]*|заявлени[а-яё]*|мнени[а-яё]*|кандидатур[а-яё]*|подпис[а-яё]*|` +
	`согласи[а-яё]*)$`)

// takesNoGenitive finds prepositions right before a name that the genitive does not follow: «В Совет дома».
var takesNoGenitive = regexp.MustCompile(`(?:^|[^а-яё])(?:во?|на|через|про|сквозь)$`)

// whom returns the filters of a name with «кого», and whether they may be wrong.
func (c *compiler) whom(f fields.Filters, t token, at place) (chosen fields.Filters, unsure bool) {
	before := ""
	if p := c.flats[at.p]; p != nil && t.to <= len(p.text) && t.from > 0 {
		before = p.ownText(t.from)
	}
	if strings.TrimSpace(before) == "" {
		before = c.before
	}
	sentence := strings.TrimRight(strings.ToLower(before), " \u00a0\t\n:–—-")
	if end := strings.LastIndexAny(sentence, ".;!?"); end >= 0 {
		sentence = sentence[end+1:]
	}
	found := takesObject.FindAllStringIndex(sentence, -1)
	switch {
	case takesNoGenitive.MatchString(sentence):
		return f, true
	case takesGenitive.MatchString(sentence), len(found) == 0 && sentence != "":
		return f, false
	case len(found) > 0 && found[len(found)-1][1] == len(sentence) && !slices.Contains(t.filters, "рд"):
		return f.Object(), false
	}
	return f, true
}

// sentenceLength is how many bytes before a name may decide its case.
const sentenceLength = 1000

// ownText returns the text of a paragraph before a place, without what is in braces.
func (p *paragraph) ownText(to int) string {
	var b strings.Builder
	from := max(0, to-sentenceLength)
	for _, t := range p.tokens {
		if t.from >= to {
			break
		}
		if t.from > from {
			b.WriteString(p.text[from:t.from])
		}
		from = max(from, t.to)
	}
	if from < to {
		b.WriteString(p.text[from:to])
	}
	return strings.ToValidUTF8(b.String(), "")
}
