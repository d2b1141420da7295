package signature

import (
	"encoding/xml"
	"fmt"
	"slices"
	"strings"
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
	if !sameTexts(old, now, except...) || !c.areTexts(now["Producer"], now["ModDate"]) ||
		program != c.was.Text(old["Producer"]) && !cos.IsProgram(program) ||
		date != c.was.Text(old["ModDate"]) && err != nil && date != "" {
		c.report("изменено: свойства файла")
		return
	}
	c.writer(c.was.Text(old["Producer"]), program)
}

// areTexts reports whether objects are texts or nothing: programs read others in their own ways.
func (c *comparison) areTexts(objects ...cos.Object) bool {
	return !slices.ContainsFunc(objects, func(o cos.Object) bool {
		_, isText := c.is.Get(o).(cos.String)
		return c.is.Get(o) != nil && !isText
	})
}

// writer permits another date or program of the last change. The name of the program is reported, because no rule
// can distinguish the names of all programs from short sentences.
func (c *comparison) writer(was, program string) {
	text := "дата или программа в свойствах файла"
	if program != was && program != "" {
		text = fmt.Sprintf("%s: «%s»", text, clean(program))
	}
	c.permit("%s", text)
}

// repeated are the properties in metadata that say the same as entries of the information
// dictionary (ISO 32000-2, table 349).
var repeated = map[cos.Name]xml.Name{
	"Title":    {Space: dublinCore, Local: "title"},
	"Author":   {Space: dublinCore, Local: "creator"},
	"Subject":  {Space: dublinCore, Local: "description"},
	"Keywords": {Space: adobePDF, Local: "Keywords"},
}

// Namespaces of properties (ISO 16684-1, 8; ISO 16684-2).
const (
	dublinCore = "http://purl.org/dc/elements/1.1/"
	adobePDF   = "http://ns.adobe.com/pdf/1.3/"
)

// isShorter reports whether a dictionary has fewer entries now, but is still there.
func isShorter(old, now cos.Dict) bool { return now != nil && len(now) < len(old) }

// repetition returns the texts of the repeated properties that occur in the metadata exactly once.
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
	if !ok1 || !ok2 || old.Dict["Filter"] != nil || !hasOnly(now.Dict, "Type", "Subtype", "Length") ||
		!slices.Equal(properties(old.Data), properties(now.Data)) {
		c.report("изменено: свойства файла")
		return
	}
	c.writer(producer(old.Data), producer(now.Data))
}

// producer returns the programs that metadata name.
func producer(data []byte) string {
	list, _ := cos.Properties(data)
	var names []string
	for _, p := range list {
		if p.Name == (xml.Name{Space: adobePDF, Local: "Producer"}) {
			names = append(names, p.Text)
		}
	}
	return strings.Join(names, ", ")
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
