package generator

import (
	"fmt"
	"slices"
	"strings"

	"protokol/generator/internal/compose"
)

// Contents says in a line which papers carry their source in the given formats, and
// which do not. Remedy says how the others can be made to, unless none are to.
func (g *Generator) Contents(papers []*Paper, formats []string, remedy string) string {
	var with, without, names []string
	add := func(list *[]string, title string) {
		if !slices.Contains(*list, title) {
			*list = append(*list, title)
		}
	}
	for _, p := range papers {
		files := p.paper.Files()
		carriers := formats
		if !p.press.Profile.Attaches() {
			carriers = slices.DeleteFunc(slices.Clone(formats), func(f string) bool { return f == "pdf" })
		}
		switch title := p.kind.Title; {
		case len(files) == 0 || len(carriers) == 0:
			add(&without, title)
		case len(carriers) < len(formats):
			add(&with, title+" (только "+strings.ToUpper(carriers[0])+")")
		default:
			add(&with, title)
		}
		for _, f := range files {
			add(&names, Printable(f))
		}
	}
	var parts []string
	if len(with) > 0 {
		parts = append(parts, fmt.Sprintf("внутри %s: %s", strings.Join(names, ", "), strings.Join(with, ", ")))
	}
	if len(without) > 0 {
		if remedy = " (" + remedy + ")"; g.config.Source || g.config.NoSource {
			remedy = ""
		}
		parts = append(parts, "без исходного файла внутри: "+strings.Join(without, ", ")+remedy)
	}
	return strings.Join(parts, "; ")
}

// kindOf returns the kind of a paper that was made.
func kindOf(name string) compose.Kind {
	k, _ := compose.FindKind(name)
	return k
}
