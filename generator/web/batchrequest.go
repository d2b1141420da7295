package web

import (
	"context"
	"maps"
	"net/http"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"protokol/generator"
)

// columnsOf reads what the columns are for: the values "column:B" = "inn".
func columnsOf(values map[string]string) map[string]string {
	columns := map[string]string{}
	for _, name := range slices.Sorted(maps.Keys(values)) {
		if letter, ok := strings.CutPrefix(name, "column:"); ok && values[name] != "" {
			columns[values[name]] = letter
		}
	}
	return columns
}

// batchRequest reads what to make and where. Papers go to a folder below that of
// the page.
func (s *Server) batchRequest(values map[string]string) (*generator.Generator, generator.BatchRequest, error) {
	kind := values["kind"]
	usual, folder := generator.BatchDefaults(kind)
	g, _, err := s.maker(values["meeting"])
	if usual != generator.DefaultStyle { // envelopes and labels have sheets of their own
		if slices.Contains(generator.AddressStyles(kind), values["style"]) {
			usual = values["style"]
		}
		g, err = s.makerOfAddresses(values["meeting"], usual)
	}
	if err != nil {
		return nil, generator.BatchRequest{}, err
	}
	if folder, err = s.folderInside(filepath.Base(folder)); err != nil {
		return nil, generator.BatchRequest{}, err
	}
	has := func(name string) bool { return values[name] != "" }
	q := generator.BatchRequest{Kind: kind, Folder: folder, Formats: []string{"pdf"}, Workers: 2,
		Name: strings.TrimSpace(values["name"]), Shard: strings.ReplaceAll(values["shard"], " ", ""),
		Fillable: has("fillable"), Duplex: has("duplex"),
		Force: has("force"), Strict: has("strict"), DryRun: has("dry-run")}
	for _, number := range []struct {
		to   *int
		name string
	}{{&q.Limit, "limit"}, {&q.Skip, "skip"}} {
		text := strings.TrimSpace(values[number.name])
		if *number.to, err = strconv.Atoi(or(text, "0")); err != nil || *number.to < 0 {
			return nil, q, failf(http.StatusUnprocessableEntity, "Нужно число, а указано: %s.", text)
		}
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

// makerOfAddresses returns a generator of envelopes or labels with a sheet of a size.
func (s *Server) makerOfAddresses(name, style string) (*generator.Generator, error) {
	config, _, err := s.configOf(name)
	if err != nil {
		return nil, err
	}
	config.Style, config.Sheet = style, nil
	return generator.New(config)
}

// merge joins the parts of a batch that several computers have made.
func (s *Server) merge(ctx context.Context, u *upload) (*outcome, error) {
	request := generator.MergeRequest{Force: u.values["force"] != ""}
	separates := func(r rune) bool { return strings.ContainsRune(",;\n\r", r) }
	for _, name := range strings.FieldsFunc(u.values["parts"], separates) {
		if name = strings.TrimSpace(name); name == "" {
			continue
		}
		if !isInside(name) {
			return nil, failf(http.StatusUnprocessableEntity, "В этой папке нет папки «%s».", name)
		}
		folder, err := s.folderInside(name)
		if err != nil {
			return nil, err
		}
		request.Parts = append(request.Parts, folder)
	}
	if len(request.Parts) == 0 {
		return nil, failf(http.StatusUnprocessableEntity, "Назовите папки с частями, например: письма, письма-2.")
	}
	if u.values["print"] != "" {
		request.Print = request.Parts[0] + " для печати.pdf"
	}
	result, err := s.base.Merge(ctx, request)
	if err != nil {
		return nil, err
	}
	out := &outcome{Good: result.Failed == 0, Bad: result.Failed > 0, Title: capital(result.String()),
		Problems: problemsOf("", nil, result.Problems), Lines: []string{"Папка: " + filepath.Base(request.Parts[0])}}
	for _, name := range result.Products {
		out.Saved = append(out.Saved, filepath.Base(name))
	}
	return out, nil
}
