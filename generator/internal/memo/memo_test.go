package memo

import "testing"

func TestMemo(t *testing.T) {
	var m Memo[int, string]
	if v, ok := m.Find(1); ok || v != "" {
		t.Error("an empty memo has a result")
	}
	m.Keep(1, "один")
	if v, ok := m.Find(1); !ok || v != "один" {
		t.Errorf("got %q, %v", v, ok)
	}
	for i := range 3 * Most {
		m.Keep(i, "")
		if _, ok := m.Find(i); !ok || len(m.known) > Most {
			t.Fatalf("%d: %v, %d are kept", i, ok, len(m.known))
		}
	}
}

// TestRecent: what is used stays, what was not used for long is forgotten, and no more is kept than twice the limit.
func TestRecent(t *testing.T) {
	const most, size = 100, 10
	r := NewRecent[int, string](most)
	r.Keep(-1, "один", size)
	for i := range 10 * most {
		if v, ok := r.Find(-1); !ok || v != "один" {
			t.Fatalf("%d: %q, %v", i, v, ok)
		}
		r.Keep(i, "", size)
		r.Keep(i, "снова", size)
		if v, ok := r.Find(i); !ok || v != "снова" || r.Len() > 2*most/size || r.size > most {
			t.Fatalf("%d: %q, %v, %d are kept", i, v, ok, r.Len())
		}
	}
	if _, ok := r.Find(0); ok {
		t.Error("not forgotten")
	}
	r.Keep(0, "большой", 2*most)
	if v, ok := r.Find(0); !ok || v != "большой" {
		t.Errorf("too large a value: %q, %v", v, ok)
	}
}
