package generator

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"protokol/generator/internal/mailing"
	"protokol/templates"
)

// AllKinds in a Plan stands for every paper that the meeting gives.
const AllKinds = "all"

// Plan says which papers are made of a meeting.
type Plan struct {
	Kinds  []string // names of Kinds, or AllKinds
	Each   bool     // letters: one for every addressee
	Common Request  // what the requests share; a kind that takes no such option ignores it
}

// KindError is an option that none of the papers of a Plan takes.
type KindError struct {
	Option string
	Kinds  []string // that take it
}

func (e KindError) Error() string {
	return fmt.Sprintf("%s нужно только видам %s", e.Option, strings.Join(e.Kinds, ", "))
}

// Check reports what cannot be in a plan: an OptionError or a KindError.
func (p Plan) Check() error {
	for _, name := range p.Kinds {
		if _, err := FindKind(name); err != nil && name != AllKinds {
			return OptionError{Option: "kind", Message: err.Error()}
		}
	}
	if err := checkSort(p.Common.Sort); err != nil {
		return err
	}
	if slices.Contains(p.Kinds, AllKinds) {
		return nil
	}
	if slices.Contains(p.Kinds, "extract") && len(p.Common.Items) == 0 {
		return OptionError{Option: "items", Message: "для выписки укажите вопросы"}
	}
	return p.checkOptions()
}

// checkSort refuses an order of assignments that there is not.
func checkSort(order string) error {
	if order != "" && order != "point" && order != "deadline" {
		return OptionError{Option: "sort", Message: fmt.Sprintf("неизвестный порядок «%s»; есть point и deadline", order)}
	}
	return nil
}

// checkOptions refuses an option that none of the papers takes.
func (p Plan) checkOptions() error {
	for _, o := range []struct {
		name string
		set  bool
	}{
		{"items", len(p.Common.Items) > 0}, {"blank", p.Common.Blank}, {"fillable", p.Common.Fillable}, {"each", p.Each}, {"sort", p.Common.Sort != ""},
	} {
		var takers []string
		for _, k := range Kinds() {
			if slices.Contains(k.Options, o.name) {
				takers = append(takers, k.Name)
			}
		}
		isTaker := func(kind string) bool { return slices.Contains(takers, kind) }
		if o.set && !slices.ContainsFunc(p.Kinds, isTaker) {
			return KindError{o.name, takers}
		}
	}
	return nil
}

// Requests are the papers of a plan, in its order, each kind once.
func (m *Meeting) Requests(p Plan) []Request {
	all := slices.Contains(p.Kinds, AllKinds)
	names := p.Kinds
	if all {
		names = names[:0:0]
		for _, k := range Kinds() {
			names = append(names, k.Name)
		}
	}
	var list []Request
	for i, name := range names {
		r := p.Common
		r.Kind = name
		switch {
		case slices.Contains(names[:i], name), all && !m.Gives(r):
		case p.Each:
			list = append(list, m.Each(r)...)
		default:
			list = append(list, r)
		}
	}
	return list
}

// maxItem bounds the numbers of questions, so that a range stays short.
const maxItem = 999

// ParseItems reads a list of questions for an extract: "1,3" or "2-4".
func ParseItems(text string) (items []int, err error) {
	if text == "" {
		return nil, nil
	}
	for _, part := range strings.Split(text, ",") {
		from, to, isRange := strings.Cut(strings.TrimSpace(part), "-")
		if !isRange {
			to = from
		}
		low, err1 := strconv.Atoi(from)
		high, err2 := strconv.Atoi(to)
		if err1 != nil || err2 != nil || low < 1 || high < low || high > maxItem {
			return nil, fmt.Errorf("непонятный список вопросов «%s»", text)
		}
		for n := low; n <= high; n++ {
			if !slices.Contains(items, n) {
				items = append(items, n)
			}
		}
	}
	return items, nil
}

// BatchDefaults are the style sheet and the folder of a kind of batch where no
// other is named. Every kind has a folder of its own, for its files are called
// like those of the others.
func BatchDefaults(kind string) (style, folder string) {
	switch kind {
	case "letter":
		return DefaultStyle, "письма о решениях"
	case "notice":
		return DefaultStyle, "уведомления"
	case mailing.Envelope:
		return "envelope-dl", "конверты"
	case mailing.Label:
		return "label-70x37", "наклейки"
	}
	return DefaultStyle, "письма"
}

// LabelStyles are the style sheets for labels that ship.
func LabelStyles() (names []string) {
	files, _ := templates.Files.ReadDir("styles")
	for _, f := range files {
		if name, ok := strings.CutSuffix(f.Name(), ".toml"); ok && strings.HasPrefix(name, "label-") {
			names = append(names, name)
		}
	}
	return names
}
