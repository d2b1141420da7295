package web

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"net/http"
	"path"
	"strconv"
	"strings"

	"protokol/generator"
)

// verify checks papers: who signed them, and whether they are what they seem. The
// files of one drop belong together: a paper and its detached signatures, or
// several papers.
func (s *Server) verify(ctx context.Context, u *upload) (*outcome, error) {
	var papers, beside []generator.File
	for _, f := range u.files["file"] {
		switch strings.ToLower(path.Ext(f.Name)) {
		case ".pdf", ".docx":
			papers = append(papers, f)
		default:
			beside = append(beside, f)
		}
	}
	if len(papers) == 0 {
		return nil, failf(http.StatusBadRequest, "Нужен PDF или DOCX, а с ним, если есть, файлы его подписи.")
	}
	g, err := s.trusting(cmp.Or(u.values["meeting"], "."), u)
	if err != nil {
		return nil, err
	}
	with, err := s.office(u)
	if err != nil {
		return nil, err
	}
	out := &outcome{Good: true, Title: "Проверено"}
	differs := false
	var text bytes.Buffer
	for _, paper := range papers {
		verdict, err := g.VerifyWith(ctx, paper, with, beside...)
		if err == nil {
			err = errors.Join(verdict.Write(&text), verdict.Err())
			differs = differs || err != nil
		}
		if err != nil {
			out.Good, out.Bad, out.Title = false, true, "Проверить не удалось"
			fmt.Fprintf(&text, "%s: %s\n", paper.Name, generator.ErrorText(err))
		}
		text.WriteByte('\n')
	}
	if differs {
		out.Title = "Есть расхождения"
	}
	out.Text = withSigners(strings.TrimSpace(text.String()))
	return out, nil
}

// office reads the files of the office that a paper must be made from: a meeting of the folder and, for a letter to
// a row of a list, the list. Without a meeting it is the source inside the paper.
func (s *Server) office(u *upload) (with generator.Office, err error) {
	if u.values["meeting"] == "" {
		return with, nil
	}
	if with.Meeting, err = s.meeting(u.values["meeting"]); err != nil || len(u.files["list"]) == 0 {
		return with, err
	}
	if with.Row, err = strconv.Atoi(strings.TrimSpace(u.values["row"])); err != nil || with.Row < 1 {
		return with, failf(http.StatusUnprocessableEntity,
			"Нужен номер строки списка, по которой сделано письмо: он есть в report.csv.")
	}
	o, err := listOptions(u.values)
	if err != nil {
		return with, err
	}
	if o.Columns, o.Unused, err = columnsIn(u.values["columns"]); err != nil {
		return with, err
	}
	with.To, err = openList(u.files["list"][0], o)
	if err != nil {
		return with, unprocessable(err)
	}
	return with, nil
}
