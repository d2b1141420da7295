package signature

import (
	"testing"

	"protokol/generator/internal/cms/cmstest"
)

// TestDigestedOnce: however many signatures cover a byte of a file, and in whatever order their fields are, it is
// digested once by each algorithm.
func TestDigestedOnce(t *testing.T) {
	chair, secretary := people(t)
	_, inOrder := both(t)
	otherOrder := signed(t, signed(t, paper(t), secretary, "secretary"), chair, "chair")
	for name, file := range map[string][]byte{"in the order of the fields": inOrder, "in another": otherOrder} {
		digested := 0
		policy := Policy{Digesting: func(size int) (end func()) { digested += size; return func() {} }}
		r, err := Read(file, policy)
		if err != nil || len(r.Signatures) != 2 || !r.Signatures[0].Valid() || !r.Signatures[1].Valid() {
			t.Fatalf("%s: %v, %+v", name, err, r)
		}
		if digested > len(file)+len(file)/20 || digested < len(file)/2 {
			t.Errorf("%s: %d bytes are digested of %d", name, digested, len(file))
		}
	}
	digested := 0
	policy := Policy{Digesting: func(size int) (end func()) { digested += size; return func() {} }}
	content := NewContent(inOrder, policy)
	for _, by := range []cmstest.Identity{chair, secretary} {
		if s, err := content.Beside(detached(t, inOrder, by)); err != nil || !s.Verified {
			t.Errorf("beside: %v, %+v", err, s)
		}
	}
	if digested != len(inOrder) {
		t.Errorf("beside: %d bytes are digested of %d", digested, len(inOrder))
	}
}
