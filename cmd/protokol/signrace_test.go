package main

import (
	"flag"
	"strings"
	"testing"

	"github.com/urfave/cli/v2"

	"protokol/generator"
)

// TestSignedMeanwhile checks what somebody is told whose paper was signed while it was being
// signed: not that it is signed and --force would replace it.
func TestSignedMeanwhile(t *testing.T) {
	for path, want := range map[string]string{"a.pdf": "повторите", "b.pdf": "--force"} {
		flags := flag.NewFlagSet("sign", flag.ContinueOnError)
		if err := flags.Parse([]string{"a.pdf"}); err != nil {
			t.Fatal(err)
		}
		c := cli.NewContext(cli.NewApp(), flags, nil)
		c.Command = &cli.Command{Name: "sign"}
		if err := flagError(c, generator.SignedError{Path: path}); !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", path, err)
		}
	}
}
