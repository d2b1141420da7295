package verify

import (
	"fmt"
	"strings"
	"testing"
)

// TestDeepFields: fields below more levels than are read are found as one more field, and not passed over.
func TestDeepFields(t *testing.T) {
	for _, levels := range []int{maxLevels, maxLevels + 2} {
		objects := []string{"<</Type /Catalog /AcroForm <</Fields [2 0 R]>>>>"}
		for i := range levels {
			objects = append(objects, fmt.Sprintf("<</T (k) /Kids [%d 0 R]>>", i+3))
		}
		f := fileOf(t, append(objects, "<</T (k) /FT /Tx /V (x)>>")...)
		if found := formFields(f, nil); len(found) != 1 {
			t.Errorf("%d levels: %d fields", levels, len(found))
		}
	}
}

// TestManyOptions: reading the choices of many fields ends soon after the time for the check.
func TestManyOptions(t *testing.T) {
	const count, allowed = 100, 1000
	options, fields := strings.Repeat("(x) ", count), ""
	objects := []string{""}
	for i := range count {
		fields += fmt.Sprintf("%d 0 R ", i+2)
		objects = append(objects, fmt.Sprintf("<</T (%d) /FT /Ch /Opt %d 0 R>>", i, count+2))
	}
	objects[0] = "<</Type /Catalog /AcroForm <</Fields [" + fields + "]>>>>"
	f := fileOf(t, append(objects, "["+options+"]")...)
	lookups := 0
	f.Until(func() bool { lookups++; return lookups > allowed })
	formFields(f, nil)
	if f.Err() == nil || lookups > 5*allowed {
		t.Errorf("%d lookups, error %v", lookups, f.Err())
	}
}
