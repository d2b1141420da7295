package command

import (
	"fmt"
	"slices"

	"github.com/urfave/cli/v2"

	"protokol/generator/internal/pdf"
	"protokol/generator/internal/printing"
)

// setProfile lets --pdf-profile win over the style sheet, refuses one that a
// form cannot be filled in in, and says when the profile keeps the source out of
// the PDF.
func setProfile(c *cli.Context, press *printing.Press, formats []string) error {
	if name := c.String("pdf-profile"); name != "" {
		profile, err := pdf.ParseProfile(name)
		if err != nil {
			return usagef(c, "%v", err)
		}
		press.Profile = profile
	}
	if c.Bool("fillable") && !press.Profile.Fills() && slices.Contains(formats, "pdf") {
		return usagef(c, "профиль PDF %s не допускает полей для заполнения; возьмите a-2a или a-3a либо --format docx", press.Profile)
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
