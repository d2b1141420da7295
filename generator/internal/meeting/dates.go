package meeting

import (
	"cmp"
	"fmt"
	"slices"
	"time"
)

// Days returns the first and the last day of the meeting.
func (m *Meeting) Days() (first, last Date) {
	first, last = m.FirstDate, later(m.FirstDate, m.LastDate)
	if !m.DatedApart() {
		first, last = m.Date, later(m.Date, m.LastDate)
	}
	for _, p := range m.Parts {
		from := cmp.Or(p.Date, m.Date)
		if first.IsZero() || from.Time().Before(first.Time()) {
			first = from
		}
		last = later(last, later(from, p.LastDate))
	}
	return first, last
}

// DatedApart reports whether the date is that of the protocol only: the meeting
// or the voting began before it.
func (m *Meeting) DatedApart() bool {
	earlier := func(d Date) bool { return !d.IsZero() && d.Time().Before(m.Date.Time()) }
	return earlier(m.FirstDate) || slices.ContainsFunc(m.Parts, func(p Part) bool { return earlier(p.Date) })
}

// latestDraft is the longest usual time between the last day of a meeting and
// the date of its protocol.
const latestDraft = 92 * 24 * time.Hour

func later(a, b Date) Date {
	if a.IsZero() || a.Time().Before(b.Time()) {
		return b
	}
	return a
}

// dates checks the days and times of the meeting and its parts.
func (c *checker) dates() {
	m := c.meeting
	c.holding()
	if year := m.Date.Year; !m.Date.IsZero() && (year < 1900 || year > 2100) {
		c.warn("date", fmt.Sprintf("проверьте год: %d", year), "дата пишется так: год-месяц-день, например 2017-11-20")
	}
	c.clocks("end", m.Start, m.End, m.LastDate.IsZero() || m.LastDate == m.Date)
	if m.FirstDate.IsZero() {
		hint := "если протокол датирован позже, добавьте first_date — первый день"
		if slices.ContainsFunc(m.Parts, func(p Part) bool { return !p.Date.IsZero() }) {
			hint = "дни называют части заседания (parts): уберите last_date"
		}
		c.days("last_date", m.Date, m.LastDate, hint)
	} else {
		c.days("date", m.FirstDate, m.Date, "проверьте обе даты")
		c.days("last_date", m.FirstDate, m.LastDate, "проверьте обе даты")
	}
	if _, last := m.Days(); m.DatedApart() && m.Date.Time().Sub(last.Time()) > latestDraft {
		c.warn("date", fmt.Sprintf("протокол датирован намного позже последнего дня %02d.%02d.%d",
			last.Day, last.Month, last.Year), "проверьте обе даты")
	}
	for i, p := range m.Parts {
		key := fmt.Sprintf("parts[%d]", i)
		c.text(key+".title", p.Title, "у части нет названия")
		first := p.Date
		if first.IsZero() {
			first = m.Date
		}
		c.days(key+".last_date", first, p.LastDate, "проверьте обе даты")
		c.clocks(key+".end", p.Start, p.End, p.LastDate.IsZero() || p.LastDate == first)
	}
}

func (c *checker) days(key string, first, last Date, hint string) {
	if !first.IsZero() && !last.IsZero() && last.Time().Before(first.Time()) {
		c.wrong(key, fmt.Sprintf("день %02d.%02d.%d раньше первого дня %02d.%02d.%d",
			last.Day, last.Month, last.Year, first.Day, first.Month, first.Year), hint)
	}
}

func (c *checker) clocks(key string, start, end *Clock, sameDay bool) {
	if sameDay && start != nil && end != nil && !start.Before(*end) {
		c.wrong(key, fmt.Sprintf("окончание %02d:%02d не позже начала %02d:%02d",
			end.Hour, end.Minute, start.Hour, start.Minute), "проверьте оба времени")
	}
}
