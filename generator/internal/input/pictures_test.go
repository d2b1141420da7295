package input

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"io/fs"
	"strings"
	"testing"

	"protokol/generator/internal/limited"
	"protokol/generator/internal/meeting"
	"protokol/generator/internal/picture"
)

// drawing is a PNG of a size, of a colour that compresses badly when noisy.
func drawing(t testing.TB, width, height int, noisy bool) []byte {
	t.Helper()
	img := image.NewRGBA(image.Rect(0, 0, width, height))
	seed := uint32(1)
	for i := range img.Pix {
		img.Pix[i] = 255
		if noisy && i%4 != 3 {
			seed = seed*1664525 + 1013904223
			img.Pix[i] = uint8(seed >> 24)
		}
	}
	img.Set(0, 0, color.Black)
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

const pictured = whole + `[[annexes]]
title = "Схема"
`

// TestPictures: a picture is looked for beside the file that names it, as a
// Mac or others spell its name, is prepared and gets its height.
func TestPictures(t *testing.T) {
	council := "[council]\nname = \"Совет\"\ngenitive = \"Совета\"\nemblem = { file = \"img/гербовый.png\", alt = " +
		"\"Герб\", width = 20 }\n"
	src := strings.Replace(pictured, "[council]\nname = \"Совет\"\ngenitive = \"Совета\"\n", "", 1)
	src = "council_file = \"../council/council.toml\"\n" + src +
		`pictures = [{ file = 'img\→схема.png', alt = "Схема", width = 100, height = 50, caption = "Рисунок 1" }]`
	files := map[string][]byte{
		"a/council/council.toml":           []byte(council),
		"a/council/img/гербовыи\u0306.png": drawing(t, 40, 50, false), "a/b/img/→схема.png": drawing(t, 40, 20, false),
	}
	o := options(files)
	o.TextWidth, o.TextHeight = 170, 257
	m, problems := Read("a/b/meeting.toml", []byte(src), o)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	e := m.Council.Emblem
	if e.File != "a/council/img/гербовый.png" || e.Height != 25 || e.Prepared.Width != 40 {
		t.Errorf("emblem %+v", e)
	}
	if p := m.Annexes[0].Pictures[0]; p.File != "a/b/img/→схема.png" || p.Height != 50 || p.Prepared == nil {
		t.Errorf("picture %+v", p)
	}
	keys := 0
	m.EachPicture(func(string, *meeting.Picture) { keys++ })
	if keys != 2 {
		t.Errorf("%d pictures", keys)
	}
}

// TestPicturesThatDoNotFit: sizes that no page holds are errors, those that a
// reader will dislike are warnings.
func TestPicturesThatDoNotFit(t *testing.T) {
	files := map[string][]byte{
		"wide.png": drawing(t, 40, 20, false),
		"high.png": drawing(t, 20, 400, false),
		"fine.png": drawing(t, 1000, 500, true),
	}
	for _, test := range []struct{ picture, want string }{
		{`file = "wide.png", width = 171`,
			"meeting.toml:20:57: annexes[0].pictures[0].width: рисунок шире текста: между полями 170 мм"},
		{`file = "high.png", width = 20`, "рисунок высотой 400 мм не помещается на страницу"},
		{`file = "wide.png", width = 40, height = 30`,
			"предупреждение: annexes[0].pictures[0].height: рисунок будет растянут или сжат"},
		{`file = "fine.png", width = 20`, "предупреждение: annexes[0].pictures[0].file: рисунок в 1000 точек на 20 мм"},
		{`file = "fine.png", width = 60`, ""},
		{`file = "wide.png", width = 170`, ""},
	} {
		o := options(files)
		o.TextWidth, o.TextHeight = 170, 257
		_, problems := Read("meeting.toml", []byte(pictured+`pictures = [{ alt = "Схема", `+test.picture+` }]`), o)
		if test.want == "" && len(problems) > 0 || !strings.Contains(problems.Error(), test.want) {
			t.Errorf("%s: %v, want %s", test.picture, problems, test.want)
		}
	}
}

// TestPicturesAreOptional: without a way to open files a picture is an error,
// and a Prepare of the caller's is the one used.
func TestPicturesAreOptional(t *testing.T) {
	src := []byte(pictured + `pictures = [{ file = "a.png", alt = "Схема", width = 10 }]`)
	if _, problems := Read("meeting.toml", src, Options{}); !strings.Contains(problems.Error(), "прочитать нельзя") {
		t.Error(problems)
	}
	one := &picture.Picture{Width: 1, Height: 2}
	o := options(map[string][]byte{"a.png": {}})
	o.Prepare = func([]byte) (*picture.Picture, error) { return one, nil }
	if m, problems := Read("meeting.toml", src, o); len(problems) > 0 || m.Annexes[0].Pictures[0].Prepared != one {
		t.Error(problems)
	}
}

// TestDrives: a path on a Windows drive is not looked for beside anything.
func TestDrives(t *testing.T) {
	for name, want := range map[string]string{`C:\a\b.png`: "C:/a/b.png", "/a/b.png": "/a/b.png", "../b.png": "b.png",
		"b.png": "a/b.png"} {
		if got := beside("a/m.toml", name); got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
}

// TestUnreadable distinguishes files that are too large, and folders.
func TestUnreadable(t *testing.T) {
	for err, want := range map[error]string{
		limited.TooLarge(16 << 20): "a.png: файл больше 16 МБ",
		limited.ErrFolder:          "a.png: это папка, а нужен файл",
		fs.ErrNotExist:             "не открывается файл a.png",
	} {
		if got, _ := unreadable("a.png", fmt.Errorf("open: %w", err), ""); got != want {
			t.Errorf("%v: %q, want %q", err, got, want)
		}
	}
}
