package word

import (
	"protokol/generator/internal/fields"
)

// commentNames compiles a paragraph of a comment of the template. Comments are for people who work on the template,
// so a name that cannot be filled in one is not an error: it is kept and reported.
func (c *compiler) commentNames(p *element, f *paragraph) {
	for _, t := range f.tokens {
		at := c.place(p, t.from, t.to)
		filters, err := fields.ParseFilters(t.filters)
		path := fields.Find(t.words, nil)
		switch {
		case t.verb == braceOnly:
			c.cut(f, t.from, t.to)
			continue
		case t.verb != valueOf || path == nil || err != nil || filters.Check(path) != nil || len(path.Lists()) > 0:
			c.warn(at, f.text[t.from:t.to]+" в примечании Word останется как есть",
				"заполняются имена, которые есть у всего заседания; примечания бланка попадают в каждую бумагу")
			continue
		}
		if filters.Otherwise == nil {
			itself := f.text[t.from:t.to]
			filters.Otherwise = &itself
		}
		c.put(f, t, &name{path: path, filters: filters, place: at})
	}
}
