package command

import (
	"encoding/pem"
	"os"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"software.sslmate.com/src/go-pkcs12"

	"protokol/generator/internal/cms/cmstest"
)

// writeKeys puts the keys of a chair and a secretary into the folder of a
// script: chair.p12, chair.cer; the password is "пароль".
func writeKeys(t testing.TB, env *testscript.Env) error {
	for name, p := range map[string]cmstest.Identity{
		"chair":     cmstest.RSA(t, "Первый", "Иван Иванович"),
		"secretary": cmstest.ECDSA(t, "Вторая", "Мария Петровна"),
	} {
		container, err := pkcs12.Modern.Encode(p.Key, p.Certificate, nil, "пароль")
		if err != nil {
			return err
		}
		certificate := pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: p.Certificate.Raw})
		for extension, data := range map[string][]byte{".p12": container, ".cer": certificate} {
			if err := os.WriteFile(filepath.Join(env.WorkDir, name+extension), data, 0o600); err != nil {
				return err
			}
		}
	}
	return nil
}
