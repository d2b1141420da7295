package table

import (
	"regexp"
	"strings"
)

// styles are the classes of a page that hide elements or strike their text
// through.
type styles struct{ hidden, struck map[string]bool }

var (
	styleRule  = regexp.MustCompile(`([^{}]+)\{([^{}]*)\}`)
	styleClass = regexp.MustCompile(`\.([\w-]+)`)
)

// read reads the rules of a style sheet. A class counts at any place in a selector.
func (s *styles) read(css string) {
	for _, rule := range styleRule.FindAllStringSubmatch(css, -1) {
		hides, strikes := hidesElement(rule[2]), strikesText(rule[2])
		if !hides && !strikes {
			continue
		}
		if s.hidden == nil {
			s.hidden, s.struck = map[string]bool{}, map[string]bool{}
		}
		for _, class := range styleClass.FindAllStringSubmatch(rule[1], -1) {
			s.hidden[class[1]] = s.hidden[class[1]] || hides
			s.struck[class[1]] = s.struck[class[1]] || strikes
		}
	}
}

func hidesElement(style string) bool {
	style = strings.ReplaceAll(strings.ToLower(style), " ", "")
	return strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden") ||
		strings.Contains(style, "visibility:collapse")
}

func strikesText(style string) bool {
	return strings.Contains(strings.ToLower(style), "line-through")
}

// hide reports whether an element is hidden.
func (s *styles) hide(attributes map[string]string) bool {
	_, hidden := attributes["hidden"]
	return hidden || hidesElement(attributes["style"]) || hasClass(s.hidden, attributes["class"])
}

// strike reports whether the text of an element is struck through.
func (s *styles) strike(tag string, attributes map[string]string) bool {
	return tag == "s" || tag == "strike" || tag == "del" || strikesText(attributes["style"]) ||
		hasClass(s.struck, attributes["class"])
}

func hasClass(classes map[string]bool, names string) bool {
	if len(classes) == 0 {
		return false
	}
	for name := range strings.FieldsSeq(names) {
		if classes[name] {
			return true
		}
	}
	return false
}
