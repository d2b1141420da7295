package layout

import (
	"slices"

	"protokol/generator/internal/flow"
)

// Divided words may save a paragraph a line. An editor that ignores optional hyphens
// sets it with that line. On a single page it does no harm if there is room for it.
// Otherwise one layout saves no lines and shows where pages end; the next one saves
// lines and keeps these ends, if there is a height of the text on which the pages of all
// editors end there.

// limits are those of an attempt.
type limits struct {
	spacing float64                      // maximum line spacing; 0 for none
	closing int                          // lines of text to keep with the signature
	fixed   map[*flow.Paragraph][]int    // lines that must end where they do without divisions
	shorter map[*flow.Paragraph]struct{} // may have fewer lines than without divisions
	save    bool                         // all paragraphs may have fewer lines
	pages   *pageEnds                    // to keep; may be nil
}

// inside are the limits of a box or cell: its lines are not saved.
func (l limits) inside() limits {
	l.save = false
	return l
}

// saving is the effect of fewer lines on a paragraph.
type saving struct {
	possible bool // they would be more even
	lines    int  // by which it has less
}

// note records the saving of a paragraph.
func (s *setter) note(p *flow.Paragraph, by saving) {
	if by.possible {
		s.saving = append(s.saving, p)
	}
	if by.lines > 0 {
		height, _ := s.lineHeight(p.Font, s.spacingOf(p))
		s.saved += float64(by.lines) * height
	}
}

// isOnePage reports whether a paper takes one page in all editors.
func (a attempt) isOnePage(paper *flow.Paper) bool {
	return len(a.Pages) == 1 && a.accompanying >= paper.Closing.Lines &&
		a.depth+a.saved+reserve <= a.Pages[0].Size.TextHeight()
}

// paragraphLimits are those of a paragraph.
type paragraphLimits struct {
	fixed   []int
	shorter bool
}

func (l *limits) of(p *flow.Paragraph) paragraphLimits {
	_, shorter := l.shorter[p]
	return paragraphLimits{l.fixed[p], shorter || l.save}
}

// pageEnds are where pages end, independent of the number of lines of paragraphs.
type pageEnds struct {
	ends []pageEnd
	last float64 // height that the fullest page needs
}

// pageEnd is after some paragraphs and rows, and some lines of the next paragraph.
type pageEnd struct{ blocks, lines int }

// savings are paragraphs that would be more even with fewer lines.
type savings struct {
	pages      *pageEnds
	paragraphs []*flow.Paragraph
	safe       int // number of the first of them on which no page end depends
}

// choices returns the sets of paragraphs that may have fewer lines, to be tried in turn:
// all, and those on the last page and on those that end with a forced break.
func (s savings) choices() (sets []map[*flow.Paragraph]struct{}) {
	for _, n := range slices.Compact([]int{len(s.paragraphs), s.safe}) {
		if n == 0 {
			continue
		}
		set := map[*flow.Paragraph]struct{}{}
		for _, p := range s.paragraphs[:n] {
			set[p] = struct{}{}
		}
		sets = append(sets, set)
	}
	return sets
}

// findSavings returns the paragraphs on one page that would be more even with fewer
// lines.
func (s *setter) findSavings(pages []span) (found savings) {
	if len(s.saving) == 0 || s.limits.pages != nil || s.limits.save && s.saved > 0 {
		return savings{}
	}
	var others []*flow.Paragraph
	found.pages = &pageEnds{}
	found.pages.last, _ = heights(s.strips, pages, s.paper.Page)
	at := pageEnd{}
	for _, page := range pages {
		forced := page.to == len(s.strips) || s.strips[page.to].newPage
		for i := page.from; i < page.to; i++ {
			one := &s.strips[i]
			if at.lines++; one.ends {
				at = pageEnd{blocks: at.blocks + 1}
			}
			if one.paragraph == nil || !one.ends || i-one.line < page.from ||
				!slices.Contains(s.saving, one.paragraph) {
				continue
			}
			if forced {
				found.paragraphs = append(found.paragraphs, one.paragraph)
			} else {
				others = append(others, one.paragraph)
			}
		}
		found.pages.ends = append(found.pages.ends, at)
	}
	found.safe = len(found.paragraphs)
	found.paragraphs = append(found.paragraphs, others...)
	return found
}

// endPages is the function endPages, or keeps the ends of pages if they are known; kept
// is false if no height suits all editors.
func (s *setter) endPages(page flow.Page) (pages []span, shorter float64, kept bool) {
	if s.limits.pages == nil {
		pages, shorter = endPages(s.strips, page)
		return pages, shorter, true
	}
	pages = s.limits.pages.in(s.strips)
	last, next := heights(s.strips, pages, page)
	height := min(page.TextHeight(), next-excess)
	return pages, page.TextHeight() - height, height >= max(last, s.limits.pages.last)+reserve
}

// in returns the pages of strips that end there.
func (e *pageEnds) in(strips []strip) (pages []span) {
	at, from, i := pageEnd{}, 0, 0
	for _, end := range e.ends {
		for i < len(strips) && at != end {
			if at.lines++; strips[i].ends {
				at = pageEnd{blocks: at.blocks + 1}
			}
			i++
		}
		pages = append(pages, span{from, i})
		from = i
	}
	return pages
}

// endsLike reports whether pages end as in another attempt, and can end there in editors. Wanted is the number of
// lines of text above the signature.
func (a attempt) endsLike(other attempt, wanted int) bool {
	return a.kept && len(a.open) == 0 && a.Closing == other.Closing &&
		min(a.accompanying, wanted) == min(other.accompanying, wanted)
}
