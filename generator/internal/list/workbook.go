package list

import (
	"archive/zip"
	"encoding/xml"
	"fmt"
	"io"
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

// Limits that no real workbook reaches.
const (
	maxWorkbook = 512 << 20 // bytes of the file
	maxParts    = 10_000
	maxSmall    = 32 << 20  // bytes of an unpacked part that is read as a whole
	maxFree     = 128 << 20 // bytes that any part may unpack to
	maxRate     = 100       // compression ratio beyond that: worksheets reach 20, bombs 1000
	maxMarkup   = 1 << 20   // bytes from one tag to the next
)

// workbook is an XLSX file (ECMA-376, part 1, 12.3.23).
type workbook struct {
	parts   map[string]*zip.File // by folded name
	strings *sharedStrings
	formats []numberFormat // number formats by cell style
	epoch   epoch
}

// openWorkbook opens a worksheet of a workbook.
func (l *List) openWorkbook(src Source, o Options) (diag.List, error) {
	if src.Size > maxWorkbook {
		return nil, diag.Problem{Message: fmt.Sprintf("книга больше %d МБ", maxWorkbook>>20),
			Hint: "оставьте в ней только лист со списком"}
	}
	archive, err := zip.NewReader(src.Data, src.Size)
	if err != nil {
		return nil, diag.Problem{Message: "книга повреждена: архив не открывается",
			Hint: "откройте её в Excel и сохраните заново"}
	}
	book := &workbook{parts: map[string]*zip.File{}}
	if len(archive.File) > maxParts {
		return nil, diag.Problem{Message: fmt.Sprintf("в книге больше %d частей", maxParts),
			Hint: "проверьте, тот ли это файл"}
	}
	for _, part := range archive.File {
		if name := partName("", part.Name); book.parts[name] == nil {
			book.parts[name] = part
		}
	}
	part, decided, err := book.readParts(o.Worksheet)
	if err != nil {
		return nil, err
	}
	l.Interpretation.Lines = append(l.Interpretation.Lines, decided...)
	merges, err := book.mergedRanges(part)
	if err != nil {
		return nil, err
	}
	l.open = func() (rowReader, error) { return book.openWorksheet(part, merges, nil) }
	_, err = book.openWorksheet(part, nil, l.markHidden)
	return nil, err
}

// partName resolves the target of a relationship and folds it: part names are
// equivalent regardless of case (ECMA-376, part 2, 6.2.2.3).
func partName(dir, target string) string {
	target = strings.ToLower(strings.ReplaceAll(target, `\`, "/"))
	if !strings.HasPrefix(target, "/") {
		target = dir + "/" + target
	}
	return strings.TrimPrefix(path.Clean("/"+target), "/")
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

func (b *workbook) readRelationships(part string) (r relationships, err error) {
	dir, base := path.Split(part)
	r.dir = strings.TrimSuffix(dir, "/")
	name := partName(r.dir, "_rels/"+base+".rels")
	if b.parts[name] != nil {
		err = b.decode(name, &r.Relationships)
	}
	return r, err
}

// readParts reads the styles and shared strings of a workbook and chooses a
// worksheet. The lines describe the choice.
func (b *workbook) readParts(name string) (part string, decided []string, err error) {
	roots, err := b.readRelationships("")
	if err != nil {
		return "", nil, err
	}
	main := roots.target("", "officeDocument")
	if err := b.checkKind(main); err != nil {
		return "", nil, err
	}
	var book struct {
		Properties struct {
			Date1904 string `xml:"date1904,attr"`
		} `xml:"workbookPr"`
		Sheets []worksheetEntry `xml:"sheets>sheet"`
	}
	if err := b.decode(main, &book); err != nil {
		return "", nil, err
	}
	links, err := b.readRelationships(main)
	if err != nil {
		return "", nil, err
	}
	b.epoch = newEpoch(isTrue(book.Properties.Date1904))
	if err := b.readStyles(links.target("", "styles")); err != nil {
		return "", nil, err
	}
	if b.strings, err = b.readSharedStrings(links.target("", "sharedStrings")); err != nil {
		return "", nil, err
	}
	sheet, decided, err := chooseWorksheet(book.Sheets, links, name)
	if err != nil {
		return "", nil, err
	}
	part = links.target(sheet.ID, "worksheet")
	if b.parts[part] == nil {
		return "", nil, diag.Problem{Message: fmt.Sprintf("в книге нет листа «%s», хотя он назван", sheet.Name),
			Hint: "откройте её в Excel и сохраните заново"}
	}
	return part, decided, nil
}

// checkKind recognizes other kinds of archives.
func (b *workbook) checkKind(main string) error {
	switch {
	case b.parts["word/document.xml"] != nil:
		return diag.Problem{Message: "это документ Word, а не таблица", Hint: "нужна таблица: .xlsx или .csv"}
	case b.parts["content.xml"] != nil && b.parts["mimetype"] != nil:
		return diag.Problem{Message: "это таблица LibreOffice (.ods)",
			Hint: "откройте её и сохраните как «Книга Excel 2007–365 (.xlsx)»"}
	case strings.HasSuffix(main, ".bin"):
		return diag.Problem{Message: "это двоичная книга Excel (.xlsb)",
			Hint: "откройте её и сохраните как «Книга Excel (.xlsx)»"}
	case b.parts[main] == nil:
		return diag.Problem{Message: "это архив, а не таблица", Hint: "нужна таблица: .xlsx или .csv"}
	}
	return nil
}

// worksheetEntry is a worksheet as listed in the workbook.
type worksheetEntry struct {
	Name  string `xml:"name,attr"`
	State string `xml:"state,attr"`
	ID    string `xml:"id,attr"`
}

// chooseWorksheet returns the requested worksheet, or the first visible one.
func chooseWorksheet(sheets []worksheetEntry, links relationships, name string) (worksheetEntry, []string, error) {
	var worksheets []worksheetEntry
	var names []string
	for _, s := range sheets {
		if links.target(s.ID, "worksheet") != "" {
			worksheets = append(worksheets, s)
			names = append(names, s.Name)
		}
	}
	if len(worksheets) == 0 {
		return worksheetEntry{}, nil, diag.Problem{Message: "в книге нет ни одного листа",
			Hint: "проверьте, тот ли это файл"}
	}
	if name != "" {
		i := slices.IndexFunc(worksheets, func(s worksheetEntry) bool { return strings.EqualFold(s.Name, name) })
		if i < 0 {
			return worksheetEntry{}, nil, diag.Problem{Message: fmt.Sprintf("в книге нет листа «%s»", name),
				Hint: suggest(name, names, "есть: "+joinNames(names))}
		}
		return worksheets[i], []string{fmt.Sprintf("лист «%s» (так указано)", worksheets[i].Name)}, nil
	}
	visible := slices.IndexFunc(worksheets, func(s worksheetEntry) bool {
		return s.State == "" || s.State == "visible"
	})
	if visible < 0 {
		return worksheetEntry{}, nil, diag.Problem{Message: "все листы книги скрыты",
			Hint: "укажите лист сами; есть: " + joinNames(names)}
	}
	why := "единственный"
	if len(worksheets) > 1 {
		why = fmt.Sprintf("первый видимый из %d: %s", len(worksheets), joinNames(names))
	}
	return worksheets[visible], []string{fmt.Sprintf("лист «%s» (%s)", worksheets[visible].Name, why)}, nil
}

// decode unmarshals a small part.
func (b *workbook) decode(part string, into any) error {
	file := b.parts[part]
	if file == nil {
		return nil
	}
	if file.UncompressedSize64 > maxSmall {
		return tooLarge(part)
	}
	r, err := b.reader(part)
	if err != nil {
		return err
	}
	return corrupted(part, xml.NewDecoder(io.LimitReader(r, maxSmall)).Decode(into))
}

// corrupted converts an XML error to a problem with the workbook.
func corrupted(part string, err error) error {
	if err == nil || err == io.EOF {
		return err
	}
	if p, ok := err.(diag.Problem); ok {
		return p
	}
	return diag.Problem{Message: fmt.Sprintf("книга повреждена (%s): %v", path.Base(part), err),
		Hint: "откройте её в Excel и сохраните заново"}
}

func tooLarge(part string) error {
	return diag.Problem{
		Message: fmt.Sprintf("часть книги (%s) распаковывается в неправдоподобно большую", path.Base(part)),
		Hint:    "файл испорчен или сделан нарочно; возьмите его из надёжного источника"}
}

// reader opens a part for reading within limits.
func (b *workbook) reader(part string) (io.Reader, error) {
	file := b.parts[part]
	r, err := file.Open()
	if err != nil {
		return nil, corrupted(part, err)
	}
	packed := int64(min(file.CompressedSize64, maxWorkbook))
	return &limitedReader{r: r, part: part, limit: max(maxFree, packed*maxRate)}, nil
}

func isTrue(value string) bool { return value == "1" || value == "true" || value == "on" }
