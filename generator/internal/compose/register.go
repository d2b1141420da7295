package compose

import (
	"fmt"
	"strconv"

	"protokol/generator/internal/trace"
)

// Register is what the template of a dispatch register sees.
type Register struct {
	Body    string     `about:"кто отправляет письма"`
	Part    Number     `about:"часть длинного реестра, с 1; пусто, если он один"`
	Rows    []Dispatch `about:"письма"`
	Letters Number     `about:"сколько писем в этой части"`
	Sheets  Number     `about:"сколько в них листов"`
}

// Dispatch is a letter on its way to the post.
type Dispatch struct {
	Number  Number `about:"номер по порядку"`
	Subject string `about:"кому"`
	Address string `about:"адрес"`
	Sheets  Number `about:"сколько листов"`
}

// Sent is a letter that was made for a row of a list.
type Sent struct {
	Number  int // among the letters, from 1
	Row     int // of the list
	Subject string
	Address string
	Sheets  int
}

// NewRegister makes the view of a dispatch register. Part is 0 when there is only
// one. The keys of what a list says in row 17 begin with "rows[17]".
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
		sheets += l.Sheets
	}
	r.Sheets = counted(sheets)
	return View{Template: "register", Data: r, origins: o}
}
