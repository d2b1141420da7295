package web

import (
	"cmp"
	"context"
	"maps"
	"net/http"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"protokol/generator"
)

// columnsOf reads the fields of columns: the values "column:B" = "inn". "" means no field.
func columnsOf(values map[string]string) (columns map[string]string, unused []string, err error) {
	columns = map[string]string{}
	for _, name := range slices.Sorted(maps.Keys(values)) {
		field := values[name]
		switch letter, ok := strings.CutPrefix(name, "column:"); {
		case !ok:
		case field == "":
			unused = append(unused, letter)
		case columns[field] != "":
			return nil, nil, failf(http.StatusUnprocessableEntity,
				"Для одного и того же («%s») выбраны два столбца: %s и %s. Оставьте один, у другого выберите «не нужен».",
				cmp.Or(fieldTitles()[field], field), columns[field], letter)
		default:
			columns[field] = letter
		}
	}
	return columns, unused, nil
}

// columnPair matches a column and its field: «B = ИНН».
var columnPair = regexp.MustCompile(`^([A-Za-zА-Яа-я]{1,3})\s*[=:—–-]\s*(.+)$`)

// latin are the letters of columns typed with the Russian keyboard by mistake.
var latin = strings.NewReplacer("А", "A", "В", "B", "С", "C", "Е", "E", "Н", "H", "К", "K", "М", "M", "О", "O",
	"Р", "P", "Т", "T", "Х", "X", "У", "Y")

// columnsIn reads pairs as columnPair has them, with commas between.
func columnsIn(text string) (columns map[string]string, unused []string, err error) {
	values := map[string]string{}
	for pair := range strings.FieldsFuncSeq(text, func(r rune) bool { return strings.ContainsRune(",;\n", r) }) {
		if pair = strings.TrimSpace(pair); pair == "" {
			continue
		}
		m := columnPair.FindStringSubmatch(pair)
		if m == nil {
			return nil, nil, failf(http.StatusUnprocessableEntity,
				"«Что в столбцах»: нужно вида «B = ИНН, C = Адрес», а указано «%s».", pair)
		}
		letter := latin.Replace(strings.ToUpper(m[1]))
		if _, isTwice := values["column:"+letter]; isTwice {
			return nil, nil, failf(http.StatusUnprocessableEntity,
				"«Что в столбцах»: столбец %s назван дважды. Оставьте одно.", letter)
		}
		if strings.EqualFold(m[2], noColumn) {
			values["column:"+letter] = ""
			continue
		}
		var titles []string
		for _, f := range generator.ListFields() {
			if titles = append(titles, f.Title); strings.EqualFold(m[2], f.Title) || m[2] == f.Key {
				values["column:"+letter] = f.Key
			}
		}
		if values["column:"+letter] == "" {
			return nil, nil, failf(http.StatusUnprocessableEntity, "«Что в столбцах»: «%s» не бывает. Бывает: %s, %s.",
				m[2], strings.Join(titles, ", "), noColumn)
		}
	}
	return columnsOf(values)
}

// batchRequest reads a request for a batch. Papers go to a folder below that of the page.
func (s *Server) batchRequest(values map[string]string) (*generator.Generator, generator.BatchRequest, error) {
	kind := values["kind"]
	style, name := generator.BatchDefaults(kind)
	g, err := s.batchMaker(values["meeting"], kind, style, values["style"])
	if err != nil {
		return nil, generator.BatchRequest{}, err
	}
	folder := filepath.Base(name)
	has := func(name string) bool { return values[name] != "" }
	q := generator.BatchRequest{Kind: kind, Root: s.Root, Folder: folder, Formats: []string{"pdf"}, Workers: 2,
		Name: strings.TrimSpace(values["name"]), Shard: strings.ReplaceAll(values["shard"], " ", ""),
		Fillable: has("fillable"), Duplex: has("duplex"),
		Force: has("force"), Strict: has("strict"), DryRun: has("dry-run")}
	if q.Limit, err = count("Только первые записи, сколько", values["limit"]); err != nil {
		return nil, q, err
	}
	if q.Skip, err = count("Сколько мест первого листа уже использовано", values["skip"]); err != nil {
		return nil, q, err
	}
	if has("docx") {
		q.Formats = append(q.Formats, "docx")
	}
	if kind != generator.LabelKind {
		q.Resume = has("resume")
		if has("print") {
			q.Print = folder + " для печати.pdf"
		}
		if has("zip") {
			q.Archive = folder + ".zip"
		}
	}
	return g, q, q.Check()
}

// count reads a number that a field of a form may have; "" is 0.
func count(label, text string) (int, error) {
	text = strings.TrimSpace(text)
	n, err := strconv.Atoi(cmp.Or(text, "0"))
	if err != nil || n < 0 {
		return 0, failf(http.StatusUnprocessableEntity, "«%s»: нужно целое число, а указано «%s».", label, text)
	}
	return n, nil
}

// batchMaker returns the generator for a batch about a meeting. Envelopes and labels have sheets of their own, of
// the requested size.
func (s *Server) batchMaker(meeting, kind, style, asked string) (*generator.Generator, error) {
	if style == generator.DefaultStyle {
		g, _, err := s.maker(meeting)
		return g, err
	}
	config, err := s.configOf(meeting)
	if err != nil {
		return nil, err
	}
	if slices.Contains(generator.AddressStyles(kind), asked) {
		style = asked
	}
	config.Style, config.Sheet = style, nil
	return generator.New(config)
}

// merge joins the parts of a batch that several computers have made.
func (s *Server) merge(ctx context.Context, u *upload) (*outcome, error) {
	request := generator.MergeRequest{Root: s.Root, Force: u.values["force"] != ""}
	if err := s.inPlace(); err != nil {
		return nil, err
	}
	separates := func(r rune) bool { return strings.ContainsRune(",;\n\r", r) }
	for _, name := range strings.FieldsFunc(u.values["parts"], separates) {
		if name = strings.TrimSpace(name); name == "" {
			continue
		}
		if info, err := s.Root.Stat(name); !isInside(name) || err != nil || !info.IsDir() {
			return nil, failf(http.StatusUnprocessableEntity, "В этой папке нет папки «%s».", name)
		}
		request.Parts = append(request.Parts, name)
	}
	if len(request.Parts) == 0 {
		return nil, failf(http.StatusUnprocessableEntity, "Назовите папки с частями, например: письма, письма-2.")
	}
	if u.values["print"] != "" {
		request.Print, request.Duplex = request.Parts[0]+" для печати.pdf", u.values["duplex"] != ""
	}
	if u.values["zip"] != "" {
		request.Archive = request.Parts[0] + ".zip"
	}
	result, err := s.base.Merge(ctx, request)
	if err != nil {
		return nil, err
	}
	return &outcome{Good: result.Failed == 0, Bad: result.Failed > 0, Title: capital(result.String()),
		Problems: problemsOf("", nil, result.Problems), Lines: []string{"Папка: " + filepath.Base(request.Parts[0])},
		Saved: slashed(result.Products)}, nil
}
