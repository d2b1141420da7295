package input

import (
	"protokol/generator/diag"
	"protokol/generator/internal/meeting"
	"protokol/generator/internal/tomlfile"
)

// wordTemplates reads the Word templates that a meeting names, relative to the
// TOML file that names them.
func wordTemplates(file *tomlfile.File, m *meeting.Meeting, o Options) (problems diag.List) {
	m.EachWord(func(t meeting.WordTemplate) {
		wrong := func(message, hint string) {
			problems = append(problems, file.Locate(diag.Problem{Key: t.Key, Message: message, Hint: hint}))
		}
		if message, hint, ok := escaped(t.File); ok {
			wrong(message, hint)
			return
		}
		name := beside(file.Locate(diag.Problem{Key: t.Key}).File, t.File)
		if o.Open == nil {
			wrong("бланк Word здесь прочитать нельзя", "")
			return
		}
		data, err := o.read(name)
		if err != nil {
			wrong(unreadable(name, err, "путь указывают относительно файла, в котором он записан"))
			return
		}
		if m.WordFiles == nil {
			m.WordFiles = map[string][]byte{}
		}
		m.WordFiles[t.Key] = data
	})
	return problems
}
