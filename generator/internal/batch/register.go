package batch

import "protokol/generator/internal/printing"

// RegisterName is the file of the dispatch register, without an extension.
const RegisterName = "Реестр отправки"

// registerRows is how many rows a register has; of a longer list there are
// several, so that memory does not grow with the list.
const registerRows = 1000

// RegisterRow is a letter in the register.
type RegisterRow struct {
	Number  int // from 1, of what is sent
	Subject string
	Address string
	File    string // without an extension
	Pages   int
}

// RegisterPart is what one register holds.
type RegisterPart struct {
	Rows []RegisterRow
	Part int // from 1; 0 when it is the only one
}

// Register is the dispatch register (реестр отправки): whom letters go to and
// where, to be signed by whoever takes them to the post.
type Register struct {
	serial
	paper func(RegisterPart) (*printing.Paper, error)
	rows  []RegisterRow
	sent  int
}

// NewRegister is a register in a folder. Paper makes one of its parts.
func NewRegister(folder Folder, press Writer, formats []string, paper func(RegisterPart) (*printing.Paper, error)) *Register {
	return &Register{serial: serial{folder: folder, press: press, formats: formats, name: RegisterName}, paper: paper}
}

// Begin learns whether one part is enough.
func (r *Register) Begin(total int) error {
	r.several = total > registerRows
	return nil
}

// Add enters a letter that was made.
func (r *Register) Add(o Outcome) error {
	if len(o.Files) == 0 {
		return nil
	}
	r.sent++
	r.rows = append(r.rows, RegisterRow{r.sent, o.Subject, o.Address, o.Files[0].Name, o.Pages})
	if len(r.rows) < registerRows {
		return nil
	}
	return r.print()
}

func (r *Register) print() error {
	paper, err := r.paper(RegisterPart{r.rows, r.part()})
	if err != nil {
		return err
	}
	r.rows = r.rows[:0]
	return r.serial.print(paper)
}

// Commit shows all parts. When nothing is sent there is none.
func (r *Register) Commit() error {
	if len(r.rows) > 0 {
		if err := r.print(); err != nil {
			return err
		}
	}
	return r.commit()
}
