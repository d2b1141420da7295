package web

import (
	"errors"
	"io/fs"
	"net/http"
	"path"

	"protokol/generator"
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
	settings, problems := generator.ReadSettings(file, data)
	if settings == nil {
		return nil, nil, failf(http.StatusUnprocessableEntity, "Настройки %s: %s.", file, problems.List[0].Message)
	}
	config, err := settings.Config(s.Papers, s.Root.FS(), path.Dir(file))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil, failf(http.StatusUnprocessableEntity, "Настройки %s: нет файла %s.", file, settings.Style)
	}
	if err != nil {
		return nil, nil, err
	}
	g, err := generator.New(config)
	if err != nil {
		return nil, nil, failf(http.StatusUnprocessableEntity, "Настройки %s: %s", file, sentenceOf(err))
	}
	if s.made == nil {
		s.made = map[string]*made{}
	}
	s.made[file] = &made{version(data), g, settings}
	return g, settings, nil
}
