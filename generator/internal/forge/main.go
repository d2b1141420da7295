// Command forge tampers with papers for the tests of the command line, and makes
// keys and hostile files for them:
//
//	forge words  IN OUT PAGE OLD NEW
//	forge paint  IN OUT PAGE LEFT BOTTOM WIDTH HEIGHT
//	forge note   IN OUT PAGE LEFT BOTTOM RIGHT TOP
//	forge fill   IN OUT FIELD VALUE …
//	forge mark   IN OUT PAGE LEFT BOTTOM RIGHT TOP
//	forge drop   IN OUT PAGE
//	forge source IN OUT NAME FILE
//	forge sign   IN OUT SIGNER REASON LEFT BOTTOM RIGHT TOP
//	forge rewrite|encrypt|unsign|detach IN OUT
//	forge attach IN OUT FILE
//	forge markup IN OUT PART OLD NEW
//	forge cut    IN OUT BYTES
//	forge keys   FOLDER PASSWORD
//	forge bombs  IN FOLDER [NAME …]
package main

import (
	"fmt"
	"os"
	"strconv"
	"time"

	"protokol/generator/internal/printing"
	"protokol/generator/internal/reader/readertest"
	"protokol/generator/internal/signature"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "forge:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) < 3 {
		return fmt.Errorf("usage: forge what in out …")
	}
	switch args[0] {
	case "keys":
		return writeKeys(args[1], args[2])
	case "bombs":
		return writeBombs(args[1], args[2], args[3:])
	}
	in, err := os.ReadFile(args[1])
	if err != nil {
		return err
	}
	out, err := forge(args[0], in, args[3:])
	if err != nil {
		return err
	}
	return os.WriteFile(args[2], out, 0o666)
}

// forge applies a change to a paper.
func forge(what string, in []byte, args []string) ([]byte, error) {
	switch what {
	case "words", "source", "attach", "markup", "fill":
		return change(what, in, args)
	case "unsign":
		return readertest.StripSignature(in), nil
	case "detach":
		return readertest.Detach(in)
	case "rewrite":
		return readertest.Rewrite(in)
	case "encrypt":
		return readertest.Encrypt(in, "secret")
	case "sign":
		n, err := numbers(args[2:], 4)
		if err != nil {
			return nil, err
		}
		return readertest.Sign(in, args[0], args[1], [4]int(n))
	}
	return draw(what, in, args)
}

// change applies the changes of text and attachments.
func change(what string, in []byte, args []string) ([]byte, error) {
	switch what {
	case "words":
		page, err := strconv.Atoi(args[0])
		if err != nil {
			return nil, err
		}
		return readertest.ReplaceText(in, page-1, args[1], args[2])
	case "source":
		data, err := os.ReadFile(args[1])
		if err != nil {
			return nil, err
		}
		return readertest.ReplaceAttachment(in, args[0], data)
	case "attach":
		return readertest.Attach(in, args[0])
	case "markup":
		return readertest.ReplaceMarkup(in, args[0], args[1], args[2])
	}
	values := map[string]string{}
	for i := 0; i+1 < len(args); i += 2 {
		values[args[i]] = args[i+1]
	}
	return readertest.FillForm(in, values)
}

// draw applies the changes of pages, whose arguments are numbers.
func draw(what string, in []byte, args []string) ([]byte, error) {
	n, err := numbers(args, 1)
	if err != nil {
		return nil, err
	}
	n = append(n, make([]int, 5)...)
	a, b, c, d := float32(n[1]), float32(n[2]), float32(n[3]), float32(n[4])
	switch what {
	case "paint":
		return readertest.WhiteOut(in, n[0]-1, a, b, c, d)
	case "note":
		return readertest.AddAnnotation(in, n[0]-1, a, b, c, d)
	case "mark":
		return forgeMark(in, n)
	case "drop":
		return readertest.DeletePage(in, n[0]-1)
	case "cut":
		return in[:len(in)-n[0]], nil
	}
	return nil, fmt.Errorf("no %s", what)
}

// forgeMark adds the stamp of a signature that does not exist to a page.
func forgeMark(in []byte, n []int) ([]byte, error) {
	printer, err := printing.StampPrinter()
	if err != nil {
		return nil, err
	}
	m := signature.Placed{Page: n[0] - 1, Rect: [4]float64{float64(n[1]), float64(n[2]), float64(n[3]), float64(n[4])}}
	m.Words = signature.MarkOf(signature.Owner{Name: "Иванов Иван", Certificate: "AB"}, time.UTC)
	return signature.Restamp(in, []signature.Placed{m}, printer)
}

// numbers parses arguments, of which there must be at least least.
func numbers(args []string, least int) (list []int, err error) {
	for _, arg := range args {
		n, err := strconv.Atoi(arg)
		if err != nil {
			return nil, err
		}
		list = append(list, n)
	}
	if len(list) < least {
		return nil, fmt.Errorf("needs %d numbers", least)
	}
	return list, nil
}
