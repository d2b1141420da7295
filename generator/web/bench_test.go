//go:build unix

package web

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"runtime/debug"
	"runtime/metrics"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"
)

// BenchmarkEdit measures what a letter typed anywhere in a file takes from the request to the last byte of the changed
// pages, and until it is saved, for protocols of about ten and fifty pages, with pauses as between letters and with
// the garbage collection of the program: by the clock, and by the work of all processors, client and collection
// included, which other programs disturb less.
func BenchmarkEdit(b *testing.B) {
	defer debug.SetGCPercent(debug.SetGCPercent(400))
	const pause = 100 * time.Millisecond
	src, err := os.ReadFile("../../examples/2026-06-14/meeting.toml")
	if err != nil {
		b.Fatal(err)
	}
	item := "\n[[agenda]]\ntitle = \"О плане работы совета\"\n" + strings.Repeat(
		"[[agenda.decisions]]\ntext = \"Поручить "+
			"организациям подготовить предложения о сроках и порядке проведения практики и представить их секретарю.\"\n", 6)
	for _, n := range []int{12, 86} {
		b.Run(fmt.Sprint(n, " questions"), func(b *testing.B) {
			p := open(b, map[string]string{"m.toml": string(src) + strings.Repeat(item, n)})
			fields := [][]any{{"city"}, {"people", 0, "position"}}
			for i := range n { // after the questions of the example
				fields = append(fields, []any{"agenda", 3 + i, "title"},
					[]any{"agenda", 3 + i, "decisions", i % 6, "text"})
			}
			v := version([]byte(p.file("m.toml")))
			known := []string{}
			var times, saved, work []time.Duration
			delayed := 0 // by collections
			random := rand.New(rand.NewPCG(1, 2))
			for i := 0; b.Loop(); i++ {
				time.Sleep(pause)
				collected := collections()
				body, err := json.Marshal(map[string]any{"file": "m.toml", "version": v, "do": "set",
					"path": fields[random.IntN(len(fields))], "value": fmt.Sprint("Слово ", i), "kind": "protocol",
					"known": known, "brief": true})
				if err != nil {
					b.Fatal(err)
				}
				start, worked := time.Now(), processorTime(b)
				answer := p.request("POST", "/api/edit", string(body),
					map[string]string{"Content-Type": "application/json", "Accept": partsType})
				parts := bufio.NewReader(answer.Body)
				pages, err := parts.ReadString('\n')
				times = append(times, time.Since(start))
				if err != nil || answer.StatusCode != 200 {
					b.Fatal(answer, err)
				}
				rest, err := io.ReadAll(parts)
				saved = append(saved, time.Since(start))
				work = append(work, processorTime(b)-worked)
				if err != nil {
					b.Fatal(err)
				}
				if collections() > collected {
					delayed++
				}
				v, known = p.state(string(rest)).Version, nil
				for _, page := range p.state(pages).Preview.Pages {
					known = append(known, page.Digest)
				}
			}
			report(b, times, "")
			report(b, saved, "-until-saved")
			report(b, work, "-of-work")
			b.ReportMetric(100*float64(delayed)/float64(len(times)), "%-collecting")
			b.ReportMetric(float64(len(known)), "pages")
		})
	}
}

// report reports the median and the 95th percentile of times.
func report(b *testing.B, times []time.Duration, of string) {
	slices.Sort(times)
	b.ReportMetric(float64(times[len(times)*95/100].Microseconds())/1000, "ms-p95"+of)
	b.ReportMetric(float64(times[len(times)/2].Microseconds())/1000, "ms-median"+of)
}

// collections is the number of garbage collections that have ended.
func collections() uint64 {
	sample := []metrics.Sample{{Name: "/gc/cycles/total:gc-cycles"}}
	metrics.Read(sample)
	return sample[0].Value.Uint64()
}

// processorTime is what the process has used of all processors.
func processorTime(b *testing.B) time.Duration {
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		b.Fatal(err)
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}
