package mailing

import (
	"fmt"
	"strings"

	"protokol/generator/diag"
	"protokol/generator/internal/codes"
	"protokol/generator/internal/list"
)

// post is the postal address of a row.
type post struct {
	index   string
	address string   // without the index
	fields  []string // that it was read from
	problem diag.List
}

// postOf reads the postal address of a row: the legal one if the row has no other.
// The index is that of its column, or else the one in the address.
func postOf(row list.Record) post {
	p := post{address: row.Get("postal_address"), fields: []string{"postal_address", "index"}}
	if p.address == "" {
		p.address, p.fields[0] = row.Get("address"), "address"
	}
	p.follow(row)
	index, rest := codes.SplitIndex(p.address)
	p.index = row.Get("index")
	compact := strings.ReplaceAll(p.index, " ", "")
	switch err := codes.PostalIndex(compact); {
	case p.index == "":
		p.index, p.address = index, rest
	case err != nil:
		p.warn(row, fmt.Sprintf("почтовый индекс «%s»: %v", p.index, err),
			"исправьте индекс; его место осталось пустым")
		p.index = ""
	case index == "" || index == compact:
		p.index, p.address = compact, rest
	default:
		p.index = compact
		p.warn(row, fmt.Sprintf("в столбце индекс %s, а в адресе %s", compact, index),
			"оставьте верный; напечатаны оба")
	}
	return p
}

// follow replaces a reference to an address in another column, «совпадает с фактическим», by that address.
func (p *post) follow(row list.Record) {
	if !list.RefersToAddress(p.address) {
		return
	}
	said, lower := p.address, strings.ToLower(p.address)
	stem := "юр"
	for _, other := range []string{"факт", "регистрац", "почт", "прожив"} {
		if strings.Contains(lower, other) {
			stem = other
		}
	}
	isNamed := strings.Contains(lower, stem)
	p.address, p.fields[0] = row.Get("address"), "address"
	for column, value := range row.All() {
		title := strings.ToLower(column.Title)
		if isNamed && strings.Contains(title, stem) && strings.Contains(title, "адр") && column.Field != "email" &&
			!strings.Contains(value, "@") && !list.RefersToAddress(value) {
			if p.address = value; column.Field == "" {
				p.fields[0] = column.Title
			}
			return
		}
	}
	if list.RefersToAddress(p.address) {
		p.address = ""
	}
	if heading := strings.ToLower(row.Heading("address")); isNamed && stem != "юр" && !strings.Contains(heading, stem) {
		p.problem = append(p.problem, row.Problem(diag.Warning, "postal_address",
			fmt.Sprintf("«%s»: столбца с таким адресом в списке нет", said), "впишите адрес"))
	}
}

func (p *post) warn(row list.Record, message, hint string) {
	p.problem = append(p.problem, row.Problem(diag.Warning, "index", message, hint))
}

// full returns the address with its index.
func (p post) full() string {
	if p.index == "" || p.address == "" {
		return p.index + p.address
	}
	return p.index + ", " + p.address
}
