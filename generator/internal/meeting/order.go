package meeting

import (
	"fmt"
	"slices"
	"strings"
)

// given is a value in the file that some parts of the head print.
type given struct {
	key   string
	has   bool
	parts []string // any of them prints it
}

// unordered warns of values in the file that header.order leaves out.
func (c *checker) unordered() {
	for _, g := range c.meeting.leftOut() {
		c.warn("header.order", fmt.Sprintf("%s в файле есть, а в шапке не печатается", g.key),
			"добавьте в order "+strings.Join(g.parts, " или "))
	}
}

// repeatedDate warns of parts of the head each of which prints the date of the paper.
func (c *checker) repeatedDate(order []string) {
	if c.meeting.DateText != nil && *c.meeting.DateText == "" {
		return
	}
	var parts []string
	for _, part := range order {
		if part == "row" || part == "dated" || part == "reference" {
			parts = append(parts, part)
		}
	}
	if len(parts) > 1 {
		c.warn("header.order", "части "+strings.Join(parts, " и ")+" печатают одну и ту же дату",
			"оставьте одну из них")
	}
}

// LeftOut returns the keys that header.order leaves out.
func (m *Meeting) LeftOut() (keys []string) {
	for _, g := range m.leftOut() {
		keys = append(keys, g.key)
	}
	return keys
}

func (m *Meeting) leftOut() (list []given) {
	if m.Header == nil || len(m.Header.Order) == 0 {
		return nil
	}
	order := m.Header.Order
	institution := m.Header.Letterhead != "none" && m.Letterhead != nil && m.Letterhead.Name != ""
	for _, g := range []given{
		{"header.institution", len(m.Header.Institution) > 0, []string{"institution"}},
		{"letterhead", institution && len(m.Header.Institution) == 0, []string{"institution"}},
		{"number", m.Number != nil, []string{"title", "reference", "row"}},
		{"date", !m.Date.IsZero() && (m.DateText == nil || *m.DateText != ""),
			[]string{"date", "dated", "reference", "row"}},
		{"kind", m.Kind != "", []string{"subtitle"}},
		{"theme", m.Theme != "", []string{"theme", "subtitle"}},
		{"city", m.City != "", []string{"city", "row"}},
		{"start", m.Start != nil, []string{"time", "start"}},
		{"end", m.End != nil, []string{"time", "end"}},
		{"place", m.Place != "", []string{"place"}},
		{"holding", m.Holding != "", []string{"holding"}},
		{"parts", len(m.Parts) > 0, []string{"parts"}},
		{"first_date", !m.FirstDate.IsZero() && len(m.Parts) == 0, []string{"parts"}},
		{"details", len(m.Details) > 0, []string{"details"}},
		{"present", m.Present != nil || m.Attendance.Present != nil, []string{"present"}},
		{"invited", len(m.Invited)+len(m.InvitedGroups) > 0, []string{"invited"}},
		{"absent", len(m.Absent) > 0 || m.Attendance.Absent != nil, []string{"absent"}},
		{"counting", m.Counting != nil, []string{"counting"}},
		{"quorum", m.Quorum != "", []string{"quorum"}},
		{"preamble", len(m.Preamble) > 0, []string{"preamble"}},
		{"elections", len(m.Elections) > 0, []string{"elections"}},
		{"agenda_vote", m.AgendaVote != nil, []string{"agenda"}},
	} {
		if g.has && !slices.ContainsFunc(g.parts, func(part string) bool { return slices.Contains(order, part) }) {
			list = append(list, g)
		}
	}
	return list
}

// letterheadUnused warns of a letterhead that no paper of the file shows: the
// form council prints it above the protocol only when asked, other papers print its
// names only.
func (c *checker) letterheadUnused() {
	m := c.meeting
	l := m.Letterhead
	asked := m.Header != nil && m.Header.Letterhead != ""
	if l == nil || asked || m.Letter != nil || m.Notice != nil || m.Invitation != nil {
		return
	}
	switch {
	case m.WithoutMeeting():
		if l.Address+l.Phone+l.Fax+l.Email+l.Site+l.OKPO+l.INN+l.KPP+l.OGRN != "" {
			c.warn("letterhead", "адрес, телефон и коды бланка над этой бумагой не печатаются",
				`чтобы напечатать, добавьте header.letterhead = "full"; чтобы промолчать — "names"`)
		}
	case l.Parent+l.Name+l.ShortName != "" && m.ProtocolForm() == "council":
		c.warn("letterhead", "бланк над протоколом формы council не печатается",
			`чтобы напечатать, добавьте header.letterhead = "names" или "full"; чтобы промолчать — "none"`)
	}
}
