package reader

import (
	"archive/zip"
	"context"
	"path"
	"slices"
	"strings"

	"protokol/generator/internal/opc"
)

// maxMarkup limits the decompressed markup read from a DOCX, in bytes. A paper
// of a thousand pages has that much.
const maxMarkup = 8 << 20

// Words is the text of a DOCX without its formatting.
type Words struct {
	Body         []string          // paragraphs, table rows, then notes; without form fields
	Form         []Field           // form fields: content controls with a tag
	Edges        []Edge            // headers and footers that are shown, each once
	Pictures     int               // number of pictures and other objects
	Images       []Image           // pictures
	Boxes        []string          // words in them
	Inscriptions []string          // texts of boxes
	Fields       []string          // names of fields with computed text
	Labels       []string          // words in the numbers of lists, each once
	Numbers      []Number          // of paragraphs, in order
	Spots        []Spot            // form fields and pictures of the body, in order
	Cells        []string          // the words of each cell of tables, and ends of rows
	Columns      []string          // for each cell, the cells of the row above that it is below
	Notes        []Note            // the notes in the order of their references
	Hidden       []string          // words that formatting hides or makes unreadable
	Removed      []string          // words of tracked deletions and moves
	Properties   map[string]string // of the file, by their Russian names
	Fonts        []string          // of the words that are seen, in small letters, each once
	Outside      []string          // what the document takes from elsewhere or runs, in Russian, each once
	Revised      bool              // has tracked changes, which are read as accepted
	Comments     bool
	Thumbnail    bool // has a picture of the first page, which is not checked
	Signed       bool // has an Office signature, which is not checked
	Embedded     bool // has text from another file or part
}

// Number is the number of a paragraph of a list.
type Number struct {
	Label string
	Word  string // the first of the paragraph
}

// Spot is the place of a form field or a picture.
type Spot struct {
	Field   string // its name; "" for a picture
	Letters int    // and digits before it
}

// ReadWords reads the visible text of a DOCX: without hidden or deleted text
// and without numbers that Word computes. Paragraphs without text are omitted,
// runs of any spaces are a single space. It fails soon after ctx ends.
func ReadWords(ctx context.Context, file []byte) (*Words, error) {
	archive, err := unzip(file)
	if err != nil {
		return nil, err
	}
	w, a := &Words{}, &parts{ctx: ctx, byName: map[string]*zip.File{}, left: maxMarkup, elements: opc.MaxElements,
		pictures: maxPart, pixels: maxAllPixels, images: map[string]Image{}}
	if w.Signed, err = a.index(archive); err != nil {
		return nil, err
	}
	body := mainPart(archive)
	start, err := a.related("_rels/.rels")
	if err != nil {
		return nil, err
	}
	if err := a.readProperties(w, start); err != nil {
		return nil, err
	}
	w.Outside = append(w.Outside, oddRelations(start)...)
	// Do not accept another main document instead of this one.
	start = slices.DeleteFunc(start, func(r opc.Relationship) bool { return r.Kind() != "officeDocument" })
	if body == nil || len(start) != 1 || start[0].Part("") != body.Name {
		return nil, refusal("это не DOCX")
	}
	beside, err := a.related(path.Join(path.Dir(body.Name), "_rels", path.Base(body.Name)+".rels"))
	if err != nil {
		return nil, err
	}
	w.Outside = append(w.Outside, oddRelations(beside)...)
	a.noteTypes(beside, body.Name)
	if err := a.readFormats(w, beside, body.Name); err != nil {
		return nil, err
	}
	if w.Body, err = a.words(w, body.Name); err != nil {
		return nil, err
	}
	if err := a.aside(w, beside, body.Name); err != nil {
		return nil, err
	}
	a.notes.list(w)
	ambiguous, err := a.ambiguities(file, archive)
	if err != nil {
		return nil, unreadable(err, "DOCX не читается")
	}
	w.Outside = append(w.Outside, ambiguous...)
	if err := a.outside(w); err != nil {
		return nil, err
	}
	if !mayHaveControls(body) {
		return w, nil
	}
	filled, err := Controls(file)
	w.Form = filled.Fields
	return w, err
}

// readFormats reads what the formatting of the words depends on.
func (a *parts) readFormats(w *Words, beside []opc.Relationship, body string) error {
	if err := a.readTheme(beside, body); err != nil {
		return err
	}
	if err := a.readStyles(w, beside, body); err != nil {
		return err
	}
	return a.readNumbering(w, beside, body)
}

// index finds the parts of an archive by their names. It reports whether one is that of a
// signature.
func (a *parts) index(archive *zip.Reader) (signed bool, err error) {
	for _, part := range archive.File {
		if _, twice := a.byName[part.Name]; twice {
			return false, refusal("файл повреждён: в DOCX две части с одним именем")
		}
		a.byName[part.Name] = part
		signed = signed || strings.HasPrefix(part.Name, "_xmlsignatures/")
	}
	return signed, nil
}

// noteTypes notes the body and the parts beside it whose types must be as their
// relationships say.
func (a *parts) noteTypes(beside []opc.Relationship, body string) {
	a.body = body
	a.typed = append(a.typed, typedPart{"officeDocument", body})
	for _, r := range beside {
		if shownTypes[r.Kind()] != "" {
			a.typed = append(a.typed, typedPart{r.Kind(), r.Part(body)})
		}
	}
}

// aside reads headers, footers, notes and other parts.
func (a *parts) aside(w *Words, beside []opc.Relationship, body string) error {
	for _, r := range beside {
		switch r.Kind() {
		case "header", "footer", "footnotes", "endnotes":
			if err := a.marginOrNotes(w, r, body); err != nil {
				return err
			}
		case "numbering":
			if _, err := a.words(w, r.Part(body)); err != nil {
				return err
			}
		case "fontTable":
			if err := a.fontTable(w, r.Part(body)); err != nil {
				return err
			}
		case "settings":
			if err := a.settings(w, r.Part(body)); err != nil {
				return err
			}
		case "webSettings":
			if err := a.frames(w, r.Part(body)); err != nil {
				return err
			}
		case "comments", "commentsDocument": // the latter of ONLYOFFICE, for those on the whole document
			w.Comments = true
		case "aFChunk", "subDocument":
			w.Embedded = true
		}
	}
	if !slices.Contains(w.Outside, evenHeaders) {
		w.Edges = slices.DeleteFunc(w.Edges, func(e Edge) bool { return strings.HasSuffix(e.Place, onEven) })
	}
	for _, list := range []*[]string{&w.Fields, &w.Labels, &w.Fonts} {
		slices.Sort(*list)
		*list = slices.Compact(*list)
	}
	return nil
}

// marginOrNotes reads a part of a header, a footer or of notes.
func (a *parts) marginOrNotes(w *Words, r opc.Relationship, body string) error {
	var places []string
	for _, m := range a.margins {
		if m.relation == r.ID && !slices.Contains(places, m.place) {
			places = append(places, m.place)
		}
	}
	isMargin := r.Kind() == "header" || r.Kind() == "footer"
	if isMargin && places == nil {
		return nil // is not shown
	}
	list, err := a.words(w, r.Part(body))
	switch {
	case err != nil:
		return err
	case !isMargin:
		w.Body = append(w.Body, list...)
		return nil
	}
	text := strings.Join(list, " ")
	for _, place := range places {
		isFirst := strings.HasSuffix(place, edges["first"]) // without words it hides those of other sheets
		if edge := (Edge{place, text}); (text != "" || isFirst) && !slices.Contains(w.Edges, edge) {
			w.Edges = append(w.Edges, edge)
		}
	}
	return nil
}

// words reads the paragraphs of a part.
func (a *parts) words(w *Words, name string) ([]string, error) {
	content, err := a.open(name)
	if err != nil {
		return nil, err
	}
	defer content.Close()
	p := paragraphs{Words: w, styles: a.styles, theme: a.theme, notes: &a.notes, shown: map[margin]bool{},
		decoder: opc.NewLimited(content, &a.elements), reported: map[string]bool{}, isBody: name == a.body}
	p.numbers = counters{numbering: a.lists, counts: map[string]*[maxLevels]int{}, begun: map[string]bool{}}
	if err := p.read(); err != nil {
		return nil, unreadable(err, "часть DOCX не читается")
	}
	a.version(p.strict)
	a.margins = append(a.margins, p.margins...)
	images, err := a.load(p.images, name)
	if err != nil {
		return nil, err
	}
	w.Images = append(w.Images, images...)
	return p.list, nil
}
