package main

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/urfave/cli/v2"
)

func stamp(c *cli.Context) error {
	for _, name := range c.Args().Slice() {
		if sameFile(c.String("out"), name) {
			return usagef(c, "копия не может стать на место %s: подлинник не меняют", name)
		}
	}
	files, err := readFiles(c, c.Args().Slice())
	if err != nil {
		return err
	}
	g, err := newGenerator(c)
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
