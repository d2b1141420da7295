package meeting

import (
	"fmt"
	"slices"
	"strings"

	"protokol/generator/diag"
	"protokol/generator/internal/voting"
)

// listedUpTo is the maximum number of people that a protocol lists itself; a
// longer list becomes an annex (Примерная инструкция по делопроизводству: «от 15
// человек»).
const listedUpTo = 14

// Attendance says how the people present are counted and printed.
type Attendance struct {
	// Как печатать присутствующих: list — списком, annex — списком в приложении («список
	// прилагается», само собой от 15 человек), line — строкой через запятую, number — только числом.
	Print string `toml:"print" jsonschema:"enum=list,enum=annex,enum=line,enum=number"`
	// true — за числом поимённо названы те, кто есть в present или в people: «Присутствовали: 13 человек,
	// в том числе:». Нужно print = "number".
	Named bool `toml:"named"`
	// Порядок: given — как в файле (по умолчанию), alphabetical — по алфавиту.
	Order string `toml:"order" jsonschema:"enum=given,enum=alphabetical"`
	// Как сгруппировать присутствующих: organization — по организациям, role — по ролям в органе:
	// «Председатель комиссии – …», затем члены комиссии.
	Group string `toml:"group" jsonschema:"enum=organization,enum=role"`
	// true — пронумеровать присутствующих.
	Numbered bool `toml:"numbered"`
	// Сколько всего членов с правом голоса, если в people названы не все.
	Members int `toml:"members" jsonschema:"minimum=1"`
	// Сколько человек присутствовало. Поимённо названы не все — с print = "number" (их напечатает named);
	// если названы все, должно совпасть.
	Present *int `toml:"present" jsonschema:"minimum=0"`
	// Сколько из присутствовавших участвовало по доверенностям.
	Proxies int `toml:"proxies" jsonschema:"minimum=1"`
	// Номер приложения, в котором список присутствовавших, если их печатают числом: «52 человека (список –
	// приложение № 1)».
	Annex int `toml:"annex" jsonschema:"minimum=1"`
	// Сколько членов отсутствовало, если без имён.
	Absent *int `toml:"absent" jsonschema:"minimum=0"`
	// Сколько голосов, долей или квадратных метров представляли присутствовавшие.
	Votes Amount `toml:"votes"`
}

// votes returns the number of votes present, if the file states it.
func (a Attendance) votes(unit voting.Unit) (voting.Amount, bool) {
	switch {
	case !a.Votes.IsZero():
		return a.Votes.Amount, true
	case a.Present != nil && a.Print == "number" && unit == voting.Heads:
		return voting.Whole(*a.Present), true
	}
	return voting.Amount{}, false
}

// Move is a person coming late or leaving early.
type Move struct {
	// Имя из people.
	Name string `toml:"name" jsonschema:"required"`
	// Перед рассмотрением какого вопроса: номер в повестке.
	Before int `toml:"before" jsonschema:"minimum=1"`
	// После рассмотрения какого вопроса: номер в повестке.
	After int `toml:"after" jsonschema:"minimum=1"`
	// Во сколько: "10:40".
	Time *Clock `toml:"time"`
}

// from returns the index of the first item after the move.
func (m Move) from() int {
	if m.Before > 0 {
		return m.Before - 1
	}
	return m.After
}

// First returns the number of the first item after the move, from 1.
func (m Move) First() int { return m.from() + 1 }

// Part is a part of a meeting: a day, a session, the absentee half.
type Part struct {
	// Название части: Очная часть, Первый день.
	Title string `toml:"title" jsonschema:"required"`
	// Дата части. По умолчанию — дата заседания.
	Date Date `toml:"date"`
	// Последний день части, если она длилась несколько дней.
	LastDate Date `toml:"last_date"`
	// Время начала.
	Start *Clock `toml:"start"`
	// Время окончания.
	End *Clock `toml:"end"`
	// Место.
	Place string `toml:"place"`
}

// holdings lists the usual forms of holding a meeting; others are printed as
// given.
var holdings = []string{"очная", "заочная", "очно-заочная", "видео-конференц-связь"}

// Absentee reports whether there are only ballots and no gathering.
func (m *Meeting) Absentee() bool { return strings.HasPrefix(normalize(m.Holding), "заочн") }

// Mixed reports whether some people take part by ballot.
func (m *Meeting) Mixed() bool { return strings.HasPrefix(normalize(m.Holding), "очно-заочн") }

// Listing returns how the people present are printed: "list", "annex", "line" or
// "number".
func (m *Meeting) Listing() string {
	switch {
	case m.Attendance.Print != "":
		return m.Attendance.Print
	case len(m.PresentPeople()) > listedUpTo:
		return "annex"
	}
	return "list"
}

// Headcount returns the number of people present; false if the file does not say
// it: a protocol that prints a number and not names need not name everybody in
// people.
func (m *Meeting) Headcount() (n int, known bool) { return m.headcount(m.Directory()) }

// headcount is Headcount with the directory.
func (m *Meeting) headcount(d Directory) (n int, known bool) {
	if n := m.Attendance.Present; n != nil {
		return *n, true
	}
	if m.Attendance.Print == "number" {
		return len(m.attending(d)), m.Present != nil
	}
	return len(m.present(d)), true
}

func (c *checker) attendance() {
	a := c.meeting.Attendance
	one := func(key, value string, known ...string) {
		if value != "" && !slices.Contains(known, value) {
			c.wrong("attendance."+key, fmt.Sprintf("неизвестное значение «%s»", value),
				"есть "+strings.Join(known, ", "))
		}
	}
	one("print", a.Print, "list", "annex", "line", "number")
	one("order", a.Order, "given", "alphabetical")
	one("group", a.Group, "organization", "role")
	if a.Members < 0 || a.Present != nil && *a.Present < 0 || a.Absent != nil && *a.Absent < 0 {
		c.wrong("attendance", "людей не бывает меньше нуля", "")
		return
	}
	if n, known := c.meeting.headcount(c.directory); a.Proxies < 0 || known && a.Proxies > n {
		c.wrong("attendance.proxies", fmt.Sprintf("по доверенностям %d, а присутствовало %d", a.Proxies, n),
			"доверенности входят в число присутствовавших")
	}
	if a.Named && a.Print != "number" {
		c.warn("attendance.named", "имена и без того печатаются", `named бывает вместе с print = "number"`)
	}
	if a.Proxies > 0 && a.Print != "number" {
		c.warn("attendance.proxies", "число доверенностей печатается только с числом присутствовавших",
			`добавьте print = "number" или скажите о доверенностях в quorum`)
	}
	c.annexExists("attendance.annex", a.Annex)
	if a.Annex > 0 && a.Print != "number" {
		c.warn("attendance.annex", "приложение со списком названо только рядом с числом присутствовавших",
			`добавьте print = "number"; список из people программа приложит сама: print = "annex"`)
	}
	c.headcount(a)
	c.weights(a)
	c.presence()
	c.absentees()
	c.remote()
	c.moves("arrived", c.meeting.Arrived)
	c.moves("left", c.meeting.Left)
}

// headcount compares the numbers in the file with the names.
func (c *checker) headcount(a Attendance) {
	named := len(c.meeting.present(c.directory))
	if _, known := c.meeting.headcount(c.directory); !known && a.Votes.IsZero() && c.meeting.Quorum == "" {
		c.warn("attendance.print", "сколько человек присутствовало, не сказано; число не печатается",
			"добавьте attendance.present или назовите всех в present")
	}
	if a.Present != nil {
		switch {
		case a.Print == "number" && *a.Present < named:
			c.wrong("attendance.present", fmt.Sprintf("присутствовало %d, а поимённо названо больше: %d",
				*a.Present, named),
				"не называйте в people тех, кого не было, или отметьте их в absent")
		case a.Print != "number" && *a.Present != named:
			c.wrong("attendance.present", fmt.Sprintf("присутствовало %d, а имён среди присутствующих %d",
				*a.Present, named),
				`уберите число — программа сосчитает сама; названы не все — добавьте print = "number" и named = true`)
		}
	}
	if n := len(c.meeting.Absent); a.Absent != nil && n > 0 && *a.Absent != n {
		c.wrong("attendance.absent", fmt.Sprintf("отсутствовало %d, а имён в absent %d", *a.Absent, n),
			"уберите число — программа сосчитает сама")
	}
	c.membership(a)
}

// membership checks that there are no more people with a vote than members.
func (c *checker) membership(a Attendance) {
	if a.Members == 0 || units[c.meeting.Council.Rules.Unit] != voting.Heads {
		return
	}
	if r := c.meeting.Council.Rules; r.Quorum+r.Majority+c.meeting.Quorum == "" {
		c.warn("attendance.members", "сколько всего членов, не печатается: нет правила кворума",
			`добавьте council.rules.quorum = "> 1/2 of members" или слова о кворуме: quorum = "…"`)
	}
	s := c.assembly()
	members, _ := s.members()
	if all, ok := s.sum(s.mayVote); ok && all.Cmp(members) > 0 {
		c.wrong("attendance.members", fmt.Sprintf("членов с правом голоса %v, а среди people их %v", members, all),
			"кто не член органа, отметьте guest = true; кто без голоса, назовите в council.rules.no_vote")
	}
}

// weights compares the votes in the file with the sum of those of the people,
// where each has votes of their own.
func (c *checker) weights(a Attendance) {
	s := c.assembly()
	if s.rules.Unit == voting.Heads {
		return
	}
	if total, ok := c.meeting.Council.Rules.total(); ok {
		if all, known := s.sum(s.mayVote); known && all.Cmp(total) > 0 {
			c.wrong("council.rules.total", fmt.Sprintf("всего голосов %v, а у людей в people их %v", total, all),
				"проверьте votes у каждого")
		}
		if a.Votes.Cmp(total) > 0 {
			c.wrong("attendance.votes",
				fmt.Sprintf("представлено голосов %v, а всего их %v", a.Votes.Amount, total), "")
			return
		}
	}
	count, known := c.meeting.headcount(c.directory)
	everybody := known && count == len(c.meeting.present(c.directory))
	there, known := s.sum(s.opening)
	switch order := a.Votes.Cmp(there); {
	case !known || there.IsZero() || a.Votes.IsZero() || s.rules.Unit == voting.Percent: // percentages are rounded
	case order < 0, order > 0 && everybody:
		c.wrong("attendance.votes", fmt.Sprintf("представлено голосов %v, а у присутствующих поимённо их %v",
			a.Votes.Amount, there),
			"уберите число — программа сложит сама — или отметьте отсутствующих в absent")
	}
}

// remote checks that people who took part remotely were present.
func (c *checker) remote() {
	present := c.present()
	for i, name := range c.meeting.Remote {
		key := fmt.Sprintf("remote[%d]", i)
		c.known(key, name)
		if at := c.directory.find(name); at >= 0 && !present[at] {
			c.wrong(key, fmt.Sprintf("%s не присутствует", c.meeting.People[at].Name),
				"проверьте present, invited и absent")
		}
	}
}

// present returns who was present, invited people included, by index.
func (c *checker) present() map[int]bool {
	there := map[int]bool{}
	for _, p := range slices.Concat(c.meeting.attending(c.directory), c.directory.named(c.meeting.Invited)) {
		there[c.directory.find(p.Name)] = true
	}
	return there
}

func (c *checker) moves(list string, moves []Move) {
	present := c.present()
	for i, m := range moves {
		key := fmt.Sprintf("%s[%d]", list, i)
		c.known(key+".name", m.Name)
		if at := c.directory.find(m.Name); at >= 0 && !present[at] {
			c.wrong(key+".name", fmt.Sprintf("%s не присутствует", c.meeting.People[at].Name),
				"кто пришёл позже или ушёл раньше, тот присутствовал: уберите его из absent")
		}
		switch items := len(c.meeting.Agenda); {
		case m.Before == 0 && m.After == 0:
			c.wrong(key, "не сказано, перед каким вопросом",
				"добавьте before = 2 (перед вопросом 2) или after = 1 (после вопроса 1)")
		case m.Before != 0 && m.After != 0 && m.Before != m.After+1:
			c.wrong(key+".after", fmt.Sprintf("перед вопросом %d и после вопроса %d — не одно и то же",
				m.Before, m.After), "оставьте одно")
		case m.After > 0 && m.After == items:
			c.wrong(key, "после последнего вопроса уходят все", "уберите эту запись")
		case m.First() < 1 || m.First() > items:
			c.wrong(key, fmt.Sprintf("в повестке нет такого вопроса: вопросов %d", items), "")
		}
	}
}

// holding warns of a form of holding that resembles a usual one.
func (c *checker) holding() {
	given := normalize(c.meeting.Holding)
	if near := diag.Nearest(given, holdings); near != "" && !slices.Contains(holdings, given) {
		c.warn("holding", fmt.Sprintf("необычная форма проведения «%s»", c.meeting.Holding), "возможно, "+near)
	}
}
