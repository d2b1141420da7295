// Package starter has the files that a meeting begins with: a commented example
// for every form of protocol and every kind of paper, and the file of the next
// meeting, made from the last one.
package starter

import (
	"bytes"
	"embed"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"protokol/generator/diag"
)

// texts holds a file for every form, and in kinds/ what a kind of paper adds to
// it, or the whole file of a kind that is not about a meeting.
//
//go:embed *.toml kinds/*.toml
var texts embed.FS

// defaultForm is the form of protocols that name none.
const defaultForm = "council"

// headed are the kinds of papers on a letterhead, joining those about becoming a
// member of the association that the body leads.
var (
	headed  = []string{"letter", "invitation", "notice"}
	joining = []string{"invitation", "application"}
)

// Text returns a commented file that prints a kind of paper, and the protocol in a
// form. Empty names stand for the protocol of a council. The error is an
// OptionError.
func Text(form, kind string) (string, error) {
	if form == "" {
		form = defaultForm
	}
	text, err := fs.ReadFile(texts, form+".toml")
	if err != nil {
		return "", unknown("form", "формы", form, names("."))
	}
	if kind == "" || kind == "protocol" {
		return string(text), nil
	}
	more, err := fs.ReadFile(texts, "kinds/"+kind+".toml")
	switch {
	case err != nil || kind == "letterhead":
		return "", unknown("kind", "вида", kind, Kinds())
	case strings.HasPrefix(string(more), "#:schema"): // a whole file
		return string(more), nil
	}
	if slices.Contains(joining, kind) {
		text = bytes.Replace(text, []byte("# cluster = "), []byte("cluster = "), 1)
	}
	if slices.Contains(headed, kind) {
		head, err := fs.ReadFile(texts, "kinds/letterhead.toml")
		if err != nil {
			return "", err
		}
		more = slices.Concat(head, more)
	}
	return string(text) + string(more), nil
}

// Kinds returns the names of the kinds of papers.
func Kinds() []string {
	list := slices.DeleteFunc(names("kinds"), func(name string) bool { return name == "letterhead" })
	return append([]string{"protocol"}, list...)
}

// Forms returns the names of the forms of protocols.
func Forms() []string { return names(".") }

// names returns the names of the files in a folder.
func names(folder string) (list []string) {
	files, err := fs.ReadDir(texts, folder)
	if err != nil {
		return nil
	}
	for _, f := range files {
		if name, ok := strings.CutSuffix(f.Name(), ".toml"); ok {
			list = append(list, name)
		}
	}
	return list
}

func unknown(option, what, name string, known []string) error {
	if near := diag.Nearest(name, known); near != "" {
		return diag.OptionError{Option: option,
			Message: fmt.Sprintf("нет %s «%s»; возможно, вы имели в виду «%s»", what, name, near)}
	}
	return diag.OptionError{Option: option,
		Message: fmt.Sprintf("нет %s «%s»; есть: %s", what, name, strings.Join(known, ", "))}
}
