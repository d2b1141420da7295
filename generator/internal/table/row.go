package table

// Limits of a table. Excel allows 16 384 columns and 32 767 characters in a
// cell, so anything beyond is a mistake, most often an unclosed quote.
const (
	maxColumns = 16_384
	maxCell    = 128 << 10 // bytes
	maxRow     = 1 << 20   // bytes
)

// Row is a row of a table as the file has it. The cells are valid until the
// next row is read.
type Row struct {
	Number int // as a spreadsheet shows it, from 1
	Line   int // line of a text file, from 1; 0 in other files
	Hidden bool
	Cells  []Cell
}

// Cell is a cell of a row.
type Cell struct {
	Text       string
	problem    string // a Russian sentence, or ""
	IsError    bool   // the problem makes the text unusable
	struck     bool   // the text is struck through
	Formula    bool   // the text is the result of a formula when the file was saved
	MergedFrom int    // row of the merged cell above that the text was copied from; 0 means none
	Comment    string // somebody's note at the cell, if it is not in Table.Comments
	Span       int    // number of columns of a merged cell that begins here; 0 means that it is not merged
}

// Texts returns the texts of the cells.
func (r Row) Texts() []string {
	list := make([]string, len(r.Cells))
	for i, c := range r.Cells {
		list[i] = c.Text
	}
	return list
}

// Reader reads a table row by row. The error is io.EOF at the end, a
// diag.Problem about the file, or an error of the underlying reader.
type Reader interface{ Next() (Row, error) }
