package command

import (
	"bytes"
	"crypto/x509"
	"encoding/base64"
	"encoding/pem"
	"fmt"
	"strings"

	"github.com/urfave/cli/v2"

	"protokol/generator/internal/cms"
	"protokol/generator/internal/signature"
)

// prepareSignature leaves a place for the signature of another program and
// writes what that program is to sign.
func prepareSignature(c *cli.Context) error {
	file, err := readSigned(c, 1)
	if err != nil {
		return err
	}
	if c.String("cert") == "" {
		return usagef(c, "нужен сертификат подписывающего: --cert ФАЙЛ; он виден в отметке о подписи")
	}
	certificate, err := readCertificate(c)
	if err != nil {
		return err
	}
	o, err := signatureOptions(c, signature.OwnerOf(certificate))
	if err != nil {
		return err
	}
	prepared, err := signature.Prepare(file, o)
	if err != nil {
		return inFile(c, err)
	}
	name := c.String("out")
	if name == "" {
		name = remarked(c.Args().First(), "(на подпись)")
	}
	parts := prepared.Parts()
	files := []output{{name, prepared.Data}, {strings.TrimSuffix(name, ".pdf") + ".bin", bytes.Join(parts[:], nil)}}
	if err := write(c, files); err != nil {
		return err
	}
	for _, f := range files {
		fmt.Fprintln(c.App.Writer, f.path)
	}
	return nil
}

// insertSignature puts the signature of another program into its place.
func insertSignature(c *cli.Context) error {
	file, err := readSigned(c, 2)
	if err != nil {
		return err
	}
	made, err := readSignature(c, c.Args().Get(1))
	if err != nil {
		return err
	}
	signed, unchecked, err := signature.Insert(file, made)
	if err != nil {
		return inFile(c, err)
	}
	if err := writeSigned(c, "(подписан)", signed); err != nil {
		return err
	}
	if unchecked != "" {
		fmt.Fprintf(c.App.ErrWriter, "внимание: %s\n", unchecked)
	}
	return nil
}

// readSignature reads a .sig file.
func readSignature(c *cli.Context, name string) ([]byte, error) {
	data, err := readLarge(c, name)
	if err != nil {
		return nil, err
	}
	made, err := cms.Decode(data)
	if err != nil {
		return nil, inputError{fmt.Errorf("%s: %w", name, err)}
	}
	return made, nil
}

// readCertificate reads the file of --cert: DER, PEM or base64.
func readCertificate(c *cli.Context) (*x509.Certificate, error) {
	name := c.String("cert")
	data, err := readInput(c, name)
	if err != nil {
		return nil, err
	}
	if block, _ := pem.Decode(data); block != nil {
		data = block.Bytes
	} else if plain, err := base64.StdEncoding.DecodeString(strings.Join(strings.Fields(string(data)), "")); err == nil {
		data = plain
	}
	certificate, err := x509.ParseCertificate(data)
	if err != nil {
		return nil, inputError{fmt.Errorf("%s: это не сертификат", name)}
	}
	return certificate, nil
}
