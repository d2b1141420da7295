package printing

import (
	"bytes"
	"fmt"
	"protokol/generator/internal/compose"
	"testing"
)

// BenchmarkWhole makes one protocol in each format, from TOML to the finished
// file.
func BenchmarkWhole(b *testing.B) {
	press := newPress(b, DefaultStyle)
	file := examples(b)[1]
	_, from := read(b, press, file)
	for _, format := range Formats {
		b.Run(format, func(b *testing.B) {
			b.ReportAllocs()
			size := 0
			for b.Loop() {
				m, _ := read(b, press, file)
				paper, err := press.Paper(b.Context(), compose.Request{Kind: "protocol"}, m, from)
				if err != nil {
					b.Fatal(err)
				}
				var out bytes.Buffer
				if err := press.Write(&out, paper, format); err != nil {
					b.Fatal(err)
				}
				size = out.Len()
			}
			b.ReportMetric(float64(size), "bytes/paper")
		})
	}
}

// BenchmarkStart measures what a process does before its first paper.
func BenchmarkStart(b *testing.B) {
	for b.Loop() {
		newPress(b, DefaultStyle)
	}
}

// BenchmarkPages makes a paper of many pages; the time per page must not grow
// with their number.
func BenchmarkPages(b *testing.B) {
	press := letterPress(b)
	for _, pages := range []int{1, 50, 200} {
		for _, format := range Formats {
			b.Run(fmt.Sprintf("%s/%d", format, pages), func(b *testing.B) {
				var out bytes.Buffer
				for b.Loop() {
					out.Reset()
					if err := makeLetter(press, long(pages), format, &out); err != nil {
						b.Fatal(err)
					}
				}
				b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/float64(pages), "µs/page")
			})
		}
	}
}
