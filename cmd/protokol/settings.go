package main

import (
	"errors"
	"io/fs"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/urfave/cli/v2"

	"protokol/generator"
)

// useSettings gives the flags that are not set the values of protokol.toml: that
// beside the meeting's file, or else that of the folder around.
func useSettings(c *cli.Context) error {
	file := c.Args().First()
	if !strings.EqualFold(filepath.Ext(file), ".toml") {
		return nil
	}
	folder := filepath.Dir(file)
	for range 2 {
		name := filepath.Join(folder, generator.SettingsFile)
		src, err := generator.ReadFile(disk{}, name, maxInput)
		switch {
		case err == nil:
			settings, problems := generator.ReadSettings(name, src)
			if settings == nil {
				return problems
			}
			return apply(c, settings, folder)
		case !errors.Is(err, fs.ErrNotExist):
			return err
		}
		folder = filepath.Join(folder, "..")
	}
	return nil
}

// apply sets the flags of a command that the user has not set.
func apply(c *cli.Context, s *generator.Settings, folder string) error {
	inside := func(name string) string {
		if name == "" {
			return ""
		}
		return filepath.Join(folder, name)
	}
	style := s.Style
	if strings.HasSuffix(style, ".toml") {
		style = inside(style)
	}
	values := map[string]string{"style": style, "templates": inside(s.Templates), "pdf-profile": s.Profile}
	if c.Command.Name == "generate" { // a batch has files of its own
		values["format"], values["out"], values["name"] = strings.Join(s.Formats, ","), inside(s.Out), s.Name
	}
	if !c.IsSet("source") && !c.IsSet("no-source") {
		values["source"], values["no-source"] = setTrue(s.Source), setTrue(s.NoSource)
	}
	values["no-signature-fields"] = setTrue(s.NoSignatureFields)
	for _, f := range c.Command.Flags {
		name := f.Names()[0]
		if value := values[name]; value != "" && !c.IsSet(name) {
			if err := c.Set(name, value); err != nil {
				return err
			}
		}
	}
	return nil
}

// setTrue is the value that sets a flag, or "".
func setTrue(on bool) string {
	if !on {
		return ""
	}
	return strconv.FormatBool(on)
}
