package web

import (
	"fmt"
	"io"
	"net/http"
	"path/filepath"
	"strings"
	"testing"
)

const script = `"><script>alert(1)</script><img src=x onerror=alert(1)>`

// TestScriptsOnScreens puts script into what the screens beside the form show: tasks,
// columns of lists, papers that are verified, names of files, outcomes of tools.
func TestScriptsOnScreens(t *testing.T) {
	text := strings.Replace(meeting, `decisions = ["Утвердить план."]`, "[[agenda.decisions]]\ntext = '"+script+
		"'\nresponsible = ['"+script+"']\ndue = 2026-03-01", 1)
	text += "\n[invitation]\nheading = '" + script + "'\ntext = ['" + script + "']\n"
	p := open(t, map[string]string{"m.toml": text, "сломан" + strings.ReplaceAll(script, "/",
		"") + ".toml": "council = ["})
	name := strings.ReplaceAll(script, `"`, "'")
	for _, path := range []string{"/tasks", "/tools", "/", "/edit/m.toml?sample=" + "%3Cscript%3E",
		"/edit/m.toml?%3Cscript%3Ealert(1)%3C/script%3E"} {
		status, body := p.get(path)
		if status != http.StatusOK {
			t.Errorf("%s: %d", path, status)
		}
		checkMarkup(t, path, body)
	}
	list := `"` + strings.ReplaceAll(script, `"`, `""`) + `";ИНН` + "\n" + `"` + strings.ReplaceAll(script,
		`"`, `""`) + `";1` + "\n"
	for tool, parts := range map[string][][3]string{
		"list":   {{"meeting", "", "m.toml"}, {"kind", "", "invitation"}, {"@list", name + ".csv", list}},
		"verify": {{"@file", name + ".pdf", "%PDF-1.7\n" + script}},
		"source": {{"@file", name + ".docx", script}}, "collect": {{"@file", name + ".pdf", script}},
		"word": {{"@file", name + ".docx", script}}, "pdf": {{"@file", name + ".docx", script}},
		"stamp":      {{"@file", name + ".pdf", script}, {"@file", name + ".sig", script}},
		"signatures": {{"paper", "", script + ".pdf"}},
		"export":     {{"folder", "", "../" + script}},
	} {
		_, body := p.send("/tools/"+tool, parts...)
		if strings.HasPrefix(strings.TrimSpace(body), "<") {
			checkTags(t, tool, body)
		}
	}
	if files, _ := filepath.Glob(filepath.Join(filepath.Dir(p.dir), "*script*")); len(files) > 0 {
		t.Error("files outside:", files)
	}
}

// TestNothingIsStored checks that browsers and proxies may cache only the faces, and that no
// answer contains the token for the next browser.
func TestNothingIsStored(t *testing.T) {
	p := open(t, map[string]string{"m.toml": meeting})
	token := p.server.sessions.token()
	for _, path := range []string{"/", "/edit/m.toml", "/tasks", "/tools", "/api/state?file=m.toml",
		"/api/row?file=m.toml", "/api/check?file=m.toml",
		"/api/cases?file=m.toml", "/api/alive", "/api/batch", "/assets/editor.js", "/none", "/edit/none.toml",
		"/paper/m.toml?kind=protocol&format=docx", "/fonts/fonts.css"} {
		answer := p.request(http.MethodGet, path, "", nil)
		_, body := p.get(path)
		if answer.Header.Get("Cache-Control") != "no-store" || answer.Header.Get("Referrer-Policy") != "no-referrer" {
			t.Errorf("%s: %v", path, answer.Header)
		}
		if strings.Contains(body, token) || strings.Contains(fmt.Sprint(answer.Header), token) {
			t.Errorf("%s holds the token", path)
		}
	}
}

// TestReplayedChange checks that a change sent again later does not undo what has been
// written since, by the page or by another program.
func TestReplayedChange(t *testing.T) {
	p := open(t, map[string]string{"m.toml": meeting})
	old := map[string]any{"file": "m.toml", "version": version([]byte(meeting)), "do": "set", "path": []any{"number"},
		"value": "7"}
	if status, body := p.post("/api/edit", old); status != http.StatusOK {
		t.Fatal(status, body)
	}
	p.edit("m.toml", "set", "8", "number")
	for range 2 {
		if status, _ := p.post("/api/edit", old); status != http.StatusConflict ||
			!strings.Contains(p.file("m.toml"), `"8"`) {
			t.Errorf("a replay: %d\n%s", status, p.file("m.toml"))
		}
	}
	remove := map[string]any{"file": "m.toml", "version": version([]byte(meeting)), "do": "remove",
		"path": []any{"agenda", 1}}
	p.post("/api/edit", remove)
	p.post("/api/edit", remove)
	if strings.Count(p.file("m.toml"), "[[agenda]]") != 1 {
		t.Errorf("a question was removed twice:\n%s", p.file("m.toml"))
	}
}

// TestKeysOfTables checks paths that mean something else to a script, and JSON whose
// keys are there twice.
func TestKeysOfTables(t *testing.T) {
	p := open(t, map[string]string{"m.toml": meeting})
	seen := `"version":"` + version([]byte(meeting)) + `"`
	for _, path := range []string{`["__proto__"]`, `["__proto__","polluted"]`, `["constructor","prototype"]`,
		`["agenda",-1,"title"]`, `["agenda",1e300]`, `["agenda",0.5]`, `[]`, `[[]]`, `[null]`, `[{}]`,
		`["agenda",9999999]`, `["` + strings.Repeat("x", 5000) + `"]`} {
		body := `{"file":"m.toml","do":"set",` + seen + `,"value":"x","path":` + path + `}`
		if answer := p.request("POST", "/api/edit", body,
			map[string]string{"Content-Type": "application/json"}); answer.StatusCode < 400 {
			t.Errorf("%s: %d", path, answer.StatusCode)
		}
	}
	for _, body := range []string{`{"file":"m.toml","file":"../m.toml","FILE":"/etc/x.toml","text":"x=1",` + seen + `}`,
		`{"file":"m.toml","text":"x=1",` + seen + `,"file":"CON/../../m.toml"}`} {
		if answer := p.request("POST", "/api/text", body,
			map[string]string{"Content-Type": "application/json"}); answer.StatusCode < 400 {
			t.Errorf("%s: %d", body, answer.StatusCode)
		}
	}
	if p.file("m.toml") != meeting {
		t.Error("the file was changed")
	}
}

// TestFaultPage: who follows a link to what is not there gets a page with the way back,
// scripts get words.
func TestFaultPage(t *testing.T) {
	p := open(t, map[string]string{"m.toml": meeting})
	for mode, want := range map[string]string{"navigate": `href="/"`, "cors": "Файла <img src=x>.toml нет."} {
		answer := p.request("GET", "/edit/%3Cimg%20src=x%3E.toml", "", map[string]string{"Sec-Fetch-Mode": mode})
		body, _ := io.ReadAll(answer.Body)
		isPage := strings.HasPrefix(answer.Header.Get("Content-Type"), "text/html")
		if answer.StatusCode != http.StatusNotFound || isPage != (mode == "navigate") ||
			isPage && strings.Contains(string(body), "<img") || !strings.Contains(string(body), want) {
			t.Errorf("%s: %d %s", mode, answer.StatusCode, body)
		}
	}
}
