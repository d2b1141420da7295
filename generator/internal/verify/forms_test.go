package verify

import (
	"fmt"
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
