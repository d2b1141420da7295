package compose

import (
	"fmt"
	"strconv"

	"protokol/generator/internal/trace"
)

// Register is the view of a dispatch register.
type Register struct {
	Body    string     `about:"кто отправляет письма"`
	Part    Number     `about:"часть длинного реестра, с 1; пусто, если он один"`
	Rows    []Dispatch `about:"письма"`
	Letters Number     `about:"сколько писем в этой части"`
	Sheets  Number     `about:"сколько в них листов; пусто, если неизвестно"`
}

// Dispatch is a letter in the register.
type Dispatch struct {
	Number  Number `about:"номер по порядку"`
	Subject string `about:"кому"`
	Address string `about:"адрес"`
	Sheets  Number `about:"сколько листов; пусто, если неизвестно"`
}

// Sent is a letter made for a row of a list.
type Sent struct {
	Number  int // number of the letter, from 1
	Row     int // row of the list
	Subject string
	Address string
	Sheets  int
}

// NewRegister makes the view of a dispatch register. Part is 0 if there is only
// one. Keys of values in row 17 of the list start with "rows[17]".
func NewRegister(body string, part int, letters []Sent) View {
	o, sheets := trace.New(), 0
	counted := func(n int) Number { return Number(o.Number(strconv.Itoa(n))) }
	r := Register{Body: o.Value("council.name", body), Letters: counted(len(letters))}
	if part > 0 {
		r.Part = counted(part)
	}
	for _, l := range letters {
		row := fmt.Sprintf("rows[%d].", l.Row)
		r.Rows = append(r.Rows, Dispatch{
			Number:  counted(l.Number),
			Subject: o.Computed(l.Subject, row+"organization", row+"name"),
			Address: o.Computed(l.Address, row+"address", row+"postal_address", row+"index"),
			Sheets:  counted(l.Sheets),
		})
		if sheets += l.Sheets; l.Sheets == 0 {
			r.Rows[len(r.Rows)-1].Sheets = ""
		}
	}
	if sheets > 0 || len(letters) == 0 {
		r.Sheets = counted(sheets)
	}
	return View{Template: "register", Data: r, origins: o}
}
