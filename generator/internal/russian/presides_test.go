package russian

import "testing"

func TestPresides(t *testing.T) {
	for _, test := range []struct {
		position, body string
		want           bool
	}{
		{"Председатель Совета", "Совета руководителей школ", true},
		{"председатель совета", "Совета", true},
		{"председатель Совет", "Совета", false},
		{"председатель комитета образования", "Совета", false},
		{"директор", "Совета", false},
		{"председатель", "Совета", false},
	} {
		if got := Presides(test.position, func() string { return test.body }); got != test.want {
			t.Errorf("%s of %s: %v", test.position, test.body, got)
		}
	}
}
