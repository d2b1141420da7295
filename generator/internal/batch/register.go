package batch

import "protokol/generator/internal/printing"

// RegisterName is the base name of the dispatch register.
const RegisterName = "Реестр отправки"

// registerRows limits the rows of a register. A longer list gets several
// registers, so that memory use does not grow with the list.
const registerRows = 1000

// RegisterRow is a letter in the register.
type RegisterRow struct {
	Number  int // among the letters sent, from 1
	Row     int // of the list
	Subject string
	Address string
	File    string // without an extension
	Pages   int
}

// RegisterPart is the content of one register.
type RegisterPart struct {
	Rows []RegisterRow
	Part int // from 1; 0 if there is only one
}

// Register is the dispatch register (реестр отправки): a list of addressees and
// addresses, signed by the person who takes the letters to the post office.
type Register struct {
	multipart
	compose func(RegisterPart) (*printing.Paper, error)
	rows    []RegisterRow
	sent    int
}

// NewRegister returns a Register that is written to folder. The function
// compose lays out one of its parts.
func NewRegister(folder Folder, press Writer, formats []string,
	compose func(RegisterPart) (*printing.Paper, error)) *Register {
	return &Register{
		multipart: multipart{folder: folder, press: press, formats: formats, name: RegisterName},
		compose:   compose,
	}
}

// Begin determines whether one part is enough.
func (r *Register) Begin(total int) error {
	r.split = total > registerRows
	return nil
}

// Add enters a letter, if it was made.
func (r *Register) Add(o Outcome) error {
	if len(o.Files) == 0 {
		return nil
	}
	r.sent++
	r.rows = append(r.rows, RegisterRow{r.sent, o.Row, o.Subject, o.Address, o.Files[0].Name, o.Pages})
	if len(r.rows) < registerRows {
		return nil
	}
	return r.writePart()
}

func (r *Register) writePart() error {
	paper, err := r.compose(RegisterPart{r.rows, r.partNumber()})
	if err != nil {
		return err
	}
	r.rows = r.rows[:0]
	return r.multipart.writePart(paper)
}

// Commit gives all parts their final names. If nothing is sent, none is made.
func (r *Register) Commit() error {
	if len(r.rows) > 0 {
		if err := r.writePart(); err != nil {
			return err
		}
	}
	return r.commit()
}
