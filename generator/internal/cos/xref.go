package cos

import (
	"errors"
	"fmt"
	"slices"
)

// sections reads the cross-reference sections from the newest to the oldest. The
// newest entry of an object counts.
func (f *File) sections(start int) error {
	seen := map[int]bool{}
	for at := start; ; {
		if seen[at] {
			return errors.New("таблицы ссылок ведут по кругу")
		}
		if seen[at] = true; len(seen) > maxSections {
			return fmt.Errorf("таблиц ссылок больше %d", maxSections)
		}
		f.begin(at)
		trailer, err := f.section(at)
		if err != nil {
			return fmt.Errorf("таблица ссылок: %w", err)
		}
		if f.Trailer == nil {
			f.Trailer = trailer
		}
		if hybrid, ok := trailer["XRefStm"]; ok { // ISO 32000-1, 7.5.8.4
			offset, ok := hybrid.(int)
			if !ok || seen[offset] {
				return errors.New("таблица ссылок: неверный XRefStm")
			}
			seen[offset] = true
			f.begin(offset)
			if _, err := f.xrefStream(offset); err != nil {
				return fmt.Errorf("таблица ссылок: %w", err)
			}
		}
		prev, more := trailer["Prev"]
		if !more {
			return nil
		}
		offset, ok := prev.(int)
		if !ok {
			return errors.New("таблица ссылок: Prev — не число")
		}
		at = offset
	}
}

// section reads one section and returns its trailer.
func (f *File) section(at int) (Dict, error) {
	if at < 0 || at >= len(f.Data) {
		return nil, fmt.Errorf("места %d в файле нет", at)
	}
	p := f.parser(at)
	p.space()
	if p.peek() != 'x' {
		if at == f.start {
			f.streamed = true
		}
		return f.xrefStream(at)
	}
	return f.xrefTable(p)
}

// xrefTable reads a table with lines of exactly 20 bytes (ISO 32000-1, 7.5.4).
func (f *File) xrefTable(p *parser) (Dict, error) {
	from := p.pos
	if err := p.expect("xref"); err != nil {
		return nil, err
	}
	for {
		p.space()
		if p.peek() == 't' {
			break
		}
		first, err := p.integer()
		if err != nil {
			return nil, err
		}
		count, err := p.integer()
		if err != nil {
			return nil, err
		}
		p.space()
		if count > (len(p.data)-p.pos)/20 {
			return nil, p.errorf("строк %d не может быть", count)
		}
		for i := range count {
			if err := f.tableLine(p, first+i); err != nil {
				return nil, err
			}
		}
	}
	f.plainTable(from, p.pos)
	if err := p.expect("trailer"); err != nil {
		return nil, err
	}
	o, err := p.object(0)
	trailer, ok := o.(Dict)
	if err == nil && !ok {
		err = p.errorf("trailer — не словарь")
	}
	f.end(p.pos, trailer)
	return trailer, err
}

func (f *File) tableLine(p *parser, number int) error {
	line := p.data[p.pos : p.pos+20]
	inner := parser{data: line}
	offset, err1 := inner.integer()
	generation, err2 := inner.integer()
	inner.space()
	kind := string(inner.word())
	if err1 != nil || err2 != nil || line[10] != ' ' || line[16] != ' ' ||
		kind != "n" && kind != "f" || !isSpace(line[18]) || !isSpace(line[19]) {
		return p.errorf("неверная строка %.20q", line)
	}
	p.pos += 20
	if end := string(line[18:]); end != " \n" && end != " \r" && end != "\r\n" {
		f.odd("строка объекта %d в таблице ссылок кончается не так, как положено", number)
	}
	if slices.ContainsFunc(slices.Concat(line[:10], line[11:16]), isNoDigit) || line[17] != kind[0] {
		f.odd("строка объекта %d в таблице ссылок записана не так, как положено", number)
	}
	if kind == "f" {
		return f.enter(number, entry{})
	}
	return f.enter(number, entry{plain, offset, generation})
}

func isNoDigit(b byte) bool { return !isDigit(b) }

// enter records where an object is unless a newer section did.
func (f *File) enter(number int, e entry) error {
	f.note(number, e)
	if _, newer := f.entries[number]; newer {
		return nil
	}
	if e.generation() > maxGeneration {
		return fmt.Errorf("у объекта %d поколение больше %d", number, maxGeneration)
	}
	if len(f.entries) >= maxObjects {
		return fmt.Errorf("объектов больше %d", maxObjects)
	}
	f.entries[number] = e
	return nil
}

// xrefStream reads a cross-reference stream (ISO 32000-1, 7.5.8).
func (f *File) xrefStream(at int) (Dict, error) {
	p := f.parser(at)
	if at < 0 || at >= len(f.Data) {
		return nil, fmt.Errorf("места %d в файле нет", at)
	}
	number, err := p.integer()
	if err != nil {
		return nil, err
	}
	generation, err := p.integer()
	if err != nil {
		return nil, err
	}
	f.numbered(number)
	o, end, err := f.at(Ref{number, generation}, at)
	if err != nil {
		return nil, err
	}
	if number == 0 || generation != 0 {
		f.odd("таблица ссылок стоит под номером %d и поколением %d", number, generation)
	}
	s, ok := o.(*Stream)
	if !ok || s.Dict["Type"] != Name("XRef") {
		return nil, p.errorf("это не таблица ссылок")
	}
	data, err := f.decode(s)
	if err != nil {
		return nil, err
	}
	widths, err := integers(s.Dict["W"])
	if err != nil || len(widths) != 3 || slices.Max(widths) > 8 || widths[1] == 0 {
		return nil, p.errorf("неверная ширина столбцов")
	}
	index := []int{0, 0}
	if size, ok := s.Dict["Size"].(int); ok {
		index[1] = size
	}
	if given, ok := s.Dict["Index"]; ok {
		if index, err = integers(given); err != nil || len(index)%2 != 0 {
			return nil, p.errorf("неверный Index")
		}
	}
	f.end(end, s.Dict)
	return s.Dict, f.streamLines(data, widths, index)
}

func (f *File) streamLines(data []byte, widths, index []int) error {
	row := widths[0] + widths[1] + widths[2]
	for i := 0; i < len(index); i += 2 {
		for n := range index[i+1] {
			if len(data) < row {
				return errors.New("таблица ссылок короче, чем сказано")
			}
			fields := [3]int{1, 0, 0} // the kind may be left out
			at := 0
			for column, width := range widths {
				if width > 0 {
					fields[column] = 0
				}
				for range width {
					if fields[column] >= 1<<40 {
						return errors.New("таблица ссылок: число слишком велико")
					}
					fields[column] = fields[column]<<8 | int(data[at])
					at++
				}
			}
			data = data[row:]
			if fields[0] > int(packed) {
				f.unknown(index[i]+n, fields[0])
				continue // an unknown kind is null (ISO 32000-1, 7.5.8.3)
			}
			e := entry{byte(fields[0]), fields[1], fields[2]}
			if e.kind == free {
				e = entry{}
			}
			if err := f.enter(index[i]+n, e); err != nil {
				return err
			}
		}
	}
	if len(data) > 0 {
		f.odd("таблица ссылок длиннее, чем сказано")
	}
	return nil
}

func integers(o Object) ([]int, error) {
	list, ok := o.(Array)
	if !ok {
		return nil, errors.New("не массив")
	}
	var numbers []int
	for _, item := range list {
		n, ok := item.(int)
		if !ok || n < 0 {
			return nil, errors.New("не целое число")
		}
		numbers = append(numbers, n)
	}
	return numbers, nil
}
