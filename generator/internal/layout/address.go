package layout

import (
	"strings"

	"protokol/generator/internal/flow"
)

// A long address in justified text would leave wide spaces on the line above it. It is no word of the language, so that
// it may end a line after one of its marks, without a hyphen, also where words are not divided. The divider chooses
// the place as it does in words. Word and LibreOffice end a line there at a zero width space; ONLYOFFICE does not.

// addressBreaks are the marks inside an address after which a line may end for the sake of even spaces.
const addressBreaks = "/?&=_"

// isAddressStart returns the offset in a text behind the sign that an address begins with, 0 if there is none.
func isAddressStart(text string) int {
	for _, sign := range []string{"://", "www."} {
		if i := strings.Index(text, sign); i >= 0 {
			return i + len(sign)
		}
	}
	return 0
}

// hasAddress reports whether a paragraph has the address of a site.
func hasAddress(p *flow.Paragraph) bool {
	for i := range p.Runs {
		if p.Runs[i].Kind == flow.Letters && isAddressStart(p.Runs[i].Text) > 0 {
			return true
		}
	}
	return false
}

// addressFrom returns the offset in a word from which it is an address, or -1. A line may end after a hyphen in an
// address, so that the words behind it belong to the address, too.
func (d *divider) addressFrom(i int) int {
	w := &d.words[i]
	if !d.room.addresses || len(w.fragments) != 1 || w.fragments[0].Kind != Letters || w.fragments[0].Boxed {
		return -1
	}
	if from := isAddressStart(w.text()); from > 0 {
		return from
	}
	for first := i; first > 0 && d.words[first-1].space == 0 && !d.words[first-1].ends; {
		if first--; isAddressStart(d.words[first].text()) > 0 {
			return 0
		}
	}
	return -1
}

// addressHeads appends the heads of a word that is an address from an offset, and returns the index of the first, or
// -1 if there are none.
func (d *divider) addressHeads(i, from int) int {
	f := &d.words[i].fragments[0]
	first, width, last := len(d.heads), 0.0, 0
	for at := from + 1; at < len(f.Text); at++ {
		if strings.IndexByte(addressBreaks, f.Text[at-1]) < 0 || !breaksInside(f.Text, at) {
			continue
		}
		for _, r := range f.Text[last:at] {
			width += f.advance(r)
		}
		last = at
		d.heads = append(d.heads, head{at: at, width: width})
	}
	if len(d.heads) == first {
		return -1
	}
	d.heads[len(d.heads)-1].last = true
	return first
}
