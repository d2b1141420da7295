package pdftest

import (
	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
)

// SoftHyphen is the hyphen at the end of a line that divides a word.
const SoftHyphen = "\u00ad"

// hyphen returns the hyphen that an object shows at the end of a line, which
// PDFium reads as U+0002: a soft one if its ActualText says so.
func hyphen(engine pdfium.Pdfium, object references.FPDF_PAGEOBJECT) string {
	for i := uint64(0); ; i++ {
		mark, err := engine.FPDFPageObj_GetMark(&requests.FPDFPageObj_GetMark{PageObject: object, Index: i})
		if err != nil {
			return "-"
		}
		actual, err := engine.FPDFPageObjMark_GetParamBlobValue(
			&requests.FPDFPageObjMark_GetParamBlobValue{PageObjectMark: mark.Mark, Key: "ActualText"})
		if err == nil && string(actual.Value) == "\xFE\xFF\x00\xAD" {
			return SoftHyphen
		}
	}
}
