// Package input reads the TOML file about a meeting, and the council's file
// that it names, into a meeting that has passed its rules. Every problem
// carries its place.
package input

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"protokol/generator/diag"
	"protokol/generator/internal/limited"
	"protokol/generator/internal/meeting"
	"protokol/generator/internal/picture"
	"protokol/generator/internal/tomlfile"
)

// Options are the functions and limits that the reader uses.
type Options struct {
	// Open returns the bytes of the council's file or of a picture. Nil forbids
	// both.
	Open func(path string) ([]byte, error)
	// Covers reports whether a character can be printed. Nil allows all.
	Covers func(r rune) bool
	// Prepare decodes the bytes of a picture file. Nil is picture.Read.
	Prepare func(data []byte) (*picture.Picture, error)
	// TextWidth and TextHeight are the room between the margins, mm, that no
	// picture may exceed. Zero allows any.
	TextWidth, TextHeight float64
}

// File is a meeting read from a file, with the places of its keys.
type File struct {
	*meeting.Meeting
	keys *tomlfile.File
}

// Locate adds the place of its key to a problem that was found later.
func (f *File) Locate(p diag.Problem) diag.Problem { return f.keys.Locate(p) }

// Read reads a meeting. Name is the file as the user calls it; the council's file
// is opened relative to it. If no problem is an error, the meeting can be printed.
func Read(name string, src []byte, o Options) (*File, diag.List) {
	for _, recognize := range []func(string, []byte) (diag.Problem, bool){without, foreign} {
		if p, ok := recognize(name, src); ok {
			return nil, diag.List{p}
		}
	}
	file, unread := tomlfile.Parse(name, src)
	tomlfile.FitListAdvice(unread, meeting.Meeting{})
	if file == nil {
		translate(unread, src)
		return nil, unread
	}
	problems := unread
	if p, ok := other(file); ok {
		return nil, diag.List{p}
	}
	whole := true // all that the meeting says is known
	if file.Has("council_file") {
		wrong := merge(file, o)
		whole = !wrong.Failed()
		problems = append(problems, wrong...)
	}
	var m meeting.Meeting
	found := file.Bind(&m)
	translate(found, nil)
	problems = append(problems, found...)
	for i := range m.People {
		m.People[i].Standing = file.Locate(diag.Problem{Key: fmt.Sprintf("people[%d]", i)}).File != file.Name
	}
	problems = append(problems, numbers(file, &m)...)
	known := newExplained(found, unread)
	problems = append(problems, clocks(file, known)...)
	if whole {
		checked := m.Check()
		misplaced(file, checked)
		for _, p := range checked {
			if !known.has(p.Key) {
				problems = append(problems, file.Locate(p))
			}
		}
	}
	problems = append(problems, pictures(file, &m, o)...)
	problems = append(problems, wordTemplates(file, &m, o)...)
	problems = append(problems, uncovered(file, o.Covers)...)
	if problems.Failed() {
		return nil, limit(problems.Sorted())
	}
	return &File{&m, file}, limit(problems.Sorted())
}

// read opens a file. Texts are composed when a TOML is read; the name of a file
// that came from a Mac may be stored in parts (Unicode NFD).
func (o Options) read(name string) ([]byte, error) {
	data, err := o.Open(name)
	if parts := norm.NFD.String(name); err != nil && parts != name {
		if data, err := o.Open(parts); err == nil {
			return data, nil
		}
	}
	return data, err
}

// unreadable returns the message and the hint for a file that cannot be read; otherwise
// is the hint for one that is not found.
func unreadable(name string, err error, otherwise string) (message, hint string) {
	if large := limited.TooLarge(0); errors.As(err, &large) {
		return fmt.Sprintf("%s: %v", name, large), "уменьшите его или возьмите другой"
	}
	if errors.Is(err, limited.ErrFolder) {
		return fmt.Sprintf("%s: %v", name, limited.ErrFolder), "допишите имя файла"
	}
	if errors.Is(err, limited.ErrIrregular) {
		return fmt.Sprintf("%s: %v", name, limited.ErrIrregular), "назовите другой файл"
	}
	return "не открывается файл " + name, otherwise
}

// merge fills in from the council's file what the meeting's file does not have.
func merge(file *tomlfile.File, o Options) diag.List {
	wrong := func(message, hint string) diag.List {
		return diag.List{file.Locate(diag.Problem{Key: "council_file", Message: message, Hint: hint})}
	}
	name := file.String("council_file")
	if name == "" || o.Open == nil {
		return nil // Bind reports a wrong type
	}
	if message, hint, ok := escaped(name); ok {
		return wrong(message, hint)
	}
	where := beside(file.Name, name)
	src, err := o.read(where)
	if err != nil {
		if _, err := o.read(where + ".txt"); err == nil {
			return wrong(fmt.Sprintf("нет файла %s, но рядом есть %[1]s.txt", where),
				"уберите .txt из его имени: проводник Windows скрывает это окончание")
		}
		return wrong(unreadable(where, err, "путь указывают относительно этого файла"))
	}
	base, problems := tomlfile.Parse(where, src)
	// Problems of syntax quote the file, which may be a foreign one.
	if !isEmpty(src) && !HasCouncil(src) && (problems.Failed() || !LooksLikeCouncil(src)) {
		return wrong(fmt.Sprintf("файл %s ничего не говорит об органе или заседании", where),
			"проверьте имя файла; название органа стоит в нём под строкой [council]")
	}
	tomlfile.FitListAdvice(problems, meeting.Meeting{})
	if base == nil {
		return problems
	}
	if base.Has("council_file") {
		return append(problems, base.Locate(diag.Problem{Key: "council_file",
			Message: "файл органа не может ссылаться на другой файл органа", Hint: "удалите эту строку"}))
	}
	file.Merge(base, "people")
	return problems
}

// uncovered reports every text with a character that no face can draw. Names
// of files are not printed.
func uncovered(file *tomlfile.File, covers func(rune) bool) (problems diag.List) {
	if covers == nil {
		return nil
	}
	var sure [0x500]bool              // characters up to Cyrillic that can be drawn, as nearly all are
	first := func(value string) int { // that cannot be drawn, its offset or -1
		return strings.IndexFunc(value, func(r rune) bool {
			if r < ' ' || int(r) < len(sure) && sure[r] {
				return false
			}
			drawn := covers(r)
			if drawn && int(r) < len(sure) {
				sure[r] = true
			}
			return !drawn
		})
	}
	if !file.AnyText(func(value string) bool { return first(value) >= 0 }) {
		return nil
	}
	file.Strings(func(key, value string) {
		if at := first(value); at >= 0 && !isPath(key) {
			r, _ := utf8.DecodeRuneInString(value[at:])
			problems = append(problems, file.Locate(diag.Problem{Key: key,
				Message: fmt.Sprintf("символа «%c» (U+%04X) нет в шрифте", r, r),
				Hint:    "замените его другим знаком или словом"}))
		}
	})
	return problems
}
