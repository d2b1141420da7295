package compose

import (
	"fmt"
	"strings"

	"protokol/generator/internal/meeting"
	"protokol/generator/internal/russian"
)

// Reference is the number and the date of the protocol.
type Reference struct {
	Number string `about:"номер протокола или линия для него; пусто, если протоколы не нумеруют"`
	Date   string `about:"дата: «20.11.2017», «16–17.04.2026»"`
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
		b.kindGenitive = kind
		if meeting.KindNoun(strings.Fields(kind)) >= 0 {
			b.kindGenitive = b.body(kind, "kind", meeting.Forms{}, russian.Genitive)
		}
	}
	return lowerFirst(b.kindGenitive)
}

// reference returns the number and the date of the protocol.
func (b *builder) reference() Reference {
	r := Reference{Date: b.when()}
	switch n := b.meeting.Number; {
	case n == nil:
	case *n == "":
		r.Number = b.origins.Computed(blankNumber, "number")
	default:
		r.Number = b.origins.Value("number", *n)
	}
	return r
}

// when returns the day or the days of the meeting.
func (b *builder) when() string { return b.origins.Computed(days(b.meeting), b.dayKeys()...) }

// dayKeys returns the keys that the days of the meeting depend on.
func (b *builder) dayKeys() []string {
	if len(b.meeting.Parts) == 0 {
		return []string{"date", "last_date"}
	}
	return []string{"date", "last_date", "parts"}
}

// date returns the date of a key in digits, or "".
func (b *builder) date(key string, d meeting.Date) string { return b.origins.Computed(date(d), key) }

// clock returns the time of a key.
func (b *builder) clock(key string, c *meeting.Clock) string {
	return b.origins.Computed(clock(c), key)
}

// days returns the day of the meeting or its first and last day: "20.11.2017",
// "16–17.04.2026", "30.04.2026–04.05.2026".
func days(m *meeting.Meeting) string { return dayRange(m.Days()) }

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

// clock returns a time with a full stop, as in official papers.
func clock(c *meeting.Clock) string {
	if c == nil {
		return ""
	}
	return fmt.Sprintf("%02d.%02d", c.Hour, c.Minute)
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
			Date:  o.Computed(dayRange(first, p.LastDate), dayKeys...),
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
