package web

import (
	"context"
	"errors"
	"net/http"
	"path"
	"slices"
	"strings"

	"protokol/generator"
)

// signedRemark ends the name of a signed copy.
const signedRemark = "(подписан)"

// paperOf reads a PDF of the folder.
func (s *Server) paperOf(name string) ([]byte, error) {
	if !isInside(name) || !strings.EqualFold(path.Ext(name), ".pdf") {
		return nil, failf(http.StatusNotFound, "Такого PDF нет.")
	}
	data, err := s.paperFile(name)
	if err == nil && data == nil {
		err = failf(http.StatusNotFound, "Такого PDF нет.")
	}
	return data, err
}

// signatures shows who signed a PDF, and offers its free fields.
func (s *Server) signatures(ctx context.Context, u *upload) (*outcome, error) {
	name := u.values["paper"]
	data, err := s.paperOf(name)
	if err != nil {
		return nil, err
	}
	g, err := s.trusting(name, u)
	if err != nil {
		return nil, err
	}
	report, err := g.Signatures(ctx, data)
	if err != nil {
		return nil, err
	}
	out := &outcome{Title: path.Base(name), Lines: slices.Concat(report.Problems, report.Remarks)}
	for _, f := range report.Fields {
		field := f.Field
		f.Field = capital(signerOf(field))
		out.Lines = append(out.Lines, strings.Split(f.String(), "\n")...)
		if f.Free {
			if out.Sign == nil {
				out.Sign = &signForm{File: name}
			}
			out.Sign.Fields = append(out.Sign.Fields, Option{Value: field, Label: f.Field})
		}
	}
	if len(report.Fields) == 0 {
		out.Lines = append(out.Lines, "Полей электронной подписи нет.")
	}
	if err := report.Err(); err != nil {
		out.Bad, out.Title = true, withSigners(sentenceOf(err))
	}
	return out, nil
}

// prepare reserves space in a PDF for a signature that another program makes, and
// saves it with the bytes that the other program must sign.
func (s *Server) prepare(_ context.Context, u *upload) (*outcome, error) {
	name := u.values["paper"]
	data, err := s.paperOf(name)
	if err != nil {
		return nil, err
	}
	file, err := u.first("certificate")
	if err != nil {
		return nil, err
	}
	certificate, err := generator.ParseCertificate(file.Data)
	if err != nil {
		return nil, failf(http.StatusUnprocessableEntity, "%s: это не сертификат.", file.Name)
	}
	made, err := s.base.Prepare(data, certificate, generator.SignRequest{Field: u.values["field"], Time: s.Now()})
	if err != nil {
		return nil, err
	}
	pdf, err := s.createNumbered(generator.SignedName(name, "(на подпись)"), made.Data)
	if err != nil {
		return nil, err
	}
	toSign, err := s.createNumbered(strings.TrimSuffix(pdf, path.Ext(pdf))+".bin", made.ToSign)
	if err != nil {
		return nil, err
	}
	return &outcome{Good: true, Title: "Готово к подписи", Saved: []string{pdf, toSign},
		Lines: []string{"Подпишите файл .bin в своей программе отсоединённой подписью (CMS) и принесите её ниже."}}, nil
}

// insert puts the signature of another program into a PDF that was prepared.
func (s *Server) insert(_ context.Context, u *upload) (*outcome, error) {
	name := u.values["paper"]
	data, err := s.paperOf(name)
	if err != nil {
		return nil, err
	}
	signature, err := u.first("signature")
	if err != nil {
		return nil, err
	}
	made, unchecked, err := s.base.Insert(data, signature.Data)
	if errors.Is(err, generator.ErrNotPrepared) {
		return nil, failf(http.StatusUnprocessableEntity,
			"Этот PDF не готовили к подписи: выберите файл «(на подпись)».")
	}
	if wrong, ok := errors.AsType[generator.FileError](err); ok {
		wrong.Name = signature.Name
		return nil, wrong
	}
	if err != nil {
		return nil, err
	}
	saved, err := s.createNumbered(generator.SignedName(name, signedRemark), made)
	if err != nil {
		return nil, err
	}
	out := &outcome{Good: true, Title: "Подпись на месте", Saved: []string{saved}}
	if unchecked != "" {
		out.Lines = []string{capital(unchecked)}
	}
	return out, nil
}

// sign signs a PDF with a key and saves the signed one beside it.
func (s *Server) sign(ctx context.Context, u *upload) (*outcome, error) {
	name := u.values["paper"]
	data, err := s.paperOf(name)
	if err != nil {
		return nil, err
	}
	container, err := u.first("key")
	if err != nil {
		return nil, err
	}
	key, err := generator.OpenKey(container.Data, u.values["password"])
	if errors.Is(err, generator.ErrKey) {
		return nil, failf(http.StatusUnprocessableEntity,
			"Ключ не читается. Ключом ГОСТ подписывают в его программе, а подпись приносят в «Штамп».")
	}
	if err != nil {
		return nil, err
	}
	request := generator.SignRequest{Field: u.values["field"], Time: s.Now()}
	if address := strings.TrimSpace(u.values["tsa"]); address != "" {
		request.Timestamp = generator.TimestampServer(ctx, address)
	}
	made, err := s.base.Sign(data, key, request)
	if err != nil {
		return nil, err
	}
	if u.values["ltv"] != "" || u.values["online"] != "" || len(u.files["evidence"]) > 0 {
		given, err := evidenceOf(u.files["evidence"])
		if err != nil {
			return nil, err
		}
		made, err = s.base.AddEvidence(ctx, made, given, u.values["online"] != "")
		if lack, ok := errors.AsType[generator.LackError](err); ok {
			return nil, failf(http.StatusUnprocessableEntity, "Файл не подписан: %s. Выберите сертификаты "+
				"удостоверяющего центра и его свежий список отозванных (.crl) или отметьте «недостающее взять из "+
				"интернета».", lack)
		}
		if err != nil {
			return nil, err
		}
	}
	saved, err := s.createNumbered(generator.SignedName(name, signedRemark), made)
	if err != nil {
		return nil, err
	}
	return &outcome{Good: true, Title: "Подписано", Saved: []string{saved}}, nil
}
