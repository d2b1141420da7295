package generator

import (
	"errors"
	"path/filepath"
	"testing"
)

// TestSaveSignedDOCX: a DOCX with a signature is kept because it is signed, not because it
// was edited.
func TestSaveSignedDOCX(t *testing.T) {
	name := filepath.Join(t.TempDir(), "Протокол.docx")
	save := func(data string) error { return Save(t.Context(), []Output{{Path: name, Data: []byte(data)}}, false) }
	if err := save("PK _xmlsignatures/sig1.xml"); err != nil {
		t.Fatal(err)
	}
	var signed SignedError
	if err := save("PK word/document.xml"); !errors.As(err, &signed) {
		t.Errorf("%v", err)
	}
}
