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
	for _, kind := range []string{"custom-properties", "customProperties"} { // transitional, strict
		readsProperties(t, kind)
	}
}

func readsProperties(t *testing.T, kind string) {
	t.Helper()
	words, err := reader.ReadWords(t.Context(), docx(t, "", map[string]string{
		"_rels/.rels": fmt.Sprintf(relationships, related("officeDocument", "word/document.xml")+
			related("core-properties", "docProps/core.xml")+related(kind, "docProps/custom.xml")),
		"docProps/core.xml": `<coreProperties><title>Протокол <b/>отменён</title> между <subject/></coreProperties>`,
		"docProps/custom.xml": `<Properties><property name="Гриф"><vector><i4>1</i4><lpwstr>да</lpwstr></vector>` +
			`</property><property name="KSOProductBuildVer"><lpwstr>1</lpwstr></property></Properties>`,
	}))
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{"название": "Протокол отменён", "Гриф": "1 да"}
	if !maps.Equal(words.Properties, want) || len(words.Outside) > 0 {
		t.Errorf("%s: %q, %q", kind, words.Properties, words.Outside)
	}
}

// TestCommentsOnTheWhole: parts that ONLYOFFICE and R7 write for comments are known.
func TestCommentsOnTheWhole(t *testing.T) {
	var beside string
	for _, kind := range []string{"commentsDocument", "commentsExtendedDocument", "commentsIdsDocument",
		"commentsExtensibleDocument", "commentsUserData", "peopleDocument"} {
		beside += `<Relationship Id="` + kind + `" Type="http://schemas.onlyoffice.com/` + kind + `" Target="x.xml"/>`
	}
	words, err := reader.ReadWords(t.Context(), docx(t, "", map[string]string{
		"word/_rels/document.xml.rels": fmt.Sprintf(relationships, beside), "word/x.xml": "<x/>"}))
	if err != nil || len(words.Outside) > 0 || !words.Comments {
		t.Errorf("%v, %+v", err, words)
	}
}
