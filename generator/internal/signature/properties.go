package signature

import (
	"encoding/xml"
	"fmt"
	"slices"
	"time"

	"protokol/generator/internal/cos"
)

// info compares the information dictionary. Programs that sign record when and by
// what the file was written, and leave out what the metadata repeat (ISO 32000-2, 14.3.3).
func (c *comparison) info(old, now cos.Dict) {
	except := []cos.Name{"ModDate", "Producer"}
	if isShorter(old, now) {
		texts := c.repetition()
		for key, name := range repeated {
			if text := c.was.Text(old[key]); now[key] == nil && text != "" && text == texts[name] {
				except = append(except, key)
			}
		}
	}
	program, date := c.is.Text(now["Producer"]), c.is.Text(now["ModDate"])
	_, err := cos.ParseDate(date)
	if !sameTexts(old, now, except...) ||
		program != c.was.Text(old["Producer"]) && !cos.IsProgram(program) ||
		date != c.was.Text(old["ModDate"]) && err != nil && date != "" {
		c.report("изменено: свойства файла")
		return
	}
	c.permit("дата или программа в свойствах файла")
}

// repeated are the properties in metadata that say the same as entries of the information
// dictionary (ISO 32000-2, table 349).
var repeated = map[cos.Name]xml.Name{
	"Title":    {Space: dublinCore, Local: "title"},
	"Author":   {Space: dublinCore, Local: "creator"},
	"Subject":  {Space: dublinCore, Local: "description"},
	"Keywords": {Space: "http://ns.adobe.com/pdf/1.3/", Local: "Keywords"},
}

const dublinCore = "http://purl.org/dc/elements/1.1/"

// isShorter reports whether a dictionary has fewer entries now, but is still there.
func isShorter(old, now cos.Dict) bool { return now != nil && len(now) < len(old) }

// repetition returns the texts of those properties which the metadata have once.
func (c *comparison) repetition() map[xml.Name]string {
	s, ok := c.is.Get(c.is.Root()["Metadata"]).(*cos.Stream)
	if !ok {
		return nil
	}
	data, err := c.is.Decoded(s)
	if err != nil {
		return nil
	}
	list, err := cos.Properties(data)
	if err != nil {
		return nil
	}
	texts := map[xml.Name]string{}
	for _, p := range list {
		if _, twice := texts[p.Name]; twice {
			p.Text = ""
		}
		texts[p.Name] = p.Text
	}
	return texts
}

// metadata compares the metadata like info.
func (c *comparison) metadata(was, is cos.Object) {
	old, ok1 := was.(*cos.Stream)
	now, ok2 := is.(*cos.Stream)
	if !ok1 || !ok2 || old.Dict["Filter"] != nil || now.Dict["Filter"] != nil ||
		!slices.Equal(properties(old.Data), properties(now.Data)) {
		c.report("изменено: свойства файла")
		return
	}
	c.permit("дата или программа в свойствах файла")
}

// properties lists the values in XMP metadata, sorted, except the date and program of the last
// change. Unreadable metadata are listed whole.
func properties(data []byte) []string {
	found, err := cos.Properties(data)
	if err != nil {
		return []string{string(data)}
	}
	var list []string
	for _, p := range found {
		if p.IsOfWriter() {
			continue
		}
		if moment, err := time.Parse(time.RFC3339, p.Text); err == nil {
			p.Text = moment.UTC().String() // programs differ in how they write the zone
		}
		list = append(list, fmt.Sprintf("%s %s: %s", p.Name.Space, p.Name.Local, p.Text))
	}
	slices.Sort(list)
	return list
}
