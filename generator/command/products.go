package command

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"protokol/generator/internal/batch"
	"protokol/generator/internal/compose"
	"protokol/generator/internal/list"
	"protokol/generator/internal/printing"
	"protokol/generator/internal/signature"
)

// checkProducts refuses, before any work, what cannot be made beside the
// letters: two files of one name, a file in the place of a folder or of a
// signed file. Own are the files that a batch makes without being asked.
func checkProducts(c *cli.Context, formats, own []string) error {
	if c.String("print") != "" && !slices.Contains(formats, "pdf") {
		return usagef(c, "--print собирает PDF, а в --format его нет")
	}
	if c.Bool("duplex") && c.String("print") == "" {
		return usagef(c, "--duplex нужен вместе с --print")
	}
	seen := map[string]string{}
	for _, path := range own {
		seen[foldedPath(path)] = path
	}
	paths := own
	for _, flag := range []string{"print", "zip"} {
		path := c.String(flag)
		if path == "" {
			continue
		}
		if info, err := os.Stat(path); err == nil && info.IsDir() || os.IsPathSeparator(path[len(path)-1]) {
			return usagef(c, "--%s: %s — папка, а нужно имя файла", flag, path)
		}
		if other, taken := seen[foldedPath(path)]; taken {
			return usagef(c, "--%s: файл %s уже занят: там будет %s", flag, path, filepath.Base(other))
		}
		seen[foldedPath(path)] = "--" + flag
		paths = append(paths, path)
	}
	for _, path := range paths {
		if held(path) {
			return inputError{fmt.Errorf("файл %s открыт в другой программе; закройте его", path)}
		}
		if c.Bool("force") {
			continue
		}
		if err := keepsSignature(output{path: path}); err != nil {
			return err
		}
	}
	return nil
}

// held reports whether Windows will not let a file be replaced: Excel has the
// report open, or Acrobat the book.
func held(path string) bool {
	if runtime.GOOS != "windows" {
		return false // an open file keeps its contents, its name goes to the new one
	}
	file, err := os.OpenFile(path, os.O_RDWR, 0)
	if err == nil {
		file.Close()
	}
	return err != nil && !errors.Is(err, fs.ErrNotExist)
}

// foldedPath is the same for paths that may lead to one file.
func foldedPath(path string) string {
	if whole, err := filepath.Abs(path); err == nil {
		path = whole
	}
	return list.FoldFileName(path)
}

// ownFiles are the report and the parts of a document that a folder has or will
// have: «Реестр отправки.pdf», «Реестр отправки 2.pdf».
func ownFiles(folder, report, document string, formats []string) []string {
	paths := []string{filepath.Join(folder, report)}
	for _, format := range formats {
		paths = append(paths, filepath.Join(folder, document+"."+format))
	}
	entries, _ := os.ReadDir(folder) // none before the first batch
	for _, e := range entries {
		var part int
		base, extension, _ := strings.Cut(e.Name(), ".")
		number, ours := strings.CutPrefix(base, document+" ")
		const most = 999 // a year behind the name is the user's own
		if n, _ := fmt.Sscanf(number, "%d", &part); ours && n == 1 && part <= most && slices.Contains(formats, extension) {
			paths = append(paths, filepath.Join(folder, e.Name()))
		}
	}
	return paths
}

// takenNames are the names, without extensions, that --print and --zip take
// from the letters of a folder.
func takenNames(c *cli.Context, folder string) (names []string) {
	for _, path := range []string{c.String("print"), c.String("zip")} {
		if path != "" && foldedPath(filepath.Dir(path)) == foldedPath(folder) {
			names = append(names, strings.TrimSuffix(filepath.Base(path), filepath.Ext(path)))
		}
	}
	return names
}

// signedIn tells signed letters in a folder from others; nil, when --force gives
// them up.
func signedIn(c *cli.Context, folder string) func(name string, data []byte) bool {
	if c.Bool("force") {
		return nil
	}
	return func(name string, data []byte) bool {
		return signature.IsSigned(data) || signatureBeside(filepath.Join(folder, name)) != ""
	}
}

// openFolder opens a folder for products, or makes it, and tries to write there.
func openFolder(c *cli.Context, name string) (batch.Folder, error) {
	if info, err := os.Stat(name); err == nil && !info.IsDir() {
		return nil, usagef(c, "%s — файл, а нужна папка", name)
	}
	folder, err := batch.OpenFolder(name)
	if err == nil {
		err = writable(name)
	}
	switch {
	case errors.Is(err, fs.ErrPermission):
		return nil, fmt.Errorf("в папку %s нельзя писать: нет прав", name)
	case err != nil:
		return nil, fmt.Errorf("в папку %s нельзя писать: %w", name, err)
	}
	return folder, nil
}

// writable tries to write in a folder: where a batch keeps what is not to be
// seen, so that a run that is killed leaves nothing else behind.
func writable(folder string) error {
	private := filepath.Join(folder, batch.Private)
	if err := os.MkdirAll(private, 0o777); err != nil {
		return err
	}
	probe := filepath.Join(private, "probe")
	if err := os.WriteFile(probe, nil, 0o666); err != nil {
		return err
	}
	err := os.Remove(probe)
	if errors.Is(err, fs.ErrNotExist) { // another part of the list has tried, too
		err = nil
	}
	os.Remove(private) // unless something else is in it
	return err
}

// collections are the files of --print and --zip, with their paths.
func collections(c *cli.Context, open func(io.Writer) batch.Binder) (sinks []batch.Sink, paths []string, err error) {
	if path := c.String("print"); path != "" {
		folder, err := openFolder(c, filepath.Dir(path))
		if err != nil {
			return nil, nil, err
		}
		honest := func(w io.Writer) batch.Binder { return &binder{Binder: open(w), path: path, w: c.App.ErrWriter} }
		sinks, paths = append(sinks, batch.NewPrint(folder, filepath.Base(path), honest)), append(paths, path)
	}
	if path := c.String("zip"); path != "" {
		folder, err := openFolder(c, filepath.Dir(path))
		if err != nil {
			return nil, nil, err
		}
		sinks, paths = append(sinks, batch.NewArchive(folder, filepath.Base(path))), append(paths, path)
	}
	return sinks, paths, nil
}

// binder binds letters and tells which of them were signed: their marks are not
// in the book.
type binder struct {
	batch.Binder
	path   string
	w      io.Writer
	signed []string
}

func (b *binder) Add(paper []byte, title string) error {
	if signature.IsSigned(paper) {
		b.signed = append(b.signed, "«"+title+"»")
	}
	return b.Binder.Add(paper, title)
}

func (b *binder) Close() error {
	const shown = 5
	if n := len(b.signed); n > 0 {
		more := ""
		if n > shown {
			more = fmt.Sprintf(" и ещё %d", n-shown)
		}
		fmt.Fprintf(b.w, "в %s письма без отметок об электронной подписи; подписанные напечатайте отдельно: %s%s\n",
			b.path, strings.Join(b.signed[:min(n, shown)], ", "), more)
	}
	return b.Binder.Close()
}

// newRegister is the dispatch register of a batch.
func newRegister(folder batch.Folder, press *printing.Press, formats []string, about batch.About) *batch.Register {
	return batch.NewRegister(folder, press, formats, func(part batch.RegisterPart) (*printing.Paper, error) {
		view := compose.Register{Body: about.Body, Part: part.Part}
		for _, row := range part.Rows {
			view.Add(row.Number, row.Subject, row.Address, row.Pages)
		}
		doc, err := press.Templates.Compose("register", view)
		if err != nil {
			return nil, err
		}
		return press.Lay(doc, printing.Origin{Date: about.Date, Author: about.Body})
	})
}
