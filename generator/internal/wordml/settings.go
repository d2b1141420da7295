package wordml

import (
	"cmp"
	"maps"
	"strings"
	"sync"
)

// Document is a file that has been opened. Documents made of it may differ in the
// content of some parts.
type Document struct {
	pack         *pack
	size         int               // of the file, bytes
	main         *part             // relationships only
	lists        map[string]string // names of the parts with lists and notes, by their kinds
	styles       styles
	numbering    numbering
	theme        theme
	settings     settings
	footnotes    map[string]*node
	endnotes     map[string]*node
	notesPart    map[string]*part
	separators   [2]*node // above footnotes, and above those from the page before
	ownSeparator bool     // what separates notes from text is not only a line
	title        string
	author       string
	resolved     *sync.Map // paragraph styles, by styleKey, for all papers with these lists
}

// settings are the settings that change the layout (ECMA-376-1, 17.15).
type settings struct {
	mode         int // of compatibility; 15 is Word 2013
	tab          float64
	evenOdd      bool
	addSpacing   bool // space between paragraphs is the sum, not the larger one
	hyphenate    bool
	zone         float64 // see flow.Paragraph.Zone
	hyphenRows   int
	mirror       bool
	background   bool     // the colour of the page is shown
	updateFields bool     // Word works out all fields when it opens the file
	partial      []string // parts that are not laid out
	notes        [2]*node // numbers of footnotes and endnotes
	stretch      bool     // justified lines that end with a line break are as wide as the others
	spaceInCells bool     // contextual spacing does not apply in tables
	unbalanced   bool     // columns before a continuous section are not equally high
	disobeyed    []string // settings of compatibility, see compatNeeds
	wholeEnds    bool     // words at the ends of pages are not divided, unless dividedEnds
	dividedEnds  bool
	ownSizes     bool    // the sizes of letters of paragraphs' styles are stronger than those of tables' styles
	inFrame      [2]bool // the frame of pages is around headers and footers
	splitBreaks  bool    // the mark of a paragraph that ends with a page break moves with it
}

// Open opens a file.
func Open(file []byte) (*Document, error) {
	p, err := openPack(file)
	if err != nil {
		return nil, err
	}
	d := &Document{pack: p, size: len(file), resolved: &sync.Map{}}
	links, err := p.links(p.main)
	if err != nil {
		return nil, err
	}
	d.main = &part{name: p.main, links: links}
	d.lists = map[string]string{}
	for _, kind := range []string{"numbering", "footnotes", "endnotes"} {
		d.lists[kind] = d.main.named(kind)
	}
	nodes := maxNodes
	left := &nodes
	for kind, use := range map[string]func(*part){
		"styles": d.readStyles, "numbering": d.readNumbering, "theme": d.readTheme, "settings": d.readSettings,
		"footnotes": d.readFootnotes, "endnotes": d.readEndnotes,
	} {
		name := d.main.named(kind)
		if name == "" {
			use(&part{root: &node{}})
			continue
		}
		read, err := p.text(name, nil, left)
		if err != nil {
			return nil, err
		}
		use(read)
	}
	d.styles.finish(d.theme)
	return d, d.readProperties(left)
}

// with returns the document with other content of some parts; those of its lists and
// notes are read once if they are those of the file.
func (d *Document) with(parts map[string][]byte, left *int) (*Document, error) {
	changed := *d
	for kind, name := range d.lists {
		if _, other := parts[name]; !other {
			continue
		}
		read, err := d.pack.text(name, parts, left)
		if err != nil {
			return nil, err
		}
		changed.notesPart = maps.Clone(changed.notesPart)
		switch kind {
		case "numbering":
			changed.readNumbering(read)
			changed.resolved = &sync.Map{}
		case "footnotes":
			changed.readFootnotes(read)
		default:
			changed.readEndnotes(read)
		}
	}
	return &changed, nil
}

// readProperties reads the title and the author.
func (d *Document) readProperties(left *int) error {
	links, err := d.pack.links("")
	if err != nil {
		return err
	}
	name := (&part{links: links}).named("core-properties")
	if name == "" {
		return nil
	}
	props, err := d.pack.text(name, nil, left)
	if err != nil {
		return err
	}
	for _, k := range props.root.kids {
		switch k.name {
		case "dc:title":
			d.title = strings.TrimSpace(k.text)
		case "dc:creator":
			d.author = strings.TrimSpace(k.text)
		}
	}
	return nil
}

// capsDividedName names words in capitals that are divided against the settings (ECMA-376-1, 17.15.1.37).
const capsDividedName = "слова из прописных букв переносятся, хотя в документе это запрещено"

// partialSettings are the settings of pages that are not laid out.
var partialSettings = map[string]string{"bookFoldPrinting": "печать брошюрой", "bookFoldRevPrinting": "печать брошюрой",
	"printTwoOnOne": "две страницы на листе", "gutterAtTop": "переплёт сверху",
	"printFormsData":                "печать одних полей формы: печатаются и остальные слова",
	"printFractionalCharacterWidth": "ширина букв в долях точки: строки могут быть немного иными",
	"linkStyles":                    "стили, которые Word обновляет из шаблона при открытии: взяты те, что в документе"}

func (d *Document) readSettings(p *part) {
	root := p.root
	d.settings = settings{mode: 12, tab: 36}
	if stop := root.kid("defaultTabStop"); stop != nil {
		d.settings.tab = length(stop.attr("val"))
	}
	d.settings.evenOdd = on(root.kid("evenAndOddHeaders"))
	d.settings.hyphenate = on(root.kid("autoHyphenation"))
	d.settings.zone, d.settings.hyphenRows = hyphenZone, max(0, whole(root.kid("consecutiveHyphenLimit").attr("val")))
	d.settings.mirror = on(root.kid("mirrorMargins"))
	d.settings.background = on(root.kid("displayBackgroundShape"))
	d.settings.updateFields = on(root.kid("updateFields"))
	for _, k := range root.kids {
		if construct := partialSettings[k.name]; construct != "" && on(k) {
			d.settings.partial = append(d.settings.partial, construct)
		}
	}
	if d.settings.hyphenate && on(root.kid("doNotHyphenateCaps")) {
		d.settings.partial = append(d.settings.partial, capsDividedName)
	}
	d.settings.inFrame = [2]bool{!on(root.kid("bordersDoNotSurroundHeader")),
		!on(root.kid("bordersDoNotSurroundFooter"))}
	if on(root.kid("alignBordersAndEdges")) {
		d.settings.disobeyed = append(d.settings.disobeyed, "alignBordersAndEdges")
	}
	if !usualColors(root.kid("clrSchemeMapping")) {
		d.settings.partial = append(d.settings.partial, swappedColorsName)
	}
	d.settings.notes = [2]*node{root.kid("footnotePr"), root.kid("endnotePr")}
	d.settings.readCompat(root.kid("compat"))
	if zone := root.kid("hyphenationZone"); zone != nil && d.settings.mode < 15 {
		d.settings.zone = max(0.1, length(zone.attr("val")))
	}
}

// swappedColorsName names colours of the theme that are used for others (ECMA-376-1, 17.15.1.20).
const swappedColorsName = "цвета темы, поменянные местами, печатаются обычными"

// usualColors reports whether the colours of the theme are used for what they are named after (ECMA-376-1,
// 17.15.1.20).
func usualColors(mapping *node) bool {
	usual := map[string]string{"bg1": "light1", "t1": "dark1", "bg2": "light2", "t2": "dark2"}
	for _, name := range []string{"bg1", "t1", "bg2", "t2", "accent1", "accent2", "accent3", "accent4", "accent5",
		"accent6", "hyperlink", "followedHyperlink"} {
		if value := mapping.attr(name); value != "" && value != cmp.Or(usual[name], name) {
			return false
		}
	}
	return true
}

// hyphenZone is the space that must be left on a line so that its next word is divided, pt; documents of modes
// before Word 2013 may have another (ECMA-376-1, 17.15.1.53).
const hyphenZone = 18

// theme holds the fonts of the theme.
type theme struct {
	major, minor string
	colors       map[string]string
	lines        []float64 // widths
}

func (d *Document) readTheme(p *part) {
	fonts := p.root.kid("a:themeElements", "a:fontScheme")
	d.theme = theme{major: fonts.kid("a:majorFont", "a:latin").attr("typeface"),
		minor: fonts.kid("a:minorFont", "a:latin").attr("typeface"), colors: map[string]string{}}
	for _, line := range p.root.kid("a:themeElements", "a:fmtScheme", "a:lnStyleLst").children() {
		d.theme.lines = append(d.theme.lines, max(0.25, bound(line.attr("w"), emu)))
	}
	scheme := p.root.kid("a:themeElements", "a:clrScheme")
	if scheme == nil {
		return
	}
	for _, k := range scheme.kids {
		for _, c := range k.kids {
			value := c.attr("val")
			if c.name == "a:sysClr" {
				value = c.attr("lastClr")
			}
			d.theme.colors[strings.TrimPrefix(k.name, "a:")] = value
		}
	}
}

// font returns the font that an attribute of w:rFonts with a theme's name means.
func (t theme) font(name string) string {
	if strings.HasPrefix(name, "major") {
		return t.major
	}
	return t.minor
}
