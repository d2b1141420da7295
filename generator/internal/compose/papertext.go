package compose

import (
	"strings"

	"protokol/generator/internal/meeting"
)

// keywords sets the words before what was found and before the points. Each goes on
// with the last paragraph before it, or stands apart.
func (b *builder) keywords(key string, p *meeting.Paper, view *Paper) {
	word := func(name, text string) string {
		return b.origins.Value(key+"."+name, strings.TrimSuffix(strings.TrimSpace(text), ":"))
	}
	found, resolved := word("findings_keyword", p.FindingsKeyword), word("keyword", p.Keyword)
	view.Findings = b.values(key+".findings", p.Findings)
	if p.KeywordApart {
		view.FindingApart, view.KeywordApart = found, resolved
		return
	}
	if found != "" {
		view.Finding, view.Preamble = resolving(view.Preamble, found)
	}
	switch n := len(p.Findings); {
	case resolved == "":
	case n == 0:
		view.Resolving, view.Preamble = resolving(view.Preamble, resolved)
	case endsSentence(p.Findings[n-1]):
		view.Resolving.Keyword = resolved
	default:
		view.Resolving, view.Findings = resolving(view.Findings, resolved)
	}
}

// resolving joins a word to the last of the paragraphs and returns the others.
func resolving(paragraphs []string, word string) (Resolving, []string) {
	n := len(paragraphs)
	if n == 0 {
		return Resolving{Keyword: word}, nil
	}
	return Resolving{paragraphs[n-1], word}, paragraphs[:n-1]
}

// endsSentence reports whether a paragraph ends with a full stop or the like.
func endsSentence(text string) bool {
	text = strings.TrimSpace(text)
	return strings.HasSuffix(text, ".") || strings.HasSuffix(text, "!") || strings.HasSuffix(text, "?")
}
