package reader

import (
	"bytes"
	"crypto/sha256"
	"encoding/xml"
	"image"
	_ "image/gif" // formats of pictures
	_ "image/jpeg"
	_ "image/png"
	"io"
	"math"
	"path"
	"slices"
	"strconv"
	"strings"

	"protokol/generator/internal/opc"
)

// Image is a picture of a DOCX as it is shown (ECMA-376-1, 20).
type Image struct {
	Sum           [sha256.Size]byte // of its file
	Grid          []byte            // its brightness in a grid of squares; nil when it cannot be decoded
	Width, Height int               // millimetres; 0 when not known
	About         string            // what is read aloud in its place
	Odd           []string          // what changes its appearance, in Russian
	X, Y          int               // millimetres; the position of a floating picture
	Shape         bool              // a drawing without a picture
	Fallback      bool              // for programs that do not know the drawing beside it
	Body          bool              // not of a header, a footer or notes

	relation string
}

// NamedTwice begins the oddity of a picture with two names.
const NamedTwice = "назван для чтения вслух двумя именами"

const (
	gridSize  = 32
	maxImages = 200

	// Limits of the time and the memory for decoding, in pixels of one picture and of all
	// of a document, and in scans of a progressive JPEG, of which programs write ten.
	maxImagePixels = 12 << 20
	maxAllPixels   = 100 << 20
	maxScans       = 100
)

// imageWalk collects the pictures in a drawing.
type imageWalk struct {
	found    []Image
	next     Image // properties of the next picture read so far
	body     bool  // in the main part
	fallback bool  // current programs show the alternative before it
	grouped  bool  // in a group, which has measures of its own
}

// images returns the pictures of a drawing, or the drawing itself if it shows something else.
func (w *imageWalk) images() []Image {
	isPicture := func(i Image) bool { return !i.Fallback }
	if !slices.ContainsFunc(w.found, isPicture) && (w.next.Width > 0 || len(w.next.Odd) > 0) {
		w.next.Shape = true
		w.found = append(w.found, w.next)
	}
	for i := range w.found {
		w.found[i].Body = w.body
	}
	return w.found
}

// perMillimetre is how many English metric units a millimetre has.
const perMillimetre = 36000

func (w *imageWalk) element(t xml.StartElement) {
	switch name := t.Name.Local; name {
	case "anchor", "inline", "simplePos", "positionH", "positionV", "extent", "docPr":
		if !w.fallback {
			w.frame(t)
		}
	case "blip", "imagedata", "fill", "svgBlip":
		w.picture(t)
	default:
		w.effects(t)
	}
}

// frame notes the position, the size and the name in a drawing.
func (w *imageWalk) frame(t xml.StartElement) {
	switch name := t.Name.Local; name {
	case "anchor":
		w.next = Image{Odd: []string{"снят со строки и может закрыть слова" + switches(t, "behindDoc", "simplePos")}}
	case "inline":
		w.next = Image{}
	case "simplePos", "positionH", "positionV":
		w.next.Odd = append(w.next.Odd, "передвинут: "+name+" "+measured(t))
	case "extent":
		w.next.Width, w.next.Height = emu(t, "cx"), emu(t, "cy")
	case "docPr":
		w.next.About = said(t)
		if hidden := value(t, "hidden"); hidden != "" && isOn(hidden) {
			w.next.Odd = append(w.next.Odd, "скрыт")
		}
	}
}

// picture notes a picture. One for programs that do not know the drawing beside it must be of
// the right file, and nothing else.
func (w *imageWalk) picture(t xml.StartElement) {
	named := relation(t, "embed") + relation(t, "id")
	switch {
	case named == "" || len(w.found) == maxImages:
	case w.fallback:
		w.found = append(w.found, Image{Fallback: true, relation: named})
	default:
		w.next.relation = named
		w.found = append(w.found, w.next)
		w.found[len(w.found)-1].Odd = slices.Clone(w.next.Odd)
	}
	w.odd(relation(t, "link") != "", "связан с другим файлом")
	w.vml(t)
}

// place notes a coordinate of the next picture, which is the text of a nested element (20.4.2.10 and 20.4.2.11).
func (w *imageWalk) place(parent, name, text string) {
	text = strings.TrimSpace(text)
	switch n, err := strconv.Atoi(text); {
	case text == "":
	case name == "posOffset" && parent == "positionH" && err == nil && w.next.X == 0:
		w.next.X = int(math.Round(float64(n) / perMillimetre))
	case name == "posOffset" && parent == "positionV" && err == nil && w.next.Y == 0:
		w.next.Y = int(math.Round(float64(n) / perMillimetre))
	default:
		w.next.Odd = append(w.next.Odd, "передвинут: "+parent+" "+name+" "+text)
	}
}

// switches returns the names of those attributes that are on.
func switches(t xml.StartElement, keys ...string) (on string) {
	for _, key := range keys {
		if said := value(t, key); said != "" && isOn(said) {
			on += ", " + key
		}
	}
	return on
}

// emu returns a measure in English metric units, in millimetres.
func emu(t xml.StartElement, key string) int {
	n, _ := strconv.Atoi(value(t, key))
	return int(math.Round(float64(n) / perMillimetre))
}

// said returns the text that is read aloud instead of a picture (20.1.2.2.8).
func said(t xml.StartElement) string {
	return strings.TrimSpace(value(t, "title") + " " + value(t, "descr"))
}

// effects notes properties that make the last picture look different from its file.
func (w *imageWalk) effects(t xml.StartElement) {
	const widestLine = 3 * 12700 // 3 points
	switch name := t.Name.Local; name {
	case "srcRect", "fillRect":
		w.odd(slices.ContainsFunc(t.Attr, func(a xml.Attr) bool { return a.Value != "0" && a.Value != "" }),
			"обрезан: "+measured(t))
	case "prstGeom":
		w.odd(value(t, "prst") != "rect", "обрезан по фигуре: "+value(t, "prst"))
	case "custGeom":
		w.odd(true, "обрезан по фигуре")
	case "gd", "pt", "path": // of a shape (20.1.9)
		w.odd(t.Name.Space != vml || value(t, "v") != "", "обрезан по фигуре: "+name+" "+measured(t))
	case "off":
		w.odd(!w.grouped && (emu(t, "x") != 0 || emu(t, "y") != 0), "передвинут: "+measured(t))
	case "bodyPr":
		w.odd(!slices.Contains([]string{"", "0"}, value(t, "rot")), "повёрнут: "+measured(t))
	case "effectExtent":
		w.odd(slices.ContainsFunc([]string{"l", "t", "r", "b"}, func(key string) bool {
			return emu(t, key) > widestEffect || emu(t, key) < -widestEffect
		}), "раздвигает слова: "+measured(t))
	case "tile":
		w.odd(true, "размножен: "+measured(t))
	case "ext":
		size := func(key string, known int) bool {
			return value(t, key) != "" && math.Abs(float64(emu(t, key)-known)) > 1+float64(known)/20
		}
		w.odd(size("cx", w.next.Width) || size("cy", w.next.Height), "растянут: "+measured(t))
	case "ln":
		width, _ := strconv.Atoi(value(t, "w"))
		w.odd(width > widestLine, "закрыт рамкой: "+measured(t))
	case "cNvPr":
		if about := said(t); about != "" && about != w.next.About {
			w.next.Odd = append(w.next.Odd, NamedTwice+": "+about)
		}
	case "xfrm":
		w.odd(slices.ContainsFunc([]string{"rot", "flipH", "flipV"}, func(key string) bool {
			return !slices.Contains([]string{"", "0", "false"}, value(t, key))
		}), "повёрнут: "+measured(t))
	case "posOffset", "align", "pctPosHOffset", "pctPosVOffset", "pctWidth", "pctHeight": // of a place, by their text
	case "spPr", "grpSpPr":
		mode := value(t, "bwMode")
		w.odd(mode != "" && mode != "auto" && mode != "clr", "показан на бумаге иначе: "+mode)
	case "wgp", "grpSp", "wpc":
		w.grouped = true
		w.recolor(t)
	default:
		w.recolor(t)
		w.vml(t)
	}
}

// widestEffect is the most room around an honest picture, in millimetres.
const widestEffect = 20

// recolor notes an effect on the last picture, a colour of it, or something else beside it.
// Programs renumber the files of effects, so that their relationship is ignored.
func (w *imageWalk) recolor(t xml.StartElement) {
	t.Attr = slices.DeleteFunc(slices.Clone(t.Attr), func(a xml.Attr) bool { return a.Name.Local == "embed" })
	isColor := strings.HasSuffix(t.Name.Local, "Clr") && w.last("перекрашен")
	isEffect := isColor || slices.Contains(recolored, t.Name.Local)
	w.odd(isEffect, "перекрашен: "+t.Name.Local+" "+measured(t))
	w.odd(!isEffect && !plainDrawing[t.Name.Local], "в рисунке есть ещё что-то: "+t.Name.Local)
}

// last reports whether the newest oddity of the last picture begins so.
func (w *imageWalk) last(what string) bool {
	i := len(w.found) - 1
	return i >= 0 && len(w.found[i].Odd) > 0 && strings.HasPrefix(w.found[i].Odd[len(w.found[i].Odd)-1], what)
}

// odd notes a change of the appearance of the last picture, or of the next one.
func (w *imageWalk) odd(found bool, what string) {
	const most = 200 // one is enough to make it unlike all others
	switch last := len(w.found) - 1; {
	case !found || w.fallback:
	case last >= 0 && len(w.found[last].Odd) >= most, last < 0 && len(w.next.Odd) >= most:
	case last >= 0:
		w.found[last].Odd = append(w.found[last].Odd, what)
	default:
		w.next.Odd = append(w.next.Odd, what)
	}
}

// recolored are effects on a picture (20.1.8).
var recolored = []string{"alphaModFix", "alphaMod", "alphaBiLevel", "alphaCeiling", "alphaFloor", "alphaInv",
	"alphaRepl", "biLevel", "blur", "clrChange", "clrRepl", "duotone", "fillOverlay", "grayscl", "hsl", "lum", "tint",
	"imgLayer", "effectLst", "effectDag", "scene3d", "sp3d"}

// grounds are fills, which show through the clear parts of a picture (20.1.8).
var grounds = []string{"solidFill", "gradFill", "pattFill"}

// load reads the files of the pictures of a part.
func (a *parts) load(images []Image, name string) ([]Image, error) {
	if len(images) == 0 {
		return nil, nil
	}
	beside, err := a.related(path.Join(path.Dir(name), "_rels", path.Base(name)+".rels"))
	if err != nil {
		return nil, err
	}
	for i := range images {
		at := slices.IndexFunc(beside, func(r opc.Relationship) bool { return r.ID == images[i].relation })
		if at < 0 || a.byName[beside[at].Part(name)] == nil {
			continue // nothing is shown
		}
		if err := a.loadImage(&images[i], beside[at].Part(name)); err != nil {
			return nil, err
		}
	}
	return images, nil
}

func (a *parts) loadImage(of *Image, name string) error {
	if known, ok := a.images[name]; ok {
		of.Sum, of.Grid = known.Sum, known.Grid
		return nil
	}
	part := a.byName[name]
	if a.pictures -= int64(min(part.UncompressedSize64, maxPart+1)); a.pictures < 0 {
		return refusal("рисунки в DOCX слишком велики, чтобы их сверить")
	}
	content, err := part.Open()
	if err != nil {
		return refusal("файл повреждён: DOCX не распаковывается")
	}
	defer content.Close()
	data, err := io.ReadAll(a.within(io.LimitReader(content, int64(part.UncompressedSize64))))
	if err != nil {
		return refusal("файл повреждён: рисунок не распаковывается")
	}
	of.Sum, of.Grid = sha256.Sum256(data), a.gridOf(data)
	a.images[name] = *of
	return nil
}

// gridOf returns the brightness of a picture in a grid, or nil.
func (a *parts) gridOf(data []byte) []byte {
	size, kind, err := image.DecodeConfig(bytes.NewReader(data))
	pixels := size.Width * size.Height
	if err != nil || pixels < 1 || pixels > min(maxImagePixels, a.pixels) ||
		kind == "jpeg" && bytes.Count(data, []byte{0xFF, 0xDA}) > maxScans {
		return nil
	}
	a.pixels -= pixels
	picture, _, err := image.Decode(a.within(bytes.NewReader(data)))
	if err != nil {
		return nil
	}
	return a.gridIn(picture)
}

func (a *parts) gridIn(picture image.Image) []byte {
	var sums, counts [gridSize * gridSize]int
	bounds := picture.Bounds()
	for y := range bounds.Dy() {
		if a.ctx.Err() != nil {
			return nil
		}
		for x := range bounds.Dx() {
			at := y*gridSize/bounds.Dy()*gridSize + x*gridSize/bounds.Dx()
			sums[at] += brightness(picture, bounds.Min.X+x, bounds.Min.Y+y)
			counts[at]++
		}
	}
	grid := make([]byte, len(sums))
	for i := range grid {
		grid[i] = byte(sums[i] / max(1, counts[i]))
	}
	return grid
}

// brightness returns the brightness of a pixel on white paper, up to 255.
func brightness(picture image.Image, x, y int) int {
	r, g, b, a := picture.At(x, y).RGBA()
	return int((299*r+587*g+114*b)/1000+0xffff-a) >> 8
}
