package printing

import (
	"errors"
	"slices"
	"testing"

	"protokol/generator/internal/compose"
	"protokol/generator/internal/input"
)

// FuzzProtocol: every input that passes Check is explained, and printed unless it
// lacks what a protocol needs.
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
		_, _, err := press.Templates.Document(t.Context(), compose.Request{Kind: "protocol"}, file.Meeting)
		if lacks := (compose.MeetingError{}); err != nil && !errors.As(err, &lacks) {
			t.Fatalf("%v\n%s", err, src)
		}
	})
}
