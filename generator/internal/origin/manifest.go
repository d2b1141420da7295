package origin

import (
	"errors"
	"fmt"
	"strconv"
	"time"

	"github.com/BurntSushi/toml"

	"protokol/generator/internal/tomlfile"
)

// ManifestName is the name of the attachment that says how a paper was made and
// lists the other attachments.
const ManifestName = "protokol-manifest.toml"

// manifestLimit limits the size of a manifest, which is untrusted.
const manifestLimit = 1 << 20

// manifest is the record as it is read back.
type manifest struct {
	Schema  string `toml:"schema"`
	Version string `toml:"version"`
	Rules   int    `toml:"rules"`
	Digests
	Proof
	Kind    string    `toml:"kind"`
	Items   []int     `toml:"items"`
	Blank   bool      `toml:"blank"`
	Sort    string    `toml:"sort"`
	To      int       `toml:"to"`
	Fill    bool      `toml:"fillable"`
	Row     bool      `toml:"row"`
	Word    string    `toml:"word"`
	Style   string    `toml:"style"`
	Profile string    `toml:"profile"`
	Ink     bool      `toml:"ink"`
	Date    time.Time `toml:"date"`
	Files   []entry   `toml:"files"`
	Fonts   []Font    `toml:"fonts"`
}

// entry is one attached file: Name in the paper, Path where it was read.
type entry struct {
	Role Role   `toml:"role"`
	Name string `toml:"name"`
	Path string `toml:"path"`
}

// manifest returns the record. Attachments are in the order of the files.
func (o Origin) manifest(list []Attachment) []byte {
	b := append(make([]byte, 0, 1536), "# Из чего и как напечатан этот документ.\n"...)
	say := func(key, value string) { b = append(tomlfile.AppendString(append(b, key+" = "...), value), '\n') }
	say("schema", o.Schema)
	say("version", o.Version)
	if o.Rules > 0 {
		b = append(strconv.AppendInt(append(b, "rules = "...), int64(o.Rules), 10), '\n')
	}
	if o.Digests != (Digests{}) {
		say("templates", o.Digests.Templates)
		say("sheet", o.Digests.Sheet)
		say("faces", o.Digests.Faces)
	}
	if o.SourceProof != nil {
		o.Proof.Source = o.SourceProof()
	}
	if o.Proof.Source != "" {
		say("source", o.Proof.Source)
	}
	if o.Proof.Words != "" {
		say("words", o.Proof.Words)
	}
	if o.Proof.Body != "" {
		say("body", o.Proof.Body)
	}
	b = o.Choices.append(b)
	if o.Word != "" {
		say("word", o.Word)
	}
	say("style", o.Style)
	say("profile", o.Profile)
	if o.Ink {
		b = append(b, "ink = true\n"...)
	}
	b = o.Date.UTC().AppendFormat(append(b, "date = "...), time.RFC3339)
	b = append(b, '\n')
	for i, f := range o.Files {
		b = append(b, "\n[[files]]\n"...)
		say("role", string(f.Role))
		say("name", list[i].Name)
		say("path", f.Path)
	}
	for _, f := range o.Fonts {
		b = append(b, "\n[[fonts]]\n"...)
		say("name", f.Name)
		say("sum", f.Sum)
	}
	return b
}

// append writes the choices that differ from the defaults.
func (c Choices) append(b []byte) []byte {
	b = append(tomlfile.AppendString(append(b, "kind = "...), c.Kind), '\n')
	for i, item := range c.Items {
		if i == 0 {
			b = append(b, "items = ["...)
		} else {
			b = append(b, ", "...)
		}
		b = strconv.AppendInt(b, int64(item), 10)
	}
	if len(c.Items) > 0 {
		b = append(b, "]\n"...)
	}
	if c.Blank {
		b = append(b, "blank = true\n"...)
	}
	if c.Fillable {
		b = append(b, "fillable = true\n"...)
	}
	if c.Sort != "" {
		b = append(tomlfile.AppendString(append(b, "sort = "...), c.Sort), '\n')
	}
	if c.To > 0 {
		b = append(strconv.AppendInt(append(b, "to = "...), int64(c.To), 10), '\n')
	}
	if c.Listed {
		b = append(b, "row = true\n"...)
	}
	return b
}

// readManifest reads an origin from attachments by their manifest. It fails if an
// attachment in the manifest is missing. A manifest without files is that of a paper
// whose source stays with the office.
func readManifest(data []byte, byName map[string]Attachment) (Origin, error) {
	if len(data) > manifestLimit {
		return Origin{}, errors.New("сведения о печати документа слишком велики")
	}
	var m manifest
	if err := toml.Unmarshal(data, &m); err != nil {
		return Origin{}, errors.New("сведения о печати документа испорчены")
	}
	o := Origin{
		Schema:  m.Schema,
		Version: m.Version,
		Rules:   m.Rules,
		Digests: m.Digests,
		Proof:   m.Proof,
		Choices: Choices{m.Kind, m.Items, m.Blank, m.Sort, m.To, m.Fill, m.Row},
		Word:    m.Word,
		Style:   m.Style,
		Profile: m.Profile,
		Ink:     m.Ink,
		Date:    m.Date,
		Fonts:   m.Fonts,
	}
	for _, e := range m.Files {
		a, ok := byName[e.Name]
		if !ok {
			return Origin{}, fmt.Errorf("в документе нет файла %s, который должен быть вложен", e.Name)
		}
		o.Files = append(o.Files, File{e.Role, e.Path, a.Data})
	}
	if o.Source() == nil && (len(o.Files) > 0 || o.Kind == "") {
		return Origin{}, errors.New("среди файлов документа нет исходного")
	}
	return o, nil
}
