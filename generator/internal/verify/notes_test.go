package verify

import (
	"os"
	"testing"

	"protokol/generator/internal/cos"
	"protokol/generator/internal/engine"
	"protokol/generator/internal/origin"
	"protokol/generator/internal/reader"
)

// TestFilesBehindPictures: embedded files are as they were embedded, however many pictures of the paper were
// decompressed before.
func TestFilesBehindPictures(t *testing.T) {
	data, err := os.ReadFile("../../testdata/papers/9/2017-11-20-protocol-gost-2025.pdf")
	if err != nil {
		t.Fatal(err)
	}
	started, err := reader.StartCached(t.Context(), engine.Folder())
	if err != nil {
		t.Fatal(err)
	}
	defer started.Close()
	paper, err := started.Open(data)
	if err != nil {
		t.Fatal(err)
	}
	defer paper.Close()
	list, err := paper.Attachments()
	if err != nil {
		t.Fatal(err)
	}
	v := &Verdict{}
	if v.From, err = origin.Find(list); err != nil {
		t.Fatal(err)
	}
	f, err := cos.Read(data)
	if err != nil {
		t.Fatal(err)
	}
	for number := 1; err == nil && number < 1000; number++ {
		content, ok := f.Get(cos.Ref{Number: number}).(*cos.Stream)
		for range 10_000 {
			if !ok || err != nil || content.Dict["Filter"] == nil {
				break
			}
			_, err = f.Decoded(content)
		}
	}
	if v.compareFiles(f, f); len(v.Differences) > 0 || err == nil {
		t.Error(v.Differences, err)
	}
}
