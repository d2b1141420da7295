package compose

import (
	"slices"
	"strings"

	"protokol/generator/internal/meeting"
)

// openings sets the paragraphs before and below the members of a commission. Templates
// exported by earlier versions print all of them below, as the preamble.
func (b *builder) openings(key string, p *meeting.Paper, view *Paper) {
	view.Opening = view.Preamble
	if i := p.Announcement(b.precedes(composedRules)); i >= 0 && !b.precedes(commissionRules) {
		view.Composed, view.Opening = view.Preamble[:i+1], view.Preamble[i+1:]
	}
	b.keywords(key, p, view)
	view.Preamble = slices.Concat(view.Composed, view.Opening)
}

// keywords sets the words before the findings and before the points. Each continues the last paragraph before it,
// or is on a separate line.
func (b *builder) keywords(key string, p *meeting.Paper, view *Paper) {
	word := func(name, text string) string {
		return b.origins.Value(key+"."+name, strings.TrimSuffix(strings.TrimSpace(text), ":"))
	}
	found, resolved := word("findings_keyword", p.FindingsKeyword), word("keyword", p.Keyword)
	if p.KeywordApart {
		view.FindingApart, view.KeywordApart = found, resolved
		return
	}
	if found != "" {
		view.Finding, view.Opening = resolving(view.Opening, found)
	}
	last := &view.Findings
	if view.FoundTable != nil {
		last = &view.FoundBelow
	}
	switch n := len(p.Findings); {
	case resolved == "":
	case n == 0:
		view.Resolving, view.Opening = resolving(view.Opening, resolved)
	case len(*last) == 0 || endsSentence(p.Findings[n-1]):
		view.Resolving.Keyword = resolved
	default:
		view.Resolving, *last = resolving(*last, resolved)
	}
}

// isFound reports whether the paper has findings of a commission.
func (view *Paper) isFound() bool {
	return view.Finding.Keyword != "" || view.FindingApart != "" || len(view.Findings) > 0 || view.FoundTable != nil
}

// linesBelow reports whether the lines of facts stand below the commission. They do not come between the beginning of
// a sentence and its end, nor behind what was found.
func (b *builder) linesBelow(view *Paper) bool {
	isTorn := len(view.Opening) > 0 && view.KeywordApart != "" && !b.precedes(sentenceRules)
	return len(view.Commission) > 0 && !isTorn && (!view.isFound() || b.precedes(behindPostRules))
}

// placeTable puts the table in the place that a paragraph marks.
func (view *Paper) placeTable(p *meeting.Paper) {
	if at := meeting.TablePlace(p.Findings); at >= 0 && view.Table != nil {
		view.FoundTable, view.Table = view.Table, nil
		view.Findings, view.FoundBelow = view.Findings[:at], view.Findings[at+1:]
	}
	if at := meeting.TablePlace(p.Text); at >= 0 {
		view.Text, view.TextBelow = view.Text[:at], view.Text[at+1:]
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
