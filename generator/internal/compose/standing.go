package compose

import (
	"slices"
	"strings"

	"protokol/generator/internal/meeting"
)

// A body writes its words and its notation once, for all of its meetings. A word that belongs to a fact that a
// meeting lacks is not reported as lost.

// lacks maps keys of words and notations to the facts without which a meeting does not print them.
var lacks = map[string]func(*meeting.Meeting) bool{
	"words.absent":  func(m *meeting.Meeting) bool { return len(m.Absent) == 0 && m.Attendance.Absent == nil },
	"words.invited": func(m *meeting.Meeting) bool { return len(m.Invited)+len(m.InvitedGroups) == 0 },
	"words.persons": func(m *meeting.Meeting) bool {
		return m.Listing() != "number" && m.Listing() != "annex" && m.Attendance.Absent == nil
	},
	"words.members":  func(m *meeting.Meeting) bool { return m.Attendance.Group != "role" },
	"words.counting": func(m *meeting.Meeting) bool { return m.Counting == nil },
	"words.co_chair": func(m *meeting.Meeting) bool { return len(m.CoChairs) == 0 },
	"words.secretary": func(m *meeting.Meeting) bool {
		return m.Secretary == ""
	},
	"words.chair":   func(m *meeting.Meeting) bool { return m.Chair == "" },
	"words.start":   func(m *meeting.Meeting) bool { return m.Start == nil },
	"words.end":     func(m *meeting.Meeting) bool { return m.End == nil },
	"words.time":    func(m *meeting.Meeting) bool { return m.Start == nil && m.End == nil },
	"words.place":   func(m *meeting.Meeting) bool { return m.Place == "" },
	"words.theme":   func(m *meeting.Meeting) bool { return m.Theme == "" },
	"words.holding": func(m *meeting.Meeting) bool { return m.Holding == "" },
	"words.minutes": noItem(func(i meeting.Item) bool { return i.Minutes > 0 }),
	"words.heard":   noItem(func(i meeting.Item) bool { return len(i.Heard)+len(i.Speakers) > 0 }),
	"words.spoke":   noItem(func(i meeting.Item) bool { return len(i.Spoke) > 0 }),
	"words.annex": func(m *meeting.Meeting) bool {
		return !slices.ContainsFunc(m.Annexes, func(a meeting.Annex) bool { return !a.Separate && a.Sheets == 0 })
	},
	"header.heard":    noItem(func(i meeting.Item) bool { return len(i.Heard) > 0 }),
	"header.spoke":    noItem(func(i meeting.Item) bool { return len(i.Spoke) > 0 }),
	"council.keyword": noItem(func(i meeting.Item) bool { return len(i.Decisions) > 0 }),
	"council.chair_role": func(m *meeting.Meeting) bool {
		return m.Chair == "" || m.Signers != nil || isDeputized(m, m.Chair)
	},
	"council.secretary_role": func(m *meeting.Meeting) bool {
		return m.Secretary == "" || m.Signers != nil || isDeputized(m, m.Secretary)
	},
}

// isDeputized reports whether a person signs as a deputy.
func isDeputized(m *meeting.Meeting, name string) bool {
	p, ok := m.Directory().Person(name)
	return ok && meeting.IsDeputy(p.Role)
}

// noItem reports whether a condition is true for no item of a meeting.
func noItem(has func(meeting.Item) bool) func(*meeting.Meeting) bool {
	return func(m *meeting.Meeting) bool { return !slices.ContainsFunc(m.Agenda, has) }
}

// isStanding reports whether a protocol need not print the value of a key, because the meeting lacks the fact that
// it belongs to, or because it is a notation without words, of which only the fields are printed.
func isStanding(m *meeting.Meeting, key, value string) bool {
	if lacking, ok := lacks[key]; ok && lacking(m) {
		return true
	}
	return strings.HasPrefix(key, "header.") && wordless(value)
}

// wordless reports whether a pattern consists of fields only.
func wordless(pattern string) bool {
	fields := meeting.Fields(pattern)
	return len(fields) > 1 && !slices.ContainsFunc(fields, func(f meeting.Field) bool {
		return f.Name == "" && strings.TrimSpace(f.Text) != ""
	})
}
