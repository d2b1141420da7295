package list

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"protokol/generator/diag"
	"protokol/generator/internal/printable"
)

// addressGap is a part that an address lacks.
type addressGap struct {
	name  string
	lacks func(address string) bool
}

var addressGaps = []addressGap{{"дома", lacksHouse}, {"населённого пункта", lacksTown}}

// lacksHouse reports an address without a number, except that of the post office.
func lacksHouse(address string) bool { return countDigits(postcode.ReplaceAllString(address, "")) == 0 }

var postcode = regexp.MustCompile(`(?:^|[^\d])\d{6}(?:$|[^\d])`)

// lacksTown reports an address that begins with a street or with a number and has neither
// the number of a post office nor a word for a kind of place.
func lacksTown(address string) bool {
	first, _, _ := strings.Cut(address, ",")
	return !postcode.MatchString(address) && !locality.MatchString(address) && !beforeCity.MatchString(address) &&
		(countDigits(first) > 0 || street.MatchString(strings.ToLower(first)))
}

// street finds a word for a kind of street.
var street = regexp.MustCompile(`(?:^|[ ,])(?:ул|пр|пр-т|просп|пер|наб|б-р|ш)\.|улица|проспект|переулок|шоссе`)

// learnAddresses finds which parts most addresses of a column have: an address without them is suspicious. Lists of
// the municipalities of a region have no houses.
func (l *List) learnAddresses(sample []row) {
	for _, key := range []string{"address", "postal_address"} {
		column := l.columnOf(key)
		if column < 0 || column >= l.physical || l.parts != nil {
			continue
		}
		for _, gap := range addressGaps {
			filled, whole := 0, 0
			for _, r := range sample {
				if column >= len(r.Cells) || strings.TrimSpace(r.Cells[column].Text) == "" || r.filled < 2 {
					continue
				}
				if filled++; !gap.lacks(r.Cells[column].Text) {
					whole++
				}
			}
			if filled > 1 && whole*2 >= filled {
				l.gaps = append(l.gaps, columnGap{column, gap})
			}
		}
	}
}

// columnGap is a part that most addresses of a column have.
type columnGap struct {
	column int
	addressGap
}

// doubtGaps reports an address that lacks what most others of its column have.
func (l *List) doubtGaps(record *Record) {
	for _, gap := range l.gaps {
		value := record.values[gap.column]
		if value == "" || !gap.lacks(value) || record.Get("city") != "" || l.refersToOther(gap.column, value) {
			continue
		}
		record.addProblem(record.cellLocation(gap.column), diag.Warning,
			fmt.Sprintf("«%s»: в адресе нет %s", printable.Excerpt(value, 40), gap.name), "впишите адрес целиком")
	}
}

// refersToOther reports whether a value says that the address is that of another column.
func (l *List) refersToOther(column int, value string) bool {
	return RefersToAddress(value) && slices.ContainsFunc(l.Columns[:l.physical], func(c Column) bool {
		return c != l.Columns[column] && strings.Contains(strings.ToLower(c.Title), "адр")
	})
}
