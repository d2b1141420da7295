package printing

import (
	"errors"
	"os"
	"testing"

	"protokol/generator/diag"
	"protokol/generator/internal/compose"
	"protokol/generator/internal/input"
)

// TestCheckLaysOut checks that Check reports a table that is wider than its page, in a
// protocol, an annex or another paper, once and as making the paper does.
func TestCheckLaysOut(t *testing.T) {
	const wide = `columns = ["Сверхдлиннонаименованное", "Достопримечательность", "Водогрязелечебница",
  "Рентгенэлектрокардиография", "Высокопревосходительство", "Частнопредпринимательский"]
rows = [["1", "2", "3", "4", "5", "6"]]
`
	press := newPress(t, "gost-2025")
	for kind, test := range map[string]struct{ file, key string }{
		"protocol": {meetingWith + wide, "agenda[0].table"},
		"resolution": {meetingWith + tables["plan"] +
			"\n[papers.resolution]\ntitle = \"РЕШЕНИЕ\"\n[papers.resolution.table]\n" + wide,
			"papers.resolution.table"},
		"letter": {meetingWith + tables["plan"] +
			"\n[letter]\nto = [{ organization = \"ООО «А»\" }]\ntext = [\"Просим.\"]\n[letter.table]\n" + wide,
			"letter.table"},
		"none": {meetingWith + tables["wide"], ""},
	} {
		m, problems := input.Read("m.toml", []byte(test.file), press.Reading(os.ReadFile))
		if problems.Failed() {
			t.Fatal(problems)
		}
		found, err := press.Check(t.Context(), m.Meeting)
		if err != nil {
			t.Fatal(err)
		}
		var failed diag.List
		for _, p := range found {
			if p.Severity == diag.Error {
				failed = append(failed, p)
			}
		}
		if test.key == "" {
			if len(failed) > 0 {
				t.Errorf("%s: %v", kind, failed)
			}
			continue
		}
		_, err = press.Paper(t.Context(), compose.Request{Kind: kind}, m.Meeting, Origin{})
		var lacking compose.MeetingError
		for i := range failed {
			failed[i].Paper = "" // only check names it
		}
		if !errors.As(err, &lacking) || len(failed) != 1 || failed[0] != lacking.List[0] {
			t.Errorf("%s: check %v, make %v", kind, failed, err)
		} else if len(failed[0].Key) < len(test.key) || failed[0].Key[:len(test.key)] != test.key {
			t.Errorf("%s: %s", kind, failed[0].Key)
		}
	}
}
