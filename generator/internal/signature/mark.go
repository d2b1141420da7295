package signature

import (
	"crypto/x509"
	"encoding/asn1"
	"fmt"
	"time"

	"protokol/generator/internal/pdf"
)

// Owner contains the data of a certificate that a mark shows.
type Owner struct {
	Name        string
	Certificate string // its serial number
	From, Until time.Time
}

// Attributes of a person in a Russian certificate (приказ ФСБ № 795, п. 18).
var (
	oidSurname   = asn1.ObjectIdentifier{2, 5, 4, 4}
	oidGivenName = asn1.ObjectIdentifier{2, 5, 4, 42}
)

// OwnerOf reads a certificate. The certificate of an organization has the
// organization as the common name and its head in other attributes; the mark
// names the person.
func OwnerOf(c *x509.Certificate) Owner {
	serial := fmt.Sprintf("%X", c.SerialNumber.Bytes())
	o := Owner{Name: c.Subject.CommonName, Certificate: serial, From: c.NotBefore, Until: c.NotAfter}
	if len(o.Certificate) < 2 {
		o.Certificate = "00"
	}
	surname, given := "", ""
	for _, name := range c.Subject.Names {
		value, _ := name.Value.(string)
		switch {
		case name.Type.Equal(oidSurname):
			surname = value
		case name.Type.Equal(oidGivenName):
			given = value
		}
	}
	if surname != "" && given != "" {
		o.Name = surname + " " + given
	}
	o.Name = clean(o.Name)
	return o
}

const markHeading = "ДОКУМЕНТ ПОДПИСАН ЭЛЕКТРОННОЙ ПОДПИСЬЮ"

// MarkOf returns the mark of an electronic signature (ГОСТ Р 7.0.97, 5.23). The
// days of validity are those of the given zone.
func MarkOf(o Owner, zone *time.Location) pdf.Mark {
	day := func(t time.Time) string { return t.In(zone).Format("02.01.2006") }
	return pdf.Mark{
		Heading: markHeading,
		Lines: []string{
			"Сертификат " + o.Certificate,
			"Владелец " + o.Name,
			"Действителен с " + day(o.From) + " по " + day(o.Until),
		},
	}
}
