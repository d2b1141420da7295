package flow

import "fmt"

// EachRun calls visit for every run of blocks, in reading order.
func EachRun(blocks []Block, visit func(*Run)) {
	for _, block := range blocks {
		switch b := block.(type) {
		case *Paragraph:
			b.each(visit)
		case *List:
			for i := range b.Items {
				eachOf(b.Items[i].Label, visit)
				EachRun(b.Items[i].Blocks, visit)
			}
		case *Table:
			if b.Caption != nil {
				b.Caption.each(visit)
			}
			eachCell(b.Header, visit)
			eachCell(b.Rows, visit)
		case *Signature:
			b.Position.each(visit)
			eachOf(b.Name, visit)
		case *Foot:
			EachRun(b.Blocks, visit)
		case *Section:
			for _, m := range []Marginals{b.Heads, b.Feet} {
				EachRun(m.Default, visit)
				EachRun(m.First, visit)
				EachRun(m.Even, visit)
			}
		case *Figure, PageBreak:
		default:
			panic(fmt.Sprintf("flow: unknown block %T", block))
		}
	}
}

func (p *Paragraph) each(visit func(*Run)) {
	for i := range p.Floats {
		EachRun(p.Floats[i].Blocks, visit)
	}
	eachOf(p.Runs, visit)
	EachRun(p.Notes, visit)
}

func eachOf(runs []Run, visit func(*Run)) {
	for i := range runs {
		visit(&runs[i])
	}
}

func eachCell(rows []Row, visit func(*Run)) {
	for _, row := range rows {
		for _, cell := range row.Cells {
			EachRun(cell.Blocks, visit)
		}
	}
}
