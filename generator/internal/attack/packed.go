package attack

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"protokol/generator/internal/cos"
)

// packings are updates whose objects are in object streams, or in other places that readers look up in different
// ways (ISO 32000-2, 7.5.7 and 7.5.8).
func packings() []Attack {
	return slices.Concat(objectStreams(), oddPlaces(), oddTables(), zeroBytes())
}

// pack is an object stream that an attack writes.
type pack struct {
	*section
	page    int    // number of the first page
	numbers []int  // of the objects in the stream
	objects string // one after the other, each of the same length
	rows    []row  // that name them; of kind 2
	count   int    // N
	more    string // further entries of the stream
}

// write appends the stream and the table.
func (p *pack) write() []byte {
	var head strings.Builder
	for i, number := range p.numbers {
		fmt.Fprintf(&head, "%d %d ", number, i*len(p.objects)/len(p.numbers))
	}
	holder := p.next
	p.next++
	p.object(holder, fmt.Sprintf("<</Type /ObjStm /N %d /First %d /Length %d %s>>\nstream\n%s\nendstream", p.count,
		head.Len(), head.Len()+len(p.objects), p.more, head.String()+p.objects))
	for _, r := range p.rows {
		r.offset = holder
		p.section.rows = append(p.section.rows, r)
	}
	return p.stream(p.trailer(""))
}

func objectStreams() []Attack {
	packed := func(name, says string, change func(*pack)) Attack {
		return Attack{Name: "packed " + name, Says: says, Bytes: func(b []byte) []byte {
			s := begin(b)
			content := s.next
			s.add(fmt.Sprintf("<</Length %d>>\nstream\n%s\nendstream", len(black), black))
			pages, _ := s.file.Pages()
			page := cos.Format(s.file.Dict(pages[0]).With(cos.Dict{"Contents": cos.Ref{Number: content}})) + " "
			p := &pack{section: s, page: pages[0].Number, numbers: []int{pages[0].Number}, objects: page, count: 1,
				rows: []row{{number: pages[0].Number, kind: 2}}}
			change(p)
			return p.write()
		}}
	}
	twice := func(p *pack) {
		p.numbers, p.count = append(p.numbers, p.page), 2
		was := cos.Format(p.file.Dict(cos.Ref{Number: p.page}))
		p.objects += was + strings.Repeat(" ", len(p.objects)-len(was))
	}
	return []Attack{
		packed("page", "изменено: страница 1", func(*pack) {}),
		packed("page under another index", ambiguous, func(p *pack) { p.rows[0].generation = 1 }),
		packed("page under another number", ambiguous, func(p *pack) { p.numbers[0]++ }),
		packed("page of no count", "", func(p *pack) { p.count = 0 }),
		packed("page of a larger count", ambiguous, func(p *pack) { p.count = 9 }),
		packed("page twice", ambiguous, twice),
		packed("page twice, old one named", ambiguous, func(p *pack) { twice(p); p.rows[0].generation = 1 }),
		packed("page with an heir", "изменено: страница 1", func(p *pack) {
			p.more = fmt.Sprintf("/Extends %d 0 R", p.next)
		}),
		packed("page in another file", "", func(p *pack) { p.more = "/F (x.pdf)" }),
		packed("page under another filter", "", func(p *pack) { p.more = "/Filter /LZWDecode" }),
		packed("page in a stream that is free", ambiguous, func(p *pack) {
			p.section.rows = append(p.section.rows, row{number: p.next, generation: 1})
		}),
		packed("page under a table, too", ambiguous, func(p *pack) {
			p.section.rows = append(p.section.rows, row{p.page, p.place(p.page), 0, 1})
		}),
		packed("signature", "", func(p *pack) {
			field, value := newEditor(p.file).signed()
			p.numbers[0], p.rows[0].number = value.Number, value.Number
			p.objects = cos.Format(p.file.Dict(value)) + " "
			p.object(field.Number, cos.Format(p.file.Dict(field)))
			p.section.rows = append(p.section.rows, p.forge())
		}),
	}
}

// replaced forges a page in an update written by a function, and replaces one text by another in its table and
// trailer.
func replaced(write func(s *section, trailer string) []byte, old, new string) func(*section) []byte {
	return func(s *section) []byte {
		s.rows = append(s.rows, s.forge())
		b := write(s, s.trailer(""))
		at := startOf(b)
		return append(bytes.Clone(b[:at]), bytes.Replace(b[at:], []byte(old), []byte(new), 1)...)
	}
}

// oddPlaces forge a page by an object or a row that readers find in different places.
func oddPlaces() []Attack {
	return []Attack{
		handmade("object inside of a stream", func(s *section) []byte {
			page := s.forge()
			inside := string(s.data[page.offset:])
			s.data = s.data[:page.offset]
			head := fmt.Sprintf("%d 0 obj\n<</Length %d>>\nstream\n", s.next, len(inside))
			s.add(fmt.Sprintf("<</Length %d>>\nstream\n%s\nendstream", len(inside), inside))
			page.offset += len(head)
			s.rows = append(s.rows, page)
			return s.table(s.trailer(""))
		}),
		handmade("key in two spellings", func(s *section) []byte {
			page := s.forge()
			text := strings.Replace(string(s.data[page.offset:]), "<<", "<</Rot#61te 180 /Rotate 0 ", 1)
			s.data = append(s.data[:page.offset], text...)
			s.rows = append(s.rows, page)
			return s.table(s.trailer(""))
		}),
		handmade("object whose number begins with zeros", func(s *section) []byte {
			page := s.forge()
			text := "00" + string(s.data[page.offset:])
			s.data = append(s.data[:page.offset], text...)
			s.rows = append(s.rows, page)
			return s.table(s.trailer(""))
		}),
		handmade("hybrid that frees", func(s *section) []byte {
			page := s.forge()
			table := s.rows
			s.rows = []row{page}
			at := s.rowsAsStream(s.trailer(""))
			s.rows = table
			b := s.table(s.trailer(fmt.Sprintf("/XRefStm %d", at)))
			start := startOf(b)
			return append(bytes.Clone(b[:start]), bytes.Replace(b[start:], []byte("xref\n"),
				fmt.Appendf(nil, "xref\n%d 1\n0000000000 00001 f \n", page.number), 1)...)
		}),
		handmade("free row in a stream", func(s *section) []byte {
			pages, _ := s.file.Pages()
			s.rows = append(s.rows, row{number: pages[0].Number, generation: 1})
			return s.stream(s.trailer(""))
		}),
	}
}

// oddTables forge a page by tables and trailers that readers interpret differently.
func oddTables() []Attack {
	table := (*section).table
	return []Attack{
		handmade("Prev that is real", func(s *section) []byte {
			previous := fmt.Sprintf("/Prev %d", startOf(s.data))
			return replaced(table, previous, previous+".0")(s)
		}),
		handmade("Root that is no reference", func(s *section) []byte {
			root := s.file.Trailer["Root"]
			return replaced(table, "/Root "+cos.Format(root), "/Root "+cos.Format(s.file.Dict(root)))(s)
		}),
		handmade("Root in two spellings", replaced(table, "/Root ", "/R#6fot 4 0 R /Root ")),
		handmade("rows of 19 bytes", replaced(table, " n \n", " n\n")),
		handmade("rows of large numbers", replaced(table, " 00000 n", " 65536 n")),
		handmade("more rows than there are", replaced(table, " 1\n", " 2\n")),
		handmade("two starts", replaced(table, "%%EOF\n", "startxref\n0\n%%EOF\n")),
		handmade("start in words", replaced(table, "startxref\n", "startxref 0 ")),
		handmade("no end", replaced(table, "%%EOF\n", "")),
		handmade("end in the middle", replaced(table, "trailer\n", "trailer %%EOF\n")),
		handmade("stream with two indexes", replaced((*section).stream, "/Index [", "/Index [0 0] /Index [")),
		handmade("stream whose kinds are left out", replaced((*section).stream, "/W [1 4 1]", "/W [0 5 1]")),
	}
}

// zeroBytes forge a page by tables with a zero byte, which is white space for some readers, and damage for others.
func zeroBytes() (list []Attack) {
	for name, text := range map[string][2]string{
		"after xref": {"xref\n", "xref\x00\n"}, "before the first line": {"xref\n", "xref\n\x00"},
		"between numbers": {" 1\n", "\x001\n"}, "after the numbers": {" 1\n", " 1\x00\n"},
		"before the trailer": {"trailer\n", "\x00trailer\n"},
	} {
		a := handmade("zero byte "+name, replaced((*section).table, text[0], text[1]))
		a.Says = ambiguous
		list = append(list, a)
	}
	return list
}
