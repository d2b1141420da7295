package pdf

import "fmt"

// attach embeds the file the paper was made from and returns the number of
// its file specification. The paper is the rendering, the file its Source
// (ISO 19005-3, 6.8; ISO 32000-2, 14.13).
func attach(f *file, o Options) int {
	date := o.Date.UTC().Format("D:20060102150405+00'00'")
	entries := fmt.Sprintf("/Type /EmbeddedFile /Subtype /application#2Ftoml /Params <</Size %d /ModDate (%s)>>",
		len(o.Source.Data), date)
	data := f.stream(entries, deflate(o.Source.Data))
	name := text(o.Source.Name)
	return f.add(fmt.Sprintf("<</Type /Filespec /F %s /UF %s /Desc %s /AFRelationship /Source /EF <</F %d 0 R /UF %d 0 R>>>>",
		name, name, text("Исходные данные документа"), data, data))
}
