package printing

import (
	"bytes"
	"context"
	"path"
	"strings"

	"protokol/generator/diag"
	"protokol/generator/internal/faces"
	"protokol/generator/internal/input"
	"protokol/generator/internal/origin"
	"protokol/generator/internal/pdf"
	"protokol/generator/internal/wordml"
)

// LoweredKind is the kind of the PDF of a Word file in its manifest.
const LoweredKind = "word"

// LoweredOrigin returns what the PDF of a Word file records. The file itself is
// embedded if embed is set: it may hold more than its pages show.
func LoweredOrigin(file origin.File, profile pdf.Profile, ink, embed bool) origin.Origin {
	o := origin.Origin{Schema: input.SchemaVersion, Version: Version, Rules: Rules,
		Choices: origin.Choices{Kind: LoweredKind}, Profile: string(profile), Ink: ink}
	if embed && profile.Attaches() {
		o.Files = []origin.File{{Role: origin.Source, Path: path.Base(file.Path), Data: file.Data}}
	}
	return o
}

// TitleOf returns the title of a Word file that has none.
func TitleOf(name string) string { return strings.TrimSuffix(path.Base(name), path.Ext(name)) }

// Relower prints the Word file inside a paper again, and returns the faces that are
// not built in.
func Relower(ctx context.Context, from origin.Origin, folders ...faces.Folder) (
	file []byte, used []origin.Font, err error,
) {
	profile, err := pdf.ParseProfile(from.Profile)
	if err != nil {
		return nil, nil, err
	}
	source := from.Source()
	doc, err := wordml.Open(source.Data)
	if err != nil {
		return nil, nil, err
	}
	printer, err := NewWordPrinter(folders...)
	if err != nil {
		return nil, nil, err
	}
	paper, err := printer.layBy(ctx, from.RulesBy(), doc, wordml.Options{}, nil)
	if err != nil {
		return nil, nil, err
	}
	if paper.Report.Lost() {
		return nil, nil, diag.Report{List: Found(source.Path, paper.Report)}
	}
	if !from.Ink {
		paper.SignHere(nil, from.RulesBy())
	}
	var b bytes.Buffer
	err = paper.Write(&b, LoweredOptions{Title: TitleOf(source.Path), Date: from.Date, Profile: profile, Origin: from})
	return b.Bytes(), paper.Fonts(), err
}
