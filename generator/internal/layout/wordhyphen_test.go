package layout

import (
	"slices"
	"strings"
	"testing"

	"protokol/generator/internal/flow"
	"protokol/generator/internal/shipped"
)

// TestZone: a word is divided when more than the zone is left of the line, at the last
// place that fits, also beside a tab; lines whose spaces shrink for a whole word are not
// divided (ECMA-376-1, 17.15.1.53).
func TestZone(t *testing.T) {
	const first = "на пути соответствующие"
	for name, c := range map[string]struct {
		width, zone float64
		text        string
		want        []string
	}{
		"enough is left":     {90, 18, first, []string{"на пути соответству-", "ющие"}},
		"less than the zone": {90, 80, first, []string{"на пути", "соответствующие"}},
		"no zone":            {90, 0, first, []string{"на пути", "соответствующие"}},
		"no room":            {42, 2, "на пути подъезд", []string{"на пути", "подъезд"}},
		"a tab":              {126, 18, "\t" + first, []string{"на пути соответству-", "ющие"}},
	} {
		p := wordText(c.text)
		if strings.HasPrefix(c.text, "\t") {
			p.Runs = []flow.Run{{Kind: flow.TabStop, Font: p.Font}, {Text: c.text[1:], Font: p.Font}}
		}
		p.Zone = c.zone
		got := wordLines(t, wordPaper(c.width, 500, p))[0]
		for i := range got {
			got[i] = strings.TrimSpace(strings.ReplaceAll(got[i], SoftHyphen, "-"))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %q", name, got)
		}
	}
}

// TestDividedEnds: a word that is divided between pages is told, one that is divided within a page is not.
func TestDividedEnds(t *testing.T) {
	p := wordText("на пути соответствующие")
	p.Zone = 18
	for height, want := range map[float64]string{15: "на пути соответству-", 500: ""} {
		got := Pages(wordPaper(90, height, p), shipped.Family(t))
		if got.Divided.Text != want || (len(got.Pages) == 2) != (want != "") {
			t.Errorf("%v: %d pages, %+v", height, len(got.Pages), got.Divided)
		}
	}
}

// TestDividedRows: not more lines in a row are divided than the document allows.
func TestDividedRows(t *testing.T) {
	p := wordText(strings.Repeat("соответствующие ", 12))
	p.Zone = 1
	longest := func(rows int) (longest int) {
		p.Rows = rows
		row := 0
		for _, line := range wordLines(t, wordPaper(110, 500, p))[0] {
			if row++; !strings.HasSuffix(line, SoftHyphen) {
				row = 0
			}
			longest = max(longest, row)
		}
		return longest
	}
	if free, limited := longest(0), longest(2); free <= 2 || limited != 2 {
		t.Errorf("%d and %d divided lines in a row", free, limited)
	}
}

// TestAddressBelow: Word begins an address that is wider than a line on a line of its own.
func TestAddressBelow(t *testing.T) {
	address := "https://www.example.ru/ochen/dlinnyj/put/k/stranice"
	got := wordLines(t, wordPaper(150, 500, wordText("Адрес: "+address)))[0]
	if got[0] != "Адрес:" || strings.Join(got[1:], "") != address {
		t.Errorf("%q", got)
	}
}
