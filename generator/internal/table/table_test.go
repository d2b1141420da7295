package table

import "testing"

func TestColumnName(t *testing.T) {
	for i, want := range map[int]string{
		0: "A", 25: "Z", 26: "AA", 51: "AZ", 52: "BA", 701: "ZZ", 702: "AAA", 16383: "XFD",
	} {
		if got := ColumnName(i); got != want {
			t.Errorf("%d: %s", i, got)
		}
		if column, row, ok := parseReference(want + "17"); column != i || row != 17 || !ok {
			t.Errorf("%s: %d, %d", want, column, row)
		}
	}
}
