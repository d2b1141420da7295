package table

import (
	"bytes"
	"strings"
	"testing"
)

// TestScanBytesChunks checks that the statistics do not depend on where the
// reader splits the file.
func TestScanBytesChunks(t *testing.T) {
	content := []byte(strings.Repeat("Ромашка\n", 9000) + "\xFF\x00" + strings.Repeat("«д»", 5000) + "\xE2\x80")
	want, err := scanBytes(bytes.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	if want.invalid != 3 || want.multibyte != 126_000+30_000 || want.nuls[1]+want.nuls[0] != 1 ||
		want.firstInvalidLine != 9001 {
		t.Errorf("%+v", want)
	}
	for _, shift := range []int{1, 2, 3} {
		moved := append(bytes.Repeat([]byte("a"), shift), content...)
		got, _ := scanBytes(bytes.NewReader(moved))
		if got.invalid != want.invalid || got.multibyte != want.multibyte ||
			got.firstInvalidLine != want.firstInvalidLine {
			t.Errorf("moved by %d: %d bad, %d letters", shift, got.invalid, got.multibyte)
		}
	}
}
