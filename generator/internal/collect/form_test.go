package collect_test

import (
	"testing"

	"protokol/generator/document"
	"protokol/generator/internal/collect"
	"protokol/generator/internal/compose"
	"protokol/generator/internal/engine"
	"protokol/generator/internal/input"
	"protokol/generator/internal/origin"
	"protokol/generator/internal/papertest"
	"protokol/generator/internal/printing"
	"protokol/generator/internal/reader"
)

const source = `date = 2026-01-15
chair = "Первый И. И."
secretary = "Вторая М. П."
council = { name = "Совет", genitive = "Совета", cluster = "кластер" }
people = [{ name = "Первый Иван Иванович" }, { name = "Вторая Мария Петровна" }]
[[agenda]]
title = "О плане."
decisions = ["Утвердить план."]
[application]
[consent]
operator = "Совет"
address = "г. Смоленск"
`

// blankForm prints a form to be filled.
func blankForm(t testing.TB, kind, format string) []byte { return form(t, kind, format, true) }

func form(t testing.TB, kind, format string, fillable bool) []byte {
	t.Helper()
	press := papertest.Press(t)
	file, problems := input.Read("meeting.toml", []byte(source), input.Options{Covers: press.Covers})
	if problems.Failed() {
		t.Fatal(problems)
	}
	paper, err := press.Paper(t.Context(), compose.Request{Kind: kind, Fillable: fillable}, file.Meeting,
		printing.Origin{Files: []origin.File{{Role: origin.Source, Path: "meeting.toml", Data: []byte(source)}}})
	if err != nil {
		t.Fatal(err)
	}
	return papertest.File(t, press, paper, format)
}

func prompts(t testing.TB) []document.Prompts {
	t.Helper()
	sets, err := papertest.Press(t).Prompts()
	if err != nil {
		t.Fatal(err)
	}
	return sets
}

func read(t testing.TB, name string, file []byte) ([]*collect.Form, error) {
	t.Helper()
	if reader.IsDOCX(file) {
		return collect.DOCX(name, file, prompts(t))
	}
	started, err := reader.StartCached(t.Context(), engine.Folder())
	if err != nil {
		t.Fatal(err)
	}
	defer started.Close()
	return collect.PDF(started, name, file, prompts(t))
}
