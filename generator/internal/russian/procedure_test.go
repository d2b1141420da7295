package russian

import "testing"

// TestProcedures checks that each of several procedures is in the genitive, and nothing else changes.
func TestProcedures(t *testing.T) {
	for kind, want := range map[string]string{
		"рассмотрение, оценка и сопоставление заявок":          "рассмотрения, оценки и сопоставления заявок",
		"вскрытие конвертов и рассмотрение заявок":             "вскрытия конвертов и рассмотрения заявок",
		"Осмотр и приёмка работ":                               "Осмотра и приёмки работ",
		"рассмотрение вторых частей заявок, подведение итогов": "рассмотрения вторых частей заявок, подведения итогов",
		"рассмотрения и оценки заявок":                         "рассмотрения и оценки заявок",
	} {
		if got := KindGenitive(kind); got.Text != want || got.Doubt != "" {
			t.Errorf("%s: %+v, want %q", kind, got, want)
		}
	}
	for _, kind := range []string{"заседание по оценке и рассмотрение заявок",
		"рассмотрение заявок, поданных на отбор и допуск участников",
		"проверка и оценка, проведённая комиссией, заявок"} {
		if got, ok := proceduresGenitive(kind); ok {
			t.Error(got)
		}
	}
}
