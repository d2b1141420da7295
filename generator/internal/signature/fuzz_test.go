package signature

import (
	"crypto/x509"
	"testing"

	"protokol/generator/internal/pdf"
	"protokol/generator/internal/pki"
	"protokol/generator/internal/shipped"
)

// FuzzRead checks that no file causes a panic.
func FuzzRead(f *testing.F) {
	_, secretary := people(f)
	f.Add(signed(f, tiny(f), secretary, "a"))
	printer := pdf.NewPrinter(shipped.Family(f))
	copied, err := Restamp(tiny(f), []Placed{{Rect: [4]float64{0, 0, 200, 40},
		Words: MarkOf(OwnerOf(secretary.Certificate), moscow)}}, printer)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(copied)
	policy := Policy{Now: now, Trusted: pki.Pool{Roots: []*x509.Certificate{secretary.Issuer}}}
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 1<<18 {
			return
		}
		IsSigned(data)
		if marks := marksIn(data); len(marks) > 0 {
			Original(data, marks, printer)
		}
		if r, err := Read(data, policy); err == nil {
			for _, s := range r.Signatures {
				_ = s.String()
			}
		}
	})
}
