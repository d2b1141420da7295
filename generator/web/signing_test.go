package web

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"software.sslmate.com/src/go-pkcs12"

	"protokol/generator/internal/cms"
	"protokol/generator/internal/cms/cmstest"
)

// keyOf returns a .p12 of the chair with the password "пароль".
func keyOf(t *testing.T) string {
	return containerOf(t, cmstest.RSA(t, "Иванов", "Иван Иванович"))
}

// containerOf returns a .p12 with the password "пароль".
func containerOf(t *testing.T, by cmstest.Identity) string {
	container, err := pkcs12.Modern.Encode(by.Key, by.Certificate, nil, "пароль")
	if err != nil {
		t.Fatal(err)
	}
	return string(container)
}

// TestSigned: a paper is signed with a key; the list says by whom, and whether the paper
// is still what the file says.
func TestSigned(t *testing.T) {
	p := printed(t)
	sign := func(password string) (int, string) {
		return p.send("/tools/sign", [3]string{"paper", "", protocol + ".pdf"}, [3]string{"field", "", "chair"},
			[3]string{"@key", "k.p12", keyOf(t)}, [3]string{"password", "", password})
	}
	if status, body := sign("не тот"); status != 422 || !strings.Contains(body, "ароль") {
		t.Error("a wrong password:", status, body)
	}
	signed := protocol + " (подписан).pdf"
	if status, body := sign("пароль"); status != 200 || !strings.Contains(body, signed) {
		t.Fatal(status, body)
	}
	if _, body := p.send("/tools/signatures", [3]string{"paper", "", signed}); !strings.Contains(body, "Иванов") {
		t.Error("the signatures:", body)
	}
	if _, body := p.get("/api/row?file=m.toml"); !strings.Contains(body, `"signed"`) ||
		!strings.Contains(body, "Иванов") || !strings.Contains(body, "сверен с файлом") {
		t.Error("the row:", body)
	}
	p.edit("m.toml", "set", "Другое", "agenda", 1, "title")
	if _, body := p.get("/api/row?file=m.toml"); !strings.Contains(body, `"check"`) ||
		!strings.Contains(body, "изменён после печати") {
		t.Error("the row after a change:", body)
	}
}

// TestSignedTwice: the list says who signed all copies and the files beside a paper.
func TestSignedTwice(t *testing.T) {
	p := printed(t)
	row := func(kind string, words ...string) {
		t.Helper()
		_, body := p.get("/api/row?file=m.toml")
		for _, word := range append(words, `"`+kind+`"`) {
			if !strings.Contains(body, word) {
				t.Errorf("%q is not in the row: %s", word, body)
			}
		}
	}
	chair := cmstest.RSA(t, "Иванов", "Иван Иванович")
	secretary := cmstest.RSA(t, "Петрова", "Анна Сергеевна")
	detached := func(of string, by cmstest.Identity) []byte {
		signature, err := cms.Sign(sha256.Sum256([]byte(of)), cms.Signer{Key: by.Key, Certificate: by.Certificate})
		if err != nil {
			t.Fatal(err)
		}
		return signature
	}
	write := func(name string, data []byte) {
		if err := os.WriteFile(filepath.Join(p.dir, name), data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	write(protocol+".docx.sig", detached(p.file(protocol+".docx"), secretary))
	row("printed", "напечатан; PDF сверен с файлом")
	write(protocol+".pdf.sig", detached(p.file(protocol+".pdf"), chair))
	row("signed", "Иванов", "подпись верна")
	write(protocol+".p7s", detached("другое", secretary))
	row("check", "Иванов", "НЕДЕЙСТВИТЕЛЬНА")
	for _, name := range []string{protocol + ".pdf.sig", protocol + ".p7s"} {
		if err := os.Remove(filepath.Join(p.dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	paper := protocol + ".pdf"
	for i, by := range []cmstest.Identity{chair, secretary} {
		status, body := p.send("/tools/sign", [3]string{"paper", "", paper},
			[3]string{"field", "", []string{"chair", "secretary"}[i]},
			[3]string{"@key", "k.p12", containerOf(t, by)}, [3]string{"password", "", "пароль"})
		if status != 200 {
			t.Fatal(body)
		}
		paper = protocol + " (подписан).pdf"
	}
	row("signed", "Иванов", "Петрова")
	write(protocol+" (подписан)-3.pdf", []byte(p.file(paper)[:2000]))
	row("signed", "Петрова")
	write(protocol+" (подписан)-2.pdf", []byte(p.file(paper)[:2000]))
	write(paper, []byte(p.file(paper)[:2000]))
	row("check", "подписи не прочесть")
}

// TestSignedAgain: of signed copies, the list shows that of the present print, not an earlier one with more
// signatures, and not one that is damaged.
func TestSignedAgain(t *testing.T) {
	p := printed(t)
	chair := cmstest.RSA(t, "Иванов", "Иван Иванович")
	secretary := cmstest.RSA(t, "Петрова", "Анна Сергеевна")
	sign := func(paper, field string, by cmstest.Identity) {
		t.Helper()
		if status, body := p.send("/tools/sign", [3]string{"paper", "", paper}, [3]string{"field", "", field},
			[3]string{"@key", "k.p12", containerOf(t, by)}, [3]string{"password", "", "пароль"}); status != 200 {
			t.Fatal(body)
		}
	}
	row := func(want, other string) {
		t.Helper()
		if _, body := p.get("/api/row?file=m.toml"); !strings.Contains(body, want) || strings.Contains(body, other) {
			t.Errorf("%s or no %s in the row: %s", other, want, body)
		}
	}
	printed := p.file(protocol + ".pdf")
	sign(protocol+".pdf", "chair", chair)
	sign(protocol+" (подписан).pdf", "secretary", secretary)
	again := strings.Replace(printed, "%%EOF", "%%EOF\n", 1)
	if err := os.WriteFile(filepath.Join(p.dir, protocol+".pdf"), []byte(again), 0o666); err != nil {
		t.Fatal(err)
	}
	sign(protocol+".pdf", "secretary", secretary)
	row("Петрова", "Иванов")
	newest := p.file(protocol + " (подписан)-3.pdf")
	for _, size := range []int{2000, len(again), len(newest) - 100} {
		damaged := filepath.Join(p.dir, protocol+" (подписан)-4.pdf")
		if err := os.WriteFile(damaged, []byte(newest[:size]), 0o666); err != nil {
			t.Fatal(err)
		}
		row("Петрова", "не прочесть")
	}
}

// TestSignErrors: errors of signing name fields and files as the page does, and the remedy.
func TestSignErrors(t *testing.T) {
	p := printed(t)
	paper := protocol + ".pdf"
	key := keyOf(t)
	for _, c := range []struct{ tool, field, further, want string }{
		{"sign", "chair", "ltv", "Файл не подписан: нет сертификата издателя «"},
		{"sign", "chair", "", "Подписано"},
		{"sign", "chair", "", "Поле «председатель» уже подписано."},
		{"stamp", "", "", "Файл «подпись.sig»: это не подпись"},
	} {
		status, body := p.send("/tools/"+c.tool, [3]string{"paper", "", paper}, [3]string{"field", "", c.field},
			[3]string{"@key", "k.p12", key}, [3]string{"password", "", "пароль"}, [3]string{c.further, "", "1"},
			[3]string{"@file", "x.pdf", p.file(protocol + ".pdf")}, [3]string{"@file", "подпись.sig", "нет"})
		if !strings.Contains(body, c.want) {
			t.Errorf("%v: %d %s", c, status, body)
		}
		if status == 200 {
			paper = protocol + " (подписан).pdf"
		}
	}
}

// TestVerifyWith: a paper without source is proved by the file of the meeting.
func TestVerifyWith(t *testing.T) {
	p := open(t, map[string]string{"m.toml": meeting, "other.toml": strings.Replace(meeting, "О плане", "О смете", 1)})
	status, extract := p.get("/paper/m.toml?kind=extract&format=pdf&items=1")
	if status != 200 {
		t.Fatal(status, extract)
	}
	for with, want := range map[string]string{"": "не сверено", "m.toml": `class="outcome good"`,
		"other.toml": `class="outcome bad"`} {
		if _, body := p.send("/tools/verify", [3]string{"@file", "x.pdf", extract},
			[3]string{"meeting", "", with}); !strings.Contains(body, want) {
			t.Errorf("with %q: %s", with, body)
		}
	}
	if status, body := p.send("/tools/verify", [3]string{"@file", "x.pdf", extract}, [3]string{"meeting", "", "m.toml"},
		[3]string{"@list", "l.csv", "Организация\nООО «А»\n"}, [3]string{"row", "", "первая"}); status != 422 {
		t.Error("a row that is no number:", status, body)
	}
}

// TestWordPDF checks that a Word paper becomes a PDF in the folder, and that other files are
// refused.
func TestWordPDF(t *testing.T) {
	p := printed(t)
	status, body := p.send("/tools/pdf", [3]string{"@file", `C:\Документы\письмо.docx`, p.file(protocol + ".docx")})
	if status != 200 || !strings.Contains(body, "письмо.pdf") || !strings.HasPrefix(p.file("письмо.pdf"), "%PDF") {
		t.Error(status, body)
	}
	var empty bytes.Buffer
	if err := zip.NewWriter(&empty).Close(); err != nil {
		t.Fatal(err)
	}
	for _, bad := range []string{"x", empty.String()} {
		if status, body := p.send("/tools/pdf", [3]string{"@file", "x.docx", bad}); status < 400 || status >= 500 {
			t.Error("not a Word paper:", status, body)
		}
	}
}

// TestFolderWhole: of a folder that cannot be written to the end nothing is left.
func TestFolderWhole(t *testing.T) {
	p := open(t, map[string]string{"m.toml": meeting})
	left := 5
	p.server.Random = func() string {
		if left--; left < 0 {
			return "no/such folder"
		}
		return "part" + strconv.Itoa(left)
	}
	if status, body := p.send("/tools/export", [3]string{"folder", "", "x"}); status < 400 {
		t.Error(status, body)
	}
	if left >= 0 {
		t.Error("nothing failed")
	}
	if files, err := os.ReadDir(p.dir); err != nil || len(files) != 1 {
		t.Error(files, err)
	}
}

// TestExport: the templates lie in a new folder each time, and papers are made by them.
func TestExport(t *testing.T) {
	p := open(t, map[string]string{"m.toml": meeting})
	for _, folder := range []string{"шаблоны", "шаблоны-2"} {
		if status, body := p.send("/tools/export", [3]string{"folder", "", "x"}); status != 200 ||
			!strings.Contains(body, folder) {
			t.Error(status, body)
		}
	}
	const words = "шаблоны/partials/words-head.tmpl"
	for name, text := range map[string]string{"protokol.toml": "templates = \"шаблоны\"\n",
		words: strings.Replace(p.file(words), "{{else}}ПРОТОКОЛ", "{{else}}ЗАПИСЬ", 1)} {
		if err := os.WriteFile(filepath.Join(p.dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	_, body := p.post("/api/preview", map[string]any{"file": "m.toml", "kind": "protocol"})
	if !strings.Contains(body, "ЗАПИСЬ") {
		t.Error("the templates are not used:", body)
	}
}
