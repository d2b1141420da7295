package compose

import (
	"fmt"
	"strconv"
)

// Register is what the template of a dispatch register sees.
type Register struct {
	DocumentTitle string
	Body          string // who sends the letters
	Part          int    // of a long register, from 1; 0 when it is whole
	Rows          []Dispatch
	Letters       int // of this part
	Sheets        int
}

// Dispatch is a letter on its way to the post.
type Dispatch struct{ Number, Subject, Address, Sheets string }

// Add enters a letter.
func (r *Register) Add(number int, subject, address string, sheets int) {
	r.Rows = append(r.Rows, Dispatch{strconv.Itoa(number), subject, address, strconv.Itoa(sheets)})
	r.Letters++
	r.Sheets += sheets
}

// Finished is the register with its title.
func (r Register) Finished() Register {
	r.DocumentTitle = "Реестр отправки"
	if r.Part > 0 {
		r.DocumentTitle += fmt.Sprintf(", часть %d", r.Part)
	}
	return r
}
