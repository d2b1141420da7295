package printing

import (
	"context"
	"errors"
	"path"
	"slices"
	"sync"
	"sync/atomic"

	"protokol/generator/diag"
	"protokol/generator/document"
	"protokol/generator/internal/compose"
	"protokol/generator/internal/fields"
	"protokol/generator/internal/layout"
	"protokol/generator/internal/meeting"
	"protokol/generator/internal/origin"
	"protokol/generator/internal/word"
)

// OpenWord prepares a Word template. The error is a diag.Report.
func OpenWord(file *origin.File) (*word.Template, error) {
	return opened(file, 0)
}

func opened(file *origin.File, rules int) (*word.Template, error) {
	t, err := word.OpenBy(file.Path, file.Data, rules)
	if err != nil {
		return nil, diag.Report{List: diag.List{{File: file.Path, Message: err.Error()}}}
	}
	return t, nil
}

// wordRules are the first rules by which the file of a paper from a Word template does not
// say who made the template, rows below an item repeat with it, and a line with dots before
// a name may be a place to sign.
const wordRules = 8

// stopRules are the first rules by which the full stop at the end of a value goes before
// another sign of a Word template.
const stopRules = 9

// noteRules are the first rules by which footnotes of Word papers continue on the next pages.
const noteRules = 9

// rowRules are the first rules by which rows of Word papers are divided with their footnotes and tables, notes with
// marks of their own take no numbers, and a tab follows an empty label.
const rowRules = 10

// widthRules are the first rules by which the fixed columns of a table share the width that it asks for, and a part of
// the width of the text includes, until Word 2010, the margins of cells beyond it.
const widthRules = 11

// bulletRules are the first rules by which bullets of fonts that are not there are dots.
const bulletRules = 11

// bracketRules are the first rules by which lines of Word papers do not end at spaces inside brackets.
const bracketRules = 12

// hiddenRules are the first rules by which hidden drawings of Word papers, and numbers of hidden paragraphs, are not
// printed.
const hiddenRules = 13

// cellRules are the first rules by which text of Word papers is cut off at the ends of rows of fixed height.
const cellRules = 15

// separatorRules are the first rules by which the separators of footnotes of Word papers are as high as their
// paragraphs.
const separatorRules = 15

// labelRules are the first rules by which justification does not change the space after the number of a paragraph.
const labelRules = 15

// columnsRules are the first rules by which columns of Word tables that ask for no width are as wide as their content
// asks for, also beside others that ask for theirs.
const columnsRules = 15

// floatRules are the first rules by which floats of Word papers are measured from the upper edges of their paragraphs
// and the right edges of their columns, tables inside rows of fixed height end with these, spaces have lines and
// shading of their own, and indents of tables that are no lengths are ignored.
const floatRules = 16

// boxRules are the first rules by which boxes of text in Word papers that begin with a table have their own width.
const boxRules = 17

// mergeRules are the first rules by which cells over several rows of Word tables are divided between pages like others.
const mergeRules = 18

// titleRules are the first rules by which a PDF from a Word template never has the title of the
// template.
const titleRules = 10

// placeRules are the first rules by which a PDF has the fields of signatures where its Word template
// names their places.
const placeRules = 10

// isEarlierWord reports whether a paper from a Word template, or the PDF of a Word file, is
// printed by earlier rules than wordRules; 0 are the current rules.
func isEarlierWord(rules int) bool { return rules != 0 && rules < wordRules }

// openWord prepares the Word template of a paper of some rules; 0 are the current ones.
func openWord(file *origin.File, rules int) (*word.Template, error) {
	t, err := opened(file, rules)
	if t != nil {
		t.KeepStops = rules != 0 && rules < stopRules
	}
	return t, err
}

// FillsWord reports whether a paper of a kind is made from a Word template.
func (p *Press) FillsWord(kind string, m *meeting.Meeting) bool {
	return p.Word != nil || m.WordTemplate(kind) != nil
}

// wordOf returns the Word template for a kind of paper, or nil: the one chosen for
// the press, or the one that the meeting names. The error is a compose.MeetingError if the meeting names a file that is
// no Word template.
func (p *Press) wordOf(kind string, m *meeting.Meeting) (*word.Template, *origin.File, error) {
	if p.Word != nil {
		return p.Word, p.wordFile, nil
	}
	named := m.WordTemplate(kind)
	if named == nil || len(named.Data) == 0 {
		return nil, nil, nil
	}
	file := &origin.File{Role: origin.Word, Path: named.File, Data: named.Data}
	if found, ok := p.words.Load(&named.Data[0]); ok {
		return found.(*word.Template), file, nil
	}
	t, err := openWord(file, p.rules)
	if err != nil {
		return nil, nil, compose.MeetingError{List: diag.List{{Key: named.Key, Message: err.Error()}}}
	}
	p.words.Store(&named.Data[0], t)
	return t, file, nil
}

// wordPaper fills a Word template. Slips of the template are a diag.Report; facts
// that the meeting does not give are a compose.MeetingError.
func (p *Press) wordPaper(
	ctx context.Context, r compose.Request, m *meeting.Meeting, from Origin, t *word.Template, file *origin.File,
) (*Paper, error) {
	if ctx.Err() != nil {
		return nil, context.Cause(ctx)
	}
	if r.Sheets == nil {
		var err error
		if r.Sheets, err = p.Sheets(ctx, r.Kind, m, from); err != nil {
			return nil, err
		}
	}
	data, err := p.Templates.Data(r, m)
	if err != nil {
		return nil, err
	}
	frame, used := fields.NewFrame(fields.Root(data)).Within(ctx), map[string]bool{}
	c := p.comparison(r)
	if c != nil {
		defer c.Unlock()
		frame = frame.Recording(used)
	}
	filled, slips, absent := t.Fill(frame)
	if err := frame.Err(); err != nil {
		return nil, err
	}
	found := t.Problems(slips)
	if found.Failed() {
		return nil, diag.Report{List: found}
	}
	doubts := append(t.Absent(absent, r.Kind), data.Problems()...)
	switch {
	case doubts.Failed():
		return nil, compose.MeetingError{List: doubts}
	case data.Err() != nil:
		return nil, data.Err()
	}
	if c != nil {
		unprinted, err := p.unprinted(ctx, r, m, filled, used)
		if err != nil {
			return nil, err
		}
		doubts = slices.Concat(doubts, found, t.Problems(t.HiddenColumns(frame.HasColumn)), unprinted)
		c.done.Store(true)
	}
	name := ""
	if r.Column == nil { // a batch names its files after the rows
		if name, err = data.Title(); err != nil {
			return nil, err
		}
	}
	filled.Created, from.Word = from.Date, path.Base(file.Path)
	o := p.origin(from)
	if p.Word == nil && len(o.Files) > 0 && o.NamedWord() == nil {
		o.Files = append(o.Files, *file)
	}
	return &Paper{Document: &document.Document{Kind: r.Kind, Title: name}, Doubts: doubts, word: filled,
		title: data.Title, signers: func() []layout.Signer { return signersOf(data) },
		Sheet: p.Sheet, date: from.Date, author: from.Author, origin: o, pictures: from.Pictures}, nil
}

// signersOf returns those who are expected to sign a paper.
func signersOf(data *compose.Data) (list []layout.Signer) {
	for _, s := range data.Expected() {
		list = append(list, layout.Signer(s))
	}
	return list
}

// comparison is of what a paper prints with the file. Letters to the rows of a list omit the same things, so only the
// first that can be made is compared; others wait until it is known to be.
type comparison struct {
	sync.Mutex
	done atomic.Bool
}

// comparison returns the locked comparison of a paper, or nil if it need not be compared.
func (p *Press) comparison(r compose.Request) *comparison {
	if r.Column == nil {
		c := new(comparison)
		c.Lock()
		return c
	}
	if r.Common == nil {
		return nil
	}
	known, ok := p.compared.Load(r.Common)
	if !ok {
		known, _ = p.compared.LoadOrStore(r.Common, new(comparison))
	}
	c := known.(*comparison)
	if !c.done.Load() {
		c.Lock()
		if !c.done.Load() {
			return c
		}
		c.Unlock()
	}
	return nil
}

// unprinted returns warnings about values of the file that a filled template does not print; used are the keys that
// it prints.
func (p *Press) unprinted(
	ctx context.Context, r compose.Request, m *meeting.Meeting, filled *word.Paper, used map[string]bool,
) (diag.List, error) {
	return p.Templates.Unprinted(ctx, r, m, compose.Printed{Template: filled.Template().Name, Keys: used,
		Words: filled.Template().Words(), Text: filled.Text, Name: fields.NameOf})
}

// WordCheck is the result of filling a Word template without making a paper.
type WordCheck struct {
	Found  diag.List          // values that the meeting lacks, doubtful forms, values that would not be printed
	Absent []word.Slip        // missing values, with their places in the template
	Forms  []compose.Declined // of the words that are printed
}

// CheckWord fills a Word template for a request without making a paper.
func (p *Press) CheckWord(ctx context.Context, r compose.Request, m *meeting.Meeting, t *word.Template) (
	c WordCheck, err error,
) {
	data, err := p.Templates.Data(r, m)
	var lacking compose.MeetingError
	if errors.As(err, &lacking) {
		return WordCheck{Found: lacking.List}, nil
	}
	if err != nil {
		return c, err
	}
	used := map[string]bool{}
	frame := fields.NewFrame(fields.Root(data)).Within(ctx).Recording(used)
	filled, slips, absent := t.Fill(frame)
	if err := frame.Err(); err != nil {
		return c, err
	}
	c = WordCheck{append(append(t.Problems(slips), t.Absent(absent, r.Kind)...), data.Problems()...), absent,
		data.Declined()}
	if data.Err() != nil || filled == nil {
		return c, data.Err()
	}
	unprinted, err := p.unprinted(ctx, r, m, filled, used)
	c.Found = append(c.Found, unprinted...)
	return c, err
}

// Proof returns the forms of words that the papers a meeting gives print.
func (p *Press) Proof(ctx context.Context, m *meeting.Meeting) ([]compose.Declined, error) {
	return p.Templates.Proof(ctx, m, p.fromWord(m))
}

// fromWord makes the papers of a meeting for which there is a Word template.
func (p *Press) fromWord(m *meeting.Meeting) compose.Elsewhere {
	return func(ctx context.Context, r compose.Request) (diag.List, []compose.Declined, bool, error) {
		t, _, err := p.wordOf(r.Kind, m)
		if t == nil || err != nil {
			return nil, nil, false, err
		}
		c, err := p.CheckWord(ctx, r, m, t)
		return c.Found, c.Forms, true, err
	}
}

// IsWord reports whether a paper was made from a Word template. It has no pages:
// they depend on the program that shows it.
func (p *Paper) IsWord() bool { return p.word != nil }

// WordTemplate returns the file of the Word template from which a paper was made.
func (p *Paper) WordTemplate() []byte { return p.word.Template().File }

// Pages returns the number of pages, or 0 for a paper made from a Word template.
func (p *Paper) Pages() int {
	if p.Layout == nil {
		return 0
	}
	return len(p.Layout.Pages)
}
