package printing

import (
	"context"
	"errors"
	"slices"

	"protokol/generator/diag"
	"protokol/generator/internal/compose"
	"protokol/generator/internal/meeting"
)

// Check returns all problems of the papers of a meeting, including those that are found only in the layout, such as
// a table that is wider than its page.
func (p *Press) Check(ctx context.Context, m *meeting.Meeting) (diag.List, error) {
	found, err := p.Templates.Check(ctx, m, p.fromWord(m))
	if err != nil {
		return found, err
	}
	for _, kind := range compose.KindsOf(m) {
		drafts := kind.Drafts(m)
		if len(drafts) == 0 {
			continue
		}
		problems, err := p.layoutProblems(ctx, drafts[0], m) // letters differ in their addressees only
		if err != nil {
			return found, err
		}
		found = appendNew(found, problems, kind.Title)
	}
	return found, nil
}

// appendNew appends the problems of a paper that are not in the list.
func appendNew(list, more diag.List, paper string) diag.List {
	for _, problem := range more {
		if !slices.ContainsFunc(list, func(p diag.Problem) bool {
			return p.Key == problem.Key && p.Message == problem.Message
		}) {
			problem.Paper = paper
			list = append(list, problem)
		}
	}
	return list
}

// layoutProblems returns the problems that prevent a paper from being laid out. Papers made from Word templates are
// laid out by other programs.
func (p *Press) layoutProblems(ctx context.Context, r compose.Request, m *meeting.Meeting) (diag.List, error) {
	template, _, err := p.wordOf(r.Kind, m)
	if template == nil && err == nil {
		r.Sheets = map[string]int{} // of enclosures, which are checked themselves
		_, err = p.composed(ctx, r, m, Origin{})
	}
	var lacking compose.MeetingError
	if errors.As(err, &lacking) {
		return lacking.List, nil
	}
	return nil, err
}
