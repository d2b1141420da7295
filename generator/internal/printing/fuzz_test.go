package printing

import (
	"slices"
	"testing"

	"protokol/generator/internal/compose"
	"protokol/generator/internal/input"
)

// FuzzProtocol: every input that passes Check is printed and explained without a
// panic.
func FuzzProtocol(f *testing.F) {
	for _, feature := range slices.Concat(headFeatures, frameFeatures, attendanceFeatures, agendaFeatures,
		decisionFeatures, voteFeatures, closingFeatures) {
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
