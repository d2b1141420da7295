package style

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"protokol/generator/diag"
	"protokol/generator/internal/tomlfile"
)

// Read reads a style sheet. Every problem has its position in the file: invalid
// TOML, unknown keys, invalid values.
func Read(name string, src []byte) (*Sheet, diag.List) {
	file, problems := tomlfile.Parse(name, src)
	tomlfile.FitListAdvice(problems, Sheet{})
	if problems.Failed() {
		return nil, problems
	}
	if file.Has("agenda") || file.Has("council") || file.Has("people") {
		return nil, diag.List{{File: name, Message: "это файл заседания или органа, а нужна таблица стилей",
			Hint: "проверьте имя файла", Code: diag.CodeStyles}}
	}
	var sheet Sheet
	problems = append(problems, file.Bind(&sheet)...)
	if problems.Failed() {
		return nil, problems.Sorted() // invalid values have not been read
	}
	for _, p := range sheet.check() {
		problems = append(problems, file.Locate(p))
	}
	if problems.Failed() {
		return nil, problems.Sorted()
	}
	sheet.derive()
	return &sheet, problems.Sorted()
}

// Has returns an error for the first paragraph style in names that the sheet
// lacks.
func (s *Sheet) Has(names []string) error {
	for _, name := range names {
		if _, ok := s.Styles[name]; ok {
			continue
		}
		known := slices.Sorted(maps.Keys(s.Styles))
		if near := diag.Nearest(name, known); near != "" {
			return fmt.Errorf("в таблице стилей %s нет стиля «%s»; возможно, вы имели в виду «%s»", s.Name, name, near)
		}
		return fmt.Errorf("в таблице стилей %s нет стиля «%s»; есть: %s", s.Name, name, strings.Join(known, ", "))
	}
	return nil
}

// HasTables returns an error for the first table style in names that the sheet
// lacks.
func (s *Sheet) HasTables(names []string) error {
	for _, name := range names {
		_, ok := s.Tables[name]
		if _, other := s.Tables[newer[name]]; !ok && !other {
			return fmt.Errorf("в таблице стилей %s нет вида таблиц «%s»; есть: %s", s.Name, name,
				strings.Join(slices.Sorted(maps.Keys(s.Tables)), ", "))
		}
	}
	return nil
}

// Required lists the styles that every sheet must have because they are
// defaults.
var Required = []string{"body", "title", "heading"}

// listKinds lists the kinds of lists that every sheet must describe.
var listKinds = []string{"decimal", "letter", "dash", "plain"}

// check returns the problems with values.
func (s *Sheet) check() (problems diag.List) {
	bad := func(key, format string, args ...any) {
		problems = append(problems, diag.Problem{Key: key, Message: fmt.Sprintf(format, args...)})
	}
	if s.Page.TextWidth() < 50 || s.Page.TextHeight() < 50 {
		bad("page", "между полями остаётся меньше 50 мм")
	}
	for _, margin := range []float64{s.Page.Left, s.Page.Right, s.Page.Top, s.Page.Bottom} {
		if margin < 0 {
			bad("page", "поле страницы меньше нуля")
		}
	}
	for _, kind := range slices.Sorted(maps.Keys(s.Pages)) {
		if page := s.Page.with(s.Pages[kind]); page.TextWidth() < 50 || page.TextHeight() < 50 {
			bad("pages."+kind, "между полями остаётся меньше 50 мм")
		}
	}
	if s.Page.Emblem < 0 {
		bad("page.emblem", "расстояние от края листа меньше нуля")
	}
	s.PageNumber.check(bad)
	for _, name := range slices.Sorted(maps.Keys(s.Styles)) {
		s.checkStyle(name, bad)
	}
	s.checkTitles(bad)
	s.checkNames(bad)
	if s.Signature.Lines < 0 || s.Signature.Position <= 0 || s.Signature.After < 0 {
		bad("signature", "нужны position больше нуля, lines и after не меньше нуля")
	}
	if p := s.PDF.Profile; p != "" && !slices.Contains(Profiles, p) {
		bad("pdf.profile", "неизвестный профиль PDF «%s»; есть %s", p, strings.Join(Profiles, ", "))
	}
	return problems
}

// checkTitles reports styles with the same title, which Word would treat as one
// style (ECMA-376, 17.7.4.9), and commas, which separate aliases there.
func (s *Sheet) checkTitles(bad func(key, format string, args ...any)) {
	styles := map[string]string{}
	for _, name := range slices.Sorted(maps.Keys(s.Styles)) {
		title := s.Styles[name].Title
		if strings.Contains(title, ",") {
			bad("styles."+name+".title", "в названии стиля не бывает запятой: Word делит по ней название")
		}
		if other, taken := styles[title]; taken && title != "" {
			bad("styles."+name+".title", "название «%s» уже у стиля %s, а Word различает стили по названиям",
				title, other)
		}
		styles[title] = name
	}
}

func (s *Sheet) checkStyle(name string, bad func(key, format string, args ...any)) {
	key, st := "styles."+name, s.Styles[name]
	if st.Size < 4 || st.Size > 96 {
		bad(key+".size", "размер шрифта должен быть от 4 до 96 пунктов")
	}
	if st.Line < 0.5 || st.Line > 5 {
		bad(key+".line", "множитель интервала должен быть от 0.5 до 5")
	}
	if !slices.Contains([]Align{Left, Center, Right, Justify}, st.Align) {
		bad(key+".align", "неизвестное выравнивание «%s»; есть left, center, right, justify", st.Align)
	}
	if st.Indent < 0 || st.Right < 0 || st.Before < 0 || st.After < 0 {
		bad(key, "отступы и интервалы не бывают меньше нуля")
	}
	if s.Page.TextWidth()-st.Indent-st.Right-max(0, st.FirstLine) < 20 {
		bad(key, "для строки остаётся меньше 20 мм")
	}
}

// checkNames checks that all styles and lists that others refer to exist.
func (s *Sheet) checkNames(bad func(key, format string, args ...any)) {
	need := func(key, name string) {
		if _, ok := s.Styles[name]; !ok {
			bad(key, "нет стиля «%s»", name)
		}
	}
	for _, name := range Required {
		need("styles", name)
	}
	s.checkTable("table", s.Table, need, bad)
	for _, name := range slices.Sorted(maps.Keys(s.Tables)) {
		s.checkTable("tables."+name, s.Tables[name], need, bad)
	}
	s.checkLabels(need, bad)
	need("signature.style", s.Signature.Style)
	for _, kind := range slices.Sorted(maps.Keys(s.Lists)) {
		if !slices.Contains(listKinds, kind) {
			bad("lists."+kind, "неизвестный вид списка; есть %s", strings.Join(listKinds, ", "))
		}
	}
	for _, kind := range listKinds {
		levels := s.Lists[kind]
		if len(levels) != 4 {
			bad("lists", "у списка %s должно быть 4 уровня, а описано %d", kind, len(levels))
		}
		for i, level := range levels {
			key := fmt.Sprintf("lists.%s[%d]", kind, i)
			need(key+".style", level.Style)
			if level.Label < 0 || level.Text < level.Label || level.Text > s.Page.TextWidth()/2 {
				bad(key, "text не может быть левее label и дальше середины строки")
			}
		}
	}
}

func (s *Sheet) checkTable(
	key string, t Table, need func(key, name string), bad func(key, format string, args ...any),
) {
	need(key+".cell", t.CellStyle)
	need(key+".head", t.HeadStyle)
	need(key+".caption", t.TitleStyle)
	if !slices.Contains([]Frame{Ruled, Unruled, Lines}, t.Frame) {
		bad(key+".frame", "неизвестные линии «%s»; есть none, lines или ничего", t.Frame)
	}
	s.checkSmaller(key, t, bad)
	if t.Rule < 0 || t.Padding < 0 || t.Before < 0 || t.Top < 0 || t.Bottom < 0 || t.After < 0 {
		bad(key, "толщина и поля не бывают меньше нуля")
	}
	if t.RowHeight < 0 || t.RowHeight > s.Page.TextHeight() {
		bad(key+".row_height", "высота строки не бывает меньше нуля и больше страницы между полями")
	}
}

// checkSmaller checks that the styles for wide tables exist and come to an end.
func (s *Sheet) checkSmaller(key string, t Table, bad func(key, format string, args ...any)) {
	for range len(s.Tables) + 1 {
		if t.Smaller == "" {
			return
		}
		next, ok := s.Tables[t.Smaller]
		if !ok {
			bad(key+".smaller", "нет вида таблиц «%s»", t.Smaller)
			return
		}
		t = next
	}
	bad(key+".smaller", "виды таблиц ссылаются друг на друга по кругу")
}

// checkLabels checks the properties of a sheet of labels.
func (s *Sheet) checkLabels(need func(key, name string), bad func(key, format string, args ...any)) {
	if s.Labels.Columns == 0 {
		return
	}
	for _, name := range s.Labels.Styles {
		need("labels.styles", name)
	}
	table, ok := s.Tables[LabelsTable]
	switch {
	case len(s.Labels.Styles) == 0:
		bad("labels.styles", "не сказано, какими стилями печатать наклейку")
	case s.Labels.Columns < 0 || s.Page.TextWidth()/float64(max(1, s.Labels.Columns))-2*table.Padding < 20:
		bad("labels.columns", "в столбце наклеек остаётся для строки меньше 20 мм")
	case !ok || table.RowHeight < 10:
		bad("labels", "нужна высота наклейки: tables.%s.row_height не меньше 10 мм", LabelsTable)
	}
}
