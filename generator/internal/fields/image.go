package fields

import "protokol/generator/internal/meeting"

// Image returns the picture that a value is, or nil. It counts as printed.
func (f Frame) Image(v Value) *meeting.Picture {
	if v.IsEmpty() {
		return nil
	}
	f.note(v, "")
	return v.image
}

// image returns a picture of the file as a value.
func image(key string, p *meeting.Picture) Value {
	return Value{Kind: Image, Key: key + ".file", image: p}
}

// pictureRecord is the fields of a picture in a list.
func pictureRecord(name, genitive string) *Record {
	r := &Record{Name: name, Genitive: genitive}
	r.add("файл, file", Image, nil, of(func(i *Item, p *meeting.Picture) Value { return image(i.Key, p) }))
	r.add("подпись, caption", Text, nil, of(func(i *Item, p *meeting.Picture) Value {
		return text(i.Key+".caption", p.Caption)
	}))
	r.add("описание, alt", Text, nil, of(func(i *Item, p *meeting.Picture) Value { return text(i.Key+".alt", p.Alt) }))
	position(r)
	return r
}

// checkImage reports a picture that is named where words are printed.
func checkImage(p Path) error {
	last := p.last()
	isList := last.Kind == List && last.Of.First().Kind == Image
	if last.Kind != Image && !isList {
		return nil
	}
	return FilterError{"{" + p.Name() + "} — рисунок, а не слова",
		"вставьте в бланк любой рисунок и напишите {" + p.Name() + "} в его описании (замещающем тексте)"}
}
