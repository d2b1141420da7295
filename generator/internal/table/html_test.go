package table

import (
	"strings"
	"testing"
)

// TestOtherPages checks that pages are named in which no table can be read
// safely.
func TestOtherPages(t *testing.T) {
	const rows = `<tr><td>Организация<td>ИНН</tr><tr><td>ООО<td>1</tr>`
	for _, test := range []struct{ name, content string }{
		{"one cell", `<html><table><tr><td>Наименование</td></tr></table>`},
		{"no table", `<!doctype html><p>Организация`},
		{"two tables", `<html><table>` + rows + `</table><table>` + rows + `</table>`},
		{"nested", `<html><table><tr><td><table>` + rows + `</table></td></tr><tr><td>x</table>`},
		{"nested alone", `<html><table><tr><td><table>` + rows + `</table></td></tr></table>`},
	} {
		if _, _, err := Open(source("a.xls", test.content), Options{}); err == nil || err.Error() != pageMessage {
			t.Errorf("%s: %v", test.name, err)
		}
	}
	bomb := `<html><table>` + strings.Repeat(`<tr><td colspan=1000>a`, 50_000) + `</table>`
	if _, _, err := Open(source("a.xls", bomb), Options{}); err == nil ||
		err.Error() != "в таблице больше 2000000 ячеек" {
		t.Error("bomb:", err)
	}
}
