package origin

import (
	"crypto/sha256"
	"strconv"
	"testing"
)

// TestRecent: a digest that is kept equals the computed one, belongs to one source and
// one salt, and the oldest are dropped.
func TestRecent(t *testing.T) {
	source := sha256.Sum256([]byte("a"))
	var first, second recent
	digest := first.digest(source, "Совет")
	if kept := first.digest(source, "Совет"); kept != digest {
		t.Errorf("%s, then %s", digest, kept)
	}
	if computed := second.digest(source, "Совет"); computed != digest {
		t.Errorf("%s, then %s", digest, computed)
	}
	if first.find(source, "Комитет") != "" || first.find(sha256.Sum256([]byte("b")), "Совет") != "" {
		t.Error("another source or salt has a digest")
	}
	first.list = nil
	for i := range 2 * maxRecent {
		first.list = append(first.list, digested{source, strconv.Itoa(i), "1-"})
	}
	first.digest(source, "Совет")
	if len(first.list) != maxRecent || first.find(source, strconv.Itoa(maxRecent)) != "" {
		t.Errorf("%d digests are kept", len(first.list))
	}
}
