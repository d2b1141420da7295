package word

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"sync"

	"protokol/generator/diag"
	"protokol/generator/internal/fields"
	"protokol/generator/internal/opc"
)

// nearestList returns what «для каждого …» may have meant, or "".
func nearestList(name string) string {
	return diag.Nearest(strings.ToLower(name), fields.KnownLists())
}

// Names of what comments need (ECMA-376-1, 11.3.2).
const (
	commentsType = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
	commentsLink = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
	nsWord       = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
)

// insertion is markup to be put at a place, instead of what is up to another.
type insertion struct {
	at, to int // to is 0 if nothing is replaced
	text   string
}

// Remarks returns a copy of the template with a comment of Word at the place of every slip. Headers and notes
// cannot have comments: theirs are at the first paragraph of the document and name the place.
func (t *Template) Remarks(slips []Slip) ([]byte, error) {
	body := t.pack.main
	comments, id0 := t.comments()
	first := sync.OnceValues(t.firstParagraph)
	var inserted []insertion
	var texts strings.Builder
	for n, s := range slips {
		id := strconv.Itoa(id0 + n)
		from, to := t.around(s.place, first)
		text := s.Message
		if s.Hint != "" {
			text += "\nПодсказка: " + s.Hint
		}
		if s.place.part != body {
			text = s.place.String() + "\n" + text
		}
		inserted = append(inserted,
			insertion{from, 0, `<w:commentRangeStart xmlns:w="` + nsWord + `" w:id="` + id + `"/>`},
			insertion{to, 0, `<w:commentRangeEnd xmlns:w="` + nsWord + `" w:id="` + id + `"/><w:r xmlns:w="` + nsWord +
				`"><w:commentReference w:id="` + id + `"/></w:r>`})
		texts.WriteString(comment(id, text))
	}
	slices.SortStableFunc(inserted, func(a, b insertion) int { return a.at - b.at })
	p := &Paper{template: t, parts: map[string][]byte{body.name: replaceAll(body.data, inserted)}}
	return t.withComments(p, comments, texts.String())
}

// around returns the places in the main part between which the runs of a slip are, or those of the first paragraph.
func (t *Template) around(at place, first func() (from, to int)) (from, to int) {
	for at.p != nil && at.p.within("txbxContent") != nil { // text boxes cannot have comments
		at.p = at.p.within("txbxContent").within("p")
		at.from, at.to = 0, len(t.pack.main.data)
	}
	if at.part == t.pack.main && at.p != nil {
		for _, kid := range at.p.kids {
			if kid.name == "pPr" {
				continue
			}
			if from == 0 && kid.end > at.from {
				from = kid.start
			}
			if kid.start < at.to {
				to = kid.end
			}
		}
		if from > 0 && to >= from {
			return from, to
		}
	}
	return first()
}

// firstParagraph returns the places between which the first paragraph of the main part is.
func (t *Template) firstParagraph() (from, to int) {
	total := 0
	root, _ := parse(t.pack.main.data, &total) // it was parsed before
	var first *element
	root.each(func(e *element) bool {
		if e.name == "p" && first == nil && e.close > e.open {
			first = e
		}
		return first == nil
	})
	if first == nil {
		return 0, 0
	}
	from = first.open
	if properties := first.kid("pPr"); properties != nil {
		from = properties.end
	}
	return from, first.close
}

// replaceAll makes changes that are in order and do not overlap.
func replaceAll(src []byte, list []insertion) []byte {
	var b bytes.Buffer
	from := 0
	for _, i := range list {
		if i.at == 0 {
			continue
		}
		b.Write(src[from:i.at])
		b.WriteString(i.text)
		from = max(i.at, i.to)
	}
	b.Write(src[from:])
	return b.Bytes()
}

// comment writes a comment, a paragraph for each line.
func comment(id, text string) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<w:comment xmlns:w="%s" w:id="%s" w:author="protokol" w:initials="п">`, nsWord, id)
	for line := range strings.SplitSeq(text, "\n") {
		b.WriteString(`<w:p><w:r><w:t xml:space="preserve">` + string(escape(nil, line)) + `</w:t></w:r></w:p>`)
	}
	return b.String() + `</w:comment>`
}

// comments returns the comments part of the template, if any, and the first free
// id.
func (t *Template) comments() (*part, int) {
	for _, r := range t.pack.relations {
		one := t.pack.find(r.Part(t.pack.main.name))
		if r.Kind() != "comments" || one == nil || one.read(maxText) != nil {
			continue
		}
		total, next := 0, 0
		root, err := parse(one.data, &total)
		if err != nil {
			continue
		}
		root.each(func(e *element) bool {
			if n, err := strconv.Atoi(e.attr("id")); e.name == "comment" && err == nil {
				next = max(next, n+1)
			}
			return true
		})
		return one, next
	}
	return nil, 0
}

// withComments returns the package of a paper with comments.
func (t *Template) withComments(p *Paper, comments *part, texts string) ([]byte, error) {
	texts += remarksMark
	if comments != nil {
		end := bytes.LastIndex(comments.data, []byte("</"))
		p.parts[comments.name] = slices.Concat(comments.data[:end], []byte(texts), comments.data[end:])
		return p.bytes(nil, nil, nil)
	}
	part := opc.Pack("word/protokol-comments.xml", []byte(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>`+
		`<w:comments xmlns:w="`+nsWord+`">`+texts+`</w:comments>`))
	override := `<Override PartName="/` + part.Header.Name + `" ContentType="` + commentsType + `"/>`
	relation := `<Relationship Id="protokolComments" Type="` + commentsLink + `" Target="/` + part.Header.Name + `"/>`
	return p.bytes([]opc.Part{part}, []string{override}, []string{relation})
}

// remarksMark is at the end of the comments of a copy. Editors do not keep it.
const remarksMark = "<!-- protokol: remarks -->"

// IsUntouchedCopy reports whether a file is a copy with comments that no editor has
// saved since.
func IsUntouchedCopy(file []byte) bool {
	archive, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return false
	}
	return slices.ContainsFunc(archive.File, func(f *zip.File) bool {
		if !strings.HasSuffix(f.Name, "omments.xml") {
			return false
		}
		r, err := f.Open()
		if err != nil {
			return false
		}
		defer r.Close()
		data, err := io.ReadAll(io.LimitReader(r, maxText))
		return err == nil && bytes.Contains(data, []byte(remarksMark))
	})
}
