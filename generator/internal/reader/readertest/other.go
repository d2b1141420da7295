package readertest

import (
	"bytes"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
)

func configuration() *model.Configuration {
	c := model.NewDefaultConfiguration()
	c.ValidationMode = model.ValidationRelaxed
	return c
}

// Rewrite lets another program write the file anew.
func Rewrite(file []byte) ([]byte, error) {
	var out bytes.Buffer
	err := api.Optimize(bytes.NewReader(file), &out, configuration())
	return out.Bytes(), err
}

// Encrypt locks a file with a password.
func Encrypt(file []byte, password string) ([]byte, error) {
	c := model.NewAESConfiguration(password, password+"!", 256)
	c.ValidationMode = model.ValidationRelaxed
	var out bytes.Buffer
	err := api.Encrypt(bytes.NewReader(file), &out, c)
	return out.Bytes(), err
}

// Attach puts files of the disk into a PDF, as another program does.
func Attach(file []byte, paths ...string) ([]byte, error) {
	var out bytes.Buffer
	err := api.AddAttachments(bytes.NewReader(file), &out, paths, false, configuration())
	return out.Bytes(), err
}
