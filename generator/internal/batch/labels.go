package batch

import (
	"protokol/generator/document"
	"protokol/generator/internal/printing"
)

// LabelsName is the base name of the label files.
const LabelsName = "Наклейки"

// maxLabelPages limits the pages of a label file. A longer list gets several
// files, so that memory use does not grow with the list.
const maxLabelPages = 100

// LabelsPart is the content of one label file.
type LabelsPart struct {
	Part   int                  // from 1; 0 if there is only one
	Labels []*document.Document // one document per label
	Skip   int                  // positions to leave empty on the first page
}

// Labels arranges the labels of all records on pages, in the order of the list.
type Labels struct {
	multipart
	perPage int // labels on a page
	compose func(LabelsPart) (*printing.Paper, error)
	next    LabelsPart
	pages   int // written so far
}

// NewLabels returns Labels that are written to folder, perPage labels on a
// page. The first skip positions of the first page are left empty. The function
// compose lays out the content of a file.
func NewLabels(folder Folder, press Writer, formats []string, perPage, skip int,
	compose func(LabelsPart) (*printing.Paper, error)) *Labels {
	return &Labels{
		multipart: multipart{folder: folder, press: press, formats: formats, name: LabelsName},
		perPage:   perPage,
		compose:   compose,
		next:      LabelsPart{Skip: skip},
	}
}

// Pages returns the number of pages written.
func (l *Labels) Pages() int { return l.pages }

// Begin determines whether one file is enough.
func (l *Labels) Begin(total int) error {
	l.split = l.next.Skip+total > maxLabelPages*l.perPage
	return nil
}

// Add appends the label of a record, if there is one.
func (l *Labels) Add(o Outcome) error {
	if o.Paper == nil {
		return nil
	}
	l.next.Labels = append(l.next.Labels, o.Paper.Document)
	if l.next.Skip+len(l.next.Labels) < maxLabelPages*l.perPage {
		return nil
	}
	return l.writePart()
}

func (l *Labels) writePart() error {
	l.next.Part = l.partNumber()
	paper, err := l.compose(l.next)
	if err != nil {
		return err
	}
	l.pages += len(paper.Layout.Pages)
	l.next = LabelsPart{}
	return l.multipart.writePart(paper)
}

// Commit gives all files their final names. Without labels no file is made.
func (l *Labels) Commit() error {
	if len(l.next.Labels) > 0 {
		if err := l.writePart(); err != nil {
			return err
		}
	}
	return l.commit()
}
