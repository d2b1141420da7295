package origin

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// TestSourceDigest: the digest depends on every byte of every file and on the salt,
// is the same every time, is not a plain digest of the files, and a guess is not cheap.
func TestSourceDigest(t *testing.T) {
	files := []File{{Source, "a.toml", []byte("phone = \"1\"\n")}, {Council, "c.toml", []byte("b = 1\n")}}
	begin := time.Now()
	digest := SourceDigest(files, "Совет, 12.03.2026")
	if took := time.Since(begin); took < 5*time.Millisecond {
		t.Errorf("a guess takes %v", took)
	}
	if again := SourceDigest(files, "Совет, 12.03.2026"); again != digest {
		t.Errorf("%s, then %s", digest, again)
	}
	plain := sha256.Sum256(bytes.Join([][]byte{files[0].Data, files[1].Data}, nil))
	if strings.Contains(digest, hex.EncodeToString(plain[:8])) {
		t.Error("a plain digest")
	}
	for name, other := range map[string]string{
		"salt":   SourceDigest(files, "Совет, 13.03.2026"),
		"source": SourceDigest([]File{{Source, "a.toml", []byte("phone = \"2\"\n")}, files[1]}, "Совет, 12.03.2026"),
		"border": SourceDigest([]File{{Source, "a.toml", []byte("phone = \"1\"\nb")}, {Council, "c.toml",
			[]byte(" = 1\n")}}, "Совет, 12.03.2026"),
	} {
		if other == digest {
			t.Errorf("another %s has the same digest", name)
		}
	}
	if p := (Proof{Source: digest}); !p.KnowsSource() || p.KnowsWords() {
		t.Error("the method is not known")
	}
}

// TestWords: spaces, invisible characters and the kind of hyphen do not count,
// everything else does.
func TestWords(t *testing.T) {
	sum := func(pieces ...string) string {
		w := NewWords()
		for _, p := range pieces {
			w.Add(p)
		}
		return w.Sum()
	}
	want := sum("Утвердить план-график № 5.")
	for _, same := range []string{
		"Утвердить план\u2011график №\u00a05.", "Утвер\u00adдить\nплан-график\t№ 5 .\u200b",
	} {
		if sum(same) != want {
			t.Errorf("%q differs", same)
		}
	}
	if sum("eﬃcient ﬁsh") != sum("efficient fish") {
		t.Error("ligatures differ")
	}
	if sum("Утвердить план", "-график № 5", ".") != want {
		t.Error("pieces differ")
	}
	for _, other := range []string{
		"Утвердить план-график № 5", "Утвердить план-график № 6.", "утвердить план-график № 5.",
		"Отменить план-график № 5.", "Утвердить план–график № 5.", "№ 5. Утвердить план-график",
	} {
		if sum(other) == want {
			t.Errorf("%q is the same", other)
		}
	}
}

// TestFromXMP: the manifest comes back from a packet, whatever way it is written.
func TestFromXMP(t *testing.T) {
	const head = `<?xpacket begin="" id="a"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF ` +
		`xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:p="` +
		XMPNamespace + `"`
	const tail = `</rdf:RDF></x:xmpmeta><?xpacket end="w"?>`
	const element = ">\n<p:manifest># Из чего\nkind = &quot;letter&quot;\n</p:manifest></rdf:Description>"
	for packet, want := range map[string]string{
		head + element + tail:                           "# Из чего\nkind = \"letter\"\n",
		head + ` p:manifest="a = 1&#xA;b = 2"/>` + tail: "a = 1\nb = 2",
		head + ` manifest="a = 1"/>` + tail:             "",
		head + "><p:manifest>a":                         "",
		"not XML":                                       "",
	} {
		got, found := FromXMP([]byte(packet))
		if string(got) != want || found != (want != "") {
			t.Errorf("%q, %v, want %q", got, found, want)
		}
	}
}

// TestWithoutFiles: what leaves without its source has a manifest and nothing else,
// and is read back.
func TestWithoutFiles(t *testing.T) {
	want := Origin{Schema: "1", Version: "0.1.0", Rules: 18, Choices: Choices{Kind: "letter", To: 1, Listed: true},
		Proof: Proof{Source: "1-aa", Words: "1-bb"}, Style: "gost-2025", Profile: "a-3a",
		Date: time.Date(2026, 3, 12, 0, 0, 0, 0, time.UTC)}
	list := want.Attachments()
	if len(list) != 1 || list[0].Name != ManifestName || !list[0].Own {
		t.Fatalf("%+v", list)
	}
	got, err := Find(list)
	if diff := cmp.Diff(want, got); diff != "" || err != nil || got.Source() != nil {
		t.Errorf("%v (-want +got):\n%s", err, diff)
	}
	if Manifest(full().WithoutFiles().Attachments()) == nil || Manifest(nil) != nil {
		t.Error("no manifest, or one of nothing")
	}
}
