package web

import (
	"bytes"
	"slices"
	"sync"

	"protokol/generator"
)

// decoded keeps the values of the contents that were decoded last: one change asks
// for them in several places. Nobody may change them.
type decoded struct {
	mu   sync.Mutex
	last []content
}

// content is the content of a file with its values.
type content struct {
	data   []byte
	values map[string]any
}

// maxDecoded limits the contents that are kept: a few meetings and their bodies.
const maxDecoded = 16

// maxValues limits the values of a file that has a form and sheets beside it, of which a protocol of fifty pages has
// 1,300. Of empty questions, which have many fields for a value, it takes a second or two to show so many.
const maxValues = 5000

// isLarge reports whether a file has too many values for a form.
func isLarge(values map[string]any) bool { return countValues(values) > maxValues }

// countValues counts a value, with those inside of it.
func countValues(v any) int {
	n := 1
	switch v := v.(type) {
	case map[string]any:
		for _, inner := range v {
			n += countValues(inner)
		}
	case []any:
		for _, inner := range v {
			n += countValues(inner)
		}
	}
	return n
}

// of returns the values of a content.
func (d *decoded) of(data []byte) (map[string]any, error) {
	d.mu.Lock()
	i := slices.IndexFunc(d.last, func(c content) bool { return bytes.Equal(c.data, data) })
	if i >= 0 {
		defer d.mu.Unlock()
		return d.last[i].values, nil
	}
	d.mu.Unlock()
	values, err := generator.Values(data)
	if err == nil {
		d.keep(data, values)
	}
	return values, err
}

// keep records the values of a content.
func (d *decoded) keep(data []byte, values map[string]any) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.remove(data)
	if len(d.last) == maxDecoded {
		d.last = slices.Delete(d.last, 0, 1)
	}
	d.last = append(d.last, content{data, values})
}

// forget drops the values of a content that turned out to be wrong.
func (d *decoded) forget(data []byte) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.remove(data)
}

func (d *decoded) remove(data []byte) {
	d.last = slices.DeleteFunc(d.last, func(c content) bool { return bytes.Equal(c.data, data) })
}
