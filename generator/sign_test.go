package generator

import (
	"strings"
	"testing"
	"time"

	"protokol/generator/internal/cms"
	"protokol/generator/internal/cms/cmstest"
	"protokol/generator/internal/signature"
)

// TestCertificateNotValid: nothing is signed with a certificate that makes the signature
// invalid from the first day.
func TestCertificateNotValid(t *testing.T) {
	g := newTestGenerator(t, Config{})
	by := cmstest.RSA(t, "Иванов", "Иван Иванович")
	key := Key{cms.Signer{Key: by.Key, Certificate: by.Certificate}}
	for want, at := range map[string]time.Time{
		"действовал до 01.04.2099": cmstest.NotAfter.Add(time.Hour),
		"действует с 01.01.2026":   cmstest.NotBefore.Add(-time.Hour),
	} {
		r := SignRequest{Field: "chair", Time: at}
		if _, err := g.Sign(nil, key, r); err == nil || !strings.Contains(err.Error(), want) {
			t.Error("signed:", err)
		}
		if _, err := g.Prepare(nil, by.Certificate, r); err == nil || !strings.Contains(err.Error(), want) {
			t.Error("prepared:", err)
		}
	}
}

// TestValidityInZone: the days of a certificate are those of the mark, in the zone of the
// time of signing. The error names the certificate and its file.
func TestValidityInZone(t *testing.T) {
	owner := signature.Owner{Name: "Ильин Олег", From: time.Date(2025, 3, 1, 21, 30, 0, 0, time.UTC),
		Until: time.Date(2026, 3, 1, 21, 30, 0, 0, time.UTC)}
	moscow := time.FixedZone("", 3*60*60)
	for want, at := range map[string]time.Time{
		"к.p12: сертификат (Ильин Олег) действовал до 02.03.2026": owner.Until.Add(time.Hour).In(moscow),
		"к.p12: сертификат (Ильин Олег) действовал до 01.03.2026": owner.Until.Add(time.Hour),
		"к.p12: сертификат (Ильин Олег) действует с 02.03.2025":   owner.From.Add(-time.Hour).In(moscow),
		"к.p12: сертификат (Ильин Олег) действует с 01.03.2025":   owner.From.Add(-time.Hour),
	} {
		_, err := SignRequest{Field: "chair", Time: at, CertificateFile: "к.p12"}.options(owner)
		if err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%v, want %s", err, want)
		}
	}
}
