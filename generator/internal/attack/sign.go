package attack

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
	"time"

	"protokol/generator/internal/cms"
	"protokol/generator/internal/cos"
)

// Signer signs files.
type Signer struct {
	cms.Signer
	Time time.Time
	// CMS makes the signature of the given bytes; nil means that of this program.
	CMS func(content []byte) ([]byte, error)
}

// Options says how a file is signed.
type Options struct {
	Field     string   // "" for the first free field of the form, or a new one that shows nothing
	Certify   int      // level of DocMDP; 0 for an approval signature
	Aside     bool     // certify without an entry in the catalog
	Mark      bool     // draw a black mark in a field that has an area
	Says      string   // the words of a mark in place of the black one
	Room      int      // bytes for the signature; 0 for 8192
	SubFilter cos.Name // "" for ETSI.CAdES.detached
	Reason    string   // "" for none
	Packed    bool     // write the update with an object stream, and what program wrote it
	Shrink    bool     // remove the area of a field, as PDFBox and DSS do
}

// Sign signs a file, in a free field when there is one.
func (s Signer) Sign(file []byte, o Options) ([]byte, error) {
	f, err := cos.Read(file)
	if err != nil {
		return nil, err
	}
	e := newEditor(f)
	if o.SubFilter == "" {
		o.SubFilter = "ETSI.CAdES.detached"
	}
	if o.Room == 0 {
		o.Room = 8192
	}
	covered := &cos.Placeholder{Text: "[0 0000000000 0000000000 0000000000]"}
	contents := &cos.Placeholder{Text: "<" + strings.Repeat("00", o.Room) + ">"}
	value := cos.Entries{"Type", cos.Name("Sig"), "Filter", cos.Name("Adobe.PPKLite"), "SubFilter", o.SubFilter,
		"M", cos.Date(s.Time), "ByteRange", covered, "Contents", contents}
	if o.Reason != "" {
		value = append(value, "Reason", cos.TextString(o.Reason))
	}
	if o.Certify > 0 {
		value = append(value, "Reference", cos.Array{cos.Entries{"Type", cos.Name("SigRef"),
			"TransformMethod", cos.Name("DocMDP"),
			"TransformParams", cos.Entries{"Type", cos.Name("TransformParams"), "P", o.Certify, "V", cos.Name("1.2")}}})
	}
	ref := e.Add(value)
	e.fill(ref, o)
	if o.Certify > 0 && !o.Aside {
		e.changeRoot(cos.Dict{"Perms": cos.Dict{"DocMDP": ref}})
	}
	if !o.Packed {
		return s.finish(e.Bytes(), covered, contents)
	}
	e.change(e.Trailer["Info"].(cos.Ref), cos.Dict{"ModDate": cos.Date(s.Time), "Producer": cos.String("Signer 5.0")})
	return s.finish(e.packed(ref, covered, contents), covered, contents)
}

// packed writes the update with a cross-reference stream and an object stream, which contains all objects except
// streams and the signature.
func (e *Editor) packed(signature cos.Ref, places ...*cos.Placeholder) []byte {
	w := begin(e.Data)
	w.next = e.Reserve().Number
	holder := w.next
	w.next++
	var head, body strings.Builder
	count := 0
	for _, ref := range e.put {
		o := e.Get(ref)
		if _, stream := o.(*cos.Stream); stream || ref == signature {
			from := len(w.data) + len(fmt.Sprintf("%d 0 obj\n", ref.Number))
			w.object(ref.Number, cos.Format(o))
			for _, p := range places {
				if ref == signature {
					p.At += from
				}
			}
			continue
		}
		fmt.Fprintf(&head, "%d %d ", ref.Number, body.Len())
		body.WriteString(cos.Format(o) + " ")
		w.rows = append(w.rows, row{ref.Number, holder, count, 2})
		count++
	}
	w.object(holder, fmt.Sprintf("<</Type /ObjStm /N %d /First %d /Length %d>>\nstream\n%s\nendstream", count,
		head.Len(), head.Len()+body.Len(), head.String()+body.String()))
	return w.stream(w.trailer(""))
}

// fill puts a signature into a field.
func (e *Editor) fill(value cos.Ref, o Options) {
	i := slices.IndexFunc(e.fields(), func(ref cos.Ref) bool {
		d := e.Dict(ref)
		return d["FT"] == cos.Name("Sig") && d["V"] == nil && (o.Field == "" || e.Text(d["T"]) == o.Field)
	})
	entries := cos.Dict{"V": value, "F": 132}
	if i < 0 {
		name := o.Field
		if name == "" {
			name = fmt.Sprintf("Signature%d", len(e.fields())+1)
		}
		e.addField(emptyField(name).With(entries))
	} else {
		ref := e.fields()[i]
		if o.Shrink {
			entries["Rect"] = cos.Array{0.0, 0.0, 0.0, 0.0}
		}
		if r := e.Array(e.Dict(ref)["Rect"]); o.Mark && len(r) == 4 {
			width, height := e.Number(r[2])-e.Number(r[0]), e.Number(r[3])-e.Number(r[1])
			appearance := appearance(width, height)
			if o.Says != "" {
				say(appearance, o.Says)
			}
			entries["AP"] = cos.Dict{"N": e.Add(appearance)}
		}
		e.change(ref, entries)
	}
	e.changeForm(cos.Dict{"SigFlags": 3})
}

// say writes words of up to 255 different letters into an appearance.
func say(appearance *cos.Stream, words string) {
	codes, names := map[rune]byte{}, cos.Array{1}
	var text []byte
	for _, r := range words {
		if codes[r] == 0 {
			codes[r] = byte(len(codes) + 1)
			names = append(names, cos.Name(fmt.Sprintf("uni%04X", r)))
		}
		text = append(text, codes[r])
	}
	appearance.Dict["Resources"] = cos.Dict{"Font": cos.Dict{"F": cos.Dict{"Type": cos.Name("Font"),
		"Subtype": cos.Name("Type1"), "BaseFont": cos.Name("Helvetica"), "Encoding": cos.Dict{"Differences": names}}}}
	appearance.Data = []byte("BT /F 6 Tf 2 20 Td " + cos.Format(cos.String(text)) + " Tj ET")
}

// finish writes the range and the signature into a file.
func (s Signer) finish(data []byte, covered, contents *cos.Placeholder) ([]byte, error) {
	from, to := contents.At, contents.At+len(contents.Text)
	known := fmt.Sprintf("[0 %d %d %d]", from, to, len(data)-to)
	copy(data[covered.At:], fmt.Sprintf("%-*s", len(covered.Text), known))
	content := append(bytes.Clone(data[:from]), data[to:]...)
	sign := s.CMS
	if sign == nil {
		sign = func(content []byte) ([]byte, error) { return cms.Sign(sha256.Sum256(content), s.Signer) }
	}
	made, err := sign(content)
	if err != nil {
		return nil, err
	}
	if 2*len(made) > len(contents.Text)-2 {
		return nil, fmt.Errorf("a signature of %d bytes does not fit", len(made))
	}
	hex.Encode(data[from+1:], made)
	return data, nil
}
