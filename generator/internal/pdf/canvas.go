package pdf

import (
	"strconv"
	"strings"
	"sync"

	"github.com/go-pdf/fpdf"

	"protokol/generator/internal/cos"
	"protokol/generator/internal/flow"
	"protokol/generator/internal/layout"
)

// canvas draws pages with fpdf. Everything is inside marked content, either of
// a structure element or of an artifact (ISO 14289-1, 7.1).
type canvas struct {
	height float64 // of the page, pt
	fonts  fontSet
	tree   *structure
	images imageSet
	page   int
	buf    []byte
	open   *layout.Element // whose marked content is open
	inside bool
}

// scratch pools buffers for the contents of pages.
var scratch = sync.Pool{New: func() any { return new([]byte) }}

// draw draws the contents of the pages of a paper with fpdf: no fonts, no structure, no metadata.
func draw(paper *layout.Result, fonts fontSet, images imageSet, tree *structure) (pages [][]byte, err error) {
	contents := scratch.Get().(*[]byte)
	c := &canvas{fonts: fonts, images: images, tree: tree, buf: *contents}
	defer func() {
		*contents = c.buf
		scratch.Put(contents)
	}()
	size := fpdf.SizeType{Wd: paper.Size.Width, Ht: paper.Size.Height}
	drawn := fpdf.CreateTpl(fpdf.PointType{}, size, "P", "pt", "", func(pdf *fpdf.Tpl) {
		pdf.SetAutoPageBreak(false, 0)
		for i, page := range paper.Pages {
			if i > 0 {
				pdf.AddPage()
			}
			c.page, c.height = i, page.Size.Height
			c.draw(page)
			pdf.RawWriteStr(string(c.buf))
		}
		err = pdf.Error()
	})
	if err != nil {
		return nil, err
	}
	for _, page := range drawn.FromPages() {
		pages = append(pages, page.Bytes())
	}
	return pages, nil
}

func (c *canvas) draw(page layout.Page) {
	c.buf = c.buf[:0]
	c.fills(page.Fills, true)
	c.pictures(page.Pictures, true)
	c.fills(page.Fills, false)
	for i := range page.Lines {
		c.line(&page.Lines[i])
	}
	c.close()
	c.rules(page.Rules)
	c.pictures(page.Pictures, false)
}

// pictures draws those behind the text, or the others.
func (c *canvas) pictures(list []layout.Picture, behind bool) {
	for i := range list {
		if list[i].Behind == behind {
			c.picture(list[i])
		}
	}
}

// line draws a line; for a turned one in its own frame (ISO 32000-1, 8.3.4).
func (c *canvas) line(line *layout.Line) {
	height := c.height
	if line.Turn != flow.NoTurn {
		c.close()
		frame := "q 0 1 -1 0 "
		if line.Turn == flow.TurnDown {
			frame = "q 0 -1 1 0 "
		}
		c.buf = append(cos.AppendNumber(append(c.buf, frame...), line.AtX), ' ')
		c.buf = append(cos.AppendNumber(c.buf, height-line.AtY), " cm\n"...)
		c.height = 0
	}
	if line.Cut {
		c.clip(line)
	}
	for i, run := range line.Runs {
		if run.Element != nil && run.Element.Role == "Link" {
			c.tree.link(run.Element, c.page, linkArea(line, &run, height))
		}
		end := inLine
		if i == len(line.Runs)-1 {
			end = endOf(*line)
		}
		c.run(run, line.Baseline, end)
	}
	if line.Turn != flow.NoTurn || line.Cut {
		c.close()
		c.buf = append(c.buf, "Q\n"...)
		c.height = height
	}
}

// clip hides what is below the depth at which a line is cut off (ISO 32000-1, 8.5.4), until the state is restored.
func (c *canvas) clip(line *layout.Line) {
	c.close()
	first, last := &line.Runs[0], &line.Runs[len(line.Runs)-1]
	left := first.X - first.Size
	c.buf = append(c.buf, "q "...)
	for _, v := range [4]float64{left, c.height - line.Baseline - line.Depth, last.X + last.Width + last.Size - left,
		line.Baseline + line.Depth} {
		c.buf = append(cos.AppendNumber(c.buf, v), ' ')
	}
	c.buf = append(c.buf, "re W n\n"...)
}

// linkArea returns the area of a link on a page so high.
func linkArea(line *layout.Line, r *layout.Run, height float64) [4]float64 {
	x1, y1 := line.OnPage(r.X, line.Baseline+r.Size*0.25)
	x2, y2 := line.OnPage(r.X+r.Width, line.Baseline-r.Size*0.75)
	return [4]float64{min(x1, x2), height - max(y1, y2), max(x1, x2), height - min(y1, y2)}
}

// ending is what follows a run.
type ending int

const (
	inLine  ending = iota // another run, or the end of a line after a hard hyphen
	spaced                // the end of a line: a space, so that words do not join when they are copied or read aloud
	divided               // the end of a line inside a word: its last letter is a soft hyphen
)

func endOf(line layout.Line) ending {
	switch {
	case line.Divided:
		return divided
	case line.Joined:
		return inLine
	}
	return spaced
}

// enter opens the marked content of an element unless it is already open.
func (c *canvas) enter(e *layout.Element) {
	if !c.inside || c.open != e {
		c.begin(e)
	}
}

// begin opens a new marked-content sequence of an element.
func (c *canvas) begin(e *layout.Element) {
	c.close()
	if e == nil {
		c.buf = append(c.buf, "/Artifact <</Type /Pagination>> BDC\n"...)
	} else {
		id := c.tree.content(e, c.page)
		c.buf = append(append(c.buf, '/'), e.Role...)
		c.buf = append(c.buf, " <</MCID "...)
		c.buf = append(strconv.AppendInt(c.buf, int64(id), 10), ">> BDC\n"...)
	}
	c.open, c.inside = e, true
}

func (c *canvas) close() {
	if c.inside {
		c.buf = append(c.buf, "EMC\n"...)
		c.inside = false
	}
}

// run draws one run.
func (c *canvas) run(r layout.Run, baseline float64, end ending) {
	y := c.height - baseline
	switch r.Kind {
	case layout.Letters:
		c.enter(r.Element)
		c.letters(r, end, y)
	case layout.EmptyBox, layout.CheckedBox, layout.CrossedBox, layout.PostalDigit:
		c.enter(r.Element)
		c.shape(&r, y)
		c.invisible(r, end, y)
	case layout.WritingLine:
		c.close()
		c.buf = append(c.buf, "/Artifact BMC\n0.5 w\n"...)
		c.path("m", r.X, y-1)
		c.path("l", r.X+r.Width, y-1)
		c.buf = append(c.buf, "S\nEMC\n"...)
	case layout.TabStop, layout.Image: // drawn as rules and pictures
	case layout.FormField:
		c.close()
		low := y + r.Element.Field.Rise
		c.tree.field(r.Element, c.page, [4]float64{r.X, low, r.X + r.Width, low + r.Size})
	default:
		panic("pdf: unknown kind of run")
	}
}

// letters shows the text of a run and the space at the end of its line, with
// additional gaps after spaces for justification (ISO 32000-1, 9.4.3, TJ; in
// thousandths of an em, to the left).
//
// The hyphen of a divided word is a soft hyphen both by ToUnicode and by
// ActualText (ISO 32000-1, 14.8.2.2.3 and 14.9.4), so that readers join the
// word: some consult only one of them.
func (c *canvas) letters(r layout.Run, end ending, y float64) {
	if r.Scale > 0 { // ISO 32000-1, 9.3.4
		c.buf = append(cos.AppendNumber(c.buf, r.Scale*100), " Tz\n"...)
		c.show(r, end, y)
		c.buf = append(c.buf, "100 Tz\n"...)
		return
	}
	if r.Effects != nil {
		c.effects(r.Effects)
		c.show(r, end, y+r.Effects.Rise)
		c.plain(r.Effects)
		return
	}
	c.show(r, end, y)
}

func (c *canvas) show(r layout.Run, end ending, y float64) {
	face := c.fonts[r.Face]
	b := append(c.buf, "BT /F"...)
	b = append(strconv.AppendInt(b, int64(r.Face), 10), ' ')
	b = append(cos.AppendNumber(b, r.Size), " Tf "...)
	b = append(cos.AppendNumber(b, r.X), ' ')
	b = append(cos.AppendNumber(b, y), " Td [<"...)
	gap := -r.Gap / r.Size * 1000
	switch { // Tz scales gaps, too
	case r.Scale > 0:
		gap /= r.Scale
	case r.Effects != nil && r.Effects.Scale > 0:
		gap /= r.Effects.Scale
	}
	text, before := r.Text, rune(0)
	if end == divided {
		text = strings.TrimSuffix(text, layout.SoftHyphen)
	}
	for _, letter := range text {
		if letter == acute && before != 0 {
			b = face.accent(b, before, r.Size)
			continue
		}
		before = letter
		if letter == '\u00a0' && gap != 0 {
			letter = ' ' // readers see two spaces in a no-break space with a gap
		}
		b = appendHex(b, face.code(letter))
		if letter == ' ' && gap != 0 {
			b = append(cos.AppendNumber(append(b, '>'), gap), '<')
		}
	}
	switch end {
	case spaced:
		b = appendHex(b, face.code(' '))
		if gap != 0 {
			b = append(cos.AppendNumber(append(b, '>'), gap), '<')
		}
	case divided:
		b = append(b, ">] TJ /Span <</ActualText <FEFF00AD>>> BDC <"...)
		b = appendHex(b, face.code('\u00ad'))
		c.buf = append(b, "> Tj EMC ET\n"...)
		return
	}
	c.buf = append(b, ">] TJ ET\n"...)
}

func (c *canvas) path(operator string, x, y float64) {
	b := append(cos.AppendNumber(c.buf, x), ' ')
	b = append(cos.AppendNumber(b, y), ' ')
	c.buf = append(append(b, operator...), '\n')
}

// invisible shows text in rendering mode 3 (ISO 32000-1, 9.3.6), for a character
// that is drawn as a path: most readers ignore ActualText that covers no text.
func (c *canvas) invisible(r layout.Run, end ending, y float64) {
	c.buf = append(c.buf, "3 Tr\n"...)
	c.letters(r, end, y)
	c.buf = append(c.buf, "0 Tr\n"...)
}

// shape draws a check box or a digit of a postal index.
func (c *canvas) shape(r *layout.Run, y float64) {
	shape, _ := r.Shape()
	if shape.Round {
		c.buf = append(c.buf, "q 1 J 1 j "...) // round caps and joins
	}
	c.buf = append(cos.AppendNumber(c.buf, shape.Width), " w\n"...)
	for _, line := range shape.Lines {
		for i, p := range line.Points {
			c.path([]string{"m", "l"}[min(i, 1)], r.X+p.X, y+p.Y) // of length zero: a dot (ISO 32000-1, 8.5.3.2)
		}
		if line.Closed {
			c.buf = append(c.buf, "s\n"...)
		} else {
			c.buf = append(c.buf, "S\n"...)
		}
	}
	if shape.Round {
		c.buf = append(c.buf, "Q\n"...)
	}
}
