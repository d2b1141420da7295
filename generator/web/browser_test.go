package web_test

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"software.sslmate.com/src/go-pkcs12"

	"protokol/generator"
	"protokol/generator/internal/cms"
	"protokol/generator/internal/cms/cmstest"
	"protokol/generator/internal/outside"
)

// scenarios are the scripts of testdata/browser with the example from which their
// folder begins; "" for an empty folder.
var scenarios = map[string]string{
	"newcomer":   "",
	"keyboard":   "",
	"crash":      "2026-03-12",
	"tabs":       "2026-03-12",
	"outside":    "2026-03-12",
	"orders":     "2026-03-12",
	"accessible": "2026-03-12",
	"tools":      "2026-03-12",
	"latency":    "2026-03-12",
	"signing":    "2026-03-12",
}

// TestBrowser runs the scenarios of testdata/browser in Chromium, each with a server
// in a folder of its own.
func TestBrowser(t *testing.T) {
	outside.Program(t, "browsers")
	outside.Program(t, "chromium")
	for name, example := range scenarios {
		t.Run(name, func(t *testing.T) {
			folder := t.TempDir()
			if example != "" {
				if err := os.CopyFS(folder, os.DirFS(filepath.Join("../../examples", example))); err != nil {
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
			runScenario(t, "run.cjs", name+".cjs", folder)
		})
	}
}

// TestFirefox runs the newcomer's way in Firefox.
func TestFirefox(t *testing.T) {
	outside.Program(t, "firefox-esr")
	runScenario(t, "firefox.cjs", t.TempDir())
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

// runScenario runs a script of testdata/browser with the program.
// Screenshots of failures go to the folder that the environment variable SHOTS names.
func runScenario(t *testing.T, script string, args ...string) {
	t.Helper()
	name, err := program()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), outside.Program(t, "browsers"),
		append([]string{filepath.Join("testdata/browser", script)}, args...)...)
	cmd.Env = append(os.Environ(), "PROTOKOL="+name, "CHROMIUM="+outside.Program(t, "chromium"),
		"FIREFOX="+outside.Program(t, "firefox-esr"))
	cmd.WaitDelay = 5 * time.Second
	out, err := cmd.CombinedOutput()
	t.Log(strings.TrimSpace(string(out)))
	if err != nil {
		t.Errorf("%s: %v", strings.Join(args, " "), err)
	}
}
