package command

import (
	"crypto"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"github.com/urfave/cli/v2"
	"software.sslmate.com/src/go-pkcs12"

	"protokol/generator/internal/cms"
	"protokol/generator/internal/signature"
)

func signCommand() *cli.Command {
	return &cli.Command{
		Name:      "sign",
		Usage:     "подписать PDF электронной подписью",
		ArgsUsage: "ФАЙЛ.pdf  (с --external insert: ФАЙЛ.pdf ПОДПИСЬ.sig)",
		Description: "Ставит подпись PAdES и отметку о ней в поле подписи; подписывают по очереди, прежние подписи остаются верны.\n" +
			"Пароль ключа спрашивает или берёт из переменной " + passwordVariable + ".\n" +
			"Результат — «ИМЯ (подписан).pdf»; вторая подпись дописывается в тот же файл.\n\n" +
			"Ключом ГОСТ подписывает другая программа:\n" +
			"  protokol sign --external prepare ФАЙЛ.pdf --field chair --cert СЕРТИФИКАТ.cer\n" +
			"  создаст «ИМЯ (на подпись).pdf» и .bin — что подписать отсоединённой подписью CAdES-BES;\n" +
			"  protokol sign --external insert «ИМЯ (на подпись).pdf» ПОДПИСЬ.sig — вставит её.",
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "field", Usage: "поле подписи: chair, secretary, …"},
			&cli.StringFlag{Name: "p12", Usage: "файл ключа с сертификатом: .p12 или .pfx"},
			&cli.StringFlag{Name: "cert", Usage: "сертификат подписывающего для --external prepare"},
			&cli.StringFlag{Name: "external", Usage: "подпись ставит другая программа: prepare или insert"},
			&cli.StringFlag{Name: "out", Usage: "имя подписанного файла"},
			&cli.BoolFlag{Name: "list", Usage: "показать, кто подписал и какие поля свободны"},
			&cli.BoolFlag{Name: "force", Usage: "заменить подписанный файл"},
		},
		Action: sign,
	}
}

func sign(c *cli.Context) error {
	switch kind := c.String("external"); {
	case c.Bool("list"):
		return listSignatures(c)
	case kind == "prepare":
		return prepareSignature(c)
	case kind == "insert":
		return insertSignature(c)
	case kind != "":
		return usagef(c, "--external бывает prepare или insert, а не «%s»", kind)
	}
	file, err := readSigned(c, 1)
	if err != nil {
		return err
	}
	if c.String("p12") == "" {
		return usagef(c, "нужен ключ: --p12 ФАЙЛ")
	}
	by, err := readKey(c)
	if err != nil {
		return err
	}
	o, err := signatureOptions(c, signature.OwnerOf(by.Certificate))
	if err != nil {
		return err
	}
	made, err := signature.Sign(file, by, o)
	if err != nil {
		return inFile(c, err)
	}
	return writeSigned(c, "(подписан)", made)
}

// readSigned reads the PDF that is the first of the command's arguments.
func readSigned(c *cli.Context, arguments int) ([]byte, error) {
	if c.NArg() != arguments {
		return nil, usagef(c, "нужно файлов: %d, а указано: %d", arguments, c.NArg())
	}
	return readLarge(c, c.Args().First())
}

// inFile is an error in the PDF that the user named.
func inFile(c *cli.Context, err error) error {
	return inputError{fmt.Errorf("%s: %w", c.Args().First(), err)}
}

// signatureOptions are those of a signature made now.
func signatureOptions(c *cli.Context, owner signature.Owner) (signature.Options, error) {
	o := signature.Options{Field: c.String("field"), Time: time.Now(), Owner: owner}
	if o.Field == "" {
		return o, usagef(c, "нужно поле подписи: --field chair; какие есть, покажет protokol sign --list")
	}
	var err error
	o.Printer, err = markPrinter()
	return o, err
}

// readKey opens the container of the key and the certificate.
func readKey(c *cli.Context) (cms.Signer, error) {
	name := c.String("p12")
	data, err := readInput(c, name)
	if err != nil {
		return cms.Signer{}, err
	}
	password, err := readPassword(c, "Пароль ключа "+filepath.Base(name)+": ")
	if err != nil {
		return cms.Signer{}, err
	}
	key, certificate, chain, err := pkcs12.DecodeChain(data, password)
	if errors.Is(err, pkcs12.ErrIncorrectPassword) {
		return cms.Signer{}, inputError{fmt.Errorf("%s: пароль не подходит", name)}
	}
	signer, ok := key.(crypto.Signer)
	if err != nil || !ok {
		return cms.Signer{}, inputError{fmt.Errorf("%s: ключ не читается; ключом ГОСТ подписывают через --external", name)}
	}
	return cms.Signer{Key: signer, Certificate: certificate, Chain: chain}, nil
}

// writeSigned writes a signed file beside the one it was made of, or as --out
// says, and prints its path.
func writeSigned(c *cli.Context, remark string, data []byte) error {
	name := c.String("out")
	if name == "" {
		name = remarked(c.Args().First(), remark)
	}
	if err := write(c, []output{{name, data}}); err != nil {
		return err
	}
	fmt.Fprintln(c.App.Writer, name)
	return nil
}

// remarked puts a remark behind the name of a PDF in place of the one there.
func remarked(name, remark string) string {
	base := strings.TrimSuffix(name, filepath.Ext(name))
	for _, other := range []string{"(подписан)", "(на подпись)", "(со штампом)"} {
		base = strings.TrimSuffix(base, " "+other)
	}
	return base + " " + remark + ".pdf"
}

func listSignatures(c *cli.Context) error {
	file, err := readSigned(c, 1)
	if err != nil {
		return err
	}
	report, err := signature.Read(file)
	if err != nil {
		return inFile(c, err)
	}
	for _, s := range report.Signatures {
		fmt.Fprintf(c.App.Writer, "%s: %s\n", s.Field, s)
	}
	for _, name := range report.Free {
		fmt.Fprintf(c.App.Writer, "%s: не подписано\n", name)
	}
	if len(report.Signatures)+len(report.Free) == 0 {
		fmt.Fprintln(c.App.Writer, "полей электронной подписи нет")
	}
	return nil
}
