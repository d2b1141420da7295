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
	return fmt.Sprintf("страница %d: %s", p.Page+1, said(p.Words))
}

// Of reports whether a mark tells of the certificate of an owner.
func (p Placed) Of(o Owner) bool {
	words := MarkOf(o, time.UTC)
	return slices.Equal(p.Words.Lines[:2], words.Lines[:2]) // the days depend on the zone
}

// Limits of the marks of a copy; an honest one has a few, of some lines.
const (
	maxMarks   = 50
	maxSide    = 1000 // points
	maxWritten = 2000 // bytes of UTF-16
)

// markWords is what Stamp says of a mark. A name may hold full stops.
var markWords = regexp.MustCompile(`^(` + markHeading + `)\. (Сертификат [0-9A-F]{2,80})\. (Владелец .{1,200})\. (Действителен с \d\d\.\d\d\.\d{4} по \d\d\.\d\d\.\d{4})$`)

// Marks reads the marks on a copy that Stamp made, as far as they say what such
// marks do: a stamp of another form is none of them. What they look like is not
// known, nor whether the signatures they tell of exist. A file that cannot be
// read has none.
func Marks(file []byte) (list []Placed) {
	f, err := cos.Read(file)
	if err != nil {
		return nil
	}
	pages, _ := f.Pages()
	looks := 0
	for i, page := range pages {
		notes := f.Array(f.Dict(page)["Annots"])
		if looks += len(notes); looks > maxLooks {
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
	if p.Rect, ok = corners(f, note["Rect"]); !ok || words == nil || p.Rect[2]-p.Rect[0] > maxSide || p.Rect[3]-p.Rect[1] > maxSide {
		return p, false
	}
	p.Words = pdf.Mark{Heading: words[1], Lines: words[2:]}
	return p, true
}

// Restamp puts the marks of a copy on another file, a new print of the same
// paper, so that the two can be compared. Marks on pages that the file lacks
// are left out.
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
	data, _ := s.update.Bytes()
	return data, f.Err()
}

// Original is the file that a copy with marks was made of: the copy is its
// bytes and, appended to them, those marks and nothing else. It is nil when that
// cannot be said: somebody changed the copy, or another version made it.
func Original(file []byte, marks []Placed, printer *pdf.Printer) []byte {
	const end = "%%EOF"
	last := bytes.LastIndex(file, []byte(end))
	before := bytes.LastIndex(file[:max(0, last)], []byte(end))
	if len(marks) == 0 || before < 0 {
		return nil
	}
	for _, line := range []string{"\n", "\r\n", "\r", ""} {
		if !bytes.HasPrefix(file[before+len(end):], []byte(line)) {
			continue
		}
		original := file[:before+len(end)+len(line)]
		if made, err := Restamp(original, marks, printer); err == nil && bytes.Equal(made, file) {
			return original
		}
	}
	return nil
}

// Beside judges a signature that lies beside a file. It fails when that is no
// signature.
func Beside(file, made []byte) (Signature, error) {
	signed, err := cms.Parse(made)
	if err != nil {
		return Signature{}, err
	}
	s := Signature{Owner: OwnerOf(signed.Certificate), Time: signed.Time}
	if signed.Content != nil && !bytes.Equal(signed.Content, file) {
		s.Problems = append(s.Problems, errOther.Error())
	} else {
		s.match(signed, [2][]byte{file, nil})
	}
	s.certificate(signed)
	return s, nil
}
