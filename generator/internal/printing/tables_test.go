package printing

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"protokol/generator/diag"
	"protokol/generator/internal/compose"
	"protokol/generator/internal/input"
	"protokol/generator/internal/layout"
	"protokol/generator/style"
)

// tornLines returns the lines of a paper that end inside a word, a number or a
// date: with no space or hyphen in the text.
func tornLines(paper *Paper) (torn []string) {
	for _, page := range paper.Layout.Pages {
		for _, line := range page.Lines {
			text := line.Text()
			if line.Joined && !line.Divided && !strings.HasSuffix(text, "-") && !strings.HasSuffix(text, "–") &&
				!strings.HasSuffix(text, "—") {
				torn = append(torn, text)
			}
		}
	}
	return torn
}

// TestTornLines: no line of a paper, in a table or outside, ends inside a word or
// a number.
func TestTornLines(t *testing.T) {
	for _, sheet := range styles {
		cells := 0
		for _, file := range examples(t) {
			_, all := papersIn(t, sheet, file)
			for _, kind := range slices.Sorted(maps.Keys(all)) {
				for _, line := range tornLines(all[kind]) {
					example := filepath.Base(filepath.Dir(file))
					t.Errorf("%s, %s, %s: a line ends inside a word: %s", sheet, example, kind, line)
				}
				cells += countCells(all[kind].Layout.Structure)
			}
		}
		if cells < 500 {
			t.Errorf("%s: only %d cells", sheet, cells)
		}
	}
}

func countCells(e *layout.Element) (count int) {
	if e.Role == "TD" || e.Role == "TH" {
		count++
	}
	for _, kid := range e.Kids {
		count += countCells(kid)
	}
	return count
}

// meetingWith is a meeting with a table in its only question.
const meetingWith = `date = 2026-01-15
number = "1"
chair = "Первый И. И."
secretary = "Вторая М. П."
council.name = "Координационный совет"
people = [{ name = "Первый Иван Иванович" }, { name = "Вторая Мария Петровна" }]
[[agenda]]
title = "О плане."
discussion = ["План работы на год представлен в таблице."]
decisions = ["Утвердить план."]
[agenda.table]
`

// tables are tables whose columns would be too narrow if they only had their
// share of the width.
var tables = map[string]string{
	"plan": `columns = [{ title = "№ п/п", width = 1 }, { title = "Мероприятие", width = 9 },
  { title = "Срок", width = 1 }, { title = "Отметка о выполнении", width = 1 }]
rows = [["1", "Проверить водоёмы", "до 15 апреля 2026 г.", "выполнено"], ["2", "Отчёт", "01.02.2026", "нет"]]`,
	"sums": `caption = "Расходы"
columns = [{ title = "Статья", width = 30 }, { title = "Сумма, тыс. руб.", width = 1 }, { title = "Доля", width = 1 }]
rows = [["Материалы", "1 250,00", "−12,5 %"], ["Услуги", "12 345 678,90", "100 %"]]`,
	"links": `columns = ["№", "Материал", "Ссылка"]
rows = [["1", "Положение о порядке", "https://docs.example.org/spreadsheets/d/1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789AbCdEf/edit?usp=sharing&ouid=105555555555555555555"]]`,
	"wide": `columns = ["№ п/п", "РЭС", "ТП/РП", "Адрес", "Тип ПУ", "Серийный номер", "№ договора", "Лицевой счёт"]
rows = [["1", "Восточный", "ТП-118", "ул. Садовая, д. 2", "Меркурий-201", "0118270112", "67-00012-26", "670001234567"]]`,
}

// printTable prints a protocol with a table.
func printTable(t testing.TB, press *Press, table string) *Paper {
	t.Helper()
	paper, err := tryTable(t, press, table)
	if err != nil {
		t.Fatal(err)
	}
	return paper
}

func tryTable(t testing.TB, press *Press, table string) (*Paper, error) {
	t.Helper()
	m, problems := input.Read("m.toml", []byte(meetingWith+table), press.Reading(os.ReadFile))
	if problems.Failed() {
		t.Fatal(problems)
	}
	return press.Paper(t.Context(), compose.Request{Kind: "protocol"}, m.Meeting, Origin{})
}

// TestColumns: words, numbers and dates stay whole in the cells of tables whose
// columns have less than their share, in all sheets; addresses end their lines
// after a mark.
func TestColumns(t *testing.T) {
	for _, sheet := range styles {
		press := newPress(t, sheet)
		for _, name := range slices.Sorted(maps.Keys(tables)) {
			for _, line := range tornLines(printTable(t, press, tables[name])) {
				if name != "links" || !strings.ContainsAny(line[len(line)-1:], "/?&=") {
					t.Errorf("%s, %s: a line ends inside a word: %s", sheet, name, line)
				}
			}
		}
	}
}

// TestColumnsOfEditors: LibreOffice and ONLYOFFICE break the lines of the cells
// where the PDF does, and so their columns have the same widths. ONLYOFFICE breaks
// addresses after letters.
func TestColumnsOfEditors(t *testing.T) {
	dir := t.TempDir()
	var bases, words []string
	for _, sheet := range styles {
		press := newPress(t, sheet)
		for _, name := range slices.Sorted(maps.Keys(tables)) {
			for _, turned := range []string{"", "\nlandscape = true"} {
				paper := printTable(t, press, tables[name]+turned)
				base := filepath.Join(dir, fmt.Sprint(sheet, "-", name, len(turned)))
				for _, format := range Formats {
					if err := os.WriteFile(base+"."+format, write(t, press, paper, format), 0o666); err != nil {
						t.Fatal(err)
					}
				}
				if bases = append(bases, base); name != "links" {
					words = append(words, base)
				}
			}
		}
	}
	t.Run("LibreOffice", func(t *testing.T) { sameColumns(t, bases, libreOffice) })
	t.Run("ONLYOFFICE", func(t *testing.T) { sameColumns(t, sample(words, 4), onlyOffice) })
}

func sameColumns(t *testing.T, bases []string, convert func(*testing.T, string, []string)) {
	found := compareEditor(t, bases, convert)
	t.Log(found)
	if found.sameLines < found.lines || found.samePages < found.papers {
		t.Error("some lines or pages end elsewhere")
	}
}

// TestSmallerTables: a table that does not fit gets smaller type; on a turned page
// it need not.
func TestSmallerTables(t *testing.T) {
	press := newPress(t, "gost-2025")
	size := func(table string) float64 {
		paper := printTable(t, press, table)
		for _, page := range paper.Layout.Pages {
			for _, line := range page.Lines {
				if strings.Contains(line.Text(), "Меркурий") {
					return line.Runs[0].Size
				}
			}
		}
		return 0
	}
	cell := press.Sheet.Styles[press.Sheet.Table.CellStyle].Size
	if got := size(tables["wide"]); got >= cell {
		t.Errorf("%v pt on an upright page", got)
	}
	if got := size(tables["wide"] + "\nlandscape = true"); got != cell {
		t.Errorf("%v pt on a turned page, want %v", got, cell)
	}
}

// TestTooWide: a table that fits in no type is an error at its widest column.
func TestTooWide(t *testing.T) {
	press := newPress(t, "gost-2025")
	titles, cells := make([]string, 16), make([]string, 16)
	for i := range titles {
		titles[i], cells[i] = fmt.Sprintf(`"Показатель%d"`, i), `"670001234567"`
	}
	titles[7] = `"Высококвалифицированный"`
	_, err := tryTable(t, press, "columns = ["+strings.Join(titles, ", ")+"]\nrows = [["+strings.Join(cells, ", ")+"]]")
	missing, ok := err.(compose.MeetingError)
	if !ok || len(missing.List) != 1 {
		t.Fatal(err)
	}
	want := diag.Problem{Key: "agenda[0].table.columns[7].title", Message: "Высококвалифицированный",
		Hint: "landscape = true"}
	got := missing.List[0]
	if got.Key != want.Key || !strings.Contains(got.Message, want.Message) || !strings.Contains(got.Hint, want.Hint) {
		t.Errorf("%+v", got)
	}
}

// TestRoomAboveTables: a table without a caption has room above it, like one with
// a caption.
func TestRoomAboveTables(t *testing.T) {
	for _, sheet := range styles {
		press := newPress(t, sheet)
		paper := printTable(t, press, tables["plan"])
		var text, rule float64
		for _, line := range paper.Layout.Pages[0].Lines {
			if strings.Contains(line.Text(), "в таблице") {
				text = line.Baseline
			}
		}
		rule = slices.MinFunc(paper.Layout.Pages[0].Rules, func(a, b layout.Rule) int { return int(a.Y1 - b.Y1) }).Y1
		body := press.Sheet.Styles["body"]
		below := body.Size * body.Line * 0.2 // below the baseline, at least
		if rule-text < press.Sheet.Table.Before+below {
			t.Errorf("%s: %.1f pt between the baseline and the table", sheet, rule-text)
		}
		if press.Sheet.Table.Frame != style.Ruled {
			t.Errorf("%s: tables have no rules", sheet)
		}
	}
}
