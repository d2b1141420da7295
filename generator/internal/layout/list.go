package layout

import "protokol/generator/internal/flow"

func (s *setter) list(parent *Element, list *flow.List) {
	e := parent.add(flow.L)
	e.Numbering = list.Numbering
	for i := range list.Items {
		s.item(e.add(flow.LI), &list.Items[i])
	}
}

func (s *setter) item(e *Element, item *flow.Item) {
	blocks := item.Blocks
	var label *Element
	if len(item.Label) > 0 {
		label = e.add(flow.Lbl)
	} else if p, ok := first(blocks).(*flow.Paragraph); ok && len(p.Runs) > 0 && p.Runs[0].Label {
		s.cutter.label = e.add(flow.Lbl)
	}
	body := e.add(flow.LBody)
	if p, ok := first(blocks).(*flow.Paragraph); ok && label != nil {
		s.labelled(label, body.of(p.Role), item, p)
		blocks = blocks[1:]
	}
	s.blocks(body, blocks)
}

func first(blocks []flow.Block) flow.Block {
	if len(blocks) == 0 {
		return nil
	}
	return blocks[0]
}

// tabStop is the distance of default tab stops, 12.5 mm: a label wider than its
// hanging indent pushes the text to the next one.
const tabStop = 12.5 * flow.PointsPerMM

// labelled sets a paragraph whose first line begins with a label.
func (s *setter) labelled(label, e *Element, item *flow.Item, p *flow.Paragraph) {
	at := s.left + item.Indent
	line := setLine(s.words(item.Label, label), 0, at, at, flow.Left)
	end := at
	for _, r := range line.Runs {
		end = r.X + r.Width
	}
	first := s.left + p.Indent
	for end > first {
		first = (float64(int(first/tabStop+1e-6)) + 1) * tabStop
	}
	lines := s.lines(e, p, first)
	line.Runs[0].Text += " " // separates the texts when the line is copied or read aloud
	lines[0].Runs = append(line.Runs, lines[0].Runs...)
	s.push(s.linesToStrips(lines, p))
}
