package batch

import (
	"fmt"
	"testing"
)

// BenchmarkBatch measures making a letter from its record to the disk, and
// finding that it already exists.
func BenchmarkBatch(b *testing.B) {
	const letters = 500
	all := addressees(letters)
	for _, format := range []string{"pdf", "docx"} {
		for _, resume := range []bool{false, true} {
			b.Run(fmt.Sprintf("%s/resume=%v", format, resume), func(b *testing.B) {
				folder, err := openFolder(b.TempDir())
				if err != nil {
					b.Fatal(err)
				}
				run := func(resume bool) {
					j := job(b, folder, all)
					j.Formats, j.Resume, j.Sinks = []string{format}, resume, nil
					if _, err := j.Run(b.Context()); err != nil {
						b.Fatal(err)
					}
				}
				run(false)
				for b.Loop() {
					run(resume)
				}
				b.ReportMetric(float64(b.N)*letters/b.Elapsed().Seconds(), "letters/s")
			})
		}
	}
}

// BenchmarkScan measures the first pass over a list.
func BenchmarkScan(b *testing.B) {
	const letters = 10_000
	j := job(b, newMemory(), addressees(letters))
	for b.Loop() {
		if _, err := j.scan(b.Context(), nil); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/letters, "ns/record")
}

// BenchmarkStaging writes a file of the size of a letter under a temporary name
// and renames it.
func BenchmarkStaging(b *testing.B) {
	folder, err := openFolder(b.TempDir())
	if err != nil {
		b.Fatal(err)
	}
	stage := newStaging(folder, "worker-0")
	defer stage.close()
	data := make([]byte, 25<<10)
	for i := 0; b.Loop(); i++ {
		if err := stage.writeFile(fmt.Sprintf("%d.pdf", i%1000), data); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkLedger appends an entry.
func BenchmarkLedger(b *testing.B) {
	folder, err := openFolder(b.TempDir())
	if err != nil {
		b.Fatal(err)
	}
	l, err := openLedger(folder, Shard{}, false, header{})
	if err != nil {
		b.Fatal(err)
	}
	defer l.close()
	res := result{name: "ООО «Образец»", input: "0123456789abcdef0123456789abcdef",
		Outcome: Outcome{Number: 1, Row: 2, Subject: "ООО «Образец»",
			Files: []File{newFile("ООО «Образец».pdf", []byte("x"))}}}
	for b.Loop() {
		if err := l.add(res); err != nil {
			b.Fatal(err)
		}
	}
}
