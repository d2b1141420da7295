package printing

import (
	"io/fs"
	"sync"

	"protokol/fonts"
	"protokol/generator/diag"
	"protokol/generator/document"
	"protokol/generator/internal/compose"
	"protokol/generator/internal/origin"
	"protokol/generator/style"
	"protokol/templates"
)

// builtIn returns the built-in templates, which are parsed once.
var builtIn = sync.OnceValues(func() (*compose.Templates, error) { return compose.Load(templates.Files) })

// loadTemplates parses the templates of a folder.
func loadTemplates(files fs.FS) (*compose.Templates, error) {
	if o, is := files.(*overlay); is {
		if upper, is := o.upper.(origin.Folder); is && len(upper) == 0 {
			files = o.lower
		}
	}
	if files == fs.FS(templates.Files) {
		return builtIn()
	}
	own, err := compose.Load(files)
	if err != nil {
		return nil, err
	}
	usual, err := builtIn()
	if err != nil {
		return nil, err
	}
	return own.Against(usual), nil
}

// Prompts returns what empty fields of forms show, in those made by the templates of
// the Press and by the built-in ones.
func (p *Press) Prompts() (sets []document.Prompts, err error) {
	usual, err := builtIn()
	if err != nil {
		return nil, err
	}
	for _, templates := range []*compose.Templates{p.Templates, usual} {
		own, err := templates.Prompts()
		if err != nil {
			return nil, err
		}
		sets = append(sets, own)
	}
	return sets, nil
}

// builtInSheets are the built-in style sheets that were read, by their names.
var builtInSheets sync.Map

// builtInSheet returns a copy of a built-in style sheet.
func builtInSheet(name string, src []byte) (*style.Sheet, diag.List) {
	known, is := builtInSheets.Load(name)
	if !is {
		sheet, problems := style.Read("styles/"+name+".toml", src)
		if len(problems) > 0 {
			return sheet, problems
		}
		known, _ = builtInSheets.LoadOrStore(name, *sheet)
	}
	sheet := known.(style.Sheet)
	return &sheet, nil
}

// facesDigests are the digests of families, by their names: the fonts are built in and
// have megabytes.
var facesDigests sync.Map

// facesDigest returns the digest of the fonts of a family and its fallback
// fonts.
func facesDigest(family string) (string, error) {
	if known, is := facesDigests.Load(family); is {
		return known.(string), nil
	}
	files, err := fonts.Find(family)
	if err != nil {
		return "", err
	}
	computed := digest(files...)
	facesDigests.Store(family, computed)
	return computed, nil
}
