package signature

import (
	"maps"
	"strings"

	"protokol/generator/internal/cos"
)

// same reports whether dictionaries are equal except for some entries.
func same(a, b cos.Dict, except ...cos.Name) bool {
	a, b = maps.Clone(a), maps.Clone(b)
	for _, key := range except {
		delete(a, key)
		delete(b, key)
	}
	return a != nil && b != nil && cos.Format(a) == cos.Format(b)
}

// sameTexts is same for dictionaries whose texts programs may write in another encoding when
// they sign, such as the names of files inside (ISO 32000-1, 7.9.2.2).
func sameTexts(a, b cos.Dict, except ...cos.Name) bool {
	was, _ := evenTexts(a).(cos.Dict)
	is, _ := evenTexts(b).(cos.Dict)
	return same(was, is, except...)
}

// evenTexts returns an object with all texts in UTF-16. Texts in UTF-8, which older readers do not know, and
// undefined codes are kept.
func evenTexts(o cos.Object) cos.Object {
	switch o := o.(type) {
	case cos.String:
		text := cos.Text(o)
		if strings.HasPrefix(string(o), "\xEF\xBB\xBF") || strings.ContainsRune(text, '\uFFFD') {
			return o
		}
		return cos.TextString(text)
	case cos.Array:
		even := make(cos.Array, len(o))
		for i, item := range o {
			even[i] = evenTexts(item)
		}
		return even
	case cos.Dict:
		if o == nil {
			return nil
		}
		even := make(cos.Dict, len(o))
		for key, value := range o {
			even[key] = evenTexts(value)
		}
		return even
	}
	return o
}

// plainTexts returns a field with its texts in one encoding: programs that fill or
// sign a field may write them in another (ISO 32000-1, 7.9.2.2).
func plainTexts(f *cos.File, field cos.Dict) cos.Dict {
	field = maps.Clone(field)
	for _, key := range []cos.Name{"T", "TU", "TM", "Contents"} {
		if text, ok := f.Get(field[key]).(cos.String); ok {
			field[key] = cos.TextString(f.Text(text))
		}
	}
	return field
}
