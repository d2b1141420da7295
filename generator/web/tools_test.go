package web

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"mime/multipart"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"protokol/generator"
)

// send sends a form with files. A name with "@" is that of an input for files.
func (p *page) send(path string, parts ...[3]string) (int, string) {
	p.Helper()
	var b bytes.Buffer
	w := multipart.NewWriter(&b)
	for _, part := range parts {
		var to io.Writer
		var err error
		if name, ok := strings.CutPrefix(part[0], "@"); ok {
			to, err = w.CreateFormFile(name, part[1])
		} else {
			to, err = w.CreateFormField(part[0])
		}
		if err == nil {
			_, err = io.WriteString(to, part[2])
		}
		if err != nil {
			p.Fatal(err)
		}
	}
	w.Close()
	return p.answer(p.Client.Post(p.url+path, w.FormDataContentType(), &b))
}

const protocol = "Протокол № 3 от 12.03.2026"

// printed serves a folder with a meeting whose protocol is printed.
func printed(t *testing.T) *page {
	p := open(t, map[string]string{"m.toml": meeting})
	status, body := p.post("/api/print", map[string]any{"file": "m.toml", "kinds": []string{"protocol"},
		"formats": []string{"pdf", "docx"}})
	if status != 200 || !strings.Contains(body, protocol+".pdf") || !strings.Contains(body, ".docx") {
		t.Fatal(status, body)
	}
	return p
}

func TestPaper(t *testing.T) {
	p := open(t, map[string]string{"m.toml": meeting, "bad.toml": "number = 5\n[[agenda]]\n"})
	for query, begins := range map[string]string{"kind=protocol&format=pdf": "%PDF",
		"kind=protocol&format=docx": "PK"} {
		answer := p.request("GET", "/paper/m.toml?"+query, "", nil)
		body, err := io.ReadAll(answer.Body)
		if err != nil || answer.StatusCode != 200 || !bytes.HasPrefix(body, []byte(begins)) {
			t.Error(query, answer.Status, err)
		}
		if name := answer.Header.Get("Content-Disposition"); !strings.Contains(name, "filename*=utf-8''") {
			t.Error(query, name)
		}
	}
	for _, bad := range []string{"m.toml?kind=none&format=pdf", "m.toml?kind=letter&format=pdf",
		"bad.toml?kind=protocol&format=pdf", "none.toml?kind=protocol&format=pdf"} {
		if status, body := p.get("/paper/" + bad); status < 400 || status >= 500 {
			t.Error(bad, status, body)
		}
	}
}

// TestOptions checks that the page requests the questions of an extract.
func TestOptions(t *testing.T) {
	p := open(t, map[string]string{"m.toml": meeting})
	shown := func(items string) (string, string) {
		_, body := p.post("/api/preview", map[string]any{"file": "m.toml", "kind": "extract",
			"options": map[string]any{"items": items}})
		s := p.state(body)
		if s.Preview == nil || len(s.Preview.Pages) == 0 {
			return "", body
		}
		return s.Preview.Pages[0].SVG, body
	}
	if svg, body := shown("1"); !strings.Contains(svg, "agenda[0].title") || strings.Contains(svg, "agenda[1].title") ||
		!strings.Contains(body, `"kind":"extract"`) {
		t.Error("the first question:", body)
	}
	for _, bad := range []string{"первый", "7"} {
		if _, body := shown(bad); !strings.Contains(body, `"note"`) && !strings.Contains(body, `"warning":false`) {
			t.Error("questions", bad, body)
		}
	}
	if status, _ := p.get("/paper/m.toml?kind=extract&format=pdf&items=1"); status != 200 {
		t.Error("the PDF:", status)
	}
}

// TestPreview: only changed pages are sent, and doubts stand among the problems.
func TestPreview(t *testing.T) {
	p := open(t, map[string]string{"m.toml": meeting})
	_, body := p.post("/api/preview", map[string]any{"file": "m.toml", "kind": "protocol"})
	first := p.state(body)
	if first.Preview == nil || len(first.Preview.Pages) != 1 || !strings.Contains(first.Preview.Pages[0].SVG, "<svg") {
		t.Fatal(body)
	}
	known := []string{first.Preview.Pages[0].Digest}
	_, body = p.post("/api/preview", map[string]any{"file": "m.toml", "kind": "protocol", "known": known})
	if again := p.state(body).Preview; again.Pages[0].SVG != "" || again.Pages[0].Digest != known[0] {
		t.Error("the page is sent again")
	}
	_, body = p.post("/api/edit", map[string]any{"file": "m.toml", "version": first.Version, "kind": "protocol",
		"known": known, "do": "set", "path": []any{"agenda", 1, "title"}, "value": "Совсем иное"})
	if changed := p.state(body).Preview; !strings.Contains(changed.Pages[0].SVG, "data-key=\"agenda[1].title\"") {
		t.Error("the changed page is not sent")
	}
	if status, css := p.get("/fonts/fonts.css"); status != 200 || !strings.Contains(css, "@font-face") {
		t.Error("fonts", status)
	}
	if status, font := p.get("/fonts/LiberationSerif.ttf"); status != 200 || len(font) < 10_000 {
		t.Error("font", status, len(font))
	}
}

func TestRows(t *testing.T) {
	p := printed(t)
	row := func(want string) {
		t.Helper()
		if status, body := p.get("/api/row?file=m.toml"); status != 200 || !strings.Contains(body, want) {
			t.Errorf("%d %s, want %s", status, body, want)
		}
	}
	row(`"printed","text":"напечатан; PDF сверен с файлом"`)
	p.edit("m.toml", "set", "Другое", "agenda", 1, "title")
	row("изменён после печати")
	if err := os.WriteFile(filepath.Join(p.dir, protocol+".docx"), []byte("other"), 0o666); err != nil {
		t.Fatal(err)
	}
	row("DOCX правили вручную")
	if err := os.WriteFile(filepath.Join(p.dir, protocol+".pdf"), []byte("%PDF-1.7\nbroken"), 0o666); err != nil {
		t.Fatal(err)
	}
	row("PDF с файлом не сверен: файл обрезан")
	p.edit("m.toml", "set", "", "agenda", 1, "title")
	row("черновик, исправить: 1")
	if status, body := p.post("/api/print", map[string]any{"file": "m.toml", "kinds": []string{"protocol"},
		"formats": []string{"docx"}}); status != http.StatusUnprocessableEntity {
		t.Error("printed with errors:", status, body)
	}
}

// TestFaults: errors of the disk are reported without folders and temporary names.
func TestFaults(t *testing.T) {
	full := func(name string) error { return &fs.PathError{Op: "write", Path: name, Err: syscall.ENOSPC} }
	link := func(old, name string) error {
		return &os.LinkError{Op: "rename", Old: old, New: name, Err: syscall.EXDEV}
	}
	for _, c := range []struct {
		err  error
		want string
	}{
		{full("/home/a/.protokol-X"), "На диске не осталось места."},
		{full("/home/a/Протокол.pdf"), "«Протокол.pdf»: на диске не осталось места."},
		{full("с"), "«с»: на диске не осталось места."}, // «с» is a word here, not the name of the file
		{link("/home/a/.protokol-X", "/home/a/Протокол.pdf"),
			"«Протокол.pdf»: " + generator.ErrorText(syscall.EXDEV) + "."},
		{errors.Join(full("/home/a/1.pdf"), link("/home/b/2.pdf", "/home/b/.2")),
			"«1.pdf»: на диске не осталось места\n" + generator.ErrorText(syscall.EXDEV) + "."},
	} {
		if got := sentenceOf(fmt.Errorf("%w", c.err)); got != c.want {
			t.Error(got)
		}
	}
}

// TestPlace checks that a problem names its place as the form does, and that a list of choices
// offers the values it lacks.
func TestPlace(t *testing.T) {
	p := open(t, map[string]string{"m.toml": meeting, "protokol.toml": "formats = [\"pdf\"]\n"})
	if state := p.edit("m.toml", "set", "", "agenda", 1, "title"); len(state.Problems) == 0 ||
		state.Problems[0].Place != "вопрос 2" {
		t.Errorf("%+v", state.Problems)
	}
	p.edit("protokol.toml", "insert", "", "formats", 1)
	if got := p.file("protokol.toml"); got != "formats = [\"pdf\", \"docx\"]\n" {
		t.Error(got)
	}
	_, body := p.get("/edit/protokol.toml")
	for _, want := range []string{`<option value="docx" selected>Word (DOCX)</option>`, `<option value="gost-2016">`} {
		if !strings.Contains(body, want) {
			t.Errorf("%s is missing in %s", want, body)
		}
	}
	if strings.Contains(body, "Pdf") {
		t.Error("a value begins a sentence")
	}
}

func TestCases(t *testing.T) {
	p := open(t, map[string]string{"m.toml": strings.Replace(meeting, "[council]", "kind = \"заседание\"\n[council]",
		1)})
	status, body := p.get("/api/cases?file=m.toml")
	if status != 200 || !strings.Contains(body, "Совета") || !strings.Contains(body,
		`[&#34;forms&#34;,&#34;Совет&#34;,&#34;genitive&#34;]`) {
		t.Error(status, body)
	}
}

func TestList(t *testing.T) {
	p := open(t, map[string]string{"a/m.toml": meeting, "m2.toml": strings.Replace(meeting, "2026-03-12",
		"2026-04-12", 1),
		"council.toml": "[council]\nname = \"Совет деда\"\n", "bad.toml": "date = ",
		"a/protokol-manifest.toml": "date = 2026-01-01"})
	_, body := p.get("/")
	first, second := strings.Index(body, `href="/edit/m2.toml"`), strings.Index(body, `href="/edit/a/m.toml"`)
	if first < 0 || second < first || strings.Contains(body, "manifest") || !strings.Contains(body, "Совет деда") {
		t.Errorf("the list:\n%s", body)
	}
	_, body = p.get("/?q=12.04.2026+плане")
	if !strings.Contains(body, "m2.toml") || strings.Contains(body, "a/m.toml") {
		t.Errorf("the search:\n%s", body)
	}
}

func TestNew(t *testing.T) {
	p := open(t, map[string]string{"m.toml": meeting})
	form := func(body string) (int, string) {
		p.Helper()
		answer := p.request("POST", "/new", body,
			map[string]string{"Content-Type": "application/x-www-form-urlencoded"})
		return answer.StatusCode, answer.Request.URL.Path
	}
	for i, want := range []string{"/edit/meeting.toml", "/edit/meeting-2.toml"} {
		if status, path := form("starter=full"); status != 200 || path != want {
			t.Error(i, status, path)
		}
	}
	if status, path := form("from=m.toml"); status != 200 || path != "/edit/meeting-4.toml" {
		t.Error("the next meeting:", status, path)
	}
	if !strings.Contains(p.file("meeting-4.toml"), `"4"`) {
		t.Errorf("its number:\n%s", p.file("meeting-4.toml"))
	}
	if status, _ := form("from=../m.toml"); status != http.StatusNotFound {
		t.Error("from outside:", status)
	}
	if status, _ := form("starter=none"); status != http.StatusUnprocessableEntity {
		t.Error("an unknown starter:", status)
	}
}

func TestTools(t *testing.T) {
	p := printed(t)
	pdf, docx := p.file(protocol+".pdf"), p.file(protocol+".docx")
	for _, c := range []struct {
		tool  string
		parts [][3]string
		want  string
	}{
		{"verify", [][3]string{{"@file", "x.pdf", pdf}}, `class="outcome good"`},
		{"verify", [][3]string{{"@file", "x.docx", docx}}, `class="outcome good"`},
		{"verify", [][3]string{{"@file", "x.pdf", "%PDF-1.7 no"}}, `class="outcome bad"`},
		{"verify", [][3]string{{"@file", "x.docx", "word"}}, "это не DOCX"},
		{"verify", [][3]string{{"@file", "x.pdf", pdf}}, "место для подписи: председатель"},
		{"source", [][3]string{{"@file", "../x.pdf", pdf}}, "x/m.toml"},
		{"signatures", [][3]string{{"paper", "", protocol + ".pdf"}}, "Председатель: не подписано"},
		{"word", [][3]string{{"@file", "бланк.docx", docx}, {"kind", "", "extract"}}, "outcome"},
		{"pdf", [][3]string{{"@file", "бланк.docx", docx}, {"no-fields", "", "1"}, {"source", "", "1"}}, "бланк.pdf"},
		{"template", [][3]string{{"@file", "x.docx", docx}, {"meeting", "", "m.toml"}}, "x (бланк).docx"},
	} {
		if status, body := p.send("/tools/"+c.tool, c.parts...); status != 200 || !strings.Contains(body, c.want) {
			t.Errorf("%s: %d %s", c.tool, status, body)
		}
	}
	if p.file("x/m.toml") != meeting {
		t.Error("the source differs")
	}
	for _, c := range []struct {
		tool  string
		parts [][3]string
	}{
		{"verify", [][3]string{{"@file", "x.txt", "x"}}},
		{"signatures", [][3]string{{"paper", "", "../x.pdf"}}},
		{"signatures", [][3]string{{"paper", "", "m.toml"}}},
		{"sign", [][3]string{{"paper", "", protocol + ".pdf"}, {"@key", "k.p12", "x"}, {"password", "", "x"}}},
		{"stamp", [][3]string{{"@file", "x.pdf", pdf}}},
		{"stamp", [][3]string{{"@file", "x.pdf", pdf}, {"@file", "x.sig", "x"}}},
		{"prepare", [][3]string{{"paper", "", protocol + ".pdf"}, {"@certificate", "x.cer", "x"}, {"field", "",
			"chair"}}},
		{"insert", [][3]string{{"paper", "", protocol + ".pdf"}, {"@signature", "x.sig", "x"}}},
		{"template", [][3]string{{"@file", "x.docx", docx}, {"meeting", "", "none.toml"}}},
		{"collect", nil},
		{"source", [][3]string{{"@file", "x.pdf", "x"}}},
		{"word", [][3]string{{"@file", "x.docx", docx}, {"meeting", "", "../m.toml"}}},
		{"insert", [][3]string{{"paper", "", protocol + ".pdf"}, {"@signature", "x.pdf", pdf}}},
	} {
		if status, body := p.send("/tools/"+c.tool, c.parts...); status < 400 || status >= 500 {
			t.Errorf("%s %v: %d %s", c.tool, c.parts[:min(1, len(c.parts))], status, body)
		}
	}
}

func TestBatch(t *testing.T) {
	p := open(t,
		map[string]string{"m.toml": meeting + "\n[invitation]\nheading = \"О вступлении\"\ntext = [\"Просим.\"]\n"})
	list := "Кому слать;ИНН\nООО «Ромашка»;7707083893\nАО «Лютик»;5\n"
	status, body := p.send("/tools/list", [3]string{"meeting", "", "m.toml"}, [3]string{"kind", "", "invitation"},
		[3]string{"@list", "список.csv", list})
	if status != 200 || !strings.Contains(body, "Кому слать") || !strings.Contains(body, "ООО «Ромашка»") {
		t.Fatal(status, body)
	}
	status, body = p.send("/api/batch/start", [3]string{"meeting", "", "m.toml"}, [3]string{"kind", "", "invitation"},
		[3]string{"column:A", "", "organization"}, [3]string{"column:B", "", "inn"}, [3]string{"zip", "", "1"},
		[3]string{"list-version", "", version([]byte(list))})
	if status != 200 {
		t.Fatal(status, body)
	}
	var state struct {
		Running     bool
		Done, Total int
		Result      string
	}
	for start := time.Now(); ; time.Sleep(20 * time.Millisecond) {
		if _, body = p.get("/api/batch"); json.Unmarshal([]byte(body), &state) != nil ||
			time.Since(start) > time.Minute {
			t.Fatal(body)
		}
		if !state.Running {
			break
		}
	}
	if state.Total != 2 || !strings.Contains(state.Result, "ИНН") || !strings.Contains(state.Result, ".zip") {
		t.Errorf("%+v", state)
	}
	if files, _ := filepath.Glob(filepath.Join(p.dir, "письма", "*Ромашка*.pdf")); len(files) != 1 {
		t.Error("letters:", files)
	}
	if status, _ := p.send("/api/batch/stop"); status == 200 {
		t.Error("stopped by a form")
	}
}
