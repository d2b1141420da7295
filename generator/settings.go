package generator

import (
	_ "embed"
	"errors"
	"io/fs"
	"path"
	"path/filepath"
	"strings"

	"protokol/generator/diag"
	"protokol/generator/internal/pdf"
	"protokol/generator/internal/tomlfile"
)

// SettingsFile is the name of the file with the settings of a folder of meetings.
const SettingsFile = "protokol.toml"

// Settings are how the papers of a folder are made unless a flag says otherwise.
// Paths are relative to the folder.
type Settings struct {
	Style             string   `toml:"style"`               // name of a style sheet, or a file that ends in .toml
	Templates         string   `toml:"templates"`           // folder with templates of the office
	Fonts             string   `toml:"fonts"`               // folder with faces for papers made of Word files
	Profile           string   `toml:"pdf_profile"`         // one of Profiles
	Formats           []string `toml:"formats"`             // some of Formats; empty for all
	Out               string   `toml:"out"`                 // folder for papers; "" for that of the meeting
	Name              string   `toml:"name"`                // pattern of Paper.FileName; "" for {document}
	Source            bool     `toml:"source"`              // as in Config
	NoSource          bool     `toml:"no_source"`           // as in Config
	NoSignatureFields bool     `toml:"no_signature_fields"` // as in Config
}

//go:embed settings.schema.json
var settingsSchema string

// ReadSettings reads a file with settings. They are nil when the problems include
// an error.
func ReadSettings(name string, src []byte) (*Settings, Problems) {
	report := Problems{Sources: map[string][]byte{name: src}}
	file, problems := tomlfile.Parse(name, src)
	tomlfile.FitListAdvice(problems, Settings{})
	if problems.Failed() {
		report.List = problems
		return nil, report
	}
	var s Settings
	report.List = append(problems, file.Bind(&s)...)
	wrong := func(key, message string) {
		report.List = append(report.List, file.Locate(diag.Problem{Key: key, Message: message}))
	}
	wrongValue := func(key string, err error) {
		if option, ok := errors.AsType[OptionError](err); ok {
			wrong(key, option.Message)
		}
	}
	if _, err := ParseFormats(strings.Join(s.Formats, ",")); len(s.Formats) > 0 {
		wrongValue("formats", err)
	}
	wrongValue("name", checkFileName(s.Name))
	if _, err := pdf.ParseProfile(s.Profile); err != nil {
		wrong("pdf_profile", err.Error())
	}
	if s.Source && s.NoSource {
		wrong("no_source", "исходный файл или вкладывают, или нет")
	}
	for key, value := range map[string]string{"style": s.Style, "templates": s.Templates, "fonts": s.Fonts,
		"out": s.Out} {
		if value != "" && !fs.ValidPath(path.Clean(value)) {
			wrong(key, "путь должен вести в эту же папку или глубже")
		}
	}
	report.List = report.Sorted()
	if report.Failed() {
		return nil, report
	}
	return &s, report
}

// FindSettings reads the settings for the meeting in a file: those beside it, or
// else those of the folder around. Their paths lead there from the folder that name
// starts in. It returns nil if there are no settings or name does not end in .toml.
// The error is a Problems or one of the file system.
func FindSettings(fsys fs.FS, name string) (*Settings, error) {
	file, src, err := settingsFor(fsys, name)
	if file == "" || err != nil {
		return nil, err
	}
	s, problems := ReadSettings(file, src)
	if s == nil {
		return nil, problems
	}
	return s.in(filepath.Dir(file)), nil
}

// settingsFor returns the file with the settings for the meeting in a file; its name is "" if there is none.
func settingsFor(fsys fs.FS, name string) (file string, src []byte, err error) {
	if !strings.EqualFold(filepath.Ext(name), ".toml") {
		return "", nil, nil
	}
	folder := filepath.Dir(name)
	for range 2 {
		file := filepath.Join(folder, SettingsFile)
		if src, err = ReadFile(fsys, file, tomlfile.MaxSize); !errors.Is(err, fs.ErrNotExist) {
			return file, src, err
		}
		folder = filepath.Join(folder, "..")
	}
	return "", nil, nil
}

// BlameSettings returns an error about an option as one at the key of the settings for the meeting in a file, if they
// gave the value of the option that is used.
func BlameSettings(fsys fs.FS, name string, used func(option string) string, err error) error {
	var option OptionError
	var problems Problems
	switch {
	case errors.As(err, &problems) && len(problems.List) > 0 && problems.List[0].Code == diag.CodeStyles:
		option = OptionError{Option: "style", Message: problems.List[0].Message}
	case !errors.As(err, &option):
		return err
	}
	s, wrong := FindSettings(fsys, name)
	if s == nil || wrong != nil {
		return err
	}
	of := map[string]string{"style": s.Style, "templates": s.Templates, "fonts": s.Fonts}
	if value := of[option.Option]; value == "" || value != used(option.Option) {
		return err
	}
	file, src, _ := settingsFor(fsys, name) // read a moment ago
	read, _ := tomlfile.Parse(file, src)
	found := read.Locate(diag.Problem{Key: option.Option, Message: option.Message, Code: codeOf(problems)})
	return Problems{List: diag.List{found}, Sources: map[string][]byte{file: src}}
}

// codeOf returns the code of the first problem, for which callers know a remedy.
func codeOf(p Problems) string {
	if len(p.List) == 0 {
		return ""
	}
	return p.List[0].Code
}

// in returns the settings with paths that start where that of their folder does.
func (s *Settings) in(folder string) *Settings {
	inside := *s
	for _, name := range []*string{&inside.Templates, &inside.Fonts, &inside.Out, &inside.Style} {
		if *name != "" && (name != &inside.Style || strings.HasSuffix(*name, ".toml")) {
			*name = filepath.Join(folder, *name)
		}
	}
	return &inside
}

// Config returns a Config with the settings of a folder in fsys; "." is fsys
// itself. The error is that of a file that the settings name.
func (s *Settings) Config(c Config, fsys fs.FS, folder string) (Config, error) {
	c.Style, c.Profile = s.Style, s.Profile
	c.Source, c.NoSource, c.NoSignatureFields = s.Source, s.NoSource, s.NoSignatureFields
	if strings.HasSuffix(s.Style, ".toml") {
		name := path.Join(folder, s.Style)
		data, err := ReadFile(fsys, name, tomlfile.MaxSize)
		if err != nil {
			return c, err
		}
		c.Style, c.Sheet = "", &File{Name: name, Data: data}
	}
	if s.Templates != "" {
		sub, err := fs.Sub(fsys, path.Join(folder, s.Templates))
		if err != nil {
			return c, err
		}
		c.Templates = sub
	}
	if s.Fonts != "" {
		sub, err := fs.Sub(fsys, path.Join(folder, s.Fonts))
		if err != nil {
			return c, err
		}
		c.Fonts = append([]FontFolder{{Name: s.Fonts, FS: sub}}, c.Fonts...)
	}
	return c, nil
}
