package printing

import (
	"io"
	"testing"
	"time"

	"protokol/generator/internal/origin"
)

// TestTrial: to find out whether a paper can be written, nobody waits for the digest of its source.
func TestTrial(t *testing.T) {
	press := letterPress(t)
	asked := 0
	doc, err := press.Templates.Compose(t.Context(), "post", sampleLetter(1))
	if err != nil {
		t.Fatal(err)
	}
	from := Origin{Date: time.Unix(0, 0), Choices: origin.Choices{Kind: "letter"}}
	from.Digest = func() string {
		asked++
		return "1-00"
	}
	paper, err := press.Lay(doc, from)
	if err != nil {
		t.Fatal(err)
	}
	for _, format := range Formats {
		asked = 0
		if err := press.Write(io.Discard, paper.Trial(), format); err != nil || asked > 0 {
			t.Errorf("%s, a trial: the digest is asked for %d times, %v", format, asked, err)
		}
		if err := press.Write(io.Discard, paper, format); err != nil || asked == 0 {
			t.Errorf("%s: the digest is asked for %d times, %v", format, asked, err)
		}
	}
}
