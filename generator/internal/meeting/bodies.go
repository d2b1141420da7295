package meeting

import (
	"fmt"
	"strings"

	"protokol/generator/internal/russian"
)

// maxBodies limits the number of responsible bodies that are searched for.
const maxBodies = 1000

// bodies warns of a responsible body that appears nowhere else in the file: its
// name may be misspelt.
func (c *checker) bodies() {
	if len(c.problems) > manyProblems {
		return
	}
	mentions := map[string]int{}
	for _, item := range c.meeting.Agenda {
		count(item.Decisions, mentions)
	}
	if len(mentions) > maxBodies {
		return // not a real meeting; searching takes time for each
	}
	all := &named{rest: c.meeting.texts()}
	for i, item := range c.meeting.Agenda {
		c.mentioned(fmt.Sprintf("agenda[%d].decisions", i), item.Decisions, all, mentions)
	}
}

// genitives warns of a genitive that is the nominative although the name declines.
func (c *checker) genitives() {
	c.genitive("council.genitive", c.meeting.Council.Name, c.meeting.Council.Genitive)
	for i, body := range c.meeting.Joint {
		c.genitive(fmt.Sprintf("joint[%d].genitive", i), body.Name, body.Genitive)
	}
}

func (c *checker) genitive(key, name, genitive string) {
	if blank(genitive) || normalize(genitive) != normalize(name) {
		return
	}
	if form := russian.Body(name, russian.Genitive); form.Doubt == "" && form.Text != name {
		c.warn(key, "стоит именительный падеж, а нужен родительный: заседание кого?",
			"удалите строку, падеж образует программа: «"+form.Text+"»")
	}
}

// named are texts that may name a body. They are long, and most bodies are among the first of them, so that a text is
// normalized when a name is in none of those before it.
type named struct {
	known strings.Builder // normalized, each ends with a line break
	rest  []string
}

// has reports whether a normalized name is in one of the texts.
func (n *named) has(name string) bool {
	if strings.Contains(n.known.String(), name) {
		return true
	}
	for len(n.rest) > 0 {
		text := normalize(n.rest[0]) + "\n"
		n.known.WriteString(text)
		n.rest = n.rest[1:]
		if strings.Contains(text, name) {
			return true
		}
	}
	return false
}

// texts are the texts that may name a body.
func (m *Meeting) texts() (texts []string) {
	addText := func(list ...string) { texts = append(texts, list...) }
	addText(m.Council.Name, m.Council.Genitive, m.Council.ChairRole, m.Council.SecretaryRole, m.Place)
	addText("председатель", "секретарь") // every body has them
	addText(m.InvitedGroups...)
	for _, b := range m.Joint {
		addText(b.Name, b.Genitive)
	}
	for _, p := range m.People {
		addText(p.Organization, p.Position, p.Role)
	}
	for _, a := range m.Annexes {
		addText(a.Title)
		addText(a.Text...)
		if a.Table != nil {
			for _, row := range a.Table.Rows {
				addText(row...)
			}
		}
	}
	for _, item := range m.Agenda {
		addText(item.Title)
		addText(item.Discussion...)
		for _, s := range item.Heard {
			addText(s.Text)
		}
		collect(item.Decisions, addText)
	}
	return texts
}

func collect(points []Decision, addText func(...string)) {
	for _, p := range points {
		addText(p.Text)
		addText(p.Lines...)
		collect(p.Points, addText)
	}
}

// count counts how often bodies and people are said to be responsible.
func count(points []Decision, mentions map[string]int) {
	for _, p := range points {
		for _, name := range p.Responsible {
			mentions[normalize(name)]++
		}
		for _, name := range p.CoExecutors {
			mentions[normalize(name)]++
		}
		count(p.Points, mentions)
	}
}

func (c *checker) mentioned(key string, points []Decision, texts *named, mentions map[string]int) {
	for i, p := range points {
		at := fmt.Sprintf("%s[%d]", key, i)
		for _, list := range []struct {
			key   string
			names []string
		}{{"responsible", p.Responsible}, {"co_executors", p.CoExecutors}} {
			for j, name := range list.names {
				if _, person := c.directory.Person(name); person || mentions[normalize(name)] > 1 ||
					len(c.problems) > manyProblems || texts.has(normalize(name)) {
					continue
				}
				hint := "проверьте название; люди и их организации — в people"
				if near := c.directory.nearest(name, c.names); near != "" {
					hint = fmt.Sprintf("возможно, это %s; люди и их организации — в people", near)
				}
				c.warn(fmt.Sprintf("%s.%s[%d]", at, list.key, j),
					fmt.Sprintf("«%s» больше нигде в файле не названо", name), hint)
			}
		}
		c.mentioned(at+".points", p.Points, texts, mentions)
	}
}
