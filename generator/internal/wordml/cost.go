package wordml

import (
	"fmt"
	"strings"

	"protokol/generator/internal/flow"
	"protokol/generator/internal/picture"
)

// Costs of laying out and printing content, in bytes of plain text.
const (
	costOfParagraph = 400
	costOfLabel     = 700 // with a number or a bullet
	costOfBorders   = 100
	costOfRun       = 40
	costOfChange    = 100 // of the format within a paragraph
	costOfLook      = 50  // with colours or lines
	costOfTab       = 30
	costOfHyphen    = 8   // a soft one
	costOfLink      = 500 // and the bytes of its address
	costOfRow       = 60
	costOfCell      = 380 // in addition to its paragraphs
	costOfFloat     = 400
	costOfNote      = 150
	costOfSection   = 300
	costOfPage      = 300 // after a break
	costOfLine      = 30  // of ordinary height
)

// Limits of costs: a small file must not take much time and memory. Content that people wrote
// costs less than costOfByte for each byte of its file.
const (
	freeCost   = 40_000_000
	costOfByte = 12
)

// Limits of the points of all pictures, by the same rule. A variable for tests.
var freePoints = 600_000_000 // 68 sheets of A4 with 300 dots per inch

const (
	pointsOfByte   = 64
	costOfRecoding = 6 // points for each of a picture that is converted
)

// pointsSpent says why a picture is not printed.
const pointsSpent = "вместе с прежними он слишком велик, разделите документ на несколько"

// costs are the costs that a paper may still cause.
type costs struct {
	left   int
	end    string // where the costs were exhausted; "" if they were not
	points int    // that its pictures may still have
}

func newCosts(size int) costs {
	return costs{left: freeCost + costOfByte*size, points: freePoints + pointsOfByte*size}
}

// spend subtracts a cost from the rest, and reports whether there was enough.
func (l *lowering) spend(cost int) bool {
	if l.costs.left -= cost; l.costs.left < 0 && l.costs.end == "" {
		l.costs.end = l.place()
	}
	return l.costs.end == ""
}

// tooLarge returns the refusal of a paper that costs too much, or nil.
func (l *lowering) tooLarge() error {
	if l.costs.end == "" {
		return nil
	}
	return Refusal(fmt.Sprintf("документ слишком велик: удалось разобрать его только до места «%s»; "+
		"разделите его на несколько документов", l.costs.end))
}

func costOf(r *flow.Run) int {
	cost := costOfRun + len(r.Text) + costOfHyphen*strings.Count(r.Text, "\u00ad")
	if r.Kind == flow.TabStop {
		cost += costOfTab
	}
	if r.Effects != nil {
		cost += costOfLook
	}
	return cost
}

// spendLines subtracts the approximate cost of the lines of a paragraph of some width.
func (l *lowering) spendLines(runs []flow.Run, width float64) {
	const ordinary, letter = 12, 0.3 // pt; the width of a byte of text, in its size
	lines := 0.0
	for i := range runs {
		size := runs[i].Font.Size
		lines += float64(len(runs[i].Text)) * letter * size / max(ordinary, width) * max(1, size/ordinary)
	}
	l.spend(int(costOfLine * lines))
}

// pointsOf returns the cost of a picture.
func pointsOf(made *picture.Picture) int {
	if made.Recoded {
		return costOfRecoding * made.Width * made.Height
	}
	return made.Width * made.Height
}
