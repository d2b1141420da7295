package word

import (
	"bytes"
	"slices"
	"strconv"
	"strings"

	"protokol/generator/diag"
	"protokol/generator/document"
	"protokol/generator/internal/fields"
	"protokol/generator/internal/picture"
)

// execution fills the parts of one paper.
type execution struct {
	template *Template
	part     *part
	src      []byte
	out      []byte
	slips    []Slip
	missing  map[missingFact]bool

	seen      map[*op]bool      // ids and others that were printed once
	current   map[string]string // new ids of ranges that have begun, by what they are and their ids
	bookmarks map[string]roundName
	ids       int         // ids made so far
	rounds    map[int]int // how often each repetition has been begun
	lists     map[listKey]freshList
	tooLarge  bool
	stop      stop // at the end of the value printed last
	numbers   []freshList
	images    []*picture.Picture

	relations map[string][]string // that are added, by part

	sequences map[string]int // last numbers of captions

	ranges  []document.Range // of out
	choices []string         // keys of the conditions around

	notes      map[noteKey][]printedNote
	freshNotes map[string]int // new ids of notes made so far, by their kind
	note       string         // id of the note that is printed
}

type missingFact struct {
	name *name
	key  string
}

type listKey struct {
	list   string
	region int
}

// run executes a program.
func (e *execution) run(p *program, frame fields.Frame) []byte {
	e.part, e.src = p.part, p.part.data
	e.out = make([]byte, 0, len(e.src)+len(e.src)/2)
	e.sequences = nil
	e.seen, e.current, e.rounds = map[*op]bool{}, map[string]string{}, map[int]int{}
	e.bookmarks = nil
	e.ranges, e.choices = nil, nil
	e.ops(p.ops, frame)
	return e.out
}

// maxOutput limits a filled part.
const maxOutput = 64 << 20

func (e *execution) ops(list []op, frame fields.Frame) {
	for i := range list {
		switch {
		case len(e.out) > maxOutput:
			e.overflow()
			return
		case frame.Err() != nil:
			return
		}
		e.op(&list[i], frame)
	}
}

// overflow reports a paper that is too large, once.
func (e *execution) overflow() {
	if !e.tooLarge {
		e.tooLarge = true
		e.slips = append(e.slips, Slip{Message: "документ вышел слишком велик",
			place: place{part: e.template.pack.main},
			Hint:  "проверьте, что повторения не вложены друг в друга по ошибке"})
	}
}

func (e *execution) op(o *op, frame fields.Frame) {
	switch o.kind {
	case literal:
		e.literal(e.src[o.from:o.to])
	case insert:
		e.out = append(e.out, o.between...)
	case slot:
		e.slot(o.name, frame)
	case branch:
		e.branch(o, frame)
	case repeat:
		e.repeat(o, o.lists, frame, new(int))
	case table:
		e.table(o, frame)
	case cell, holder:
		e.cell(o, frame)
	case identity:
		e.identity(o)
	case once:
		if !e.seen[o] {
			e.seen[o] = true
			e.out = append(e.out, e.src[o.from:o.to]...)
		}
	case listID:
		e.list(o)
	case imageAttr:
		e.imageAttr(o, frame)
	case sequenceNumber:
		e.sequence(o.id.value)
	case linkID:
		e.link(o.link, frame)
	default:
		e.noteOp(o, frame)
	}
}

// repeat executes the body for every item of the lists, each of which is in the
// items of the one before.
func (e *execution) repeat(o *op, lists []fields.Path, frame fields.Frame, printed *int) {
	if len(lists) == 0 {
		if *printed > 0 {
			e.out = append(e.out, o.between...)
		}
		*printed++
		e.rounds[o.region]++
		e.ops(o.body, frame)
		return
	}
	list := lists[0][len(lists[0])-1]
	value := frame.Value(lists[0])
	items := value.Items
	for _, item := range items {
		if e.tooLarge || frame.Err() != nil {
			return
		}
		e.repeat(o, lists[1:], frame.With(list, item), printed)
	}
	if len(items) == 0 && len(lists) <= o.spare {
		e.repeat(o, lists[1:], frame.Without(value, list), printed)
	}
}

// branch executes the branch that a condition selects.
func (e *execution) branch(o *op, frame fields.Frame) {
	v, outer := o.ask.value(frame), e.choices
	if v.Key != "" {
		e.choices = append(slices.Clip(outer), frame.KeyOf(v))
	}
	if e.holds(o.ask, v, frame) {
		e.ops(o.body, frame)
	} else {
		e.ops(o.other, frame)
	}
	e.choices = outer
}

// value returns what a condition asks about.
func (q *question) value(frame fields.Frame) fields.Value {
	if q.path == nil {
		return frame.Cell(q.name)
	}
	return frame.Value(q.path)
}

func (e *execution) holds(q *question, v fields.Value, frame fields.Frame) bool {
	frame.Asked(v, q.operator != "")
	is := v.Holds()
	if q.operator != "" {
		is = v.Compare(q.operator, q.with)
		e.ordered(q, v)
	}
	return is != q.not
}

// ordered reports a comparison by size with a text.
func (e *execution) ordered(q *question, v fields.Value) {
	fact := missingFact{nil, q.name + q.operator + v.Key}
	if q.operator == "=" || q.operator == "≠" || v.IsEmpty() || v.HasOrder() || e.missing[fact] {
		return
	}
	e.missing[fact] = true
	s := Slip{place: q.place, key: v.Key, Hint: "проверьте равенство: {если " + q.name + " = …}"}
	if q.path == nil {
		s.key, s.Message = q.name, "в столбце «"+q.name+"»"
	} else {
		s.Message = "в файле заседания {" + q.path.Name() + "}"
	}
	s.Message += " — не число и не дата: больше и меньше это не бывает"
	e.slips = append(e.slips, s)
}

// slot prints a value.
func (e *execution) slot(n *name, frame fields.Frame) {
	printed, ok := e.text(n, frame)
	if !ok {
		return
	}
	text := printed.Plain
	if text != "" {
		text = n.lead + text + n.trail
	}
	switch {
	case n.address != noAddress:
		e.out = escape(e.out, escapeAddress(text, n.address))
		return
	case n.plain:
		text = string(escape(nil, strings.Join(strings.Fields(text), " ")))
		e.out = append(e.out, strings.ReplaceAll(text, `"`, "&quot;")...) // it may be an attribute
		return
	}
	if e.stop.bracket && continues(text) {
		e.drop(e.stop)
	}
	e.out = append(e.out, n.before...)
	source := &slotText{printed, n, e.choices}
	from := 0
	for i := 0; i <= len(text); i++ {
		if i < len(text) && text[i] != '\n' && text[i] != '\t' && text[i] != '\r' {
			continue
		}
		start := len(e.out)
		e.out = escape(e.out, text[from:i])
		e.ranges = append(e.ranges, document.Range{Start: start, End: len(e.out), Source: source, Text: text, At: from})
		if from = i + 1; i < len(text) && text[i] != '\r' {
			sign := "br"
			if text[i] == '\t' {
				sign = "tab"
			}
			e.out = append(e.out, "</"+n.prefix+"t><"+n.prefix+sign+"/><"+n.prefix+`t xml:space="preserve">`...)
		}
	}
	if text != "" {
		e.stop = e.stopOf(text, &printed)
	}
	e.out = append(e.out, n.after...)
}

// text returns the text of a name.
func (e *execution) text(n *name, frame fields.Frame) (fields.Printed, bool) {
	if n.column != "" {
		value, ok := frame.Column(n.column)
		if ok && value == "" && n.filters.Otherwise == nil {
			e.absent(n, Slip{key: n.column, Message: "ячейка столбца «" + n.column + "» пуста",
				Hint: "заполните её или напишите {" + n.column + " | иначе «…»}"})
		}
		return n.filters.Cell(frame, n.column, value), ok && (value != "" || n.filters.Otherwise != nil)
	}
	v := frame.Value(n.path)
	printed, missing, err := n.filters.Format(frame, v)
	written := n.path.Name
	switch {
	case err != nil:
		e.absent(n, Slip{key: v.Key, Message: "{" + written() + "}: " + err.Error()})
		return printed, false
	case missing && v.Section() != "":
		e.absent(n, Slip{code: diag.CodeKind, Message: "{" + written() + "} – из раздела " + v.Section() +
			", а у этого вида бумаг такого раздела нет",
			Hint: "уберите имя, а если бланк для другой бумаги, укажите её вид"})
		return printed, false
	case missing && v.Many() > 0:
		e.absent(n, Slip{key: v.Key, code: diag.CodeEach,
			Message: "{" + written() + "} печатает одного, а в файле заседания их " + strconv.Itoa(v.Many()) + ": " +
				v.Key,
			Hint: "поставьте вокруг {для каждого адресата} и {конец} или напечатайте каждому своё письмо"})
		return printed, false
	case missing:
		e.absent(n, Slip{key: v.Key, Message: "в файле заседания нет того, что печатает {" + written() + "}: " + v.Key,
			Hint: "добавьте в файл " + v.Key + ", или напишите в бланке {" + written() +
				" | иначе «…»}, или уберите имя"})
		return printed, false
	}
	if n.unsure {
		e.doubtCase(n, frame, v, printed.Plain)
	}
	return printed, true
}

// doubtCase warns of a name whose genitive is printed where the accusative may be meant.
func (e *execution) doubtCase(n *name, frame fields.Frame, v fields.Value, printed string) {
	object, missing, err := n.filters.Object().Format(frame, v)
	fact := missingFact{n, "case"}
	if missing || err != nil || object.Plain == printed || e.missing[fact] {
		return
	}
	e.missing[fact] = true
	e.slips = append(e.slips, Slip{Severity: diag.Warning, place: n.place, key: v.Key,
		Message: "«кого» двузначно: напечатано «" + printed + "», а «слушали кого?» — «" + object.Plain + "»",
		Hint:    "напишите в бланке рд или вн: {" + n.path.Name() + " | вн}"})
}

// absent reports a missing fact once for every place and key.
func (e *execution) absent(n *name, s Slip) {
	if fact := (missingFact{n, s.key}); !e.missing[fact] {
		e.missing[fact] = true
		s.place = n.place
		e.slips = append(e.slips, s)
	}
}

// table drops a table that has no rows, and writes the grid of one whose cells
// repeat.
func (e *execution) table(o *op, frame fields.Frame) {
	start := len(e.out)
	e.ops(o.body, frame)
	switch {
	case !hasRow(e.out[start:]):
		e.out = e.out[:start]
		e.forget(start)
	case o.columns:
		edits := regrid(e.out[start:])
		e.out = append(e.out[:start:start], replaceAll(e.out[start:], edits)...)
		e.shift(start, edits)
	}
}

// hasRow reports whether markup has the start tag of a table row.
func hasRow(markup []byte) bool {
	for {
		i := bytes.Index(markup, []byte("tr"))
		if i < 1 || i+2 >= len(markup) {
			return false
		}
		before, after := markup[i-1], markup[i+2]
		tag := markup[bytes.LastIndexByte(markup[:i], '<')+1 : i]
		if (before == ':' || before == '<') && (after == '>' || after == ' ') && !bytes.ContainsAny(tag, "> /") {
			return true
		}
		markup = markup[i+2:]
	}
}

// cell ends a cell with a paragraph, or gives an empty holder one.
func (e *execution) cell(o *op, frame fields.Frame) {
	start := len(e.out)
	e.ops(o.body, frame)
	prefix := string(o.between)
	tail := bytes.TrimRight(e.out, " \t\r\n")
	if o.kind == holder && len(tail) > start {
		return
	}
	for _, end := range []string{"sdt>", "sdtContent>", "sdt>", "sdtContent>"} { // controls, and items of one
		tail = bytes.TrimSuffix(tail, []byte("</"+prefix+end))
	}
	if bytes.HasSuffix(tail, []byte("</"+prefix+"p>")) {
		return
	}
	if last := bytes.LastIndexByte(tail, '<'); last >= 0 && bytes.HasSuffix(tail, []byte("/>")) {
		name := strings.TrimSuffix(strings.Fields(string(tail[last+1:]) + " ")[0], "/>")
		if name == prefix+"p" {
			return
		}
	}
	e.out = append(e.out, "<"+prefix+"p/>"...)
}
