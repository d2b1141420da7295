package meeting

// WordTemplate is an office's own Word template for a paper.
type WordTemplate struct {
	Key  string
	File string
	Data []byte
}

// words returns the templates that the file names, by the kind of paper.
func (m *Meeting) words() []WordTemplate {
	list := []WordTemplate{{"word", m.Word, nil}}
	if m.Extract != nil {
		list = append(list, WordTemplate{"extract.word", m.Extract.Word, nil})
	}
	for i, l := range []*Letter{m.Notice, m.Letter, m.Invitation} {
		if l != nil {
			list = append(list, WordTemplate{[]string{"notice", "letter", "invitation"}[i] + ".word", l.Word, nil})
		}
	}
	if m.Application != nil {
		list = append(list, WordTemplate{"application.word", m.Application.Word, nil})
	}
	if m.Consent != nil {
		list = append(list, WordTemplate{"consent.word", m.Consent.Word, nil})
	}
	return list
}

// WordTemplate returns the template that the file names for a kind of paper, or
// nil.
func (m *Meeting) WordTemplate(kind string) *WordTemplate {
	for _, t := range m.words() {
		if t.File != "" && (t.Key == kind+".word" || kind == "protocol" && t.Key == "word") {
			t.Data = m.WordFiles[t.Key]
			return &t
		}
	}
	return nil
}

// EachWord calls a function for every template that the file names.
func (m *Meeting) EachWord(visit func(WordTemplate)) {
	for _, t := range m.words() {
		if t.File != "" {
			visit(t)
		}
	}
}
