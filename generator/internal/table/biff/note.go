package biff

// Note is a comment at a cell ([MS-XLS] 2.4.179); row and column from 0.
type Note struct {
	Row, Column int
	Text        string // "" if the file has none
}

// maxNotes is the most comments that are kept of a worksheet.
const maxNotes = 10_000

// noteTexts are the texts of the objects of a worksheet. A comment refers to one, which
// stands before it.
type noteTexts struct {
	object uint16 // the last one
	texts  map[uint16]string
}

// addNote reads an object, its text or a comment.
func (s *Worksheet) addNote(r record) {
	switch r.kind {
	case recordObj: // begins with FtCmo ([MS-XLS] 2.5.143)
		s.notes.object = r.uint16(6)
	case recordTxO: // [MS-XLS] 2.4.329; the text is in the records that continue it
		text := textReader{more: r.more}
		if size := int(r.uint16(10)); size > 0 && len(s.notes.texts) < maxNotes {
			if s.notes.texts == nil {
				s.notes.texts = map[uint16]string{}
			}
			s.notes.texts[s.notes.object] = text.plainString(size)
		}
	case recordNote:
		if len(s.Notes) < maxNotes {
			s.Notes = append(s.Notes, Note{int(r.uint16(0)), int(r.uint16(2)), s.notes.texts[r.uint16(6)]})
		}
	}
}
