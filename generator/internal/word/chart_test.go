package word_test

import (
	"fmt"
	"testing"
)

// TestCharts: names in charts and diagrams are reported.
func TestCharts(t *testing.T) {
	chart := `<c:chartSpace xmlns:c="c" xmlns:a="a"><a:p><a:r><a:t>Голоса {но</a:t></a:r><a:r><a:t>мер}</a:t></a:r></a:p></c:chartSpace>`
	slips := open(t, `<w:p><w:r><w:drawing><c:chart xmlns:c="c" r:id="r7"/></w:drawing></w:r></w:p>`, map[string]string{
		"word/_rels/document.xml.rels": fmt.Sprintf(rels, relation("r7", "chart", "charts/chart1.xml")),
		"word/charts/chart1.xml":       chart}).Slips(nil)
	if len(slips) != 1 || slips[0].Message != "{номер} в диаграмме останется как есть" {
		t.Errorf("%v", slips)
	}
}
