package sample

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"protokol/generator/internal/fields"
)

// persons are names of people: with initials, or in full.
var persons = regexp.MustCompile(`\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?\s+\p{Lu}\.\s*(?:\p{Lu}\.)?|` +
	`\p{Lu}\.\s*\p{Lu}\.\s*\p{Lu}\p{Ll}+|` +
	`\p{Lu}\p{Ll}+\s+\p{Lu}\p{Ll}+\s+\p{Lu}\p{Ll}+(?:вич|вн|ьич|ичн)\p{Ll}*`)

// inWords finds numbers from eleven on in words, with the word after them.
var inWords = regexp.MustCompile(`(?i)(?:^|[^а-яё])((?:(?:одинна|двена|трина|четырна|пятна|шестна|семна|восемна|` +
	`девятна|два|три)дцат|сорок|(?:пят|шест|сем|восем)ь?(?:и)?десят|девяност|(?:две|три|четыре)ст[аи]|` +
	`(?:пять|шесть|семь|восемь|девять)сот|тысяч)[а-яё]*(?: [а-яё]+)?)`)

var (
	numbers  = regexp.MustCompile(`\p{Nd}[\p{Nd}.,:/-]*_*`)
	decided  = regexp.MustCompile(`решил|решени|постанов`)
	outcomes = regexp.MustCompile(`(?i)единогласно|большинством голосов|решение (?:не )?принято|` +
		`кворум (?:имеется|есть)|правомоч[а-яё]+`)
	itemNumber = regexp.MustCompile(`^\s*\p{Nd}+(?:\.\p{Nd}+)*[.)]?\s*$|^\s*\p{Nd}+(?:\.\p{Nd}+)*[.)]\s`)
)

// smallCounts finds counts of people up to ten, and hours, in words.
var smallCounts = regexp.MustCompile(`(?i)(?:^|[^а-яё])((?:двое|трое|четверо|пятеро|шестеро|семеро|восьмеро|девятеро|` +
	`десятеро)(?:[^а-яё]|$)|(?:один|два|три|четыре|пять|шесть|семь|восемь|девять|десять) ` +
	`(?:человек|участник|член|голос|собственник|депутат|час)[а-яё]*)`)

// ofThings finds nouns without a singular, which are counted as people are: «трое
// суток», «двое рабочих суток».
var ofThings = regexp.MustCompile(`(?i)^[\s\x{a0}]+(?:[а-яё]+[иы]х[\s\x{a0}]+)?` +
	`(?:суток|ворот|дверей|саней|ножниц|очков)(?:[^а-яё]|$)`)

// manyWords is the number of words without a value from which a paragraph may be
// about the meeting.
const manyWords = 8

// rest reports text that is kept in every paper and seems to be about the meeting.
func (f *finder) rest(n *Node) {
	var b strings.Builder
	at := 0
	for _, s := range n.Spans {
		if s.From > at {
			b.WriteString(n.Block.Text[at:s.From])
		}
		b.WriteByte(0)
		at = max(at, s.To)
	}
	if n.Dropped != nil && len(n.Spans) > 0 {
		at = len(n.Block.Text)
	}
	b.WriteString(n.Block.Text[at:])
	text := b.String()
	fixed := strings.ReplaceAll(text, "\x00", " ")
	switch {
	case strings.TrimSpace(fixed) == "":
	case n.tokens[0].running:
		f.remark(n, "", "здесь у каждого свой номер, а имени для него нет: останется «"+n.tokens[0].shown(n)+"»",
			"поставьте вместо номера нумерованный список Word: он посчитает сам")
	case f.restOfMeeting(n, fixed):
	case !strings.Contains(text, "\x00") && len(strings.Fields(fixed)) >= manyWords:
		f.remark(n, "", "этого абзаца в файле заседания нет: он останется во всех бумагах",
			"если он только об этом заседании, внесите его в файл или уберите из бланка")
	}
}

// restOfMeeting reports names, texts, numbers, dates and outcomes that stay.
func (f *finder) restOfMeeting(n *Node, fixed string) bool {
	names, numbers, outcome := f.restNames(n, fixed), f.restNumbers(n, fixed), outcomes.FindString(fixed)
	if outcome != "" {
		f.remark(n, outcome, "останется во всех бумагах: «"+outcome+"»",
			"итог бывает разным: напишите {вопрос.голосование} или {кворум}, или уберите")
	}
	return names || numbers || outcome != ""
}

// restNames reports names of people that stay.
func (f *finder) restNames(n *Node, fixed string) bool {
	reported := f.restSurnames(n, fixed)
	for _, name := range persons.FindAllString(fixed, -1) {
		reported = true
		hint := "впишите имя в скобках, например {председатель}, или уберите"
		message := "останется во всех бумагах: «" + strings.TrimSpace(name) + "»"
		if o := f.inList(name); o != "" {
			message += "; это {" + o + "}, а здесь список не повторяется"
		}
		f.remark(n, strings.TrimSpace(name), message, hint)
	}
	reported = f.restPlaces(n, fixed) || reported
	return f.restTexts(n, fixed) || reported
}

// addSurnames notes whose the surnames among the values of an item are.
func (f *finder) addSurnames(list []value) {
	full := ""
	for _, v := range list {
		if isPerson := last(v.Path).Kind == fields.Person; isPerson && full == "" {
			full = v.Text
		}
		if strings.HasSuffix(v.Name, fields.Surname) && !slices.Contains(f.surname[v.normal], full) {
			f.surname[v.normal] = append(f.surname[v.normal], full)
		}
	}
}

// restSurnames reports surnames that stand alone and stay.
func (f *finder) restSurnames(n *Node, fixed string) (reported bool) {
	covered := map[string]bool{}
	for _, name := range persons.FindAllString(fixed, -1) {
		for _, w := range words(name, 0, len(name)) {
			covered[name[w.from:w.to]] = true
		}
	}
	for _, w := range words(fixed, 0, len(fixed)) {
		people := f.surname[w.word]
		shown := fixed[w.from:w.to]
		if len(people) == 0 || !firstUpper(shown) || covered[shown] {
			continue
		}
		message := "останется во всех бумагах: «" + shown + "» — фамилия без имени; это " + people[0]
		if len(people) > 1 {
			message = "останется во всех бумагах: «" + shown + "» — а с такой фамилией не один: " +
				strings.Join(people, ", ")
		}
		f.remark(n, shown, message, "впишите имя в скобках, например {председатель | фамилия}, или уберите")
		reported = true
	}
	return reported
}

// absentTexts returns the texts of questions of which the paper has none although it
// has the questions and words about decisions.
func (f *finder) absentTexts() (missing []string) {
	if !f.found["повестка"] || !decided.MatchString(f.normal(f.root).text) {
		return nil
	}
	for _, s := range f.flattened(f.outside) {
		if s.texts && !f.found[s.path.List().Name()] && s.path.List().Name() != "обсуждение" {
			missing = append(missing, "{"+s.path.List().Of.Name+".текст}")
		}
	}
	return missing
}

func (f *finder) inList(name string) string {
	for _, at := range f.listed.find(normalize(name), f.frame) {
		if v := f.inLists[at.value]; !v.Weak {
			return v.Path.Name()
		}
	}
	return ""
}

// restNumbers reports numbers and dates that stay, except those of items.
func (f *finder) restNumbers(n *Node, fixed string) bool {
	rest := fixed
	if at := itemNumber.FindStringIndex(rest); at != nil && n.in == nil {
		rest = rest[at[1]:]
	}
	found := slices.DeleteFunc(numbers.FindAllString(rest, -1), func(s string) bool {
		return strings.HasSuffix(s, "_") // «20__ г.»
	})
	if len(found) == 0 {
		return f.restWords(n, fixed)
	}
	for k, s := range found {
		found[k] = strings.TrimRight(s, ".,:/-")
	}
	message := "останется во всех бумагах: " + strings.Join(found[:min(5, len(found))], ", ")
	var same []string
	stays := map[string]bool{}
	for _, s := range found {
		stays[s] = true
	}
	for _, t := range n.tokens {
		if t.isNumber() && len(t.options) > 0 && stays[t.word] {
			same = append(same, "{"+t.options[0].value.Path.Name()+"}")
		}
	}
	if len(same) > 0 {
		message += "; может быть, это " + strings.Join(same[:min(3, len(same))], ", ")
	}
	f.remark(n, found[0], message, "если это бывает разным, впишите имя в скобках")
	return true
}

// smallCount returns the first count of people, or of hours, up to ten in words, or "".
func smallCount(text string) string {
	for _, m := range smallCounts.FindAllStringSubmatchIndex(text, -1) {
		words := trimWords(text[m[2]:m[3]])
		if !ofThings.MatchString(text[m[2]+len(words):]) {
			return words
		}
	}
	return ""
}

// trimWords removes what follows the last word.
func trimWords(text string) string {
	return strings.TrimRightFunc(text, func(r rune) bool { return !isWord(r) })
}

// restWords reports large numbers in words that stay, and counts of people: «двадцать
// первое заседание», «присутствовали трое».
func (f *finder) restWords(n *Node, fixed string) bool {
	m := inWords.FindStringSubmatch(fixed)
	words := smallCount(fixed)
	if m != nil {
		words = trimWords(m[1])
	}
	if words == "" {
		return false
	}
	f.remark(n, words, "останется во всех бумагах: «"+words+"»", "если это число бывает разным, впишите имя в скобках")
	return true
}

var typedNumber = regexp.MustCompile(`^\s*(\p{Nd}{1,3})[.)]\s`)

// goesOn reports a number that goes on from those of the repetition before it.
func (f *finder) goesOn(n, before *Node) {
	if n.Block == nil || n.Block.Kind != Paragraph || before.series == nil || len(before.Dropped) == 0 {
		return
	}
	m := typedNumber.FindStringSubmatch(n.Block.Text)
	last := typedNumber.FindStringSubmatch(before.Dropped[len(before.Dropped)-1].all())
	if m == nil || last == nil {
		return
	}
	number, _ := strconv.Atoi(m[1])
	if previous, _ := strconv.Atoi(last[1]); number == previous+1 {
		f.remark(n, m[1], "номер "+m[1]+" продолжает список «"+before.series.path.List().Name()+
			"», а в нём бывает разное число строк", "сделайте номера нумерованным списком Word: он посчитает сам")
	}
}

// absent reports the main facts that the paper lacks.
func (f *finder) absent() {
	var missing []string
	for _, name := range []string{"дата", "председатель", "секретарь", "место", "номер"} {
		signs := name == "председатель" || name == "секретарь"
		if f.found[name] || f.found["дата цифрами"] && name == "дата" || f.found["подписи"] && signs {
			continue
		}
		for _, v := range f.facts {
			if v.Path[0].Name() == name {
				missing = append(missing, "{"+name+"}")
				break
			}
		}
	}
	missing = append(missing, f.absentTexts()...)
	if len(missing) > 0 {
		f.remark(nil, "", "в образце не нашлось: "+strings.Join(missing, ", "),
			"если это в бумаге есть, но написано иначе, впишите имя в скобках; если нет — так и останется")
	}
}
