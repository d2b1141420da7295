package verify

import (
	"cmp"
	"encoding/xml"
	"maps"
	"slices"
	"strings"
	"time"

	"protokol/generator/internal/cos"
	"protokol/generator/internal/origin"
)

// infoKeys are the entries of the information dictionary that readers show with the
// name of the file (ISO 32000-2, table 349).
var infoKeys = map[cos.Name]string{
	"Title": "название", "Author": "автор", "Subject": "тема", "Keywords": "ключевые слова",
	"Creator": "программа", "Producer": "программа", "CreationDate": "создан", "ModDate": "изменён",
}

// isOwnInfo reports whether an entry is one in which a program describes itself and the time of writing.
func isOwnInfo(key cos.Name, text string) bool {
	switch key {
	case "Creator", "Producer":
		return cos.IsProgram(text)
	case "CreationDate", "ModDate":
		_, err := cos.ParseDate(text)
		return err == nil
	}
	return key == "Trapped"
}

// compareInfo reports other properties of the file. Programs may leave them out, and state the time and the program
// of writing; but the file cannot be older than the printing.
func (v *Verdict) compareInfo(theirs, ours *cos.File) {
	now, issued := theirs.Dict(theirs.Trailer["Info"]), ours.Dict(ours.Trailer["Info"])
	for _, key := range slices.Sorted(maps.Keys(now)) {
		is, name := theirs.Text(now[key]), infoKeys[key]
		if name == "" {
			name = shown(string(key))
		}
		if is != "" && is != ours.Text(issued[key]) && !isOwnInfo(key, is) {
			v.found(0, "в свойствах файла другое: %s — %s", name, shown(is))
		}
	}
	creator := theirs.Text(now["Creator"])
	if creator != "" && creator != ours.Text(issued["Creator"]) &&
		theirs.Text(now["Producer"]) == ours.Text(issued["Producer"]) { // another program would state its own name
		v.found(0, "в свойствах файла другое: программа — %s", shown(creator))
	}
	created, err1 := cos.ParseDate(theirs.Text(now["CreationDate"]))
	printed, err2 := cos.ParseDate(ours.Text(issued["CreationDate"]))
	if err1 == nil && err2 == nil && created.Before(printed) {
		v.found(0, "в свойствах файла другое: создан %s, раньше, чем напечатан", created.Format("02.01.2006"))
	}
	v.compareXMP(theirs, ours)
}

// compareXMP reports other properties in the metadata.
func (v *Verdict) compareXMP(theirs, ours *cos.File) {
	is, err := properties(theirs)
	if err != nil {
		v.found(0, "свойства файла (XMP) не читаются: программы покажут не одно и то же")
		return
	}
	was, _ := properties(ours)
	for _, key := range slices.SortedFunc(maps.Keys(is), byName) {
		name := xmpKeys[key.Local]
		if name == "" {
			name = shown(key.Local)
		}
		then, err1 := time.Parse(time.RFC3339, is[key])
		printed, err2 := time.Parse(time.RFC3339, was[key])
		isLater := key.Local == "CreateDate" && err1 == nil && err2 == nil && !then.Before(printed)
		if is[key] != was[key] && !isLater {
			v.found(0, "в свойствах файла (XMP) другое: %s — %s", name, shown(is[key]))
		}
	}
}

// xmpKeys are properties in the metadata, in Russian.
var xmpKeys = map[string]string{
	"title": "название", "creator": "автор", "description": "тема", "Keywords": "ключевые слова",
	"part": "версия PDF/A или PDF/UA", "conformance": "уровень PDF/A", "rights": "права", "CreateDate": "создан",
	"Producer": "программа", "CreatorTool": "программа", "ModifyDate": "изменён", "MetadataDate": "изменён",
}

// properties returns the texts of the properties in the metadata, if any, except those of
// programs and the manifest, which determines the reprint.
func properties(f *cos.File) (map[xml.Name]string, error) {
	found := map[xml.Name]string{}
	s, ok := f.Get(f.Root()["Metadata"]).(*cos.Stream)
	if !ok {
		return found, nil
	}
	data, err := f.Decoded(s)
	if err != nil {
		return nil, err
	}
	list, err := cos.Properties(data)
	for _, p := range list {
		if !p.IsOfProgram() && p.Name != origin.ManifestProperty {
			found[p.Name] = strings.TrimSpace(found[p.Name] + " " + p.Text)
		}
	}
	return found, err
}

func byName(a, b xml.Name) int {
	return cmp.Or(strings.Compare(a.Local, b.Local), strings.Compare(a.Space, b.Space))
}
