package readertest

import (
	"bytes"
	"io"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
)

func relaxedConfiguration() *model.Configuration {
	c := model.NewDefaultConfiguration()
	c.ValidationMode = model.ValidationRelaxed
	return c
}

// Rewrite rewrites a file with pdfcpu.
func Rewrite(file []byte) ([]byte, error) {
	var out bytes.Buffer
	err := api.Optimize(bytes.NewReader(file), &out, relaxedConfiguration())
	return out.Bytes(), err
}

// Join joins files.
func Join(files ...[]byte) ([]byte, error) {
	var readers []io.ReadSeeker
	for _, file := range files {
		readers = append(readers, bytes.NewReader(file))
	}
	var out bytes.Buffer
	err := api.MergeRaw(readers, &out, false, relaxedConfiguration())
	return out.Bytes(), err
}

// Encrypt encrypts a file with a password.
func Encrypt(file []byte, password string) ([]byte, error) {
	c := model.NewAESConfiguration(password, password+"!", 256)
	c.ValidationMode = model.ValidationRelaxed
	var out bytes.Buffer
	err := api.Encrypt(bytes.NewReader(file), &out, c)
	return out.Bytes(), err
}

// Attach attaches files from the disk with pdfcpu.
func Attach(file []byte, paths ...string) ([]byte, error) {
	var out bytes.Buffer
	err := api.AddAttachments(bytes.NewReader(file), &out, paths, false, relaxedConfiguration())
	return out.Bytes(), err
}
