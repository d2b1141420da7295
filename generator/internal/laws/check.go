package laws

import (
	"fmt"
	"reflect"
	"strings"
	"time"

	"protokol/generator/diag"
	"protokol/generator/internal/meeting"
)

// checker checks a meeting.
type checker struct {
	law      *Law
	meeting  *meeting.Meeting
	value    reflect.Value
	problems diag.List
}

// Check returns a warning for every requisite that a meeting lacks, with the
// clause that demands it.
func (l *Law) Check(m *meeting.Meeting) diag.List {
	c := checker{law: l, meeting: m, value: reflect.ValueOf(m).Elem()}
	first, _ := m.Days()
	if !l.Since.IsZero() && !first.IsZero() && first.Time().Before(l.Since.Time()) {
		c.warn("law", fmt.Sprintf("собрание было раньше, чем вступил в силу %s (%s)", l.Title, day(l.Since)), l.Before)
	}
	for _, r := range l.Requisites {
		c.requisite(r)
	}
	return c.problems
}

func day(d meeting.Date) string { return fmt.Sprintf("%02d.%02d.%d", d.Day, d.Month, d.Year) }

func (c *checker) warn(key, message, hint string) {
	c.problems = append(c.problems, diag.Problem{Severity: diag.Warning, Key: key, Message: message, Hint: hint})
}

// clause names the place that demands a requisite.
func (c *checker) clause(r Requisite) string {
	if r.Clause == "" {
		return c.law.Name + ": пункт не установлен"
	}
	return c.law.Name + ": " + r.Clause
}

func (c *checker) missing(key string, r Requisite) {
	c.warn(key, fmt.Sprintf("нет реквизита: %s (%s)", r.What, c.clause(r)), r.Hint)
}

func (c *checker) doubtful(key, doubt string, r Requisite) {
	c.warn(key, fmt.Sprintf("%s; нужен реквизит: %s (%s)", doubt, r.What, c.clause(r)), r.Hint)
}

func (c *checker) requisite(r Requisite) {
	switch {
	case len(r.When) > 0 && !c.says([]string{"agenda"}, r.When):
	case r.Each != "":
		for i, v := range at(c.value, r.Each) {
			if !hasOne(v, r.Keys) {
				c.missing(fmt.Sprintf("%s[%d]", r.Each, i), r)
			}
		}
	case len(r.Keys) > 0 && !hasOne(c.value, r.Keys), len(r.Words) > 0 && !c.says(r.Within, r.Words):
		c.missing("law", r)
	case r.unlike != nil:
		c.unlike(r)
	case r.Days > 0:
		c.days(r)
	case len(r.Signs) > 0:
		c.signs(r)
	case len(r.When) > 0 && len(r.Words)+len(r.Keys) == 0:
		c.doubtful("law", "проверьте сами", r)
	}
}

func hasOne(v reflect.Value, keys []string) bool {
	for _, key := range keys {
		if len(at(v, key)) > 0 {
			return true
		}
	}
	return false
}

// says reports whether the texts under one of the keys have one of the words.
func (c *checker) says(keys, words []string) (found bool) {
	if len(keys) == 0 {
		keys = []string{""}
	}
	for _, key := range keys {
		for _, v := range at(c.value, key) {
			texts(v, func(text string) {
				text = strings.ToLower(text)
				for _, word := range words {
					found = found || strings.Contains(text, strings.ToLower(word))
				}
			})
		}
	}
	return found
}

func (c *checker) unlike(r Requisite) {
	for _, key := range r.Keys {
		for _, v := range at(c.value, key) {
			texts(v, func(text string) {
				if r.unlike.MatchString(text) {
					c.doubtful(key, r.Doubt+" («"+text+"»)", r)
				}
			})
		}
	}
}

// days checks the days between the end of the meeting and the date.
func (c *checker) days(r Requisite) {
	_, last := c.meeting.Days()
	date := c.meeting.Date
	if date.IsZero() || last.IsZero() {
		return
	}
	switch days := int(date.Time().Sub(last.Time()) / (24 * time.Hour)); {
	case days < 0:
		c.doubtful("date", "протокол датирован раньше, чем собрание кончилось: "+day(last), r)
	case days > r.Days:
		c.doubtful("date", fmt.Sprintf("протокол датирован через %d дней после собрания", days), r)
	}
}

// signs checks that people are among the signers. Without signers the chair, the
// secretary and the counting commission sign.
func (c *checker) signs(r Requisite) {
	m := c.meeting
	if m.Signers == nil {
		return
	}
	people := m.Directory()
	signed := map[string]bool{}
	for _, s := range m.Signers {
		if p, ok := people.Person(s.Name); ok {
			signed[p.Name] = true
		}
	}
	for _, key := range r.Signs {
		for _, v := range at(c.value, key) {
			if p, ok := people.Person(v.String()); ok && !signed[p.Name] {
				c.doubtful("signers", fmt.Sprintf("среди подписывающих нет: %s (%s)", p.Name, key), r)
			}
		}
	}
}
