package list

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
func (l *List) openWorkbook(parts archive, main string, o Options) (diag.List, error) {
	book := &workbook{archive: parts}
	part, chosen, err := book.readParts(main, o.Worksheet)
	if err != nil {
		return nil, err
	}
	l.setSheet(chosen)
	merges, err := book.mergedRanges(part)
	if err != nil {
		return nil, err
	}
	l.open = func() (rowReader, error) { return book.openWorksheet(part, merges, nil) }
	l.comments = book.readComments(part)
	_, err = book.openWorksheet(part, nil, l.markHidden)
	return nil, err
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

// readParts reads the styles and shared strings of a workbook and chooses a
// worksheet.
func (b *workbook) readParts(main, name string) (part string, chosen chosenSheet, err error) {
	var book struct {
		Properties struct {
			Date1904 string `xml:"date1904,attr"`
		} `xml:"workbookPr"`
		Sheets []worksheetEntry `xml:"sheets>sheet"`
	}
	if err := b.decode(main, &book); err != nil {
		return "", chosen, err
	}
	links, err := b.readRelationships(main)
	if err != nil {
		return "", chosen, err
	}
	b.epoch = newEpoch(isTrue(book.Properties.Date1904))
	if err := b.readStyles(links.target("", "styles")); err != nil {
		return "", chosen, err
	}
	if b.strings, err = b.readSharedStrings(links.target("", "sharedStrings")); err != nil {
		return "", chosen, err
	}
	sheet, chosen, err := chooseWorksheet(book.Sheets, links, name)
	if err != nil {
		return "", chosen, err
	}
	part = links.target(sheet.ID, "worksheet")
	if b.archive[part] == nil {
		return "", chosen, diag.Problem{Message: fmt.Sprintf("в книге нет листа «%s», хотя он назван", sheet.Name),
			Hint: "откройте её в Excel и сохраните заново"}
	}
	return part, chosen, nil
}

// worksheetEntry is a worksheet as listed in the workbook.
type worksheetEntry struct {
	Name  string `xml:"name,attr"`
	State string `xml:"state,attr"`
	ID    string `xml:"id,attr"`
}

// chooseWorksheet returns the requested worksheet, or the first visible one.
func chooseWorksheet(entries []worksheetEntry, links relationships, name string) (worksheetEntry, chosenSheet, error) {
	entries = slices.DeleteFunc(entries, func(e worksheetEntry) bool { return links.target(e.ID, "worksheet") == "" })
	sheets := make([]sheet, len(entries))
	for i, e := range entries {
		sheets[i] = sheet{name: e.Name, hidden: e.State != "" && e.State != "visible"}
	}
	chosen, err := chooseSheet(sheets, name)
	if err != nil {
		return worksheetEntry{}, chosen, err
	}
	return entries[chosen.index], chosen, nil
}

// readStyles reads the number formats of cell styles, and which of them strike
// text through (ECMA-376, part 1, 18.8.22 and 18.4.10).
func (b *workbook) readStyles(part string) error {
	var sheet struct {
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
	if err := b.decode(part, &sheet); err != nil {
		return err
	}
	formats := map[int]numberFormat{}
	for _, f := range sheet.Formats {
		formats[f.ID] = parseFormat(f.Code)
	}
	for _, cell := range sheet.Cells {
		f, own := formats[cell.Format]
		if !own {
			f = builtinFormat(cell.Format)
		}
		b.formats = append(b.formats, f)
		struck := false
		if cell.Font >= 0 && cell.Font < len(sheet.Fonts) {
			strike := sheet.Fonts[cell.Font].Strike
			struck = strike != nil && (strike.Value == "" || isTrue(strike.Value))
		}
		b.struck = append(b.struck, struck)
	}
	return nil
}

func isTrue(value string) bool { return value == "1" || value == "true" || value == "on" }
