package verify

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"protokol/generator/internal/compare"
	"protokol/generator/internal/cos"
	"protokol/generator/internal/printable"
	"protokol/generator/internal/reader"
	"protokol/generator/internal/signature"
)

// Signatures checks the signatures in a PDF by a policy. The report has the marks and empty signature fields that lie
// over the words of a page: an empty field placed over words before others sign hides the words when it is signed
// last. It also has fields that were filled in since and show something other than their values, and marks that name
// another owner than the certificate. The engine is started when there may be any of these.
func Signatures(
	ctx context.Context, start func(context.Context) (*reader.Engine, error), file []byte, by signature.Policy,
) (*signature.Report, error) {
	f, err := cos.Read(file)
	if err != nil {
		return nil, err
	}
	f.Until(by.Over)
	r, err := signature.ReadFile(f.Again(), by)
	if err != nil {
		return nil, err
	}
	return r, coverWords(ctx, start, f, r)
}

// coverWords adds to a report what Signatures finds on pages.
func coverWords(
	ctx context.Context, start func(context.Context) (*reader.Engine, error), f *cos.File, r *signature.Report,
) error {
	places := mayCover(f, r.Places)
	isMarked := slices.ContainsFunc(r.Places, func(p signature.Place) bool { return p.Signature >= 0 })
	if len(places) == 0 && !isMarked && !slices.ContainsFunc(r.Signatures, isFilled) {
		return nil
	}
	engine, err := start(ctx)
	if err != nil {
		return err
	}
	defer engine.Close()
	opened, err := engine.Open(f.Data)
	if err != nil {
		return err
	}
	defer opened.Close()
	opened.Know(f)
	if err := filled(opened, f, r); err != nil {
		return err
	}
	if err := forbidMisnamed(opened, r); err != nil {
		return err
	}
	return covers(opened, r, places)
}

// maxInspected limits the number of places checked: each takes the engine some time.
const maxInspected = 10

// mayCover returns the places that may contain words.
func mayCover(f *cos.File, places []signature.Place) (list []signature.Place) {
	pages, _ := f.Pages()
	left := maxSearched
	for len(places) > 0 {
		page := places[0].Page
		var on []signature.Place
		for _, p := range places {
			if p.Page == page {
				on = append(on, p)
			}
		}
		places = slices.DeleteFunc(slices.Clone(places), func(p signature.Place) bool { return p.Page == page })
		if page < len(pages) {
			list = append(list, mayHold(f, pages[page], on, &left)...)
		}
	}
	return list[:min(len(list), maxInspected)]
}

// covers is Covers for some places of an open file.
func covers(paper *reader.PDF, r *signature.Report, places []signature.Place) error {
	for _, p := range places {
		const edge = 2 // points
		text, err := paper.TextIn(p.Page, [4]float64{p.Rect[0] + edge, p.Rect[1] + edge, p.Rect[2] - edge,
			p.Rect[3] - edge})
		if err != nil {
			return err
		}
		const least = 2
		if words := printable.Short(strings.Join(strings.Fields(text), " "), 60); countLetters(words) >= least {
			hides := false
			if p.Signature > 0 {
				if hides, err = compare.Hides(paper, p.Page, p.Rect); err != nil {
					return err
				}
			}
			if hides {
				r.Cover(p, words)
			} else {
				r.Overlap(p, words)
			}
		}
	}
	return nil
}

// checkPlaces is Covers for a paper that is open.
func (v *Verdict) checkPlaces(paper *reader.PDF) error {
	f := v.objects.Again()
	if err := filled(paper, f, v.Signatures); err != nil {
		return err
	}
	return covers(paper, v.Signatures, mayCover(f, v.Signatures.Places))
}

func countLetters(text string) (count int) {
	for _, r := range text {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			count++
		}
	}
	return count
}

// mayHold returns those of some areas of a page in which its content may show letters. It does not know the widths
// of letters and assumes large ones. Left is how much content may still be searched; in more, letters may be
// anywhere.
func mayHold(f *cos.File, page cos.Ref, areas []signature.Place, left *int) []signature.Place {
	content, known := searched(f, page, left)
	if !known {
		return areas
	}
	w := showWalk{drawing: drawing{line: identity, text: identity}, areas: slices.Clone(areas),
		long: longCodes(f, page)}
	w.state = drawingState{ctm: identity, scale: 1}
	eachOperator(content, func(name string, operands []string) bool {
		w.operator(name, operands)
		return !w.all && len(w.areas) > 0
	})
	if w.all {
		return areas
	}
	return w.found
}

// maxSearched is how much content of pages is searched for letters, in bytes, packed or not.
const maxSearched = 4 << 20

// searched returns the content of a page, or not known when it is too much or cannot be
// read.
func searched(f *cos.File, page cos.Ref, left *int) (content []byte, known bool) {
	for _, s := range contentStreams(f, page) {
		if *left -= len(s.Data); *left < 0 {
			return nil, false
		}
		data, err := f.Decoded(s)
		if *left -= len(data); err != nil || *left < 0 {
			return nil, false
		}
		content = append(append(content, data...), '\n')
	}
	return content, true
}

// showWalk tracks the positions of letters.
type showWalk struct {
	drawing
	areas []signature.Place // in which no letters were found yet
	found []signature.Place // those that may contain letters
	all   bool              // letters may be anywhere
	long  map[string]bool   // fonts with codes of two bytes
	bytes float64           // of a code
}

func (w *showWalk) operator(name string, operands []string) {
	n := make([]float64, 6)
	if len(operands) <= len(n) {
		for i, operand := range operands {
			n[i], _ = strconv.ParseFloat(operand, 64)
		}
	}
	switch name {
	case "q":
		if w.saved = append(w.saved, w.state); len(w.saved) > maxSaved {
			w.all = true
		}
	case "Q":
		if last := len(w.saved) - 1; last >= 0 {
			w.state, w.saved = w.saved[last], w.saved[:last]
		}
	case "cm":
		w.state.ctm = matrix(n).times(w.state.ctm)
	case "Tf":
		w.bytes = 1
		if len(operands) == 2 && w.long[operands[0]] {
			w.bytes = 2
		}
		w.textOperator(name, n, operands)
	case "Do", "BI":
		w.all = true // may hold anything
	case "Tj", "TJ", "'", "\"":
		if name == "'" || name == "\"" {
			w.textOperator("T*", n, nil)
		}
		w.show(operands)
	default:
		w.textOperator(name, n, operands)
	}
}

// longCodes returns the names, with their solidus, of the fonts of a page whose codes have
// two bytes.
func longCodes(f *cos.File, page cos.Ref) map[string]bool {
	long := map[string]bool{}
	d := f.Dict(page)
	for name, font := range f.Dict(f.Dict(d.With(inherited(f, d))["Resources"])["Font"]) {
		if f.Name(f.Dict(font)["Subtype"]) == "Type0" {
			long["/"+string(name)] = true
		}
	}
	return long
}

// show notes letters that may reach into an area.
func (w *showWalk) show(operands []string) {
	length := 0
	for _, operand := range operands {
		if operand[0] == '(' || operand[0] == '<' {
			o, _ := cos.Parse([]byte(operand))
			text, _ := o.(cos.String)
			length += len(text)
		}
	}
	m := w.text.times(w.state.ctm)
	const wide = 0.7
	size := w.state.size
	width := float64(length) / max(1, w.bytes) * size * wide
	var box [4]float64
	for i, p := range []point{m.apply(0, -size/2), m.apply(width, size)} {
		if i == 0 {
			box = [4]float64{p.x, p.y, p.x, p.y}
		}
		box = [4]float64{min(box[0], p.x), min(box[1], p.y), max(box[2], p.x), max(box[3], p.y)}
	}
	if length == 0 {
		return
	}
	w.areas = slices.DeleteFunc(w.areas, func(p signature.Place) bool {
		holds := box[0] < p.Rect[2] && box[2] > p.Rect[0] && box[1] < p.Rect[3] && box[3] > p.Rect[1]
		if holds {
			w.found = append(w.found, p)
		}
		return holds
	})
}
