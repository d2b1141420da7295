package generator

import (
	"fmt"
	"slices"
	"strings"

	"protokol/generator/internal/compose"
)

// Contents says in a line which papers carry their source in the given formats, and
// which do not. Remedy says how those could.
func (g *Generator) Contents(papers []*Paper, formats []string, remedy string) string {
	carriers := slices.Clone(formats)
	if !g.CarriesSource() {
		carriers = slices.DeleteFunc(carriers, func(f string) bool { return f == "pdf" })
	}
	only := ""
	if len(carriers) > 0 && len(carriers) < len(formats) {
		only = " (только " + strings.ToUpper(carriers[0]) + ")"
	}
	var with, without, names []string
	for _, p := range papers {
		files := p.paper.Files()
		if len(files) == 0 || len(carriers) == 0 {
			without = append(without, p.kind.Title)
			continue
		}
		with = append(with, p.kind.Title+only)
		for _, f := range files {
			names = append(names, Printable(f))
		}
	}
	var parts []string
	if len(with) > 0 {
		parts = append(parts, fmt.Sprintf("внутри %s: %s", enumerate(names), enumerate(with)))
	}
	if len(without) > 0 {
		parts = append(parts, "без исходного файла внутри: "+enumerate(without))
		if !g.config.Source && !g.config.NoSource && len(carriers) > 0 {
			parts[len(parts)-1] += " (" + remedy + ")"
		}
	}
	if carried := g.carried(formats); len(carried) > 0 {
		parts = append(parts, "в DOCX из бланка: "+enumerate(carried))
	}
	return strings.Join(parts, "; ")
}

// carried names the unprinted content that every DOCX inherits from the office's own Word template.
func (g *Generator) carried(formats []string) []string {
	if g.press.Word == nil || !slices.Contains(formats, "docx") {
		return nil
	}
	return g.press.Word.Carried()
}

// enumerate joins the different words of a list with commas.
func enumerate(list []string) string { return strings.Join(unique(list), ", ") }

// kind returns the kind of a paper that was made.
func (m *Meeting) kind(name string) compose.Kind {
	k, _ := compose.FindKindOf(m.source.Meeting, name)
	return k
}
