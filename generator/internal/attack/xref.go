package attack

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"protokol/generator/internal/cos"
)

// crossReferences are updates that viewers interpret differently: one shows the paper as signed, another repairs
// the file or uses another entry and shows a black page.
func crossReferences() []Attack {
	return slices.Concat(entries(), repairs(), trailers(), sizesAndKinds())
}

// entries name objects twice, nowhere or in the wrong place.
func entries() []Attack {
	return []Attack{
		handmade("object twice, new first", func(s *section) []byte {
			page := s.forge()
			s.rows = append(s.rows, page, row{page.number, s.place(page.number), 0, 1})
			return s.table(s.trailer(""))
		}),
		handmade("object twice, old first", func(s *section) []byte {
			page := s.forge()
			s.rows = append(s.rows, row{page.number, s.place(page.number), 0, 1}, page)
			return s.table(s.trailer(""))
		}),
		handmade("objects outside the table", func(s *section) []byte {
			s.forge()
			return s.table(s.trailer(""))
		}),
		handmade("free entry of an object in the file", func(s *section) []byte {
			page := s.forge()
			at := len(s.data)
			return fmt.Appendf(s.data, "xref\n%d 1\n0000000000 00000 f \ntrailer\n<<%s>>\nstartxref\n%d\n%%%%EOF\n",
				page.number, s.trailer(""), at)
		}),
		handmade("place of another object", func(s *section) []byte {
			page := s.forge()
			page.offset = s.rows[0].offset
			s.rows = append(s.rows, page)
			return s.table(s.trailer(""))
		}),
		handmade("generation of the catalog", func(s *section) []byte {
			s.rows = append(s.rows, s.forge())
			return s.table(strings.Replace(s.trailer(""), " 0 R /Info", " 1 R /Info", 1))
		}),
		handmade("generation of a page", func(s *section) []byte {
			page := s.forge()
			page.generation = 1
			copy(s.data[page.offset:], fmt.Sprintf("%d 1 obj", page.number))
			s.rows = append(s.rows, page)
			return s.table(s.trailer(""))
		}),
	}
}

// repairs make viewers that repair a file find an object other than the one in the table.
func repairs() []Attack {
	back := func(write func(*section, string) []byte) func(*section) []byte {
		return func(s *section) []byte {
			page := s.forge()
			s.rows = append(s.rows, page)
			s = begin(s.table(s.trailer("")))
			s.rows = append(s.rows, row{page.number, s.place(page.number), 0, 1})
			return write(s, s.trailer(""))
		}
	}
	return []Attack{
		handmade("object brought back", back((*section).table)),
		handmade("object brought back by a stream", back((*section).stream)),
		handmade("remark in the table", func(s *section) []byte {
			s.add("(harmless)")
			b := s.table(s.trailer(""))
			at := startOf(b)
			return bytes.Replace(b, b[at:at+len("xref\n")], []byte("xref\n%x\n"), 1)
		}),
		handmade("rows of odd ends", func(s *section) []byte {
			s.add("(harmless)")
			b := s.table(s.trailer(""))
			at := startOf(b)
			return slices.Concat(b[:at], bytes.ReplaceAll(b[at:], []byte(" n \n"), []byte(" n\x00\x00")))
		}),
		handmade("remark before an object", func(s *section) []byte {
			at := len(s.data)
			s.data = fmt.Appendf(s.data, "%%%d 0 obj <<>> endobj\r", s.file.Trailer["Root"].(cos.Ref).Number)
			s.object(s.next, "(harmless)")
			s.rows[len(s.rows)-1].offset = at
			s.next++
			return s.table(s.trailer(""))
		}),
		handmade("object in a stream that no table names", func(s *section) []byte {
			pages, _ := s.file.Pages()
			page := fmt.Sprint("<</Type /Page /MediaBox [0 0 9 9] /Parent ",
				cos.Format(s.file.Dict(pages[0])["Parent"]), ">>")
			head := fmt.Sprintf("%d 0 ", pages[0].Number)
			s.add(fmt.Sprintf("<</Type /ObjStm /N 1 /First %d /Length %d>>\nstream\n%s\nendstream",
				len(head), len(head+page), head+page))
			return s.stream(s.trailer(""))
		}),
		handmade("remark behind a stream", func(s *section) []byte {
			s.add("<</Length 1>>\nstream\nx\n%y\nendstream")
			return s.table(s.trailer(""))
		}),
		handmade("update beside another", func(s *section) []byte {
			old := startOf(s.data)
			s.rows = append(s.rows, s.forge())
			s = begin(s.table(s.trailer("")))
			s.add("(harmless)")
			return s.table(strings.Replace(s.trailer(""), fmt.Sprintf("/Prev %d", startOf(s.data)),
				fmt.Sprintf("/Prev %d", old), 1))
		}),
		handmade("update under a password", func(s *section) []byte {
			s.add("<</Filter /Standard /V 1 /R 2 /O (x) /U (x) /P -4>>")
			return s.table(s.trailer(fmt.Sprintf("/Encrypt %d 0 R", s.next-1)))
		}),
	}
}

// trailers lead readers to different sections.
func trailers() []Attack {
	return []Attack{
		handmade("hybrid", func(s *section) []byte {
			page := s.forge()
			old := row{page.number, s.place(page.number), 0, 1}
			table := s.rows
			s.rows = []row{page}
			at := s.rowsAsStream(s.trailer(""))
			s.rows = append(table, old)
			return s.table(s.trailer(fmt.Sprintf("/XRefStm %d", at)))
		}),
		handmade("Prev in a circle", func(s *section) []byte {
			s.rows = append(s.rows, s.forge())
			return s.table(strings.Replace(s.trailer(""), fmt.Sprintf("/Prev %d", startOf(s.data)),
				fmt.Sprintf("/Prev %d", len(s.data)), 1))
		}),
		handmade("Prev twice", func(s *section) []byte {
			s.rows = append(s.rows, s.forge())
			return s.table(s.trailer("/Prev 0"))
		}),
		handmade("trailer in a comment", func(s *section) []byte {
			s.forge()
			s.data = append(s.data, "% trailer <</Root 1 0 R>>\n"...)
			return s.table(s.trailer(""))
		}),
		handmade("table that is not there", func(s *section) []byte {
			s.rows = append(s.rows, s.forge())
			b := s.table(s.trailer(""))
			return bytes.Replace(b, fmt.Appendf(nil, "startxref\n%d\n%%%%EOF\n", startOf(b)),
				fmt.Appendf(nil, "startxref\n%d\n%%%%EOF\n", startOf(b)+7), 1)
		}),
		handmade("duplicate keys", func(s *section) []byte {
			page := s.forge()
			text := strings.Replace(string(s.data[page.offset:]), "<<", "<</Rotate 0 /Rotate 180 ", 1)
			s.data = append(s.data[:page.offset], text...)
			s.rows = append(s.rows, page)
			return s.table(s.trailer(""))
		}),
	}
}

// sizesAndKinds hide objects by a wrong Size or an unknown type.
func sizesAndKinds() (list []Attack) {
	sizes := map[string]string{"small": "3", "missing": "", "negative": "-5", "real": "900.5", "zero": "0"}
	for name, size := range sizes {
		list = append(list, handmade("Size "+name, func(s *section) []byte {
			s.rows = append(s.rows, s.forge())
			old, size := fmt.Sprintf("/Size %d ", s.next), "/Size "+size+" "
			if size == "/Size  " {
				size = ""
			}
			return s.table(strings.Replace(s.trailer(""), old, size, 1))
		}))
	}
	for _, kind := range []int{3, 4, 5, 255} {
		list = append(list, handmade(fmt.Sprintf("entry of kind %d", kind), func(s *section) []byte {
			page := s.forge()
			page.kind = kind
			s.rows = append(s.rows, page)
			return s.stream(s.trailer(""))
		}))
	}
	return list
}

func handmade(name string, write func(*section) []byte) Attack {
	return Attack{Name: "xref " + name, Bytes: func(b []byte) []byte { return write(begin(b)) }}
}

func lastIndex(b []byte, text string) int { return bytes.LastIndex(b, []byte(text)) }
