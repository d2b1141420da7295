package syserror

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"unicode"
)

// TestText puts errors that the system returns into Russian.
func TestText(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "файл")
	if err := os.WriteFile(file, nil, 0o666); err != nil {
		t.Fatal(err)
	}
	_, missing := os.Open(filepath.Join(dir, "нет"))
	_, through := os.Open(filepath.Join(file, "x"))
	_, folder := os.ReadFile(dir)
	rename := os.Rename(filepath.Join(dir, "нет"), file)
	made := os.Mkdir(dir, 0o777)
	for name, err := range map[string]error{
		"missing": missing, "through a file": through, "a folder": folder, "rename": rename, "exists": made,
		"permission": &fs.PathError{Op: "open", Path: "a", Err: syscall.EACCES},
		"disk full":  &fs.PathError{Op: "write", Path: "a", Err: syscall.ENOSPC},
		"wrapped":    fmt.Errorf("журнал: %w", missing),
		"joined":     errors.Join(missing, rename),
		"by number":  os.NewSyscallError("fsync", syscall.EIO),
		"bare":       fs.ErrPermission,
		"address":    os.NewSyscallError("bind", syscall.EADDRNOTAVAIL),
		"port":       os.NewSyscallError("bind", syscall.EADDRINUSE),
	} {
		text := Text(err)
		bare := strings.NewReplacer(dir, "", "\n", " ").Replace(text)
		if strings.TrimPrefix(bare, "a:") == "" || strings.ContainsFunc(strings.TrimPrefix(bare, "a:"), isLatin) {
			t.Errorf("%s: %v is %q", name, err, text)
		}
	}
}

func isLatin(r rune) bool { return r != 'x' && unicode.Is(unicode.Latin, r) }

func TestCause(t *testing.T) {
	for want, err := range map[string]error{
		"нет такого файла или папки": &fs.PathError{Op: "open", Path: "a", Err: fs.ErrNotExist},
		"нет прав доступа":           &fs.PathError{Op: "open", Path: "a", Err: fs.ErrPermission},
		"в файле ошибка":             errors.New("в файле ошибка"),
		"нет места":                  &fs.PathError{Path: "a", Err: &fs.PathError{Err: errors.New("нет места")}},
	} {
		if got := Cause(err); got != want {
			t.Errorf("%v: %q, want %q", err, got, want)
		}
	}
	root, err := os.OpenRoot(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	if _, err = root.Stat("../a"); Cause(err) != "ссылка ведёт за пределы папки" {
		t.Error(err)
	}
	err = fmt.Errorf("папка: %w", &fs.PathError{Op: "mkdir", Path: "a/b", Err: fs.ErrPermission})
	if got := Text(err); got != "папка: a/b: нет прав доступа" {
		t.Error(got)
	}
}
