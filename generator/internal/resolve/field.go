package resolve

import (
	"protokol/generator/document"
	"protokol/generator/internal/flow"
)

func checkbox(c document.Checkbox) flow.Run {
	if c.Field.Name == "" {
		return flow.Run{Kind: flow.Checkbox, Text: string(c.Rune()), Source: c.Source}
	}
	return flow.Run{Kind: flow.FormField, Field: &flow.Field{Name: c.Field.Name, Kind: flow.CheckField, Tooltip: c.Field.About,
		Required: c.Field.Required, Checked: c.Checked}}
}

func blank(b document.Blank) flow.Run {
	if b.Signature == "" {
		return flow.Run{Kind: flow.WritingLine, Width: b.Width * mm}
	}
	return flow.Run{Kind: flow.FormField, Width: b.Width * mm,
		Field: &flow.Field{Name: b.Signature, Kind: flow.SignatureField, Tooltip: "Электронная подпись", Ruled: true}}
}

func comb(b document.Boxes) *flow.Field {
	return &flow.Field{Name: b.Field.Name, Kind: flow.CombField, Tooltip: b.Field.About, Required: b.Field.Required, Value: b.Text, Source: b.Source, Most: b.Count}
}

// dateLength is how many characters a date has: 12.03.2026.
const dateLength = 10

func input(in document.Input) *flow.Field {
	f := &flow.Field{Name: in.Field.Name, Kind: flow.TextField, Tooltip: in.Field.About, Required: in.Field.Required, Value: in.Value, Source: in.Source,
		Options: in.Options, Lines: max(1, in.Lines), Ruled: in.Width > 0}
	switch in.Kind {
	case document.Choice:
		f.Kind = flow.ChoiceField
	case document.Date:
		f.Most = dateLength
	}
	return f
}
