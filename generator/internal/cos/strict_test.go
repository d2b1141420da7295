package cos

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// onePage are the objects of a file with a page.
var onePage = []string{
	"<</Type /Catalog /Pages 2 0 R>>", "<</Type /Pages /Kids [3 0 R] /Count 1>>",
	"<</Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R>>", "<</Length 1>>\nstream\nx\nendstream",
}

// updated appends an update with another page content.
func updated(file []byte, between, trailer string) []byte {
	prev := strings.LastIndex(string(file), "xref\n0 ")
	b := string(file) + between
	at := len(b)
	b += "4 0 obj\n<</Length 1>>\nstream\ny\nendstream\nendobj\n"
	table := len(b)
	b += fmt.Sprintf("xref\n4 1\n%010d 00000 n \ntrailer\n<</Size 5 /Root 1 0 R /Prev %d %s>>\n", at, prev, trailer)
	b += fmt.Sprintf("startxref\n%d\n%%%%EOF\n", table)
	return []byte(b)
}

// TestStrict: what honest programs write passes, what readers repair in their own
// ways does not.
func TestStrict(t *testing.T) {
	plain := build("", onePage...)
	replace := func(old, new string) []byte {
		if strings.Count(string(plain), old) != 1 || len(old) != len(new) {
			t.Fatalf("cannot replace %q", old)
		}
		return []byte(strings.Replace(string(plain), old, new, 1))
	}
	with := func(number int, object string) []byte {
		objects := append([]string{}, onePage...)
		objects[number-1] = object
		return build("", objects...)
	}
	for name, test := range map[string]struct {
		file []byte
		want string // part of the error; "" for none
	}{
		"plain":                   {plain, ""},
		"line ends after the end": {append([]byte{}, string(plain)+"\r\n\n"...), ""},
		"updated":                 {updated(plain, "", ""), ""},
		"white space between":     {updated(plain, "\r\n  \n", ""), ""},
		"comment between":         {updated(plain, "%\xe2\xe3\xcf\xd3\n%% Original object ID: 4 0\n", ""), ""},
		"larger Size":             {replace("/Size 5 ", "/Size 9 "), ""},
		"object of a reference":   {build("", slices.Insert(slices.Clone(onePage), 3, "5 0 R")...), "только ссылка"},
		"object in no table":      {updated(plain, "7 0 obj\n(hidden)\nendobj\n", ""), "нет в таблице ссылок"},
		"object in a comment":     {updated(plain, "%\r7 0 obj\n(hidden)\nendobj\n", ""), "нет в таблице ссылок"},
		"word of a repair":        {updated(plain, "% 7 0 obj (hidden) endobj\n", ""), "нет в таблице ссылок"},
		"trailer in a comment":    {updated(plain, "%trailer <</Root 3 0 R>>\n", ""), "нет в таблице ссылок"},
		"trailer behind a remark": {updated(plain, "%% Original object ID: 4 0 trailer <</Root 3 0 R>>\n", ""),
			"нет в таблице ссылок"},
		"trailer after a remark": {updated(plain, "%% Original object ID: 4 0\n%% trailer <</Root 3 0 R>>\n", ""),
			"нет в таблице ссылок"},
		"header between":            {updated(plain, "%PDF-1.4\n", ""), "нет в таблице ссылок"},
		"text between":              {updated(plain, "hidden\n", ""), "нет в таблице ссылок"},
		"small Size":                {replace("/Size 5 ", "/Size 4 "), "Size"},
		"no Size":                   {replace("/Size 5 ", "/Sise 5 "), "Size"},
		"real Size":                 {replace("/Size 5 ", "/Size 5."), "Size"},
		"negative Size":             {replace("/Size 5 ", "/Size -5"), "Size"},
		"protected before":          {updated(build("/Encrypt 9 0 R", onePage...), "", ""), "паролем"},
		"object twice":              {twice(plain), "дважды"},
		"generation of a reference": {with(1, "<</Type /Catalog /Pages 2 0 R /A 4 1 R>>"), "поколением"},
		"overlapping":               {overlapping(), "перекрывают"},
		"page twice":                {with(2, "<</Type /Pages /Kids [3 0 R 3 0 R] /Count 2>>"), "дерево страниц"},
		"wrong Count":               {with(2, "<</Type /Pages /Kids [3 0 R] /Count 2>>"), "дерево страниц"},
		"page of another parent":    {with(3, "<</Type /Page /Parent 1 0 R>>"), "дерево страниц"},
		"box of nothing":            {with(3, "<</Type /Page /Parent 2 0 R /CropBox 9 0 R>>"), "дерево страниц"},
		"box of nothing above": {with(2, "<</Type /Pages /Kids [3 0 R] /Count 1 /Rotate 9 0 R>>"),
			"дерево страниц"},
		"box of null": {with(3, "<</Type /Page /Parent 2 0 R /CropBox null>>"), ""},
		"tree with a parent": {with(2, "<</Type /Pages /Kids [3 0 R] /Count 1 /Parent 3 0 R>>"),
			"дерево страниц"},
		"page that is no page":       {with(3, "<</Type /Font /Parent 2 0 R>>"), "дерево страниц"},
		"hybrid":                     {hybrid(plain, 5), ""},
		"hybrid that shows another":  {hybrid(plain, 4), "двух таблицах"},
		"hybrid of one number":       {renamed(hybrid(plain, 5), 6, 3), "под номером"},
		"header without a version":   {replace("%PDF-1.7\n", "%PDF-1.A\n"), "нет версии"},
		"header without an end":      {replace("%PDF-1.7\n", "%PDF-1.71"), "нет версии"},
		"packed":                     {buildPages(), ""},
		"packed twice":               {packedTwice(), "стоит дважды"},
		"two numbers of an object":   {twoNumbers(plain), "стоит объект 4"},
		"packed with an odd kind":    {unknownKind(t), "неизвестным видом"},
		"object 0 in use":            {replace("0000000000 65535 f", "0000000009 00000 n"), "объект 0"},
		"offset of nine digits":      {replace("0000000056 ", " 000000056 "), "не так, как положено"},
		"offset after a null":        {replace("0000000056 ", "\x00000000056 "), "не так, как положено"},
		"generation of four digits":  {replace("0000000056 00000 ", "0000000056  0000 "), "не так, как положено"},
		"object that is not at home": {replace("4 0 obj", "9 0 obj"), "стоит объект 9"},
	} {
		f, err := Read(test.file)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if err := f.Strict(); (err == nil) != (test.want == "") ||
			err != nil && !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: %v, want %q", name, err, test.want)
		}
	}
}

// renamed is a file with an object under another number.
func renamed(file []byte, from, to int) []byte {
	return []byte(strings.Replace(string(file), fmt.Sprintf("%d 0 obj", from), fmt.Sprintf("%d 0 obj", to), 1))
}

// twice lists object 4 a second time in one section.
func twice(file []byte) []byte {
	at := strings.Index(string(file), "trailer\n")
	line := string(file[at-20 : at])
	return []byte(string(file[:at]) + "4 1\n" + line + string(file[at:]))
}

// overlapping is a file with an object inside of a stream.
func overlapping() []byte {
	const inner = "5 0 obj\n(x)\nendobj\n"
	objects := append([]string{}, onePage...)
	objects[3] = fmt.Sprintf("<</Length %d>>\nstream\n%s\nendstream", len(inner), inner)
	file := string(build("", append(objects, "(y)")...))
	at, line := strings.Index(file, inner), strings.Index(file, "trailer\n")-20
	return []byte(file[:line] + fmt.Sprintf("%010d 00000 n \n", at) + file[line+20:])
}

// buildPages is a file with a page whose catalog and page tree are in an object
// stream, written by this package.
func buildPages() []byte {
	head := "1 0 2 32 "
	data := fmt.Sprintf("%-32s%s", onePage[0], onePage[1])
	stream := fmt.Sprintf("<</Type /ObjStm /N 2 /First %d /Length %d>>\nstream\n%s\nendstream",
		len(head), len(head)+len(data), head+data)
	var b strings.Builder
	b.WriteString("%PDF-1.7\n")
	offsets := map[int]int{}
	for number, object := range map[int]string{3: onePage[2], 4: onePage[3], 5: stream} {
		offsets[number] = b.Len()
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", number, object)
	}
	at := b.Len()
	row := func(kind byte, where int, which byte) string {
		return string([]byte{kind, byte(where >> 8), byte(where), which})
	}
	rows := row(0, 0, 0) + row(2, 5, 0) + row(2, 5, 1) + row(1, offsets[3], 0) + row(1, offsets[4], 0) +
		row(1, offsets[5], 0) + row(1, at, 0)
	fmt.Fprintf(&b, "6 0 obj\n<</Type /XRef /W [1 2 1] /Size 7 /Root 1 0 R /Length %d>>\n", len(rows))
	fmt.Fprintf(&b, "stream\n%s\nendstream\nendobj\n", rows)
	fmt.Fprintf(&b, "startxref\n%d\n%%%%EOF\n", at)
	return []byte(b.String())
}

// packedTwice is buildPages with two objects of one number in the object stream.
func packedTwice() []byte {
	return []byte(strings.Replace(string(buildPages()), "1 0 2 32 ", "2 0 2 32 ", 1))
}

// twoNumbers lists object 4 under another number, too, which nothing refers to.
func twoNumbers(file []byte) []byte {
	at := strings.Index(string(file), "trailer\n")
	return []byte(strings.Replace(string(file[:at])+"5 1\n"+string(file[at-20:]), "/Size 5", "/Size 6", 1))
}

// unknownKind is buildPages with an entry of kind 3.
func unknownKind(t *testing.T) []byte {
	file := buildPages()
	at := strings.LastIndex(string(file), "stream\n\x00\x00\x00\x00") + len("stream\n")
	if file[at+16] != 1 {
		t.Fatal("no entry to change")
	}
	file[at+16] = 3
	return file
}

// hybrid is a file whose last section names an object in a table and, with a
// number given, one in a stream.
func hybrid(file []byte, number int) []byte {
	prev := strings.LastIndex(string(file), "xref\n0 ")
	b := string(file)
	hidden := len(b)
	b += fmt.Sprintf("%d 0 obj\n(hidden)\nendobj\n", number)
	page := len(b)
	b += "4 0 obj\n<</Length 1>>\nstream\ny\nendstream\nendobj\n"
	stream := len(b)
	row := string([]byte{1, byte(hidden >> 8), byte(hidden), 0})
	b += fmt.Sprintf("6 0 obj\n<</Type /XRef /W [1 2 1] /Index [%d 1] /Size 7 /Length 4>>\n", number)
	b += fmt.Sprintf("stream\n%s\nendstream\nendobj\n", row)
	table := len(b)
	b += fmt.Sprintf("xref\n4 1\n%010d 00000 n \ntrailer\n<</Size 7 /Root 1 0 R /Prev %d /XRefStm %d>>\n"+
		"startxref\n%d\n%%%%EOF\n", page, prev, stream, table)
	return []byte(b)
}

// TestNames: names that programs understand differently are errors.
func TestNames(t *testing.T) {
	for text, want := range map[string]Object{
		"/A#42": Name("AB"), "/A#00": Name("A\x00"), "/\xd0\x90": Name("А"), "/A#4": nil, "/A#4G": nil, "/A#": nil,
		"/A\vB": nil, "/A\x01": nil,
	} {
		if got, err := Parse([]byte(text)); got != want || (err == nil) != (want != nil) {
			t.Errorf("%q: %#v, %v", text, got, err)
		}
	}
}

// TestParametersWithoutFilter: a stream that is not packed has no way to be unpacked.
func TestParametersWithoutFilter(t *testing.T) {
	f, err := Read(build("", onePage...))
	if err != nil {
		t.Fatal(err)
	}
	s := &Stream{Dict: Dict{"DecodeParms": Dict{"Predictor": 12, "Columns": 1}}, Data: []byte("\x00q\x01Q")}
	if data, err := f.Decoded(s); err == nil {
		t.Errorf("%q", data)
	}
}
