package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// prepare does what happens outside of the program before a command: forms are
// filled in, a key is issued, another program signs.
func (r *reader) prepare(line string) {
	switch {
	case strings.HasPrefix(line, "protokol word from"):
		r.copy("templates/old.docx", "Протокол № 5.docx")
		r.check(os.MkdirAll("templates", 0o777))
		for _, name := range []string{"meeting.toml", "protocol.docx", "letter.docx", "application.docx"} {
			r.copy("templates/"+name, filepath.Join("templates", name))
		}
	case strings.Contains(line, "--to список.xlsx"):
		r.copy("handbook/list.xlsx", "список.xlsx")
	case strings.HasPrefix(line, "protokol collect"):
		r.fillForms()
	case strings.Contains(line, " --p12 "):
		r.makeKey()
	case strings.Contains(line, " --external insert "):
		r.signOutside(word.FindAllString(line, -1)[4], ".bin")
	case strings.HasPrefix(line, "protokol stamp "):
		r.signOutside(word.FindAllString(line, -1)[2], ".pdf")
	}
}

// fillForms fills an application and a consent and puts them into one folder.
func (r *reader) fillForms() {
	r.check(os.MkdirAll("ответы", 0o777))
	mustForge(r.T, "fill", "Заявление о вступлении, для заполнения.pdf", "ответы/Лоза.pdf",
		"applicant.name", "Общество с ограниченной ответственностью «Лоза»",
		"applicant.short_name", "ООО «Лоза»", "applicant.inn", "6732000017", "applicant.ogrn", "1026701421438",
		"applicant.email", "loza@example.org", "applicant.address", "216500, г. Озёрск, ул. Садовая, д. 3",
		"applicant.postal_same", "on", "applicant.head.name", "Травина Вера Ильинична", "applicant.head.position",
		"директор",
		"applicant.date", "20.04.2026")
	mustForge(r.T, "fill", "Согласие на обработку персональных данных, для заполнения.pdf", "ответы/Травина.pdf",
		"consent.subject.name", "Травина Вера Ильинична", "consent.subject.address", "г. Озёрск",
		"consent.date", "20.04.2026")
}

// makeKey makes the key and the certificate of the chair.
func (r *reader) makeKey() {
	r.openssl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "key.pem", "-out", "сертификат.cer",
		"-days", "400", "-utf8", "-subj", "/CN=Соколова Елена Викторовна/SN=Соколова/GN=Елена Викторовна")
	r.openssl("pkcs12", "-export", "-inkey", "key.pem", "-in", "сертификат.cer", "-out", "ключ.pfx",
		"-passout", "env:"+passwordVariable)
}

// signOutside makes a detached signature beside a PDF.
func (r *reader) signOutside(name, what string) {
	name = strings.TrimSuffix(strings.Trim(name, `"`), ".pdf")
	r.openssl("cms", "-sign", "-cades", "-binary", "-md", "sha256", "-outform", "DER",
		"-signer", "сертификат.cer", "-inkey", "key.pem", "-in", name+what, "-out", name+".pdf.sig")
}

// openssl runs OpenSSL. Without it the rest of the handbook is skipped.
func (r *reader) openssl(args ...string) {
	r.Helper()
	if _, err := exec.LookPath("openssl"); err != nil {
		r.unsigned = true
		return
	}
	if out, err := exec.Command("openssl", args...).CombinedOutput(); err != nil {
		r.Fatalf("openssl %v: %v\n%s", args, err, out)
	}
}
