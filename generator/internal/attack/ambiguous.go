package attack

import (
	"bytes"
	"slices"
	"strings"

	"protokol/generator/internal/cos"
)

// Ambiguous returns attacks on papers that nobody signed: pages that one program shows as they were printed, and
// another empty, cropped, turned or with letters elsewhere.
func Ambiguous() []Attack {
	return slices.Concat(partsOfContents(), inheritances(), unpackings())
}

// Parts of sentences about them.
const (
	writtenOtherwise = "листы записаны не так, как их печатает программа"
	brokenTree       = "дерево страниц повреждено"
)

// nothing is a reference to no object.
var nothing = cos.Ref{Number: 999_999}

// partsOfContents put something other than streams among the contents of a page, and numbers into them of which
// programs read the beginning only.
func partsOfContents() []Attack {
	part := func(name string, list func(content cos.Object, page cos.Ref) cos.Array) Attack {
		return Attack{Name: "ambiguous content " + name, Says: writtenOtherwise, Edit: func(e *Editor) {
			e.changePage(cos.Dict{"Contents": list(e.Dict(e.page())["Contents"], e.page())})
		}}
	}
	beside := func(name string, o cos.Object) Attack {
		return part(name, func(content cos.Object, _ cos.Ref) cos.Array { return cos.Array{content, o} })
	}
	number := func(name, before, after string) Attack {
		return Attack{Name: "ambiguous number " + name, Says: "записан не так", Edit: func(e *Editor) {
			data := e.content()
			at := bytes.Index(data, []byte(" w\n"))
			from := bytes.LastIndexAny(data[:at], "\n ") + 1
			changed := slices.Concat(data[:from], []byte(before), data[from:at], []byte(after), data[at:])
			e.Put(e.Dict(e.page())["Contents"].(cos.Ref), &cos.Stream{Dict: cos.Dict{}, Data: changed})
		}}
	}
	cut := func(name, before, after string) Attack {
		return Attack{Name: "ambiguous content cut " + name, Says: "записан не так", Edit: func(e *Editor) {
			data := e.content()
			at := bytes.Index(data, []byte(" Td"))
			at = bytes.LastIndexByte(data[:at], ' ')
			add := func(data ...[]byte) cos.Ref {
				return e.Add(&cos.Stream{Dict: cos.Dict{}, Data: slices.Concat(data...)})
			}
			e.changePage(cos.Dict{"Contents": cos.Array{add(data[:at], []byte(before)),
				add([]byte(after), data[at+1:])}})
		}}
	}
	zeros := strings.Repeat("0", 300)
	return []Attack{
		beside("and null", nil), beside("and nothing", nothing), beside("and a number", 5),
		beside("and a dictionary", cos.Dict{}),
		part("after nothing", func(content cos.Object, _ cos.Ref) cos.Array { return cos.Array{nothing, content} }),
		part("and its page", func(content cos.Object, page cos.Ref) cos.Array { return cos.Array{content, page} }),
		part("in an array of arrays", func(content cos.Object, _ cos.Ref) cos.Array {
			return cos.Array{cos.Array{content}}
		}),
		cut("between numbers", "", ""), cut("in a comment", " % ", "\n"),
		{Name: "ambiguous content that is a reference", Says: "только ссылка", Edit: func(e *Editor) {
			e.changePage(cos.Dict{"Contents": e.Add(e.Dict(e.page())["Contents"])})
		}},
		number("with many decimals", "", zeros), number("with many zeros", zeros, ""),
	}
}

// content returns the content of the page, which is one stream.
func (e *Editor) content() []byte {
	data, err := e.Decoded(e.Get(e.Dict(e.page())["Contents"]).(*cos.Stream))
	if err != nil {
		panic(err)
	}
	return data
}

// inheritances change what pages inherit for some programs.
func inheritances() (list []Attack) {
	top := func(e *Editor) cos.Ref { return e.Root()["Pages"].(cos.Ref) }
	add := func(name, says string, at func(*Editor) cos.Ref, entries func(*Editor) cos.Dict) {
		list = append(list, Attack{Name: "ambiguous " + name, Says: says, Edit: func(e *Editor) {
			e.change(at(e), entries(e))
		}})
	}
	for _, key := range []cos.Name{"CropBox", "Rotate", "MediaBox", "Resources"} {
		of := func(*Editor) cos.Dict { return cos.Dict{key: nothing} }
		add("page with a "+string(key)+" of nothing", brokenTree, (*Editor).page, of)
		add("tree with a "+string(key)+" of nothing", brokenTree, top, of)
	}
	add("tree with a parent", brokenTree, top, func(e *Editor) cos.Dict { return cos.Dict{"Parent": e.page()} })
	add("tree that turns pages", "не так, как", top, func(*Editor) cos.Dict { return cos.Dict{"Rotate": 180} })
	add("tree that crops pages", "размер листа", top, func(*Editor) cos.Dict {
		return cos.Dict{"CropBox": cos.Array{0, 0, 300, 300}}
	})
	add("tree in units", writtenOtherwise, top, func(*Editor) cos.Dict { return cos.Dict{"UserUnit": 2} })
	return list
}

// unpackings give the content of a page parameters or a form that programs unpack in different ways.
func unpackings() (list []Attack) {
	add := func(name string, change func(s *cos.Stream, plain []byte)) {
		list = append(list, Attack{Name: "ambiguous packing " + name, Says: writtenOtherwise, Edit: func(e *Editor) {
			ref := e.Dict(e.page())["Contents"].(cos.Ref)
			s := e.Get(ref).(*cos.Stream)
			plain, err := e.Decoded(s)
			if err != nil {
				panic(err)
			}
			changed := &cos.Stream{Dict: s.Dict.With(nil), Data: s.Data}
			change(changed, plain)
			e.Put(ref, changed)
		}})
	}
	for name, parameters := range map[string]cos.Object{
		"of -1 colors": cos.Dict{"Colors": -1}, "of no colors": cos.Dict{"Predictor": 1, "Colors": 0},
		"of -1 columns": cos.Dict{"Columns": -1}, "of predictor 2": cos.Dict{"Predictor": 2, "Columns": 4},
		"of predictor 3": cos.Dict{"Predictor": 3}, "of a real predictor": cos.Dict{"Predictor": 12.0, "Columns": 4},
		"of a later change": cos.Dict{"EarlyChange": 0},
		"of two filters":    cos.Array{nil, cos.Dict{"Predictor": 12, "Columns": 4}},
	} {
		add("with parameters "+name, func(s *cos.Stream, _ []byte) { s.Dict["DecodeParms"] = parameters })
	}
	for name, filter := range map[string]cos.Object{
		"that is short": cos.Name("Fl"), "of none": cos.Array{}, "of a key": cos.Array{cos.Name("Crypt"),
			cos.Name("FlateDecode")},
	} {
		add("by a filter "+name, func(s *cos.Stream, _ []byte) { s.Dict["Filter"] = filter })
	}
	add("with parameters of no filter", func(s *cos.Stream, plain []byte) {
		delete(s.Dict, "Filter")
		s.Dict["DecodeParms"], s.Data = cos.Dict{"Predictor": 12, "Columns": 4}, plain
	})
	add("with keys of pictures", func(s *cos.Stream, _ []byte) {
		s.Dict["DP"] = cos.Dict{"Predictor": 12, "Columns": 4}
	})
	add("cut short", func(s *cos.Stream, _ []byte) { s.Data = s.Data[:len(s.Data)-6] })
	add("with a wrong sum", func(s *cos.Stream, _ []byte) {
		s.Data = append(slices.Clone(s.Data[:len(s.Data)-1]), s.Data[len(s.Data)-1]^1)
	})
	return list
}
