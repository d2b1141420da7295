package pdf

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
)

// object is one object as fpdf wrote it.
type object struct {
	dict   string
	stream []byte // nil without one
}

// finish writes the file anew: fpdf's pages, contents and pictures, and
// around them all that makes the file an archive's and a reader's. It refuses
// what fpdf does not write.
func finish(into *bytes.Buffer, drawn []byte, fonts fontSet, pictures gallery, tree *structure, o Options) error {
	objects, err := parse(drawn)
	if err != nil {
		return err
	}
	if len(objects) < 4 {
		return fmt.Errorf("pdf: fpdf wrote %d objects, which is no document", len(objects))
	}
	f := newFile(into, o.Profile.version())
	kept := objects[:len(objects)-2] // the last two are Info and Catalog
	for range kept {
		f.take()
	}
	pages, err := pageNumbers(kept[0].dict)
	if err != nil {
		return err
	}
	structTree, err := tree.write(f, pages)
	if err != nil {
		return err
	}
	if err := rewrite(f, kept, pages, fonts, pictures, tree, o.Profile); err != nil {
		return err
	}
	outline := ""
	if tree.bookmarks != nil {
		outline = fmt.Sprintf(" /Outlines %d 0 R", writeOutline(f, tree.bookmarks, pages))
	}
	f.add(catalog(f, structTree, outline+tree.form.catalog(f), o))
	root := len(f.offsets)
	about := info(f, o)
	id := f.digest()
	return f.end(fmt.Sprintf("/Root %d 0 R /Info %d 0 R /ID [<%X> <%X>]", root, about, id, id))
}

// catalog is the root of the document (ISO 32000-1, 7.7.2).
func catalog(f *file, structTree int, more string, o Options) string {
	var b strings.Builder
	b.WriteString("<</Type /Catalog /Pages 1 0 R /Lang (ru-RU) /MarkInfo <</Marked true>>" +
		" /ViewerPreferences <</DisplayDocTitle true>>")
	fmt.Fprintf(&b, " /StructTreeRoot %d 0 R /Metadata %d 0 R /OutputIntents [%d 0 R]",
		structTree, metadata(f, o), outputIntent(f))
	b.WriteString(attach(f, o) + more + ">>")
	return b.String()
}

// rewrite copies fpdf's objects under their own numbers: pages get their
// structure, the resources their fonts, the contents are compressed.
func rewrite(f *file, objects []object, pages []int, fonts fontSet, pictures gallery, tree *structure, p Profile) error {
	isPage := make(map[int]int, len(pages))
	for i, number := range pages {
		isPage[number] = i
	}
	for i, o := range objects {
		number := i + 1
		page, ok := isPage[number]
		switch {
		case ok:
			dict, err := finishPage(o.dict, page, tree)
			if err != nil {
				return err
			}
			f.put(number, dict)
		case number == 2:
			dict, err := finishResources(f, o.dict, fonts, pictures, p)
			if err != nil {
				return err
			}
			f.put(number, dict)
		case o.stream == nil:
			f.put(number, o.dict)
		case strings.Contains(o.dict, "/Filter"):
			f.putStream(number, entries(o.dict), o.stream)
		default:
			f.putDeflated(number, entries(o.dict), o.stream)
		}
	}
	return nil
}

// entries is a stream's dictionary without its brackets and its length.
func entries(dict string) string {
	dict = strings.TrimSuffix(strings.TrimPrefix(dict, "<<"), ">>")
	at := strings.LastIndex(dict, "/Length ")
	return strings.TrimSpace(dict[:at])
}

// finishPage adds structure, tab order and annotations to a page.
func finishPage(dict string, page int, tree *structure) (string, error) {
	body, ok := strings.CutPrefix(dict, "<</Type /Page\n")
	if !ok {
		return "", fmt.Errorf("pdf: fpdf wrote an unknown page: %.40q", dict)
	}
	return fmt.Sprintf("<</Type /Page /StructParents %d /Tabs /S %s\n%s", page, tree.annotations(page), body), nil
}

// finishResources puts the embedded fonts and the pictures into the resources
// all pages share.
func finishResources(f *file, dict string, fonts fontSet, pictures gallery, p Profile) (string, error) {
	const empty = "/Font <<\n>>\n/XObject <<\n>>"
	if strings.Count(dict, empty) != 1 {
		return "", fmt.Errorf("pdf: fpdf wrote unknown resources: %.40q", dict)
	}
	var b strings.Builder
	for i, e := range fonts {
		if e != nil {
			fmt.Fprintf(&b, " /F%d %d 0 R", i, e.write(f, p))
		}
	}
	full := "/Font <<" + b.String() + ">> /XObject <<" + pictures.write(f) + ">>"
	return strings.Replace(dict, empty, full, 1), nil
}

// pageNumbers reads the Kids of the page tree's root.
func pageNumbers(dict string) ([]int, error) {
	_, rest, found := strings.Cut(dict, "/Kids [")
	list, _, closed := strings.Cut(rest, "]")
	fields := strings.Fields(list)
	if !found || !closed || len(fields)%3 != 0 || len(fields) == 0 {
		return nil, fmt.Errorf("pdf: fpdf wrote an unknown page tree: %.40q", dict)
	}
	var pages []int
	for i := 0; i < len(fields); i += 3 {
		number, err := strconv.Atoi(fields[i])
		if err != nil || fields[i+2] != "R" {
			return nil, fmt.Errorf("pdf: fpdf wrote an unknown page tree: %.40q", list)
		}
		pages = append(pages, number)
	}
	return pages, nil
}

// parse reads fpdf's file: a header line, objects, a cross-reference table.
// It is strict on purpose: fpdf's form is known, and whatever differs from it
// must be looked at before it is printed.
func parse(drawn []byte) ([]object, error) {
	rest, ok := bytes.CutPrefix(drawn, []byte("%PDF-1."))
	if !ok || len(rest) < 2 {
		return nil, fmt.Errorf("pdf: fpdf wrote no header: %.20q", drawn)
	}
	rest = rest[2:]
	found := map[int]object{}
	for !bytes.HasPrefix(rest, []byte("xref\n")) {
		number, o, after, err := parseObject(rest)
		if err != nil {
			return nil, err
		}
		found[number] = o
		rest = after
	}
	objects := make([]object, len(found))
	for number, o := range found {
		if number < 1 || number > len(found) {
			return nil, fmt.Errorf("pdf: fpdf left a gap before object %d", number)
		}
		objects[number-1] = o
	}
	return objects, nil
}

func parseObject(rest []byte) (number int, o object, after []byte, err error) {
	bad := func(what string) (int, object, []byte, error) {
		return 0, object{}, nil, fmt.Errorf("pdf: fpdf wrote %s: %.40q", what, rest)
	}
	head, body, ok := bytes.Cut(rest, []byte(" 0 obj\n"))
	if number, err = strconv.Atoi(string(head)); !ok || err != nil {
		return bad("an unknown object")
	}
	end := bytes.Index(body, []byte("\nendobj\n"))
	start := bytes.Index(body, []byte("\nstream\n"))
	if end < 0 {
		return bad("an object without an end")
	}
	hasStream := start >= 0 && start < end
	dict := string(body[:end])
	if hasStream {
		dict = string(body[:start])
	}
	if strings.Contains(dict, " obj\n") {
		return bad("an object inside another")
	}
	if !hasStream {
		return number, object{dict: dict}, body[end+8:], nil
	}
	body = body[start+8:]
	_, digits, ok := cutLast(dict, "/Length ")
	length, err := strconv.Atoi(strings.TrimSuffix(digits, ">>"))
	if !ok || err != nil || length < 0 || length > len(body) {
		return bad("a stream of unknown length")
	}
	after, ok = bytes.CutPrefix(body[length:], []byte("\nendstream\nendobj\n"))
	if !ok {
		return bad("a stream that does not end where it says")
	}
	return number, object{dict: dict, stream: body[:length:length]}, after, nil
}

func cutLast(s, sep string) (before, after string, found bool) {
	if i := strings.LastIndex(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, "", false
}
