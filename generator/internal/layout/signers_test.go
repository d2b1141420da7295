package layout

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"protokol/generator/internal/flow"
	"protokol/generator/internal/shipped"
)

// signFields returns the fields of a Word paper whose paragraphs have the given texts;
// a tab stands for a wide tab stop, a tab after a full stop for one with dots.
func signFields(t *testing.T, signers []Signer, table bool, lines ...string) (fields []string) {
	t.Helper()
	made, page := signedLines(t, lines)
	if table {
		made.Structure.Role = flow.TableOf
	}
	made.SignHere(signers, shipped.Family(t))
	for _, p := range made.Pages {
		for _, line := range p.Lines {
			for _, r := range line.Runs {
				if r.Kind == FormField {
					fields = append(fields, r.Element.Field.Name+": "+r.Element.Field.Tooltip)
					if r.X < page.Left || r.X+r.Width > page.Width-page.Right || r.Width < 30 {
						t.Errorf("%s: from %g, %g wide", fields[len(fields)-1], r.X, r.Width)
					}
				}
			}
		}
	}
	return fields
}

// signedLines lays out the paragraphs of signFields.
func signedLines(t *testing.T, lines []string) (*Result, flow.Page) {
	t.Helper()
	font := flow.Font{Size: 12}
	var blocks []flow.Block
	for _, text := range lines {
		p := &flow.Paragraph{Role: flow.P, Font: font, Pitch: flow.Multiple, Spacing: 1,
			Tabs: []flow.Tab{{At: 300}}}
		for i, part := range strings.Split(text, "\t") {
			if i > 0 {
				p.Runs = append(p.Runs, flow.Run{Kind: flow.TabStop, Font: font})
			}
			if strings.HasSuffix(part, ".") {
				part, p.Tabs = strings.TrimSuffix(part, "."), []flow.Tab{{At: 300, Leader: '.'}}
			}
			p.Runs = append(p.Runs, flow.Run{Text: part, Font: font})
		}
		blocks = append(blocks, p)
	}
	page := flow.Page{Width: 595, Height: 842, Left: 70, Right: 40, Top: 50, Bottom: 50}
	return Pages(&flow.Paper{Word: true, Page: page, Blocks: append([]flow.Block{&flow.Section{Page: page}},
		blocks...)}, shipped.Family(t)), page
}

// TestSkipLeaders: papers of rules before 8 have no fields in lines with leaders.
func TestSkipLeaders(t *testing.T) {
	for _, skips := range []bool{false, true} {
		made, _ := signedLines(t, []string{"Директор.\tИ. П. Остроумов"})
		made.SkipLeaders = skips
		made.SignHere(nil, shipped.Family(t))
		isField := func(r Run) bool { return r.Kind == FormField }
		if slices.ContainsFunc(made.Pages[0].Lines[0].Runs, isField) == skips {
			t.Errorf("skips leaders: %v, has a field: %v", skips, !skips)
		}
	}
}

// TestSignHere: lines with a position, a place to sign and a name have fields;
// other lines with names, dates or blanks have none.
func TestSignHere(t *testing.T) {
	chair := []Signer{{"Председатель", "И.П.\u00a0Остроумов", "chair"}, {"Секретарь", "М.Ю. Щербакова", "secretary"}}
	for _, one := range []struct {
		name    string
		signers []Signer
		lines   []string
		want    []string
	}{
		{"a tab", nil, []string{"Директор\tИ. П. Остроумов"},
			[]string{"signer01: Электронная подпись: Директор И. П. Остроумов"}},
		{"a tab with dots", nil, []string{"Директор.\tИ. П. Остроумов", "Раздел.\t7"},
			[]string{"signer01: Электронная подпись: Директор И. П. Остроумов"}},
		{"dots of a programme", chair, []string{"Вступительное слово директора лицея.\tА. А. Ким",
			"Доклад секретаря.\tМ. Ю. Щербакова", "Председателя комиссии избирает собрание.\tИ. П. Остроумов"}, nil},
		{"dots of signers", chair, []string{"И.о. директора лицея.\tА. А. Ким", "Первый заместитель.\tЯ. Я. Цой",
			"Секретарь собрания.\tМ. Ю. Щербакова"},
			[]string{"signer01: Электронная подпись: И.о. директора лицея А. А. Ким",
				"signer02: Электронная подпись: Первый заместитель Я. Я. Цой",
				"secretary: Электронная подпись: Секретарь М.Ю. Щербакова"}},
		{"underscores", nil, []string{"Подпись ____________ /Петрова А. С./"},
			[]string{"signer01: Электронная подпись: Подпись Петрова А. С."}},
		{"two in a line", nil, []string{"_________ И. П. Остроумов          _________ / М. Ю. Щербакова /"},
			[]string{"signer01: Электронная подпись: И. П. Остроумов",
				"signer02: Электронная подпись: М. Ю. Щербакова"}},
		{"known", chair, []string{"Секретарь\tМ. Ю. Щербакова", "Председатель собрания ________ И. П. Остроумов"},
			[]string{"secretary: Электронная подпись: Секретарь М.Ю. Щербакова",
				"chair: Электронная подпись: Председатель И.П. Остроумов"}},
		{"in full", chair, []string{"Главный бухгалтер\tПетрова Анна Сергеевна",
			"Член комиссии ______ Иван Ильич СИДОРОВ",
			"Председатель\tОстроумов Иван Павлович", "Ведёт собрание\tМария Юрьевна Щербакова"},
			[]string{"signer01: Электронная подпись: Главный бухгалтер Петрова Анна Сергеевна",
				"signer02: Электронная подпись: Член комиссии Иван Ильич СИДОРОВ",
				"chair: Электронная подпись: Председатель И.П. Остроумов",
				"secretary: Электронная подпись: Секретарь М.Ю. Щербакова"}},
		{"entries of forms", nil, []string{"Фамилия, имя, отчество\tПетрова Анна Сергеевна",
			"Истец\tПетрова Анна Сергеевна", "Председатель\tСовет Народных Депутатов"}, nil},
		{"position only", chair, []string{"Председатель ____________", "Место ____________"},
			[]string{"chair: Электронная подпись: Председатель И.П. Остроумов"}},
		{"no place", chair, []string{"Слушали: И. П. Остроумова", "от 20.11.2026 № 7\tИ. П. Остроумов",
			"Докладчик:\tИ. П. Остроумов", "Адрес ____________________", "Директору\tООО «Ромашка»"}, nil},
	} {
		if diff := cmp.Diff(one.want, signFields(t, one.signers, false, one.lines...)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", one.name, diff)
		}
	}
	if got := signFields(t, chair, true, "Председатель ________ И. П. Остроумов"); got != nil {
		t.Errorf("a table of data has %q", got)
	}
}
