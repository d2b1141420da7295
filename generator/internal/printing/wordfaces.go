package printing

import (
	"fmt"
	"maps"
	"slices"
	"unicode"

	"protokol/generator/internal/faces"
	"protokol/generator/internal/flow"
	"protokol/generator/internal/font"
	"protokol/generator/internal/origin"
	"protokol/generator/internal/wordml"
)

// finder finds faces for the lowering of papers.
type finder struct{ *faces.Paper }

// Find returns the replacement of a font, with the words for the report.
func (f finder) Find(name string) wordml.Face {
	found := f.Paper.Find(name)
	face := wordml.Face{Family: found.Family, Lacks: found.Lacks,
		Exact: found.Substitute == "" && found.Twin == "", Own: int(found.Family) >= len(faces.Names)}
	reason := ""
	switch {
	case found.Reason != "":
		reason = " (" + found.Reason + ")"
	case found.System && found.Twin != "":
		reason = " (взят из системы: на другом компьютере листы могут выйти иными)"
	}
	switch {
	case found.Substitute != "":
		face.Finding = "шрифт «" + name + "» заменён на " + found.Substitute + ": ширина букв другая" + reason
	case reason != "":
		face.Finding = "шрифт «" + name + "» заменён на " + found.Twin + " той же ширины" + reason
	case found.System:
		face.Finding = "шрифт «" + name + "» взят из системы: на другом компьютере листы могут выйти иными"
	}
	return face
}

// Fonts returns the faces on the pages that are not built in, in their order.
func (p *LoweredPaper) Fonts() (list []origin.Font) {
	known := map[faces.File]bool{}
	for _, index := range p.used() {
		if file := p.faces.File(index); file != nil && !known[*file] {
			known[*file] = true
			list = append(list, origin.Font{Name: file.Font, Path: file.Path, Sum: file.Sum, System: file.System})
		}
	}
	return list
}

// used returns the indices of the faces on the pages, if some may not be built in.
func (p *LoweredPaper) used() []int {
	if !p.faces.Extends() {
		return nil
	}
	used := map[int]bool{}
	for i := range p.Layout.Pages {
		for j := range p.Layout.Pages[i].Lines {
			for _, run := range p.Layout.Pages[i].Lines[j].Runs {
				used[run.Face] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(used))
}

// Faces returns the faces that are not built in on the pages of a paper made from a Word
// template, once it was drawn or written as PDF, as files for browsers.
func (p *Paper) Faces() (list []Face) {
	if p.lowered == nil {
		return nil
	}
	for _, index := range p.lowered.used() {
		if p.lowered.faces.File(index) != nil {
			list = append(list, faceOf(p.lowered.family, index))
		}
	}
	return list
}

// Fonts returns the faces that are not built in on the pages of a paper made from a
// Word template, once it was written as PDF.
func (p *Paper) Fonts() []origin.Font {
	if p.lowered == nil {
		return nil
	}
	return p.lowered.Fonts()
}

// maxUncovered is how many different characters that no face has are worth naming.
const maxUncovered = 200

// covered replaces characters that no face has, and says so. It refuses a paper of which no letter might be left,
// such as one in another script.
func covered(paper *wordml.Paper, own *faces.Paper, family *font.Family) error {
	borrowed := map[uint8]bool{} // families without some of the letters
	lacking, replaced := map[rune]bool{}, false
	flow.EachRun(paper.Flow.Blocks, func(r *flow.Run) {
		if len(lacking) > maxUncovered {
			return
		}
		index := family.IndexOf(int(r.Font.Family), r.Font.Bold, r.Font.Italic)
		if family.At(index).Covers(r.Text) {
			return
		}
		for _, c := range r.Text {
			found, ok := family.Find(c, index)
			if !ok && c != '\u00ad' && c != '\u2060' {
				r.Text, replaced = replaceUncovered(paper, r.Text, family, index, lacking), true
				return
			}
			if found != index && r.Font.Family != faces.Serif && unicode.IsLetter(c) {
				borrowed[r.Font.Family] = true
			}
		}
	})
	if !replaced && !own.Extends() { // whose fallback faces others may lack
		paper.Share()
	}
	for _, i := range slices.Sorted(maps.Keys(borrowed)) {
		paper.Borrowed(own.Name(i), faces.Names[0])
	}
	if len(lacking) > maxUncovered {
		return wordml.Refusal(fmt.Sprintf("в документе больше %d разных знаков, которых нет в шрифтах, например «%c»; "+
			"положите в папку шрифтов файл шрифта, в котором они есть",
			maxUncovered, slices.Min(slices.Collect(maps.Keys(lacking)))))
	}
	return nil
}

// replaceUncovered replaces the characters of a text that no face has by a sign
// that says so.
func replaceUncovered(
	paper *wordml.Paper, text string, family *font.Family, index int, lacking map[rune]bool,
) string {
	var made []rune
	for _, c := range text {
		switch _, ok := family.Find(c, index); {
		case ok || c == '\u00ad' || c == '\u2060':
			made = append(made, c)
		case c < ' ' || c >= 0x200B && c <= 0x200F || c >= 0xFE00 && c <= 0xFE0F || c == 0xFEFF:
		default:
			paper.Uncovered(c)
			lacking[c] = true
			made = append(made, '\uFFFD')
		}
	}
	return string(made)
}
