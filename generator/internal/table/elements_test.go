package table

import (
	"encoding/xml"
	"strings"
	"testing"
)

// TestElements counts the elements of a part up to its limit.
func TestElements(t *testing.T) {
	eleven := xml.NewDecoder(strings.NewReader(strings.Repeat("<a/>", 11)))
	counted := &elements{decoder: eleven, part: "x/y.xml", most: 10}
	if err := counted.check(); err == nil || !strings.Contains(err.Error(), "(y.xml) больше 10 элементов") {
		t.Error(err)
	}
	counted = &elements{decoder: xml.NewDecoder(strings.NewReader(strings.Repeat("<a/>", 10))), most: 10}
	if err := counted.check(); err != nil || counted.count != 10 || counted.depth != 0 {
		t.Error(err, counted.count)
	}
}
