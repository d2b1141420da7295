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
