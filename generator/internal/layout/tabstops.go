package layout

import (
	"math"
	"strings"

	"protokol/generator/internal/flow"
)

// leader fills the space of the last tab with the character of its stop, which is
// not content.
func (t *tabSetter) leader(to float64) {
	if t.stop.Leader == 0 {
		return
	}
	tab := t.tab
	width := tab.advance(t.stop.Leader)
	count := int((to - t.tabAt + slack) / width)
	if count <= 0 || width <= 0 {
		return
	}
	r := tab.Run
	r.Kind, r.Element, r.Text = Letters, nil, strings.Repeat(string(t.stop.Leader), count)
	r.Width = float64(count) * width
	r.X = to - r.Width
	r.piece, r.pieces = piece{}, nil
	t.line.Runs = append(t.line.Runs, r)
}

// reach returns how far tab stops and the text after them may be beyond the right edge.
func (t *tabSetter) reach() float64 {
	if t.room.right < t.edges.right-slack {
		return 0 // a float is there
	}
	return t.p.Beyond
}

// within returns a stop after a position that is not beyond the right edge further than
// it may be. Text at a stop beyond it goes to the next line: first the tab does,
// which then fills that line, as in Word 2013 and later.
func (t *tabSetter) within(stop flow.Tab, at float64) (flow.Tab, bool) {
	edge := max(t.room.right, at)
	switch {
	case stop.Align != flow.TabLeft:
		stop.At = min(stop.At, edge+t.reach())
	case stop.At <= t.room.right+t.reach()+slack:
	case len(t.segment) > 0 || t.tab != nil:
		return stop, false
	default:
		stop.At = edge
	}
	return stop, true
}

// next returns the first tab stop after a position: one of the paragraph, its
// hanging indent, or one of the default ones.
func (t *tabSetter) next(at float64) (flow.Tab, bool) {
	base := t.left
	best, found := flow.Tab{At: math.Inf(1)}, false
	for _, stop := range t.p.Tabs {
		if stop.At += base; stop.At > at+slack {
			best, found = stop, true
			break
		}
	}
	if hang := t.room.left; t.p.First < 0 && len(t.line.Runs) == 0 && at < hang-slack && hang < best.At {
		return flow.Tab{At: hang}, true
	}
	if found {
		return t.within(best, at)
	}
	step := t.p.TabStep
	if step <= 0 {
		step = defaultTab
	}
	best = flow.Tab{At: base + (math.Floor((at-base+slack)/step)+1)*step}
	return best, best.At <= t.room.right+slack
}
