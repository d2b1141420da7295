package table

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"
)

// source returns a file with the given content.
func source(name, content string) Source {
	return Source{Name: name, Data: strings.NewReader(content), Size: int64(len(content))}
}

// archiveSource returns a file that is an archive with the given parts: names and contents in turn.
func archiveSource(t *testing.T, name string, parts ...string) Source {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := 0; i < len(parts); i += 2 {
		part, err := w.Create(parts[i])
		if err == nil {
			_, err = part.Write([]byte(parts[i+1]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return source(name, b.String())
}

// TestOpenWithoutHeadings reads a table of which no heading is known.
func TestOpenWithoutHeadings(t *testing.T) {
	table, problems, err := Open(source("a.csv", "Город,Число\nЕльня,\"1,5\"\nРудня,\"2,5\"\n"), Options{})
	if err != nil || len(problems) > 0 {
		t.Fatal(err, problems)
	}
	if got := table.Description[1]; got != "разделитель — запятая (по 2 столбцов в 3 строках)" {
		t.Error(got)
	}
	rows, err := table.Rows()
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"Город|Число", "Ельня|1,5", "Рудня|2,5"} {
		row, err := rows.Next()
		if got := strings.Join(row.Texts(), "|"); err != nil || got != want {
			t.Errorf("got %s, want %s: %v", got, want, err)
		}
	}
}

// TestDamagedWorksheet checks that a worksheet that cannot be read is no table, named or not.
func TestDamagedWorksheet(t *testing.T) {
	src := archiveSource(t, "a.xlsx",
		"_rels/.rels", `<Relationships><Relationship Id="r1" Type="http://x/officeDocument" Target="xl/workbook.xml"/>`+
			`</Relationships>`,
		"xl/workbook.xml", `<workbook xmlns:r="r"><sheets><sheet name="Л" sheetId="1" r:id="r1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels", `<Relationships><Relationship Id="r1" Type="http://x/worksheet" Target="a.xml"/>`+
			`</Relationships>`,
		"xl/a.xml", `<worksheet><sheetData`)
	for _, worksheet := range []string{"", "Л"} {
		table, _, err := Open(src, Options{Worksheet: worksheet})
		if table != nil || err == nil || !strings.Contains(err.Error(), "поврежд") {
			t.Errorf("worksheet %q: %v, %v", worksheet, table, err)
		}
	}
}

func TestColumnName(t *testing.T) {
	for i, want := range map[int]string{
		0: "A", 25: "Z", 26: "AA", 51: "AZ", 52: "BA", 701: "ZZ", 702: "AAA", 16383: "XFD",
	} {
		if got := ColumnName(i); got != want {
			t.Errorf("%d: %s", i, got)
		}
		if column, row, ok := parseReference(want + "17"); column != i || row != 17 || !ok {
			t.Errorf("%s: %d, %d", want, column, row)
		}
	}
}
