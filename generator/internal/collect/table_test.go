package collect

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"protokol/generator/internal/list"
	"protokol/generator/internal/table"
)

// everything answers every question, each with what a table could spoil.
func everything(t testing.TB) *Form {
	return written(
		t,
		Application,
		"=1+1/a.pdf",
		"applicant.name",
		"ООО «Ёлка; № 1» \"и\"",
		"applicant.short_name",
		"=HYPERLINK(\"http://x\")",
		"applicant.inn",
		"0101000010",
		"applicant.kpp",
		"010101001",
		"applicant.ogrn",
		"304500116000157",
		"applicant.address",
		"214000, Смоленск",
		"applicant.postal_address",
		"101000, Москва",
		"applicant.head.position",
		"@директор",
		"applicant.head.name",
		"Ёж Ё. Ё.",
		"applicant.head.basis",
		"-Устава",
		"applicant.contact.name",
		"+Иванов",
		"applicant.contact.phone",
		"+7 (4812) 12-34-56",
		"applicant.email",
		"a@ya.ru",
		"applicant.site",
		"ёлка.рф",
		"applicant.staff",
		"12",
		"applicant.fields",
		"- раз\n- \"два\"",
		"applicant.offer",
		"-"+strings.Repeat("ё", 300),
		"applicant.date",
		"01.03.2026",
	)
}

// TestTables: a list reads back what went into a table, in both formats, and
// knows every column that letters need.
func TestTables(t *testing.T) {
	f := everything(t)
	for name, content := range map[string][]byte{"a.csv": CSV(Application, []*Form{f, f}),
		"a.toml": TOML(Application, []*Form{f, f})} {
		l, problems := list.Open(
			table.Source{Name: name, Data: bytes.NewReader(content), Size: int64(len(content))},
			list.Options{},
		)
		if len(problems) > 0 {
			t.Errorf("%s: %v", name, problems)
		}
		rows := 0
		for record, err := range l.Records() {
			if rows++; err != nil || len(record.Problems) > 0 {
				t.Fatalf("%s: %v, %v", name, err, record.Problems)
			}
			for _, q := range Application.columns() {
				key := q.Column
				if key == "" {
					key = q.Title
				}
				if got, want := record.Get(key), f.Answer(q.Key); got != want {
					t.Errorf("%s, %s: %q, not %q", name, key, got, want)
				}
			}
			if got := record.Get("Файл"); got != f.File {
				t.Errorf("%s: the file is %q", name, got)
			}
		}
		if rows != 2 {
			t.Errorf("%s: %d rows", name, rows)
		}
		known := []string{
			"organization",
			"organization_short",
			"name",
			"position",
			"inn",
			"kpp",
			"ogrn",
			"index",
			"address",
			"postal_address",
			"email",
			"phone",
			"contact",
			"site",
		}
		for _, key := range known {
			if !l.Has(key) {
				t.Errorf("%s has no %s", name, key)
			}
		}
		for _, c := range l.Columns {
			if c.Field != "" && !slices.Contains(known, c.Field) {
				t.Errorf("%s: a column is taken for %s", name, c.Field)
			}
		}
	}
}

// TestCells: no cell of a table is a formula to Excel, but one that is nothing
// but a text.
func TestCells(t *testing.T) {
	for value, want := range map[string]string{
		"": "", "ООО": "ООО", "12": "12", "=1+1": `="=1+1"`, "+7 910": `="+7 910"`, "@x": `="@x"`,
		"-1+2|cmd": `="-1+2|cmd"`, "＝1": `="＝1"`,
		`="a"`: `'="a"`, "-a\nb": "'-a\nb", "-" + strings.Repeat("a", 255): "'-" + strings.Repeat("a", 255),
	} {
		if got := cell(value, false); got != want {
			t.Errorf("%q becomes %q", value, got)
		}
	}
	if got := cell("010101001", true); got != `="010101001"` {
		t.Errorf("a code becomes %q", got)
	}
}
