package reader_test

import (
	"fmt"
	"slices"
	"testing"

	"protokol/generator/internal/reader"
)

// TestTheme: words in the colors and fonts of a theme as Word writes it are seen.
func TestTheme(t *testing.T) {
	const theme = `<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements>` +
		`<a:clrScheme name="Office"><a:dk1>%s</a:dk1><a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1>` +
		`</a:clrScheme><a:fontScheme name="Office"><a:minorFont>` +
		`<a:latin typeface="Calibri" panose="020F0502020204030204"/><a:ea typeface=""/>` +
		`<a:font script="Jpan" typeface="x"/>` +
		`</a:minorFont></a:fontScheme><a:fmtScheme name="Office"/></a:themeElements></a:theme>`
	const back = `w:color="auto" w:fill="FFFFFF" w:themeFill="background1"`
	for properties, hidden := range map[string]bool{
		`<w:color w:val="000000" w:themeColor="text1"/>`:                                      false,
		`<w:color w:val="404040" w:themeColor="text1" w:themeTint="BF"/>`:                     false,
		`<w:color w:val="FFFFFF" w:themeColor="background1"/>`:                                true,
		`<w:color w:val="000000" w:themeColor="accent1"/>`:                                    true, // not known
		`<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>`:                     false,
		`<w:rFonts w:asciiTheme="minorEastAsia"/>`:                                            true,
		`<w:color w:val="FFFFFF" w:themeColor="background1"/><w:shd w:fill="000000"/>`:        false,
		`<w:shd w:val="clear" w:fill="000000" w:themeFill="text1"/><w:color w:val="000000"/>`: true,
		`<w:shd w:val="clear" ` + back + `/>`:                                                 false,
		`<w:shd w:val="clear" ` + back + ` w:themeFillShade="x"/>`:                            true,
	} {
		for _, black := range []string{`<a:sysClr val="windowText" lastClr="000000"/>`, `<a:srgbClr val="000000"/>`} {
			body := `<w:p><w:r><w:rPr>` + properties + `</w:rPr><w:t>слово</w:t></w:r></w:p>`
			words, err := reader.ReadWords(t.Context(), docx(t, body,
				map[string]string{
					"word/_rels/document.xml.rels": fmt.Sprintf(relationships, related("theme", "theme.xml")),
					"word/theme.xml":               fmt.Sprintf(theme, black),
				}))
			if err != nil {
				t.Fatal(properties, err)
			}
			if got := slices.Contains(words.Hidden, "слово"); got != hidden {
				t.Errorf("%s, %s: hidden %v", black, properties, got)
			}
		}
	}
}

// TestOddSpaces: spaces that some programs do not show part words as others do, so that a paper
// without a source keeps its words, and are named.
func TestOddSpaces(t *testing.T) {
	words, err := reader.ReadWords(t.Context(), docx(t, "<w:p>"+text("5\u200aкг и 6\u2028т")+"</w:p>", nil))
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"пробел U+200A, который часть программ не показывает, после слова «5»",
		"пробел U+2028, который часть программ не показывает, после слова «6»"}
	if !slices.Equal(words.Body, []string{"5 кг и 6 т"}) || !slices.Equal(words.Outside, want) {
		t.Errorf("%q, %q", words.Body, words.Outside)
	}
}
