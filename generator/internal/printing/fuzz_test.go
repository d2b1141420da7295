package printing

import (
	"slices"
	"testing"

	"protokol/generator/internal/compose"
	"protokol/generator/internal/input"
)

// FuzzProtocol: what passes the check is printed and explained, whatever it
// is, without a panic.
func FuzzProtocol(f *testing.F) {
	for _, feature := range slices.Concat(headFeatures, attendanceFeatures, agendaFeatures, decisionFeatures,
		voteFeatures, closingFeatures) {
		f.Add(feature.file())
	}
	press := newPress(f, DefaultStyle)
	f.Fuzz(func(t *testing.T, src string) {
		file, problems := input.Read("meeting.toml", []byte(src), input.Options{Covers: press.Covers})
		if problems.Failed() {
			return
		}
		file.Meeting.Explain()
		if _, _, err := press.Templates.Document(t.Context(), compose.Request{Kind: "protocol"},
			file.Meeting); err != nil {
			t.Fatalf("%v\n%s", err, src)
		}
	})
}
