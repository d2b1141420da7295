package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/urfave/cli/v2"
	"golang.org/x/term"

	"protokol/generator"
)

func sign(c *cli.Context) error {
	switch kind := c.String("external"); {
	case c.Bool("list"):
		return listSignatures(c)
	case kind != "" && c.String("tsa") != "":
		return usagef(c, "--tsa — для подписи своим ключом, --p12; с --external штамп ставит другая программа")
	case kind == "prepare":
		return prepareSignature(c)
	case kind == "insert":
		return insertSignature(c)
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
	g, request, err := signRequest(c)
	if err != nil {
		return err
	}
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

// signRequest returns a generator and the request that the flags describe, dated
// now.
func signRequest(c *cli.Context) (*generator.Generator, generator.SignRequest, error) {
	r := generator.SignRequest{Field: c.String("field"), Time: time.Now()}
	if r.Field == "" {
		return nil, r, usagef(c, "нужно поле подписи: --field chair; какие есть, покажет protokol sign --list")
	}
	if server := c.String("tsa"); server != "" {
		r.Timestamp = generator.TimestampServer(c.Context, server)
	}
	g, err := newGenerator(c)
	return g, r, err
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
	switch {
	case errors.Is(err, generator.ErrKey):
		return key, inputError{fmt.Errorf("%s: %w; ключом ГОСТ подписывают через --external", name, err)}
	case err != nil:
		return key, inputError{fmt.Errorf("%s: %w", name, err)}
	}
	return key, nil
}

// saveBeside writes a file made from the first argument: to --out, or beside
// that argument with a remark in its name.
func saveBeside(c *cli.Context, remark string, data []byte) error {
	name := c.String("out")
	if name == "" {
		name = generator.SignedName(c.Args().First(), remark)
	}
	return save(c, []generator.Output{{Path: name, Data: data}})
}

func listSignatures(c *cli.Context) error {
	file, err := readPDF(c, 1)
	if err != nil {
		return err
	}
	g, err := newGenerator(c)
	if err != nil {
		return err
	}
	r, err := g.Signatures(file)
	if err != nil {
		return inFile(c.Args().First(), err)
	}
	for _, f := range r.Fields {
		fmt.Fprintln(c.App.Writer, f)
	}
	if len(r.Fields) == 0 {
		fmt.Fprintln(c.App.Writer, "полей электронной подписи нет")
	}
	if err := r.Err(); err != nil {
		return inFile(c.Args().First(), err)
	}
	return nil
}

// passwordVariable is the environment variable for the password of a key. There
// is no flag: other users can read the arguments of a process.
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
