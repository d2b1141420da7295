package web

import (
	"errors"
	"io"
	"mime/multipart"
	"net/http"
	"path"
	"strings"

	"protokol/generator"
)

// maxFiles limits the files of a request.
const maxFiles = 2000

// upload is the content of a form with files.
type upload struct {
	values map[string]string
	files  map[string][]generator.File // by the name of the input
}

// first returns the first file of an input.
func (u *upload) first(name string) (generator.File, error) {
	if len(u.files[name]) == 0 {
		return generator.File{}, failf(http.StatusBadRequest, "Не выбран файл.")
	}
	return u.files[name][0], nil
}

// readUpload reads a form with files into memory; secure.go limits its size.
func readUpload(r *http.Request) (*upload, error) {
	reader, err := r.MultipartReader()
	if err != nil {
		return nil, failf(http.StatusBadRequest, "Нужна форма с файлами.")
	}
	u := &upload{map[string]string{}, map[string][]generator.File{}}
	for n := 0; ; n++ {
		part, err := reader.NextPart()
		if errors.Is(err, io.EOF) {
			return u, nil
		}
		if err == nil && n < maxFiles {
			err = u.add(part)
		}
		var large *http.MaxBytesError
		switch {
		case errors.As(err, &large):
			return nil, failf(http.StatusRequestEntityTooLarge, "Файлы больше 64 МБ: возьмите меньше за раз.")
		case err != nil:
			return nil, failf(http.StatusBadRequest, "Файлы не дошли. Повторите.")
		case n >= maxFiles:
			return nil, failf(http.StatusRequestEntityTooLarge, "Файлов больше %d: возьмите меньше за раз.", maxFiles)
		}
	}
}

func (u *upload) add(part *multipart.Part) error {
	data, err := io.ReadAll(part)
	if err != nil {
		return err
	}
	if part.FileName() == "" {
		if _, isFile := part.Header["Content-Type"]; !isFile {
			u.values[part.FormName()] = string(data)
		}
		return nil // an input without a file
	}
	name := path.Base(strings.ReplaceAll(part.FileName(), `\`, "/"))
	u.files[part.FormName()] = append(u.files[part.FormName()], generator.File{Name: name, Data: data})
	return nil
}
