package wordml

// embeddings are the elements of a font table that name a font inside the file
// (ECMA-376-1, 17.8.3.3 to 17.8.3.6).
var embeddings = []string{"embedRegular", "embedBold", "embedItalic", "embedBoldItalic"}

const embeddedFont = "встроенный в документ шрифт не используется: положите его файл в папку шрифтов"

// embedded reports whether the file holds a font. Such fonts are not used: their letters
// may look like others, and most of them hold the letters of one text only.
func (l *lowering) embedded(name string) bool {
	table := l.main.named("fontTable")
	if table == "" {
		return false
	}
	fonts, err := l.pack.text(table, nil, l.left())
	if err != nil {
		return false // nothing else depends on the table
	}
	for _, f := range fonts.root.kids {
		if f.name != "font" || f.attr("name") != name {
			continue
		}
		for _, kind := range embeddings {
			if f.kid(kind) != nil {
				return true
			}
		}
	}
	return false
}
