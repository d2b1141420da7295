package web

import (
	"cmp"
	"errors"
	"io/fs"
	"maps"
	"net/http"
	"path"
	"slices"
	"strings"

	"protokol/generator"
	"protokol/generator/diag"
)

// made is a generator with the settings of a folder.
type made struct {
	version   string
	generator *generator.Generator
	settings  *generator.Settings
}

// settingsOf returns the file with the settings for a meeting, "" if there is
// none: that beside it, or else that of the folder around.
func (s *Server) settingsOf(name string) (file string, data []byte) {
	folder := path.Dir(name)
	for range 2 {
		file := path.Join(folder, generator.SettingsFile)
		if data, err := s.read(file); err == nil {
			return file, data
		}
		folder = path.Dir(folder)
	}
	return "", nil
}

// maker returns the generator for a meeting. Settings with an error are an error:
// papers must not look other than the office wants.
func (s *Server) maker(name string) (*generator.Generator, *generator.Settings, error) {
	file, data := s.settingsOf(name)
	if file == "" {
		return s.base, &generator.Settings{}, nil
	}
	s.makers.Lock()
	defer s.makers.Unlock()
	if known := s.made[file]; known != nil && known.version == version(data) && known.settings.Templates == "" &&
		known.settings.Style == path.Base(known.settings.Style) {
		return known.generator, known.settings, nil
	}
	g, settings, err := s.makerBy(file, data)
	if err != nil {
		return nil, nil, wrongSettings(file, err)
	}
	if s.made == nil {
		s.made = map[string]*made{}
	}
	s.made[file] = &made{version(data), g, settings}
	return g, settings, nil
}

// wrongSettings is the answer to a request that needs settings with an error.
func wrongSettings(file string, err error) error {
	return failf(http.StatusUnprocessableEntity, "Настройки %s: %s", file, sentenceOf(err))
}

// makerBy returns the generator for papers according to a file with settings.
func (s *Server) makerBy(file string, data []byte) (*generator.Generator, *generator.Settings, error) {
	config, settings, err := s.configBy(file, data)
	if err != nil {
		return nil, nil, err
	}
	g, err := generator.New(config)
	return g, settings, err
}

// settingsProblems returns what is wrong with settings for their page: with the file, or with what it names.
func (s *Server) settingsProblems(file string, data []byte) []Problem {
	root := schemas()["settings"]
	read, found := generator.ReadSettings(file, data)
	list := problemsOf(file, root, found)
	if read == nil {
		return list
	}
	if _, _, err := s.makerBy(file, data); err != nil {
		one := Problem{Text: strings.TrimSuffix(sentenceOf(err), ".")}
		key := wrongKey(path.Join(path.Dir(file), read.Style), err)
		if whole := (shape{kind: kindTable, table: root}); whole.key(key) != nil {
			one.Key, one.IDs = key, idsAround(key)
		}
		list = append(list, one)
	}
	return list
}

// wrongKey returns the key of the settings that an error is about. Sheet is the file of the style sheet.
func wrongKey(sheet string, err error) string {
	if option, ok := errors.AsType[generator.OptionError](err); ok {
		return option.Option
	}
	if problems, ok := errors.AsType[generator.Problems](err); ok && slices.ContainsFunc(problems.List,
		func(p generator.Problem) bool { return p.Code == diag.CodeStyles || p.File == sheet }) {
		return "style"
	}
	return ""
}

// configOf returns the configuration for the papers of a meeting.
func (s *Server) configOf(name string) (generator.Config, error) {
	file, data := s.settingsOf(name)
	if file == "" {
		return s.Papers, nil
	}
	c, _, err := s.configBy(file, data)
	if err != nil {
		err = wrongSettings(file, err)
	}
	return c, err
}

// configBy returns the configuration for papers according to a file with settings.
func (s *Server) configBy(file string, data []byte) (c generator.Config, _ *generator.Settings, err error) {
	settings, problems := generator.ReadSettings(file, data)
	if settings == nil {
		first := problemsOf(file, schemas()["settings"], problems)[0]
		place := first.Place
		if first.Key != "" {
			place = "«" + cmp.Or(labelOf(schemas()["settings"], "", first.Key, false), first.Key) + "»"
		}
		return c, nil, errors.New(strings.TrimPrefix(place+": "+first.Text, ": "))
	}
	c, err = settings.Config(s.Papers, s.fsys(), path.Dir(file))
	if errors.Is(err, fs.ErrNotExist) {
		err = generator.OptionError{Option: "style", Message: "нет файла " + settings.Style}
	}
	return c, settings, err
}

// trusting returns the generator of a meeting that trusts the roots which were dropped.
func (s *Server) trusting(name string, u *upload) (*generator.Generator, error) {
	if len(u.files["trust"]) == 0 {
		g, _, err := s.maker(name)
		return g, err
	}
	config, err := s.configOf(name)
	if err != nil {
		return nil, err
	}
	if config.Trust, err = evidenceOf(u.files["trust"]); err != nil {
		return nil, err
	}
	g, err := generator.New(config)
	if option, ok := errors.AsType[generator.OptionError](err); ok && option.Option == "trust" {
		err = failf(http.StatusUnprocessableEntity, "В этих файлах нет сертификатов, а только сведения об отзыве.")
	}
	return g, err
}

// evidenceOf reads certificates and revocation data that were dropped.
func evidenceOf(files []generator.File) (generator.Evidence, error) {
	if len(files) == 0 {
		return generator.Evidence{}, nil
	}
	all := dropped{}
	for _, f := range files {
		all.add(f)
	}
	found, err := generator.ReadEvidence(all, ".")
	if _, ok := errors.AsType[generator.FileError](err); ok {
		err = failf(http.StatusUnprocessableEntity, "В этих файлах нет сертификатов и сведений об отзыве: %s.",
			strings.Join(slices.Sorted(maps.Keys(all)), ", "))
	}
	return found, err
}
