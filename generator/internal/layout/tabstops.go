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
	r.Mark, r.Element, r.Text = Letters, nil, strings.Repeat(string(t.stop.Leader), count)
	r.Width = float64(count) * width
	r.X = to - r.Width
	r.piece, r.pieces = piece{}, nil
	t.line.Runs = append(t.line.Runs, r)
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
	if found && (best.At <= t.room.right+slack || best.Align != flow.TabLeft) {
		best.At = min(best.At, max(t.room.right, at))
		return best, true
	}
	step := t.p.TabStep
	if step <= 0 {
		step = defaultTab
	}
	best = flow.Tab{At: base + (math.Floor((at-base+slack)/step)+1)*step}
	return best, best.At <= t.room.right+slack
}
