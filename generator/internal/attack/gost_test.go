package attack_test

import (
	"os"
	"path/filepath"
	"testing"

	"protokol/generator/internal/attack"
	"protokol/generator/internal/cms"
	"protokol/generator/internal/cms/cmstest"
	"protokol/generator/internal/outside"
)

// TestAttacksOnGOST: no attack on a paper with a signature by ГОСТ Р 34.10-2012 passes.
func TestAttacksOnGOST(t *testing.T) {
	for _, key := range []string{"gost2012_256", "gost2012_512"} {
		tryAttacks(t, verifier(t), gostSigner(t, key), 40, 20)
	}
}

// gostSigner signs with OpenSSL, because this program only checks such signatures.
func gostSigner(t *testing.T, key string) attack.Signer {
	t.Helper()
	openssl := outside.Program(t, "openssl")
	outside.Engine(t, openssl, "gost")
	dir := t.TempDir()
	in := func(name string) string { return filepath.Join(dir, name) }
	secret, public, content, made := in("key.pem"), in("crt.pem"), in("content"), in("sig")
	outside.Run(t, openssl, "req", "-engine", "gost", "-x509", "-newkey", key, "-pkeyopt", "paramset:A", "-nodes",
		"-keyout", secret, "-out", public, "-days", "30", "-utf8", "-subj",
		"/CN=ГБПОУ/SN=Чуранов/GN=Валерий Сергеевич")
	certificate := cmstest.ReadCertificate(t, public)
	return attack.Signer{Signer: cms.Signer{Certificate: certificate}, Time: certificate.NotBefore,
		CMS: func(signed []byte) ([]byte, error) {
			if err := os.WriteFile(content, signed, 0o600); err != nil {
				return nil, err
			}
			outside.Run(t, openssl, "cms", "-engine", "gost", "-sign", "-cades", "-binary", "-outform", "DER",
				"-in", content, "-out", made, "-signer", public, "-inkey", secret)
			return os.ReadFile(made)
		}}
}
