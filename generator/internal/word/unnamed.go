package word

import (
	"regexp"
	"strings"

	"protokol/generator/diag"
	"protokol/generator/internal/fields"
)

// notNamed reports a control without a known name that seems meant to be filled. A tag is free text (ECMA-376-1,
// 17.5.2.42), and editors and add-ins write their own: Text1, a GUID, goog_rdk_0. So an unknown tag is an error, as
// an unknown name in braces is, only if somebody typed it and it is like a name: then the control would keep the
// words of the template in every paper. Others are left alone, with a warning if they are typed.
func (c *compiler) notNamed(properties, content *element, at place) {
	tag, title := properties.kid("tag"), properties.kid("alias")
	switch {
	case tag != nil && strings.HasPrefix(tag.attr("val"), "od:"): // OpenDoPE, of docx4j
		c.warn(at, "метка «"+tag.attr("val")+"» – для другой программы: элемент управления останется как есть",
			"если в нём должно быть значение, замените метку именем, как в скобках")
	case tag != nil && isTyped(tag.attr("val")):
		hint, severity := "если в нём должно быть значение, исправьте метку", diag.Warning
		if near := fields.Suggest(clean(tag.attr("val")), c.lists); near != "" {
			hint += ": возможно, «" + near + "»"
			if !c.filledInside(content) { // one that holds names is a frame around them
				hint, severity = hint+"; если она для другой программы, сотрите её", diag.Error
			}
		}
		c.template.slip(at, severity,
			"у элемента управления метка «"+tag.attr("val")+"», а такого имени нет: он останется как есть", hint)
	case (tag == nil || tag.attr("val") == "") && title != nil &&
		fields.Find(clean(title.attr("val")), c.lists) != nil && !c.filledInside(content):
		name := clean(title.attr("val"))
		c.warn(at, "элемент управления называется «"+name+"», а метки (тега) у него нет: он останется как есть",
			"если в нём должно быть значение, впишите «"+name+"» в поле «Тег» или {"+name+"} в название; "+
				"LibreOffice теги не сохраняет")
	case properties.kid("showingPlcHdr") != nil && properties.kid("picture") == nil && !c.filledInside(content):
		c.warn(at, "подсказка элемента управления «"+beginning(c.wordsOf(content))+"» останется в бумаге",
			"впишите в поле «Тег» элемента имя, как в скобках, или удалите элемент")
	}
}

// typedKey matches a tag like a key of TOML files: agenda.title.
var typedKey = regexp.MustCompile(`^[a-z_]+(\.[a-z_]+)+$`)

// isTyped reports whether a person wrote a tag, with a name in mind: editors write
// no Cyrillic letters.
func isTyped(tag string) bool {
	return strings.ContainsFunc(tag, isCyrillic) || typedKey.MatchString(tag)
}

// wordsOf returns the words of the runs in an element.
func (c *compiler) wordsOf(e *element) string {
	return strings.Join(strings.Fields(c.plainText(e).text), " ")
}
