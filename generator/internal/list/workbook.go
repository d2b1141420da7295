package list

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"

	"protokol/generator/diag"
)

// A workbook is read here and not by excelize: that one unpacks parts of more
// than 16 MB to temporary files, and knows formulas, merged cells and hidden
// columns only of a sheet that is wholly in memory. What it is good for, the
// formats of all numbers, lists do not need.

// What no workbook comes near.
const (
	maxWorkbook = 512 << 20 // bytes of the file
	maxParts    = 10_000
	maxSmall    = 32 << 20  // bytes unpacked of a part that is read at once
	maxFree     = 128 << 20 // bytes unpacked before the rate is asked for
	maxRate     = 100       // times that a part may grow: sheets reach 20, bombs 1000
	maxMarkup   = 1 << 20   // bytes from one tag to the next
)

// workbook is an XLSX file (ECMA-376, part 1, 12.3.23).
type workbook struct {
	parts   map[string]*zip.File // by name, folded
	strings *sharedStrings
	formats []format // of cells, by style
	epoch   epoch
}

// findSheet opens a sheet of a workbook.
func (l *List) findSheet(src Source, o Options) (diag.List, error) {
	if src.Size > maxWorkbook {
		return nil, diag.Problem{Message: fmt.Sprintf("книга больше %d МБ", maxWorkbook>>20), Hint: "оставьте в ней только лист со списком"}
	}
	archive, err := zip.NewReader(src.Data, src.Size)
	if err != nil {
		return nil, diag.Problem{Message: "книга повреждена: архив не открывается", Hint: "откройте её в Excel и сохраните заново"}
	}
	book := &workbook{parts: map[string]*zip.File{}}
	if len(archive.File) > maxParts {
		return nil, diag.Problem{Message: fmt.Sprintf("в книге больше %d частей", maxParts), Hint: "проверьте, тот ли это файл"}
	}
	for _, part := range archive.File {
		if name := partName("", part.Name); book.parts[name] == nil {
			book.parts[name] = part
		}
	}
	sheet, decided, err := book.open(o.Worksheet)
	if err != nil {
		return nil, err
	}
	l.Interpretation.Lines = append(l.Interpretation.Lines, decided...)
	merges, err := book.merges(sheet)
	if err != nil {
		return nil, err
	}
	l.open = func() (rows, error) { return book.rows(sheet, merges, nil) }
	_, err = book.rows(sheet, nil, l.hide)
	return nil, err
}

// partName is the name of a part as a target names it, folded: parts differ in
// more than case (ECMA-376, part 2, 6.2.2.3).
func partName(dir, target string) string {
	target = strings.ToLower(strings.ReplaceAll(target, `\`, "/"))
	if !strings.HasPrefix(target, "/") {
		target = dir + "/" + target
	}
	return strings.TrimPrefix(path.Clean("/"+target), "/")
}

// relations are the targets of a part's relationships, by id and kind.
type relations struct {
	dir  string
	List []struct {
		ID     string `xml:"Id,attr"`
		Type   string `xml:"Type,attr"`
		Target string `xml:"Target,attr"`
		Mode   string `xml:"TargetMode,attr"`
	} `xml:"Relationship"`
}

// find is the part of a relationship that has the id, or ends in the kind.
func (r relations) find(id, kind string) string {
	for _, rel := range r.List {
		if rel.Mode != "External" && (id == "" || rel.ID == id) && strings.HasSuffix(rel.Type, "/"+kind) {
			return partName(r.dir, rel.Target)
		}
	}
	return ""
}

func (b *workbook) relations(part string) (r relations, err error) {
	dir, base := path.Split(part)
	r.dir = strings.TrimSuffix(dir, "/")
	name := partName(r.dir, "_rels/"+base+".rels")
	if b.parts[name] != nil {
		err = b.decode(name, &r)
	}
	return r, err
}

// open reads what a workbook says about its sheets, styles and texts, and
// chooses a sheet. The lines tell which.
func (b *workbook) open(name string) (part string, decided []string, err error) {
	roots, err := b.relations("")
	if err != nil {
		return "", nil, err
	}
	main := roots.find("", "officeDocument")
	if err := b.foreign(main); err != nil {
		return "", nil, err
	}
	var book struct {
		Properties struct {
			Date1904 string `xml:"date1904,attr"`
		} `xml:"workbookPr"`
		Sheets []sheetEntry `xml:"sheets>sheet"`
	}
	if err := b.decode(main, &book); err != nil {
		return "", nil, err
	}
	links, err := b.relations(main)
	if err != nil {
		return "", nil, err
	}
	b.epoch = epochOf(isTrue(book.Properties.Date1904))
	if err := b.styles(links.find("", "styles")); err != nil {
		return "", nil, err
	}
	if b.strings, err = b.shared(links.find("", "sharedStrings")); err != nil {
		return "", nil, err
	}
	sheet, decided, err := chooseSheet(book.Sheets, links, name)
	if err != nil {
		return "", nil, err
	}
	part = links.find(sheet.ID, "worksheet")
	if b.parts[part] == nil {
		return "", nil, diag.Problem{Message: fmt.Sprintf("в книге нет листа «%s», хотя он назван", sheet.Name), Hint: "откройте её в Excel и сохраните заново"}
	}
	return part, decided, nil
}

// foreign recognises archives that are no workbooks of this kind.
func (b *workbook) foreign(main string) error {
	switch {
	case b.parts["word/document.xml"] != nil:
		return diag.Problem{Message: "это документ Word, а не таблица", Hint: "нужна таблица: .xlsx или .csv"}
	case b.parts["content.xml"] != nil && b.parts["mimetype"] != nil:
		return diag.Problem{Message: "это таблица LibreOffice (.ods)", Hint: "откройте её и сохраните как «Книга Excel 2007–365 (.xlsx)»"}
	case strings.HasSuffix(main, ".bin"):
		return diag.Problem{Message: "это двоичная книга Excel (.xlsb)", Hint: "откройте её и сохраните как «Книга Excel (.xlsx)»"}
	case b.parts[main] == nil:
		return diag.Problem{Message: "это архив, а не таблица", Hint: "нужна таблица: .xlsx или .csv"}
	}
	return nil
}

// sheetEntry is a sheet as the workbook lists it.
type sheetEntry struct {
	Name  string `xml:"name,attr"`
	State string `xml:"state,attr"`
	ID    string `xml:"id,attr"`
}

// chooseSheet takes the sheet asked for, or the first that is visible.
func chooseSheet(sheets []sheetEntry, links relations, name string) (sheetEntry, []string, error) {
	var tables []sheetEntry
	var names []string
	for _, s := range sheets {
		if links.find(s.ID, "worksheet") != "" {
			tables = append(tables, s)
			names = append(names, s.Name)
		}
	}
	if len(tables) == 0 {
		return sheetEntry{}, nil, diag.Problem{Message: "в книге нет ни одного листа", Hint: "проверьте, тот ли это файл"}
	}
	if name != "" {
		i := slices.IndexFunc(tables, func(s sheetEntry) bool { return strings.EqualFold(s.Name, name) })
		if i < 0 {
			return sheetEntry{}, nil, diag.Problem{Message: fmt.Sprintf("в книге нет листа «%s»", name), Hint: nearest(name, names, "есть: "+listed(names))}
		}
		return tables[i], []string{fmt.Sprintf("лист «%s» (так указано)", tables[i].Name)}, nil
	}
	visible := slices.IndexFunc(tables, func(s sheetEntry) bool { return s.State == "" || s.State == "visible" })
	if visible < 0 {
		return sheetEntry{}, nil, diag.Problem{Message: "все листы книги скрыты", Hint: "укажите лист сами; есть: " + listed(names)}
	}
	why := "единственный"
	if len(tables) > 1 {
		why = fmt.Sprintf("первый видимый из %d: %s", len(tables), listed(names))
	}
	return tables[visible], []string{fmt.Sprintf("лист «%s» (%s)", tables[visible].Name, why)}, nil
}

// decode reads a small part at once.
func (b *workbook) decode(part string, into any) error {
	file := b.parts[part]
	if file == nil {
		return nil
	}
	if file.UncompressedSize64 > maxSmall {
		return tooBig(part)
	}
	r, err := b.reader(part)
	if err != nil {
		return err
	}
	return spoilt(part, xml.NewDecoder(io.LimitReader(r, maxSmall)).Decode(into))
}

// spoilt makes an error of the XML a problem with the workbook.
func spoilt(part string, err error) error {
	if err == nil || err == io.EOF {
		return err
	}
	if p, ok := err.(diag.Problem); ok {
		return p
	}
	return diag.Problem{Message: fmt.Sprintf("книга повреждена (%s): %v", path.Base(part), err), Hint: "откройте её в Excel и сохраните заново"}
}

func tooBig(part string) error {
	return diag.Problem{Message: fmt.Sprintf("часть книги (%s) распаковывается в неправдоподобно большую", path.Base(part)),
		Hint: "файл испорчен или сделан нарочно; возьмите его из надёжного источника"}
}

// reader unpacks a part within bounds.
func (b *workbook) reader(part string) (io.Reader, error) {
	file := b.parts[part]
	r, err := file.Open()
	if err != nil {
		return nil, spoilt(part, err)
	}
	packed := int64(min(file.CompressedSize64, maxWorkbook))
	return &boundedReader{r: r, part: part, most: max(maxFree, packed*maxRate)}, nil
}

// boundedReader reads a part and stops at what no workbook has: a size that
// only a bomb unpacks to, a megabyte without a tag, a document type. Its
// entities would do no harm, encoding/xml knows none but the five of XML; but
// an attack begins with them, and is better told than read.
type boundedReader struct {
	r          io.Reader
	part       string
	read, most int64
	since      int // bytes since the last tag began
}

func (b *boundedReader) Read(p []byte) (int, error) {
	n, err := b.r.Read(p)
	first := b.read == 0
	b.read += int64(n)
	switch tag := bytes.LastIndexByte(p[:n], '<'); {
	case b.read > b.most:
		return 0, tooBig(b.part)
	case first && n > 1 && (p[0] == 0xFE || p[0] == 0xFF || p[1] == 0):
		return 0, diag.Problem{Message: "книга в кодировке UTF-16, которой Excel не пишет", Hint: "откройте её в Excel и сохраните заново"}
	case first && bytes.Contains(p[:n], []byte("<!DOCTYPE")):
		return 0, diag.Problem{Message: "в книге объявлены сущности XML, так она не пишется", Hint: "файл сделан нарочно; возьмите его из надёжного источника"}
	case tag >= 0:
		b.since = n - tag
	default:
		b.since += n
	}
	if b.since > maxMarkup {
		return 0, diag.Problem{Message: fmt.Sprintf("в книге ячейка больше %d МБ", maxMarkup>>20), Hint: "в Excel ячейка вмещает 32 767 знаков; проверьте, тот ли это файл"}
	}
	return n, err
}

func isTrue(value string) bool { return value == "1" || value == "true" || value == "on" }
