package signature

import (
	"bytes"
	"crypto/sha256"
	"slices"
	"strings"
	"testing"

	"protokol/generator/internal/cms"
	"protokol/generator/internal/cms/cmstest"
	"protokol/generator/internal/cos"
	"protokol/generator/internal/outside"
	"protokol/generator/internal/pdf"
	"protokol/generator/internal/shipped"
)

// detached returns a detached signature of a file.
func detached(t *testing.T, file []byte, p cmstest.Identity) []byte {
	t.Helper()
	made, err := cms.Sign(sha256.Sum256(file), signer(p))
	if err != nil {
		t.Fatal(err)
	}
	return made
}

func stamped(t *testing.T, file []byte, signatures ...[]byte) *Stamped {
	t.Helper()
	made, err := Stamp(file, signatures, moscow, pdf.NewPrinter(shipped.Family(t)))
	if err != nil {
		t.Fatal(err)
	}
	return made
}

// stamps returns the rectangles and the text of the marks in a file.
func stamps(t *testing.T, file []byte) (rects []string, said string) {
	t.Helper()
	f, err := cos.Read(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, number := range f.Numbers() {
		if d := f.Dict(f.Object(number)); d["Subtype"] == cos.Name("Stamp") {
			rects = append(rects, cos.Format(d["Rect"]))
			said += f.Text(d["Contents"]) + "\n"
		}
	}
	return rects, said
}

// TestStamp checks that marks are in the fields of their signers in any order,
// and that the copy starts with the original.
func TestStamp(t *testing.T) {
	chair, secretary := people(t)
	file := paper(t)
	made := stamped(t, file, detached(t, file, secretary), detached(t, file, chair))
	rects, said := stamps(t, made.Data)
	f, _ := cos.Read(file)
	var places []string
	for _, place := range fields(f) {
		places = append(places, cos.Format(f.Dict(place.widget)["Rect"]))
	}
	if len(rects) != 2 || rects[0] != places[1] || rects[1] != places[0] || !bytes.HasPrefix(made.Data, file) {
		t.Errorf("marks at %v, fields at %v", rects, places)
	}
	want := "ДОКУМЕНТ ПОДПИСАН ЭЛЕКТРОННОЙ ПОДПИСЬЮ. Сертификат 01D9F3A5C2B7E4800000A1B2C3D4E5F6. " +
		"Владелец Белокопытов Михаил Васильевич. Действителен с 01.01.2026 по 01.04.2099\n"
	if !strings.HasPrefix(said, want) {
		t.Errorf("said %s", said)
	}
	marked, err := cos.Read(made.Data)
	if err != nil {
		t.Fatal(err)
	}
	if pages, _ := marked.Pages(); len(pages) != 1 || IsSigned(made.Data) {
		t.Error("a copy with a mark is no signed document")
	}
}

// TestStampWithoutPlace checks that marks without a field are at the foot of
// the last page.
func TestStampWithoutPlace(t *testing.T) {
	chair, secretary := people(t)
	file := tiny(t)
	made := stamped(t, file, detached(t, file, chair), detached(t, file, secretary))
	rects, _ := stamps(t, made.Data)
	if strings.Join(rects, "; ") != "[85 12 300 54]; [310 12 525 54]" {
		t.Errorf("%v", rects)
	}
}

// TestStampAtFoot: marks are upright and inside the displayed part of a page.
func TestStampAtFoot(t *testing.T) {
	chair, _ := people(t)
	for _, c := range []struct {
		page, rects string
		marks       int
	}{
		{"/MediaBox [0 0 595 842]", "[85 12 300 54]; [310 12 525 54]; [85 64 300 106]", 3},
		{"/MediaBox [100 200 695 1042]", "[185 212 400 254]", 1},
		{"/MediaBox [695 1042 100 200] /CropBox [110 220 1000 2000]", "[195 232 410 274]", 1},
		{"/MediaBox [0 0 595 842] /Rotate 90",
			"[541 85 583 300]; [541 310 583 525]; [541 535 583 750]; [489 85 531 300]", 4},
		{"/MediaBox [0 0 595 842] /Rotate 180", "[295 788 510 830]", 1},
		{"/MediaBox [0 0 595 842] /Rotate -90", "[12 542 54 757]", 1},
		{"/MediaBox [0 0 200 80]", "[12 12 188 54]", 1},
	} {
		file := sheet(t, c.page)
		var made [][]byte
		for range c.marks {
			made = append(made, detached(t, file, chair))
		}
		rects, _ := stamps(t, stamped(t, file, made...).Data)
		if got := strings.Join(rects, "; "); got != c.rects {
			t.Errorf("%s: %s", c.page, got)
		}
	}
}

// TestStampUpright: on a rotated page the mark is rotated back.
func TestStampUpright(t *testing.T) {
	chair, _ := people(t)
	for rotate, want := range map[string]string{"0": "null", "90": "[0 1 -1 0 0 0]", "180": "[-1 0 0 -1 0 0]",
		"270": "[0 -1 1 0 0 0]", "450": "[0 1 -1 0 0 0]"} {
		file := sheet(t, "/MediaBox [0 0 595 842] /Rotate "+rotate)
		f, err := cos.Read(stamped(t, file, detached(t, file, chair)).Data)
		if err != nil {
			t.Fatal(err)
		}
		for _, number := range f.Numbers() {
			if d := f.Dict(f.Object(number)); d["Subtype"] == cos.Name("Stamp") {
				appearance := f.Dict(f.Dict(d["AP"])["N"])
				if got := cos.Format(appearance["Matrix"]); got != want {
					t.Errorf("turned by %s: %s", rotate, got)
				}
				if box := cos.Format(appearance["BBox"]); box != "[0 0 215 42]" {
					t.Errorf("turned by %s: %s", rotate, box)
				}
			}
		}
	}
}

// TestStampWithoutRoom: a mark that would be invisible is an error.
func TestStampWithoutRoom(t *testing.T) {
	chair, _ := people(t)
	file := sheet(t, "/MediaBox [0 0 9 9]")
	_, err := Stamp(file, [][]byte{detached(t, file, chair)}, moscow, pdf.NewPrinter(shipped.Family(t)))
	if err == nil || err.Error() != "на последней странице нет места для отметки" {
		t.Error(err)
	}
}

// TestStampOfAnotherFile checks that signatures of another file are rejected.
func TestStampOfAnotherFile(t *testing.T) {
	chair, _ := people(t)
	made := detached(t, []byte("other"), chair)
	if _, err := Stamp(paper(t), [][]byte{made}, moscow, pdf.NewPrinter(shipped.Family(t))); err == nil ||
		err.Error() != "подпись сделана для другого файла" {
		t.Error(err)
	}
}

// TestOriginal checks that the original is found in a copy with marks only, and
// not in one with other changes.
func TestOriginal(t *testing.T) {
	chair, secretary := people(t)
	printer := pdf.NewPrinter(shipped.Family(t))
	for name, file := range map[string][]byte{
		"fields": paper(t), "foot": tiny(t), "without a line at the end": bytes.TrimSpace(tiny(t)),
		"of Windows": append(bytes.TrimSpace(tiny(t)), "\r\n"...),
	} {
		copied := stamped(t, file, detached(t, file, secretary), detached(t, file, chair)).Data
		marks := marksIn(copied)
		if len(marks) != 2 || marks[0].Words.Lines[1] != "Владелец Белокопытов Михаил Васильевич" ||
			marks[1].Words.Lines[1] != "Владелец Чуранов Валерий Сергеевич" {
			t.Fatalf("%s: %v", name, marks)
		}
		if got := Original(copied, marks, printer); !bytes.Equal(got, file) {
			t.Errorf("%s: %d bytes, not %d", name, len(got), len(file))
		}
		if marksIn(file) != nil || Original(file, nil, printer) != nil || Original(file, marks, printer) != nil {
			t.Errorf("%s: the original is a copy", name)
		}
		f, err := cos.Read(copied)
		if err != nil {
			t.Fatal(err)
		}
		u := f.Update()
		u.Put(pageRef(f), page(f).With(cos.Dict{"Rotate": 180}))
		changed := u.Bytes()
		if Original(changed, marksIn(changed), printer) != nil {
			t.Errorf("%s: a changed copy is one of the original", name)
		}
		spoilt := bytes.Clone(copied)
		spoilt[bytes.Index(spoilt, []byte("/MediaBox"))+12] ^= 1
		if got := Original(spoilt, marksIn(spoilt), printer); bytes.Equal(got, file) {
			t.Errorf("%s: a spoilt copy is one of the original", name)
		}
	}
}

// TestForeignStamps: stamps with another text are not marks.
func TestForeignStamps(t *testing.T) {
	chair, _ := people(t)
	file := tiny(t)
	copied := stamped(t, file, detached(t, file, chair)).Data
	mark := marksIn(copied)[0]
	for _, words := range []pdf.Mark{
		{Heading: "УТВЕРЖДАЮ", Lines: mark.Words.Lines}, {Heading: markHeading, Lines: mark.Words.Lines[:2]},
		{Heading: markHeading, Lines: []string{mark.Words.Lines[0], "Владелец " + strings.Repeat("А", 300),
			mark.Words.Lines[2]}},
		{Heading: markHeading, Lines: append(slices.Clone(mark.Words.Lines), "Всё верно")},
	} {
		made, err := Restamp(file, []Placed{{Rect: mark.Rect, Words: words}, {Page: 7, Rect: mark.Rect, Words: words}},
			pdf.NewPrinter(shipped.Family(t)))
		if err != nil {
			t.Fatal(err)
		}
		if list := marksIn(made); len(list) > 0 {
			t.Errorf("%v", list)
		}
	}
}

// TestStampedConforms: the copy is PDF/A-3a and PDF/UA-1, as the original.
func TestStampedConforms(t *testing.T) {
	qpdf := outside.Program(t, "qpdf")
	chair, secretary := people(t)
	file := paper(t)
	name := saved(t, t.TempDir(), "a.pdf",
		stamped(t, file, detached(t, file, chair), detached(t, file, secretary)).Data)
	outside.VeraPDF(t, []string{"3a", "ua1"}, name)
	if out := outside.Run(t, qpdf, "--check", name); strings.Contains(strings.ToLower(out), "warning") {
		t.Error(out)
	}
}

// marksIn returns the marks in a file; one that cannot be read has none.
func marksIn(file []byte) []Placed {
	f, err := cos.Read(file)
	if err != nil {
		return nil
	}
	return Marks(f)
}
