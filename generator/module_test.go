package generator_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"protokol/generator/internal/effort"
)

// tenLines is a complete program of another module.
const tenLines = `package main

import (
	"context"
	"os"

	"protokol/generator"
)

func main() {
	g, err := generator.New(generator.Config{})
	m, problems := g.Read(os.DirFS(os.Args[1]), "meeting.toml")
	paper, problems, err := g.Make(context.Background(), m, generator.Request{Kind: "protocol"})
	if err == nil && !problems.Failed() {
		err = paper.Write(os.Stdout, "pdf")
	}
	if err != nil {
		panic(err)
	}
}
`

// TestOtherModule: a program of another module makes a paper in ten lines, in a full
// run byte for byte that of the command. There the other module replaces this one; a
// quick run uses a workspace, where the go command need not compile this module again.
func TestOtherModule(t *testing.T) {
	root, err := filepath.Abs("..")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	mod, err := os.ReadFile("../go.mod")
	if err != nil {
		t.Fatal(err)
	}
	version := regexp.MustCompile(`(?m)^go .*$`).FindString(string(mod))
	requires := strings.Join(regexp.MustCompile(`(?ms)^require \(.*?^\)$`).FindAllString(string(mod), -1), "\n")
	write := func(name, text string) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	write("main.go", tenLines)
	write("go.mod", "module other\n\n"+version+"\n\nrequire protokol v0.0.0\n\nreplace protokol => "+root+"\n\n"+
		requires+"\n")
	sum, err := os.ReadFile("../go.sum")
	if err != nil {
		t.Fatal(err)
	}
	write("go.sum", string(sum))
	run := func(dir string, env []string, args ...string) []byte {
		t.Helper()
		cmd := exec.Command("go", args...)
		cmd.Dir, cmd.Env, cmd.Stderr = dir, append(os.Environ(), env...), new(strings.Builder)
		out, err := cmd.Output()
		if err != nil {
			t.Fatalf("go %v: %v\n%s", args, err, cmd.Stderr)
		}
		return out
	}
	environment := []string{"GOFLAGS=-mod=mod " + os.Getenv("GOFLAGS"), "GOWORK=off", "GOPROXY=off"}
	if !effort.Full() {
		write("go.work", version+"\n\nuse (\n\t.\n\t"+strconv.Quote(root)+"\n)\n")
		environment = []string{"GOWORK=" + filepath.Join(dir, "go.work"), "GOPROXY=off"}
	}
	const noDebug = "-ldflags=-s -w" // halves the time of linking
	example := filepath.Join(root, "examples", "2026-05-20")
	made := run(dir, environment, "run", noDebug, ".", example)
	if !effort.Full() {
		return
	}
	run(root, nil, "run", noDebug, "./cmd/protokol", "generate", filepath.Join(example, "meeting.toml"),
		"--format", "pdf", "--out", dir, "--name", "p")
	command, err := os.ReadFile(filepath.Join(dir, "p.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	if string(made) != string(command) {
		t.Errorf("the command makes %d bytes, the other module %d", len(command), len(made))
	}
}
