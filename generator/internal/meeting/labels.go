package meeting

import (
	"strconv"
	"strings"
)

// MaxDepth is how deep points nest: 1., 1.1., 1.1.1., 1.1.1.1.
const MaxDepth = 4

// PointParent is the label that the points of an item, counted from 0, count
// on from: in the full and the brief form the number of the item comes first.
func (m *Meeting) PointParent(item int) string {
	if m.ProtocolForm() == "council" {
		return ""
	}
	return strconv.Itoa(item+1) + "."
}

// Labels are the numbers printed before points. Parent is the label of the
// point they stand under, "" at the top. A number set by hand is printed as
// given, and the count goes on from it; the only point of an item has none.
func Labels(points []Decision, parent string) []string {
	labels := make([]string, len(points))
	count := 0
	for i, p := range points {
		count++
		if p.Number != "" {
			labels[i] = byHand(p.Number)
			if n, ok := countFrom(labels[i], parent); ok {
				count = n
			}
			continue
		}
		if parent == "" && len(points) == 1 {
			continue
		}
		labels[i] = parent + strconv.Itoa(count) + "."
	}
	return labels
}

// byHand closes a number of digits with a full stop and leaves others alone.
func byHand(number string) string {
	if strings.Trim(number, "0123456789.") == "" && !strings.HasSuffix(number, ".") {
		return number + "."
	}
	return number
}

// countFrom reads the number that the count goes on from.
func countFrom(label, parent string) (int, bool) {
	rest, ok := strings.CutPrefix(label, parent)
	if !ok {
		return 0, false
	}
	n, err := strconv.Atoi(strings.TrimSuffix(rest, "."))
	return n, err == nil
}
