package generator

import (
	"cmp"
	"context"
	"io"
	"io/fs"
	"path/filepath"
	"strings"

	"protokol/generator/internal/disk"
	"protokol/generator/internal/limited"
	"protokol/generator/internal/verify"
	"protokol/templates"
)

// Output is a file to be written: its path and its content.
type Output = disk.File

// Save writes all files or none: each goes to a temporary file in its folder,
// then all are renamed. Missing folders are created. Unless force is set, Save
// returns a SignedError instead of replacing a signed file, and an EditedError
// instead of replacing a DOCX that somebody edited.
func Save(ctx context.Context, files []Output, force bool) error {
	if !force {
		if err := keepEdited(ctx, files); err != nil {
			return err
		}
	}
	return disk.Save(files, force)
}

// EditedError reports that writing a file would replace a DOCX that somebody
// edited after it was printed.
type EditedError struct{ Path string }

func (e EditedError) Error() string {
	return e.Path + " правили после печати, и правка пропала бы"
}

// keepEdited returns an EditedError when one of the files would replace a DOCX
// that somebody edited, or that is not a paper of this program.
func keepEdited(ctx context.Context, files []Output) error {
	for _, f := range files {
		if !strings.EqualFold(filepath.Ext(f.Path), ".docx") {
			continue
		}
		if old, ok := disk.Replaced(f); ok && verify.Edited(ctx, old) {
			return cmp.Or(context.Cause(ctx), error(EditedError{f.Path}))
		}
	}
	return nil
}

// ErrFolder is returned when a file is expected and a folder is found.
var ErrFolder = limited.ErrFolder

// ReadFile reads a file of at most limit bytes; a larger one is an error.
func ReadFile(fsys fs.FS, name string, limit int) ([]byte, error) {
	return limited.ReadFile(fsys, name, limit)
}

// ReadAll reads r up to its end; more than limit bytes are an error.
func ReadAll(r io.Reader, limit int) ([]byte, error) { return limited.ReadAll(r, limit) }

// BuiltIn returns the built-in templates and style sheets. Paths are relative to
// a folder of templates, as Config.Templates has it.
func BuiltIn() (files []Output, err error) {
	err = fs.WalkDir(templates.Files, ".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := fs.ReadFile(templates.Files, path)
		files = append(files, Output{Path: path, Data: data})
		return err
	})
	return files, err
}
