package fields

import (
	"fmt"
	"slices"
	"strings"

	"protokol/generator/diag"
	"protokol/generator/internal/russian"
)

// Filters say how a value is printed: the words after | in a name.
type Filters struct {
	list      []typedFilter
	inCase    russian.Case
	hasCase   bool
	form      string // of a person, a date or a number
	picture   string // of a date whose form is picture
	noYear    bool   // of a date: without «г.»
	letters   string // upper, lower, first, small, each
	count     bool   // of a list: the number of its items
	join      string // of a list; "" is a comma
	Otherwise *string
}

// filter is a word that may follow |.
type filter struct {
	names []string
	kinds []Kind // that it applies to; nil for all that are printed
	group string // of which there may be one
	set   func(*Filters)
}

// typedFilter is a filter as the template calls it.
type typedFilter struct {
	*filter
	word string
}

var (
	declined = []Kind{Person, Phrase, List}
	worded   = []Kind{Person, List}
	dated    = []Kind{Date}
	listed   = []Kind{Date, List}
	counted  = []Kind{Number, Ballot}
)

func caseFilter(c russian.Case, names string) *filter {
	return &filter{strings.Split(names, ", "), declined, "case", func(f *Filters) { f.inCase, f.hasCase = c, true }}
}

func formFilter(form string, kinds []Kind, names string) *filter {
	return &filter{strings.Split(names, ", "), kinds, "form", func(f *Filters) { f.form = form }}
}

func lettersFilter(letters, names string) *filter {
	return &filter{strings.Split(names, ", "), nil, "letters", func(f *Filters) { f.letters = letters }}
}

func joinFilter(join, names string) *filter {
	return &filter{strings.Split(names, ", "), []Kind{List}, "join", func(f *Filters) { f.join = join }}
}

// filters lists the words that may follow |.
var filters = []*filter{
	caseFilter(russian.Nominative, "кто, что, им, именительный"),
	caseFilter(russian.Genitive, "кого, чего, рд, род, родительный"),
	caseFilter(russian.Dative, "кому, чему, дт, дат, дательный"),
	caseFilter(russian.Accusative, "вн, вин, винительный"),
	caseFilter(russian.Instrumental, "кем, чем, тв, творительный"),
	caseFilter(russian.Prepositional, "о ком, о чём, о чем, пр, предложный"),
	formFilter("full", worded, "полностью, фио"),
	formFilter("before", worded, "инициалы, инициалы впереди"),
	formFilter("after", worded, "инициалы после, фамилия и инициалы"),
	formFilter("surname", worded, "фамилия"),
	formFilter("address", worded, "имя и отчество, имя отчество"),
	formFilter("digits", dated, "цифрами"),
	formFilter("words", dated, "словами"),
	formFilter("year", dated, "словами полностью, с годом"),
	formFilter("quoted", dated, "в кавычках, день в кавычках"),
	formFilter("spelled", append(listed, counted...), "прописью"),
	formFilter("spelled genitive", dated, "прописью в родительном, прописью род, прописью рд"),
	formFilter("feminine", append([]Kind{List}, counted...), "прописью женский, прописью жен"),
	formFilter("ordinal", []Kind{Number, List}, "порядковое, порядковым"),
	formFilter("roman", []Kind{Number, List}, "римскими, римскими цифрами"),
	formFilter("clock", []Kind{Text}, "часами и минутами"),
	{strings.Split("без г., без г", ", "), dated, "year", func(f *Filters) { f.noYear = true }},
	{strings.Split("количество, число", ", "), []Kind{List}, "count", func(f *Filters) { f.count = true }},
	lettersFilter("upper", "заглавными, прописными"),
	lettersFilter("lower", "строчными"),
	lettersFilter("first", "с заглавной, с большой"),
	lettersFilter("small", "с маленькой, со строчной"),
	lettersFilter("each", "каждое слово с заглавной"),
	joinFilter(", ", "через запятую"),
	joinFilter("; ", "через точку с запятой"),
	joinFilter("\n", "с новой строки"),
	joinFilter("и", "через запятую и, через и, и"),
}

// FilterError says why a filter is invalid.
type FilterError struct{ Message, Hint string }

func (e FilterError) Error() string { return e.Message }

// ParseFilters reads the filters after a name, split at |.
func ParseFilters(parts []string) (Filters, error) {
	var f Filters
	for _, part := range parts {
		word := normalize(part)
		if rest, ok := strings.CutPrefix(word, "иначе"); ok {
			other := otherwise(part, rest)
			if strings.Count(other, "«") != strings.Count(other, "»") {
				return f, FilterError{"у слов после «иначе» нет второй кавычки", "напишите так: иначе «…»"}
			}
			f.Otherwise = &other
			continue
		}
		if err := f.Add(word); err != nil {
			return f, err
		}
	}
	return f, nil
}

// Add adds a filter by its word.
func (f *Filters) Add(word string) error {
	found := findFilter(word)
	if found == nil {
		return unknownFilter(word)
	}
	for _, other := range f.list {
		if other.group == found.group && other.filter != found {
			return FilterError{fmt.Sprintf("«%s» и «%s» вместе не бывают", other.word, word), "оставьте одно из двух"}
		}
	}
	found.set(f)
	f.list = append(f.list, typedFilter{found, word})
	return nil
}

// otherwise returns the alternative to an empty value: a text in quotes, a line
// to write on, or nothing.
func otherwise(part, word string) string {
	switch strings.TrimSpace(word) {
	case "линия", "строка":
		return blankLine
	case "", "пусто", "ничего":
		return ""
	}
	_, text, _ := strings.Cut(strings.TrimSpace(part), "наче")
	text = strings.TrimSpace(text)
	for _, quotes := range []string{"«»", "“”", "„“", "””", "\"\"", "''", "’’", "‘’"} {
		r := []rune(quotes)
		if inner, ok := strings.CutPrefix(text, string(r[0])); ok && strings.HasSuffix(inner, string(r[1])) {
			return strings.TrimSuffix(inner, string(r[1]))
		}
	}
	return text
}

func findFilter(name string) *filter {
	for _, f := range filters {
		for _, n := range f.names {
			if n == name {
				return f
			}
		}
	}
	return nil
}

func unknownFilter(word string) error {
	if word == "" {
		return FilterError{"после | ничего нет", "допишите, в каком виде печатать, или уберите |"}
	}
	var known []string
	for _, f := range filters {
		known = append(known, f.names...)
	}
	near := diag.Nearest(word, known)
	if other := otherLayout.Replace(word); near == "" && findFilter(other) != nil {
		near = other
	}
	if near != "" {
		return FilterError{fmt.Sprintf("непонятно, что значит «%s»", word), "возможно, вы имели в виду «" + near + "»"}
	}
	return FilterError{fmt.Sprintf("непонятно, что значит «%s»", word),
		"бывает: кого, кому, кем, о ком, инициалы, полностью, прописью, цифрами, заглавными, иначе «…»"}
}

// kindNames are the names of kinds of values in messages.
var kindNames = map[Kind]string{Text: "текст", Number: "число", Ballot: "число", Person: "имя человека",
	Phrase: "слова с падежами", Date: "дата", List: "список", Flag: "признак"}

// CheckColumn reports a filter that a cell of a list of recipients cannot have: it
// is printed as it is.
func (f Filters) CheckColumn(heading string) error {
	return f.check(Text, heading)
}

// Check reports a filter that a fact cannot have.
func (f Filters) Check(p Path) error {
	k := p.last().Kind
	if err := checkImage(p); err != nil && !f.count {
		return err
	}
	if k == Flag {
		return FilterError{fmt.Sprintf("{%s} — признак: его можно только проверить", p.Name()),
			fmt.Sprintf("напишите {если %s} … {конец}", p.Name())}
	}
	if k == List && !f.count && slices.Contains([]string{"spelled", "feminine", "ordinal", "roman"}, f.form) {
		return FilterError{"«" + f.formWord() + "» — о числе, а {" + p.Name() + "} — список",
			"напишите {" + p.Name() + " | количество | " + f.formWord() + "}"}
	}
	return f.check(k, p.Name())
}

// formWord returns the filter for the form as the template calls it.
func (f Filters) formWord() string {
	for _, one := range f.list {
		if one.group == "form" {
			return one.word
		}
	}
	return ""
}

func (f Filters) check(k Kind, name string) error {
	for _, one := range f.list {
		if one.kinds == nil {
			continue
		}
		fits := slices.Contains(one.kinds, k) || f.form == "ordinal" && one.group == "case"
		what := kindNames[k]
		if f.count && one.group != "count" && one.group != "letters" && !slices.Contains(one.kinds, Number) &&
			(f.form != "ordinal" || one.group != "case") {
			fits, what = false, "здесь число: «количество»"
		}
		if !fits {
			return FilterError{fmt.Sprintf("«%s» сюда не подходит: {%s} — %s", one.word, name, what),
				"уберите | " + one.word}
		}
	}
	return nil
}
