package generator

import (
	"strings"
	"testing"
	"time"

	"protokol/generator/internal/cms"
	"protokol/generator/internal/cms/cmstest"
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
