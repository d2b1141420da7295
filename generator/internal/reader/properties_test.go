package reader_test

import (
	"fmt"
	"maps"
	"testing"

	"protokol/generator/internal/reader"
)

// TestProperties: the texts of properties are read whole, in whatever elements they
// stand.
func TestProperties(t *testing.T) {
	words, err := reader.ReadWords(docx(t, "", map[string]string{
		"_rels/.rels": fmt.Sprintf(relationships, related("officeDocument", "word/document.xml")+
			related("core-properties", "docProps/core.xml")+related("custom-properties", "docProps/custom.xml")),
		"docProps/core.xml": `<coreProperties><title>Протокол <b/>отменён</title> между <subject/></coreProperties>`,
		"docProps/custom.xml": `<Properties><property name="Гриф"><vector><i4>1</i4><lpwstr>да</lpwstr></vector>` +
			`</property><property name="KSOProductBuildVer"><lpwstr>1</lpwstr></property></Properties>`,
	}))
	if err != nil {
		t.Fatal(err)
	}
	if want := map[string]string{"название": "Протокол отменён", "Гриф": "1 да"}; !maps.Equal(words.Properties, want) {
		t.Errorf("%q", words.Properties)
	}
}
