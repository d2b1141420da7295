package web

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

// places maps commands and their flags to the place of the page that does the same: a form of
// tools with the name of an input, "mapping" or "editor" with such a name, a key of the
// settings of the folder, an address, or, after "—", the reason why a page needs none.
var places = map[string]string{
	"generate": "/api/print", "generate --kind": "editor .papers", "generate --items": "editor items",
	"generate --blank": "editor blank", "generate --fillable": "editor fillable", "generate --each": "editor each",
	"generate --sort": "editor sort", "generate --format": "settings formats", "generate --word": "meeting word",
	"generate --style": "settings style", "generate --pdf-profile": "settings pdf_profile",
	"generate --templates": "settings templates", "generate --fonts": "settings fonts",
	"generate --source": "settings source", "generate --no-source": "settings no_source",
	"generate --no-signature-fields": "settings no_signature_fields", "generate --out": "settings out",
	"generate --name": "settings name", "generate --strict": "— problems are seen before papers are saved",
	"generate --force": "editor replace",

	"batch": "/api/batch/start", "batch --to": "tools list list", "batch --encoding": "tools list encoding",
	"batch --delimiter": "tools list delimiter", "batch --sheet": "tools list sheet",
	"batch --header": "tools list header",
	"batch --map":    "mapping column:{{.Letter}}", "batch --where": "mapping where",
	"batch --skip-hidden": "tools list skip-hidden", "batch --kind": "tools list kind", "batch --out": "settings out",
	"batch --name": "mapping name", "batch --print": "mapping print", "batch --duplex": "mapping duplex",
	"batch --zip": "mapping zip", "batch --jobs": "— as many as there are processors",
	"batch --fillable": "mapping fillable", "batch --limit": "mapping limit", "batch --skip": "mapping skip",
	"batch --resume": "mapping resume", "batch --force": "mapping force", "batch --dry-run": "mapping dry-run",
	"batch --strict": "mapping strict", "batch --shard": "mapping shard", "batch --format": "mapping docx",
	"batch --word": "meeting word", "batch --style": "mapping style",

	"batch merge": "/tools/merge", "batch merge --out": "— the first part", "batch merge --print": "tools merge print",
	"batch merge --duplex": "tools merge duplex", "batch merge --zip": "tools merge zip",
	"batch merge --force": "tools merge force",

	"check": "/api/preview", "check --strict": "— problems are seen", "check --explain": "form votes",
	"forms": "/api/cases", "collect": "/tools/collect", "collect --out": "tools collect format",
	"collect --consents": "— beside the other table", "collect --force": "— tables get other names",

	"verify": "/tools/verify", "verify --to": "tools verify list", "verify --encoding": "tools verify encoding",
	"verify --delimiter": "tools verify delimiter", "verify --sheet": "tools verify sheet",
	"verify --header": "tools verify header", "verify --map": "tools verify columns",
	"verify --where": "— a row has its number", "verify --skip-hidden": "tools verify skip-hidden",
	"verify --with": "tools verify meeting", "verify --row": "tools verify row", "verify --word": "meeting word",
	"verify --trust": "tools verify trust",

	"word": "", "word check": "/tools/word", "word check --kind": "tools word kind",
	"word check --strict": "— remarks are seen", "word from": "/tools/template",
	"word from --kind": "tools template kind", "word from --items": "tools template items",
	"word from --out": "— beside the paper, as its name says", "word from --force": "— gets another name",
	"word from --strict": "— remarks are seen",

	"pdf": "/tools/pdf", "pdf --out": "— in the folder", "pdf --report": "— always", "pdf --strict": "tools pdf strict",
	"pdf --force": "— gets another name", "pdf --no-signature-fields": "tools pdf no-fields",
	"pdf --source": "tools pdf source", "source": "/tools/source", "source --out": "— a new folder",

	"sign": "/tools/sign", "sign --field": "outcome field", "sign --p12": "outcome key",
	"sign --cert": "outcome certificate", "sign --external": "/tools/prepare",
	"sign --out": "— beside the paper", "sign --list": "/tools/signatures",
	"sign --trust": "tools signatures trust", "sign --tsa": "outcome tsa", "sign --ltv": "outcome ltv",
	"sign --evidence": "outcome evidence", "sign --online": "outcome online", "sign --force": "— gets another name",

	"stamp": "/tools/stamp", "stamp --out": "— beside the paper", "stamp --force": "— gets another name",
	"init": "/new", "init --form": "list starter", "init --kind": "list starter", "init --from": "list from",
	"keys": "/help", "serve": "/", "serve --addr": "— how the page is opened", "serve --no-browser": "— the same",
	"serve --idle": "— the same", "serve --print": "— a file dropped on the program", "schema": "/schema/{name}",
	"licenses": "/help", "templates": "", "templates list": "/tools/export", "templates export": "/tools/export",
	"completion": "— of a shell", "man": "— of a terminal",
}

// everywhere are flags that mean the same wherever they are.
var everywhere = map[string]string{"--style": "settings style", "--templates": "settings templates",
	"--fonts": "settings fonts", "--pdf-profile": "settings pdf_profile", "--source": "settings source",
	"--no-source": "settings no_source", "--no-signature-fields": "settings no_signature_fields"}

// TestReachable: whatever the command line does has its place on the page.
func TestReachable(t *testing.T) {
	routes, err := os.ReadFile("web.go")
	if err != nil {
		t.Fatal(err)
	}
	used := map[string]bool{}
	for _, name := range commandsAndFlags(t) {
		place, known := places[name]
		if used[name] = known; !known {
			_, flag, _ := strings.Cut(name, " --")
			place, known = everywhere["--"+flag]
		}
		if !known {
			t.Errorf("%s has no place on the page", name)
		}
		if wrong := missingPlace(t, string(routes), place); wrong != "" {
			t.Errorf("%s: there is no %s", name, wrong)
		}
	}
	for name := range places {
		if !used[name] {
			t.Errorf("%s is no command", name)
		}
	}
}

// commandsAndFlags lists the commands and their flags, as «batch --to».
func commandsAndFlags(t *testing.T) (list []string) {
	t.Helper()
	text, err := os.ReadFile("../../cmd/protokol/help/commands.txt")
	if err != nil {
		t.Fatal(err)
	}
	groups := map[string][]string{}
	group, command := "", ""
	declared := regexp.MustCompile(`^(group|command|include|--)\s?([a-z0-9-]+(?: [a-z]+)?)`)
	for line := range strings.Lines(string(text)) {
		m := declared.FindStringSubmatch(line)
		if m == nil {
			continue
		}
		switch m[1] {
		case "group":
			group, command = m[2], ""
		case "command":
			group, command = "", m[2]
			list = append(list, command)
		case "include":
			for _, flag := range groups[m[2]] {
				list = append(list, command+flag)
			}
		default:
			flag := " --" + strings.Fields(m[2])[0]
			if group != "" {
				groups[group] = append(groups[group], flag)
			} else {
				list = append(list, command+flag)
			}
		}
	}
	return list
}

// missingPlace returns a place that the page does not have, or "".
func missingPlace(t *testing.T, routes, place string) string {
	t.Helper()
	kind, name, _ := strings.Cut(place, " ")
	page := func(file string) string {
		text, err := os.ReadFile("pages/" + file + ".html")
		if err != nil {
			t.Fatal(err)
		}
		return string(text)
	}
	within := func(text, begin, end string) string {
		_, text, _ = strings.Cut(text, begin)
		text, _, _ = strings.Cut(text, end)
		for _, m := range regexp.MustCompile(`\{\{template "([a-z-]+)"`).FindAllStringSubmatch(text, -1) {
			_, inner, _ := strings.Cut(page("tools"), `{{define "`+m[1]+`"}}`)
			inner, _, _ = strings.Cut(inner, "{{define ")
			text += inner
		}
		return text
	}
	text := ""
	switch {
	case kind == "" || kind == "—":
		return ""
	case strings.HasPrefix(kind, "/tools/"):
		text, name = routes, `"`+strings.TrimPrefix(kind, "/tools/")+`": s.`
	case kind == "/":
		text, name = routes, `GET /{$}"`
	case strings.HasPrefix(kind, "/"):
		text, name = routes, " "+kind+`"`
	case kind == "settings" || kind == "meeting":
		if (shape{kind: kindTable, table: schemas()[kind]}).key(name) != nil {
			return ""
		}
	case kind == "mapping" || kind == "outcome":
		text, name = within(page("tools"), `{{define "`+kind+`"}}`, "{{define "), `name="`+name+`"`
	case kind == "tools":
		tool, input, _ := strings.Cut(name, " ")
		if text, name = page("tools"), `id="`+input+`"`; tool != "." {
			text, name = within(text, `data-tool="/tools/`+tool+`"`, "</form>"), `name="`+input+`"`
		}
	case strings.HasPrefix(name, "."):
		text, name = page(kind), `class="`+name[1:]+`"`
	default:
		text = page(kind)
		if strings.Contains(text, `id="`+name+`"`) {
			return ""
		}
		name = `name="` + name + `"`
	}
	if strings.Contains(text, name) {
		return ""
	}
	return place
}
