package table

import (
	"encoding/xml"
	"strconv"
	"strings"
)

// Comment is what somebody noted at a cell. Such notes change who is meant («уволен,
// теперь Ильин»), but are not values.
type Comment struct {
	Cell string // B2
	Row  int
	Text string
}

// readComments reads the comments of a worksheet (ECMA-376, part 1, 18.7). Those
// of a damaged part are ignored.
func (b *workbook) readComments(worksheet string) (list []Comment) {
	links, err := b.readRelationships(worksheet)
	part := links.target("", "comments")
	if err != nil || part == "" || b.archive[part] == nil {
		return nil
	}
	var found struct {
		Comments []struct {
			Cell string `xml:"ref,attr"`
			Text struct {
				Inner []byte `xml:",innerxml"`
			} `xml:"text"`
		} `xml:"commentList>comment"`
	}
	if b.decode(part, &found) != nil {
		return nil
	}
	for _, c := range found.Comments {
		row, err := strconv.Atoi(strings.TrimLeft(c.Cell, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
		if err == nil {
			list = append(list, Comment{c.Cell, row, characters(c.Text.Inner)})
		}
	}
	return list
}

// characters returns the text of a piece of XML in one line.
func characters(inner []byte) string {
	var b strings.Builder
	decoder := xml.NewDecoder(strings.NewReader(string(inner)))
	for {
		token, err := decoder.Token()
		if err != nil {
			return strings.Join(strings.Fields(Clean(b.String())), " ")
		}
		if text, ok := token.(xml.CharData); ok {
			b.Write(text)
		}
	}
}
