package web

import (
	"context"
	"errors"
	"net/http"
	"strconv"
	"strings"
	"sync"

	"protokol/generator"
)

// view is the paper that a page shows beside the form.
type view struct {
	Kind    string // of the paper; "" for none
	Options paperOptions
	Known   []string // digests of the pages that it has
	Brief   bool     // the list of papers is not requested
}

// preview is a paper as the page shows it.
type preview struct {
	Kind  string      `json:"kind"`
	Title string      `json:"title"`
	Pages []drawnPage `json:"pages"`
	Note  string      `json:"note,omitempty"`  // why there are no pages
	Faces []face      `json:"faces,omitempty"` // of the user or of the system

	files []generator.Face
}

// face is a face for the drawings, as FontFace of CSS has it.
type face struct {
	Family string `json:"family"`
	Weight string `json:"weight"`
	Style  string `json:"style"`
	URL    string `json:"url"`
}

// drawnPage is a page of a paper. SVG is empty when the browser has it.
type drawnPage struct {
	Digest string  `json:"digest"`
	Width  float64 `json:"width"` // points
	Height float64 `json:"height"`
	SVG    string  `json:"svg,omitempty"`
}

// largeNote is shown instead of the pages of a file that isLarge.
const largeNote = "Бумага по такому большому файлу здесь не показывается и заранее не проверяется: " +
	"скачайте PDF или DOCX или сохраните их в папку и прочтите."

// digestSize is the length of the sent part of a digest: enough to distinguish the pages of a paper.
const digestSize = 16

// draw draws a paper and returns its doubts.
func draw(ctx context.Context, g *generator.Generator, m *generator.Meeting, v view) (*preview, generator.Problems) {
	q, err := v.Options.request(m, v.Kind)
	if err != nil {
		return &preview{Kind: v.Kind, Pages: []drawnPage{}, Note: err.Error()}, generator.Problems{}
	}
	p, found, err := g.Make(ctx, m, q)
	if option, ok := errors.AsType[generator.OptionError](err); ok {
		return &preview{Kind: v.Kind, Pages: []drawnPage{}, Note: capital(option.Message) + "."}, found
	}
	if err != nil || p == nil {
		return nil, found
	}
	shown := &preview{Kind: v.Kind, Title: p.Title(), Pages: []drawnPage{}}
	pages, err := p.Draw(ctx, generator.Drawing{})
	var lost generator.Problems
	if errors.As(err, &lost) {
		shown.Note = "В PDF бумага по этому бланку не печатается: см. замечания."
		return shown, found.With(lost.List...)
	}
	if err != nil {
		shown.Note = sentenceOf(err)
		return shown, found
	}
	found = found.With(p.Approximations().List...)
	shown.files = p.Faces()
	known := map[string]bool{}
	for _, digest := range v.Known {
		known[digest] = true
	}
	for _, page := range pages {
		one := drawnPage{Digest: page.Digest[:digestSize], Width: page.Width, Height: page.Height}
		if !known[one.Digest] {
			one.SVG = string(page.SVG)
		}
		shown.Pages = append(shown.Pages, one)
	}
	return shown, found
}

// preview sends the state of a file with another paper beside it.
func (s *Server) preview(w http.ResponseWriter, r *http.Request) error {
	var request struct {
		File, Version string // Version of the content that the page shows
		view
	}
	if err := readJSON(r, &request); err != nil {
		return err
	}
	return s.open(request.File, func(f opened) (func() error, error) {
		changed := request.Version != "" && version(f.data) != request.Version // by another editor: the form is old
		return s.answer(w, r, f, request.view, changed), nil
	})
}

// fonts are the faces of the papers for the drawings.
type fonts struct {
	once  sync.Once
	css   string
	files map[string][]byte

	mu  sync.Mutex
	own map[string][]byte // of the user or of the system, as papers used them
}

// maxOwnFaces limits the faces that are kept.
const maxOwnFaces = 64

// offer lets the page fetch the faces of a paper.
func (f *fonts) offer(shown *preview) {
	f.mu.Lock()
	defer f.mu.Unlock()
	for _, one := range shown.files {
		name := version(one.Data) + ".ttf"
		if f.own[name] == nil {
			if f.own == nil || len(f.own) >= maxOwnFaces {
				f.own = map[string][]byte{}
			}
			f.own[name] = one.Data
		}
		weight, style := cssOf(one)
		shown.Faces = append(shown.Faces, face{one.Family, weight, style, "/fonts/" + name})
	}
}

func (f *fonts) find(name string) ([]byte, bool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	data, ok := f.own[name]
	if !ok {
		data, ok = f.files[name]
	}
	return data, ok
}

// cssOf returns the weight and the style of a face.
func cssOf(face generator.Face) (weight, style string) {
	weight, style = "normal", "normal"
	if face.Bold {
		weight = "bold"
	}
	if face.Italic {
		style = "italic"
	}
	return weight, style
}

func (f *fonts) load(g *generator.Generator) {
	f.once.Do(func() {
		f.files = map[string][]byte{}
		var css strings.Builder
		further, err := g.WordFaces()
		if err != nil {
			panic(err) // the faces are part of the program
		}
		for _, face := range append(g.Faces(), further...) {
			weight, style := cssOf(face)
			css.WriteString("@font-face { font-family: " + strconv.Quote(face.Family) + "; font-weight: " + weight +
				"; font-style: " + style + "; src: url(/fonts/" + face.Name + ".ttf); }\n")
			f.files[face.Name+".ttf"] = face.Data
		}
		f.css = css.String()
	})
}

// font sends the style sheet with the faces, or the file of one.
func (s *Server) font(w http.ResponseWriter, r *http.Request) error {
	s.fonts.load(s.base)
	name := r.PathValue("name")
	h := w.Header()
	if name == "fonts.css" {
		h.Set("Content-Type", "text/css; charset=utf-8")
		_, err := w.Write([]byte(s.fonts.css))
		return err
	}
	data, ok := s.fonts.find(name)
	if !ok {
		return failf(http.StatusNotFound, "Такого шрифта нет.")
	}
	h.Set("Content-Type", "font/ttf")
	h.Set("Cache-Control", "private, max-age=3600")
	_, err := w.Write(data)
	return err
}
