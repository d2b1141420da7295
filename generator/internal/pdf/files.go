package pdf

import (
	"fmt"
	"slices"
	"strings"
)

// worthDeflating is the size, in bytes, from which compression saves more than
// it costs in a batch of letters: the row of one stays as it is.
const worthDeflating = 4 << 10

// attach embeds the files a paper carries and returns the entries of the
// catalog that lead to them: as files associated with the whole document and
// as attachments by name (ISO 19005-3, 6.8; ISO 32000-2, 14.13; 7.11.4).
func attach(f *file, o Options) string {
	if len(o.Files) == 0 || !o.Profile.Attaches() {
		return ""
	}
	var associated strings.Builder
	var byName []string
	date := o.Date.UTC().Format("D:20060102150405+00'00'")
	for _, a := range o.Files {
		entries := fmt.Sprintf("/Type /EmbeddedFile /Subtype /%s /Params <</Size %d /ModDate (%s)>>",
			strings.ReplaceAll(a.Type, "/", "#2F"), len(a.Data), date)
		data := f.take()
		switch {
		case len(a.Data) < worthDeflating:
			f.putStream(data, entries, a.Data)
		case a.Own: // no other paper has it
			f.putDeflated(data, entries, a.Data)
		default:
			f.putStream(data, entries+" /Filter /FlateDecode", o.packed.deflate(a.Data))
		}
		name := text(a.Name)
		spec := f.add(fmt.Sprintf("<</Type /Filespec /F %s /UF %s /Desc %s /AFRelationship /%s /EF <</F %d 0 R /UF %d 0 R>>>>",
			name, name, text(a.About), a.Relationship, data, data))
		fmt.Fprintf(&associated, "%d 0 R ", spec)
		byName = append(byName, fmt.Sprintf("%s %d 0 R ", name, spec))
	}
	slices.Sort(byName) // a name tree is in the order of its keys (7.9.6)
	return " /AF [" + associated.String() + "] /Names <</EmbeddedFiles <</Names [" + strings.Join(byName, "") + "]>>>>"
}
