package compose

import (
	"strings"
	"testing"

	"protokol/generator/internal/meeting"
)

// TestNamedTwice: a body that the kind of the meeting names in other words is doubted, one that it names in the same
// words is printed once, and a kind that only shares adjectives or a genitive with the body is right.
func TestNamedTwice(t *testing.T) {
	set := load(t)
	for _, c := range []struct{ kind, body, doubt string }{
		{"общее собрание трудового коллектива", "Общее собрание работников ООО «Велижский сыр»",
			"«общего собрания трудового коллектива Общего собрания работников ООО «Велижский сыр»»"},
		{"заседание комиссии по этике", "Комиссия по урегулированию конфликта интересов",
			"«заседания комиссии по этике Комиссии по урегулированию конфликта интересов»"},
		{"заседание аттестационной комиссии", "Аттестационная комиссия колледжа", ""},
		{"общее собрание", "Общее собрание членов ТСН «Двор»", ""},
		{"внеочередное заседание", "Совет депутатов", ""},
		{"заседание педагогического совета", "Педагогический совет школы", ""},
		{"заседание рабочей группы", "Группа компаний «Ряд»", ""},
		{"общее собрание собственников", "Общественный совет дома", ""},
	} {
		m := &meeting.Meeting{Kind: c.kind, Council: meeting.Council{Name: c.body}}
		b := set.newBuilder(Request{}, m)
		b.kindIn(&Protocol{Body: b.bodiesBehindKind()})
		var found []string
		for _, p := range b.problems {
			if strings.Contains(p.Message, "дважды") {
				found = append(found, p.Message)
			}
		}
		if got := strings.Join(found, ""); (got == "") != (c.doubt == "") || !strings.HasSuffix(got, c.doubt) {
			t.Errorf("%s, %s: %q", c.kind, c.body, got)
		}
	}
}
