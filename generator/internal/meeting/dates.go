package meeting

import "fmt"

// Days returns the first and the last day of the meeting.
func (m *Meeting) Days() (first, last Date) {
	first, last = m.Date, later(m.Date, m.LastDate)
	for _, p := range m.Parts {
		last = later(last, later(p.Date, p.LastDate))
	}
	return first, last
}

func later(a, b Date) Date {
	if a.Time().Before(b.Time()) {
		return b
	}
	return a
}

// dates checks the days and times of the meeting and its parts.
func (c *checker) dates() {
	m := c.meeting
	c.holding()
	c.clocks("end", m.Start, m.End, m.LastDate.IsZero() || m.LastDate == m.Date)
	c.days("last_date", m.Date, m.LastDate)
	for i, p := range m.Parts {
		key := fmt.Sprintf("parts[%d]", i)
		c.text(key+".title", p.Title, "у части нет названия")
		first := p.Date
		if first.IsZero() {
			first = m.Date
		}
		c.days(key+".date", m.Date, p.Date)
		c.days(key+".last_date", first, p.LastDate)
		c.clocks(key+".end", p.Start, p.End, p.LastDate.IsZero() || p.LastDate == first)
	}
}

func (c *checker) days(key string, first, last Date) {
	if !first.IsZero() && !last.IsZero() && last.Time().Before(first.Time()) {
		c.wrong(key, fmt.Sprintf("день %02d.%02d.%d раньше первого дня %02d.%02d.%d",
			last.Day, last.Month, last.Year, first.Day, first.Month, first.Year), "проверьте обе даты")
	}
}

func (c *checker) clocks(key string, start, end *Clock, sameDay bool) {
	if sameDay && start != nil && end != nil && !start.Before(*end) {
		c.wrong(key, fmt.Sprintf("окончание %02d:%02d не позже начала %02d:%02d",
			end.Hour, end.Minute, start.Hour, start.Minute), "проверьте оба времени")
	}
}
