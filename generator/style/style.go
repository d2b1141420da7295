// Package style reads style sheets, which define the appearance of the named
// styles of a paper.
//
// Page dimensions are in millimetres, type sizes in points, line spacing is a
// multiple of the natural line height of the font. A sheet implements a profile
// of the norm (ГОСТ Р 7.0.97).
package style

// Sheet is a style sheet.
type Sheet struct {
	Name       string             `toml:"name"`
	Title      string             `toml:"title"` // the norm or the house style
	Hyphenate  bool               `toml:"hyphenate"`
	Page       Page               `toml:"page"`
	Pages      map[string]Margins `toml:"pages"` // margins by kind of paper
	PageNumber PageNumber         `toml:"page_number"`
	Font       Font               `toml:"font"`
	Styles     map[string]Style   `toml:"styles"`
	Lists      map[string][]List  `toml:"lists"` // by list kind and level
	Table      Table              `toml:"table"`
	Tables     map[string]Table   `toml:"tables"` // named table styles
	Labels     Labels             `toml:"labels"` // grid of labels
	Signature  Signature          `toml:"signature"`
	PDF        PDF                `toml:"pdf"`

	spaced map[float64]*Sheet // by maximum line spacing; made when the sheet is read
	kinds  map[string]*Sheet  // by key of Pages; made when the sheet is read
}

// Page is the paper and its margins, mm.
type Page struct {
	Width  float64 `toml:"width"`
	Height float64 `toml:"height"`
	Left   float64 `toml:"left"`
	Right  float64 `toml:"right"`
	Top    float64 `toml:"top"`
	Bottom float64 `toml:"bottom"`

	Emblem float64 `toml:"emblem"` // from the upper edge to the picture that a paper begins with; 0: as text

	OnePage bool `toml:"one_page"` // reduce line spacing if that makes a paper fit on one page
}

// TextWidth is the width between the margins, mm.
func (p Page) TextWidth() float64 { return p.Width - p.Left - p.Right }

// TextHeight is the height between the margins, mm.
func (p Page) TextHeight() float64 { return p.Height - p.Top - p.Bottom }

// Turned returns the page for a wide table: the sheet is turned to the left, so
// that the margin for binding is at the top.
func (p Page) Turned() Page {
	p.Width, p.Height = p.Height, p.Width
	p.Left, p.Right, p.Top, p.Bottom = p.Bottom, p.Top, p.Left, p.Right
	return p
}

// Margins are the margins of a kind of paper, mm. Zero means that of Page.
type Margins struct {
	OnePage bool `toml:"one_page"`

	Left   float64 `toml:"left"`
	Right  float64 `toml:"right"`
	Top    float64 `toml:"top"`
	Bottom float64 `toml:"bottom"`
}

// For returns the sheet for papers of a kind: with their margins, or for a
// single label.
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

// Font is the names of the fonts.
type Font struct {
	Office   string `toml:"office"`   // named in DOCX: "Times New Roman"
	Embedded string `toml:"embedded"` // family of package fonts for PDF
}

// Align is the alignment of a paragraph.
type Align string

const (
	Left    Align = "left"
	Center  Align = "center"
	Right   Align = "right"
	Justify Align = "justify"
)

// Style is a paragraph style.
type Style struct {
	Title     string  `toml:"title"` // the name Word shows
	Size      float64 `toml:"size"`  // pt
	Bold      bool    `toml:"bold"`
	Italic    bool    `toml:"italic"`
	Align     Align   `toml:"align" jsonschema:"enum=left,enum=center,enum=right,enum=justify"`
	Line      float64 `toml:"line"`       // line spacing, a multiple
	FirstLine float64 `toml:"first_line"` // indent of the first line, mm
	Indent    float64 `toml:"indent"`     // indent of every line, mm
	Right     float64 `toml:"right"`      // indent at the right, mm
	Before    float64 `toml:"before"`     // pt above
	After     float64 `toml:"after"`      // pt below
	KeepNext  bool    `toml:"keep_next"`  // keep on the page of the next block
	KeepLines bool    `toml:"keep_lines"` // keep all lines on one page
}

// InCell returns the style for a paragraph in a cell with a width, in millimetres: an indent of more than half of it
// is meant for the page, such as that of a mark of approval at the right.
func (s Style) InCell(width float64) Style {
	if s.Indent > width/2 {
		s.Indent = 0
	}
	return s
}

// List is the format of a list level. Label and Text are the distances of the
// label and of all lines of the text from the margin, mm.
type List struct {
	Label float64 `toml:"label"`
	Text  float64 `toml:"text"`
	Style string  `toml:"style"` // paragraph style of the items
}

// Frame selects the rules of a table.
type Frame string

const (
	Ruled   Frame = ""      // around every cell
	Unruled Frame = "none"  // none: text in columns, not a table
	Lines   Frame = "lines" // below the cells of the last column, as in forms
)

// Table is a table style.
type Table struct {
	Frame      Frame   `toml:"frame" jsonschema:"enum=,enum=none,enum=lines"`
	Rule       float64 `toml:"rule"`       // thickness of the rules, pt
	Padding    float64 `toml:"padding"`    // at the left and right of a cell, mm
	Before     float64 `toml:"before"`     // pt between the text above and a table without a caption
	After      float64 `toml:"after"`      // pt between the table and the text below
	Smaller    string  `toml:"smaller"`    // table style for a table that is too wide; see the other ones
	Top        float64 `toml:"top"`        // padding above the text of a cell, mm
	Bottom     float64 `toml:"bottom"`     // padding below it
	RowHeight  float64 `toml:"row_height"` // of every row, mm; 0 means the height of the text
	CellStyle  string  `toml:"cell"`
	HeadStyle  string  `toml:"head"`
	TitleStyle string  `toml:"caption"`
}

// newer maps table styles that sheets of earlier versions lack to those that take their place.
var newer = map[string]string{"marks": "requisites"}

// TableStyle returns a table style by name; "" is the default one.
func (s *Sheet) TableStyle(name string) Table {
	if name == "" {
		return s.Table
	}
	if t, ok := s.Tables[name]; ok {
		return t
	}
	return s.Tables[newer[name]]
}

// Labels is the grid of a sheet of labels: equal columns and rows between the
// margins. The height of the rows is that of LabelsTable.
type Labels struct {
	Columns int      `toml:"columns"` // 0 if this is not a sheet of labels
	Styles  []string `toml:"styles"`  // tried in this order until the text fits
}

// LabelsTable is the table style of a sheet of labels. LabelKind is the kind of
// a paper that is a single label.
const (
	LabelsTable = "labels"
	LabelKind   = "label"
)

// LabelsPerPage returns the number of labels on a page, or 0 if this is not a
// sheet of labels.
func (s *Sheet) LabelsPerPage() int {
	if s.Labels.Columns == 0 {
		return 0
	}
	const forgiven = 1e-6
	return s.Labels.Columns * int(s.Page.TextHeight()/s.Tables[LabelsTable].RowHeight+forgiven)
}

// Signature is the format of signature lines.
type Signature struct {
	Style    string  `toml:"style"`
	Position float64 `toml:"position"` // width for the position, mm
	Before   float64 `toml:"before"`   // pt between the text and the first signature
	Between  float64 `toml:"between"`  // pt between signatures
	After    float64 `toml:"after"`    // pt between the last signature and the paragraph below
	Tight    float64 `toml:"tight"`    // line spacing tried before lines are moved to the next page
	Lines    int     `toml:"lines"`    // minimum number of lines of text above it
}

// PDF is the properties of PDF files.
type PDF struct {
	// One of Profiles; "" means a-3a.
	Profile string `toml:"profile" jsonschema:"enum=,enum=a-1b,enum=a-2a,enum=a-3a,enum=a-4f"`
}

// Profiles lists the supported parts and levels of PDF/A.
var Profiles = []string{"a-1b", "a-2a", "a-3a", "a-4f"}

// Spaced returns a sheet with a maximum line spacing; 0 means no limit. The
// sheets for single spacing and for Signature.Tight are cached, so that data
// derived from them can be cached, too.
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

// TightSpacing returns the maximum line spacing tried before lines are moved to
// the page of the signature. It is at least single spacing.
func (s *Sheet) TightSpacing() float64 { return max(1, s.Signature.Tight) }

// derive makes the derived sheets. The styles of the first paragraph below facts and of
// a title below a letterhead are younger than sheets that offices have copied; there
// they look like the text and any title.
func (s *Sheet) derive() {
	if _, has := s.Styles["opening"]; !has {
		opening := s.Styles["body"]
		opening.Title += " под сведениями"
		s.Styles["opening"] = opening
	}
	if _, has := s.Styles["title-below"]; !has {
		below := s.Styles["title"]
		below.Title += " под бланком"
		s.Styles["title-below"] = below
	}
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

// Respaced returns the sheet with its own sheets of other spacings, for one that was
// changed after it was read.
func (s *Sheet) Respaced() *Sheet {
	s.respace()
	return s
}

func (s *Sheet) respace() {
	s.spaced = map[float64]*Sheet{}
	for _, limit := range []float64{s.TightSpacing(), 1} {
		s.spaced[limit] = s.withSpacing(limit)
	}
}
