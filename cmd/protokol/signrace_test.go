package main

import (
	"flag"
	"strings"
	"testing"

	"github.com/urfave/cli/v2"

	"protokol/generator"
)

// TestSignedMeanwhile checks what somebody is told whose paper was signed while it was being
// signed: not only that it is signed and --force would replace it.
func TestSignedMeanwhile(t *testing.T) {
	c := cli.NewContext(cli.NewApp(), flag.NewFlagSet("sign", flag.ContinueOnError), nil)
	c.Command = &cli.Command{Name: "sign"}
	if err := flagError(c, generator.SignedError{Path: "a.pdf"}); !strings.Contains(err.Error(), "повторите команду") {
		t.Error(err)
	}
}
