package signature

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"protokol/generator/internal/cms"
	"protokol/generator/internal/cos"
	"protokol/generator/internal/pdf"
	"protokol/generator/internal/pki"
)

// Stamped is a copy of a file with the marks of its detached signatures.
type Stamped struct {
	Data      []byte
	Owners    []Owner  // of the signatures, in order
	Unchecked []string // what could not be checked
}

// Stamp draws the marks of detached signatures on a copy of a file, each in the
// signature field of its signer, else in a free field, else at the foot of the
// last page. It fails when a signature is one of another file. The copy shows
// the signed document; it is not the signed document itself.
func Stamp(file []byte, signatures [][]byte, zone *time.Location, printer *pdf.Printer) (*Stamped, error) {
	f, err := cos.Read(file)
	if err != nil {
		return nil, err
	}
	s := stamper{file: f, update: f.Update(), printer: printer, fields: fields(f)}
	made := &Stamped{}
	for _, raw := range signatures {
		signed, err := cms.Parse(raw)
		if err != nil {
			return nil, err
		}
		if signed.Content != nil && !bytes.Equal(signed.Content, file) {
			return nil, cms.ErrContent
		}
		unchecked, err := belongs(signed, [2][]byte{file, nil})
		if err != nil {
			return nil, err
		}
		owner := OwnerOf(signed.Certificate)
		if err := s.stamp(owner, MarkOf(owner, zone)); err != nil {
			return nil, err
		}
		made.Owners = append(made.Owners, owner)
		if unchecked != "" {
			made.Unchecked = append(made.Unchecked, unchecked)
		}
		made.Unchecked = append(made.Unchecked, chain(signed, pki.Pool{}))
	}
	if err := f.Err(); err != nil {
		return nil, fmt.Errorf("файл повреждён: %w", err)
	}
	made.Data = s.update.Bytes()
	return made, nil
}

// stamper puts marks on a file.
type stamper struct {
	file    *cos.File
	update  *cos.Update
	printer *pdf.Printer
	fields  []field             // that have no mark yet
	pageOf  map[cos.Ref]cos.Ref // by annotation; nil until it is needed
	foot    *foot               // of the last page; nil until it is needed
}

// stamp draws the mark of a signature.
func (s *stamper) stamp(owner Owner, words pdf.Mark) error {
	page, rect, turn, err := s.place(owner)
	if err != nil {
		return err
	}
	words.Turn = turn
	return s.put(words, page, rect)
}

// put adds a mark as a stamp annotation (ISO 32000-1, 12.5.6.12).
func (s *stamper) put(words pdf.Mark, page cos.Ref, rect cos.Array) error {
	width, height := size(s.file, rect)
	if words.Turn%2 == 1 {
		width, height = height, width
	}
	appearance, err := s.printer.Mark(s.update, words, width, height)
	if err != nil {
		return err
	}
	const printed, locked = 4, 128
	note := cos.Dict{
		"Type": cos.Name("Annot"), "Subtype": cos.Name("Stamp"), "Rect": rect, "P": page, "F": printed | locked,
		"Contents": cos.TextString(caption(words)), "AP": cos.Dict{"N": appearance},
	}
	ref := s.update.Reserve()
	s.describe(note, ref, page)
	s.update.Put(ref, note)
	d, _ := s.update.Get(page).(cos.Dict)
	notes, _ := s.update.Get(d["Annots"]).(cos.Array)
	s.update.Put(page, d.With(cos.Dict{"Annots": append(slices.Clone(notes), ref)}))
	return nil
}

// caption returns the text of a mark in one line.
func caption(m pdf.Mark) string { return m.Heading + ". " + strings.Join(m.Lines, ". ") }

// place returns the place of a mark: the field whose tooltip names the signer's
// surname, else the first free field, else the foot of the last page. A field is
// rotated with the text around it; at the foot, turn is the rotation of the page.
func (s *stamper) place(owner Owner) (page cos.Ref, rect cos.Array, turn int, err error) {
	pages, _ := s.file.Pages()
	if len(pages) == 0 {
		return page, nil, 0, errors.New("в документе нет страниц")
	}
	if s.pageOf == nil {
		s.pageOf = s.annotated(pages)
	}
	surname, _, _ := strings.Cut(owner.Name, " ")
	best := -1
	for i, f := range s.fields {
		_, shown := s.pageOf[f.widget]
		width, height := size(s.file, s.file.Dict(f.widget)["Rect"])
		if f.signature != nil || width < 1 || height < 1 || !shown {
			continue
		}
		if best < 0 {
			best = i
		}
		if surname != "" && strings.Contains(s.file.Text(f.dict["TU"]), surname) {
			best = i
			break
		}
	}
	if best < 0 {
		page = pages[len(pages)-1]
		if s.foot == nil {
			s.foot = footOf(s.file, page)
		}
		rect, err = s.foot.next()
		return page, rect, s.foot.turn, err
	}
	chosen := s.fields[best]
	s.fields = slices.Delete(s.fields, best, best+1)
	return s.pageOf[chosen.widget], s.file.Array(s.file.Dict(chosen.widget)["Rect"]), 0, nil
}

// annotated returns the page of each annotation. Pages of a hostile file may share
// a long list: annotations beyond the limit have no page.
func (s *stamper) annotated(pages []cos.Ref) map[cos.Ref]cos.Ref {
	on := map[cos.Ref]cos.Ref{}
	compared := 0
	for _, page := range pages {
		list := s.file.Array(s.file.Dict(page)["Annots"])
		if compared += len(list); compared > maxCompared {
			break
		}
		for _, o := range list {
			if ref, ok := o.(cos.Ref); ok {
				if _, twice := on[ref]; !twice {
					on[ref] = page
				}
			}
		}
	}
	return on
}

// describe adds the mark to the logical structure, so that it is read aloud after
// everything else (ISO 14289-1, 7.18.1). A file without structure stays so.
func (s *stamper) describe(note cos.Dict, ref, page cos.Ref) {
	tree, ok := s.file.Root()["StructTreeRoot"].(cos.Ref)
	if !ok {
		return
	}
	root, _ := s.update.Get(tree).(cos.Dict)
	key, known := root["ParentTreeNextKey"].(int)
	document, single := root["K"].(cos.Ref)
	parents, indirect := root["ParentTree"].(cos.Ref)
	if !known || !single || !indirect {
		return
	}
	note["StructParent"] = key
	top, _ := s.update.Get(document).(cos.Dict)
	annot := cos.Dict{
		"Type": cos.Name("StructElem"), "S": cos.Name("Annot"), "P": document, "Pg": page,
		"K": cos.Dict{"Type": cos.Name("OBJR"), "Obj": ref, "Pg": page},
	}
	if space, ok := top["NS"]; ok { // in PDF 2.0 the Contents are enough (ISO 14289-2, 8.9.4)
		annot["NS"] = space
	} else {
		annot["Alt"] = note["Contents"]
	}
	element := s.update.Add(annot)
	kids, many := s.update.Get(top["K"]).(cos.Array)
	if !many && top["K"] != nil {
		kids = cos.Array{top["K"]}
	}
	s.update.Put(document, top.With(cos.Dict{"K": append(slices.Clone(kids), element)}))
	index, _ := s.update.Get(parents).(cos.Dict)
	if leaves, deep := s.update.Get(index["Kids"]).(cos.Array); deep {
		leaf := s.update.Add(cos.Dict{"Nums": cos.Array{key, element}, "Limits": cos.Array{key, key}})
		index = index.With(cos.Dict{"Kids": append(slices.Clone(leaves), leaf)})
	} else {
		numbers, _ := s.update.Get(index["Nums"]).(cos.Array)
		index = index.With(cos.Dict{"Nums": append(slices.Clone(numbers), key, element)})
	}
	s.update.Put(parents, index)
	s.update.Put(tree, root.With(cos.Dict{"ParentTreeNextKey": key + 1}))
}
