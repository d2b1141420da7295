package attack

import (
	"bytes"
	"fmt"
	"strings"

	"protokol/generator/internal/cos"
)

// Parts of reports.
const (
	notWhole  = "подпись охватывает не весь документ"
	lost      = "в файле есть подписи, которых форма не показывает"
	changed   = "ПОСЛЕ ПОДПИСАНИЯ"
	ambiguous = "программы понимают файл по-разному"
)

// forgeries remove or damage data that a verifier needs, in the hope that it then accepts the file (universal
// signature forgery).
func forgeries() []Attack {
	list := []Attack{
		overwrite("usf ByteRange renamed", "/ByteRange", "/ByteRangf", ""),
		overwrite("usf Contents renamed", "/Contents <", "/Contentz <", notWhole),
		overwrite("usf V removed", "/V ", "/W ", ""),
		overwrite("usf FT removed", "/FT /Sig", "/FU /Sig", ""),
		overwrite("usf ByteRange from 1", "/ByteRange [0", "/ByteRange [1", notWhole),
		overwrite("usf unknown SubFilter", "/ETSI.CAdES.detached", "/ETSI.CAdES.detachee", ""),
		{Name: "usf Contents of zeros", Says: "подписи в нём ещё нет", Bytes: func(b []byte) []byte {
			return spoilContents(b, zeros)
		}},
		{Name: "usf Contents damaged", Bytes: func(b []byte) []byte {
			return spoilContents(b, func(hex []byte) { hex[len(hex)/2], hex[3] = '7', '7' })
		}},
		{Name: "usf bytes before the header", Bytes: func(b []byte) []byte { return append([]byte("x\n"), b...) }},
		{Name: "usf bytes after the end", Bytes: func(b []byte) []byte { return append(b, "x\n"...) }},
		{Name: "usf comment after the end", Bytes: func(b []byte) []byte {
			return append(b, "%trailer <</Root 1 0 R>>\n%%EOF\n"...)
		}},
		{Name: "usf rolled back", Bytes: func(b []byte) []byte {
			f := begin(b).file
			return fmt.Appendf(b, "startxref\n%d\n%%%%EOF\n", f.Int(f.Trailer["Prev"]))
		}},
	}
	for name, value := range map[string]cos.Object{
		"null": nil, "empty": cos.Array{}, "of two": cos.Array{0, 10}, "negative": cos.Array{0, -1, 10, 10},
		"of six": cos.Array{0, 1, 2, 3, 4, 5}, "of zeros": cos.Array{0, 0, 0, 0},
		"of reals": cos.Array{0.5, 1.5, 2.5, 3.5},
	} {
		list = append(list, resign("usf ByteRange "+name, cos.Dict{"ByteRange": value}))
	}
	for name, value := range map[string]cos.Object{
		"null": nil, "empty": cos.String(""), "a name": cos.Name("x"), "zero": cos.String("\x00"), "a number": 1,
	} {
		list = append(list, resign("usf Contents "+name, cos.Dict{"Contents": value}))
	}
	return append(list, fieldForgeries()...)
}

// fieldForgeries change the fields that lead to signatures.
func fieldForgeries() []Attack {
	field := func(name string, entries cos.Dict, says string) Attack {
		return Attack{Name: name, Says: says, Edit: func(e *Editor) {
			ref, _ := e.signed()
			e.change(ref, entries)
		}}
	}
	return []Attack{
		field("usf V null", cos.Dict{"V": nil}, lost),
		field("usf V an empty dictionary", cos.Dict{"V": cos.Dict{}}, lost),
		field("usf V a string", cos.Dict{"V": cos.String("x")}, lost),
		field("usf FT of text", cos.Dict{"FT": cos.Name("Tx")}, lost),
		field("usf field renamed", cos.Dict{"T": cos.String("other")}, changed),
		field("usf field moved", cos.Dict{"Rect": cos.Array{10, 10, 500, 800}}, changed),
		{Name: "usf Fields emptied", Says: lost, Edit: func(e *Editor) {
			e.changeForm(cos.Dict{"Fields": cos.Array{}})
		}},
		{Name: "usf form removed", Says: lost, Edit: func(e *Editor) { e.changeRoot(cos.Dict{"AcroForm": nil}) }},
		{Name: "usf field listed twice", Says: "во второй раз", Edit: func(e *Editor) {
			ref, _ := e.signed()
			e.list(ref)
		}},
		{Name: "usf field of the same name", Says: "два поля подписи с одним именем", Edit: func(e *Editor) {
			ref, _ := e.signed()
			e.addField(emptyField(e.Text(e.Dict(ref)["T"])))
		}},
		{Name: "usf signature of two fields", Edit: func(e *Editor) {
			_, value := e.signed()
			e.addField(emptyField("boss").With(cos.Dict{"V": value}))
		}},
		{Name: "usf signature removed, mark left", Edit: func(e *Editor) {
			ref, value := e.signed()
			e.change(ref, cos.Dict{"V": nil})
			e.Put(value, nil)
		}},
	}
}

// resign replaces the dictionary of the signature.
func resign(name string, entries cos.Dict) Attack {
	return Attack{Name: name, Says: notWhole, Edit: func(e *Editor) {
		_, value := e.signed()
		e.Put(value, e.Dict(value).With(entries))
	}}
}

// overwrite replaces the last occurrence of a text by one of the same length.
func overwrite(name, old, new, says string) Attack {
	return Attack{Name: name, Says: says, Bytes: func(b []byte) []byte {
		at := bytes.LastIndex(b, []byte(old))
		if at < 0 {
			panic(name + ": not in the file")
		}
		copy(b[at:], new)
		return b
	}}
}

// spoilContents changes the digits of the last signature.
func spoilContents(b []byte, change func(hex []byte)) []byte {
	from, to := gap(b)
	change(b[from+1 : to-1])
	return b
}

func zeros(hex []byte) { copy(hex, strings.Repeat("0", len(hex))) }

// gap returns the place of the last signature, with its brackets.
func gap(b []byte) (from, to int) {
	from = bytes.LastIndex(b, []byte("/Contents <")) + len("/Contents ")
	return from, from + bytes.IndexByte(b[from:], '>') + 1
}

// Swap exchanges the signatures of two signed fields.
func Swap(e *Editor) {
	var signed []cos.Ref
	for _, ref := range e.fields() {
		if e.Dict(ref)["V"] != nil {
			signed = append(signed, ref)
		}
	}
	first, second := e.Dict(signed[0])["V"], e.Dict(signed[1])["V"]
	e.change(signed[0], cos.Dict{"V": second})
	e.change(signed[1], cos.Dict{"V": first})
}
