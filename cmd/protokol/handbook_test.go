package main

import (
	"bytes"
	"cmp"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
)

// keepFolder is a folder for the output of the handbook;
// examples/handbook/make.sh makes pictures of it.
const keepFolder = "HANDBOOK"

// TestHandbook follows the handbook and the README. Their fenced blocks are
//
//	toml NAME, csv NAME  a complete file that the reader saves
//	toml + NAME          an addition to the end of a file
//	toml                 an excerpt: replacing keys of the last meeting file, it
//	                     must print without warnings; a quick run checks some of them
//	sh                   commands, which must succeed
//	text                 the output of the previous commands, which may fail
func TestHandbook(t *testing.T) {
	t.Setenv(passwordVariable, "пароль")
	for _, document := range []string{"README.md", "examples/README.md"} {
		t.Run(document, func(t *testing.T) {
			text, err := os.ReadFile("../../" + document)
			if err != nil {
				t.Fatal(err)
			}
			r := &reader{T: t, examples: absolute(t, "../../examples")}
			blocks := blocksOf(string(text))
			if document == "examples/README.md" && os.Getenv(keepFolder) != "" {
				t.Chdir(os.Getenv(keepFolder))
			} else {
				t.Chdir(t.TempDir())
			}
			for _, b := range blocks {
				r.follow(b)
			}
			if r.failed {
				r.Errorf("the last command failed:\n%s", r.printed)
			}
		})
	}
}

// block is a fenced block of a document.
type block struct {
	line           int
	language, name string
	text           string
	picture        string // path of the picture below; "" for none
}

var (
	fence   = regexp.MustCompile("(?ms)^```(\\w+) ?([^\n]*)\n(.*?)^```$")
	picture = regexp.MustCompile(`"handbook/([\w-]+)\.png"`)
)

func blocksOf(text string) (blocks []block) {
	places := fence.FindAllStringSubmatchIndex(text, -1)
	for i, p := range places {
		b := block{line: strings.Count(text[:p[0]], "\n") + 1,
			language: text[p[2]:p[3]], name: text[p[4]:p[5]], text: text[p[6]:p[7]]}
		below := text[p[1]:]
		if i+1 < len(places) {
			below = text[p[1]:places[i+1][0]]
		}
		if m := picture.FindStringSubmatch(below); m != nil {
			b.picture = m[1]
		}
		blocks = append(blocks, b)
	}
	return blocks
}

// reader follows a document in an empty folder.
type reader struct {
	*testing.T
	examples string
	last     string // the last file of a meeting in a folder
	printed  string // output of the last commands
	failed   bool   // one of the last commands failed
	unsigned bool   // OpenSSL is missing
}

// follow executes a block.
func (r *reader) follow(b block) {
	r.Helper()
	if r.failed && b.language != "text" {
		r.Fatalf("before line %d a command failed:\n%s", b.line, r.printed)
	}
	switch {
	case b.language == "sh":
		r.printed = ""
		for line := range strings.Lines(b.text) {
			r.command(strings.TrimSpace(line))
		}
	case b.language == "text":
		if r.failed = false; !r.unsigned && !sameText(r.printed, b.text) {
			r.Errorf("line %d: the commands print\n%s", b.line, r.printed)
		}
	case b.language == "toml" && b.name == "":
		r.excerpt(b)
	case b.language == "toml" || b.language == "csv":
		r.save(b)
	}
}

// sameText compares printed text with that in a document, where long lines may
// end in an ellipsis.
func sameText(printed, shown string) bool {
	return slices.EqualFunc(strings.Split(printed, "\n"), strings.Split(shown, "\n"), func(printed, shown string) bool {
		beginning, shortened := strings.CutSuffix(shown, " …")
		return printed == shown || shortened && strings.HasPrefix(printed, beginning)
	})
}

// save writes a file or appends to it.
func (r *reader) save(b block) {
	name, more := strings.CutPrefix(b.name, "+ ")
	if dir, file := filepath.Split(name); b.language == "toml" && dir != "" && file != "council.toml" {
		r.last = name
	}
	var old []byte
	if more {
		old = r.must(os.ReadFile(name))
	}
	r.check(os.MkdirAll(filepath.Dir(name), 0o777))
	r.check(os.WriteFile(name, append(old, b.text...), 0o666))
	for _, picture := range []string{"handbook/plan.png", "2026-03-12/emblem.png"} {
		r.copy(picture, filepath.Join(filepath.Dir(name), filepath.Base(picture)))
	}
}

// excerpt puts an excerpt into a copy of the last complete file.
func (r *reader) excerpt(b block) {
	r.Helper()
	if all := isFull || os.Getenv(keepFolder) != ""; !all && b.line%12 > 0 {
		return
	}
	var whole, part map[string]any
	r.check(toml.Unmarshal(r.must(os.ReadFile(r.last)), &whole))
	if err := toml.Unmarshal([]byte(b.text), &part); err != nil {
		r.Fatalf("line %d: %v", b.line, err)
	}
	var merged bytes.Buffer
	r.check(toml.NewEncoder(&merged).Encode(overlay(whole, part)))
	paper := cmp.Or(b.picture, fmt.Sprintf("excerpt-%d", b.line))
	name := filepath.Join(filepath.Dir(r.last), paper+".toml")
	r.check(os.WriteFile(name, merged.Bytes(), 0o666))
	r.printed = ""
	r.command("protokol check --strict " + name)
	if isFull || os.Getenv(keepFolder) != "" {
		r.command("protokol generate --strict --format pdf --name " + paper + " " + name)
	}
	if r.failed {
		r.Fatalf("line %d:\n%s", b.line, r.printed)
	}
}

// overlay merges the keys of two tables; over takes precedence.
func overlay(under, over map[string]any) map[string]any {
	result := maps.Clone(under)
	for key, value := range over {
		inner, ok := value.(map[string]any)
		if beneath, both := under[key].(map[string]any); ok && both {
			value = overlay(beneath, inner)
		}
		result[key] = value
	}
	return result
}

var word = regexp.MustCompile(`"[^"]*"|\S+`)

// command runs a command of this program and skips those of others.
func (r *reader) command(line string) {
	r.Helper()
	if !strings.HasPrefix(line, "protokol ") {
		return
	}
	if r.prepare(line); r.unsigned {
		r.Logf("not run, for want of openssl: %s", line)
		return
	}
	var args []string
	for _, arg := range word.FindAllString(line, -1) {
		args = append(args, strings.Trim(arg, `"`))
	}
	var out bytes.Buffer
	code := run(args, strings.NewReader(""), &out, &out)
	r.printed += out.String()
	r.failed = r.failed || code != 0
	if code > exitInput {
		r.Errorf("%s: exit code %d\n%s", line, code, out.String())
	}
}

// copy copies a file of the examples.
func (r *reader) copy(sample, name string) {
	r.check(os.WriteFile(name, r.must(os.ReadFile(filepath.Join(r.examples, sample))), 0o666))
}

func (r *reader) must(data []byte, err error) []byte {
	r.Helper()
	r.check(err)
	return data
}

func (r *reader) check(err error) {
	r.Helper()
	if err != nil {
		r.Fatal(err)
	}
}

func absolute(t *testing.T, name string) string {
	path, err := filepath.Abs(name)
	if err != nil {
		t.Fatal(err)
	}
	return path
}
