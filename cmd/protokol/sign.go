package main

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/urfave/cli/v2"
	"golang.org/x/term"

	"protokol/generator"
)

func sign(c *cli.Context, g *generator.Generator) error {
	switch kind := c.String("external"); {
	case c.Bool("list"):
		return listSignatures(c, g)
	case kind != "" && c.String("tsa") != "":
		return usagef(c, "--tsa — для подписи своим ключом, --p12; с --external штамп ставит другая программа")
	case kind == "prepare":
		return prepareSignature(c, g)
	case kind == "insert":
		return insertSignature(c, g)
	case kind != "":
		return usagef(c, "--external бывает prepare или insert, а не «%s»", kind)
	}
	file, err := readPDF(c, 1)
	if err != nil {
		return err
	}
	if c.String("p12") == "" {
		return usagef(c, "нужен ключ: --p12 ФАЙЛ")
	}
	key, err := readKey(c)
	if err != nil {
		return err
	}
	request, err := signRequest(c)
	if err != nil {
		return err
	}
	request.CertificateFile = c.String("p12")
	made, err := g.Sign(file, key, request)
	if err == nil && (c.Bool("ltv") || c.Bool("online") || c.IsSet("evidence")) {
		var given generator.Evidence
		if given, err = evidence(c, "evidence"); err == nil {
			made, err = g.AddEvidence(c.Context, made, given, c.Bool("online"))
		}
	}
	if err != nil {
		return inFile(c.Args().First(), err)
	}
	return saveBeside(c, "(подписан)", made)
}

// readPDF reads the PDF that is the first argument and checks the number of
// arguments.
func readPDF(c *cli.Context, arguments int) ([]byte, error) {
	if c.NArg() != arguments {
		return nil, usagef(c, "нужно файлов: %d, а указано: %d", arguments, c.NArg())
	}
	return readFile(c, c.Args().First(), maxPaper)
}

// signRequest returns the request that the flags describe, dated now.
func signRequest(c *cli.Context) (generator.SignRequest, error) {
	r := generator.SignRequest{Field: c.String("field"), Time: time.Now()}
	if r.Field == "" {
		return r, usagef(c, "нужно поле подписи: --field chair; какие есть, покажет protokol sign --list")
	}
	if server := c.String("tsa"); server != "" {
		r.Timestamp = generator.TimestampServer(c.Context, server)
	}
	return r, nil
}

// evidence reads the certificates that a flag names.
func evidence(c *cli.Context, flag string) (generator.Evidence, error) {
	e, err := generator.ReadEvidence(disk{}, c.String(flag))
	return e, inFile(c.String(flag), err)
}

// readKey reads the private key and its certificate.
func readKey(c *cli.Context) (generator.Key, error) {
	name := c.String("p12")
	data, err := readInput(c, name)
	if err != nil {
		return generator.Key{}, err
	}
	password, err := readPassword(c, "Пароль ключа "+filepath.Base(name)+": ")
	if err != nil {
		return generator.Key{}, err
	}
	key, err := generator.OpenKey(data, password)
	if errors.Is(err, generator.ErrKey) {
		err = fmt.Errorf("%w; ключом ГОСТ подписывают через --external", err)
	}
	return key, inFile(name, err)
}

// saveBeside writes a file made from the first argument: to --out, or beside
// that argument with a remark in its name.
func saveBeside(c *cli.Context, remark string, data []byte) error {
	name := cmp.Or(c.String("out"), generator.SignedName(c.Args().First(), remark))
	return save(c, []generator.Output{{Path: name, Data: data}})
}

func listSignatures(c *cli.Context, g *generator.Generator) error {
	file, err := readPDF(c, 1)
	if err != nil {
		return err
	}
	r, err := g.Signatures(c.Context, file)
	if err != nil {
		return inFile(c.Args().First(), err)
	}
	show(c, r.Fields)
	show(c, r.Remarks)
	if len(r.Fields) == 0 {
		fmt.Fprintln(c.App.Writer, "полей электронной подписи нет")
	}
	return inFile(c.Args().First(), r.Err())
}

// passwordVariable is the environment variable for the password of a key. There
// is not a flag: other users can read the arguments of a process.
const passwordVariable = "PROTOKOL_P12_PASSWORD"

// readPassword takes the password from the environment or asks on the terminal.
func readPassword(c *cli.Context, prompt string) (string, error) {
	if password, ok := os.LookupEnv(passwordVariable); ok {
		return password, nil
	}
	terminal, ok := c.App.Reader.(*os.File)
	if !ok || !term.IsTerminal(int(terminal.Fd())) {
		return "", usagef(c, "некого спросить пароль ключа; задайте переменную %s", passwordVariable)
	}
	fmt.Fprint(c.App.ErrWriter, prompt)
	password, err := term.ReadPassword(int(terminal.Fd()))
	fmt.Fprintln(c.App.ErrWriter)
	return string(password), err
}

// prepareSignature reserves space for a signature of another program and writes
// the bytes that it must sign.
func prepareSignature(c *cli.Context, g *generator.Generator) error {
	file, err := readPDF(c, 1)
	if err != nil {
		return err
	}
	if c.String("cert") == "" {
		return usagef(c, "нужен сертификат подписывающего: --cert ФАЙЛ; он виден в отметке о подписи")
	}
	data, err := readInput(c, c.String("cert"))
	if err != nil {
		return err
	}
	certificate, err := generator.ParseCertificate(data)
	if err != nil {
		return inputError{fmt.Errorf("%s: %w", c.String("cert"), err)}
	}
	request, err := signRequest(c)
	if err != nil {
		return err
	}
	request.CertificateFile = c.String("cert")
	prepared, err := g.Prepare(file, certificate, request)
	if err != nil {
		return inFile(c.Args().First(), err)
	}
	name := cmp.Or(c.String("out"), generator.SignedName(c.Args().First(), "(на подпись)"))
	return save(c, []generator.Output{{Path: name, Data: prepared.Data},
		{Path: strings.TrimSuffix(name, ".pdf") + ".bin", Data: prepared.ToSign}})
}

// insertSignature inserts the signature of another program.
func insertSignature(c *cli.Context, g *generator.Generator) error {
	file, err := readPDF(c, 2)
	if err != nil {
		return err
	}
	name := c.Args().Get(1)
	made, err := readFile(c, name, maxPaper)
	if err != nil {
		return err
	}
	signed, unchecked, err := g.Insert(file, made)
	wrong, isWrong := errors.AsType[generator.FileError](err)
	switch {
	case isWrong:
		return inputError{fmt.Errorf("%s: %w", name, wrong.Err)}
	case errors.Is(err, generator.ErrNotPrepared):
		return inFile(c.Args().First(), fmt.Errorf("%w: сначала protokol sign --external prepare", err))
	case err != nil:
		return inFile(c.Args().First(), err)
	}
	if err := saveBeside(c, "(подписан)", signed); err != nil {
		return err
	}
	if unchecked != "" {
		fmt.Fprintf(c.App.ErrWriter, "внимание: %s\n", unchecked)
	}
	return nil
}

func stamp(c *cli.Context, g *generator.Generator) error {
	for _, name := range c.Args().Slice() {
		if sameFile(c.String("out"), name) {
			return usagef(c, "копия не может стать на место %s: подлинник не меняют", name)
		}
	}
	files, err := readFiles(c, c.Args().Slice())
	if err != nil {
		return err
	}
	stamped, unchecked, err := g.Stamp(files[0].Data, files[1:], time.Local)
	if err != nil {
		return inFile(c.Args().First(), err)
	}
	if err := saveBeside(c, "(со штампом)", stamped); err != nil {
		return err
	}
	slices.Sort(unchecked)
	fmt.Fprintf(c.App.ErrWriter, "внимание: %s\n", strings.Join(slices.Compact(unchecked), "; "))
	return nil
}

// sameFile reports whether two paths lead to one file.
func sameFile(a, b string) bool {
	first, err1 := os.Stat(a)
	second, err2 := os.Stat(b)
	return err1 == nil && err2 == nil && os.SameFile(first, second)
}
