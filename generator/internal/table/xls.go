package table

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/richardlehane/mscfb"

	"protokol/generator/diag"
	"protokol/generator/internal/table/biff"
)

// compoundMark begins a compound file ([MS-CFB] 2.2): an XLS, an encrypted
// XLSX, a DOC.
const compoundMark = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"

// maxCompound is the greatest size of a compound file. The worksheets of an XLS
// are read as a whole; a full one of ten columns takes 40 MB.
const maxCompound = 128 << 20

// errNotSaved is the problem of a formula whose result is not in the file.
const errNotSaved = "формула, значение которой не сохранено: откройте список в Excel и сохраните"

// errDamagedXLS is the problem of an XLS that does not conform to its format.
var errDamagedXLS = diag.Problem{Message: "книга .xls повреждена или скопирована не до конца",
	Hint: "возьмите файл заново или откройте его в Excel и сохраните как «Книга Excel (.xlsx)»"}

// openCompound opens a worksheet of an XLS.
func openCompound(src Source, o Options) (*Table, error) {
	if src.Size > maxCompound {
		return nil, diag.Problem{Message: fmt.Sprintf("книга .xls больше %d МБ", maxCompound>>20),
			Hint: "оставьте в ней только лист со списком или сохраните её как «Книга Excel (.xlsx)»"}
	}
	stream, err := readWorkbookStream(src)
	if err != nil {
		return nil, err
	}
	book, err := biff.Open(stream)
	if err != nil {
		return nil, biffProblem(err)
	}
	worksheets := make([]worksheet, len(book.Worksheets))
	for i, s := range book.Worksheets {
		worksheets[i] = worksheet{s.Name, s.Hidden}
	}
	return chooseWorksheet(worksheets, o.Worksheet, func(i int) (*Table, error) { return openBIFF(book, i) })
}

// openBIFF opens a worksheet of an XLS.
func openBIFF(book *biff.Book, index int) (*Table, error) {
	content, err := book.Worksheet(index)
	if err != nil {
		return nil, biffProblem(err)
	}
	t := &Table{}
	for _, c := range content.HiddenColumns {
		t.hideColumns(c.First, c.Last, maxBIFFColumns)
	}
	for _, n := range content.Notes {
		t.Comments = append(t.Comments, Comment{ColumnName(n.Column) + strconv.Itoa(n.Row+1), n.Row + 1,
			strings.Join(strings.Fields(Clean(n.Text)), " ")})
	}
	styles, merged := biffStyles(book), biffMerged(content)
	t.rows = func() (Reader, error) {
		return &xlsReader{worksheet: content, rest: content.Cells, styles: styles,
			merged: mergedCells{upcoming: merged}}, nil
	}
	return t, nil
}

// maxBIFFColumns is the number of columns of a worksheet in BIFF8.
const maxBIFFColumns = 256

// readWorkbookStream reads the workbook of a compound file.
func readWorkbookStream(src Source) ([]byte, error) {
	compound, err := mscfb.New(io.NewSectionReader(src.Data, 0, src.Size))
	if err != nil {
		return nil, errDamagedXLS
	}
	i := slices.IndexFunc(compound.File, func(f *mscfb.File) bool { return f.Name == "Workbook" && len(f.Path) == 0 })
	if i < 0 {
		return nil, otherCompound(compound)
	}
	f := compound.File[i]
	if f.Size > src.Size {
		return nil, errDamagedXLS
	}
	stream := make([]byte, f.Size)
	const chunk = 64 << 10 // the time mscfb takes to read grows with the square of the size
	for at := 0; at < len(stream); {
		n, err := f.Read(stream[at:min(at+chunk, len(stream))])
		if at += n; n == 0 || err != nil && at < len(stream) {
			return nil, errDamagedXLS
		}
	}
	return stream, nil
}

// otherCompound recognizes compound files that are not workbooks.
func otherCompound(compound *mscfb.Reader) error {
	for _, f := range compound.File {
		for _, kind := range compoundKinds {
			if f.Name == kind.stream {
				return diag.Problem{Message: kind.message, Hint: kind.hint}
			}
		}
	}
	return diag.Problem{Message: "это файл программы Windows (контейнер OLE), в котором нет книги Excel",
		Hint: hintTable}
}

// compoundKinds are kinds of compound files by the name of a stream.
var compoundKinds = []struct{ stream, message, hint string }{
	{"EncryptedPackage", "книга Excel защищена паролем: прочитать её нельзя",
		"откройте её, снимите пароль (Файл → Сведения → Защита книги → Зашифровать с использованием пароля) и сохраните"},
	{"Book", "это книга Excel 95 или старше: такой формат не читается",
		"откройте её в Excel или LibreOffice и сохраните как «Книга Excel (.xlsx)»"},
	{"WordDocument", "это документ Word (.doc), а не таблица",
		"если список в нём — таблица, скопируйте её в Excel и сохраните как «Книга Excel (.xlsx)»"},
	{"PowerPoint Document", "это презентация PowerPoint, а не таблица", hintTable},
	{"__properties_version1.0", "это письмо Outlook (.msg), а не таблица",
		"откройте письмо и сохраните вложенную в него таблицу отдельным файлом"},
	{"VisioDocument", "это схема Visio, а не таблица", hintTable},
	{"Contents", "это документ Microsoft, а не книга Excel", hintTable},
}

// biffProblem converts an error of package biff.
func biffProblem(err error) error {
	switch damaged := (biff.DamagedError{}); {
	case errors.Is(err, biff.ErrEncrypted):
		return diag.Problem{Message: "книга .xls защищена паролем: прочитать её нельзя",
			Hint: "откройте её в Excel, снимите пароль и сохраните как «Книга Excel (.xlsx)»"}
	case errors.Is(err, biff.ErrVersion):
		return diag.Problem{Message: "это книга Excel 95 или старше: такой формат не читается",
			Hint: "откройте её в Excel или LibreOffice и сохраните как «Книга Excel (.xlsx)»"}
	case errors.Is(err, biff.ErrTooLarge):
		return diag.Problem{Message: "в книге .xls неправдоподобно много ячеек",
			Hint: "файл испорчен или сделан нарочно; возьмите его из надёжного источника"}
	case errors.As(err, &damaged):
		return errDamagedXLS
	}
	return err
}

func biffStyles(book *biff.Book) cellStyles {
	s := cellStyles{formats: make([]numberFormat, book.Styles()), epoch: newEpoch(book.Date1904)}
	for style := range s.formats {
		if number, code, hasCode := book.Format(style); hasCode {
			s.formats[style] = parseFormat(code)
		} else {
			s.formats[style] = builtinFormat(number)
		}
		s.struck = append(s.struck, book.Struck(style))
	}
	return s
}

// biffMerged returns the merged cells, sorted by their first row.
func biffMerged(content *biff.Worksheet) (list []mergedRange) {
	for _, m := range content.Merged[:min(len(content.Merged), maxMergedRanges)] {
		list = append(list, mergedRange{left: m.Left, top: m.Top + 1, right: m.Right, bottom: m.Bottom + 1})
	}
	slices.SortStableFunc(list, func(a, b mergedRange) int { return cmp.Compare(a.top, b.top) })
	return list
}

// xlsReader reads the rows of a worksheet of an XLS.
type xlsReader struct {
	worksheet *biff.Worksheet
	rest      []biff.Cell
	styles    cellStyles
	merged    mergedCells
	cells     []Cell
}

func (x *xlsReader) Next() (Row, error) {
	if len(x.rest) == 0 {
		return Row{}, io.EOF
	}
	at := x.rest[0].Row
	x.cells = x.cells[:0]
	for len(x.rest) > 0 && x.rest[0].Row == at {
		c := x.rest[0]
		x.rest = x.rest[1:]
		for len(x.cells) <= c.Column {
			x.cells = append(x.cells, Cell{})
		}
		x.cells[c.Column] = x.styles.xlsCell(c)
	}
	x.cells = x.merged.fill(at+1, x.cells)
	return Row{Number: at + 1, Hidden: x.worksheet.HiddenRows[at], Cells: x.cells}, nil
}

// xlsCell converts a cell.
func (s cellStyles) xlsCell(from biff.Cell) (c Cell) {
	c.Formula, c.struck = from.Formula, s.strikes(from.Style)
	fail := func(message string) { c.problem, c.IsError = message, true }
	switch from.Kind {
	case biff.Text:
		c.Text = from.Text
	case biff.Number:
		if c.Text, c.problem = s.formatNumber(from.Number, from.Style); c.problem != "" {
			c.IsError = true
		}
	case biff.Bool:
		c.Text = yesNo(from.Number != 0)
	case biff.Error:
		fail(ErrorIn + from.Text)
	case biff.NotSaved:
		fail(errNotSaved)
	case biff.NoSuchText:
		fail("в книге нет текста этой ячейки: она повреждена")
	}
	return c
}
