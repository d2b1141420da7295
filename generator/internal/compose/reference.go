package compose

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"protokol/generator/internal/meeting"
	"protokol/generator/internal/russian"
)

// Reference is the number and the date of the protocol.
type Reference struct {
	Number string `about:"номер протокола или линия для него; пусто, если протоколы не нумеруют"`
	Date   string `about:"дата: «20.11.2017», «16–17.04.2026»; пусто, если её нет"`
	Digits string `about:"она же цифрами: для имени файла"`
}

// AnnexedTo is the reference to a paper in the mark of its annex.
type AnnexedTo struct {
	Reference
	Act    string `about:"к чему, если не к протоколу, в дательном падеже: «решению Совета депутатов»"`
	Letter bool   `about:"к письму"`
}

// blankNumber is a line to write the number on.
const blankNumber = "____"

// blankDate is a line to write the date on.
const blankDate = "__________"

// kind returns the kind of the meeting in the genitive, in lower case.
func (b *builder) kind() string {
	kind := b.meeting.Kind
	if kind == "" {
		if kind = b.word("default-kind", ""); len(b.meeting.Joint) > 0 {
			kind = b.word("default-kind", "joint")
		}
	}
	if b.kindGenitive == "" {
		b.kindGenitive = b.form(word{text: kind, key: "kind"}, russian.Genitive, func(russian.Case) russian.Form {
			return russian.KindGenitive(kind)
		})
	}
	return b.namingBodies(lowerFirst(b.kindGenitive))
}

// namingBodies writes the words of a kind that name the bodies as the bodies do: after
// «коллегии» «министерства культуры» is a name with a capital. Behind a word for a meeting,
// as in "заседания педагогического совета", the kind says how it is written.
func (b *builder) namingBodies(kind string) string {
	first, _, _ := strings.Cut(russian.SortKey(b.meeting.Council.Name), " ")
	stem := first[:min(len(first), 3*utf8.RuneLen('я'))]
	if b.precedes(onceRules) || stem == "" || !strings.Contains(russian.SortKey(kind), " "+stem) {
		return kind
	}
	words, bodies := strings.Fields(kind), b.councils()
	at, n := overlap(kind, bodies)
	if n == 0 || at == 0 || russian.IsSittingGenitive(words[at-1]) {
		return kind
	}
	return strings.Join(slices.Concat(words[:at], strings.Fields(bodies)[:n], words[at+n:]), " ")
}

// overlap returns where words of the kind of a meeting are the first words of its bodies,
// and their number, or 0. Words after an adjective may be those of another body: "рабочей
// группы" names no "Группы компаний".
func overlap(kind, bodies string) (at, n int) {
	words, named := strings.Fields(russian.SortKey(kind)), strings.Fields(russian.SortKey(bodies))
	for at := range words {
		n := min(len(named), len(words)-at)
		if n > 0 && slices.Equal(words[at:at+n], named[:n]) &&
			(n == len(named) || at == 0 || !russian.IsAdjectiveGenitive(words[at-1])) {
			return at, n
		}
	}
	return 0, 0
}

// bodiesBehindKind returns the words about the bodies in the genitive that the kind of
// the meeting does not say, or in the instrumental: none of "Совета дома" after "заседания Совета дома", and
// "театра" of "Художественного совета театра" after "заседания художественного совета".
func (b *builder) bodiesBehindKind() string {
	if b.precedes(onceRules) {
		return b.councils()
	}
	bodies, kind := b.councils(), b.kind()
	switch _, n := overlap(kind, bodies); n {
	case 0:
		if !b.precedes(phraseRules) && namesAmongOthers(kind, bodies) {
			return ""
		}
		if !b.precedes(agentRules) && len(b.meeting.Joint) == 0 && russian.IsDoneBy(kind, b.meeting.Council.Name) {
			return b.council(russian.Instrumental)
		}
		return bodies
	case len(strings.Fields(bodies)):
		return ""
	default:
		return behindWords(bodies, n)
	}
}

// namesAmongOthers reports whether an item of the list in a kind of meeting names the bodies: "заседания
// попечительского совета, родительского комитета и администрации" a "Попечительский совет".
func namesAmongOthers(kind, bodies string) bool {
	for item := range strings.SplitSeq(kind, ",") {
		if _, n := overlap(item, bodies); n == len(strings.Fields(bodies)) {
			return true
		}
	}
	return false
}

// isNamedTwice reports whether bodies behind the kind of a meeting begin with words of it that end with a noun, as
// "общего собрания работников" and "общего собрания завода" do.
func isNamedTwice(kind, bodies string) bool {
	words, named := strings.Fields(russian.SortKey(kind)), strings.Fields(russian.SortKey(bodies))
	for at := range words {
		n := 0
		for n < len(named) && at+n < len(words) && named[n] == words[at+n] {
			n++
		}
		for n > 0 && russian.IsAdjectiveGenitive(named[n-1]) {
			n--
		}
		if n > 1 || n == 1 && (at == 0 || !russian.IsAdjectiveGenitive(words[at-1])) {
			return true
		}
	}
	return false
}

// behindWords returns a text without its first n words.
func behindWords(text string, n int) string {
	for range n {
		text = strings.TrimLeftFunc(text, unicode.IsSpace)
		text = text[strings.IndexFunc(text, unicode.IsSpace):]
	}
	return strings.TrimLeftFunc(text, unicode.IsSpace)
}

// reference returns the number and the date of the protocol.
func (b *builder) reference() Reference {
	r := Reference{Date: b.datedWithin(), Digits: b.origins.Computed(b.paperDate(""), b.dayKeys()...)}
	switch n := b.meeting.Number; {
	case n == nil:
	case *n == "":
		r.Number = b.origins.Computed(blankNumber, "number")
	default:
		r.Number = b.origins.Value("number", *n)
	}
	return r
}

// dated returns the date of the protocol: as worded in the file, the date of drawing it up, or the days of the
// meeting.
func (b *builder) dated() string {
	if text := b.meeting.DateText; text != nil && !b.isEarlier() {
		return b.origins.Value("date_text", *text)
	}
	keys := b.dayKeys()
	if b.meeting.DatedApart() {
		keys = []string{"date"}
	}
	return b.origins.Computed(b.paperDate(b.header().Date), keys...)
}

// datedWithin is dated behind «от»: a head may have «2017 г» without the full stop of the abbreviation and «от» of its
// own, but other papers have the stop and say «от» themselves.
func (b *builder) datedWithin() string {
	text := b.meeting.DateText
	if text == nil || b.isEarlier() {
		return b.dated()
	}
	return b.cut("date_text", *text, russian.StopYear(b.behindFrom(*text)))
}

// behindFrom returns a date as it stands behind «от».
func (b *builder) behindFrom(date string) string {
	if b.precedes(numberRules) {
		return date
	}
	return russian.BehindFrom(date)
}

// cut returns what is printed of a text of the file.
func (b *builder) cut(key, text, printed string) string {
	if printed != text {
		return b.origins.Computed(printed, key)
	}
	return b.origins.Value(key, text)
}

func (b *builder) paperDate(sample string) string {
	if b.meeting.DatedApart() {
		return meeting.DateLike(sample, b.meeting.Date)
	}
	first, last := b.meeting.Days()
	return daysLike(sample, first, last)
}

// held returns the day or the days of the meeting.
func (b *builder) held() string {
	if text := b.meeting.DateText; text != nil && *text != "" && !b.meeting.DatedApart() && !b.isEarlier() {
		return b.origins.Value("date_text", *text)
	}
	first, last := b.meeting.Days()
	return b.origins.Computed(daysLike(b.header().Date, first, last), b.dayKeys()...)
}

// dayKeys returns the keys that the days of the meeting depend on.
func (b *builder) dayKeys() []string {
	keys := []string{"date", "last_date"}
	if !b.meeting.FirstDate.IsZero() {
		keys = append(keys, "first_date")
	}
	if len(b.meeting.Parts) > 0 {
		keys = append(keys, "parts")
	}
	return keys
}

// date returns the date of a key in digits, or "".
func (b *builder) date(key string, d meeting.Date) string { return b.origins.Computed(date(d), key) }

// clock returns the time of a key.
func (b *builder) clock(key string, c *meeting.Clock) string {
	if c == nil {
		return ""
	}
	return b.origins.Computed(meeting.ClockLike(b.header().Clock, *c), key)
}

// daysLike returns a day or the first and last day in the notation of a sample.
func daysLike(sample string, first, last meeting.Date) string {
	switch {
	case first.IsZero():
		return ""
	case sample == "":
		return dayRange(first, last)
	case first == last || last.IsZero():
		return meeting.DateLike(sample, first)
	}
	return meeting.DateLike(sample, first) + " – " + meeting.DateLike(sample, last)
}

// dayRange returns days in digits: "20.11.2017", "16–17.04.2026",
// "30.04.2026–04.05.2026".
func dayRange(first, last meeting.Date) string {
	end := date(last)
	switch {
	case first == last || last.IsZero():
		return date(first)
	case first.Year == last.Year && first.Month == last.Month:
		return fmt.Sprintf("%02d–%s", first.Day, end)
	}
	return date(first) + "–" + end
}

// date returns a date in digits, or "".
func date(d meeting.Date) string {
	if d.IsZero() {
		return ""
	}
	return russian.DateDigits(d.Year, d.Month, d.Day)
}

// Part is a part of a meeting.
type Part struct {
	Title string    `about:"название: «Очная часть»"`
	Facts PartFacts `about:"когда и где"`
}

// PartFacts is the time and place of a part of a meeting.
type PartFacts struct {
	Date     string `about:"дата или даты"`
	Start    string `about:"время начала"`
	End      string `about:"время окончания"`
	TimeZone string `about:"часовой пояс"`
	Place    string `about:"место"`
}

func (b *builder) parts() []Part {
	var list []Part
	o := b.origins
	for i, p := range b.meeting.Parts {
		key := element("parts", i)
		first, dayKeys := p.Date, []string{key + ".date", key + ".last_date"}
		if first.IsZero() {
			first, dayKeys = b.meeting.Date, append(dayKeys, "date")
		}
		list = append(list, Part{o.Value(key+".title", p.Title), PartFacts{
			Date:  o.Computed(daysLike(b.header().Date, first, p.LastDate), dayKeys...),
			Start: b.clock(key+".start", p.Start), End: b.clock(key+".end", p.End),
			TimeZone: o.Value("time_zone", b.meeting.TimeZone), Place: o.Value(key+".place", p.Place)}})
	}
	return list
}

// unquoted removes quotes around the text of a key: the template has its own.
func (b *builder) unquoted(key, text string) string {
	if inner, ok := strings.CutPrefix(text, "«"); ok && strings.HasSuffix(inner, "»") &&
		!strings.Contains(strings.TrimSuffix(inner, "»"), "»") {
		return b.origins.Part(key, strings.TrimSuffix(inner, "»"), len("«"))
	}
	return b.origins.Value(key, text)
}
