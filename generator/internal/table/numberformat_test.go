package table

import "testing"

func TestNumberFormats(t *testing.T) {
	for _, test := range []struct{ code, stored, want string }{
		{"General", "123", "123"},
		{"General", "1234.50", "1234,5"},
		{"General", "0.30000000000000004", "0,3"},
		{"General", "1E-7", "0,0000001"},
		{"General", "-5", "-5"},
		{"0%", "0.07", "7%"},
		{"0.00%", "0.1234", "12,34%"},
		{"0", "12", "12"},
		{"0.00", "12", "12"},
		{"#,##0", "1234567", "1234567"},
		{"0000000000", "123456789", "0123456789"},
		{"0000000000", "12345678901", "12345678901"},
		{"000000;-000000;0", "14000", "014000"},
		{`000\-000\-000\ 00`, "12345678901", "123-456-789 01"},
		{`"+7 ("000") "000\-00\-00`, "4812123456", "+7 (481) 212-34-56"},
		{`[<=9999999]###\-####;\(###\)\ ###\-####`, "1234567", "123-4567"},
		{`[<=9999999]###\-####;\(###\)\ ###\-####`, "4812123456", "(481) 212-3456"},
		{`"№ "000`, "7", "№ 007"},
		{`0" шт."`, "7", "7"},
		{"dd.mm.yyyy", "43059", "20.11.2017"},
		{"[$-419]d mmmm yyyy;@", "43059", "20.11.2017"},
		{"dd.mm.yyyy hh:mm", "43059.5", "20.11.2017 12:00"},
		{"dd.mm.yyyy hh:mm", "43059", "20.11.2017"},
		{"h:mm", "0.5", "12:00"},
		{"mm:ss", "0.0007", "00:01"},
		{"[h]:mm", "1.5", "36:00"},
		{`[>9999999]\(000\)\ 000\-00\-00;000\-00\-00`, "4812123", "481-21-23"},
		{`[>9999999]\(000\)\ 000\-00\-00;000\-00\-00`, "4812123456", "(481) 212-34-56"},
		{"mmmm", "43059", "20.11.2017"},
		{"dd.mm.yyyy", "1", "01.01.1900"},
		{"dd.mm.yyyy", "61", "01.03.1900"},
		{"dd.mm.yyyy", "-1", "-1"},
		{"[Red]0000", "7", "0007"},
		{"[", "7", "7"},
		{`\`, "7", "7"},
		{`"`, "7", "7"},
	} {
		book := cellStyles{formats: []numberFormat{parseFormat(test.code)}, epoch: newEpoch(false)}
		if got, _ := book.parseNumber(test.stored, 0); got != test.want {
			t.Errorf("%s by %s: %q, want %q", test.stored, test.code, got, test.want)
		}
	}
	book := cellStyles{formats: []numberFormat{builtinFormat(14)}, epoch: newEpoch(true)}
	if got, _ := book.parseNumber("41597", 0); got != "20.11.2017" {
		t.Error("1904:", got)
	}
}

// FuzzNumberFormat checks that no format causes a panic.
func FuzzNumberFormat(f *testing.F) {
	f.Add("0000;[<5]#")
	f.Add(`dd\`)
	f.Fuzz(func(t *testing.T, code string) {
		book := cellStyles{formats: []numberFormat{parseFormat(code)}, epoch: newEpoch(false)}
		for _, number := range []string{"0", "1.5", "43059", "-7", "123456789012345", "1e300"} {
			book.parseNumber(number, 0)
		}
	})
}
