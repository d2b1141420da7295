package word

import (
	"bytes"
	"html"
	"regexp"
	"slices"
	"strings"
	"time"

	"protokol/generator/internal/opc"
)

// properties are those of a file, by the kind of their part (ECMA-376-2, 11.1; ECMA-376-1, 22.2), each with the
// fields and the names of DOCPROPERTY that print it.
type properties map[string]map[string][]string

// authorship are the properties about the author, the time and the place of making a file. A paper does not inherit
// them from its template.
var authorship = properties{
	"core-properties": {"creator": {"AUTHOR"}, "lastModifiedBy": {"LASTSAVEDBY"},
		"lastPrinted": {"PRINTDATE", "LASTPRINTED"}, "revision": {"REVNUM", "REVISIONNUMBER"},
		created: {"CREATEDATE", "CREATETIME"}, "modified": {"SAVEDATE", "LASTSAVEDTIME"}},
	"extended-properties": {"Manager": {"MANAGER"}, "Company": {"COMPANY"}, "Template": {"TEMPLATE"},
		"TotalTime": {"EDITTIME", "TOTALEDITINGTIME"}},
}

// content are the properties about the content of a file: its template may be an earlier letter to somebody else.
// Papers do not inherit them by rules since contentRules.
var content = properties{
	"core-properties": {"title": {"TITLE"}, "subject": {"SUBJECT"}, "keywords": {"KEYWORDS"},
		"description": {"COMMENTS"}, "category": {"CATEGORY"}, "contentStatus": {"CONTENTSTATUS"},
		"contentType": {"CONTENTTYPE"}, "identifier": {"IDENTIFIER"}, "version": {"VERSION"}},
	"extended-properties": {"TitlesOfParts": nil, "HeadingPairs": nil},
}

// created is the property with the date of a file.
const created = "created"

// prints reports whether a field prints a property: AUTHOR, INFO AUTHOR, DOCPROPERTY "Author" (ECMA-376-1,
// 17.16.5). A name computed by a nested field may be any.
func (m instruction) prints(fields []string) bool {
	if m.kind != "INFO" && m.kind != "DOCPROPERTY" {
		return fields != nil && m.kind == fields[0]
	}
	return m.name == "" || slices.Contains(fields, strings.ToUpper(m.name))
}

// codes finds the codes of fields, which may be split into several runs, and where fields begin, show their result
// and end.
var codes = regexp.MustCompile(`<(?:\w+:)?(?:(fldChar)|instrText[^>]*>([^<]*)<|` +
	`fldSimple[^>]*\binstr=(?:"([^"]*)"|'([^']*)'))`)

// bindings finds the properties that content controls are bound to (ECMA-376-1, 17.5.2.6).
var bindings = regexp.MustCompile(`<(?:\w+:)?dataBinding\b[^>]*\bxpath=` +
	`(?:"[^"]*|'[^']*)[Pp]roperties(?:\[1\])?/(?:\w+:)?(\w+)`)

// printed returns the stored values that the text of a template prints: its fields, and the properties that
// controls are bound to.
func (p *archived) printed() (fields []instruction, bound []string) {
	for _, one := range p.texts() {
		if one.isProperties() {
			continue
		}
		var code strings.Builder
		end := func() {
			fields = append(fields, readInstruction(html.UnescapeString(code.String())))
			code.Reset()
		}
		data := plainXML(one.data)
		for _, m := range codes.FindAllSubmatch(data, -1) {
			switch {
			case m[1] != nil && code.Len() > 0:
				end()
			case m[3] != nil || m[4] != nil:
				code.Write(append(slices.Clip(m[3]), m[4]...))
				end()
			default:
				code.Write(m[2])
			}
		}
		for _, m := range bindings.FindAllSubmatch(data, -1) {
			bound = append(bound, string(m[1]))
		}
	}
	return fields, bound
}

// unprinted returns the names of properties that the text does not print, for a kind of part.
func (all properties) unprinted(kind string, fields []instruction, bound []string) (names []string) {
	for name, by := range all[kind] {
		isPrinted := func(m instruction) bool { return m.prints(by) }
		if !slices.Contains(bound, name) && !slices.ContainsFunc(fields, isPrinted) {
			names = append(names, name)
		}
	}
	return names
}

// keepsAuthorship reports whether papers need properties about the author of the file, because the text prints
// them.
func (p *archived) keepsAuthorship() bool {
	fields, bound := p.printed()
	for _, all := range []properties{authorship, content} {
		for kind, list := range all {
			if len(all.unprinted(kind, fields, bound)) < len(list) {
				return true
			}
		}
	}
	return false
}

// dropAuthorship leaves out the author of the template and the time of its making, except properties that its text
// prints or that papers fill, and, unless it says otherwise, what the template was about. It returns the part that
// records when a paper was made, or nil.
func (p *archived) dropAuthorship(keepsContent bool) (*part, error) {
	list, err := p.relationsOf("")
	if err != nil {
		return nil, err
	}
	fields, bound := p.printed()
	var core *part
	for _, r := range list {
		one, names := p.find(r.Part("")), authorship.unprinted(r.Kind(), fields, bound)
		if !keepsContent {
			names = append(names, content.unprinted(r.Kind(), fields, bound)...)
		}
		custom := r.Kind() == "custom-properties" && !keepsContent
		if one == nil || len(names) == 0 && !custom {
			continue
		}
		if err := one.read(maxText); err != nil {
			return nil, err
		}
		data := plainXML(one.data)
		if custom {
			data = withoutCustom(data, fields)
		}
		for _, name := range names {
			source := data
			data = without(data, name, func(e *element) bool {
				return !one.isProperties() || name == created || !bytes.ContainsRune(source[e.open:e.close], '{')
			})
		}
		if len(data) != len(one.data) {
			one.change(data)
		}
		if r.Kind() == "core-properties" && slices.Contains(names, created) {
			core = one
		}
	}
	return core, nil
}

// withoutCustom leaves out the properties that users of a template have added (ECMA-376-1, 22.3), except those that a
// field prints or that papers fill.
func withoutCustom(data []byte, fields []instruction) []byte {
	return without(data, "property", func(e *element) bool {
		name := []string{strings.ToUpper(e.attr("name"))}
		isPrinted := func(m instruction) bool { return m.kind == "DOCPROPERTY" && m.prints(name) }
		return !bytes.ContainsRune(data[e.open:e.close], '{') && !slices.ContainsFunc(fields, isPrinted)
	})
}

// dated returns the part that records when a paper was made (ECMA-376-2, 11.1). A program
// that saves the paper may replace the date by a later one.
func (p *Paper) dated() (made opc.Part, ok bool) {
	core := p.template.core
	if core == nil || p.Created.IsZero() {
		return made, false
	}
	data, own := p.parts[core.name]
	if !own {
		if found, ok := p.template.dated.Load(p.Created); ok {
			return found.(opc.Part), true
		}
		data = core.data
	}
	made = opc.Pack(core.name, insertBefore(data, "</", []string{
		`<d:created xmlns:d="http://purl.org/dc/terms/" xmlns:i="http://www.w3.org/2001/XMLSchema-instance" ` +
			`i:type="d:W3CDTF">` + p.Created.UTC().Format(time.RFC3339) + `</d:created>`}))
	if !own {
		p.template.dated.Store(p.Created, made)
	}
	return made, true
}
