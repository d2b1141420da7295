package compose

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/BurntSushi/toml"

	"protokol/generator/document"
	"protokol/generator/internal/golden"
	"protokol/generator/internal/keys"
)

// TestUsage compares what the reference of keys says about their use with the
// papers, which print them, and with the examples. With -update it writes it.
func TestUsage(t *testing.T) {
	usage := map[string]*keys.Usage{}
	at := func(path string) *keys.Usage {
		if usage[path] == nil {
			usage[path] = &keys.Usage{}
		}
		return usage[path]
	}
	for path, titles := range papersByKey(t) {
		at(path).Printed = titles
	}
	for path, line := range exampleLines(t) {
		at(path).Example = line
	}
	text, err := json.MarshalIndent(usage, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	golden.Compare(t, "../keys/usage.json", append(text, '\n'))
}

var (
	indexes = regexp.MustCompile(`\[\d+\]|( .*)`)
	anyKey  = regexp.MustCompile(`^(papers|forms)\.[^.]+`)
)

// plain returns a key as the reference has it: without indexes, points within
// points as points, and «…» where any key may stand.
func plain(key string) string {
	path := strings.ReplaceAll(indexes.ReplaceAllString(key, ""), ".points.points", ".points")
	return anyKey.ReplaceAllString(path, "$1.…")
}

// papersByKey returns the titles of the papers that print a key, in the order of
// the kinds.
func papersByKey(t *testing.T) map[string][]string {
	templates, list := load(t), map[string][]string{}
	for _, kind := range Kinds {
		meetings := everyMeeting()
		meetings["agreed"] = agreed() // which folders of old do not print
		for _, m := range meetings {
			r := Request{Kind: kind.Name, Items: []int{1, len(m.Agenda)}}
			if kind.Lacks(m, r) != "" {
				continue
			}
			doc, _, err := templates.Document(t.Context(), r, m)
			if err != nil {
				t.Fatal(err)
			}
			document.Texts(doc, func(text string, source document.Source) {
				for _, s := range document.Spans(source, text) {
					for _, key := range s.Origin.Keys {
						path := plain(key)
						if !slices.Contains(list[path], kind.Title) {
							list[path] = append(list[path], kind.Title)
						}
					}
				}
			})
		}
	}
	return list
}

var (
	tableHeader = regexp.MustCompile(`^\[\[?([\w.]+)\]\]?`)
	keyLine     = regexp.MustCompile(`^([\w.]+) = [^#]*[^#\s]`)
)

// exampleLines returns the first short line of the examples and of the handbook
// for every key in them.
func exampleLines(t *testing.T) map[string]string {
	const longest = 90 // letters
	files, err := filepath.Glob("../../../examples/*/*.toml")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	lines := map[string]string{}
	for _, name := range append(files, "../../../examples/README.md") {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		table := ""
		for line := range strings.Lines(string(text)) {
			if strings.HasPrefix(line, "```") {
				table = ""
			}
			if m := tableHeader.FindStringSubmatch(line); m != nil {
				table = m[1] + "."
			}
			m := keyLine.FindStringSubmatch(line)
			if m == nil || utf8.RuneCountInString(m[0]) > longest || toml.Unmarshal([]byte(m[0]), &struct{}{}) != nil {
				continue
			}
			if path := plain(table + m[1]); lines[path] == "" {
				lines[path] = m[0]
			}
		}
	}
	return lines
}
