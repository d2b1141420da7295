package cos

import (
	"bytes"
	"errors"
	"io"
	"slices"

	"github.com/klauspost/compress/zlib"
)

// stream reads the data of a stream after its dictionary (ISO 32000-1, 7.3.8).
func (f *File) stream(p *parser, d Dict) (Object, error) {
	if err := p.expect("stream"); err != nil {
		return nil, err
	}
	switch {
	case bytes.HasPrefix(p.data[p.pos:], []byte("\r\n")):
		p.pos += 2
	case p.peek() == '\n':
		p.pos++
	default:
		return nil, p.errorf("после stream нет конца строки")
	}
	length, ok := f.Get(d["Length"]).(int)
	if !ok || length < 0 || length > len(p.data)-p.pos {
		return nil, p.errorf("длина потока неизвестна или неверна")
	}
	s := &Stream{Dict: d, Data: p.data[p.pos : p.pos+length : p.pos+length]}
	p.pos += length
	for p.pos < len(p.data) && isSpace(p.peek()) { // a comment could be data for others
		p.pos++
	}
	if p.peek() == '%' {
		return nil, p.errorf("длина потока неверна")
	}
	return s, p.expect("endstream")
}

// Decoded returns the data of a stream without its filter, if that is one that
// cross-reference streams may have.
func (f *File) Decoded(s *Stream) ([]byte, error) { return f.decode(s) }

// DecodedWithin is Decoded for a stream that has at most that many bytes, packed or not.
func (f *File) DecodedWithin(s *Stream, most int) ([]byte, error) {
	if len(s.Data) > most {
		return nil, errTooLarge
	}
	spared := max(0, f.unpacks-most)
	f.unpacks -= spared
	defer func() { f.unpacks += spared }()
	return f.decode(s)
}

// Plain returns the data of a stream that all programs read alike: it is not compressed, or as RFC 1950 and RFC 1951
// say from the first byte to the last, in the usual window and without parameters. Programs differ in what they do with
// damaged checksums, bytes after the end, and all else.
func (f *File) Plain(s *Stream) (data []byte, isPlain bool) {
	for _, key := range []Name{"DecodeParms", "DP", "DL", "F", "FFilter", "FDecodeParms"} {
		if _, found := s.Dict[key]; found {
			return nil, false
		}
	}
	const usual, dictionary = 0x78, 0x20 // deflate, 32 KB; RFC 1950, 2.2
	switch filter, isPacked := s.Dict["Filter"]; {
	case !isPacked:
		return s.Data, !bytes.Contains(s.Data, []byte("endstream"))
	case filter != Name("FlateDecode") || len(s.Data) < 2 || s.Data[0] != usual || s.Data[1]&dictionary != 0:
		return nil, false
	}
	data, rest, err := f.inflate(s.Data)
	return data, err == nil && rest == 0
}

// decode decodes a cross-reference stream or an object stream.
func (f *File) decode(s *Stream) ([]byte, error) {
	filter, parameters, err := f.filter(s.Dict)
	var data []byte
	switch {
	case filter != nil && filter != Name("FlateDecode"):
		return nil, errUnknownFilter
	case err != nil:
		return nil, err
	case filter == nil:
		if parameters != nil { // which programs use or pass over
			return nil, errors.New("поток не сжат, а у него есть настройки распаковки")
		}
		data = s.Data
	case len(s.Data) == 0:
		return nil, nil // as QPDF packs nothing
	default:
		if d, ok := parameters.(Dict); ok && !f.isPredicted(d) {
			return nil, errUnknownFilter
		}
		if data, _, err = f.inflate(s.Data); err != nil {
			return nil, err
		}
	}
	if d, ok := parameters.(Dict); ok {
		return f.unpredict(data, d)
	}
	return data, nil
}

// filter returns the filter of a stream and its parameters, a dictionary or nil. Programs differ in whether they use or
// pass over parameters in another form than the filter, real numbers, and the keys of inline pictures.
func (f *File) filter(d Dict) (filter, parameters Object, err error) {
	filter, parameters = f.Get(d["Filter"]), f.Get(d["DecodeParms"])
	if list, ok := filter.(Array); ok && len(list) == 1 {
		filter = f.Get(list[0])
		if list, ok := parameters.(Array); ok && len(list) == 1 {
			parameters = f.Get(list[0])
		} else if parameters != nil {
			return filter, nil, errParameters
		}
	}
	entries, isDict := parameters.(Dict)
	_, isInt := f.Get(entries["Predictor"]).(int)
	if parameters != nil && !isDict || entries["Predictor"] != nil && !isInt ||
		f.Get(d["F"]) != nil || f.Get(d["DP"]) != nil {
		return filter, nil, errParameters
	}
	return filter, parameters, nil
}

var (
	errTooLarge      = errors.New("распакованные данные слишком велики")
	errUnknownFilter = errors.New("поток сжат неизвестным способом")
	errParameters    = errors.New("настройки распаковки потока программы понимают по-разному")
)

// inflate decompresses within the limit of the file and returns how many bytes are left over. What did not fit is
// decompressed in vain, so that has a limit, too: a hostile file has thousands of such streams.
func (f *File) inflate(packed []byte) (data []byte, rest int, err error) {
	if f.vain > maxUnpacked {
		f.ended++
		return nil, 0, errTooLarge
	}
	from := bytes.NewReader(packed)
	r, err := zlib.NewReader(from)
	if err != nil {
		return nil, 0, errors.New("сжатый поток повреждён")
	}
	data, err = io.ReadAll(io.LimitReader(r, int64(f.unpacks)+1))
	if len(data) > f.unpacks {
		f.vain += len(data)
		f.ended++
		return nil, 0, errTooLarge
	}
	f.unpacks -= len(data)
	if err != nil {
		return nil, 0, errors.New("сжатый поток повреждён")
	}
	return data, from.Len(), nil
}

// isPredicted reports whether unpredict knows the parameters of a stream. Programs that find others, such as a negative
// number of colors, may give no data at all, even without a predictor.
func (f *File) isPredicted(d Dict) bool {
	for key, value := range d {
		n, isInt := f.Get(value).(int)
		if !isInt || n > 1<<16 || n < 1 && (key != "Predictor" || n < 0) {
			return false
		}
	}
	predictor, columns := f.Int(d["Predictor"]), f.Int(d["Columns"])
	return predictor <= 1 || predictor >= 10 && columns >= 1 &&
		(d["Colors"] == nil || d["Colors"] == 1) && (d["BitsPerComponent"] == nil || d["BitsPerComponent"] == 8)
}

// unpredict undoes a PNG predictor (ISO 32000-1, 7.4.4.4) with columns of one
// byte, the kind that cross-reference streams have.
func (f *File) unpredict(data []byte, d Dict) ([]byte, error) {
	if f.Int(d["Predictor"]) <= 1 {
		return data, nil
	}
	if !f.isPredicted(d) {
		return nil, errUnknownFilter
	}
	columns := f.Int(d["Columns"])
	if len(data)%(columns+1) != 0 {
		return nil, errors.New("сжатый поток повреждён")
	}
	out := make([]byte, 0, len(data))
	above := make([]byte, columns)
	for len(data) > 0 {
		row := append(out, data[1:columns+1]...)[len(out):]
		if err := undoRow(data[0], row, above); err != nil {
			return nil, err
		}
		out, above, data = out[:len(out)+columns], row, data[columns+1:]
	}
	return out, nil
}

// undoRow undoes one filter of PNG (ISO/IEC 15948, 9).
func undoRow(filter byte, row, above []byte) error {
	var left, corner byte
	for i := range row {
		switch filter {
		case 0:
		case 1:
			row[i] += left
		case 2:
			row[i] += above[i]
		case 3:
			row[i] += byte((int(left) + int(above[i])) / 2)
		case 4:
			row[i] += paeth(left, above[i], corner)
		default:
			return errors.New("сжатый поток повреждён")
		}
		left, corner = row[i], above[i]
	}
	return nil
}

func paeth(left, above, corner byte) byte {
	distance := func(b byte) int {
		d := int(left) + int(above) - int(corner) - int(b)
		return max(d, -d)
	}
	switch a, b, c := distance(left), distance(above), distance(corner); {
	case a <= b && a <= c:
		return left
	case b <= c:
		return above
	}
	return corner
}

// fromStream takes an object out of an object stream (ISO 32000-1, 7.5.7).
func (f *File) fromStream(number int, e entry) (Object, error) {
	objects, known := f.packed[e.where]
	if !known {
		var err error
		cuts := f.cuts()
		if objects, err = f.unpack(e.where); err != nil {
			return nil, err
		}
		if f.cuts() == cuts {
			f.packed[e.where] = objects
		}
	}
	for i := 0; i+1 < len(objects); i += 2 {
		if objects[i] == number && i/2 == e.which {
			return objects[i+1], nil
		}
	}
	return nil, errors.New("его нет в потоке объектов")
}

// unpack reads all objects of a stream: number, object, number, object.
func (f *File) unpack(number int) ([]Object, error) {
	if f.entries[number].kind != plain {
		return nil, errors.New("поток объектов внутри потока объектов")
	}
	s, ok := f.indirect(Ref{number, f.entries[number].which}).(*Stream)
	if !ok || f.Name(s.Dict["Type"]) != "ObjStm" {
		return nil, errors.New("вместо потока объектов стоит другое")
	}
	data, err := f.decode(s)
	if err != nil {
		return nil, err
	}
	count, first := f.Int(s.Dict["N"]), f.Int(s.Dict["First"])
	if count < 0 || first < 0 || first > len(data) || count > first {
		return nil, errors.New("поток объектов повреждён")
	}
	head := parser{data: data[:first]}
	numbers, offsets := make([]int, count), make([]int, count+1)
	for i := range count {
		if numbers[i], err = head.integer(); err != nil {
			return nil, err
		}
		if offsets[i], err = head.integer(); err != nil {
			return nil, err
		}
	}
	if sorted := slices.Sorted(slices.Values(numbers)); len(slices.Compact(sorted)) < count {
		return nil, errors.New("в потоке объектов один объект стоит дважды") // readers differ in which they take
	}
	offsets[count] = len(data) - first
	if !slices.IsSorted(offsets) {
		return nil, errors.New("поток объектов повреждён")
	}
	objects := make([]Object, 0, 2*count)
	for i, number := range numbers {
		body := parser{data: data[:first+offsets[i+1]], pos: first + offsets[i], values: &f.values}
		o, err := body.object(0)
		if err != nil {
			return nil, err
		}
		objects = append(objects, number, o)
	}
	return objects, nil
}
