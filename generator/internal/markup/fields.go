package markup

import (
	"cmp"
	"iter"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"protokol/generator/document"
)

// signatureName matches the name of a signature field, which users type on a
// command line. It has no full stop, which separates a field from its parent
// (ISO 32000-1, 12.7.3.2); names that match fieldName have one.
var (
	signatureName = regexp.MustCompile(`^[a-z][a-z0-9_-]*$`)
	fieldName     = regexp.MustCompile(`^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)+$`)
)

// signatureField returns the name of a signature field: the attribute field,
// "signer" by default, "" for field="".
func (b *builder) signatureField(e *element) string {
	name, given := e.attributes["field"]
	if !given {
		name = "signer"
	}
	return b.uniqueSignature(name, e)
}

// uniqueSignature makes the name of a signature field unique: the second chair
// becomes "chair2".
func (b *builder) uniqueSignature(name string, e *element) string {
	if name == "" {
		return ""
	}
	if !signatureName.MatchString(name) {
		b.bad(e, "строчные латинские буквы и цифры: chair, secretary", "неверное имя поля подписи «%s»", name)
	}
	if other := b.conflict(name); other != "" && other != name {
		b.bad(e, "", "имя %s уже занято полем %s", name, other)
	}
	own := name
	for n := 2; b.names[own] != ""; n++ {
		own = name + strconv.Itoa(n)
	}
	b.take(own)
	return own
}

// field reads a form field; without the attribute field the place is filled in
// by hand.
func (b *builder) field(e *element) document.Field {
	f := document.Field{Name: e.attributes["field"], About: strings.TrimSpace(e.attributes["about"]),
		Required: e.attributes["required"] == "true"}
	if f.Name == "" {
		return document.Field{}
	}
	if !fieldName.MatchString(f.Name) {
		b.bad(e, "ключ файла: applicant.name, applicant.head.name", "неверное имя поля «%s»", f.Name)
	}
	if f.About == "" {
		b.bad(e, "добавьте about: что вписать", "у поля %s нет подсказки", f.Name)
	}
	if other := b.conflict(f.Name); other != "" {
		b.bad(e, "", "поле %s уже есть: %s", f.Name, other)
	}
	b.take(f.Name)
	return f
}

// take records the name of a field and those of its parents.
func (b *builder) take(name string) {
	b.names[name] = name
	for parent := range parents(name) {
		if b.names[parent] == "" {
			b.names[parent] = name
		}
	}
}

// conflict returns a field that conflicts with a name: it has the same name, or
// one is a parent of the other.
func (b *builder) conflict(name string) string {
	for parent := range parents(name) {
		if b.names[parent] == parent {
			return parent
		}
	}
	return b.names[name]
}

// parents returns "a.b" and "a" for "a.b.c".
func parents(name string) iter.Seq[string] {
	return func(yield func(string) bool) {
		at := strings.LastIndexByte(name, '.')
		for at >= 0 && yield(name[:at]) {
			at = strings.LastIndexByte(name[:at], '.')
		}
	}
}

// maxLines is the maximum number of lines of a field, more than fit on a page.
const maxLines = 60

func (b *builder) input(e *element) document.Input {
	kind := document.InputKind(cmp.Or(e.attributes["kind"], string(document.Words)))
	in := document.Input{Field: b.field(e), Kind: kind, Value: e.attributes["value"], Source: b.source(e, "value"),
		Width: b.length(e, "width", 0), Lines: b.integer(e, "lines", 1, 1, maxLines)}
	if in.Field.Name == "" {
		b.bad(e, "добавьте field: ключ, который даёт поле", "у поля нет имени")
	}
	if !slices.Contains([]document.InputKind{document.Words, document.Date, document.Choice}, in.Kind) {
		b.bad(e, "есть text, date, choice", "неизвестный вид поля «%s»", in.Kind)
	}
	for _, option := range strings.Split(e.attributes["options"], ";") {
		if option = strings.TrimSpace(option); option != "" {
			in.Options = append(in.Options, option)
		}
	}
	if (len(in.Options) > 0) != (in.Kind == document.Choice) {
		b.bad(e, "", "варианты (options) бывают у поля вида choice, и без них его нет")
	}
	return in
}
