package batch

import (
	"bytes"
	"fmt"

	"protokol/generator"
)

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
	folder  Folder
	press   Writer
	formats []string
	paper   func(RegisterPart) (*generator.Paper, error)
	several bool
	part    RegisterPart
	sent    int
	ready   []pending
}

// NewRegister is a register in a folder. Paper makes one of its parts.
func NewRegister(folder Folder, press Writer, formats []string, paper func(RegisterPart) (*generator.Paper, error)) *Register {
	return &Register{folder: folder, press: press, formats: formats, paper: paper}
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
	r.part.Rows = append(r.part.Rows, RegisterRow{r.sent, o.Subject, o.Address, o.Files[0].Name, o.Pages})
	if len(r.part.Rows) < registerRows {
		return nil
	}
	return r.print()
}

// print writes a part, not yet to be seen.
func (r *Register) print() error {
	name := RegisterName
	if r.several {
		r.part.Part++
		name = fmt.Sprintf("%s %d", name, r.part.Part)
	}
	paper, err := r.paper(r.part)
	if err != nil {
		return err
	}
	for _, format := range r.formats {
		var b bytes.Buffer
		if err := r.press.Write(&b, paper, format); err != nil {
			return err
		}
		file := pending{folder: r.folder, name: name + "." + format}
		if err := file.begin(); err != nil {
			return err
		}
		if _, err := file.Write(b.Bytes()); err != nil {
			return err
		}
		r.ready = append(r.ready, file)
	}
	r.part.Rows = r.part.Rows[:0]
	return nil
}

// Commit shows all parts. When nothing is sent there is none.
func (r *Register) Commit() error {
	if len(r.part.Rows) > 0 {
		if err := r.print(); err != nil {
			return err
		}
	}
	for _, file := range r.ready {
		if err := file.commit(); err != nil {
			return err
		}
	}
	return nil
}
