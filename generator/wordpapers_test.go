package generator_test

import (
	"archive/zip"
	"bytes"
	"io"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"protokol/generator"
	"protokol/generator/internal/cos"
	"protokol/generator/internal/effort"
	"protokol/generator/internal/pdftest"
	"protokol/generator/internal/wordml/wordmltest"
)

// wordPaper is a Word paper of the corpus: its parts, and the answer that it must
// have.
type wordPaper struct {
	name   string
	answer map[string]string // by key; the kind of the answer is under ""
	parts  map[string]string // without root elements; "document" is the body
}

// wordPapers reads the corpus.
func wordPapers(t *testing.T) (list []wordPaper) {
	t.Helper()
	for _, f := range wordmltest.Corpus(t, "testdata/wordpapers") {
		paper, part, _ := strings.Cut(f.Name, "/")
		if part == "answer" {
			list = append(list, wordPaper{paper, answerOf(string(f.Data)), map[string]string{}})
			continue
		}
		list[len(list)-1].parts[part] = strings.ReplaceAll(string(f.Data), "\n", "")
	}
	return list
}

// answerOf reads an answer: its first line is the kind and the words of a finding.
func answerOf(text string) map[string]string {
	answer := map[string]string{}
	for i, line := range strings.Split(strings.TrimSpace(text), "\n") {
		key, value, _ := strings.Cut(line, ": ")
		if i == 0 {
			answer[""], answer["finding"] = key, value
			continue
		}
		answer[key] = value
	}
	return answer
}

// file returns the DOCX.
func (p wordPaper) file(t *testing.T) []byte {
	parts := maps.Clone(p.parts)
	delete(parts, "document")
	delete(parts, "background")
	return wordmltest.Document(t, p.parts["background"]+"<w:body>"+p.parts["document"]+"</w:body>", parts)
}

// shownText matches the elements of DOCX parts whose text is for reading.
var shownText = regexp.MustCompile(`<(?:w|a|m):t(?: [^>]*)?>([^<]*)</(?:w|a|m):t>`)

// TestWordPapers: every construct of the corpus has the answer that is written
// beside it, and every word of a paper is in its PDF, unless the report says why it
// is not. A run by hand reads the words and links of one of three.
func TestWordPapers(t *testing.T) {
	g := newGenerator(t)
	for i, paper := range wordPapers(t) {
		t.Run(paper.name, func(t *testing.T) {
			file := generator.File{Name: paper.name + ".docx", Data: paper.file(t)}
			made, found, err := g.PrintWord(t.Context(), file)
			if err != nil {
				t.Fatal(err)
			}
			report := made.Report(paper.name)
			checkAnswer(t, paper.answer, report, found.Failed(), made)
			if made.Data != nil && effort.Takes(i, 3, 1) {
				lines := linesOfPDF(t, made.Data)
				checkWords(t, paper, textOf(lines))
				checkLine(t, paper.answer["line"], lines)
				checkLinks(t, paper.answer["links"], made.Data)
			}
		})
	}
}

// checkAnswer checks the kind of the answer and its words.
func checkAnswer(t *testing.T, answer map[string]string, report string, refused bool, made generator.WordPDF) {
	t.Helper()
	kind := "exact"
	slight := func(f generator.WordFinding) bool { return f.Slight }
	switch {
	case refused:
		kind = "refused"
	case slices.ContainsFunc(made.Findings, slight):
		kind = "slight"
	case len(made.Findings) > 0:
		kind = "approximated"
	}
	if kind != answer[""] || refused != (made.Data == nil) {
		t.Errorf("%s, want %s\n%s", kind, answer[""], report)
	}
	if !strings.Contains(report, answer["finding"]) {
		t.Errorf("the report lacks %q:\n%s", answer["finding"], report)
	}
	if want := answer["pages"]; want != "" && want != strconv.Itoa(made.Pages) {
		t.Errorf("%d pages, want %s", made.Pages, want)
	}
}

// checkLine checks that a text is one of the lines, whatever its spaces are.
func checkLine(t *testing.T, want string, lines []string) {
	t.Helper()
	letters := func(text string) string { return strings.Join(strings.Fields(text), "") }
	is := func(line string) bool { return letters(line) == letters(want) }
	if want != "" && !slices.ContainsFunc(lines, is) {
		t.Errorf("%q is not a line of\n%s", want, strings.Join(lines, "\n"))
	}
}

// checkLinks checks that the links of a PDF that lead to places in it lead to its
// pages.
func checkLinks(t *testing.T, want string, file []byte) {
	t.Helper()
	f, err := cos.Read(file)
	if err != nil {
		t.Fatal(err)
	}
	count := 0
	pages, _ := f.Pages()
	for _, page := range pages {
		for _, a := range f.Array(f.Dict(page)["Annots"]) {
			to := f.Array(f.Dict(a)["Dest"])
			if len(to) == 5 && slices.Contains(pages, to[0].(cos.Ref)) {
				count++
			}
		}
	}
	if want == "" {
		want = "0"
	}
	if want != strconv.Itoa(count) {
		t.Errorf("%d links inside the paper, want %s", count, want)
	}
}

// linesOfPDF returns the lines of all pages.
func linesOfPDF(t *testing.T, file []byte) (lines []string) {
	t.Helper()
	for _, page := range pdftest.Pages(t, file, 0) {
		lines = append(append(lines, page.Header), page.Lines...)
	}
	return lines
}

// textOf returns the text of lines with single spaces.
func textOf(lines []string) string {
	text := strings.Join(strings.Fields(strings.Join(lines, " ")), " ")
	return strings.ReplaceAll(text, "\u00ad ", "")
}

// checkWords checks that the words of a paper are in the text of its PDF.
func checkWords(t *testing.T, paper wordPaper, text string) {
	t.Helper()
	absent := strings.Split(paper.answer["absent"], "; ")
	for _, part := range slices.Sorted(maps.Keys(paper.parts)) {
		for _, match := range shownText.FindAllStringSubmatch(paper.parts[part], -1) {
			for _, word := range strings.Fields(match[1]) {
				if !strings.Contains(text, word) && !slices.Contains(absent, word) && !replaced(paper, word) {
					t.Errorf("%q of %s is not printed:\n%s", word, part, text)
				}
			}
		}
	}
	for _, words := range absent {
		if words != "" && strings.Contains(text, words) {
			t.Errorf("%q is printed:\n%s", words, text)
		}
	}
	for _, words := range strings.Split(paper.answer["shows"], "; ") {
		if !strings.Contains(text, words) {
			t.Errorf("%q is not printed:\n%s", words, text)
		}
	}
}

// replaced reports whether a word is printed in another form: the saved number of a
// page, or a character of a symbol font.
func replaced(paper wordPaper, word string) bool {
	_, err := strconv.Atoi(word)
	return err == nil && strings.Contains(paper.parts["document"]+paper.parts["footer1"], "PAGE") ||
		strings.ContainsFunc(word, func(r rune) bool { return r >= 0xF000 && r < 0xF100 })
}

// TestWordPapersOfEditors: papers that editors saved are printed without a loss. A run
// by hand takes one of four.
func TestWordPapersOfEditors(t *testing.T) {
	g := newGenerator(t)
	files, err := filepath.Glob("testdata/wordpapers/*.docx")
	if err != nil || len(files) == 0 {
		t.Fatal("no papers", err)
	}
	for i, name := range files {
		if !effort.Takes(i, 4, 1) {
			continue
		}
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		made, found, err := g.PrintWord(t.Context(), generator.File{Name: name, Data: data})
		if err != nil || found.Failed() {
			t.Errorf("%s: %v %v", name, err, found)
			continue
		}
		text := pdftest.Folded(textOf(linesOfPDF(t, made.Data)))
		for _, word := range wordsOfDOCX(t, data) {
			if !strings.Contains(text, pdftest.Folded(word)) && word != hiddenWord {
				t.Errorf("%s: %q is not printed in %s", name, word, text)
			}
		}
	}
}

// hiddenWord is hidden text of libreoffice-inline.docx.
const hiddenWord = "скрыто"

// wordsOfDOCX returns the words of the parts of a DOCX that are for reading.
func wordsOfDOCX(t *testing.T, file []byte) (words []string) {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	part := regexp.MustCompile(`^word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml$`)
	for _, f := range archive.File {
		if !part.MatchString(f.Name) {
			continue
		}
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		for _, match := range shownText.FindAllStringSubmatch(string(data), -1) {
			words = append(words, strings.Fields(match[1])...)
		}
	}
	return words
}
