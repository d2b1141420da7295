package printing

import (
	"bytes"
	"fmt"
	"runtime"
	"runtime/debug"
	"testing"
	"time"

	"protokol/generator/internal/effort"
)

// long is a letter of about n pages.
func long(pages int) letter {
	l := sampleLetter(0)
	text := l.Paras
	for range pages - 1 {
		l.Paras = append(l.Paras, text...)
	}
	return l
}

// TestConcurrent makes letters in both formats in 8 goroutines, each in another
// order. The bytes must equal those of a sequential run; -race checks for data
// races.
func TestConcurrent(t *testing.T) {
	workers, papers := 8, 12
	switch {
	case effort.Full():
		papers = 200
	case effort.Gate():
		papers = 50
	}
	press := letterPress(t)
	want := make([]map[string][]byte, papers)
	for i := range want {
		want[i] = map[string][]byte{}
		for _, format := range Formats {
			var b bytes.Buffer
			if err := makeLetter(press, sampleLetter(i), format, &b); err != nil {
				t.Fatal(err)
			}
			want[i][format] = b.Bytes()
		}
	}
	done := make(chan error)
	press = letterPress(t) // with nothing cached
	for w := range workers {
		go func() { done <- makeAgain(press, want, w*papers/workers) }()
	}
	for range workers {
		if err := <-done; err != nil {
			t.Error(err)
		}
	}
}

// makeAgain makes the letters again, beginning with one of them, and compares.
func makeAgain(press *Press, want []map[string][]byte, first int) error {
	for n := range want {
		i := (first + n) % len(want)
		for _, format := range Formats {
			var b bytes.Buffer
			if err := makeLetter(press, sampleLetter(i), format, &b); err != nil {
				return err
			}
			if !bytes.Equal(b.Bytes(), want[i][format]) {
				return fmt.Errorf("letter %d: the %s differs from the sequential one", i, format)
			}
		}
	}
	return nil
}

// TestMemoryStaysFlat checks that the thousandth paper of a process takes no
// more memory than the hundredth; in a quick run, the two hundredth.
func TestMemoryStaysFlat(t *testing.T) {
	press := letterPress(t)
	var out bytes.Buffer
	next := 0
	live := func(papers int) uint64 {
		for range papers {
			for _, format := range Formats {
				out.Reset()
				if err := makeLetter(press, sampleLetter(next), format, &out); err != nil {
					t.Fatal(err)
				}
			}
			next++
		}
		runtime.GC()
		runtime.GC() // pools are emptied by the second
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	more := 100
	switch {
	case effort.Full():
		more = 900
	case effort.Gate():
		more = 200
	}
	const leak = 1 << 10 // bytes of a paper
	early, late := live(100), live(more)
	t.Logf("live heap: %d kB after 100 papers, %d kB after %d", early>>10, late>>10, 100+more)
	if late > early+uint64(more)*leak {
		t.Errorf("%d papers left %d kB behind", more, (late-early)>>10)
	}
}

// TestTimeIsLinear: eight times the pages take at most 24 times the time, not the 64 of a square. Other programs may
// slow a run, so that a slow one is repeated; garbage is collected between the runs.
func TestTimeIsLinear(t *testing.T) {
	pages := 10
	if effort.Gate() {
		pages = 25
	}
	defer debug.SetGCPercent(debug.SetGCPercent(-1))
	press := letterPress(t)
	var out bytes.Buffer
	for _, format := range Formats {
		timed(t, press, long(2), format, &out) // fills the caches
		few, many := time.Hour, 40*time.Hour
		for try := 0; try < 20 && many > 24*few; try++ {
			few = min(few, timed(t, press, long(pages), format, &out))
			many = min(many, timed(t, press, long(8*pages), format, &out))
		}
		t.Logf("%s: %v for %d pages, %v for %d", format, few, pages, many, 8*pages)
		if many > 24*few {
			t.Errorf("%s: %d pages take %v, %d take %v", format, pages, few, 8*pages, many)
		}
	}
}

func timed(t *testing.T, press *Press, l letter, format string, out *bytes.Buffer) time.Duration {
	t.Helper()
	out.Reset()
	runtime.GC()
	start := time.Now()
	if err := makeLetter(press, l, format, out); err != nil {
		t.Fatal(err)
	}
	return time.Since(start)
}
