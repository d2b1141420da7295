package signature

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"time"

	"protokol/generator/internal/cms"
	"protokol/generator/internal/cos"
	"protokol/generator/internal/pdf"
)

// Placed is a mark as Stamp put it on a page.
type Placed struct {
	Page  int        // from 0
	Rect  [4]float64 // of its lower left and its upper right corner, in points
	Words pdf.Mark

	number int // of its object
}

func (p Placed) String() string {
	return fmt.Sprintf("страница %d: %s", p.Page+1, caption(p.Words))
}

// Of reports whether a mark shows the certificate of an owner.
func (p Placed) Of(o Owner) bool {
	words := MarkOf(o, time.UTC)
	return slices.Equal(p.Words.Lines[:2], words.Lines[:2]) // the days depend on the zone
}

// Limits of the marks on a copy; usual ones have a few, of three lines.
const (
	maxMarks   = 50
	maxSide    = 1000 // points
	maxWritten = 2000 // bytes of UTF-16
)

// markWords matches the caption of a mark. A name may contain full stops.
var markWords = regexp.MustCompile(`^(` + markHeading + `)\. (Сертификат [0-9A-F]{2,80})\. (Владелец .{1,200})\. ` +
	`(Действителен с \d\d\.\d\d\.\d{4} по \d\d\.\d\d\.\d{4})$`)

// Marks returns the marks on a copy made by Stamp: those stamp annotations whose
// text has the form of a mark. It checks neither their appearance nor whether the
// signatures exist.
func Marks(f *cos.File) (list []Placed) {
	pages, _ := f.Pages()
	compared := 0
	for i, page := range pages {
		notes := f.Array(f.Dict(page)["Annots"])
		if compared += len(notes); compared > maxCompared {
			return nil
		}
		for _, o := range notes {
			ref, _ := o.(cos.Ref)
			if mark, ok := markAt(f, f.Dict(o)); ok && len(list) < maxMarks {
				mark.Page, mark.number = i, ref.Number
				list = append(list, mark)
			}
		}
	}
	slices.SortStableFunc(list, func(a, b Placed) int { return a.number - b.number })
	return list
}

func markAt(f *cos.File, note cos.Dict) (p Placed, ok bool) {
	written, _ := f.Get(note["Contents"]).(cos.String)
	if f.Name(note["Subtype"]) != "Stamp" || len(written) > maxWritten {
		return p, false
	}
	words := markWords.FindStringSubmatch(cos.Text(written))
	p.Rect, ok = corners(f, note["Rect"])
	if !ok || words == nil || p.Rect[2]-p.Rect[0] > maxSide || p.Rect[3]-p.Rect[1] > maxSide {
		return p, false
	}
	p.Words = pdf.Mark{Heading: words[1], Lines: words[2:]}
	return p, true
}

// Restamp draws the marks of a copy on another file, a new print of the same
// paper, so that the two can be compared. Marks on pages that the file does not
// have are left out.
func Restamp(file []byte, marks []Placed, printer *pdf.Printer) ([]byte, error) {
	f, err := cos.Read(file)
	if err != nil {
		return nil, err
	}
	s := stamper{file: f, update: f.Update(), printer: printer}
	pages, _ := f.Pages()
	for _, m := range marks {
		if m.Page >= len(pages) {
			continue
		}
		rect := cos.Array{m.Rect[0], m.Rect[1], m.Rect[2], m.Rect[3]}
		if err := s.put(m.Words, pages[m.Page], rect); err != nil {
			return nil, err
		}
	}
	return s.update.Bytes(), f.Err()
}

// Original returns the file from which a copy with marks was made: the copy is the
// bytes of that file and an update that adds the marks and nothing else. It
// returns nil when this cannot be shown: the copy was changed, or another version
// of the program made it.
func Original(file []byte, marks []Placed, printer *pdf.Printer) []byte {
	if len(marks) == 0 {
		return nil
	}
	for _, original := range cos.BeforeUpdate(file) {
		if made, err := Restamp(original, marks, printer); err == nil && bytes.Equal(made, file) {
			return original
		}
	}
	return nil
}

// maxEarlier bounds the earlier states of a file that are tried.
const maxEarlier = 20

// Earlier returns possible states of a file before updates that were appended to it, the latest first.
func Earlier(file []byte) [][]byte {
	states := cos.BeforeUpdate(file)
	for i := 0; i < len(states) && len(states) < maxEarlier; i++ {
		states = append(states, cos.BeforeUpdate(states[i])...)
	}
	return states
}

// Beside checks a detached signature of a file. It fails if made is not a signature.
func (c *Content) Beside(made []byte) (Signature, error) {
	signed, err := cms.Parse(made)
	if err != nil {
		return Signature{}, err
	}
	s := Signature{made: signed}
	if signed.Content != nil && !bytes.Equal(signed.Content, c.file) {
		err = cms.ErrContent
	} else {
		err = signed.VerifyDigest(c.digester(len(c.file), nil))
	}
	s.conclude(err)
	one := []Signature{s}
	c.policy.judge(one, newEvidence())
	return one[0], nil
}
