package meeting

import "fmt"

// absentees checks that people listed as absent did not chair the meeting or
// speak at it.
func (c *checker) absentees() {
	m, away := c.meeting, map[int]bool{}
	for _, a := range m.Absent {
		away[c.directory.find(a.Name)] = true
	}
	hold := func(say func(key, message, hint string), key, name, does string) {
		if i := c.directory.find(name); i >= 0 && away[i] {
			say(key, fmt.Sprintf("%s отсутствует (absent), но %s", m.People[i].Name, does), "проверьте absent")
		}
	}
	hold(c.wrong, "chair", m.Chair, "ведёт заседание")
	hold(c.wrong, "secretary", m.Secretary, "ведёт протокол")
	for i, name := range m.CoChairs {
		hold(c.wrong, fmt.Sprintf("co_chairs[%d]", i), name, "ведёт заседание")
	}
	for i, item := range m.Agenda {
		key := fmt.Sprintf("agenda[%d]", i)
		hold(c.wrong, key+".chair", item.Chair, "ведёт заседание по вопросу")
		for j, name := range item.Speakers {
			hold(c.warn, fmt.Sprintf("%s.speakers[%d]", key, j), name, "докладывает")
		}
		for j, s := range item.Heard {
			hold(c.warn, fmt.Sprintf("%s.heard[%d].name", key, j), s.Name, "докладывает")
		}
		for j, s := range item.Spoke {
			hold(c.warn, fmt.Sprintf("%s.spoke[%d].name", key, j), s.Name, "выступает")
		}
	}
}
