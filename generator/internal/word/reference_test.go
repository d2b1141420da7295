package word_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestReferences: references inside a repetition name the bookmark of their own round,
// also one that comes later; others name the first.
func TestReferences(t *testing.T) {
	marked := `<w:p><w:bookmarkStart w:id="7" w:name="_Ref1"/>` + bare("{вопрос.номер}") +
		`<w:bookmarkEnd w:id="7"/></w:p>`
	simple := `<w:fldSimple w:instr=" PAGEREF _Ref1 \h "><w:r><w:t>1</w:t></w:r></w:fldSimple>`
	body := p("{для каждого вопроса}") + `<w:p>` + fieldRuns(` REF _Ref1 \h `, "1") +
		`<w:hyperlink w:anchor="_Ref1">` + bare("x") + `</w:hyperlink></w:p>` + marked +
		`<w:p>` + simple + fieldRuns(` HYPERLINK \l &quot;_Ref1&quot; `, "x") + `</w:p>` + p("{конец}") +
		`<w:p>` + fieldRuns(" PAGEREF _Ref1 ", "1") + `</w:p>`
	var names []string
	for _, m := range regexp.MustCompile(`_Ref1\w*`).FindAllString(fill(t, body), -1) {
		if len(names) == 0 || names[len(names)-1] != m {
			names = append(names, m)
		}
	}
	if len(names) != 3 || names[0] != "_Ref1" || names[1] == names[0] || names[2] != "_Ref1" {
		t.Errorf("%s", names)
	}
}

// TestBookmarkOfLink: only the argument that names the bookmark is changed, not a
// tooltip with its letters, nor the place in another document.
func TestBookmarkOfLink(t *testing.T) {
	for code, want := range map[string]string{
		` HYPERLINK \l "h" \o "см. h"`:       ` HYPERLINK \l "h_2" \o "см. h"`,
		`HYPERLINK \o "h и h" \l h \h `:      `HYPERLINK \o "h и h" \l h_2 \h `,
		`HYPERLINK "http://h.ru/h" \l "h"`:   "",
		`HYPERLINK "http://h.ru/" \o "h" \l`: "",
		` REF h \h \* MERGEFORMAT `:          ` REF h_2 \h \* MERGEFORMAT `,
		` PAGEREF \h h \`:                    ` PAGEREF \h h_2 \`,
		`REF \`:                              "",
	} {
		body := p("{для каждого вопроса}") + `<w:p><w:bookmarkStart w:id="7" w:name="h"/>` + bare("{вопрос}") +
			`<w:bookmarkEnd w:id="7"/></w:p><w:p>` + fieldRuns(strings.ReplaceAll(code, `"`, "&quot;"), "x") +
			`</w:p>` + p("{конец}")
		got := strings.ReplaceAll(fill(t, body), "&quot;", `"`)
		if want == "" {
			want = code
		}
		second := got[strings.LastIndex(got, "bookmarkEnd"):]
		if renamed := regexp.MustCompile(`w:name="(h[^"]+)"`).FindStringSubmatch(got); renamed == nil ||
			!strings.Contains(second, strings.ReplaceAll(want, "h_2", renamed[1])) {
			t.Errorf("%q gives %q, want %q", code, second, want)
		}
	}
}

// TestStaleReference: a field that repeats words which filling changes is reported.
func TestStaleReference(t *testing.T) {
	marked := `<w:p><w:bookmarkStart w:id="7" w:name="Номер"/>` + bare("{номер}") + `<w:bookmarkEnd w:id="7"/></w:p>`
	for _, c := range []struct{ body, want string }{
		{marked + `<w:p>` + fieldRuns(" REF Номер ", "5") + `</w:p>`, "поле REF повторяет слова закладки «Номер»"},
		{marked + `<w:p>` + fieldRuns(" REF Номер ", "{номер}") + `</w:p>`, ""},
		{marked + `<w:p>` + fieldRuns(" PAGEREF Номер ", "5") + fieldRuns(" REF Другая ", "5") + `</w:p>`, ""},
		{strings.Replace(marked, "{номер}", "5", 1) + `<w:p>` + fieldRuns(" REF Номер ", "5") + `</w:p>`, ""},
	} {
		var found []string
		for _, s := range open(t, c.body, nil).Slips(nil) {
			found = append(found, s.Message)
		}
		if (c.want != "") != slices.ContainsFunc(found, func(s string) bool { return strings.HasPrefix(s, c.want) }) ||
			len(found) > 1 {
			t.Errorf("%s: %s", c.body, found)
		}
	}
}
