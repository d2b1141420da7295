package origin

import (
	"errors"
	"fmt"
	"path"
	"strings"

	"protokol/generator/internal/printable"
)

// Find finds the origin among the attachments of a paper: by the manifest of our
// own papers, or else by the relationship Source or as the only TOML file. The error
// names what is attached instead.
func Find(list []Attachment) (Origin, error) {
	byName := map[string]Attachment{}
	for _, a := range list {
		if _, twice := byName[a.Name]; twice {
			return Origin{}, fmt.Errorf("в документ вложено два файла с одним именем: %s", shown(a.Name))
		}
		byName[a.Name] = a
	}
	if own, ok := byName[ManifestName]; ok {
		return readManifest(own.Data, byName)
	}
	var sheets, sources []Attachment
	for _, a := range list {
		if !isTOML(a) {
			continue
		}
		sheets = append(sheets, a)
		if a.Relationship == "Source" {
			sources = append(sources, a)
		}
	}
	switch {
	case len(list) == 0:
		return Origin{}, errors.New(
			"в документе нет исходного файла: его сделали без него, в профиле без вложений или в другой программе",
		)
	case len(sheets) == 0:
		return Origin{}, fmt.Errorf("среди вложенных файлов нет исходного файла TOML; вложено: %s", names(list))
	case len(sources) == 1:
		return foreign(sources[0], list), nil
	case len(sheets) == 1:
		return foreign(sheets[0], list), nil
	}
	return Origin{}, fmt.Errorf("непонятно, какой из вложенных файлов исходный: %s", names(sheets))
}

// foreign returns the origin of a paper made by another program. The source may
// refer to any of the other attachments.
func foreign(source Attachment, list []Attachment) Origin {
	o := Origin{Files: []File{{Source, source.Name, source.Data}}}
	for _, a := range list {
		if a.Name != source.Name {
			o.Files = append(o.Files, File{Path: a.Name, Data: a.Data})
		}
	}
	return o
}

func isTOML(a Attachment) bool {
	return a.Type == "application/toml" || strings.EqualFold(path.Ext(a.Name), ".toml")
}

// names lists the first attachments for a message.
func names(list []Attachment) string {
	const most = 10
	var b strings.Builder
	for i, a := range list {
		if i == most {
			fmt.Fprintf(&b, " и ещё %d", len(list)-most)
			break
		}
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(shown(a.Name))
	}
	return b.String()
}

// shown returns a name from an untrusted file for a message.
func shown(name string) string { return printable.Short(name, 80) }
