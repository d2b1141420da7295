package meeting

import (
	"fmt"
	"strings"
)

// maxBodies is how many different names of the responsible are looked for.
const maxBodies = 1000

// bodies warns of a responsible body that is named nowhere else in the file:
// most often its name is misspelt.
func (c *checker) bodies() {
	if len(c.problems) > manyProblems {
		return
	}
	var texts strings.Builder
	m := c.meeting
	say := func(list ...string) {
		for _, text := range list {
			texts.WriteString(normal(text) + "\n")
		}
	}
	say(m.Council.Name, m.Council.Genitive, m.Council.ChairRole, m.Council.SecretaryRole, m.Place)
	say("председатель", "секретарь") // every body has them
	say(m.InvitedGroups...)
	for _, b := range m.Joint {
		say(b.Name, b.Genitive)
	}
	for _, p := range m.People {
		say(p.Organization, p.Position, p.Role)
	}
	for _, a := range m.Annexes {
		say(a.Title)
		say(a.Text...)
		if a.Table != nil {
			for _, row := range a.Table.Rows {
				say(row...)
			}
		}
	}
	mentions := map[string]int{}
	for _, item := range m.Agenda {
		say(item.Title)
		say(item.Discussion...)
		for _, s := range item.Heard {
			say(s.Text)
		}
		collect(item.Decisions, say, mentions)
	}
	if len(mentions) > maxBodies {
		return // no one gives so many orders; looking for each takes time
	}
	all := texts.String()
	for i, item := range m.Agenda {
		c.mentioned(fmt.Sprintf("agenda[%d].decisions", i), item.Decisions, all, mentions)
	}
}

func collect(points []Decision, say func(...string), mentions map[string]int) {
	for _, p := range points {
		say(p.Text)
		say(p.Lines...)
		for _, name := range p.Responsible {
			mentions[normal(name)]++
		}
		for _, name := range p.CoExecutors {
			mentions[normal(name)]++
		}
		collect(p.Points, say, mentions)
	}
}

func (c *checker) mentioned(key string, points []Decision, texts string, mentions map[string]int) {
	for i, p := range points {
		at := fmt.Sprintf("%s[%d]", key, i)
		for _, list := range []struct {
			key   string
			names []string
		}{{"responsible", p.Responsible}, {"co_executors", p.CoExecutors}} {
			for j, name := range list.names {
				if _, person := c.directory.Person(name); person || mentions[normal(name)] > 1 ||
					len(c.problems) > manyProblems || strings.Contains(texts, normal(name)) {
					continue
				}
				c.warn(fmt.Sprintf("%s.%s[%d]", at, list.key, j), fmt.Sprintf("«%s» больше нигде в файле не названо", name),
					"проверьте название; люди и их организации — в people")
			}
		}
		c.mentioned(at+".points", p.Points, texts, mentions)
	}
}
