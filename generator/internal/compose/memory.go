package compose

import (
	"slices"
	"strings"
	"sync"

	"protokol/generator/document"
	"protokol/generator/internal/markup"
	"protokol/generator/internal/memo"
	"protokol/generator/internal/trace"
)

// memory keeps the blocks of the papers that were composed last, by the output of the templates for each block: of a
// paper composed again after a small change only the blocks that have changed are read. The result is the same as
// without. A memory is safe for concurrent use; a nil one keeps nothing.
type memory struct {
	mu      sync.Mutex
	parts   *memo.Recent[string, *remembered]
	outputs []partialOutput // for the questions of the last protocol; see recall
}

func newMemory() *memory { return &memory{parts: memo.NewRecent[string, *remembered](maxRemembered)} }

// remembered is the blocks of a part of a paper, which nobody may change.
type remembered struct {
	blocks  []document.Block
	origins *trace.Recorder // of the marks in the part
	dashes  bool            // it has an en dash between words; see typeset
	look    treatment       // of the blocks
}

// maxRemembered limits the output of templates that is kept, bytes: that of papers of about 500 pages. Twice as much
// may be kept.
const maxRemembered = 8 << 20

// read returns the document in the output of a template, with its typography corrected. It reports false if the output
// cannot be read in parts, for example because of a mistake; the caller then reads it as a whole.
func (m *memory) read(name string, src []byte, origins *trace.Recorder, look treatment) (*document.Document, bool) {
	if m == nil || origins == nil || !m.mu.TryLock() {
		return nil, false
	}
	defer m.mu.Unlock()
	head, parts := elements(string(src))
	if parts == nil {
		return nil, false
	}
	doc, problems := markup.Read(name, []byte(head+endTag), origins)
	if problems != nil {
		return nil, false
	}
	list := make([]*remembered, len(parts))
	for i, part := range parts {
		if list[i] = m.find(part, origins); list[i] == nil {
			if list[i] = m.newRemembered(name, part, origins); list[i] == nil {
				return nil, false
			}
		}
	}
	look = look.in(func() bool { return slices.ContainsFunc(list, func(r *remembered) bool { return r.dashes }) })
	for i, part := range parts {
		if list[i].look != uncorrected && list[i].look != look {
			list[i] = m.newRemembered(name, part, origins) // as before, without an error
		}
		if list[i].look == uncorrected {
			look.correct(list[i].blocks)
			list[i].look = look
		}
		doc.Blocks = append(doc.Blocks, list[i].blocks...)
	}
	return doc, true
}

// newRemembered reads a part and keeps it; it returns nil for one with problems.
func (m *memory) newRemembered(name, part string, origins *trace.Recorder) *remembered {
	own := origins.Excerpt(part)
	doc, problems := markup.Read(name, []byte("<document>"+part+endTag), own)
	if problems != nil {
		return nil
	}
	r := &remembered{blocks: doc.Blocks, origins: own, dashes: usesEnDash(doc.Blocks)}
	m.parts.Keep(strings.Clone(part), r, len(part))
	return r
}

// find returns what is known of a part whose marks have the origins of a Recorder.
func (m *memory) find(part string, origins *trace.Recorder) *remembered {
	if known, ok := m.parts.Find(part); ok && origins.Has(known.origins) {
		return known
	}
	return nil
}

const endTag = "</document>"

// elements divides the output of a template into the start tag of the document and its children. Children with names
// of fields, and what is between them, are one part, because names must be unique. It returns no parts for output in
// which it does not find them: a wrong division is found when the parts are read.
func elements(src string) (head string, parts []string) {
	end := strings.LastIndex(src, endTag)
	from := strings.IndexByte(src, '>') + 1
	if end < from || from == 0 || strings.TrimSpace(src[end+len(endTag):]) != "" {
		return "", nil
	}
	head, at, depth := src[:from], from, 0
	first, last := -1, -1 // with names
	for at < end {
		open := strings.IndexByte(src[at:end], '<')
		if open < 0 {
			break
		}
		size := strings.IndexByte(src[at+open:end], '>') + 1
		if size == 0 {
			return "", nil
		}
		tag := src[at+open : at+open+size]
		at += open + size
		switch {
		case tag[1] == '/':
			depth--
		case tag[1] != '!' && tag[size-2] != '/':
			depth++
		}
		if depth == 0 {
			parts = append(parts, src[from:at])
			if from = at; isNamed(parts[len(parts)-1]) {
				if last = len(parts) - 1; first < 0 {
					first = last
				}
			}
		}
	}
	if strings.TrimSpace(src[from:end]) != "" {
		return "", nil
	}
	if last > first {
		parts = slices.Replace(parts, first, last+1, strings.Join(parts[first:last+1], ""))
	}
	return head, parts
}

// isNamed reports whether an element may have names of fields. Spaces may precede the sign after the name of an
// attribute (XML, 3.1).
func isNamed(element string) bool {
	return strings.Contains(element, "field") || strings.Contains(element, "signature")
}
