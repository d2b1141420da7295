package word

import (
	"bytes"
	"html"
	"regexp"
	"strconv"
	"strings"

	"protokol/generator/internal/fields"
	"protokol/generator/internal/opc"
	"protokol/generator/internal/picture"
)

// A picture whose alternative text is a name is replaced by a picture of the file.
// It keeps its place and its box, into which the new one is fitted.

// alternatives are the attributes with the alternative text of a picture: of a drawing, or of a
// shape of VML (ECMA-376-4, 14.1), as old programs write it.
var alternatives = map[string][]string{"docPr": {"descr", "title"}, "cNvPr": {"descr", "title"},
	"shape": {"alt"}, "rect": {"alt"}}

// earlierAlternatives are the same by rules before contentRules.
var earlierAlternatives = map[string][]string{"docPr": {"descr"}, "shape": {"alt"}, "rect": {"alt"}}

// alternatives returns the attributes of an element that may hold a name by the rules of the paper.
func (t *Template) alternatives(e *element) []string {
	if t.precedes(contentRules) {
		return earlierAlternatives[e.name]
	}
	return alternatives[e.name]
}

// nameOf returns the name that is the alternative text of a picture.
func (t *Template) nameOf(e *element) (token, bool) {
	if e.name == "cNvPr" {
		return token{}, false // repeats that of docPr
	}
	for _, attr := range t.alternatives(e) {
		if name, ok := onlyName(e.attr(attr)); ok {
			return name, true
		}
	}
	return token{}, false
}

// onlyName returns the name that a text is.
func onlyName(text string) (token, bool) {
	text = strings.TrimSpace(text)
	list := tokens(text)
	if len(list) != 1 || list[0].verb != valueOf || list[0].from != 0 || list[0].to != len(text) {
		return token{}, false
	}
	return list[0], true
}

// describe compiles the alternative text of a picture. A name among other words stays as it is.
func (c *compiler) describe(e *element) {
	if t, ok := c.template.nameOf(e); ok {
		c.image(e, t)
		return
	}
	if e.name == "cNvPr" {
		return
	}
	for _, attr := range c.template.alternatives(e) {
		text := e.attr(attr)
		for _, t := range tokens(text) {
			if t.verb == valueOf && fields.Find(t.words, c.lists) != nil {
				c.warn(c.imagePlace(e, text), "{"+t.words+"} в описании рисунка стоит вместе с другими словами: "+
					"так имена не заменяются",
					"оставьте в описании только имя рисунка, например {эмблема}, или уберите скобки")
				return
			}
		}
	}
}

// imagePlace returns the place of a picture whose alternative text is given.
func (c *compiler) imagePlace(properties *element, text string) place {
	at := place{part: c.part}
	if p := properties.within("p"); p != nil && c.flats[p] != nil {
		at = c.place(p, 0, 0)
		at.from, at.to = properties.start, properties.end
		at.words, at.picture = text, true
	}
	return at
}

// image compiles a picture whose properties are given.
func (c *compiler) image(properties *element, t token) {
	at := c.imagePlace(properties, "{"+t.words+"}")
	path := fields.Find(t.words, c.lists)
	frame := properties
	if properties.name == "docPr" {
		frame = properties.parent
	}
	var blip *element
	frame.each(func(e *element) bool {
		if (e.name == "blip" || e.name == "imagedata") && blip == nil {
			blip = e
		}
		return true
	})
	switch {
	case path == nil:
		c.unknown(t, &name{}, at)
		return
	case path.Kind() != fields.Image || blip == nil:
		c.wrong(at, "{"+t.words+"} в описании рисунка — не рисунок",
			"рисунки: {эмблема}, {рисунок.файл} между {для каждого рисунка} и {конец}")
		return
	case !c.bound(path, at):
		return
	}
	filters, err := fields.ParseFilters(t.filters)
	if err != nil {
		c.filterSlip(at, err)
		return
	}
	drawing := properties.within("drawing")
	if frame == properties {
		drawing = properties.within("pict")
	}
	if filters.Otherwise != nil && drawing != nil {
		ask := &question{path: path, place: at}
		c.edits = append(c.edits, edit{op: op{kind: branch, from: drawing.start, to: drawing.end, ask: ask},
			bodyFrom: drawing.start, bodyTo: drawing.end})
	}
	n := &name{path: path, filters: filters, place: at}
	if frame == properties {
		c.fitShape(properties, blip, n)
		return
	}
	c.fit(frame, properties, blip, n)
}

// fit makes the instructions for the attributes of a picture.
func (c *compiler) fit(frame, properties, blip *element, n *name) {
	attribute := func(e *element, attr, what string, box [2]int) { c.fitAttr(e, attr, what, box, n) }
	describe := func(e *element) {
		for _, attr := range c.template.alternatives(e) {
			if _, ok := onlyName(e.attr(attr)); ok {
				attribute(e, attr, "descr", [2]int{})
			}
		}
	}
	describe(properties)
	attribute(blip, "embed", "embed", [2]int{})
	c.remove(blip.open, blip.close) // another form of the same picture
	frame.each(func(e *element) bool {
		switch width, height := e.attr("cx"), e.attr("cy"); {
		case e.name == "cNvPr":
			describe(e)
		case e.name == "srcRect":
			c.remove(e.start, e.end)
		case (e.name == "extent" || e.name == "ext") && width != "":
			box := [2]int{atoi(width), atoi(height)}
			attribute(e, "cx", "cx", box)
			attribute(e, "cy", "cy", box)
		}
		return true
	})
}

func (c *compiler) fitAttr(e *element, attr, what string, box [2]int, n *name) {
	if from, to, ok := e.valueSpan(c.src, attr); ok {
		c.replace(from, to, op{kind: imageAttr, name: n, image: what, box: box})
	}
}

// length is a length in the style of a shape.
var length = regexp.MustCompile(`(?:^|[;\s])(width|height)\s*:\s*([0-9]*\.?[0-9]+)(pt|in|cm|mm|pc|px)`)

// fitShape makes the same for a shape of VML. Its size is in its style; sizes of other
// units than the usual stay.
func (c *compiler) fitShape(shape, data *element, n *name) {
	c.fitAttr(shape, "alt", "descr", [2]int{}, n)
	c.fitAttr(data, "id", "embed", [2]int{}, n)
	for _, crop := range []string{"cropleft", "cropright", "croptop", "cropbottom"} {
		c.removeAttr(data, crop)
	}
	from, to, ok := shape.valueSpan(c.src, "style")
	if !ok {
		return
	}
	style := string(c.src[from:to])
	box, spans := [2]int{}, [2][]int{}
	for _, m := range length.FindAllStringSubmatchIndex(style, -1) {
		side := 0
		if style[m[2]:m[3]] == "height" {
			side = 1
		}
		size, _ := strconv.ParseFloat(style[m[4]:m[5]], 64) // the pattern is a number
		box[side], spans[side] = int(size*1000), m[4:6]
	}
	if box[0] == 0 || box[1] == 0 {
		return
	}
	for side, what := range []string{"width", "height"} {
		c.replace(from+spans[side][0], from+spans[side][1], op{kind: imageAttr, name: n, image: what, box: box})
	}
}

func atoi(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}

// imageAttr prints an attribute of a picture.
func (e *execution) imageAttr(o *op, frame fields.Frame) {
	v := frame.Value(o.name.path)
	p := frame.Image(v)
	if p == nil {
		name := o.name.path.Name()
		e.absent(o.name, Slip{key: v.Key, Message: "в файле заседания нет рисунка {" + name + "}: " + v.Key,
			Hint: "добавьте его в файл, или напишите в описании рисунка {" + name + " | иначе пусто}"})
		e.out = append(e.out, e.src[o.from:o.to]...)
		return
	}
	width, height := fitted(p.Prepared, o.box)
	switch o.image {
	case "embed":
		e.out = append(e.out, e.relate("image", "/"+e.template.imageName(e.stored(p.Prepared), p.Prepared), "")...)
	case "descr":
		e.out = append(e.out, html.EscapeString(p.Alt)...)
	case "cx":
		e.out = strconv.AppendInt(e.out, int64(width), 10)
	case "cy":
		e.out = strconv.AppendInt(e.out, int64(height), 10)
	case "width":
		e.out = strconv.AppendFloat(e.out, float64(width)/1000, 'f', -1, 64)
	case "height":
		e.out = strconv.AppendFloat(e.out, float64(height)/1000, 'f', -1, 64)
	}
}

// fitted returns the size of a picture in a box, in the units of the box.
func fitted(p *picture.Picture, box [2]int) (width, height int) {
	width, height = box[0], box[1]
	if p.Width*height < p.Height*width {
		return max(height*p.Width/max(p.Height, 1), 1), height
	}
	return width, max(width*p.Height/max(p.Width, 1), 1)
}

// stored returns the number of a picture among those of the paper, from 1.
func (e *execution) stored(p *picture.Picture) int {
	for i, known := range e.images {
		if known == p {
			return i + 1
		}
	}
	e.images = append(e.images, p)
	return len(e.images)
}

// imageName returns the name of the part of a picture.
func (t *Template) imageName(n int, p *picture.Picture) string {
	return "word/media/" + t.relationID(n) + "." + string(p.Format)
}

// findUnused finds a beginning of ids and of names of pictures that the template does
// not use: it may be an earlier paper of this program.
func (t *Template) findUnused() {
	for n := 1; ; n++ {
		t.writing.unused = "protokol" + strconv.Itoa(n) + "-"
		used := false
		for name, one := range t.pack.byName {
			used = used || strings.HasPrefix(name, "word/media/"+t.writing.unused) ||
				strings.HasSuffix(name, ".rels") && bytes.Contains(one.data, []byte(t.writing.unused))
		}
		if !used {
			return
		}
	}
}

// imageItems returns the parts of the pictures of a paper.
func (p *Paper) imageItems() (made items) {
	for i, picture := range p.images {
		name := p.template.imageName(i+1, picture)
		made.parts = append(made.parts, opc.Store(name, picture.File))
		made.overrides = append(made.overrides, `<Override PartName="/`+name+`" ContentType="image/`+
			string(picture.Format)+`"/>`)
	}
	return made
}
