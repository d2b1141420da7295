package generator

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"protokol/generator/diag"
	"protokol/generator/internal/compose"
	"protokol/generator/internal/mailing"
	"protokol/templates"
)

// AllKinds in Plan.Kinds stands for every paper that the meeting supports.
const AllKinds = "all"

// Plan describes the papers to be made from one meeting.
type Plan struct {
	Kinds  []string // names of kinds, or AllKinds
	Each   bool     // letters: make one for each addressee
	Name   string   // pattern of Paper.FileName; may be empty
	Common Request  // options of all requests; each kind ignores those that do not apply to it
}

// KindError reports an option that applies to none of the papers of a Plan.
type KindError struct {
	Option string
	Kinds  []string // kinds to which it applies
}

func (e KindError) Error() string {
	return fmt.Sprintf("%s нужно только видам %s", e.Option, strings.Join(e.Kinds, ", "))
}

// Check returns an OptionError or a KindError when the plan is invalid.
func (p Plan) Check() error {
	for _, name := range p.Kinds {
		if _, err := FindKind(name); err != nil && name != AllKinds && !mayBeAdded(name) {
			return OptionError{Option: "kind", Message: err.Error()}
		}
	}
	if err := checkSort(p.Common.Sort); err != nil {
		return err
	}
	if err := checkFileName(p.Name); err != nil {
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

var addedKind = regexp.MustCompile(`^[a-z][a-z0-9-]*$`)

// mayBeAdded reports whether a name that is not one of Kinds may be a kind that
// a file adds in [papers]. Make knows for certain. A name like that of a kind is
// rather a mistake.
func mayBeAdded(name string) bool {
	return addedKind.MatchString(name) && diag.Nearest(name, compose.KindNames()) == ""
}

// checkSort returns an OptionError for an unknown order of assignments.
func checkSort(order string) error {
	if order != "" && order != "point" && order != "deadline" {
		return OptionError{
			Option:  "sort",
			Message: fmt.Sprintf("неизвестный порядок «%s»; есть point и deadline", order),
		}
	}
	return nil
}

// checkOptions reports an option that applies to none of the papers.
func (p Plan) checkOptions() error {
	for _, o := range []struct {
		name string
		set  bool
	}{
		{"items", len(p.Common.Items) > 0}, {"blank", p.Common.Blank}, {"fillable", p.Common.Fillable},
		{"each", p.Each}, {"sort", p.Common.Sort != ""},
	} {
		var kinds []string
		for _, k := range Kinds() {
			if slices.Contains(k.Options, o.name) {
				kinds = append(kinds, k.Name)
			}
		}
		applies := func(kind string) bool { return slices.Contains(kinds, kind) }
		if o.set && !slices.ContainsFunc(p.Kinds, applies) {
			return KindError{o.name, kinds}
		}
	}
	return nil
}

// Requests returns the requests of a plan, in its order, each kind once.
func (m *Meeting) Requests(p Plan) []Request {
	all := slices.Contains(p.Kinds, AllKinds)
	names := p.Kinds
	if all {
		names = names[:0:0]
		for _, k := range m.Kinds() {
			names = append(names, k.Name)
		}
	}
	var list []Request
	for i, name := range names {
		r := p.Common
		r.Kind = name
		switch {
		case slices.Contains(names[:i], name), all && !m.Supports(r):
		case p.Each:
			list = append(list, m.Each(r)...)
		default:
			list = append(list, r)
		}
	}
	return list
}

// maxItem limits the numbers of questions, so that a range does not exhaust
// memory.
const maxItem = 999

// ParseItems parses a list of question numbers, such as "1,3" or "2-4".
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

// BatchDefaults returns the default style sheet and output folder for a kind of
// batch. The folders differ because the file names of different kinds are alike.
func BatchDefaults(kind string) (style, folder string) {
	switch kind {
	case "letter":
		return DefaultStyle, "письма о решениях"
	case "notice":
		return DefaultStyle, "уведомления"
	case mailing.Application:
		return DefaultStyle, "заявления"
	case mailing.Consent:
		return DefaultStyle, "согласия"
	case mailing.Envelope:
		return "envelope-dl", "конверты"
	case mailing.Label:
		return "label-70x37", "наклейки"
	}
	return DefaultStyle, "письма"
}

// AddressStyles returns the names of the built-in style sheets for EnvelopeKind or
// LabelKind; there are none for other kinds.
func AddressStyles(kind string) (names []string) {
	files, _ := templates.Files.ReadDir("styles")
	for _, f := range files {
		if name, ok := strings.CutSuffix(f.Name(), ".toml"); ok && strings.HasPrefix(name, kind+"-") {
			names = append(names, name)
		}
	}
	return names
}

// ParseKinds splits a list of kinds at commas. Check reports those that do not exist.
func ParseKinds(text string) (kinds []string) {
	for kind := range strings.SplitSeq(text, ",") {
		kinds = append(kinds, strings.ToLower(strings.TrimSpace(kind)))
	}
	return kinds
}
