package printing

import (
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"protokol/generator/diag"
	"protokol/generator/document"
	"protokol/generator/internal/compose"
	"protokol/generator/internal/effort"
	"protokol/generator/internal/meeting"
	"protokol/generator/internal/origin"
	"protokol/generator/internal/pdftest"
)

// wordTemplates are the Word templates of the examples with the kinds of their papers.
var wordTemplates = map[string]string{"protocol.docx": "protocol", "letter.docx": "letter",
	"application.docx": "application"}

// wordFolder holds these templates and their meeting.
const wordFolder = "../../../examples/templates/"

// exampleTemplate opens a Word template of the examples.
func exampleTemplate(t *testing.T, name string) *origin.File {
	t.Helper()
	data, err := os.ReadFile(wordFolder + name)
	if err != nil {
		t.Fatal(err)
	}
	return &origin.File{Role: origin.Word, Path: name, Data: data}
}

// wordPress is a press that fills a Word template.
func wordPress(t *testing.T, file *origin.File) *Press {
	t.Helper()
	press := newPress(t, DefaultStyle)
	var err error
	if press.Word, err = OpenWord(file); err != nil {
		t.Fatal(err)
	}
	press.wordFile = file
	return press
}

// allFacts is the body of a template that all meetings can fill: conditions, repetitions,
// rows, cases, lists, numbers, capitals, defaults.
func allFacts() string {
	var b strings.Builder
	for _, text := range []string{
		"{вид | с заглавной} № {номер | иначе «б/н»} от {дата}, {дата | прописью}, {дата | цифрами}",
		"{тема | заглавными | иначе «без темы»}", "{место | иначе «заочно»}\tв {начало | иначе «течение дня»}",
		"Председатель: {председатель | иначе «нет»}; председателя – {председатель | кого | инициалы | иначе «нет»}",
		"Присутствовали ({участники | количество}): {участники | через точку с запятой}",
		"{если номер}Протокол с номером {номер}.{иначе}Без номера.{конец}",
		"{если участники > 3}Нас много: {участники | количество | прописью}.{иначе}Нас мало.{конец}",
		"{для каждого вопроса}", "{вопрос.номер}. {вопрос.название}", "{если вопрос.примечание}",
		"Примечание: {вопрос.примечание}", "{конец}",
		"{для каждого решения}", "{решение.№}) {решение.текст}{если решение.срок} – срок {решение.срок}{конец}",
		"{конец}",
		"{если вопрос.голосование}За {вопрос.голосование.за}, против {вопрос.голосование.против}: " +
			"{вопрос.голосование.текст}{конец}",
		"{если вопрос.голосование.за > 1}Принято большинством.{конец}", "{конец}",
	} {
		b.WriteString(wordParagraph(text))
	}
	bold := strings.NewReplacer("<w:r>", "<w:r><w:rPr><w:smallCaps/></w:rPr>")
	b.WriteString(bold.Replace(wordParagraph("секретарь {секретарь | иначе «не избран»}")))
	b.WriteString(wordRow("{участник.№}. {участник.имя}, {участник.должность | иначе «без должности»}"))
	return b.String()
}

// loweredPaper returns the paper of a kind with its pages, or nil if the meeting lacks
// something.
func loweredPaper(t *testing.T, press *Press, r compose.Request, m *meeting.Meeting) *Paper {
	t.Helper()
	paper, err := press.Paper(t.Context(), r, m, Origin{})
	if errors.As(err, new(compose.MeetingError)) || errors.As(err, new(diag.Report)) {

		return nil
	}
	if err != nil {
		t.Fatal(err)
	}
	if err := press.lower(t.Context(), paper, paper.word.Ranges()); err != nil {
		t.Fatal(err)
	}
	paper.Layout = paper.lowered.Layout
	return paper
}

// TestWordOrigins checks the origins of the text on the pages of papers made from the Word
// templates of the examples.
func TestWordOrigins(t *testing.T) {
	papers := 0
	all := wordPress(t, wordFile(t, allFacts()))
	for _, file := range examples(t) {
		for _, kind := range []string{"protocol", "letter"} {
			m, _ := read(t, all, file)
			if paper := loweredPaper(t, all, compose.Request{Kind: kind}, m); paper != nil {
				papers++
				checkOrigins(t, kind+" of "+filepath.Dir(file), m, onPages(paper))
			}
		}
	}
	for name, kind := range wordTemplates {
		press := wordPress(t, exampleTemplate(t, name))
		for _, file := range examples(t) {
			m, _ := read(t, press, file)
			if paper := loweredPaper(t, press, compose.Request{Kind: kind}, m); paper != nil {
				papers++
				checkOrigins(t, name+" of "+filepath.Dir(file), m, onPages(paper))
			}
		}
	}
	if papers < 5 {
		t.Errorf("only %d papers", papers)
	}
}

// checkOrigins checks that texts are of known origin, that their origins name keys, and that
// values are what the file says.
func checkOrigins(t *testing.T, name string, m *meeting.Meeting, list []printed) {
	t.Helper()
	if share, first := unknown(list); share > unknownShare || len(list) == 0 {
		t.Errorf("%s: %.1f %% of %d texts of unknown origin: %q", name, 100*share, len(list), first)
	}
	values := map[string]string{}
	m.EachValue(func(key string, v reflect.Value) {
		if v.Kind() == reflect.String {
			values[key] = pdftest.Folded(v.String())
		}
	})
	for _, p := range list {
		if p.origin == nil {
			continue
		}
		named := p.origin.Kind == document.Value || p.origin.Kind == document.Computed
		if named != (len(p.origin.Keys) > 0) {
			t.Errorf("%s: %q is of kind %d with the keys %q", name, p.text, p.origin.Kind, p.origin.Keys)
		}
		if p.origin.Kind == document.Value {
			if value, ok := values[p.origin.Keys[0]]; ok && !strings.Contains(value, pdftest.Folded(p.text)) {
				t.Errorf("%s: %q is not in %s, which is %q", name, p.text, p.origin.Keys[0], value)
			}
		}
	}
}

// TestWordMutations checks that a change of a value changes only the text of a paper made
// from a Word template whose origin names its key.
func TestWordMutations(t *testing.T) {
	seen := 0
	all := wordPress(t, wordFile(t, allFacts()))
	for i, file := range examples(t) {
		if effort.Takes(i, 2, 1) {
			seen += mutateWord(t, all, "protocol", file)
		}
	}
	for name, kind := range wordTemplates {
		press := wordPress(t, exampleTemplate(t, name))
		for i, file := range examples(t) {
			own := filepath.Base(filepath.Dir(file)) == "templates"
			if own || effort.Takes(i, 2, 1) && kind == "protocol" {
				seen += mutateWord(t, press, kind, file)
			}
		}
	}
	if seen < 10 {
		t.Errorf("%d changes were seen", seen)
	}
}

// mutateWord returns how many changes of a meeting change a paper.
func mutateWord(t *testing.T, press *Press, kind, file string) (seen int) {
	t.Helper()
	whole, problems := readMutant(press, file, nil)
	if problems.Failed() {
		t.Fatal(problems)
	}
	before := loweredPaper(t, press, request(kind, whole), whole.Meeting)
	if before == nil {
		return 0
	}
	old := onPages(before)
	for _, m := range mutations(t, file, whole) {
		mutant, problems := readMutant(press, file, m.files)
		if problems.Failed() {
			continue
		}
		after := loweredPaper(t, press, request(kind, mutant), mutant.Meeting)
		if after == nil {
			continue // the change was noticed
		}
		now := onPages(after)
		if joined(old, "") != joined(now, "") {
			seen++
		}
		if old, now := joined(old, m.key), joined(now, m.key); old != now {
			t.Errorf("%s, %s: a change of %s changes more than names it:\n%s", file, kind, m.key, difference(old, now))
		}
	}
	return seen
}
