package generator

import (
	"bytes"
	"cmp"
	"context"
	"io"
	"io/fs"
	"path/filepath"
	"strings"

	"protokol/generator/diag"
	"protokol/generator/internal/batch"
	"protokol/generator/internal/disk"
	"protokol/generator/internal/limited"
	"protokol/generator/internal/printable"
	"protokol/generator/internal/signature"
	"protokol/generator/internal/syserror"
	"protokol/generator/internal/verify"
	"protokol/templates"
)

// Output is a file to be written: its path and its content.
type Output = disk.File

// Save writes all files or none: each goes to a temporary file in its folder,
// then all are renamed. Missing folders are created. Unless force is set, Save
// returns a SignedError instead of replacing a signed file, and an EditedError
// instead of replacing a DOCX that somebody edited. No paper replaces its Word template:
// that is an OptionError.
func Save(ctx context.Context, files []Output, force bool) error {
	return SaveIn(ctx, nil, files, force)
}

// Place is where paths lead: an *os.Root, which no link leads out of.
type Place = disk.Place

// SaveIn is Save for paths below a root. Nil stands for the whole file system.
func SaveIn(ctx context.Context, root Place, files []Output, force bool) error {
	at := disk.In(root)
	for _, f := range files {
		if old, ok := disk.Replaced(at, f); ok && len(f.Template) > 0 && bytes.Equal(old, f.Template) {
			return OptionError{Option: "name", Message: "документ заменил бы сам бланк " + f.Path +
				"; назовите документ иначе или возьмите другую папку"}
		}
	}
	if !force {
		if err := keepEdited(ctx, at, files); err != nil {
			return err
		}
	}
	return disk.Save(at, files, force)
}

// EditedError reports that writing a file would replace a DOCX that somebody
// edited after it was printed.
type EditedError struct{ Path string }

func (e EditedError) Error() string {
	return e.Path + " правили после печати, и правка пропала бы"
}

// keepEdited returns an EditedError when one of the files would replace a DOCX
// that somebody edited, or that is not a paper of this program.
func keepEdited(ctx context.Context, at disk.Place, files []Output) error {
	for _, f := range files {
		if old, ok := disk.Replaced(at, f); ok && !signature.IsSigned(old) && isEdited(ctx, f.Path, old) {
			return cmp.Or(context.Cause(ctx), error(EditedError{f.Path}))
		}
	}
	return nil
}

// isEdited reports whether a file is a DOCX that somebody edited, or that is not a
// paper of this program.
func isEdited(ctx context.Context, name string, data []byte) bool {
	return strings.EqualFold(filepath.Ext(name), ".docx") && verify.Edited(ctx, data)
}

// editedIn returns isEdited for files named by others.
func editedIn(ctx context.Context) func(name string, data []byte) bool {
	return func(name string, data []byte) bool { return isEdited(ctx, name, data) }
}

// ErrFolder is returned when a file is expected and a folder is found.
var ErrFolder = limited.ErrFolder

// ReadFile reads a file of at most limit bytes; a larger one is an error.
func ReadFile(fsys fs.FS, name string, limit int) ([]byte, error) {
	return limited.ReadFile(fsys, name, limit)
}

// ReadAll reads r up to its end; more than limit bytes are an error.
func ReadAll(r io.Reader, limit int) ([]byte, error) { return limited.ReadAll(r, limit) }

// MissingFile says that there is no file of a name, and names one beside it that
// was probably meant.
func MissingFile(fsys fs.FS, name string) string {
	text := "нет файла " + name
	if near := nearby(fsys, name); near != "" {
		text += "; рядом есть " + near
	}
	return text
}

// nearby returns a file beside name that was probably meant, or "".
func nearby(fsys fs.FS, name string) string {
	entries, err := fs.ReadDir(fsys, filepath.Dir(name))
	if err != nil {
		return ""
	}
	base := filepath.Base(name)
	var names []string
	for _, entry := range entries {
		switch other := entry.Name(); {
		case strings.EqualFold(other, base+".txt"), strings.EqualFold(other, base+".toml.txt"):
			return other + ": уберите .txt из его имени (проводник Windows скрывает это окончание)"
		case strings.EqualFold(other, base), strings.EqualFold(other, base+".toml"):
			return other
		case strings.EqualFold(filepath.Ext(other), filepath.Ext(base)):
			names = append(names, other)
		}
	}
	return diag.Nearest(base, names)
}

// WhileBusy runs an operation on a file. On Windows it retries for about a second if
// another program, such as a scanner for viruses, has the file open.
func WhileBusy(op func() error) error { return batch.WhileBusy(op) }

// ErrorText returns the text of an error in Russian, with what the operating
// system says.
func ErrorText(err error) string { return syserror.Text(err) }

// ErrorTextNaming is ErrorText with other names for paths; "" leaves one out.
func ErrorTextNaming(err error, name func(path string) string) string {
	return syserror.TextNaming(err, name)
}

// PrintableWriter returns a writer for messages to a terminal. Characters of names
// and texts from outside that would control the terminal, or turn or hide the text
// around them, become visible.
func PrintableWriter(w io.Writer) io.Writer { return printable.NewWriter(w) }

// Visible shows characters of a name from outside that turn or hide the text around them
// by their code points: <U+202E>.
func Visible(name string) string { return printable.Visible(name) }

// DataWriter returns w for a terminal, and the writer below one of PrintableWriter
// otherwise: files and pipes get every byte of the data.
func DataWriter(w io.Writer) io.Writer {
	if raw, ok := printable.Terminal(w); !ok {
		return raw
	}
	return w
}

// Terminal returns the writer below one of PrintableWriter, and reports whether
// that is a terminal.
func Terminal(w io.Writer) (raw io.Writer, ok bool) { return printable.Terminal(w) }

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

// Edited reports whether a DOCX was edited after it was printed, or is not a paper
// of this program.
func Edited(ctx context.Context, file File) bool { return isEdited(ctx, file.Name, file.Data) }

// IsSigned reports whether a PDF or a DOCX has signatures inside.
func IsSigned(data []byte) bool { return signature.IsSigned(data) }
