package layout

import "protokol/generator/internal/flow"

// signStated adds the fields of the signatures for which the template names a place: one
// for each person, in tables of data, too. Headers, which are repeated, have none.
func (s *signing) signStated(pages []Page) {
	for i := range pages {
		page := &pages[i]
		for j := range page.Lines {
			line := &page.Lines[j]
			for k := 0; k < len(line.Runs); k++ { // frames are added
				r := &line.Runs[k]
				if r.Element == nil || r.Kind != Letters {
					continue
				}
				s.statedIn(r.piece, r, page, line)
				for _, p := range line.Runs[k].pieces {
					s.statedIn(p, &line.Runs[k], page, line)
				}
			}
		}
	}
}

// statedIn adds the field of a piece of a run, if there is one.
func (s *signing) statedIn(p piece, r *Run, page *Page, line *Line) {
	if p.run == nil || p.run.Field == nil || p.run.Kind != flow.Letters {
		return
	}
	if s.stated == nil {
		s.stated = map[*Line]bool{}
	}
	s.stated[line] = true
	field := p.run.Field
	if s.used[field.Name] {
		return
	}
	s.used[field.Name] = true
	from, face := int(p.from), s.family.At(r.Face)
	to := from + min(len(r.Text)-from, len(p.run.Text)-int(p.at))
	left := r.X + r.TextWidth(r.Text[:from], face)
	at := rowPiece{line: line, element: r.Element, size: r.Size}
	s.frame(at, left, left+r.TextWidth(r.Text[from:to], face), max(r.Size, roomAbove(page, line, left)), field)
	s.done = append(s.done, s.signerOf(field))
}

// signerOf returns who signs in a field.
func (s *signing) signerOf(field *flow.Field) Signer {
	for _, known := range s.signers {
		if known.Field == field.Name {
			return known
		}
	}
	return Signer{Field: field.Name}
}

// roomAbove returns the height of a frame on a line that covers nothing above, as in papers of
// our own.
func roomAbove(page *Page, line *Line, left float64) float64 {
	room := float64(fieldHeight)
	for i := range page.Lines {
		above := &page.Lines[i]
		distance := line.Baseline - above.Baseline
		if distance <= sameRow || distance > 2*fieldHeight {
			continue
		}
		for k := range above.Runs {
			if r := &above.Runs[k]; r.Kind != TabStop && r.X < left+fieldWidth && r.X+r.Width > left {
				room = min(room, distance-signatureRise-descent*r.Size)
			}
		}
	}
	return room
}

// descent is how far letters reach below their line, in ems.
const descent = 0.25
