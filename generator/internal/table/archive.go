package table

import (
	"archive/zip"
	"encoding/xml"
	"fmt"
	"io"
	"path"
	"strings"

	"protokol/generator/diag"
	"protokol/generator/internal/printable"
)

// Limits that no real workbook reaches.
const (
	maxWorkbook = 512 << 20 // bytes of the file
	maxParts    = 10_000
	maxSmall    = 32 << 20  // bytes of an unpacked part that is read as a whole
	maxFree     = 128 << 20 // bytes that any part may unpack to
	maxRate     = 100       // compression ratio beyond that: worksheets reach 20, bombs 1000
	maxMarkup   = 1 << 20   // bytes from one tag to the next
)

// archive holds the parts of a workbook by their folded names.
type archive map[string]*zip.File

// openArchive opens a workbook that is an archive: an XLSX or an ODS.
func openArchive(src Source, o Options) (*Table, error) {
	if src.Size > maxWorkbook {
		return nil, diag.Problem{Message: fmt.Sprintf("книга больше %d МБ", maxWorkbook>>20),
			Hint: "оставьте в ней только лист со списком"}
	}
	files, err := zip.NewReader(src.Data, src.Size)
	if err != nil {
		return nil, diag.Problem{Message: "книга повреждена: архив не открывается",
			Hint: "если файл скачан или скопирован не до конца, возьмите его заново; " +
				"иначе откройте его в Excel и сохраните заново"}
	}
	if len(files.File) > maxParts {
		return nil, diag.Problem{Message: fmt.Sprintf("в книге больше %d частей", maxParts),
			Hint: "проверьте, тот ли это файл"}
	}
	parts := archive{}
	for _, part := range files.File {
		if name := partName("", part.Name); parts[name] == nil {
			parts[name] = part
		}
	}
	roots, err := parts.readRelationships("")
	if err != nil {
		return nil, err
	}
	switch main := roots.target("", "officeDocument"); {
	case parts.isODS():
		return openODS(parts, o)
	case strings.HasSuffix(main, ".bin"):
		return nil, diag.Problem{Message: "это двоичная книга Excel (.xlsb)",
			Hint: "откройте её и сохраните как «Книга Excel (.xlsx)»"}
	case parts[main] != nil && parts["word/document.xml"] == nil && parts["ppt/presentation.xml"] == nil:
		return openWorkbook(parts, main, o)
	}
	return nil, parts.otherKind(src.Name, files.File)
}

// otherKind recognizes archives that are not workbooks.
func (a archive) otherKind(name string, files []*zip.File) error {
	mimetype := a.mimetype()
	var tables []string
	for _, f := range files {
		switch extension := strings.ToLower(path.Ext(f.Name)); extension {
		case ".xlsx", ".xls", ".ods", ".csv", ".tsv", ".xlsm":
			tables = append(tables, "«"+printable.Excerpt(path.Base(f.Name), 60)+"»")
		}
	}
	switch extension := strings.ToLower(path.Ext(name)); {
	case a["word/document.xml"] != nil, strings.HasSuffix(mimetype, "opendocument.text"):
		return diag.Problem{Message: "это текстовый документ (Word или Writer), а не таблица",
			Hint: "если список в нём — таблица, скопируйте её в Excel и сохраните как «Книга Excel (.xlsx)»"}
	case a["ppt/presentation.xml"] != nil, strings.HasSuffix(mimetype, "opendocument.presentation"):
		return diag.Problem{Message: "это презентация, а не таблица", Hint: hintTable}
	case mimetype == "application/vnd.sun.xml.calc":
		return diag.Problem{Message: "это таблица OpenOffice 1 (.sxc)", Hint: hintSave}
	case a["index/document.iwa"] != nil, a["index.zip"] != nil, extension == ".numbers":
		return diag.Problem{Message: "это таблица Numbers (Apple)",
			Hint: "откройте её в Numbers: Файл → Экспортировать в → Excel"}
	case len(tables) > 0:
		return diag.Problem{Message: "это архив ZIP, а в нём: " + printable.Join(tables),
			Hint: "распакуйте архив и укажите таблицу из него"}
	case len(files) > 0:
		return diag.Problem{Message: fmt.Sprintf("это архив ZIP, и таблиц в нём нет; первый файл в нём — «%s»",
			printable.Excerpt(files[0].Name, 60)), Hint: hintTable}
	}
	return diag.Problem{Message: "это пустой архив ZIP", Hint: hintTable}
}

// mimetype returns the media type that OpenDocument stores in a part of its own
// (ODF 1.3, part 2, 3.3).
func (a archive) mimetype() string {
	if a["mimetype"] == nil {
		return ""
	}
	r, err := a.reader("mimetype")
	if err != nil {
		return ""
	}
	const longest = 100
	text, _ := io.ReadAll(io.LimitReader(r, longest)) // a damaged one is none
	return strings.TrimSpace(string(text))
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

// decode unmarshals a small part.
func (a archive) decode(part string, into any) error {
	file := a[part]
	if file == nil {
		return nil
	}
	if file.UncompressedSize64 > maxSmall {
		return tooLarge(part)
	}
	whole, err := a.reader(part)
	if err != nil {
		return err
	}
	limits := &elements{decoder: xml.NewDecoder(io.LimitReader(whole, maxSmall)), part: part, most: maxSmallElements}
	if err := limits.check(); err != nil {
		return corrupted(part, err)
	}
	r, err := a.reader(part)
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
func (a archive) reader(part string) (io.Reader, error) {
	file := a[part]
	r, err := file.Open()
	if err != nil {
		return nil, corrupted(part, err)
	}
	packed := int64(min(file.CompressedSize64, maxWorkbook))
	return &limitedReader{r: r, part: part, limit: max(maxFree, packed*maxRate)}, nil
}
