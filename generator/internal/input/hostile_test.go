package input

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"protokol/generator/internal/effort"
)

// TestHostile reads files that no one writes by hand, up to the largest size:
// each is refused or read within a bounded time, without running out of stack.
// A quick run takes a third of the files.
func TestHostile(t *testing.T) {
	repeat := func(n int, line func(i int) string) string {
		var b strings.Builder
		for i := range n {
			b.WriteString(line(i))
		}
		return b.String()
	}
	same := func(n int, s string) string { return strings.Repeat(s, n) }
	files := map[string]string{
		"brackets hidden by a string": "a = [\"\"\"\n'\"\"\"," + same(1<<19, "["),
		"nested tables":               "a = " + same(1<<17, "{b="),
		"dotted key":                  same(60000, "a.") + "b = 1",
		"long key": "[" + same(20000, "a") + "]\n" +
			repeat(50000, func(i int) string { return fmt.Sprintf("k%d=1\n", i) }),
		"unknown keys":    repeat(60000, func(i int) string { return fmt.Sprintf("k%d=1\n", i) }),
		"numbers":         "a=[" + same(1<<18, "1,") + "]",
		"controls":        "a = \"" + same(300000, "\x01") + "\"",
		"empty items":     same(60000, "[[agenda]]\n"),
		"numbered points": "[[agenda]]\ndecisions=[" + same(20000, "{text=\"a\",number=\"1\"},\n") + "]",
		"two thousand strangers": repeat(2000,
			func(i int) string { return fmt.Sprintf("[[people]]\nname=\"Иванов Иван%d\"\n", i) }) +
			"[[agenda]]\nspeakers=[" +
			repeat(2000, func(i int) string { return fmt.Sprintf("\"Петров Пётр%d\",", i) }) + "]\n",
		"empty lists": "[[agenda]]\ntitle = \"О\"\ndecisions = [" + same(200_000, "[],") + "]",
		"one line":    "place = \"" + same(1<<19, "ж") + "\"",
	}
	for i, name := range slices.Sorted(maps.Keys(files)) {
		if !effort.Takes(i, 9, 3) {
			continue
		}
		src := files[name]
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			m, problems := Read("meeting.toml", []byte(src), options(nil))
			if m != nil || !problems.Failed() || len(problems) > maxProblems {
				t.Errorf("accepted, or %d problems", len(problems))
			}
			var out strings.Builder
			if err := problems.Write(&out, map[string][]byte{"meeting.toml": []byte(src)}); err != nil {
				t.Fatal(err)
			}
			if out.Len() > 100_000 {
				t.Errorf("%d bytes of problems", out.Len())
			}
			// A second on two idle cores; the limit leaves room for busy machines and the race
			// detector.
			if took := time.Since(start); took > 2*time.Minute {
				t.Errorf("took %v", took)
			}
		})
	}
}
