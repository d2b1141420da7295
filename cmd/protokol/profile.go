package main

import (
	"fmt"
	"slices"

	"github.com/urfave/cli/v2"

	"protokol/generator"
	"protokol/generator/pdf"
)

// setProfile lets --pdf-profile win over the style sheet, and says when the
// profile keeps the source out of the PDF.
func setProfile(c *cli.Context, press *generator.Press, formats []string) error {
	if name := c.String("pdf-profile"); name != "" {
		profile, err := pdf.ParseProfile(name)
		if err != nil {
			return usagef(c, "%v", err)
		}
		press.Profile = profile
	}
	if press.Profile.Attaches() || c.Bool("no-source") || !slices.Contains(formats, "pdf") {
		return nil
	}
	message := fmt.Sprintf("исходный файл не вложен в PDF: профиль %s не допускает вложений", press.Profile)
	if c.Bool("strict") {
		return usagef(c, "%s; укажите --no-source", message)
	}
	fmt.Fprintf(c.App.ErrWriter, "предупреждение: %s\n", message)
	return nil
}
