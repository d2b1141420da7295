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
	if p.address == "" || codes.SameAddress(p.address) {
		p.address, p.fields[0] = row.Get("address"), "address"
	}
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
