package generator

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"protokol/generator/internal/effort"
	"protokol/generator/internal/engine"
	"protokol/generator/internal/printing"
	"protokol/generator/internal/wordml/wordmltest"
)

// exampleFiles holds the example meetings.
var exampleFiles = os.DirFS("../examples")

var keep = flag.Bool("keep", false, "keep papers of the current rules in testdata/papers")

// keptPapers are made for every rules number: each kind, each form of protocol,
// each common style sheet. Later programs must verify them.
var keptPapers = []struct {
	example, style, format string
	request                Request
}{
	{"2017-11-20", "gost-2025", "pdf", Request{Kind: "protocol"}},
	{"2017-11-20", "gost-2016", "docx", Request{Kind: "protocol"}},
	{"2026-03-12", "council", "pdf", Request{Kind: "protocol"}},
	{"2026-04-16", "gost-2025", "pdf", Request{Kind: "protocol"}},
	{"2026-04-16", "gost-2025", "docx", Request{Kind: "protocol"}},
	{"2026-05-20", "gost-2016", "pdf", Request{Kind: "protocol"}},
	{"2026-06-14", "gost-2025", "pdf", Request{Kind: "protocol"}},
	{"2026-04-16", "gost-2025", "pdf", Request{Kind: "extract", Items: []int{1, 2}}},
	{"2026-03-12", "gost-2025", "pdf", Request{Kind: "notice"}},
	{"2026-03-12", "gost-2016", "pdf", Request{Kind: "attendance"}},
	{"2026-03-12", "gost-2025", "pdf", Request{Kind: "assignments", Sort: "deadline"}},
	{"2026-03-12", "gost-2025", "pdf", Request{Kind: "letter"}},
	{"2026-03-12", "gost-2025", "docx", Request{Kind: "invitation", To: 1}},
	{"2026-03-12", "gost-2025", "pdf", Request{Kind: "application", Fillable: true}},
	{"2026-03-12", "council", "pdf", Request{Kind: "consent", Blank: true}},
}

// wholeSince are the first rules whose papers the current program prints page by page as then.
const wholeSince = 8

// TestKeptPapers: papers of the rules wholeSince and later equal their reprints page by page,
// those of earlier rules at least word by word. Those of Word templates have, by rules 7, an author,
// rows below rows of an item, and a line of a programme with dots; rows-word.pdf is that of keptWord. When the pages of
// a paper change, raise printing.Rules and keep new papers:
//
//	go test ./generator -run TestKeptPapers -keep
func TestKeptPapers(t *testing.T) {
	current := filepath.Join("testdata", "papers", strconv.Itoa(printing.Rules))
	if *keep {
		keepPapers(t, current)
	}
	if found, err := filepath.Glob(filepath.Join(current, "*")); err != nil || len(found) != len(keptPapers)+1 {
		t.Errorf("%s holds %d papers of %d (%v); keep them with -keep", current, len(found), len(keptPapers)+1, err)
	}
	files, err := filepath.Glob(filepath.Join("testdata", "papers", "*", "*"))
	if err != nil {
		t.Fatal(err)
	}
	g := newTestGenerator(t, Config{})
	for i, file := range files {
		if sample := 8; !effort.Full() && !strings.Contains(file, "-word.") &&
			(filepath.Dir(file) != current && i%(4*sample) > 0 || i%sample > 0) {
			continue // .ci/run verifies all of them
		}
		t.Run(filepath.ToSlash(file), func(t *testing.T) {
			t.Parallel()
			verifyKept(t, g, file)
		})
	}
}

// wordsSince holds what kept papers of earlier rules lack of the words that the
// current templates print, from the first word that differs.
var wordsSince = map[string]string{
	"1/2026-03-12-notice-gost-2025.pdf":   "Окончание: 12.45",
	"1/2026-04-16-extract-gost-2025.pdf":  "«___» ____________ 20__ г.",
	"2/2026-05-20-protocol-gost-2016.pdf": "Е., исполнительный директор Ассоциации «Вымышленные мастера»",
}

func verifyKept(t *testing.T, g *Generator, file string) {
	t.Helper()
	rules, err := strconv.Atoi(filepath.Base(filepath.Dir(file)))
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	v, err := g.Verify(t.Context(), File{Name: file, Data: data})
	if err != nil {
		t.Fatal(err)
	}
	var words strings.Builder
	v.Write(&words)
	switch {
	case rules >= wholeSince && v.Err() != nil:
		t.Errorf("the pages of this paper have changed: decide by Rules what is printed, raise printing.Rules "+
			"and keep new papers\n%s", words.String())
	case rules < wholeSince && !v.OtherRules && len(v.Foreign) == 0 && v.Err() != nil,
		!lacksOnly(v, wordsSince[keptName(file)]):
		t.Errorf("a paper of earlier rules: %v\n%s", v.Err(), words.String())
	case v.OtherRules && v.DOCX && !strings.Contains(words.String(), "сверены слова и рисунки; номера пунктов"):
		t.Errorf("numbers of items are not compared: %s", words.String())
	}
}

// TestMarksByEarlierRules: a Word paper with marks of agreement below the signatures in several tables, as rules 14
// printed them, is not called changed.
func TestMarksByEarlierRules(t *testing.T) {
	file := filepath.Join("testdata", "papers", "14", "marks-gost-2025.docx")
	verifyKept(t, newTestGenerator(t, Config{}), file)
}

// keptName returns the rules number and the name of a kept paper.
func keptName(file string) string {
	return filepath.Base(filepath.Dir(file)) + "/" + filepath.Base(file)
}

// lacksOnly reports whether a paper differs from its reprint only in that it lacks
// the given words, or not at all if there are none.
func lacksOnly(v *Verdict, words string) bool {
	found := v.Differences
	if words == "" {
		return len(found) == 0
	}
	return len(found) == 1 && (strings.Contains(found[0].Text, "нет «"+words+"»") ||
		strings.HasSuffix(found[0].Text, "по исходному файлу «"+words+"»"))
}

// TestStampedByEarlierProgram: the signature beside a copy that an earlier
// program stamped is right for the original inside of it, and the copy is neither
// passed nor called forged.
func TestStampedByEarlierProgram(t *testing.T) {
	var files []File
	for _, name := range []string{"copy.pdf", "copy.pdf.sig"} {
		data, err := os.ReadFile(filepath.Join("testdata", "stamped", name))
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, File{Name: name, Data: data})
	}
	v, err := newTestGenerator(t, Config{}).Verify(t.Context(), files[0], files[1])
	if err != nil {
		t.Fatal(err)
	}
	if !v.Inside || !v.Detached[0].Verified || len(v.Detached[0].Problems) > 0 || v.Err() == nil {
		t.Errorf("%v: %v", v.Err(), v.Detached)
	}
}

// keepPapers writes the papers of the current rules.
func keepPapers(t *testing.T, folder string) {
	t.Helper()
	if err := os.MkdirAll(folder, 0o777); err != nil {
		t.Fatal(err)
	}
	for _, p := range keptPapers {
		g := newTestGenerator(t, Config{Style: p.style, Source: true})
		m, problems := g.Read(exampleFiles, p.example+"/meeting.toml")
		if problems.Failed() {
			t.Fatal(problems)
		}
		paper, problems, err := g.Make(t.Context(), m, p.request)
		if err != nil || problems.Failed() {
			t.Fatal(p, err, problems)
		}
		var b bytes.Buffer
		if err := paper.Write(&b, p.format); err != nil {
			t.Fatal(err)
		}
		name := fmt.Sprintf("%s-%s-%s.%s", p.example, p.request.Kind, p.style, p.format)
		if err := os.WriteFile(filepath.Join(folder, name), b.Bytes(), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	made, problems, err := newTestGenerator(t, Config{Source: true}).PrintWord(t.Context(),
		File{Name: "rows.docx", Data: keptWord(t)})
	if err == nil {
		err = os.WriteFile(filepath.Join(folder, "rows-word.pdf"), made.Data, 0o666)
	}
	if err != nil || problems.Failed() {
		t.Fatal(err, problems)
	}
}

// keptWord is a Word file with rows that end pages, with footnotes and inner tables, rows that are higher than a page,
// notes with marks of their own, and empty labels.
func keptWord(t *testing.T) []byte {
	lines := func(count int, text string) string {
		return strings.Repeat("<w:p><w:r><w:t>"+text+"</w:t></w:r></w:p>", count)
	}
	note := func(id, mark string) string {
		return `<w:p><w:r><w:t>доклад</w:t></w:r><w:r><w:footnoteReference w:id="` + id + `"` + mark + `/></w:r></w:p>`
	}
	table := func(props, cells string) string {
		return "<w:tbl><w:tr>" + props + "<w:tc>" + cells + "</w:tc></w:tr></w:tbl>"
	}
	body := note("1", ` w:customMarkFollows="1"`) + note("2", "") + lines(48, "до") +
		table("", lines(5, "ряд")+note("3", "")+lines(20, "ряд")+note("4", "")+lines(4, "ряд")) + lines(1, "между") +
		table("", table("", lines(90, "внутри"))+lines(1, "после")) +
		table("<w:trPr><w:cantSplit/></w:trPr>", lines(90, "целый")) +
		`<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>пункт</w:t></w:r></w:p>`
	notes := ""
	for id := range 5 {
		notes += fmt.Sprintf(`<w:footnote w:id="%d">`, id) + `<w:p><w:r><w:footnoteRef/></w:r></w:p>` +
			lines(2+3*id, fmt.Sprint("сноска ", id)) + "</w:footnote>"
	}
	return wordmltest.File(t, body, map[string]string{"footnotes": notes, "numbering": `<w:abstractNum ` +
		`w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="none"/><w:lvlText w:val=""/>` +
		`</w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`})
}

func newTestGenerator(t *testing.T, c Config) *Generator {
	t.Helper()
	c.CacheDir, c.Now = engine.Folder(), time.Now
	g, err := New(c)
	if err != nil {
		t.Fatal(err)
	}
	return g
}
