package table

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"protokol/generator/diag"
	"protokol/generator/internal/opc"
)

// Workbooks are not read with excelize, because it unpacks parts of more than
// 16 MB to temporary files and supports formulas, merged cells and hidden
// columns only for worksheets that are held in memory as a whole. Lists do not
// need its support of all number formats.

// workbook is an XLSX file (ECMA-376, part 1, 12.3.23).
type workbook struct {
	archive
	strings *sharedStrings
	cellStyles
}

// openWorkbook opens a worksheet of a workbook with the given main part.
func openWorkbook(parts archive, main string, o Options) (*Table, error) {
	book := &workbook{archive: parts}
	entries, err := book.readParts(main)
	if err != nil {
		return nil, err
	}
	worksheets := make([]worksheet, len(entries))
	for i, w := range entries {
		worksheets[i] = worksheet{name: w.Name, hidden: w.State != "" && w.State != "visible"}
	}
	return chooseWorksheet(worksheets, o.Worksheet, func(i int) (*Table, error) { return book.open(entries[i]) })
}

// open opens a worksheet.
func (b *workbook) open(w worksheetEntry) (*Table, error) {
	if b.archive[w.part] == nil {
		return nil, diag.Problem{Message: fmt.Sprintf("в книге нет листа «%s», хотя он назван", w.Name),
			Hint: "откройте её в Excel и сохраните заново"}
	}
	merges, err := b.mergedRanges(w.part)
	if err != nil {
		return nil, err
	}
	t := &Table{Comments: b.readComments(w.part)}
	t.rows = func() (Reader, error) { return b.openWorksheet(w.part, merges, nil) }
	if _, err = b.openWorksheet(w.part, nil, t.markHidden); err != nil {
		return nil, err
	}
	return t, nil
}

// relationships are the relationships of a part.
type relationships struct {
	dir string
	opc.Relationships
}

// target returns the part that a relationship refers to, by its id, if any, and
// its kind.
func (r relationships) target(id, kind string) string {
	for _, rel := range r.List {
		if !rel.IsExternal() && (id == "" || rel.ID == id) && rel.Kind() == kind {
			return partName(r.dir, rel.Target)
		}
	}
	return ""
}

func (a archive) readRelationships(part string) (r relationships, err error) {
	dir, base := path.Split(part)
	r.dir = strings.TrimSuffix(dir, "/")
	name := partName(r.dir, "_rels/"+base+".rels")
	if a[name] != nil {
		err = a.decode(name, &r.Relationships)
	}
	return r, err
}

// readParts reads the styles and shared strings of a workbook and the entries of its
// worksheets.
func (b *workbook) readParts(main string) ([]worksheetEntry, error) {
	var book struct {
		Properties struct {
			Date1904 string `xml:"date1904,attr"`
		} `xml:"workbookPr"`
		Sheets []worksheetEntry `xml:"sheets>sheet"`
	}
	if err := b.decode(main, &book); err != nil {
		return nil, err
	}
	links, err := b.readRelationships(main)
	if err != nil {
		return nil, err
	}
	b.epoch = newEpoch(isTrue(book.Properties.Date1904))
	if err := b.readStyles(links.target("", "styles")); err != nil {
		return nil, err
	}
	if b.strings, err = b.readSharedStrings(links.target("", "sharedStrings")); err != nil {
		return nil, err
	}
	for i := range book.Sheets {
		book.Sheets[i].part = links.target(book.Sheets[i].ID, "worksheet")
	}
	return slices.DeleteFunc(book.Sheets, func(e worksheetEntry) bool { return e.part == "" }), nil
}

// worksheetEntry is a worksheet as listed in the workbook.
type worksheetEntry struct {
	Name  string `xml:"name,attr"`
	State string `xml:"state,attr"`
	ID    string `xml:"id,attr"`
	part  string
}

// readStyles reads the number formats of cell styles, and which of them strike
// text through (ECMA-376, part 1, 18.8.22 and 18.4.10).
func (b *workbook) readStyles(part string) error {
	var styles struct {
		Formats []struct {
			ID   int    `xml:"numFmtId,attr"`
			Code string `xml:"formatCode,attr"`
		} `xml:"numFmts>numFmt"`
		Fonts []struct {
			Strike *struct {
				Value string `xml:"val,attr"`
			} `xml:"strike"`
		} `xml:"fonts>font"`
		Cells []struct {
			Format int `xml:"numFmtId,attr"`
			Font   int `xml:"fontId,attr"`
		} `xml:"cellXfs>xf"`
	}
	if err := b.decode(part, &styles); err != nil {
		return err
	}
	formats := map[int]numberFormat{}
	for _, f := range styles.Formats {
		formats[f.ID] = parseFormat(f.Code)
	}
	for _, cell := range styles.Cells {
		f, own := formats[cell.Format]
		if !own {
			f = builtinFormat(cell.Format)
		}
		b.formats = append(b.formats, f)
		struck := false
		if cell.Font >= 0 && cell.Font < len(styles.Fonts) {
			strike := styles.Fonts[cell.Font].Strike
			struck = strike != nil && (strike.Value == "" || isTrue(strike.Value))
		}
		b.struck = append(b.struck, struck)
	}
	return nil
}

func isTrue(value string) bool { return value == "1" || value == "true" || value == "on" }
