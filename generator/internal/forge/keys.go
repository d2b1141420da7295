package main

import (
	"crypto/sha256"
	"encoding/pem"
	"fmt"
	"os"
	"path/filepath"

	"software.sslmate.com/src/go-pkcs12"

	"protokol/generator/internal/cms"
	"protokol/generator/internal/cms/cmstest"
	"protokol/generator/internal/reader/readertest"
)

// failer implements cmstest.Failer by exiting.
type failer struct{}

func (failer) Helper() {}

func (failer) Fatal(args ...any) {
	fmt.Fprintln(os.Stderr, append([]any{"forge:"}, args...)...)
	os.Exit(1)
}

// writeKeys writes the keys and the certificates of a chair and a secretary:
// chair.p12, chair.cer.
func writeKeys(folder, password string) error {
	for name, p := range map[string]cmstest.Identity{
		"chair":     cmstest.RSA(failer{}, "Первый", "Иван Иванович"),
		"secretary": cmstest.ECDSA(failer{}, "Вторая", "Мария Петровна"),
	} {
		container, err := pkcs12.Modern.Encode(p.Key, p.Certificate, nil, password)
		if err != nil {
			return err
		}
		certificate := pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: p.Certificate.Raw})
		for extension, data := range map[string][]byte{".p12": container, ".cer": certificate} {
			if err := os.WriteFile(filepath.Join(folder, name+extension), data, 0o600); err != nil {
				return err
			}
		}
	}
	return nil
}

// writeBombs writes hostile papers, each with a detached signature, and the
// signing key: NAME.pdf, NAME.pdf.sig, key.p12. The password is "x".
func writeBombs(in, folder string, names []string) error {
	paper, err := os.ReadFile(in)
	if err != nil {
		return err
	}
	if len(names) == 0 {
		names = readertest.BombNames()
	}
	by := cmstest.ECDSA(failer{}, "Первый", "Иван Иванович")
	container, err := pkcs12.Modern.Encode(by.Key, by.Certificate, nil, "x")
	if err != nil {
		return err
	}
	files := map[string][]byte{"key.p12": container}
	for _, name := range names {
		bomb, err := readertest.Bomb(paper, name)
		if err != nil {
			return err
		}
		files[name+".pdf"] = bomb
		made, err := cms.Sign(sha256.Sum256(bomb), cms.Signer{Key: by.Key, Certificate: by.Certificate})
		if err != nil {
			return err
		}
		files[name+".pdf.sig"] = made
	}
	for name, data := range files {
		if err := os.WriteFile(filepath.Join(folder, name), data, 0o666); err != nil {
			return err
		}
	}
	return nil
}
