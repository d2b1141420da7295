package list

import (
	"bytes"
	"math/rand/v2"
	"os"
	"testing"
	"time"

	"protokol/generator/internal/effort"
	"protokol/generator/internal/table"
)

// readAll reads a file as a list and reports its longest value.
func readAll(name string, content []byte) (longest int) {
	l, _ := Open(table.Source{Name: name, Data: bytes.NewReader(content), Size: int64(len(content))}, Options{})
	if l == nil {
		return 0
	}
	for r, err := range l.Records() {
		if err != nil {
			break
		}
		for _, value := range r.All() {
			longest = max(longest, len(value))
		}
	}
	l.Notes()
	return longest
}

// TestDamagedFiles checks that files with damaged bytes cause neither a panic
// nor long work.
func TestDamagedFiles(t *testing.T) {
	trials := 50
	if effort.Full() {
		trials = 2000
	}
	for _, name := range []string{"openpyxl.xls", "xlwt.xls", "openpyxl.ods", "odfpy.ods", "openpyxl.xlsx"} {
		content, err := os.ReadFile("testdata/" + name)
		if err != nil {
			t.Fatal(err)
		}
		rng := rand.New(rand.NewPCG(1, uint64(len(content))))
		for i := range trials {
			damaged := damage(rng, content)
			start := time.Now()
			readAll(name, damaged)
			if took := time.Since(start); took > slower*5*time.Second {
				t.Errorf("%s, trial %d: %v", name, i, took)
			}
		}
	}
}

// damage changes some bytes, repeats or leaves out a part, or cuts off the end.
func damage(rng *rand.Rand, content []byte) []byte {
	b := bytes.Clone(content)
	switch rng.IntN(6) {
	case 0:
		return b[:rng.IntN(len(b))]
	case 1:
		from := rng.IntN(len(b))
		return append(b[:from], content[rng.IntN(len(b)):]...)
	}
	for range 1 + rng.IntN(20) {
		b[rng.IntN(len(b))] = byte(rng.Uint32())
	}
	return b
}

// mostCell is the limit of the text of a cell, in bytes.
const mostCell = 128 << 10

// FuzzFile checks that no file causes a panic or an endless value.
func FuzzFile(f *testing.F) {
	for _, name := range []string{"openpyxl.xls", "odfpy.ods"} {
		content, err := os.ReadFile("testdata/" + name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(name, content)
	}
	f.Add("a.csv", []byte("\xEF\xBB\xBF<html><table><tr><td>Организация</td></tr><tr><td>ООО</td></tr></table>"))
	f.Add("a.xls", []byte("\x09\x08\x10\x00\x00\x06\x05\x00"))
	f.Fuzz(func(t *testing.T, name string, content []byte) {
		if longest := readAll(name, content); longest > 2*mostCell {
			t.Fatalf("a value of %d bytes", longest)
		}
	})
}

// FuzzODS checks that no content of a spreadsheet causes a panic.
func FuzzODS(f *testing.F) {
	f.Add(`<number:number-style style:name="N"><number:number number:min-integer-digits="6"/></number:number-style>`,
		odsHeader+`<table:table-row table:number-rows-repeated="3"><table:table-cell table:number-rows-spanned="2" `+
			`table:number-columns-repeated="2" office:value-type="float" office:value="7"/></table:table-row>`)
	f.Add(``, `<table:table-column table:visibility="collapse" table:number-columns-repeated="5"/><table:table-row>`+
		`<table:covered-table-cell/>`+odsText(`а<text:s text:c="9"/>`)+`</table:table-row>`)
	f.Fuzz(func(t *testing.T, styles, rows string) {
		src := odsStyled(t, styles, rows)
		content := make([]byte, src.Size)
		if _, err := src.Data.ReadAt(content, 0); err != nil {
			t.Fatal(err)
		}
		readAll("a.ods", content)
	})
}
