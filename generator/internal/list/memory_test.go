package list

import (
	"fmt"
	"io"
	"runtime"
	"runtime/debug"
	"strings"
	"testing"

	"protokol/generator/internal/effort"
	"protokol/generator/internal/table"
)

// longCSV returns a list with the given number of rows.
func longCSV(rows int) table.Source {
	var b strings.Builder
	b.WriteString("Наименование организации;Руководитель;ИНН;Адрес;E-mail\n")
	for i := range rows {
		fmt.Fprintf(&b, "Общество с ограниченной ответственностью «Ромашка %d»;Иванов Иван Иванович;%010d;"+
			"\"214000, г. Смоленск, ул. Ленина, д. %d\";org%d@example.ru\n", i, i, i, i)
	}
	return source("a.csv", b.String())
}

// longXLSX returns the same list as a workbook with shared strings.
func longXLSX(t testing.TB, rows int) table.Source {
	var texts, cells strings.Builder
	count := 0
	cell := func(text string) {
		fmt.Fprintf(&texts, `<si><t>%s</t></si>`, text)
		fmt.Fprintf(&cells, `<c t="s"><v>%d</v></c>`, count)
		count++
	}
	cells.WriteString(`<worksheet><sheetData><row>`)
	for _, heading := range []string{"Наименование организации", "Руководитель", "ИНН", "Адрес", "E-mail"} {
		cell(heading)
	}
	for i := range rows {
		cells.WriteString("</row><row>")
		cell(fmt.Sprintf("Общество с ограниченной ответственностью «Ромашка %d»", i))
		fmt.Fprintf(&cells, `<c t="s"><v>1</v></c><c><v>%d</v></c>`, 1_000_000_000+i)
		cell(fmt.Sprintf("214000, г. Смоленск, ул. Ленина, д. %d", i))
		cell(fmt.Sprintf("org%d@example.ru", i))
	}
	cells.WriteString(`</row></sheetData></worksheet>`)
	return xlsxSource(t, map[string]string{sheet1: cells.String(),
		"xl/sharedStrings.xml": `<sst>` + texts.String() + `</sst>`})
}

// peakHeap reads a list to the end and returns the peak of the heap.
func peakHeap(t *testing.T, src table.Source, rows int) (most uint64) {
	t.Helper()
	defer debug.SetGCPercent(debug.SetGCPercent(100))
	runtime.GC()
	var before, now runtime.MemStats
	runtime.ReadMemStats(&before)
	l, problems := Open(src, Options{})
	if l == nil {
		t.Fatal(problems)
	}
	read := 0
	for _, err := range l.Records() {
		if err != nil {
			t.Fatal(err)
		}
		if read++; read%(rows/5) == 0 {
			runtime.GC()
			runtime.ReadMemStats(&now)
			most = max(most, now.HeapAlloc-min(now.HeapAlloc, before.HeapAlloc))
		}
	}
	if read != rows {
		t.Fatalf("%d rows of %d", read, rows)
	}
	runtime.KeepAlive(src.Data)
	return most
}

// TestMemory checks that a list takes hardly more memory than one a tenth as
// long. The shared strings of a workbook must be kept, but compressed: about
// thirty bytes for a row of two hundred and fifty.
func TestMemory(t *testing.T) {
	short, long, most := 400, 4_000, uint64(8<<20)
	switch {
	case effort.Full():
		short, long, most = 10_000, 100_000, 16<<20
	case effort.Gate():
		short, long = 1_000, 10_000
	}
	if a, b := peakHeap(t, longCSV(short), short), peakHeap(t, longCSV(long), long); b > a+1<<20 {
		t.Errorf("CSV: %d KB, then %d KB", a>>10, b>>10)
	}
	a, b := peakHeap(t, longXLSX(t, short), short), peakHeap(t, longXLSX(t, long), long)
	t.Logf("XLSX: %d KB, then %d KB", a>>10, b>>10)
	if b > most {
		t.Errorf("XLSX: %d KB, then %d KB", a>>10, b>>10)
	}
}

// TestReadError checks that an I/O error is reported and ends the iteration.
func TestReadError(t *testing.T) {
	src := longCSV(1000)
	src.Data = failingAt{src.Data, 50_000}
	l, problems := Open(src, Options{})
	if l != nil || !strings.Contains(problems.Error(), "не удалось прочитать") {
		t.Error(l, problems)
	}
}

// failingAt fails after an offset.
type failingAt struct {
	io.ReaderAt
	offset int64
}

func (b failingAt) ReadAt(p []byte, offset int64) (int, error) {
	if offset+int64(len(p)) > b.offset {
		return 0, fmt.Errorf("диск отказал")
	}
	return b.ReaderAt.ReadAt(p, offset)
}

func BenchmarkRecords(b *testing.B) {
	const rows = 10_000
	for name, src := range map[string]table.Source{"CSV": longCSV(rows), "XLSX": longXLSX(b, rows)} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(src.Size)
			for b.Loop() {
				l, problems := Open(src, Options{})
				if l == nil {
					b.Fatal(problems)
				}
				for _, err := range l.Records() {
					if err != nil {
						b.Fatal(err)
					}
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*rows), "ns/row")
		})
	}
}
