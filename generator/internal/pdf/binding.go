package pdf

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"strconv"
	"strings"
)

// sheaf is a paper that Write made, on its way into a book.
type sheaf struct {
	book     *Book
	objects  []object
	numbers  map[int]int // of objects, in the book
	pageTree int
	root     int          // StructTreeRoot
	fields   map[int]bool // form fields and their structure elements, which stay behind
}

// openPaper reads a paper back. It knows the form that Write gives it and
// refuses any other.
func openPaper(paper []byte) (*sheaf, error) {
	header, rest, ok := bytes.Cut(paper, []byte("\n%\xE2\xE3\xCF\xD3\n"))
	if !ok || len(header) != len("%PDF-1.7") {
		return nil, fmt.Errorf("pdf: not a paper of ours: %.20q", paper)
	}
	objects, err := parse(append(append(header[:len(header):len(header)], '\n'), rest...))
	if err != nil {
		return nil, err
	}
	s := &sheaf{objects: objects, numbers: map[int]int{}, fields: fields(objects)}
	trailer := paper[bytes.LastIndex(paper, []byte("trailer\n"))+1:]
	root, err := reference(string(trailer), "/Root ")
	if err != nil {
		return nil, err
	}
	catalog, err := s.find(root)
	if err != nil {
		return nil, err
	}
	if s.pageTree, err = reference(catalog.dict, "/Pages "); err != nil {
		return nil, err
	}
	s.root, err = reference(catalog.dict, "/StructTreeRoot ")
	return s, err
}

// reference is the number of the object that a key of a dictionary names.
func reference(dict, key string) (int, error) {
	_, rest, ok := strings.Cut(dict, key)
	digits, _, closed := strings.Cut(rest, " 0 R")
	number, err := strconv.Atoi(digits)
	if !ok || !closed || err != nil {
		return 0, fmt.Errorf("pdf: no %sin %.60q", key, dict)
	}
	return number, nil
}

// fields are the form fields of a paper and the elements that hold them. A book
// is for the printer: it has no form, and a field outside a form is none
// (ISO 32000-1, 12.7.2).
func fields(objects []object) map[int]bool {
	found := map[int]bool{}
	for i, o := range objects {
		if strings.HasPrefix(o.dict, "<</Type /StructElem /S /Form ") || isWidget(o.dict) {
			found[i+1] = true
		}
	}
	return found
}

func isWidget(dict string) bool {
	rest, annotation := strings.CutPrefix(dict, "<</Type /Annot ")
	_, subtype, _ := strings.Cut(rest, " /Subtype ")
	return annotation && strings.HasPrefix(subtype, "/Widget ")
}

// withoutFields drops the references to them from an array of a dictionary, and
// an array of annotations that holds nothing else.
func (s *sheaf) withoutFields(dict, key string) string {
	if len(s.fields) == 0 {
		return dict
	}
	before, rest, found := cutLast(dict, key+" [")
	if !found {
		return dict
	}
	list, after, _ := strings.Cut(rest, "]")
	kept := " " + list
	for number := range s.fields {
		kept = strings.Replace(kept, fmt.Sprintf(" %d 0 R ", number), " ", 1)
	}
	if kept = strings.TrimPrefix(kept, " "); kept == "" && key == "/Annots" {
		return before + after
	}
	return before + key + " [" + kept + "]" + after
}

func (s *sheaf) find(number int) (object, error) {
	if number < 1 || number > len(s.objects) {
		return object{}, fmt.Errorf("pdf: no object %d in a paper", number)
	}
	return s.objects[number-1], nil
}

// bindPages puts the paper's page tree under that of the book.
func (s *sheaf) bindPages(tree object, pages []int) error {
	b := s.book
	node := b.f.take()
	s.numbers[s.pageTree] = node
	for _, page := range pages {
		s.numbers[page] = b.f.take()
	}
	for i, page := range pages {
		o, err := s.find(page)
		if err != nil {
			return err
		}
		resources, err := reference(o.dict, "/Resources ")
		if err != nil {
			return err
		}
		if s.numbers[resources], err = s.share(resources); err != nil {
			return err
		}
		old := fmt.Sprintf("/StructParents %d ", i)
		if !strings.Contains(o.dict, old) {
			return fmt.Errorf("pdf: page %d of a paper has no structure", i+1)
		}
		o.dict = s.withoutFields(strings.Replace(o.dict, old, fmt.Sprintf("/StructParents %d ", b.keys+i), 1), "/Annots")
		if err := s.move(page, o); err != nil {
			return err
		}
	}
	b.kids = append(b.kids, node)
	b.pages += len(pages)
	tree.dict = strings.Replace(tree.dict, "<</Type /Pages", "<</Type /Pages /Parent 1 0 R", 1)
	return s.move(s.pageTree, tree)
}

// share puts an object and all it leads to into the book, unless the book has
// the same already.
func (s *sheaf) share(number int) (int, error) {
	o, err := s.find(number)
	if err != nil {
		return 0, err
	}
	dict, err := renumber(o.dict, s.share)
	if err != nil {
		return 0, err
	}
	h := sha256.New()
	h.Write([]byte(dict))
	h.Write(o.stream)
	key := [32]byte(h.Sum(nil))
	if known, ok := s.book.shared[key]; ok {
		return known, nil
	}
	made := s.book.f.take()
	s.book.shared[key] = made
	s.book.f.write(made, dict, o.stream)
	return made, nil
}

// move puts an object into the book under the number it has there, and after it
// whatever it leads to that is not there yet.
func (s *sheaf) move(number int, o object) error {
	var follow []int
	dict, err := renumber(o.dict, func(old int) (int, error) {
		if _, known := s.numbers[old]; !known {
			s.numbers[old] = s.book.f.take()
			follow = append(follow, old)
		}
		return s.numbers[old], nil
	})
	if err != nil {
		return err
	}
	s.book.f.write(s.numbers[number], dict, o.stream)
	for _, old := range follow {
		next, err := s.find(old)
		if err != nil {
			return err
		}
		switch {
		case strings.HasPrefix(next.dict, "<</Type /Annot "):
			if next.dict, err = s.shiftAnnotation(next.dict); err != nil {
				return err
			}
		case strings.HasPrefix(next.dict, "<</Type /StructElem "):
			next.dict = s.withoutFields(next.dict, " /K")
		}
		if err := s.move(old, next); err != nil {
			return err
		}
	}
	return nil
}

// bindStructure makes the paper's Document a Part of the book's, and its
// parent tree a leaf of the book's with keys of their own.
func (s *sheaf) bindStructure() error {
	b := s.book
	root, err := s.find(s.root)
	if err != nil {
		return err
	}
	top, err := reference(root.dict, "/K ")
	if err != nil {
		return err
	}
	parents, err := reference(root.dict, "/ParentTree ")
	if err != nil {
		return err
	}
	s.numbers[s.root] = b.document
	part, err := s.find(top)
	if err != nil {
		return err
	}
	if _, moved := s.numbers[top]; !moved {
		s.numbers[top] = b.f.take()
	}
	part.dict = strings.Replace(part.dict, "/S /Document ", "/S /Part ", 1)
	if err := s.move(top, part); err != nil {
		return err
	}
	b.parts = append(b.parts, s.numbers[top])
	tree, err := s.find(parents)
	if err != nil {
		return err
	}
	nums, keys, high, err := s.shiftKeys(tree.dict, b.keys)
	if err != nil {
		return err
	}
	if nums, err = renumber(nums, s.known); err != nil {
		return err
	}
	b.leaves = append(b.leaves, leaf{b.f.add(fmt.Sprintf("<</Limits [%d %d] /Nums [%s]>>", b.keys, high, nums)), b.keys, high})
	b.keys += keys
	return nil
}

// known is the number in the book of what was moved there.
func (s *sheaf) known(old int) (int, error) {
	number, ok := s.numbers[old]
	if !ok {
		return 0, fmt.Errorf("pdf: object %d is in the parent tree only", old)
	}
	return number, nil
}

// shiftAnnotation moves the key by which an annotation is found in the parent
// tree.
func (s *sheaf) shiftAnnotation(dict string) (string, error) {
	const key = "/StructParent "
	before, rest, ok := strings.Cut(dict, key)
	end := strings.IndexFunc(rest, func(r rune) bool { return r < '0' || r > '9' })
	if !ok || end <= 0 {
		return "", fmt.Errorf("pdf: an annotation without structure: %.60q", dict)
	}
	number, err := strconv.Atoi(rest[:end])
	return fmt.Sprintf("%s%s%d%s", before, key, s.book.keys+number, rest[end:]), err
}
