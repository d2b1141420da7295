package wordml

import (
	"strings"
	"sync"
	"sync/atomic"
)

// Similar is what the papers of a document that differ in some texts have in common, such as the letters of a batch:
// elements of their main parts, and the blocks that these are lowered to. The papers must have the same Options but
// for their Parts, Ranges and Places. A Similar is safe for concurrent use.
type Similar struct{ first atomic.Pointer[reference] }

// reference is the main part of the first paper, whose elements others share if the bytes are equal.
type reference struct {
	*part
	blocks  sync.Map // *sharedBlock by *node; nil for an element that is lowered for every paper
	headers sync.Map // *sharedHeader by header
}

// maxReference is the maximum length of a reference, in bytes.
const maxReference = 1 << 20

// similarity says how a part is read that may be similar to others.
type similarity struct {
	like   *reference // whose equal elements are shared; may be nil
	apart  string     // elements that contain it are not; "" for none
	shared int        // bytes of those that are
	keeps  bool       // the part will be a reference
}

// parent returns a parent of the root, or nil.
func (r *reference) parent() *node {
	if r == nil {
		return nil
	}
	return &node{kids: []*node{r.root}}
}

// counterparts are the elements of a reference among which are those that correspond to the kids of an element.
type counterparts struct {
	kids []*node
	at   int // after the last one that was found
}

// next returns the element that corresponds to the one at the beginning of a text, or nil, and whether they are equal.
// A few elements may have been added or left out.
func (c *counterparts) next(like *reference, text string) (found *node, equal bool) {
	for _, at := range [...]int{c.at, c.at + 1, c.at + 2, c.at - 1, c.at - 2} {
		if at < 0 || at >= len(c.kids) {
			continue
		}
		if k := c.kids[at]; strings.HasPrefix(text, like.data[k.start:k.end]) {
			c.at = at + 1
			return k, true
		}
	}
	if c.at == len(c.kids) {
		return nil, false
	}
	c.at++
	return c.kids[c.at-1], false
}

// readMain reads the main part. What it shares with that of a similar paper is lowered once, too.
func (l *lowering) readMain(o Options) (*part, error) {
	data, other := o.Parts[l.pack.main]
	s := &scanner{left: l.left}
	if o.Similar == nil || o.Ranges != nil { // which are where the texts come from
		return l.pack.scanned(l.pack.main, data, other, o.Parts, s)
	}
	first := &o.Similar.first
	s.like = first.Load()
	s.keeps = s.like == nil
	if len(o.Places[l.pack.main]) > 0 {
		s.apart = signatureLine
	}
	read, err := l.pack.scanned(l.pack.main, data, other, o.Parts, s)
	switch {
	case err != nil || read.root.name == "":
		return read, err
	case s.keeps && len(read.data) <= maxReference:
		first.CompareAndSwap(nil, &reference{part: read})
	case s.shared < read.root.kid("body").length()/2:
		first.CompareAndSwap(s.like, nil) // another may be more similar
	}
	if _, other := o.Parts[l.lists["numbering"]]; !other {
		l.like = s.like
	}
	return read, nil
}

// length returns the number of bytes of an element.
func (n *node) length() int {
	if n == nil {
		return 0
	}
	return int(n.end - n.start)
}

// shares reports whether an element with a text may be shared.
func (s *scanner) shares(text string) bool { return s.apart == "" || !strings.Contains(text, s.apart) }

// share takes an element of the reference, whose names have the same meaning because the start tags around it are
// equal.
func (s *scanner) share(n *node) error {
	if *s.left -= n.count(); *s.left < 0 {
		return errTooMany
	}
	s.at, s.shared = s.at+n.length(), s.shared+n.length()
	s.kids = append(s.kids, n)
	return nil
}
