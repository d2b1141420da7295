package reader

import (
	"encoding/xml"
	"strings"
)

// notes are the notes of a document (ECMA-376-1, 17.11): a reference names one by its number in its part,
// regardless of their order there.
type notes struct {
	texts      map[note]string
	references []note
	after      []string // for each reference, the text before it
}

type note struct{ kind, id string }

// Note is a note with the text before the reference to it, and its words.
type Note struct{ Where, Text string }

// openNote is a note that is being read, with the index of its first paragraph.
type openNote struct {
	start xml.StartElement
	from  int
}

// refer notes a reference in the text.
func (n *notes) refer(t xml.StartElement, after string) {
	kind := strings.TrimSuffix(t.Name.Local, "Reference")
	n.references, n.after = append(n.references, note{kind, value(t, "id")}), append(n.after, after)
}

// add adds the words of a note. A note with a type is a separator, to which no reference may refer. It reports two
// notes with the same number, of which programs show one.
func (n *notes) add(t xml.StartElement, words string) (odd string) {
	if kind := value(t, "type"); kind != "" && kind != "normal" {
		return ""
	}
	if n.texts == nil {
		n.texts = map[note]string{}
	}
	of := note{t.Name.Local, value(t, "id")}
	if _, twice := n.texts[of]; twice {
		return "две сноски под одним номером"
	}
	n.texts[of] = words
	return ""
}

// list lists the notes in the order of their references.
func (n *notes) list(w *Words) {
	for i, of := range n.references {
		kind := "сноска "
		if of.kind == "endnote" {
			kind = "концевая сноска "
		}
		text, known := n.texts[of]
		if !known {
			text = "без слов"
		}
		w.Notes = append(w.Notes, Note{kind + n.after[i], text})
	}
}
