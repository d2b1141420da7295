package web

import (
	"fmt"
	"os"
	"runtime/debug"
	"slices"
	"strings"
	"testing"
	"time"
)

// BenchmarkEdit measures what a change takes from the request to the answer with
// the changed pages, for protocols of about ten and forty pages, with the garbage
// collection of the program.
func BenchmarkEdit(b *testing.B) {
	defer debug.SetGCPercent(debug.SetGCPercent(400))
	src, err := os.ReadFile("../../examples/2026-06-14/meeting.toml")
	if err != nil {
		b.Fatal(err)
	}
	item := "\n[[agenda]]\ntitle = \"О плане работы совета\"\n" + strings.Repeat(
		"[[agenda.decisions]]\ntext = \"Поручить "+
			"организациям подготовить предложения о сроках и порядке проведения практики и представить их секретарю.\"\n", 6)
	for _, n := range []int{12, 80} {
		b.Run(fmt.Sprint(n, " questions"), func(b *testing.B) {
			p := open(b, map[string]string{"m.toml": string(src) + strings.Repeat(item, n)})
			v := version([]byte(p.file("m.toml")))
			known := []string{}
			var times []time.Duration
			for i := 0; b.Loop(); i++ {
				start := time.Now()
				status, body := p.post("/api/edit", map[string]any{"file": "m.toml", "version": v, "do": "set",
					"path": []any{"city"}, "value": fmt.Sprint("город ", i), "kind": "protocol", "known": known,
					"brief": true})
				times = append(times, time.Since(start))
				if status != 200 {
					b.Fatal(body)
				}
				s := p.state(body)
				v, known = s.Version, nil
				for _, page := range s.Preview.Pages {
					known = append(known, page.Digest)
				}
			}
			slices.Sort(times)
			b.ReportMetric(float64(times[len(times)*95/100].Microseconds())/1000, "ms-p95")
			b.ReportMetric(float64(times[len(times)/2].Microseconds())/1000, "ms-median")
			b.ReportMetric(float64(len(known)), "pages")
		})
	}
}
