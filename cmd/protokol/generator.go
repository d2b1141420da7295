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

	"protokol/cmd/protokol/internal/desktop"
	"protokol/cmd/protokol/internal/processor"
	"protokol/generator"
)

// formatsOf returns the formats that the flags ask for; a Word template makes DOCX.
func formatsOf(c *cli.Context) ([]string, error) {
	text := c.String("format")
	if c.IsSet("word") && !c.IsSet("format") {
		text = "docx"
	}
	formats, err := generator.ParseFormats(text)
	return formats, flagError(c, err)
}

// newGenerator returns a generator configured by the flags and the protokol.toml for a file.
func newGenerator(c *cli.Context, file string) (*generator.Generator, error) {
	g, err := generatorBy(c)
	return g, flagError(c, generator.BlameSettings(disk{}, file, c.String, err))
}

func generatorBy(c *cli.Context) (*generator.Generator, error) {
	config := systemConfig()
	config.Style, config.Profile = c.String("style"), c.String("pdf-profile")
	config.NoSignatureFields = c.Bool("no-signature-fields")
	config.Source, config.NoSource = c.Bool("source"), c.Bool("no-source")
	if dir := c.String("templates"); dir != "" {
		if info, err := os.Stat(dir); err != nil || !info.IsDir() {
			return nil, generator.OptionError{Option: "templates", Message: "нет папки с шаблонами " + dir}
		}
		config.Templates = os.DirFS(dir)
	}
	if dir := c.String("fonts"); dir != "" {
		config.Fonts = slices.Insert(config.Fonts, 0, generator.FontFolder{Name: dir, FS: os.DirFS(dir)})
	}
	if name := config.Style; strings.HasSuffix(name, ".toml") {
		src, err := generator.ReadFile(disk{}, name, maxInput)
		if err != nil {
			return nil, generator.OptionError{Option: "style", Message: "не открывается таблица стилей " + name}
		}
		config.Sheet = &generator.File{Name: name, Data: src}
	}
	if name := c.String("word"); name != "" {
		src, err := readFile(c, name, maxPaper)
		if err != nil {
			return nil, err
		}
		config.Word = &generator.File{Name: name, Data: src}
	}
	var err error
	if config.Date, err = generator.ParseEpoch(os.Getenv("SOURCE_DATE_EPOCH")); err == nil {
		config.Trust, err = evidence(c, "trust")
	}
	if err != nil {
		return nil, err
	}
	g, err := generator.New(config)
	return g, blame(c, err)
}

// blame marks an error in templates or the style sheet as the user's when the user chose one of them.
func blame(c *cli.Context, err error) error {
	var found generator.Problems
	var usage usageError
	switch {
	case err == nil, errors.As(err, &found), errors.As(err, &usage), c.String("templates") == "" && !c.IsSet("style"):
		return err
	case errors.Is(err, generator.ErrOverfull):
		return inputError{fmt.Errorf("%w; увеличьте в ней row_height", err)}
	}
	return inputError{err}
}

// checkProfile rejects a profile of PDF/A without form fields when they are
// needed, and reports one that does not allow to embed the source, if papers of the
// kinds carry it.
func checkProfile(c *cli.Context, g *generator.Generator, formats []string, kinds ...string) error {
	switch {
	case !slices.Contains(formats, "pdf"):
		return nil
	case c.Bool("fillable") && !g.CanBeFilled():
		return usagef(c, "профиль PDF %s не допускает полей для заполнения; "+
			"возьмите a-2a, a-3a или a-4f либо --format docx", g.Profile())
	case g.CarriesSource() || !slices.ContainsFunc(kinds, g.Embeds):
		return nil
	case c.Bool("strict"):
		return usagef(c, "исходный файл не вложен в PDF: профиль %s не допускает вложений; укажите --no-source",
			g.Profile())
	}
	fmt.Fprintf(c.App.ErrWriter, "предупреждение: исходный файл не вложен в PDF: профиль %s не допускает вложений\n",
		g.Profile())
	return nil
}

// useSettings gives the flags that the user has not given the values of the protokol.toml for a file.
func useSettings(c *cli.Context, file string, given []string) error {
	s, err := generator.FindSettings(disk{}, file)
	if err != nil {
		return err
	}
	s = cmp.Or(s, &generator.Settings{})
	on := map[bool]string{true: "true"} // the value of a switch
	values := map[string]string{"style": s.Style, "templates": s.Templates, "pdf-profile": s.Profile, "fonts": s.Fonts,
		"no-signature-fields": on[s.NoSignatureFields]}
	if c.Command.Name == "generate" { // a batch has files of its own
		values["format"], values["out"], values["name"] = strings.Join(s.Formats, ","), s.Out, s.Name
	}
	if !c.IsSet("source") && !c.IsSet("no-source") {
		values["source"], values["no-source"] = on[s.Source], on[s.NoSource]
	}
	return setDefaults(c, values, given)
}

// setDefaults sets the flags of a command that the user has not given; others may have been set for another file.
func setDefaults(c *cli.Context, values map[string]string, given []string) error {
	for _, f := range c.Command.Flags {
		name := f.Names()[0]
		value := values[name]
		if (value != "" || c.IsSet(name)) && !slices.Contains(given, name) && c.String(name) != value {
			if err := c.Set(name, value); err != nil {
				return err
			}
		}
	}
	return nil
}

// systemConfig returns a Config with what the computer has: a clock, a folder for caches, fonts.
func systemConfig() generator.Config {
	config := generator.Config{Now: time.Now, Processor: processor.Time, Alone: true}
	if dir, err := os.UserCacheDir(); err == nil {
		config.CacheDir = filepath.Join(dir, "protokol")
	}
	for _, dir := range desktop.FontFolders() {
		config.Fonts = append(config.Fonts, generator.FontFolder{Name: dir, FS: os.DirFS(dir), System: true})
	}
	return config
}
