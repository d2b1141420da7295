package word

import (
	"bytes"
	"html"
	"strconv"
	"strings"

	"protokol/generator/internal/fields"
	"protokol/generator/internal/opc"
	"protokol/generator/internal/picture"
)

// A picture whose alternative text is a name is replaced by a picture of the file.
// It keeps its place and its box, into which the new one is fitted.

// imageName returns the name that is the alternative text of a picture.
func imageName(e *element) (token, bool) {
	if e.name != "docPr" {
		return token{}, false
	}
	text := strings.TrimSpace(e.attr("descr"))
	list := tokens(text)
	if len(list) != 1 || list[0].verb != valueOf || list[0].from != 0 || list[0].to != len(text) {
		return token{}, false
	}
	return list[0], true
}

// image compiles a picture whose properties are given.
func (c *compiler) image(properties *element, t token) {
	at := place{part: c.part}
	if p := properties.within("p"); p != nil && c.flats[p] != nil {
		at = c.place(p, 0, 0)
		at.from, at.to = properties.start, properties.end
	}
	path := fields.Find(t.words, c.lists)
	var blip *element
	properties.parent.each(func(e *element) bool {
		if e.name == "blip" && blip == nil {
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
	if drawing := properties.within("drawing"); filters.Otherwise != nil && drawing != nil {
		ask := &question{path: path, place: at}
		c.edits = append(c.edits, edit{op: op{kind: branch, from: drawing.start, to: drawing.end, ask: ask},
			bodyFrom: drawing.start, bodyTo: drawing.end})
	}
	c.fit(properties.parent, properties, blip, &name{path: path, filters: filters, place: at})
}

// fit makes the instructions for the attributes of a picture.
func (c *compiler) fit(frame, properties, blip *element, n *name) {
	attribute := func(e *element, attr, what string, box [2]int) {
		if from, to, ok := e.valueSpan(c.src, attr); ok {
			c.replace(from, to, op{kind: imageAttr, name: n, image: what, box: box})
		}
	}
	attribute(properties, "descr", "descr", [2]int{})
	attribute(blip, "embed", "embed", [2]int{})
	c.remove(blip.open, blip.close) // another form of the same picture
	frame.each(func(e *element) bool {
		switch width, height := e.attr("cx"), e.attr("cy"); {
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

func atoi(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}

// imageAttr prints an attribute of a picture.
func (e *execution) imageAttr(o *op, frame fields.Frame) {
	v := frame.Value(o.name.path)
	p := frame.Image(v)
	if p == nil {
		e.absent(o.name, v.Key, "в файле заседания нет рисунка {"+o.name.path.Name()+"}: "+v.Key,
			"добавьте его в файл, или напишите в описании рисунка {"+o.name.path.Name()+" | иначе пусто}")
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
