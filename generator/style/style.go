// Package style reads a style sheet: how every named style of the paper looks.
//
// Lengths of the page are millimetres, sizes of type are points, line spacing
// is a multiple of the face's own line. A sheet is a profile of the norm
// (ГОСТ Р 7.0.97), never a constant of the program.
package style

// PointsPerMM converts the lengths of a page to points.
const PointsPerMM = 72 / 25.4

// Sheet is a whole style sheet.
type Sheet struct {
	Name       string             `toml:"name"`
	Title      string             `toml:"title"` // the norm or house it follows
	Page       Page               `toml:"page"`
	Pages      map[string]Margins `toml:"pages"` // margins of papers of some kinds
	PageNumber PageNumber         `toml:"page_number"`
	Font       Font               `toml:"font"`
	Styles     map[string]Style   `toml:"styles"`
	Lists      map[string][]List  `toml:"lists"` // by list kind, one entry a level
	Table      Table              `toml:"table"`
	Tables     map[string]Table   `toml:"tables"` // other styles of tables, by name
	Labels     Labels             `toml:"labels"` // of a sheet of labels
	Signature  Signature          `toml:"signature"`
	PDF        PDF                `toml:"pdf"`

	spaced map[float64]*Sheet // by the limits that papers are set with; made when the sheet was read
	kinds  map[string]*Sheet  // likewise, of Pages
}

// Page is the paper and its margins, mm.
type Page struct {
	Width  float64 `toml:"width"`
	Height float64 `toml:"height"`
	Left   float64 `toml:"left"`
	Right  float64 `toml:"right"`
	Top    float64 `toml:"top"`
	Bottom float64 `toml:"bottom"`

	OnePage bool `toml:"one_page"` // lines are set tighter when that keeps a paper on one page
}

// TextWidth is the width between the margins, mm.
func (p Page) TextWidth() float64 { return p.Width - p.Left - p.Right }

// TextHeight is the height between the margins, mm.
func (p Page) TextHeight() float64 { return p.Height - p.Top - p.Bottom }

// Margins of a kind of paper, mm. Those left out, or zero, are those of Page.
type Margins struct {
	OnePage bool `toml:"one_page"`

	Left   float64 `toml:"left"`
	Right  float64 `toml:"right"`
	Top    float64 `toml:"top"`
	Bottom float64 `toml:"bottom"`
}

// For is the sheet for papers of a kind: itself, or one with their margins, or
// that of one label.
func (s *Sheet) For(kind string) *Sheet {
	if own, ok := s.kinds[kind]; ok {
		return own
	}
	return s
}

func (p Page) with(m Margins) Page {
	pick := func(own, common float64) float64 {
		if own > 0 {
			return own
		}
		return common
	}
	p.Left, p.Right = pick(m.Left, p.Left), pick(m.Right, p.Right)
	p.Top, p.Bottom = pick(m.Top, p.Top), pick(m.Bottom, p.Bottom)
	p.OnePage = p.OnePage || m.OnePage
	return p
}

// PageNumber is the number centred in the top margin.
type PageNumber struct {
	Show    bool    `toml:"show"`     // from the second page on; the first never has one
	FromTop float64 `toml:"from_top"` // mm from the edge of the sheet to the top of the line
	Size    float64 `toml:"size"`     // pt
}

// Font names the faces.
type Font struct {
	Office   string `toml:"office"`   // named in DOCX: "Times New Roman"
	Embedded string `toml:"embedded"` // a family of package fonts, embedded in PDF
}

// Align places the lines of a paragraph.
type Align string

const (
	Left    Align = "left"
	Center  Align = "center"
	Right   Align = "right"
	Justify Align = "justify"
)

// Style is how one kind of paragraph or heading looks.
type Style struct {
	Title     string  `toml:"title"` // the name Word shows
	Size      float64 `toml:"size"`  // pt
	Bold      bool    `toml:"bold"`
	Italic    bool    `toml:"italic"`
	Align     Align   `toml:"align"`
	Line      float64 `toml:"line"`       // line spacing, a multiple
	FirstLine float64 `toml:"first_line"` // indent of the first line, mm
	Indent    float64 `toml:"indent"`     // indent of every line, mm
	Right     float64 `toml:"right"`      // indent at the right, mm
	Before    float64 `toml:"before"`     // pt above
	After     float64 `toml:"after"`      // pt below
	KeepNext  bool    `toml:"keep_next"`  // on one page with what follows
	KeepLines bool    `toml:"keep_lines"` // never split
}

// List is how one level of a list looks. The label starts at Label, every
// line of the text at Text, both mm from the margin.
type List struct {
	Label float64 `toml:"label"`
	Text  float64 `toml:"text"`
	Style string  `toml:"style"` // paragraph style of the items
}

// Frame says which rules a table has.
type Frame string

const (
	Ruled   Frame = ""      // around every cell
	Unruled Frame = "none"  // none: columns of text and not a table
	Lines   Frame = "lines" // below the cells of the last column: a form to fill in
)

// Table is a style of tables.
type Table struct {
	Frame      Frame   `toml:"frame"`
	Rule       float64 `toml:"rule"`       // thickness of the rules, pt
	Padding    float64 `toml:"padding"`    // at the left and right of a cell, mm
	After      float64 `toml:"after"`      // pt between the table and the text below
	Top        float64 `toml:"top"`        // above the text of a cell, mm
	Bottom     float64 `toml:"bottom"`     // below it
	RowHeight  float64 `toml:"row_height"` // of every row, mm; 0 leaves it to the text
	CellStyle  string  `toml:"cell"`
	HeadStyle  string  `toml:"head"`
	TitleStyle string  `toml:"caption"`
}

// TableStyle is a style of tables by its name; the empty name is the usual one.
func (s *Sheet) TableStyle(name string) Table {
	if name == "" {
		return s.Table
	}
	return s.Tables[name]
}

// Labels is how labels stand on a sheet of them: row under row in equal columns
// that fill the page between its margins. How tall they are is said by LabelsTable.
type Labels struct {
	Columns int      `toml:"columns"` // 0: the page is no sheet of labels
	Styles  []string `toml:"styles"`  // tried one after another until the text fits
}

// LabelsTable is the style of the table that a sheet of labels is, and LabelKind
// the kind of a paper that is one label.
const (
	LabelsTable = "labels"
	LabelKind   = "label"
)

// LabelsPerPage is how many labels a sheet holds; 0 when it is none of labels.
func (s *Sheet) LabelsPerPage() int {
	if s.Labels.Columns == 0 {
		return 0
	}
	const forgiven = 1e-6
	return s.Labels.Columns * int(s.Page.TextHeight()/s.Tables[LabelsTable].RowHeight+forgiven)
}

// Signature is how signature lines look.
type Signature struct {
	Style    string  `toml:"style"`
	Position float64 `toml:"position"` // width for the position, mm
	Before   float64 `toml:"before"`   // pt between the text and the first signature
	Between  float64 `toml:"between"`  // pt between signatures
	Tight    float64 `toml:"tight"`    // spacing tried before lines are moved
	Lines    int     `toml:"lines"`    // lines of text that must stand with it
}

// PDF is what the sheet asks of the PDF file.
type PDF struct {
	Profile string `toml:"profile"` // one of Profiles; "" is the last
}

// Profiles are the parts and levels of PDF/A a sheet can ask for.
var Profiles = []string{"a-1b", "a-2a", "a-3a"}

// Spaced is the sheet in which no line spacing exceeds a limit; 0 sets none. The
// sheets for single spacing and for that of Signature.Tight are made once, so that
// what is derived from them can be kept.
func (s *Sheet) Spaced(limit float64) *Sheet {
	if limit == 0 {
		return s
	}
	if made, ok := s.spaced[limit]; ok {
		return made
	}
	return s.withSpacing(limit)
}

func (s *Sheet) withSpacing(limit float64) *Sheet {
	tight := *s
	tight.Styles = make(map[string]Style, len(s.Styles))
	for name, st := range s.Styles {
		st.Line = min(st.Line, limit)
		tight.Styles[name] = st
	}
	return &tight
}

// TightSpacing is the limit of line spacing tried before lines are moved to the
// page of the signature; lines are never set closer than single spacing for it.
func (s *Sheet) TightSpacing() float64 { return max(1, s.Signature.Tight) }

// derive makes, once, the sheets that follow from this one.
func (s *Sheet) derive() {
	s.respace()
	s.kinds = make(map[string]*Sheet, len(s.Pages))
	for kind, margins := range s.Pages {
		own := *s
		own.Page = s.Page.with(margins)
		own.respace()
		s.kinds[kind] = &own
	}
	if s.Labels.Columns > 0 {
		own := *s
		own.Page = Page{Width: s.Page.TextWidth() / float64(s.Labels.Columns), Height: s.Tables[LabelsTable].RowHeight}
		own.respace()
		s.kinds[LabelKind] = &own
	}
}

func (s *Sheet) respace() {
	s.spaced = map[float64]*Sheet{}
	for _, limit := range []float64{s.TightSpacing(), 1} {
		s.spaced[limit] = s.withSpacing(limit)
	}
}
