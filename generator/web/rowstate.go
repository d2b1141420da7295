package web

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"path"
	"strings"

	"protokol/generator"
	"protokol/generator/diag"
)

// rowState is the progress of a meeting.
type rowState struct {
	Kind string `json:"kind"` // draft, check, ready, printed, signed
	Text string `json:"text"`
}

// row sends the state of a meeting for its row in the list. Rows ask one after the
// other, so that a folder with many meetings is shown at once.
func (s *Server) row(w http.ResponseWriter, r *http.Request) error {
	name := r.FormValue("file")
	data, err := s.readTOML(name)
	if err != nil {
		return err
	}
	state, err := s.rowState(r.Context(), name, data)
	if err != nil {
		return err
	}
	return writeJSON(w, state)
}

func (s *Server) rowState(ctx context.Context, name string, data []byte) (rowState, error) {
	g, settings, err := s.maker(name)
	if err != nil {
		return rowState{}, err
	}
	m, problems := g.Parse(s.fsys(), name, data)
	if m == nil {
		errs := 0
		for _, p := range problems.List {
			if p.Severity == diag.Error {
				errs++
			}
		}
		return rowState{"draft", fmt.Sprintf("черновик, исправить: %d", errs)}, nil
	}
	q := generator.Request{Kind: "protocol"}
	if !m.Supports(q) {
		return rowState{"ready", "готов к печати"}, nil
	}
	p, found, err := g.Make(ctx, m, q)
	if err != nil || p == nil {
		return rowState{"draft", "черновик"}, err
	}
	folder := path.Dir(name)
	if file, _ := s.settingsOf(name); settings.Out != "" {
		folder = path.Join(path.Dir(file), settings.Out)
	}
	stem := path.Join(folder, p.FileName(cmp.Or(settings.Name, "{document}")))
	printed, err := s.printed(ctx, name, stem, p)
	if err != nil || printed.Text != "" {
		return printed, err
	}
	if n := len(problems.List) + len(found.List); n > 0 {
		return rowState{"check", fmt.Sprintf("проверить: %d", n)}, nil
	}
	return rowState{"ready", "готов к печати"}, nil
}

// printed returns the state of the printed protocol, if there is one.
func (s *Server) printed(ctx context.Context, name, stem string, p *generator.Paper) (rowState, error) {
	pdf, signers, err := s.signedPDF(ctx, stem)
	if err != nil {
		return rowState{}, err
	}
	docx, err := s.paperFile(stem + ".docx")
	if err != nil || pdf == nil && docx == nil {
		return rowState{}, err
	}
	var words []string
	kind := "printed"
	if len(signers) > 0 {
		kind = "signed"
	}
	for _, one := range signers {
		words = append(words, one.verdict)
		if !one.isValid {
			kind = "check"
		}
	}
	switch {
	case docx == nil:
	case generator.IsSigned(docx):
		words = append(words, "DOCX подписан, подписи не проверялись")
	case generator.Edited(ctx, generator.File{Name: stem + ".docx", Data: docx}):
		words = append(words, "DOCX правили вручную")
		if kind == "printed" {
			kind = "check"
		}
	}
	if pdf != nil {
		same, err := s.verified(ctx, name, pdf, p)
		switch {
		case err != nil:
			kind, words = "check", append(words, "PDF с файлом не сверен: "+generator.ErrorText(err))
		case same:
			words = append(words, "PDF сверен с файлом")
		default:
			kind, words = "check", append(words, "изменён после печати")
		}
	}
	return rowState{kind, strings.Join(append([]string{"напечатан"}, words...), "; ")}, nil
}

// verified reports whether a PDF is the paper of a meeting as it is now. One with
// signatures has other bytes, so it is printed again and compared.
func (s *Server) verified(ctx context.Context, name string, pdf []byte, p *generator.Paper) (bool, error) {
	var now bytes.Buffer
	if err := p.Write(&now, "pdf"); err != nil || bytes.Equal(now.Bytes(), pdf) {
		return err == nil, err
	}
	if found, err := s.signersIn(ctx, pdf); err != nil || len(found) == 0 {
		return false, err
	}
	m, err := s.meeting(name)
	if err != nil {
		return false, err
	}
	g, _, err := s.maker(name)
	if err != nil {
		return false, err
	}
	verdict, err := g.VerifyWith(ctx, generator.File{Name: name, Data: pdf}, generator.Office{Meeting: m})
	if err != nil {
		return false, err
	}
	return len(verdict.Differences) == 0, nil
}

// paperFile reads a paper; it is nil if there is none.
func (s *Server) paperFile(name string) ([]byte, error) {
	data, err := generator.ReadFile(s.fsys(), name, maxPaper)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return data, err
}
