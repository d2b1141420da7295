package web

import (
	"bytes"
	"cmp"
	"context"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"

	"protokol/generator"
)

// signer is a signature of a paper.
type signer struct {
	verdict string // who signed, when, and whether the signature holds
	isValid bool
}

// signedFile is a PDF of a paper: the printed one, or a signed copy of it.
type signedFile struct {
	data    []byte
	signers []signer
	isRead  bool
	isCopy  bool // of the printed one as it is now, or that itself
}

// signedPDF returns the printed PDF with the signatures in it and in the files beside it. Every signature by the page
// makes another copy: of several, it is the best, of equal ones the last. It is nil if there is none.
func (s *Server) signedPDF(ctx context.Context, stem string) (pdf []byte, signers []signer, err error) {
	printed, err := s.paperFile(stem + ".pdf")
	if err != nil {
		return nil, nil, err
	}
	entries, err := fs.ReadDir(s.fsys(), path.Dir(stem))
	if err != nil {
		return nil, nil, err
	}
	var best signedFile
	if printed != nil {
		best = s.signedFile(ctx, printed, printed)
		best.signers = append(best.signers, s.signersBeside(ctx, stem+".pdf", printed, entries)...)
	}
	for _, copied := range signedCopies(entries, generator.SignedName(stem+".pdf", signedRemark)) {
		data, err := s.paperFile(copied)
		if err != nil {
			return nil, nil, err
		}
		if data == nil {
			continue
		}
		if one := s.signedFile(ctx, data, printed); best.data == nil || slices.Compare(one.rank(), best.rank()) >= 0 {
			best = one
		}
	}
	return best.data, best.signers, nil
}

// signedFile reads a PDF that may be a signed copy of another.
func (s *Server) signedFile(ctx context.Context, data, printed []byte) signedFile {
	signers, err := s.signersIn(ctx, data)
	if err != nil {
		signers = []signer{{verdict: "подписи не прочесть: " + generator.ErrorText(err)}}
	}
	return signedFile{data, signers, err == nil, printed != nil && bytes.HasPrefix(data, printed)}
}

// rank orders files of a paper: signed ones are better, then those that can be read, then copies of the printed one as
// it is now, then those with a valid signature, then copies with more signatures. An earlier print may have had more.
func (f signedFile) rank() (list []int) {
	isValid := func(one signer) bool { return one.isValid }
	for _, is := range []bool{len(f.signers) > 0, f.isRead, f.isCopy, slices.ContainsFunc(f.signers, isValid)} {
		if is {
			list = append(list, 1)
		} else {
			list = append(list, 0)
		}
	}
	if f.isCopy {
		list = append(list, len(f.signers))
	}
	return list
}

// signedCopies returns the files with a name and with that name and a number, in their order.
func signedCopies(entries []fs.DirEntry, name string) (copies []string) {
	stem := strings.TrimSuffix(name, path.Ext(name))
	numbers := map[string]int{}
	for _, e := range entries {
		one := path.Join(path.Dir(name), e.Name())
		rest, ok := strings.CutPrefix(strings.TrimSuffix(one, path.Ext(name)), stem)
		number, err := strconv.Atoi(strings.TrimPrefix(rest, "-"))
		isNumbered := err == nil && strings.HasPrefix(rest, "-")
		if ok && path.Ext(one) == path.Ext(name) && (rest == "" || isNumbered) {
			copies = append(copies, one)
			numbers[one] = number
		}
	}
	slices.SortFunc(copies, func(a, b string) int { return cmp.Compare(numbers[a], numbers[b]) })
	return copies
}

// signersIn says who signed a PDF.
func (s *Server) signersIn(ctx context.Context, pdf []byte) (list []signer, err error) {
	report, err := s.base.Signatures(ctx, pdf)
	if err != nil {
		return nil, err
	}
	for _, f := range report.Fields {
		if !f.Free {
			list = append(list, signer{f.Verdict, f.Valid})
		}
	}
	return list, nil
}

// signatureTypes are the extensions of signatures in files of their own.
var signatureTypes = []string{".sig", ".sgn", ".p7s"}

// signersBeside says who signed a paper by files beside it, such as «Протокол.pdf.sig».
func (s *Server) signersBeside(ctx context.Context, name string, data []byte, entries []fs.DirEntry) (list []signer) {
	var beside []generator.File
	stem := strings.TrimSuffix(path.Base(name), path.Ext(name))
	for _, e := range entries {
		extension := path.Ext(e.Name())
		isAbout := e.Name() == stem+extension || strings.HasPrefix(e.Name(), path.Base(name)+".") // not of its DOCX
		if !isAbout || !slices.Contains(signatureTypes, strings.ToLower(extension)) {
			continue
		}
		signature, err := s.paperFile(path.Join(path.Dir(name), e.Name()))
		if err == nil && signature != nil {
			beside = append(beside, generator.File{Name: e.Name(), Data: signature})
		}
	}
	if len(beside) == 0 {
		return nil
	}
	verdict, err := s.base.Verify(ctx, generator.File{Name: name, Data: data}, beside...)
	if err != nil {
		return []signer{{verdict: "подпись в отдельном файле не проверить: " + generator.ErrorText(err)}}
	}
	for _, d := range verdict.Detached {
		list = append(list, signer{d.String(), d.Valid()})
	}
	return list
}
