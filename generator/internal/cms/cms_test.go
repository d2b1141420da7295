package cms

import (
	"bytes"
	"crypto/sha256"
	"crypto/x509"
	"encoding/base64"
	"encoding/pem"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"protokol/generator/internal/cms/cmstest"
	"protokol/generator/internal/outside"
)

var content = []byte("Протокол № 5\n")

func signer(p cmstest.Identity) Signer {
	return Signer{Key: p.Key, Certificate: p.Certificate, Chain: []*x509.Certificate{p.Issuer}}
}

func signed(t testing.TB, p cmstest.Identity) []byte {
	t.Helper()
	der, err := Sign(sha256.Sum256(content), signer(p))
	if err != nil {
		t.Fatal(err)
	}
	return der
}

// check parses a signature and checks it against a content.
func check(t *testing.T, sig, content []byte) (*Signature, error) {
	t.Helper()
	s, err := Parse(sig)
	if err != nil {
		t.Fatal(err)
	}
	return s, s.VerifyContent(content)
}

// TestSign: our signatures are verified, deterministic, and of the form that PAdES
// requires.
func TestSign(t *testing.T) {
	for name, p := range map[string]cmstest.Identity{
		"RSA":   cmstest.RSA(t, "Чуранов", "Валерий"),
		"ECDSA": cmstest.ECDSA(t, "Чуранов", "Валерий"),
	} {
		sig := signed(t, p)
		s, err := check(t, append(bytes.Clone(sig), make([]byte, 100)...), content)
		if err != nil || !s.Certificate.Equal(p.Certificate) || len(s.Others) != 1 ||
			s.AlgorithmName() != name {
			t.Errorf("%s: %v, %s", name, err, s.AlgorithmName())
		}
		if !s.Time.IsZero() || !s.NamesCertificate() || s.Content != nil {
			t.Errorf("%s: time %v, names its certificate %v, content %q", name, s.Time, s.NamesCertificate(), s.Content)
		}
		if _, err = check(t, sig, []byte("иное")); err != ErrContent {
			t.Errorf("%s, other content: %v", name, err)
		}
		if !bytes.Equal(sig, signed(t, p)) {
			t.Errorf("%s: two signatures of one content differ", name)
		}
	}
	a, b := cmstest.ECDSA(t, "А", "А"), cmstest.ECDSA(t, "Б", "Б")
	if _, err := Sign([32]byte{}, Signer{Key: a.Key, Certificate: b.Certificate}); err == nil {
		t.Error("a foreign key signed")
	}
	if _, err := Sign([32]byte{}, signer(cmstest.Ed25519(t, "А", "А"))); err == nil ||
		!strings.Contains(err.Error(), "подойдёт ключ RSA или ECDSA") {
		t.Errorf("an Ed25519 key: %v", err)
	}
}

// TestEveryByteCounts: a changed byte of the signed attributes or of the
// signature is an error or makes it bad.
func TestEveryByteCounts(t *testing.T) {
	sig := signed(t, cmstest.ECDSA(t, "Чуранов", "Валерий"))
	s, _ := check(t, sig, content)
	for name, part := range map[string][]byte{"attributes": s.info.Signed.FullBytes, "signature": s.info.Signature} {
		from := bytes.LastIndex(sig, part)
		for i := range part {
			broken := bytes.Clone(sig)
			broken[from+i] ^= 1
			s, err := Parse(broken)
			if err != nil {
				continue
			}
			if s.VerifyContent(content) == nil {
				t.Errorf("byte %d of the %s", i, name)
			}
		}
	}
}

// files writes the person and the content for openssl.
func files(t *testing.T, p cmstest.Identity) (dir string) {
	t.Helper()
	dir = t.TempDir()
	key, err := x509.MarshalPKCS8PrivateKey(p.Key)
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{
		"key.pem": pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: key}),
		"crt.pem": pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: p.Certificate.Raw}),
		"ca.pem":  pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: p.Issuer.Raw}),
		"text":    content,
	} {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// TestOpenSSLAccepts: openssl verifies our signature as CAdES.
func TestOpenSSLAccepts(t *testing.T) {
	openssl := outside.Program(t, "openssl")
	for _, p := range []cmstest.Identity{cmstest.RSA(t, "Чуранов", "Валерий"), cmstest.ECDSA(t, "Чуранов", "Валерий")} {
		dir := files(t, p)
		in := func(name string) string { return filepath.Join(dir, name) }
		if err := os.WriteFile(in("sig"), signed(t, p), 0o600); err != nil {
			t.Fatal(err)
		}
		at := cmstest.NotBefore.Add(time.Hour).Unix()
		out := outside.Run(t, openssl, "cms", "-verify", "-cades", "-binary", "-inform", "DER", "-in", in("sig"),
			"-content", in("text"), "-CAfile", in("ca.pem"), "-purpose", "any", "-attime", strconv.FormatInt(at, 10))
		if !strings.Contains(out, "uccessful") {
			t.Error(out)
		}
	}
}

// TestReadOpenSSL: signatures made by openssl in all variants are verified.
func TestReadOpenSSL(t *testing.T) {
	openssl := outside.Program(t, "openssl")
	for name, test := range map[string]struct {
		p    cmstest.Identity
		args []string
	}{
		"RSA":           {cmstest.RSA(t, "Ч", "В"), nil},
		"CAdES":         {cmstest.RSA(t, "Ч", "В"), []string{"-cades"}},
		"PSS":           {cmstest.RSA(t, "Ч", "В"), []string{"-keyopt", "rsa_padding_mode:pss"}},
		"SHA-512":       {cmstest.RSA(t, "Ч", "В"), []string{"-md", "sha512"}},
		"SHA-1":         {cmstest.RSA(t, "Ч", "В"), []string{"-md", "sha1"}},
		"ECDSA":         {cmstest.ECDSA(t, "Ч", "В"), []string{"-md", "sha384"}},
		"key id":        {cmstest.ECDSA(t, "Ч", "В"), []string{"-keyid"}},
		"no attributes": {cmstest.RSA(t, "Ч", "В"), []string{"-noattr"}},
		"attached":      {cmstest.RSA(t, "Ч", "В"), []string{"-nodetach"}},
		"BER":           {cmstest.RSA(t, "Ч", "В"), []string{"-nodetach", "-stream"}},
	} {
		dir := files(t, test.p)
		in := func(name string) string { return filepath.Join(dir, name) }
		args := append([]string{"cms", "-sign", "-binary", "-outform", "DER", "-in", in("text"), "-out", in("sig"),
			"-signer", in("crt.pem"), "-inkey", in("key.pem")}, test.args...)
		outside.Run(t, openssl, args...)
		sig, err := os.ReadFile(in("sig"))
		if err != nil {
			t.Fatal(err)
		}
		s, err := check(t, sig, content)
		if err != nil || !s.Certificate.Equal(test.p.Certificate) {
			t.Errorf("%s: %v", name, err)
		}
		if attached := strings.Contains(strings.Join(test.args, " "), "nodetach"); attached != bytes.Equal(s.Content,
			content) {
			t.Errorf("%s: content %q", name, s.Content)
		}
		if _, err := check(t, sig, []byte("иное")); err == nil {
			t.Errorf("%s is a signature of other content", name)
		}
	}
}

// TestEd25519: a signature of pyHanko (OpenSSL 3.0 cannot make one) is verified;
// changed attributes are noticed.
func TestEd25519(t *testing.T) {
	pyhanko := outside.Program(t, "pyhanko")
	p := cmstest.Ed25519(t, "Ч", "В")
	dir := files(t, p)
	in := func(name string) string { return filepath.Join(dir, name) }
	outside.Run(t, pyhanko, "sign", "addsig", "--detach", "pemder", "--key", in("key.pem"), "--cert", in("crt.pem"),
		"--no-pass", in("text"), in("sig"))
	sig, err := os.ReadFile(in("sig"))
	if err != nil {
		t.Fatal(err)
	}
	s, err := check(t, sig, content)
	if err != nil || !s.Certificate.Equal(p.Certificate) || s.AlgorithmName() != "Ed25519" {
		t.Errorf("%v, %s", err, s.AlgorithmName())
	}
	if _, err := check(t, sig, []byte("иное")); err != ErrContent {
		t.Errorf("other content: %v", err)
	}
	sig[bytes.Index(sig, s.info.Signed.FullBytes)+len(s.info.Signed.FullBytes)-1] ^= 1
	if _, err := check(t, sig, content); err == nil {
		t.Error("a changed attribute is signed")
	}
}

// TestGOST: signatures by Russian keys of both lengths and on all curves that
// certificates use are checked, with the certificate in the signature or not.
func TestGOST(t *testing.T) {
	openssl := outside.Program(t, "openssl")
	outside.Engine(t, openssl, "gost")
	for _, key := range [][2]string{
		{"gost2012_256", "A"}, {"gost2012_256", "B"}, {"gost2012_256", "C"}, {"gost2012_256", "TCA"},
		{"gost2012_256", "TCB"},
		{"gost2012_256", "TCC"}, {"gost2012_256", "TCD"}, {"gost2012_256", "XA"}, {"gost2012_512", "A"},
		{"gost2012_512", "B"}, {"gost2012_512", "C"},
	} {
		dir := t.TempDir()
		in := func(name string) string { return filepath.Join(dir, name) }
		outside.Run(t, openssl, "req", "-engine", "gost", "-x509", "-newkey", key[0], "-pkeyopt", "paramset:"+key[1],
			"-nodes",
			"-keyout", in("key.pem"), "-out", in("crt.pem"), "-days", "30", "-utf8", "-subj",
			"/CN=ГБПОУ/SN=Чуранов/GN=Валерий Сергеевич")
		if err := os.WriteFile(in("text"), content, 0o600); err != nil {
			t.Fatal(err)
		}
		outside.Run(t, openssl, "cms", "-engine", "gost", "-sign", "-cades", "-binary", "-outform", "DER", "-in",
			in("text"), "-out", in("sig"), "-signer", in("crt.pem"), "-inkey", in("key.pem"))
		sig, err := os.ReadFile(in("sig"))
		if err != nil {
			t.Fatal(err)
		}
		s, err := check(t, sig, content)
		if err != nil || s.Certificate.Subject.CommonName != "ГБПОУ" ||
			!strings.HasPrefix(s.AlgorithmName(), "ГОСТ Р 34.10-2012") {
			t.Errorf("%v: %v, %s", key, err, s.AlgorithmName())
		}
		if _, err := check(t, sig, []byte("иное")); err != ErrContent {
			t.Errorf("%v, other content: %v", key, err)
		}
		s.info.Signature[5] ^= 1
		if s.VerifyContent(content) != errSignature {
			t.Errorf("%v: a broken signature is good", key)
		}
	}
}

// TestDecode: a .sig file holds DER, PEM, or base64 in one line or many.
func TestDecode(t *testing.T) {
	der := signed(t, cmstest.ECDSA(t, "А", "Б"))
	plain := base64.StdEncoding.EncodeToString(der)
	for name, file := range map[string][]byte{
		"DER":          der,
		"PEM":          pem.EncodeToMemory(&pem.Block{Type: "CMS", Bytes: der}),
		"base64":       []byte(plain),
		"base64 lines": []byte(plain[:64] + "\r\n" + plain[64:] + "\r\n"),
	} {
		if got, err := Decode(file); err != nil || len(got) != 1 || !bytes.Equal(got[0], der) {
			t.Errorf("%s: %v", name, err)
		}
	}
	for file, want := range map[string]string{
		"": "не подпись", "привет": "не подпись", "%PDF-1.7": "это документ", "PK\x03\x04": "это документ",
	} {
		if _, err := Decode([]byte(file)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v", file, err)
		}
	}
}

// FuzzParse: no bytes make the reader panic.
func FuzzParse(f *testing.F) {
	f.Add(signed(f, cmstest.ECDSA(f, "А", "Б")))
	f.Add([]byte{0x30, 0x80, 0x24, 0x80, 0x04, 0x01, 0x01, 0x00, 0x00, 0x00, 0x00})
	f.Add(bytes.Repeat([]byte{0x30, 0x80}, 10_000))
	f.Fuzz(func(t *testing.T, data []byte) {
		if s, err := Parse(data); err == nil {
			s.VerifyContent(data)
			s.Texts()
			s.AlgorithmName()
		}
		if token, err := ParseToken(data); err == nil {
			token.VerifyContent(data)
		}
	})
}
