package verify

import (
	"slices"
	"strings"

	"protokol/generator/internal/compare"
	"protokol/generator/internal/cos"
)

// actions lists, in Russian and without repetition, everything that a PDF makes a viewer do or show in addition to
// its pages: actions (ISO 32000-2, 12.6), scripts, forms in XFA, layers, media and portfolios.
func actions(f *cos.File) []string {
	w := actionWalk{file: f, seen: map[cos.Ref]bool{}}
	for w.visit(f.Trailer["Root"]); len(w.todo) > 0; {
		ref := w.todo[len(w.todo)-1]
		w.todo = w.todo[:len(w.todo)-1]
		w.visit(f.Get(ref))
	}
	slices.Sort(w.found)
	return slices.Compact(w.found)
}

type actionWalk struct {
	file  *cos.File
	seen  map[cos.Ref]bool
	todo  []cos.Ref
	found []string
}

func (w *actionWalk) visit(o cos.Object) {
	switch o := o.(type) {
	case cos.Ref:
		if !w.seen[o] {
			w.seen[o] = true
			w.todo = append(w.todo, o)
		}
	case cos.Array:
		for _, item := range o {
			w.visit(item)
		}
	case cos.Dict:
		w.dict(o)
	case *cos.Stream:
		if o.Dict["FT"] != nil {
			w.found = append(w.found, "поток вместо поля формы")
		}
		w.dict(o.Dict)
	}
}

// dict notes the actions in a dictionary and visits its values.
func (w *actionWalk) dict(d cos.Dict) {
	if name, ok := actionNames[w.file.Name(d["S"])]; ok && !w.isElement(d) {
		w.found = append(w.found, name+w.target(d))
	}
	if name, ok := mediaNames[w.file.Name(d["Subtype"])]; ok && d["Rect"] != nil {
		w.found = append(w.found, name)
	}
	if w.file.Name(d["Subtype"]) == "Widget" && (d["QuadPoints"] != nil || d["InkList"] != nil) {
		w.found = append(w.found, "поле формы с рисунком пометки")
	}
	for key, value := range d {
		if name, ok := activeKeys[key]; ok && w.file.Get(value) != nil {
			w.found = append(w.found, name)
		}
		w.visit(value)
	}
}

// isElement reports whether a dictionary with an S entry is a structure element whose type has the name of an
// action: it has a parent and no entry that only actions have.
func (w *actionWalk) isElement(d cos.Dict) bool {
	parent, _ := w.file.Get(d["P"]).(cos.Dict)
	isTree := parent["K"] != nil && (parent["S"] != nil || w.file.Name(parent["Type"]) == "StructTreeRoot")
	return isTree && !slices.ContainsFunc(actionEntries, func(key cos.Name) bool { return d[key] != nil })
}

// actionEntries are entries of actions that structure elements do not have.
var actionEntries = []cos.Name{"URI", "F", "JS", "N", "D", "Win", "State", "Annotation", "Sound", "OP", "H", "Fields",
	"Flags", "TA", "CMD", "Next"}

// target is what an action opens.
func (w *actionWalk) target(d cos.Dict) string {
	for _, key := range []cos.Name{"URI", "F", "JS", "N"} {
		o := w.file.Get(d[key])
		if file, ok := o.(cos.Dict); ok {
			o = w.file.Get(file["F"])
		}
		if text, ok := o.(cos.String); ok && text != "" {
			return ": " + shown(w.file.Text(text))
		}
	}
	return ""
}

// actionNames are the kinds of actions. GoTo, which stays in the file, is not among them.
var actionNames = map[cos.Name]string{
	"GoToR":            "переход в другой файл",
	"GoToE":            "переход во вложенный файл",
	"Launch":           "запуск программы или файла",
	"URI":              "ссылка",
	"JavaScript":       "сценарий JavaScript",
	"SubmitForm":       "отправка формы",
	"ImportData":       "ввод данных из файла",
	"ResetForm":        "очистка формы",
	"Hide":             "скрытие полей и пометок",
	"Named":            "команда программе чтения",
	"SetOCGState":      "переключение слоёв",
	"Rendition":        "проигрывание записи",
	"Sound":            "звук",
	"Movie":            "видео",
	"Trans":            "смена страниц",
	"GoTo3DView":       "трёхмерный вид",
	"RichMediaExecute": "команда вставке",
	"Thread":           "переход по статье",
	"GoToDp":           "переход в часть документа",
}

// mediaNames are annotations that contain more than they draw.
var mediaNames = map[cos.Name]string{
	"RichMedia": "мультимедийная вставка", "Screen": "вставка для записи", "3D": "трёхмерная вставка", "Movie": "видео",
	"Sound": "звук", "FileAttachment": "вложение на странице",
}

// activeKeys are entries that make viewers act on their own or show something other than the pages.
var activeKeys = map[cos.Name]string{
	"OpenAction":     "действие при открытии",
	"AA":             "действие по событию",
	"XFA":            "форма XFA, которую часть программ показывает вместо страниц",
	"NeedsRendering": "указание строить страницы заново (NeedsRendering)",
	"Collection":     "портфель вместо страниц",
	"OCProperties":   "слои, которые можно включать и выключать",
	"Requirements":   "требования к программе чтения",
}

// isTurned reports whether a paper is to be read from right to left (ISO 32000-2, table 147): the engine, like some
// viewers, reverses the words of every line.
func (v *Verdict) isTurned() bool {
	f := v.objects
	return f != nil && f.Name(f.Dict(f.Root()["ViewerPreferences"])["Direction"]) == "R2L"
}

const turned = "в настройках показа указано чтение справа налево (Direction R2L): часть программ прочтёт слова в " +
	"обратном порядке; слова и вид листов не сверены"

// compareActions reports actions of a PDF that its reprint does not have.
func (v *Verdict) compareActions(theirs, ours *cos.File) {
	if !v.OtherRules {
		v.compareObjects(theirs, ours)
	}
	has := actions(ours)
	var extra []string
	for _, action := range actions(theirs) {
		if !slices.Contains(has, action) {
			extra = append(extra, action)
		}
	}
	if len(extra) > 0 {
		list := strings.Join(extra[:min(len(extra), maxActions)], "; ")
		v.Differences = append(v.Differences, compare.Finding{Text: "в файле есть то, чего нет в исходном: " + list})
	}
}

// maxActions limits the actions in a message.
const maxActions = 20
