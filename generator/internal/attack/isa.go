package attack

import (
	"fmt"
	"slices"

	"protokol/generator/internal/cos"
)

// savings change the paper in updates after the signature (incremental saving).
func savings() []Attack {
	list := []Attack{
		{Name: "isa page painted", Says: "изменено: страница 1", Edit: (*Editor).paint},
		{Name: "isa content replaced", Says: "изменено: содержание страницы 1", Edit: func(e *Editor) {
			ref, ok := e.Dict(e.page())["Contents"].(cos.Ref)
			if list := e.Array(e.Dict(e.page())["Contents"]); !ok || list != nil {
				ref = list[0].(cos.Ref)
			}
			e.Put(ref, painting())
		}},
		{Name: "isa page replaced without a table", Says: ambiguous, Bytes: func(b []byte) []byte {
			s := begin(b)
			s.forge()
			return fmt.Appendf(s.data, "trailer\n<<%s>>\n%%%%EOF\nstartxref\n%d\n%%%%EOF\n", s.trailer(""), startOf(b))
		}},
		{Name: "isa page replaced without an end", Bytes: func(b []byte) []byte {
			s := begin(b)
			s.forge()
			return s.data
		}},
		{Name: "isa two updates", Says: changed, Bytes: func(b []byte) []byte {
			s := begin(b)
			s.rows = append(s.rows, s.forge())
			s = begin(s.table(s.trailer("")))
			s.object(s.next, "(harmless)")
			s.next++
			return s.table(s.trailer(""))
		}},
		{Name: "isa update with a stream", Says: changed, Bytes: func(b []byte) []byte {
			s := begin(b)
			s.rows = append(s.rows, s.forge())
			return s.stream(s.trailer(""))
		}},
		{Name: "isa catalog replaced", Says: lost, Bytes: func(b []byte) []byte {
			s := begin(b)
			s.object(s.next, fmt.Sprintf("<</Length %d>>\nstream\n%s\nendstream", len(black), black))
			s.object(s.next+1, fmt.Sprintf("<</Type /Page /Parent %d 0 R /MediaBox [0 0 595 842] /Resources <<>> "+
				"/Contents %d 0 R>>", s.next+2, s.next))
			s.object(s.next+2, fmt.Sprintf("<</Type /Pages /Kids [%d 0 R] /Count 1>>", s.next+1))
			s.object(s.next+3, fmt.Sprintf("<</Type /Catalog /Pages %d 0 R>>", s.next+2))
			s.next += 4
			return s.table(fmt.Sprintf("/Size %d /Root %d 0 R /Prev %d", s.next, s.next-1, startOf(b)))
		}},
	}
	return slices.Concat(list, pageTrees(), notes(), oddFields())
}

// pageTrees change which pages there are and what they inherit.
func pageTrees() []Attack {
	root := func(e *Editor) cos.Ref { return e.Root()["Pages"].(cos.Ref) }
	inherit := func(name string, entries cos.Dict) Attack {
		return Attack{Name: "isa inherited " + name, Says: changed,
			Edit: func(e *Editor) { e.change(root(e), entries) }}
	}
	return []Attack{
		{Name: "isa page added", Says: "список страниц", Edit: func(e *Editor) {
			tree := e.Dict(root(e))
			page := e.Add(cos.Dict{"Type": cos.Name("Page"), "Parent": root(e), "MediaBox": cos.Array{0, 0, 595, 842},
				"Resources": cos.Dict{}, "Contents": e.Add(painting())})
			e.change(root(e), cos.Dict{"Kids": append(cos.Array{page}, e.Array(tree["Kids"])...),
				"Count": e.Int(tree["Count"]) + 1})
		}},
		{Name: "isa page removed", Edit: func(e *Editor) {
			kids := e.Array(e.Dict(root(e))["Kids"])
			if len(kids) < 2 { // a single page is replaced by a blank one
				kids = append(kids, e.Add(cos.Dict{"Type": cos.Name("Page"), "Parent": root(e), "Resources": cos.Dict{},
					"MediaBox": cos.Array{0, 0, 595, 842}}))
			}
			e.change(root(e), cos.Dict{"Kids": kids[1:], "Count": len(kids) - 1})
		}},
		inherit("Rotate", cos.Dict{"Rotate": 180}),
		inherit("MediaBox", cos.Dict{"MediaBox": cos.Array{0, 0, 300, 400}}),
		inherit("CropBox", cos.Dict{"CropBox": cos.Array{0, 0, 300, 400}}),
		{Name: "isa resources", Says: changed, Edit: func(e *Editor) {
			e.changePage(cos.Dict{"Resources": cos.Dict{}})
		}},
		{Name: "isa shared resources", Says: changed, Edit: func(e *Editor) {
			if ref, ok := e.Dict(e.page())["Resources"].(cos.Ref); ok {
				e.change(ref, cos.Dict{"Font": cos.Dict{}})
			} else {
				e.changePage(cos.Dict{"Resources": cos.Dict{"Font": cos.Dict{}}})
			}
		}},
		{Name: "isa UserUnit", Says: changed, Edit: func(e *Editor) { e.changePage(cos.Dict{"UserUnit": 2}) }},
		{Name: "isa fonts", Says: changed, Edit: func(e *Editor) {
			for _, number := range e.Numbers() {
				d, ok := e.Object(number).(cos.Dict)
				if ok && d["Type"] == cos.Name("Font") && d["DescendantFonts"] != nil {
					helvetica := cos.Dict{"Type": cos.Name("Font"), "Subtype": cos.Name("Type1"),
						"BaseFont": cos.Name("Helvetica")}
					e.Put(cos.Ref{Number: number}, helvetica)
				}
			}
		}},
		{Name: "isa font program", Says: changed, Edit: func(e *Editor) {
			for _, number := range e.Numbers() {
				if file, ok := e.Dict(e.Object(number))["FontFile2"].(cos.Ref); ok {
					e.Put(file, &cos.Stream{Dict: cos.Dict{}, Data: []byte("no font")})
				}
			}
		}},
	}
}

// notes put annotations on a page.
func notes() []Attack {
	note := func(subtype cos.Name, more cos.Dict) Attack {
		return Attack{Name: "isa annotation " + string(subtype), Says: "добавлено: п", Edit: func(e *Editor) {
			e.annotate(cos.Dict{"Subtype": subtype, "Rect": cos.Array{60, 300, 510, 550}, "F": 4,
				"AP": cos.Dict{"N": e.Add(appearance(450, 250))}}.With(more))
		}}
	}
	field := func(name string, d cos.Dict) Attack {
		return Attack{Name: "isa field " + name, Says: "добавлено", Edit: func(e *Editor) {
			e.addField(d.With(cos.Dict{"T": cos.String(name)}))
		}}
	}
	return []Attack{
		note("FreeText", nil), note("Stamp", nil), note("Square", nil), note("Watermark", nil), note("Redact", nil),
		note("Ink", cos.Dict{"InkList": cos.Array{cos.Array{60, 300, 500, 500}}}),
		note("Highlight", cos.Dict{"QuadPoints": cos.Array{60, 500, 500, 500, 60, 300, 500, 300}}),
		note("Widget", cos.Dict{"FT": cos.Name("Sig"), "T": cos.String("mark")}),
		{Name: "isa forged mark", Says: "добавлено: п", Edit: func(e *Editor) {
			e.annotate(cos.Dict{"Subtype": cos.Name("Widget"), "FT": cos.Name("Sig"), "T": cos.String("x"), "F": 4,
				"V": cos.Dict{"A": 1}, "Rect": cos.Array{300, 20, 500, 60},
				"AP": cos.Dict{"N": e.Add(appearance(200, 40))}})
		}},
		field("of text", cos.Dict{"FT": cos.Name("Tx"), "V": cos.String("x"), "Rect": cos.Array{60, 300, 510, 550}}),
		field("strip", cos.Dict{"FT": cos.Name("Sig"), "Rect": cos.Array{50, 400, 500, 400.98},
			"MK": cos.Dict{"BG": cos.Array{0, 0, 0}}}),
		field("quadrilaterals", emptyField("").With(cos.Dict{"QuadPoints": cos.Array{0, 0, 500, 0, 0, 500, 500, 500}})),
		field("of no type", cos.Dict{"Rect": cos.Array{0, 0, 0, 0}}),
	}
}

// oddFields are fields that show something, or are not valid fields.
func oddFields() []Attack {
	return []Attack{
		{Name: "isa strips", Says: "добавлено: поле подписи", Edit: func(e *Editor) {
			for y := 300.0; y < 550; y += 0.98 {
				e.addField(emptyField(cos.Format(y)).With(cos.Dict{"Rect": cos.Array{60, y, 510, y + 0.98},
					"AP": cos.Dict{"N": e.Add(appearance(450, 0.98))}}))
			}
		}},
		{Name: "mark drawn otherwise", Edit: func(e *Editor) {
			ref, _ := e.signed()
			if normal, ok := e.Dict(e.Dict(ref)["AP"])["N"].(cos.Ref); ok {
				e.Put(normal, appearance(10, 10))
			} else {
				e.change(ref, cos.Dict{"AP": cos.Dict{"N": e.Add(appearance(10, 10))}})
			}
		}, Says: changed},
		{Name: "isa stream as a field", Edit: func(e *Editor) {
			e.list(e.Add(&cos.Stream{Dict: emptyField("x"), Data: []byte(black)}))
		}, Says: "добавлено"},
		{Name: "isa field with kids", Edit: func(e *Editor) {
			kid := e.annotate(cos.Dict{"Subtype": cos.Name("Widget"), "Rect": cos.Array{60, 300, 510, 550},
				"AP": cos.Dict{"N": e.Add(appearance(450, 250))}})
			parent := e.Add(cos.Dict{"FT": cos.Name("Sig"), "T": cos.String("x"), "Kids": cos.Array{kid}})
			e.change(kid, cos.Dict{"Parent": parent})
			e.list(parent)
		}, Says: "добавлено"},
		{Name: "isa source replaced", Edit: func(e *Editor) {
			for _, number := range e.Numbers() {
				if file, ok := e.Dict(e.Dict(e.Object(number))["EF"])["F"].(cos.Ref); ok {
					s := e.Get(file).(*cos.Stream)
					e.Put(file, &cos.Stream{Dict: s.Dict.With(cos.Dict{"Filter": nil}), Data: []byte("x = 1\n")})
				}
			}
			e.changeRoot(cos.Dict{"Lang": cos.String("en")})
		}, Says: changed},
	}
}
