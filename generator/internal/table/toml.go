package table

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"protokol/generator/diag"
	"protokol/generator/internal/tomlfile"
)

// tomlList is a list in TOML: [[recipients]] tables with fields as keys.
type tomlList struct {
	Recipients []tomlRecord `toml:"recipients"`
}

// tomlRecord holds the values of a recipient as text.
type tomlRecord map[string]Cell

// UnmarshalTOML converts a table. Values of other types are formatted as in a
// paper; those that cannot be are marked as errors.
func (r *tomlRecord) UnmarshalTOML(value any) error {
	table, ok := value.(map[string]any)
	if !ok {
		return errors.New("здесь нужен раздел [[recipients]]")
	}
	*r = tomlRecord{}
	for key, value := range table {
		(*r)[key] = tomlCell(value)
	}
	return nil
}

func tomlCell(value any) Cell {
	switch v := value.(type) {
	case string:
		return Cell{Text: v}
	case int64:
		return Cell{Text: strconv.FormatInt(v, 10)}
	case float64:
		return Cell{Text: strings.Replace(strconv.FormatFloat(v, 'f', -1, 64), ".", ",", 1)}
	case bool:
		return Cell{Text: yesNo(v)}
	case time.Time:
		return Cell{Text: v.Format("02.01.2006")}
	}
	return Cell{problem: "здесь нужен текст в кавычках, число или дата", IsError: true}
}

func yesNo(v bool) string {
	if v {
		return "да"
	}
	return "нет"
}

// openTOML opens a list in TOML. It is read as a whole, since TOML files are
// limited to a megabyte; longer lists are spreadsheets.
func openTOML(src Source) (*Table, diag.List, error) {
	if src.Size > tomlfile.MaxSize {
		return nil, nil, diag.Problem{Message: fmt.Sprintf("список в TOML больше %d МБ", tomlfile.MaxSize>>20),
			Hint: "такой список удобнее хранить в CSV или XLSX"}
	}
	content, err := io.ReadAll(io.NewSectionReader(src.Data, 0, src.Size))
	if err != nil {
		return nil, nil, err
	}
	file, problems := tomlfile.Parse(src.Name, content)
	if file == nil || problems.Failed() {
		return nil, problems, nil
	}
	var list tomlList
	if problems = append(problems, file.Bind(&list)...); problems.Failed() {
		return nil, problems, nil
	}
	if len(list.Recipients) == 0 {
		return nil, nil, diag.Problem{Message: "в файле нет ни одного получателя",
			Hint: "получатель — это раздел [[recipients]]"}
	}
	var keys []string
	for _, record := range list.Recipients {
		for key := range record {
			if !slices.Contains(keys, key) {
				keys = append(keys, key)
			}
		}
	}
	if len(keys) == 0 {
		return nil, nil, diag.Problem{Message: "во всех разделах [[recipients]] пусто",
			Hint: "впишите под [[recipients]] хотя бы организацию: organization = \"ООО «Заря»\""}
	}
	slices.Sort(keys)
	t := &Table{Keys: keys, Locate: file.Locate}
	t.describe("список в TOML, получателей: %d", len(list.Recipients))
	t.rows = func() (Reader, error) { return &tomlReader{list.Recipients, keys, -1}, nil }
	return t, problems, nil
}

// tomlReader reads recipients as rows, preceded by row 0 with their keys.
type tomlReader struct {
	records []tomlRecord
	keys    []string
	at      int
}

func (t *tomlReader) Next() (Row, error) {
	if t.at++; t.at > len(t.records) {
		return Row{}, io.EOF
	}
	r := Row{Number: t.at, Cells: make([]Cell, len(t.keys))}
	for i, key := range t.keys {
		if t.at == 0 {
			r.Cells[i].Text = key
		} else {
			r.Cells[i] = t.records[t.at-1][key]
		}
	}
	return r, nil
}
