package origin

import (
	"maps"
	"strings"
	"testing"
	"time"

	"github.com/BurntSushi/toml"
	"github.com/google/go-cmp/cmp"
)

// full returns an origin with all roles, binary content and name collisions.
func full() Origin {
	return Origin{
		Schema: "1", Version: "0.1.0", Style: "house.toml", Profile: "a-3a",
		Choices: Choices{Kind: "protocol", Items: []int{1, 3}, Blank: true, Sort: "deadline", To: 2, Fillable: true,
			Listed: true},
		Date: time.Date(2026, 3, 12, 0, 0, 0, 0, time.UTC),
		Files: []File{
			{Source, "meeting.toml", []byte("\uFEFFa = 1\r\nb = 2\r\n")},
			{Council, "../council.toml", []byte("c = 3")},
			{Image, "images/Герб.PNG", []byte{0x89, 'P', 0, 0xFF}},
			{Image, "other/герб.png", []byte{}},
			{Style, "house.toml", []byte("d = 4\n")},
			{Template, "partials/attendance.tmpl", []byte("{{.}}")},
			{Council, ManifestName, []byte("e = 5")},
			{Image, "\"странный\"\\путь\t\x7f.png", []byte("f")},
		},
	}
}

func TestRoundTrip(t *testing.T) {
	want := full()
	list := want.Attachments()
	seen := map[string]bool{}
	for _, a := range list {
		if name := strings.ToLower(a.Name); seen[name] || strings.Contains(name, "/") {
			t.Errorf("bad name %q", a.Name)
		} else {
			seen[name] = true
		}
	}
	got, err := Find(list)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestAttachments(t *testing.T) {
	if list := (Origin{}).Attachments(); list != nil {
		t.Errorf("an empty origin attaches %v", list)
	}
	var got []string
	for _, a := range full().Attachments() {
		got = append(got, a.Name+" "+a.Type+" "+a.Relationship)
	}
	want := []string{
		"meeting.toml application/toml Source", "council.toml application/toml Source",
		"Герб.PNG image/png Supplement", "герб (2).png image/png Supplement",
		"house.toml application/toml Supplement", "attendance.tmpl text/plain Supplement",
		"protokol-manifest (2).toml application/toml Source", "\"странный\"\\путь\uFFFD\uFFFD.png image/png Supplement",
		ManifestName + " application/toml Data",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestOpen(t *testing.T) {
	o := full()
	for name, want := range map[string]string{
		"../council.toml":          "c = 3",
		"/srv/papers/council.toml": "c = 3", // the same name elsewhere
		"house.toml":               "",      // sources do not refer to style sheets
		"none.toml":                "",
	} {
		data, err := o.Open(name)
		if string(data) != want || (err == nil) != (want != "") {
			t.Errorf("%s: %q, %v", name, data, err)
		}
	}
}

// TestFind checks which source is found in papers of other programs, and the
// errors.
func TestFind(t *testing.T) {
	sheet := func(name, relationship string) Attachment {
		return Attachment{Name: name, Relationship: relationship, Data: []byte(name)}
	}
	broken := full().Attachments()[:1]
	for _, test := range []struct {
		list         []Attachment
		source, fail string
	}{
		{nil, "", "нет исходного файла"},
		{[]Attachment{sheet("a.xlsx", "Source"), sheet("b\x1b[31m.pdf", "")}, "",
			"нет исходного файла TOML; вложено: a.xlsx, b?[31m.pdf"},
		{[]Attachment{sheet("a.xlsx", "Source"), sheet("b.TOML", "")}, "b.TOML", ""},
		{[]Attachment{{Name: "noname", Type: "application/toml"}}, "noname", ""},
		{[]Attachment{sheet("a.toml", ""), sheet("b.toml", "Source")}, "b.toml", ""},
		{[]Attachment{sheet("a.toml", ""), sheet("b.toml", "")}, "",
			"непонятно, какой из вложенных файлов исходный: a.toml, b.toml"},
		{[]Attachment{sheet("a.toml", ""), sheet("a.toml", "")}, "", "два файла с одним именем: a.toml"},
		{[]Attachment{{Name: ManifestName, Data: []byte("x = ")}}, "", "испорчены"},
		{[]Attachment{{Name: ManifestName, Data: []byte("x = 1")}}, "", "нет исходного"},
		{[]Attachment{{Name: ManifestName, Data: make([]byte, manifestLimit+1)}}, "", "слишком велики"},
		{append(broken, full().Attachments()[8]), "", "нет файла council.toml, который должен быть вложен"},
	} {
		o, err := Find(test.list)
		switch {
		case test.fail != "":
			if err == nil || !strings.Contains(err.Error(), test.fail) {
				t.Errorf("error %v, want %q", err, test.fail)
			}
		case err != nil:
			t.Error(err)
		case o.Source().Path != test.source:
			t.Errorf("source %q, want %q", o.Source().Path, test.source)
		}
	}
}

// FuzzFind checks that no manifest causes a panic and that every origin with files
// has a source.
func FuzzFind(f *testing.F) {
	f.Add(full().Attachments()[8].Data)
	f.Fuzz(func(t *testing.T, data []byte) {
		o, err := Find(append(full().Attachments()[:8], Attachment{Name: ManifestName, Data: data}))
		if err == nil && o.Source() == nil && (len(o.Files) > 0 || o.Kind == "") {
			t.Error("no source, no error")
		}
	})
}

// TestRowFile checks that keys and values of a row are read back unchanged.
func TestRowFile(t *testing.T) {
	want := map[string]string{"organization": "ООО \"Ромашка\"", "Примечание №1": "a\\b\nc", "": "x"}
	file := RowFile(maps.All(want))
	var got struct {
		Recipients []map[string]string `toml:"recipients"`
	}
	if err := toml.Unmarshal(file.Data, &got); err != nil {
		t.Fatalf("%v\n%s", err, file.Data)
	}
	if len(got.Recipients) != 1 || !maps.Equal(got.Recipients[0], want) {
		t.Errorf("%v", got)
	}
}

// TestNamesFitXML: a name of a file may hold anything, an attachment's only what XML
// can.
func TestNamesFitXML(t *testing.T) {
	for name, want := range map[string]string{
		"\xe5\xe5a.toml": "\uFFFD\uFFFDa.toml", "\x01\x1b[2Ja.toml": "\uFFFD\uFFFD[2Ja.toml",
		"заседание.toml": "заседание.toml", "a\uFFFE\uFFFF.toml": "a\uFFFD\uFFFD.toml",
	} {
		o := Origin{Choices: Choices{Kind: "protocol"}, Files: []File{{Source, name, []byte("a = 1\n")}}}
		list := o.Attachments()
		if list[0].Name != want {
			t.Errorf("%q: attached as %q, want %q", name, list[0].Name, want)
		}
		if found, err := Find(list); err != nil || found.Source() == nil {
			t.Errorf("%q: %v, no source found", name, err)
		}
	}
}
