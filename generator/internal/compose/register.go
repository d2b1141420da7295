package compose

import "strconv"

// Register is what the template of a dispatch register sees.
type Register struct {
	Body    string     `about:"кто отправляет письма"`
	Part    int        `about:"часть длинного реестра, с 1; 0, если он один"`
	Rows    []Dispatch `about:"письма"`
	Letters int        `about:"сколько писем в этой части"`
	Sheets  int        `about:"сколько в них листов"`
}

// Dispatch is a letter on its way to the post.
type Dispatch struct {
	Number  string `about:"номер по порядку"`
	Subject string `about:"кому"`
	Address string `about:"адрес"`
	Sheets  string `about:"сколько листов"`
}

// Add enters a letter.
func (r *Register) Add(number int, subject, address string, sheets int) {
	r.Rows = append(r.Rows, Dispatch{strconv.Itoa(number), subject, address, strconv.Itoa(sheets)})
	r.Letters++
	r.Sheets += sheets
}
