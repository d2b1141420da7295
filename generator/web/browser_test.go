package web_test

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"software.sslmate.com/src/go-pkcs12"

	"protokol/generator"
	"protokol/generator/internal/cms"
	"protokol/generator/internal/cms/cmstest"
	"protokol/generator/internal/outside"
)

// rich has everything that a meeting can have, short what most have.
const (
	rich  = "../../examples/2026-03-12"
	short = "testdata/short"
)

// scenarios are the scripts of testdata/browser with the folder from which they begin;
// "" for an empty one.
var scenarios = map[string]string{
	"newcomer":   "",
	"keyboard":   "",
	"crash":      short,
	"tabs":       short,
	"outside":    short,
	"orders":     short,
	"accessible": rich,
	"tools":      rich,
	"latency":    rich,
	"signing":    rich,
}

// TestBrowser runs the scenarios of testdata/browser in Chromium, each with a server
// in a folder of its own.
func TestBrowser(t *testing.T) {
	outside.Program(t, "browsers")
	outside.Program(t, "chromium")
	for name, from := range scenarios {
		t.Run(name, func(t *testing.T) {
			folder := t.TempDir()
			if from != "" {
				if err := os.CopyFS(folder, os.DirFS(from)); err != nil {
					t.Fatal(err)
				}
			}
			if name == "latency" {
				for _, pages := range []int{10, 50} {
					writeLong(t, folder, pages)
				}
			}
			if name == "signing" {
				writeSigned(t, folder)
			}
			runScenario(t, "chromium", name+".cjs", folder)
		})
	}
}

// TestFirefox runs the newcomer's way in Firefox.
func TestFirefox(t *testing.T) {
	outside.Program(t, "firefox-esr")
	runScenario(t, "firefox", "firefox.cjs", t.TempDir())
}

// writeLong writes the meeting of a folder with more questions, so that its protocol
// has at least so many pages.
func writeLong(t *testing.T, folder string, pages int) {
	t.Helper()
	g, err := generator.New(generator.Config{})
	if err != nil {
		t.Fatal(err)
	}
	src, err := os.ReadFile(filepath.Join(folder, "meeting.toml"))
	if err != nil {
		t.Fatal(err)
	}
	question := "\n[[agenda]]\ntitle = \"О плане работы совета\"\n" + strings.Repeat("[[agenda.decisions]]\n"+
		"text = \"Поручить организациям кластера подготовить предложения о сроках и порядке проведения практики "+
		"студентов и представить их секретарю совета.\"\n", 6)
	for {
		m, problems := g.Parse(os.DirFS(folder), "meeting.toml", src)
		if problems.Failed() {
			t.Fatal(problems)
		}
		paper, _, err := g.Make(t.Context(), m, generator.Request{Kind: "protocol"})
		if err != nil {
			t.Fatal(err)
		}
		if paper.Pages() >= pages {
			break
		}
		src = append(src, question...)
	}
	if err := os.WriteFile(filepath.Join(folder, fmt.Sprintf("pages-%d.toml", pages)), src, 0o666); err != nil {
		t.Fatal(err)
	}
}

// writeSigned writes a paper, a key for it, a signature that belongs to it, and one that
// does not.
func writeSigned(t *testing.T, folder string) {
	t.Helper()
	g, err := generator.New(generator.Config{})
	if err != nil {
		t.Fatal(err)
	}
	m, problems := g.Read(os.DirFS(folder), "meeting.toml")
	if m == nil {
		t.Fatal(problems)
	}
	paper, _, err := g.Make(t.Context(), m, generator.Request{Kind: "protocol"})
	if err != nil {
		t.Fatal(err)
	}
	var pdf bytes.Buffer
	if err := paper.Write(&pdf, "pdf"); err != nil {
		t.Fatal(err)
	}
	by := cmstest.RSA(t, "Иванов", "Иван Иванович")
	key, err := pkcs12.Modern.Encode(by.Key, by.Certificate, nil, "пароль")
	if err != nil {
		t.Fatal(err)
	}
	files := map[string][]byte{"бумага.pdf": pdf.Bytes(), "ключ.p12": key}
	for name, of := range map[string][]byte{"бумага.pdf.sig": pdf.Bytes(), "чужая.sig": []byte("другое")} {
		signer := cms.Signer{Key: by.Key, Certificate: by.Certificate}
		if files[name], err = cms.Sign(sha256.Sum256(of), signer); err != nil {
			t.Fatal(err)
		}
	}
	for name, data := range files {
		if err := os.WriteFile(filepath.Join(folder, name), data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// program is the path of the program, built once, or the one that is named.
var program = sync.OnceValues(func() (string, error) {
	if name := os.Getenv("PROTOKOL_PROGRAM"); name != "" {
		return name, nil
	}
	dir, err := os.MkdirTemp("", "protokol")
	if err != nil {
		return "", err
	}
	name := filepath.Join(dir, "protokol")
	out, err := exec.Command("go", "build", "-o", name, "protokol/cmd/protokol").CombinedOutput()
	if err != nil {
		return "", fmt.Errorf("%w\n%s", err, out)
	}
	return name, nil
})

// browser is a process that runs scenarios in one browser.
type browser struct {
	in  io.Writer
	out *bufio.Scanner
}

// browsers are the browsers that run, by name. They end with the test binary, which
// closes their stdin.
var browsers = map[string]*browser{}

// start starts a browser: "chromium" or "firefox".
func start(t *testing.T, name string) *browser {
	t.Helper()
	if b := browsers[name]; b != nil {
		return b
	}
	protokol, err := program()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(outside.Program(t, "browsers"), "testdata/browser/run.cjs", name)
	cmd.Env = append(os.Environ(), "PROTOKOL="+protokol, "CHROMIUM="+outside.Program(t, "chromium"),
		"FIREFOX="+outside.Program(t, "firefox-esr"))
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	cmd.Stderr = cmd.Stdout
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	const longest = 8 << 20 // bytes of a line, as of a failed assertion about a page
	lines := bufio.NewScanner(out)
	lines.Buffer(nil, longest)
	browsers[name] = &browser{in, lines}
	return browsers[name]
}

// runScenario runs a script of testdata/browser in a browser.
// Screenshots of failures go to the folder that the environment variable SHOTS names.
func runScenario(t *testing.T, browser, script, folder string) {
	t.Helper()
	b := start(t, browser)
	if _, err := fmt.Fprintf(b.in, "%s\t%s\n", script, folder); err != nil {
		delete(browsers, browser)
		t.Fatal(err)
	}
	for b.out.Scan() {
		switch last := b.out.Text(); last {
		case "passed":
			return
		case "failed":
			t.Errorf("%s in %s failed", script, browser)
			return
		default:
			t.Log(last)
		}
	}
	delete(browsers, browser) // the next scenario starts another one
	t.Errorf("%s in %s: the driver ended: %v", script, browser, b.out.Err())
}
