package attack_test

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"protokol/generator"
	"protokol/generator/internal/attack"
	"protokol/generator/internal/cms/cmstest"
	"protokol/generator/internal/effort"
	"protokol/generator/internal/outside"
)

// TestTable prints what this program, pdfsig, pyHanko and EU DSS say of every attack and
// of honest papers, and checks that this program errs nowhere, and that all accept what it
// signed. It takes minutes.
func TestTable(t *testing.T) {
	if !effort.Full() {
		t.Skip("slow; PROTOKOL_TESTS=full runs it")
	}
	judges := []judge{ownJudge(t), pdfsig(t), pyHanko(t), dss(t)}
	folder := t.TempDir()
	attacks, honest := attacked(t, folder), honestFiles(t, folder)
	var table strings.Builder
	for _, j := range judges {
		fmt.Fprintf(&table, "%-10s", j.name)
	}
	for _, set := range []struct {
		name  string
		files []string
		want  string
	}{{"attacks", attacks, "refuses"}, {"honest papers", honest, "accepts"}} {
		said := make([]map[string]string, len(judges))
		for i, j := range judges {
			said[i] = j.ask(set.files)
		}
		fmt.Fprintf(&table, "\n\n%s, %d:\n", set.name, len(set.files))
		for _, file := range set.files {
			name := filepath.Base(file)
			for i, j := range judges {
				fmt.Fprintf(&table, "%-10s", said[i][name])
				if said[i][name] != set.want && (i == 0 || slices.Contains(own, name)) {
					t.Errorf("%s: %s %s, want %s", name, j.name, said[i][name], set.want)
				}
			}
			fmt.Fprintln(&table, strings.TrimSuffix(name, ".pdf"))
		}
		for i, j := range judges {
			fmt.Fprintf(&table, "%s:%s\n", j.name, counted(said[i]))
		}
	}
	t.Log("\n" + table.String())
	keep(t, "table.txt", []byte(table.String()))
}

// own are the files that only this program signed: every judge accepts them.
var own = []string{"ours.pdf", "ours-twice.pdf"}

// counted sums up verdicts.
func counted(said map[string]string) (line string) {
	for _, verdict := range []string{"accepts", "warns", "unsigned", "refuses"} {
		count := 0
		for _, s := range said {
			if s == verdict {
				count++
			}
		}
		line += fmt.Sprintf(" %s %d", verdict, count)
	}
	return line
}

// judge says of files, by their base names, whether all signatures are valid and the
// file unchanged since.
type judge struct {
	name string
	ask  func(files []string) map[string]string
}

func ownJudge(t *testing.T) judge {
	g := newGenerator(t)
	return each("protokol", func(file string) string {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if _, pass := judged(g, data); pass {
			return "accepts"
		}
		return "refuses"
	})
}

func each(name string, ask func(file string) string) judge {
	return judge{name, func(files []string) map[string]string {
		said := map[string]string{}
		for _, file := range files {
			said[filepath.Base(file)] = ask(file)
		}
		return said
	}}
}

func pdfsig(t *testing.T) judge {
	program := outside.Program(t, "pdfsig")
	return each("pdfsig", func(file string) string {
		out, _ := exec.CommandContext(t.Context(), program, "-nocert", file).CombinedOutput()
		free := bytes.Count(out, []byte("The signature form field is not signed."))
		all, valid := bytes.Count(out, []byte("Signature #"))-free, bytes.Count(out, []byte("Signature is Valid."))
		switch {
		case all == 0 && (free > 0 || bytes.Contains(out, []byte("does not contain any signatures"))):
			return "unsigned"
		case all > 0 && all == valid && bytes.Contains(out, []byte("Total document signed")):
			return "accepts"
		}
		return "refuses"
	})
}

// pyHanko runs a script with the Python of pyHanko's command.
func pyHanko(t *testing.T) judge {
	program, err := filepath.EvalSymlinks(outside.Program(t, "pyhanko"))
	if err != nil {
		t.Fatal(err)
	}
	python := filepath.Join(filepath.Dir(program), "python3")
	return inGroups("pyHanko", func(files []string) string {
		return outside.Run(t, python, append([]string{"testdata/judges/judge.py"}, files...)...)
	})
}

func dss(t *testing.T) judge {
	program := outside.Program(t, "dss")
	return inGroups("DSS", func(files []string) string {
		return outside.Run(t, program, append([]string{"testdata/judges/Judge.java"}, files...)...)
	})
}

// inGroups is a judge who takes many files at once, but not all in the time that outside
// programs have.
func inGroups(name string, ask func(files []string) string) judge {
	return judge{name, func(files []string) map[string]string {
		said := map[string]string{}
		for some := range slices.Chunk(files, 10) {
			maps.Copy(said, lines(ask(some)))
		}
		return said
	}}
}

// lines reads verdicts after the names of files.
func lines(out string) map[string]string {
	said := map[string]string{}
	for line := range strings.Lines(out) {
		if at := strings.LastIndexByte(strings.TrimSpace(line), ' '); at > 0 {
			said[line[:at]] = strings.TrimSpace(line[at:])
		}
	}
	return said
}

// attacked writes a paper for every attack.
func attacked(t *testing.T, folder string) (files []string) {
	plain := paper(t, newGenerator(t), "2017-11-20", generator.Request{Kind: "protocol"}, "pdf")
	signer := by(cmstest.RSA(t, "Чуранов", "Валерий Сергеевич"))
	for _, a := range attack.All() {
		_, altered, err := a.Apply(plain, signer)
		if err != nil {
			t.Fatal(a.Name, err)
		}
		files = append(files, written(t, folder, a.Name, altered))
	}
	return files
}

// honestFiles writes papers that this program and others signed.
func honestFiles(t *testing.T, folder string) (files []string) {
	g := newGenerator(t)
	plain := paper(t, g, "2017-11-20", generator.Request{Kind: "protocol"}, "pdf")
	once := ownSigned(t, g, plain, cmstest.RSA(t, "Чуранов", "Валерий Сергеевич"), "chair")
	twice, err := by(cmstest.ECDSA(t, "Белокопытов", "Михаил")).Sign(once, attack.Options{Field: "secretary"})
	if err != nil {
		t.Fatal(err)
	}
	files = append(files, written(t, folder, "ours", once), written(t, folder, "ours, then another", twice),
		written(t, folder, "ours twice", ownSigned(t, g, once, cmstest.ECDSA(t, "Белокопытов", "Михаил"), "secretary")))
	others, err := filepath.Glob("testdata/honest/*.pdf")
	if err != nil {
		t.Fatal(err)
	}
	return append(files, others...)
}

func written(t *testing.T, folder, name string, data []byte) string {
	file := filepath.Join(folder, strings.NewReplacer("/", "-", " ", "-").Replace(name)+".pdf")
	if err := os.WriteFile(file, data, 0o666); err != nil {
		t.Fatal(err)
	}
	return file
}
