package verify

import (
	"fmt"
	"path/filepath"

	"protokol/generator/internal/cms"
	"protokol/generator/internal/printing"
	"protokol/generator/internal/signature"
)

// judgeBeside judges the signatures in files beside the paper. Those of a copy
// are signatures of its original.
func (v *Verdict) judgeBeside(file []byte, beside []File) error {
	if len(beside) > 0 && len(v.Stamps) > 0 {
		printer, err := printing.StampPrinter()
		if err != nil {
			return err
		}
		if original := signature.Original(file, v.Stamps, printer); original != nil {
			file, v.Original = original, true
		}
	}
	for _, f := range beside {
		made, err := cms.Decode(f.Data)
		if err != nil {
			return FileError{f.Name, err}
		}
		s, err := v.judge(file, made)
		if err != nil {
			return err
		}
		v.Detached = append(v.Detached, DetachedSignature{filepath.Base(f.Name), s})
	}
	return nil
}

// judge judges a detached signature. That of a copy whose stamps cannot be
// proved may be one of the original inside of it.
func (v *Verdict) judge(file, made []byte) (signature.Signature, error) {
	s, err := signature.Beside(file, made)
	if err != nil || s.Verified || v.Original || len(v.Stamps) == 0 {
		return s, err
	}
	for _, earlier := range signature.Earlier(file) {
		if found, err := signature.Beside(earlier, made); err == nil && found.Verified {
			v.Inside = true
			found.Changes = append(found.Changes, "к подлиннику добавлено то, что не доказано: штамп другой версии программы или правка")
			return found, nil
		}
	}
	return s, nil
}

// FileError is what is wrong with one of several files.
type FileError struct {
	Name string
	Err  error
}

func (e FileError) Error() string { return fmt.Sprintf("%s: %v", e.Name, e.Err) }

// Unwrap returns what is wrong.
func (e FileError) Unwrap() error { return e.Err }

// proof is the file of the signature that a stamp on a copy represents, or "".
func (v *Verdict) proof(stamp signature.Placed) string {
	for _, d := range v.Detached {
		if v.Original && d.Valid() && stamp.Of(d.Owner) {
			return d.File
		}
	}
	return ""
}

// restamped is a reprint of a paper with the stamps of a copy of it.
func restamped(file []byte, stamps []signature.Placed) ([]byte, error) {
	if len(stamps) == 0 {
		return file, nil
	}
	printer, err := printing.StampPrinter()
	if err != nil {
		return nil, err
	}
	return signature.Restamp(file, stamps, printer)
}
