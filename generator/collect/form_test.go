package collect_test

import (
	"bytes"
	"testing"

	"protokol/generator"
	"protokol/generator/collect"
	"protokol/generator/compose"
	"protokol/generator/input"
	"protokol/generator/internal/engine"
	"protokol/generator/origin"
	"protokol/generator/reader"
	"protokol/templates"
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
func blankForm(t testing.TB, kind, format string) []byte { return printed(t, kind, format, true) }

func printed(t testing.TB, kind, format string, fillable bool) []byte {
	t.Helper()
	sheet, problems := generator.Sheet(templates.Files, generator.DefaultStyle)
	if problems.Failed() {
		t.Fatal(problems)
	}
	press, err := generator.NewPress(templates.Files, sheet)
	if err != nil {
		t.Fatal(err)
	}
	file, problems := input.Read("meeting.toml", []byte(source), input.Options{Covers: press.Covers})
	if problems.Failed() {
		t.Fatal(problems)
	}
	paper, err := press.Paper(compose.Request{Kind: kind, Fillable: fillable}, file.Meeting,
		generator.Origin{Files: []origin.File{{Role: origin.Source, Path: "meeting.toml", Data: []byte(source)}}})
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := press.Write(&b, paper, format); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func read(t testing.TB, name string, file []byte) ([]*collect.Form, error) {
	t.Helper()
	if reader.IsDOCX(file) {
		return collect.DOCX(name, file)
	}
	started, err := reader.Start(t.Context(), engine.Cache())
	if err != nil {
		t.Fatal(err)
	}
	defer started.Close()
	return collect.PDF(started, name, file)
}
