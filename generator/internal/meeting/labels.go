package meeting

import (
	"strconv"
	"strings"
)

// MaxDepth is the maximum depth of nested points: 1., 1.1., 1.1.1., 1.1.1.1.
const MaxDepth = 4

// PointParent returns the prefix of the labels of points in an item, counted
// from 0: in the full and the brief form that is the number of the item, if the
// body does not say otherwise.
func (m *Meeting) PointParent(item int) string {
	numbering := m.Council.Numbering
	if numbering == "point" || numbering == "" && m.ProtocolForm() == "council" {
		return ""
	}
	return strconv.Itoa(item+1) + "."
}

// Labels returns the numbers printed before points. Parent is the label of the
// enclosing point, "" at the top. An explicit number is printed as given, and
// counting continues from it; a single point has no label.
func Labels(points []Decision, parent string) []string {
	labels := make([]string, len(points))
	count := 0
	for i, p := range points {
		count++
		if p.Number != "" {
			labels[i] = withFullStop(p.Number)
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

// withFullStop adds a full stop to a number that consists of digits.
func withFullStop(number string) string {
	if strings.Trim(number, "0123456789.") == "" && !strings.HasSuffix(number, ".") {
		return number + "."
	}
	return number
}

// countFrom returns the number from which counting continues after a label.
func countFrom(label, parent string) (int, bool) {
	rest, ok := strings.CutPrefix(label, parent)
	if !ok {
		return 0, false
	}
	n, err := strconv.Atoi(strings.TrimSuffix(rest, "."))
	return n, err == nil
}
