package wordml

import "slices"

// embeddings are the elements of a font table that name a font inside the file
// (ECMA-376-1, 17.8.3.3 to 17.8.3.6).
var embeddings = []string{"embedRegular", "embedBold", "embedItalic", "embedBoldItalic"}

const embeddedFont = "встроенный в документ шрифт не используется: положите его файл в папку шрифтов"

// isEmbedded reports whether the file holds a font. Such fonts are not used: their
// letters may look like others, and most of them hold the letters of one text only.
func (l *lowering) isEmbedded(name string) bool {
	if l.embedded == nil {
		l.embedded = l.readEmbedded()
	}
	return l.embedded[name]
}

// readEmbedded returns the names of the fonts inside the file. One whose table is
// damaged has none: nothing else depends on it.
func (l *lowering) readEmbedded() map[string]bool {
	names := map[string]bool{}
	table := l.main.named("fontTable")
	if table == "" {
		return names
	}
	fonts, err := l.pack.text(table, nil, l.left)
	if err != nil {
		return names
	}
	for _, f := range fonts.root.kids {
		if f.name == "font" && slices.ContainsFunc(embeddings, func(kind string) bool { return f.kid(kind) != nil }) {
			names[f.attr("name")] = true
		}
	}
	return names
}
