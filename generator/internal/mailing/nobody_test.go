package mailing

import (
	"errors"
	"strings"
	"testing"

	"protokol/generator/diag"
	"protokol/generator/internal/list"
	"protokol/generator/internal/table"
)

// TestNobody checks that a list without organizations and names is refused at once.
func TestNobody(t *testing.T) {
	const csv = "Адрес;Телефон\nСмоленск;12-34-56\n"
	src := table.Source{Name: "list.csv", Data: strings.NewReader(csv), Size: int64(len(csv))}
	_, err := Open(src, list.Options{}, "")
	var report diag.Report
	if !errors.As(err, &report) || len(report.List) != 1 ||
		!strings.Contains(report.List[0].Message, "неизвестно, кому письма; найдены: «Адрес» (A)") {
		t.Errorf("%v", err)
	}
}
