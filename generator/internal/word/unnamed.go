package word

import (
	"strings"

	"protokol/generator/internal/fields"
)

// notNamed reports a control without a name that looks as if it were to be filled.
func (c *compiler) notNamed(properties, content *element, at place) {
	tag, title := properties.kid("tag"), properties.kid("alias")
	switch {
	case tag != nil && strings.HasPrefix(tag.attr("val"), "od:"): // OpenDoPE, of docx4j
		c.warn(at, "метка «"+tag.attr("val")+"» – для другой программы: элемент управления останется как есть",
			"если в нём должно быть значение, замените метку именем, как в скобках")
	case tag != nil && strings.ContainsFunc(tag.attr("val"), isCyrillic):
		hint := "если в нём должно быть значение, исправьте метку"
		if near := fields.Suggest(clean(tag.attr("val")), c.lists); near != "" {
			hint += ": возможно, «" + near + "»"
		}
		c.warn(at, "у элемента управления метка «"+tag.attr("val")+"», а такого имени нет: он останется как есть", hint)
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

// wordsOf returns the words of the runs in an element.
func (c *compiler) wordsOf(e *element) string {
	return strings.Join(strings.Fields(c.plainText(e).text), " ")
}
