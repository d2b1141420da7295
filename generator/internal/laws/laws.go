// Package laws checks that a meeting has the requisites that an act demands of
// its protocol. The acts are data: TOML files among the templates, to which an
// office may add its own.
package laws

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"strings"

	"protokol/generator/diag"
	"protokol/generator/internal/meeting"
	"protokol/generator/internal/tomlfile"
)

// Law is an act that demands requisites of protocols.
type Law struct {
	Name       string       `toml:"name"`   // value of the key law of a meeting
	Title      string       `toml:"title"`  // in full
	Since      meeting.Date `toml:"since"`  // its first day
	Before     string       `toml:"before"` // what was in force until then
	About      []string     `toml:"about"`  // beginnings of words of the meetings it is about
	Sources    []string     `toml:"sources"`
	Unknown    string       `toml:"unknown"` // what of the act could not be established; check says it
	Requisites []Requisite  `toml:"requisites"`
}

// Requisite is something a protocol must have. All conditions that it states must
// hold; one without any is only recalled to mind.
type Requisite struct {
	What     string   `toml:"what"`
	Clause   string   `toml:"clause"` // where it is demanded; "" if that could not be established
	Hint     string   `toml:"hint"`
	Personal bool     `toml:"personal"` // it has personal data
	When     []string `toml:"when"`     // words; it is demanded if a question has one of them

	Keys   []string `toml:"keys"`   // one of these keys has a value
	Each   string   `toml:"each"`   // in each table of this list
	Unlike string   `toml:"unlike"` // pattern that a value of Keys should not match
	Doubt  string   `toml:"doubt"`  // what a match means
	Words  []string `toml:"words"`  // one of these is in the texts
	Within []string `toml:"within"` // of these keys; without them, of the whole file
	Signs  []string `toml:"signs"`  // the people in these keys sign
	Days   int      `toml:"days"`   // most days from the end of the meeting to the date

	unlike *regexp.Regexp
}

// Folder is the folder of the acts among the templates.
const Folder = "laws"

// Load reads the acts in folders of templates. Those of a later folder replace
// others of their name. A nil folder has none. The error is a diag.Report.
func Load(layers ...fs.FS) (list []*Law, err error) {
	for _, layer := range layers {
		if layer == nil {
			continue
		}
		files, err := fs.ReadDir(layer, Folder)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, err
		}
		for _, f := range files {
			if path.Ext(f.Name()) != ".toml" {
				continue
			}
			law, err := read(layer, path.Join(Folder, f.Name()))
			if err != nil {
				return nil, err
			}
			list = replace(list, law)
		}
	}
	return list, nil
}

func replace(list []*Law, law *Law) []*Law {
	for i := range list {
		if list[i].Name == law.Name {
			list[i] = law
			return list
		}
	}
	return append(list, law)
}

// read reads an act.
func read(files fs.FS, name string) (*Law, error) {
	src, err := fs.ReadFile(files, name)
	if err != nil {
		return nil, err
	}
	report := diag.Report{Sources: map[string][]byte{name: src}}
	file, problems := tomlfile.Parse(name, src)
	report.List = problems
	if file == nil {
		return nil, report
	}
	var law Law
	report.List = append(report.List, file.Bind(&law)...)
	wrong := func(key, message string) {
		report.List = append(report.List, file.Locate(diag.Problem{Key: key, Message: message}))
	}
	if law.Name == "" {
		wrong("name", "не указано, как эти правила называет ключ law")
	}
	for i := range law.Requisites {
		law.Requisites[i].check(fmt.Sprintf("requisites[%d]", i), wrong)
	}
	return &law, report.Err()
}

// check reports what is wrong with a requisite.
func (r *Requisite) check(key string, wrong func(key, message string)) {
	if r.What == "" {
		wrong(key+".what", "не указано, какой это реквизит")
	}
	if r.Unlike != "" {
		var err error
		if r.unlike, err = regexp.Compile(r.Unlike); err != nil {
			wrong(key+".unlike", "это не регулярное выражение")
		}
	}
	for _, list := range [][]string{r.Keys, r.Within, r.Signs} {
		for _, name := range list {
			if !isKey(r.Each, name) {
				wrong(key, fmt.Sprintf("в файле заседания нет ключа «%s»", strings.TrimPrefix(r.Each+"."+name, ".")))
			}
		}
	}
}
