// Package syserror words errors of the operating system in Russian. The texts of
// the standard library and of the system are English, or in the language of the
// system and its encoding.
package syserror

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"strings"
	"syscall"
)

// Cause returns the message of the operating system, without the operation and the path: "нет прав доступа". Texts
// of other errors stay as they are.
func Cause(err error) string {
	var path *fs.PathError
	var link *os.LinkError
	var call *os.SyscallError
	switch {
	case errors.As(err, &path):
		return Cause(path.Err) // MkdirAll of os.Root returns one in another
	case errors.As(err, &link):
		err = link.Err
	case errors.As(err, &call):
		err = call.Err
	}
	var number syscall.Errno
	if errors.As(err, &number) {
		if text, known := numbers[number]; known {
			return text
		}
	}
	for _, k := range kinds {
		if errors.Is(err, k.is) {
			return k.text
		}
	}
	if err.Error() == escapes {
		return "ссылка ведёт за пределы папки"
	}
	return err.Error()
}

// escapes is the message of os.Root about a link that leads outside. The error has no name.
const escapes = "path escapes from parent"

// kinds are the errors that are the same on every system.
var kinds = []struct {
	is   error
	text string
}{
	{fs.ErrNotExist, "нет такого файла или папки"},
	{fs.ErrPermission, "нет прав доступа"},
	{fs.ErrExist, "файл с таким именем уже есть"},
	{fs.ErrInvalid, "такого имени файла не бывает"},
	{fs.ErrClosed, "файл уже закрыт"},
	{os.ErrDeadlineExceeded, "время ожидания вышло"},
	{io.ErrUnexpectedEOF, "файл обрывается"},
	{io.ErrShortWrite, "записана только часть файла"},
}

// Text returns the text of an error with the errors of the system in it put into
// Russian: the path, then the cause.
func Text(err error) string { return TextNaming(err, func(path string) string { return path }) }

// TextNaming is Text with other names for paths; "" leaves one out.
func TextNaming(err error, name func(path string) string) string {
	text := err.Error()
	replace(err, name, &text)
	return text
}

// replace puts the errors in a chain into Russian, wherever their text is part of
// the whole.
func replace(err error, name func(path string) string, text *string) {
	var words string
	switch e := err.(type) {
	case *fs.PathError:
		words = beside(name(e.Path), e)
	case *os.LinkError:
		words = beside(name(e.New), e)
	case *os.SyscallError, syscall.Errno:
		words = Cause(e)
	case interface{ Unwrap() []error }:
		for _, inner := range e.Unwrap() {
			replace(inner, name, text)
		}
		return
	default:
		if inner := errors.Unwrap(err); inner != nil {
			replace(inner, name, text)
		} else if words = Cause(err); words == err.Error() {
			return
		}
	}
	if words != "" {
		*text = strings.ReplaceAll(*text, err.Error(), words)
	}
}

// beside puts the cause after a path, which some errors lack.
func beside(path string, err error) string {
	if path == "" {
		return Cause(err)
	}
	return path + ": " + Cause(err)
}
