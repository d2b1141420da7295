package word

import (
	"bytes"
	"slices"
	"strconv"
	"strings"

	"protokol/generator/internal/sample"
)

// sampleWriter writes a part of a template that is made from a paper.
type sampleWriter struct {
	*sampling
	part *part
	src  []byte
	out  bytes.Buffer

	tailed map[*element]bool
	apart  bool // the next repetition is below one of the enclosing list, but not inside it
}

// copy copies a range with its changes.
func (w *sampleWriter) copy(from, to int) {
	list := w.edits[w.part]
	first, _ := slices.BinarySearchFunc(list, from, func(c change, from int) int { return c.from - from })
	list = list[first:]
	starts := w.starts[w.part]
	first, _ = slices.BinarySearchFunc(starts, from, func(m start, from int) int { return m.at - from })
	starts = starts[first:]
	for _, c := range list {
		if c.from > to {
			break
		}
		if c.from < from || c.from >= to && !(c.from == to && c.to == to) || c.to == c.from && c.text == "" {
			continue
		}
		w.literal(from, c.from, &starts)
		w.out.WriteString(c.text)
		from = max(from, c.to)
	}
	w.literal(from, to, &starts)
}

// literal copies a range and notes where the paragraphs in it are.
func (w *sampleWriter) literal(from, to int, starts *[]start) {
	for len(*starts) > 0 && (*starts)[0].at < to {
		m := (*starts)[0]
		*starts = (*starts)[1:]
		if m.at >= from {
			w.placed[m.block] = spot{w.part.name, w.out.Len() + m.at - from}
		}
	}
	w.out.Write(w.src[from:to])
}

func (w *sampleWriter) body(root *sample.Node) {
	e := w.blocks[root.Block]
	w.copy(0, e.start)
	w.node(root, e)
	w.copy(e.end, len(w.src))
}

// node writes a block or a repetition; within is the element that holds it.
func (w *sampleWriter) node(n *sample.Node, within *element) {
	if n.Block == nil {
		w.between(n, within)
		return
	}
	e := w.blocks[n.Block]
	if n.Block.Kind == sample.Paragraph {
		w.copy(e.start, e.end)
		w.tails(n, e)
		return
	}
	if len(n.Block.Kids) == 0 {
		w.copy(e.start, e.end)
		return
	}
	first, last := w.blocks[n.Block.Kids[0]], w.blocks[n.Block.Kids[len(n.Block.Kids)-1]]
	w.copy(e.start, first.start)
	w.tailed[last] = true // copied below
	w.kids(n.Kids, e)
	w.copy(last.end, e.end)
}

// kids writes nodes, each with the markup after its block: marks of bookmarks and comments.
func (w *sampleWriter) kids(list []*sample.Node, within *element) {
	for k, n := range list {
		w.apart = k > 0 && n.IsBelow(list[k-1])
		w.node(n, within)
		if n.Block != nil && n.Dropped == nil {
			w.tail(w.blocks[n.Block])
		}
	}
}

// tail copies the markup between a block and the next one.
func (w *sampleWriter) tail(e *element) {
	if w.tailed[e] {
		return
	}
	w.tailed[e] = true
	next := -1
	for k, kid := range e.parent.kids {
		if kid == e {
			next = k + 1
		}
	}
	for next > 0 && next < len(e.parent.kids) {
		switch kid := e.parent.kids[next]; kid.name {
		case "bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "permStart", "permEnd",
			"proofErr":
			w.copy(kid.start, kid.end)
			next++
		default:
			return
		}
	}
}

// tails copies the markup after the blocks that a node replaces.
func (w *sampleWriter) tails(n *sample.Node, _ *element) {
	for _, b := range n.Dropped {
		w.tail(w.blocks[b])
	}
}

// between writes a repetition or a condition. A single row that names its list is
// repeated by itself, but below a row of the list around it would be repeated with that.
func (w *sampleWriter) between(n *sample.Node, within *element) {
	rows := within.name == "tbl"
	if rows && !w.apart && len(n.Kids) == 1 && n.Kids[0].Block != nil && n.NamesItem() {
		w.kids(n.Kids, within)
		w.tails(n, within)
		return
	}
	w.nodes[n] = spot{w.part.name, w.marker(n.Marker, within, rows)}
	w.kids(n.Kids, within)
	w.marker("конец", within, rows)
	w.tails(n, within)
}

// marker writes a marker in a paragraph or a row of its own, and returns where the
// paragraph begins.
func (w *sampleWriter) marker(text string, within *element, row bool) int {
	prefix := within.prefix(w.src)
	tag := func(s string) { w.out.WriteString(strings.ReplaceAll(s, "w:", prefix)) }
	if row {
		columns := 1
		if grid := within.kid("tblGrid"); grid != nil {
			columns = max(1, len(grid.kids))
		}
		tag(`<w:tr><w:tc><w:tcPr><w:gridSpan w:val="` + strconv.Itoa(columns) + `"/></w:tcPr>`)
	}
	at := w.out.Len()
	tag("<w:p><w:r><w:t>")
	w.out.WriteString("{" + text + "}")
	tag("</w:t></w:r></w:p>")
	if row {
		tag("</w:tc></w:tr>")
	}
	return at
}
