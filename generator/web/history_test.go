package web

import (
	"math/rand/v2"
	"strconv"
	"testing"
	"time"
)

// TestSteps: letters typed in one go are a step of undo. Values of different fields, other
// changes and letters after a pause, or after the clock has been put back, are not.
func TestSteps(t *testing.T) {
	type change struct {
		key   string
		after time.Duration // since the change before
	}
	for name, c := range map[string]struct {
		changes []change
		steps   int
	}{
		"one field":       {[]change{{"place", 0}, {"place", time.Second}, {"place", time.Second}}, 1},
		"two fields":      {[]change{{"place", 0}, {"city", 0}, {"place", 0}, {"city", 0}}, 4},
		"two elements":    {[]change{{"agenda[0].title", 0}, {"agenda[1].title", 0}}, 2},
		"a pause":         {[]change{{"place", 0}, {"place", typing}}, 2},
		"a button":        {[]change{{"place", 0}, {"", 0}, {"", 0}, {"place", 0}}, 4},
		"clock put back":  {[]change{{"place", 0}, {"place", -time.Hour}, {"place", time.Second}}, 2},
		"clock put ahead": {[]change{{"place", 0}, {"place", 365 * 24 * time.Hour}}, 2},
	} {
		h, at := &history{}, now
		for i, one := range c.changes {
			at = at.Add(one.after)
			h.add([]byte(strconv.Itoa(i)), []byte(strconv.Itoa(i+1)), origin{key: one.key}, at)
		}
		if len(h.steps) != c.steps || h.done != c.steps {
			t.Errorf("%s: %d steps, %d done", name, len(h.steps), h.done)
		}
	}
}

// TestStepsOfOneField: whatever is typed, undone and made again, a step of undo takes back
// values of one field only.
func TestStepsOfOneField(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 1))
	fields := []string{"place", "city", "number", ""}
	for range 200 {
		h, at, now := &history{}, now, [4]byte{} // the value of each field
		for range 30 {
			at = at.Add(time.Duration(random.IntN(5)-1) * time.Second)
			to, done, ok := h.before()
			if random.IntN(3) > 0 {
				next, field := now, random.IntN(len(fields))
				next[field]++
				h.add([]byte(string(now[:])), []byte(string(next[:])), origin{key: fields[field]}, at)
				now = next
				continue
			} else if random.IntN(3) == 0 {
				to, done, ok = h.after()
			}
			if !ok {
				continue
			}
			changed, by := 0, 0
			for i := range now {
				if to[i] != now[i] {
					changed, by = changed+1, i
				}
			}
			if changed != 1 || fields[by] == "" && to[by] != now[by]+1 && to[by] != now[by]-1 {
				t.Fatalf("%v became %v", now, to)
			}
			copy(now[:], to)
			h.done = done
		}
	}
}
