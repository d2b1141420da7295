package verify

import (
	"fmt"
	"path/filepath"

	"protokol/generator/internal/cms"
	"protokol/generator/internal/printing"
	"protokol/generator/internal/signature"
)

// checkDetached checks the signatures in files beside the paper. For a copy with
// stamps they are checked against its original.
func (v *Verdict) checkDetached(file []byte, beside []File) error {
	if len(beside) > 0 && len(v.Stamps) > 0 {
		printer, err := printing.StampPrinter()
		if err != nil {
			return err
		}
		if original := signature.Original(file, v.Stamps, printer); original != nil {
			file, v.Original = original, true
		}
	}
	content := signature.NewContent(file, v.policy)
	for _, f := range beside {
		signatures, err := cms.Decode(f.Data)
		if err != nil {
			return FileError{f.Name, err}
		}
		for _, made := range signatures {
			s, err := v.judge(content, file, made)
			if err != nil {
				return err
			}
			v.Detached = append(v.Detached, DetachedSignature{filepath.Base(f.Name), s})
		}
	}
	return nil
}

// judge judges a detached signature. For a copy whose stamps cannot be proved, it may be a signature of the
// original inside the copy.
func (v *Verdict) judge(content *signature.Content, file, made []byte) (signature.Signature, error) {
	s, err := content.Beside(made)
	if err != nil || s.Verified || v.Original || len(v.Stamps) == 0 {
		return s, err
	}
	for _, earlier := range signature.Earlier(file) {
		if found, err := signature.NewContent(earlier, v.policy).Beside(made); err == nil && found.Verified {
			v.Inside = true
			found.Changes = append(found.Changes,
				"к подлиннику добавлено то, что не доказано: штамп другой версии программы или правка")
			return found, nil
		}
	}
	return s, nil
}

// FileError reports which of several files caused an error.
type FileError struct {
	Name string
	Err  error
}

func (e FileError) Error() string { return fmt.Sprintf("%s: %v", e.Name, e.Err) }

// Unwrap returns the error without the name.
func (e FileError) Unwrap() error { return e.Err }

// proofOf returns the name of the signature file that confirms a stamp on a
// copy, or "".
func (v *Verdict) proofOf(stamp signature.Placed) string {
	for _, d := range v.Detached {
		if v.Original && d.Valid() && stamp.Of(d.Owner) {
			return d.File
		}
	}
	return ""
}

// restamped adds the stamps of a copy to its reprint.
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
