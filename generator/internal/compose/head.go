package compose

import (
	"fmt"
	"strings"

	"protokol/generator/internal/meeting"
	"protokol/generator/internal/russian"
)

// reference names the protocol by number and date: "№ 1 от 20.11.2017".
func reference(m *meeting.Meeting) string {
	date := "от " + days(m)
	switch {
	case m.Number == nil:
		return date
	case *m.Number == "":
		return "№ " + blankNumber + " " + date
	}
	return "№ " + *m.Number + " " + date
}

// annexedTo names the protocol in the mark of an annex, the date first.
func annexedTo(m *meeting.Meeting) string {
	date := "от " + days(m)
	if m.Number == nil {
		return date
	}
	return date + " № " + or(*m.Number, blankNumber)
}

// days are the day of the meeting or its first and last: "20.11.2017",
// "16–17.04.2026", "30.04.2026–04.05.2026".
func days(m *meeting.Meeting) string {
	return dayRange(m.Days())
}

func dayRange(first, last meeting.Date) string {
	end := digits(last)
	switch {
	case first == last || last.IsZero():
		return digits(first)
	case first.Year == last.Year && first.Month == last.Month:
		return fmt.Sprintf("%02d–%s", first.Day, end)
	}
	return digits(first) + "–" + end
}

func digits(d meeting.Date) string { return russian.DateDigits(d.Year, d.Month, d.Day) }

// clock prints a time as official papers do, with a full stop.
func clock(c *meeting.Clock) string {
	if c == nil {
		return ""
	}
	return fmt.Sprintf("%02d.%02d", c.Hour, c.Minute)
}

// Part is a part of a meeting: "Очная часть" and "16.04.2026, начало 10.00".
type Part struct{ Title, Facts string }

func (s *secretariat) parts() []Part {
	var list []Part
	for _, p := range s.meeting.Parts {
		first := p.Date
		if first.IsZero() {
			first = s.meeting.Date
		}
		facts := []string{dayRange(first, p.LastDate)}
		if p.Start != nil {
			facts = append(facts, "начало "+clock(p.Start))
		}
		if p.End != nil {
			facts = append(facts, "окончание "+clock(p.End))
		}
		if zone := s.meeting.TimeZone; zone != "" && (p.Start != nil || p.End != nil) {
			facts[len(facts)-1] += " (" + zone + ")"
		}
		if p.Place != "" {
			facts = append(facts, p.Place)
		}
		list = append(list, Part{p.Title, strings.Join(facts, ", ")})
	}
	return list
}

// kind is the kind of the meeting in the genitive, with a small letter.
func (s *secretariat) kind() string {
	kind := s.meeting.Kind
	if kind == "" {
		if kind = "заседание"; len(s.meeting.Joint) > 0 {
			kind = "совместное заседание"
		}
	}
	if meeting.KindNoun(strings.Fields(kind)) >= 0 {
		kind = s.grammar.body(kind, "kind", meeting.Forms{}, russian.Genitive)
	}
	return lowerFirst(kind)
}

// body is the body, or the bodies that meet together, in the genitive.
func (s *secretariat) body() string {
	bodies := []string{s.grammar.council(russian.Genitive)}
	for i, b := range s.meeting.Joint {
		key := fmt.Sprintf("joint[%d].name", i)
		bodies = append(bodies, s.grammar.body(b.Name, key, meeting.Forms{Genitive: b.Genitive}, russian.Genitive))
	}
	return enumerate(bodies)
}

// enumerate joins words as a list in a sentence: «А, Б и В».
func enumerate(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	last := len(words) - 1
	return strings.Join(words[:last], ", ") + " и " + words[last]
}

// unquoted drops the quotes around a whole text: the template sets its own.
func unquoted(text string) string {
	if inner, ok := strings.CutPrefix(text, "«"); ok && strings.HasSuffix(inner, "»") && !strings.Contains(strings.TrimSuffix(inner, "»"), "»") {
		return strings.TrimSuffix(inner, "»")
	}
	return text
}
