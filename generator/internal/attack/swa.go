package attack

import (
	"bytes"
	"fmt"
	"strings"

	"protokol/generator/internal/cos"
)

// wrappings move the signed bytes, or hide bytes among them (signature wrapping).
func wrappings() []Attack {
	return []Attack{
		{Name: "swa signed bytes moved to the end", Bytes: moved, Says: ambiguous},
		{Name: "swa text in the gap", Bytes: func(b []byte) []byte {
			return fillGap(b, "/X")
		}, Says: notWhole},
		{Name: "swa object in the gap", Bytes: func(b []byte) []byte {
			return fillGap(b, ">>endobj 3 0 obj<</Type /Page>>endobj 3 0 obj<<")
		}, Says: ""},
		{Name: "swa white space in the gap", Bytes: func(b []byte) []byte {
			_, to := gap(b)
			copy(b[to-20:], strings.Repeat(" ", 10))
			return b
		}, Says: notWhole},
		{Name: "swa other signature in the field", Edit: func(e *Editor) {
			ref, value := e.signed()
			e.paint()
			e.change(ref, cos.Dict{"V": e.Add(e.Dict(value))})
		}, Says: changed},
		{Name: "swa ByteRange of the earlier bytes", Edit: func(e *Editor) {
			_, value := e.signed()
			r := e.Array(e.Dict(value)["ByteRange"])
			e.paint()
			e.Put(value, e.Dict(value).With(cos.Dict{"ByteRange": cos.Array{0, r[1], r[2], e.Int(r[3]) - 1}}))
		}, Says: notWhole},
	}
}

// fillGap ends the signature early and puts text after it, inside of the bytes
// that are not signed.
func fillGap(b []byte, text string) []byte {
	_, to := gap(b)
	text = "> " + text + " <"
	copy(b[to-3-len(text):], text)
	return b
}

// moved puts a forged update in the place of the signed bytes after the signature, which move to the end. The table
// is at the offset given at the end of the file, and refers to a new signature dictionary.
func moved(b []byte) []byte {
	from, to := gap(b)
	tail, start := bytes.Clone(b[to:]), startOf(b)
	s := begin(b)
	e := newEditor(s.file)
	field, _ := e.signed()
	s.data = append(bytes.Clone(b[:to]), ">>\nendobj\n"...)
	s.data = append(s.data, strings.Repeat("\n", start-len(s.data))...)
	const table = 600 // bytes
	s.data = append(s.data, strings.Repeat(" ", table)...)
	s.rows = append(s.rows, s.forge())
	ranged := func(at int) string { return fmt.Sprintf("[0 %08d %08d %08d]", from, at, len(tail)) }
	s.object(s.next, fmt.Sprintf("<</Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /ByteRange %s "+
		"/Contents %s>>", ranged(0), b[from:to]))
	s.object(field.Number, cos.Format(s.file.Dict(field).With(cos.Dict{"V": cos.Ref{Number: s.next}})))
	s.data = bytes.Replace(s.data, []byte(ranged(0)), []byte(ranged(len(s.data))), 1)
	rows := []byte("xref\n")
	for _, r := range s.rows {
		rows = fmt.Appendf(rows, "%d 1\n%010d %05d n \n", r.number, r.offset, r.generation)
	}
	copy(s.data[start:], fmt.Appendf(rows, "trailer\n<</Size %d /Root %s /Prev %d>>", s.next+1,
		cos.Format(s.file.Trailer["Root"]), s.file.Int(s.file.Trailer["Prev"])))
	return append(s.data, tail...)
}
