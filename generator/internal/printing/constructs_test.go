package printing

import (
	"cmp"
	"encoding/base64"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"protokol/fonts"
	"protokol/generator/diag"
	"protokol/generator/internal/faces"
	"protokol/generator/internal/golden"
	"protokol/generator/internal/wordml"
	"protokol/generator/internal/wordml/wordmltest"
)

// construct is one of the list of constructs of Word papers.
type construct struct {
	answer, name string
	tests        []string // of its layout
	sample       string   // a body with it
}

// answer is a heading of the list, and what reports say of its constructs.
type answer struct {
	name, heading string
	severities    []wordml.Severity
}

// answers are in the order of the list.
var answers = []answer{
	{"точно", "Как в Word", nil},
	{"приближённо", "Приближённо", []wordml.Severity{wordml.Approximated}},
	{"не печатается", "Не печатается", []wordml.Severity{wordml.Lost}},
	{"мелочь", "Только в полном отчёте (`--report`)", []wordml.Severity{wordml.Noted, wordml.Slight}},
}

// constructs returns the list of constructs.
func constructs(t *testing.T) (list []construct) {
	for _, file := range wordmltest.Corpus(t, "../wordml/testdata") {
		answer, name, ok := strings.Cut(file.Name, ": ")
		if !ok {
			t.Fatal(file.Name)
		}
		c := construct{answer: answer, name: name, sample: strings.TrimSpace(string(file.Data))}
		if name, tests, ok := strings.Cut(name, " ["); ok {
			c.name, c.tests = name, strings.Fields(strings.TrimSuffix(tests, "]"))
		}
		list = append(list, c)
	}
	return list
}

// file returns a DOCX with the sample of a construct.
func (c construct) file(t *testing.T) []byte {
	parts, root, body := map[string]string{}, "", c.sample
	for !strings.HasPrefix(body, "<") && !strings.HasPrefix(body, "…") {
		line, rest, _ := strings.Cut(body, "\n")
		part, content, ok := strings.Cut(line, ": ")
		if !ok {
			t.Fatalf("%s: %s", c.name, line)
		}
		body = rest
		times, repeats := strings.CutPrefix(part, "repeat ")
		switch {
		case part == "root":
			root = content
		case repeats:
			n, _ := strconv.Atoi(times)
			before, after, _ := strings.Cut(content, " | ")
			body = strings.Replace(body, "…", strings.Repeat(before, n)+strings.Repeat(after, n), 1)
		case strings.Contains(part, "."):
			data, err := base64.StdEncoding.DecodeString(content)
			if err != nil {
				t.Fatal(c.name, err)
			}
			parts[part] = string(data)
		default:
			parts[part] = content
		}
	}
	return wordmltest.Document(t, root+"<w:body>"+body+"</w:body>", parts)
}

// pattern returns an expression for a text in which ellipses stand for any text.
func pattern(name string) *regexp.Regexp {
	return regexp.MustCompile("^" + strings.ReplaceAll(regexp.QuoteMeta(name), "…", ".*") + "$")
}

// TestConstructs: every construct of the list has the answer that the list gives, and
// the handbook shows the list.
func TestConstructs(t *testing.T) {
	files, err := fonts.Find(fonts.Default)
	if err != nil {
		t.Fatal(err)
	}
	serif := files[4] // of DejaVu
	printer, err := NewWordPrinter(faces.Folder{Name: "шрифты", FS: fstest.MapFS{
		"a.ttf": {Data: serif}, "b.ttf": {Data: serif[:len(serif)/2]}}})
	if err != nil {
		t.Fatal(err)
	}
	tests := testNames(t)
	for _, c := range constructs(t) {
		at := slices.IndexFunc(answers, func(a answer) bool { return a.name == c.answer })
		if at < 0 || c.sample == "" && len(c.tests) == 0 || c.answer == "точно" && len(c.tests) == 0 {
			t.Errorf("%s: %s has no test", c.answer, c.name)
			continue
		}
		for _, name := range c.tests {
			if !tests[name] {
				t.Errorf("%s: there is no %s", c.name, name)
			}
		}
		if c.sample != "" {
			c.check(t, printer, answers[at].severities)
		}
	}
	golden.Compare(t, "../../../examples/handbook/word.md", []byte(page(constructs(t))))
}

// check compares the report of a sample with its answer.
func (c construct) check(t *testing.T, printer *WordPrinter, want []wordml.Severity) {
	doc, err := wordml.Open(c.file(t))
	if err != nil {
		t.Fatal(c.name, err)
	}
	paper, err := printer.Lay(t.Context(), doc, nil, nil)
	if err != nil {
		t.Fatal(c.name, err)
	}
	found := false
	for _, f := range paper.Report.Findings {
		found = found || slices.Contains(want, f.Severity) && pattern(c.name).MatchString(f.Construct)
		if want == nil && (f.Severity == wordml.Approximated || f.Severity == wordml.Lost) {
			t.Errorf("%s: %v", c.name, f)
		}
	}
	for _, problem := range Found("x.docx", paper.Report) {
		if lost, hint := problem.Severity == diag.Error, problem.Hint; lost != (hint != "") ||
			strings.Contains(problem.Message, ": рисунок: ") != strings.Contains(hint, "PNG") {
			t.Errorf("%s: the hint is %q", c.name, hint)
		}
	}
	if want != nil && !found {
		t.Errorf("%s: %v", c.name, paper.Report.Findings)
	}
}

// page returns the list for the handbook.
func page(list []construct) string {
	var b strings.Builder
	b.WriteString("# Что печатается из документов Word\n\n" +
		"Так `protokol pdf` и бланки Word (`--word` с `--format pdf`) отвечают на всё, что встречается в документах. " +
		"В скобках –\nглавы ECMA-376, часть 1. Каждая строка проверена образцом при сборке программы.\n")
	for _, a := range answers {
		fmt.Fprintf(&b, "\n## %s\n\n", a.heading)
		switch a.name {
		case "приближённо":
			b.WriteString("Содержание на листе есть, вид другой; об этом сказано вместе с абзацем, а с `--strict` – отказ.\n\n")
		case "не печатается":
			b.WriteString("Содержание пропало бы, поэтому PDF не выйдет, и сказано, где это и что сделать.\n\n")
		}
		for _, c := range list {
			if c.answer == a.name {
				b.WriteString("- " + c.name + "\n")
			}
		}
	}
	b.WriteString("\n## Пределы\n\n" +
		"Документ до 64 МБ и до 10 000 страниц. Маленький файл, который разворачивается в огромный документ или " +
		"в огромные рисунки,\nне печатается: сказано, до какого места его удалось разобрать. " +
		"Обычным документам в сотни страниц это не мешает.\n")
	return b.String()
}

// testNames returns the names of the tests in the packages that print Word papers.
func testNames(t *testing.T) map[string]bool {
	names := map[string]bool{}
	for _, folder := range []string{"../wordml", "../layout", "../faces", ".", "../.."} {
		files, err := filepath.Glob(filepath.Join(folder, "*_test.go"))
		if err != nil || len(files) == 0 {
			t.Fatal(folder, err)
		}
		for _, file := range files {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			for _, found := range regexp.MustCompile(`(?m)^func (Test\w+)\(`).FindAllSubmatch(text, -1) {
				names[string(found[1])] = true
			}
		}
	}
	return names
}

// TestConstructsAreListed: the list has everything that reports of Word papers name.
func TestConstructsAreListed(t *testing.T) {
	list := constructs(t)
	named := 0
	for _, folder := range []string{"../wordml", "."} {
		names, err := filepath.Glob(filepath.Join(folder, "*.go"))
		if err != nil || len(names) == 0 {
			t.Fatal(names, err)
		}
		for _, name := range names {
			if strings.HasSuffix(name, "_test.go") {
				continue
			}
			file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
			if err != nil {
				t.Fatal(err)
			}
			for _, text := range reported(file) {
				named++
				if !slices.ContainsFunc(list, func(c construct) bool { return c.answer != "точно" && c.name == text }) {
					t.Errorf("%s is not in the list", text)
				}
			}
		}
	}
	if named < 90 {
		t.Errorf("only %d constructs were found", named)
	}
}

// reported returns the texts of a file that name constructs: those in calls of
// methods of reports, and in tables and constants for them.
func reported(file *ast.File) (list []string) {
	methods := map[string]int{"approximate": 0, "lose": 0, "hidden": 0, "note": 1, "unfit": 0}
	add := func(e ast.Expr) {
		if text := textIn(e); strings.Trim(text, "… ()") != "" {
			list = append(list, text)
		}
	}
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			if method, ok := n.Fun.(*ast.SelectorExpr); ok {
				if at, ok := methods[method.Sel.Name]; ok && len(n.Args) > at {
					add(n.Args[at])
				}
			}
		case *ast.ValueSpec:
			name := n.Names[0].Name
			if !strings.HasSuffix(name, "Name") && !slices.Contains([]string{"partialNames", "elementNames",
				"partialSettings", "deletedMark"}, name) || len(n.Values) == 0 {
				break
			}
			table, ok := n.Values[0].(*ast.CompositeLit)
			if !ok {
				add(n.Values[0])
				break
			}
			for _, e := range table.Elts {
				if pair, ok := e.(*ast.KeyValueExpr); ok {
					e = pair.Value
				}
				add(e)
			}
		case *ast.AssignStmt:
			if to, ok := n.Lhs[0].(*ast.SelectorExpr); ok && to.Sel.Name == "Finding" {
				add(n.Rhs[0])
			}
		}
		return true
	})
	return list
}

// textIn returns a text of the code; an ellipsis stands for what it computes.
func textIn(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.BasicLit:
		text, err := strconv.Unquote(e.Value)
		return cmp.Or(text, fmt.Sprint(err))
	case *ast.BinaryExpr:
		return strings.ReplaceAll(textIn(e.X)+textIn(e.Y), "……", "…")
	case *ast.CallExpr:
		method, ok := e.Fun.(*ast.SelectorExpr)
		if ok && method.Sel.Name == "Sprintf" {
			return regexp.MustCompile(`%\d*[a-zA-Z]`).ReplaceAllString(textIn(e.Args[0]), "…")
		}
		if ok && method.Sel.Name == "Or" {
			return textIn(e.Args[len(e.Args)-1])
		}
	}
	return "…"
}
