package cos

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"slices"
)

// Strict returns why readers could understand the file differently, or nil. A reader that meets damage repairs the file
// in its own way, and objects that no table names come to light; so a file to be judged must leave nothing to repair.
//
// Checked are: the version in the header, entries of unknown kinds, objects twice in a section, a Size that hides
// objects, objects of a hybrid file that only some readers find, tables with the number of another object, references
// with a wrong generation, overlapping objects, bytes that no table accounts for, and the page tree. Tolerated is what
// honest programs write: white space and comments between objects and between updates, line ends after the last %%EOF,
// a Size larger than needed, linearized files, and hybrid files whose table and stream name different objects, as those
// of Word do.
func (f *File) Strict() error {
	if f.isJudged {
		return f.strict
	}
	err := f.Again().judged()
	if f.over == nil || !f.over() { // or else there was no time to judge
		f.isJudged, f.strict = true, err
	}
	return err
}

// judged is Strict for the first time.
func (f *File) judged() error {
	if err := isOnlyPDF(f.Data); err != nil {
		return err
	}
	var sections []section
	again := &File{Data: f.Data, entries: map[int]entry{}, known: newKnown(), limits: limitsOf(nil), record: &sections}
	again.scans = f.scans
	if err := again.sections(f.start); err != nil {
		return err
	}
	for i := range sections {
		if err := sections[i].check(); err != nil {
			return err
		}
	}
	if err := hybrids(sections); err != nil {
		return err
	}
	if err := f.accounted(sections); err != nil {
		return err
	}
	if err := f.generations(); err != nil {
		return err
	}
	if err := f.pageTree(); err != nil {
		return err
	}
	return f.Err()
}

// check checks a section alone.
func (s *section) check() error {
	if s.fault != nil {
		return s.fault
	}
	if _, protected := s.trailer["Encrypt"]; protected {
		return errors.New("часть файла защищена паролем")
	}
	size, ok := s.trailer["Size"].(int)
	if !ok || len(s.numbers) > 0 && size <= slices.Max(s.numbers) {
		return errors.New("в таблице ссылок неверно число объектов (Size)")
	}
	return nil
}

// hybrids checks that no object is one thing in the table of a hybrid section and
// another in its stream: readers that know no streams see the table alone (ISO
// 32000-1, 7.5.8.4).
func hybrids(sections []section) error {
	for i, s := range sections {
		if s.trailer["XRefStm"] == nil || i+1 == len(sections) {
			continue
		}
		for _, number := range sections[i+1].numbers {
			if table, both := s.entries[number]; both && table != sections[i+1].entries[number] {
				return fmt.Errorf("объект %d в двух таблицах ссылок одной части файла разный", number)
			}
		}
	}
	return nil
}

// extent is a range of bytes that a table accounts for.
type extent struct {
	from, to int
	section  bool // a cross-reference section
	number   int  // of an object
}

// account contains the bytes and objects that the sections so far account for, the oldest first.
type account struct {
	*File                        // as of the last section
	whole *File                  // with all sections
	areas map[int]extent         // by offset
	past  map[int]map[entry]bool // where objects were that are elsewhere now
	packs map[int][]int          // the numbers in each object stream
}

// accounted checks that each object of each section, those replaced since included, is where the section says, that
// none overlaps another, that none returns after it was replaced, and that the file contains nothing else.
func (f *File) accounted(sections []section) error {
	a := account{whole: f, areas: make(map[int]extent, len(f.entries)), past: map[int]map[entry]bool{},
		packs: map[int][]int{}}
	a.File = &File{Data: f.Data, entries: map[int]entry{}, limits: limitsOf(nil)}
	a.scans = f.scans
	for _, s := range slices.Backward(sections) {
		a.areas[s.at] = extent{from: s.at, to: s.end, section: true}
		a.known = newKnown()
		for _, number := range s.numbers {
			if err := a.move(number, s.entries[number]); err != nil {
				return err
			}
		}
		for _, number := range s.numbers {
			if err := a.locate(number, s.entries[number]); err != nil {
				return err
			}
		}
	}
	if err := a.streamNumbers(sections); err != nil {
		return err
	}
	if err := a.unlisted(); err != nil {
		return err
	}
	return f.gaps(a.areas)
}

// move notes where an object is now. An object that returns to an earlier place is an error: readers that repair
// the file use the change in between.
func (a *account) move(number int, e entry) error {
	was := a.entries[number]
	a.entries[number] = e
	if was == e {
		return nil
	}
	if e.kind != free && a.past[number][e] {
		return fmt.Errorf("объект %d возвращён к тому, каким он был до изменения", number)
	}
	if was.kind != free {
		if a.past[number] == nil {
			a.past[number] = map[entry]bool{}
		}
		a.past[number][was] = true
	}
	return nil
}

// has reports whether an object is or was somewhere.
func (a *account) has(number int, e entry) bool { return a.entries[number] == e || a.past[number][e] }

// locate adds the extent of an object.
func (a *account) locate(number int, e entry) error {
	switch e.kind {
	case packed:
		if _, err := a.fromStream(number, e); err != nil {
			return fmt.Errorf("объект %d: %w", number, err)
		}
	case plain:
		if there, again := a.areas[e.where]; again && (there.section || there.number == number) {
			return nil
		}
		if e.where < len(a.Data) && a.Data[e.where] == '%' {
			return fmt.Errorf("объект %d: на его месте стоит примечание", number)
		}
		o, end, err := a.object(Ref{number, e.which}, e)
		if err != nil {
			return fmt.Errorf("объект %d: %w", number, err)
		}
		a.areas[e.where] = extent{from: e.where, to: end, number: number}
		a.pack(number, o)
	}
	return nil
}

// object reads an object, which all later states of the file may have.
func (a *account) object(ref Ref, e entry) (o Object, end int, err error) {
	if a.whole.entries[ref.Number] == e {
		if v := a.whole.value(ref, e); v.isAlone() {
			return v.Object, v.end, nil
		}
	}
	return a.at(ref, e.where)
}

// pack notes the objects in an object stream. A stream that cannot be read is empty for other readers, too.
func (a *account) pack(number int, o Object) {
	s, ok := o.(*Stream)
	if !ok || a.Name(s.Dict["Type"]) != "ObjStm" {
		return
	}
	objects, known := a.packed[number]
	if !known {
		var err error
		if objects, err = a.unpack(number); err != nil {
			return
		}
		a.packed[number] = objects
	}
	for i := 0; i < len(objects); i += 2 {
		a.packs[number] = append(a.packs[number], objects[i].(int))
	}
}

// unlisted checks that tables list all objects in object streams: readers that repair the file find the rest.
func (a *account) unlisted() error {
	for stream, numbers := range a.packs {
		for i, number := range numbers {
			if !a.has(number, entry{packed, stream, i}) {
				return fmt.Errorf("объект %d стоит в потоке объектов %d и не назван в таблице ссылок", number, stream)
			}
		}
	}
	return nil
}

// gaps checks the bytes between the extents.
func (f *File) gaps(known map[int]extent) error {
	list := make([]extent, 0, len(known))
	for _, e := range known {
		list = append(list, e)
	}
	slices.SortFunc(list, func(a, b extent) int { return a.from - b.from })
	last := extent{}
	for _, e := range append(list, extent{from: len(f.Data)}) {
		if e.from < last.to {
			return fmt.Errorf("байт %d: объекты файла перекрывают друг друга", e.from)
		}
		if err := f.gap(last, e.from); err != nil {
			return err
		}
		last = e
	}
	return nil
}

// gap checks the bytes after an extent: white space, comments, and after a
// section the place of the newest one.
func (f *File) gap(after extent, to int) error {
	p := parser{data: f.Data[:to], pos: after.to}
	if err := p.blank(); err != nil {
		return err
	}
	if after.section && p.peek() == 's' {
		if p.expect("startxref") != nil {
			return p.errorf("%s", unaccounted)
		}
		if _, err := p.integer(); err != nil {
			return err
		}
		if err := p.blank(); err != nil {
			return err
		}
	}
	if p.pos < to {
		return p.errorf("%s", unaccounted)
	}
	return nil
}

const unaccounted = "здесь стоит то, чего нет в таблице ссылок"

// blank skips white space and comments. A comment that could be taken for part of
// the file when a reader repairs it, or for the beginning of another, is an error.
func (p *parser) blank() error {
	from := p.pos
	p.space()
	for at := from; at < p.pos; {
		line := p.data[at:p.pos]
		if i := bytes.IndexAny(line, "\r\n"); i >= 0 {
			line = line[:i+1]
		}
		rest := line
		if at == 0 {
			rest = bytes.TrimPrefix(line, []byte("%PDF-")) // the header of the file
		}
		for _, word := range []string{"obj", "xref", "trailer", "PDF-"} {
			if i := bytes.Index(rest, []byte(word)); i >= 0 && !remark.Match(line) {
				p.pos = at + len(line) - len(rest) + i
				return p.errorf("%s", unaccounted)
			}
		}
		at += len(line)
	}
	return nil
}

// remark matches a comment that qpdf writes before an object.
var remark = regexp.MustCompile(`^%% Original object ID: \d{1,10} \d{1,5}[\r\n]?$`)

// generations checks the references of all that can be reached: some readers use only the number. An object that is
// itself a reference is another object to some readers, and nothing to others.
func (f *File) generations() error {
	seen := map[Ref]bool{}
	var wrong error
	visit := func(ref Ref) Ref {
		if e := f.entries[ref.Number]; wrong == nil && e.kind != free && e.generation() != ref.Generation {
			wrong = fmt.Errorf("на объект %d ссылаются под другим поколением, %d", ref.Number, ref.Generation)
		}
		return ref
	}
	for todo := []Object{f.Trailer}; len(todo) > 0 && wrong == nil; {
		o := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		refs(o, func(ref Ref) {
			if visit(ref); seen[ref] {
				return
			}
			seen[ref] = true
			o := f.indirect(ref)
			if _, isRef := o.(Ref); isRef && wrong == nil {
				wrong = fmt.Errorf("объект %d — только ссылка на другой", ref.Number)
			}
			todo = append(todo, o)
		})
	}
	return wrong
}

// refs calls a function with each reference in an object.
func refs(o Object, visit func(Ref)) {
	switch o := o.(type) {
	case Ref:
		visit(o)
	case Array:
		for _, item := range o {
			refs(item, visit)
		}
	case Dict:
		for _, item := range o {
			refs(item, visit)
		}
	case *Stream:
		refs(o.Dict, visit)
	}
}

// pageTree checks that every reader finds the same pages: each node is met once
// and counts the pages below it (ISO 32000-1, 7.7.3.2).
func (f *File) pageTree() error {
	bad := errors.New("дерево страниц повреждено")
	seen := map[Ref]bool{}
	var count func(o Object, parent Ref, level int) (int, error)
	count = func(o Object, parent Ref, level int) (int, error) {
		ref, ok := o.(Ref)
		if !ok || seen[ref] || level > maxPageLevels || len(seen) > maxPages {
			return 0, bad
		}
		seen[ref] = true
		d, _ := f.Get(ref).(Dict)
		if level > 0 && d["Parent"] != parent || level == 0 && f.Get(d["Parent"]) != nil {
			return 0, bad // readers look for inherited entries in other places
		}
		if f.isDangling(d) {
			return 0, bad
		}
		switch f.Name(d["Type"]) {
		case "Page":
			if d["Kids"] == nil && level > 0 {
				return 1, nil
			}
		case "Pages":
			total := 0
			for _, kid := range f.Array(d["Kids"]) {
				n, err := count(kid, ref, level+1)
				if err != nil {
					return 0, err
				}
				total += n
			}
			if f.Int(d["Count"]) == total {
				return total, nil
			}
		}
		return 0, bad
	}
	_, err := count(f.Root()["Pages"], Ref{}, 0)
	return err
}

// isDangling reports whether an entry that pages inherit refers to nothing: some readers then use no inherited one.
func (f *File) isDangling(node Dict) bool {
	return slices.ContainsFunc([]Name{"Resources", "MediaBox", "CropBox", "Rotate"}, func(key Name) bool {
		return node[key] != nil && f.Get(node[key]) == nil
	})
}
