package generator

import (
	"protokol/generator/internal/laws"
	"protokol/templates"
)

// laws returns the acts that meetings can name: the built-in ones and those among
// the templates of the office.
func (g *Generator) laws() ([]*laws.Law, error) {
	return laws.Load(templates.Files, g.config.Templates)
}

// checkLaw adds to problems the requisites that the act which a meeting names
// demands and the meeting lacks. The error is a Problems when a file of an act is
// invalid.
func (g *Generator) checkLaw(m *Meeting, p Problems) (Problems, error) {
	list, err := g.laws()
	if err != nil {
		return p, err
	}
	law, problems := laws.Find(list, m.source.Meeting)
	if law != nil {
		problems = law.Check(m.source.Meeting)
	}
	return p.With(m.source.Report(problems).List...), nil
}

// Notes returns what Check does not settle about the act that a meeting names, or
// about one that it may have to name, in Russian.
func (g *Generator) Notes(m *Meeting) []string {
	list, err := g.laws()
	if err != nil || m.isEmpty() {
		return nil
	}
	if law, _ := laws.Find(list, m.source.Meeting); law != nil {
		return law.Notes()
	}
	return laws.Suggest(list, m.source.Meeting)
}
