package verify

import (
	"context"
	"path/filepath"
	"slices"

	"protokol/generator/internal/compare"
	"protokol/generator/internal/origin"
	"protokol/generator/internal/reader"
	"protokol/generator/internal/signature"
)

// DOCX is like PDF for a DOCX.
func DOCX(ctx context.Context, paper File, claim Claim, beside []File, by signature.Policy) (*Verdict, error) {
	v := &Verdict{Name: filepath.Base(paper.Name), DOCX: true, policy: by}
	if err := v.compareWords(ctx, paper.Data, claim); err != nil {
		return nil, err
	}
	return v, v.checkDetached(paper.Data, beside)
}

// compareWords compares the words with those of a reprint or, without a source, with their digest.
func (v *Verdict) compareWords(ctx context.Context, file []byte, claim Claim) error {
	list, err := reader.DOCX(file)
	if err != nil {
		return err
	}
	if err := v.find(list, claim); err != nil {
		return err
	}
	theirs, err := reader.ReadWords(ctx, file)
	if ctx.Err() != nil {
		return context.Cause(ctx)
	}
	if err != nil {
		return err
	}
	if v.judgeWords(digestOf(theirs)); v.Sourceless() {
		v.remarkFields(len(theirs.Form) > 0, slices.ContainsFunc(theirs.Form, func(f reader.Field) bool {
			return f.Value != "" || f.Checked
		}))
		return nil
	}
	v.extent = extentOfWords(theirs, len(file))
	again, _, err := v.reprint(ctx, "docx")
	if err == errLonger {
		v.found(0, "%v", err)
		return nil
	}
	if err != nil {
		return err
	}
	ours, err := reader.ReadWords(ctx, again)
	if ctx.Err() != nil {
		return context.Cause(ctx)
	}
	if err != nil {
		return err
	}
	return v.byRules(func() error {
		report := compare.Words(theirs, ours, v.OtherRules)
		v.Differences, v.Remarks, v.Answers = report.Differences, report.Remarks, report.Answers
		return nil
	})
}

// mostAdded is how many objects laid over the pages of a paper without source are enough: further pages prove nothing
// more.
const mostAdded = 30

// checkWords compares the words of a PDF, if they can be read, with their digest. In a paper without source it also
// reports objects laid over the pages, and fields with values, which have no digest.
func (v *Verdict) checkWords(paper *reader.PDF, areRead bool) error {
	words, fields, filled := origin.NewWords(), false, false
	for page := range paper.Pages() {
		if v.Sourceless() && len(v.Differences) >= mostAdded {
			v.found(0, "отличия уже найдены, поэтому слова и пометки не сверены ещё на листах: %d", paper.Pages()-page)
			areRead = false
			break
		}
		text := ""
		if areRead {
			var err error
			if text, err = paper.Text(page); err != nil {
				return err
			}
			words.Add(text)
		}
		if v.Sourceless() {
			annotations, err := paper.Annotations(page)
			if err != nil {
				return err
			}
			v.Differences = append(v.Differences, compare.Added(page, annotations)...)
			fields = fields || slices.ContainsFunc(annotations, func(a reader.Annotation) bool {
				return a.Widget && !a.Signature
			})
			filled = filled || slices.ContainsFunc(annotations, func(a reader.Annotation) bool { return a.Value != "" })
		}
		paper.Earn(text)
	}
	if areRead {
		v.judgeWords(words.Sum())
	}
	v.remarkFields(fields, filled)
	return nil
}

// remarkFields says that the values of fields were not compared, if there are any.
func (v *Verdict) remarkFields(fields, filled bool) {
	text := "ответов в полях формы нет: были ли они при печати, неизвестно"
	if filled {
		text = "в полях формы есть ответы: они не сверены"
	}
	if fields {
		v.Remarks = append(v.Remarks, compare.Finding{Text: text})
	}
}

// digestOf returns the digest of the words in the body of a DOCX.
func digestOf(found *reader.Words) string {
	words := origin.NewWords()
	for _, paragraph := range found.Body {
		words.Add(paragraph)
	}
	return words.Sum()
}

func (v *Verdict) judgeWords(digest string) {
	switch proof := v.From.Proof; {
	case !proof.KnowsWords():
		v.Words = Unknown
	case proof.Words == digest:
		v.Words = Unchanged
	default:
		v.Words = Changed
	}
}

// Words says whether the words of a paper are the printed ones.
type Words int

const (
	Unknown   Words = iota // their digest is missing, or was made by another method
	Unchanged              // they agree with their digest, which anyone can compute
	Changed
)

// NoSourceError reports that a paper carries no source.
type NoSourceError string

func (e NoSourceError) Error() string { return string(e) }
