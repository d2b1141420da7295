package command

import (
	"os"
	"strconv"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"protokol/generator/internal/reader/readertest"
	"protokol/generator/internal/signature"
)

// forgery is the command of the scripts that does to a paper what people do:
//
//	forge words  IN OUT PAGE OLD NEW
//	forge paint  IN OUT PAGE LEFT BOTTOM WIDTH HEIGHT
//	forge note   IN OUT PAGE LEFT BOTTOM RIGHT TOP
//	forge fill   IN OUT FIELD VALUE …
//	forge mark   IN OUT PAGE LEFT BOTTOM RIGHT TOP
//	forge drop   IN OUT PAGE
//	forge source IN OUT NAME FILE
//	forge sign   IN OUT SIGNER REASON LEFT BOTTOM RIGHT TOP
//	forge rewrite|encrypt|unsign IN OUT
//	forge attach IN OUT FILE
//	forge markup IN OUT PART OLD NEW
//	forge cut    IN OUT BYTES
func forgery(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 3 {
		ts.Fatalf("usage: forge what in out …")
	}
	in, more := []byte(ts.ReadFile(args[1])), args[3:]
	number := func(arg string) int {
		n, err := strconv.Atoi(arg)
		ts.Check(err)
		return n
	}
	numbers := func(from int) (list []int) {
		for _, arg := range more[from:] {
			list = append(list, number(arg))
		}
		return list
	}
	var out []byte
	var err error
	switch args[0] {
	case "words":
		out, err = readertest.ReplaceText(in, number(more[0])-1, more[1], more[2])
	case "paint":
		n := numbers(0)
		out, err = readertest.WhiteOut(in, n[0]-1, float32(n[1]), float32(n[2]), float32(n[3]), float32(n[4]))
	case "note":
		n := numbers(0)
		out, err = readertest.AddAnnotation(in, n[0]-1, float32(n[1]), float32(n[2]), float32(n[3]), float32(n[4]))
	case "fill":
		values := map[string]string{}
		for i := 0; i+1 < len(more); i += 2 {
			values[more[i]] = more[i+1]
		}
		out, err = readertest.FillForm(in, values)
	case "mark":
		n := numbers(0)
		printer, fault := markPrinter()
		ts.Check(fault)
		m := signature.Placed{Page: n[0] - 1, Rect: [4]float64{float64(n[1]), float64(n[2]), float64(n[3]), float64(n[4])}}
		m.Words = signature.MarkOf(signature.Owner{Name: "Иванов Иван", Certificate: "AB"}, time.UTC)
		out, err = signature.Restamp(in, []signature.Placed{m}, printer)
	case "drop":
		out, err = readertest.DeletePage(in, numbers(0)[0]-1)
	case "source":
		out, err = readertest.ReplaceAttachment(in, more[0], []byte(ts.ReadFile(more[1])))
	case "sign":
		out, err = readertest.Sign(in, more[0], more[1], [4]int(numbers(2)))
	case "unsign":
		out = readertest.StripSignature(in)
	case "rewrite":
		out, err = readertest.Rewrite(in)
	case "encrypt":
		out, err = readertest.Encrypt(in, "secret")
	case "attach":
		out, err = readertest.Attach(in, ts.MkAbs(more[0]))
	case "markup":
		out, err = readertest.ReplaceMarkup(in, more[0], more[1], more[2])
	case "cut":
		out = in[:len(in)-numbers(0)[0]]
	default:
		ts.Fatalf("forge: no %s", args[0])
	}
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[2]), out, 0o666))
}
