package resolve

import (
	"protokol/generator/document"
	"protokol/generator/internal/flow"
)

func field(f document.Field, kind flow.FieldKind) *flow.Field {
	return &flow.Field{Name: f.Name, Kind: kind, Tooltip: f.About, Required: f.Required}
}

func checkbox(c document.Checkbox) flow.Run {
	if c.Field.Name == "" {
		return flow.Run{Kind: flow.Checkbox, Text: string(c.Rune()), Source: c.Source}
	}
	f := field(c.Field, flow.CheckField)
	f.Checked = c.Checked
	return flow.Run{Kind: flow.FormField, Field: f}
}

func blank(b document.Blank) flow.Run {
	if b.Signature == "" {
		return flow.Run{Kind: flow.WritingLine, Width: b.Width * mm}
	}
	return flow.Run{Kind: flow.FormField, Width: b.Width * mm,
		Field: &flow.Field{Name: b.Signature, Kind: flow.SignatureField, Tooltip: "Электронная подпись", Ruled: true}}
}

func comb(b document.Boxes) *flow.Field {
	f := field(b.Field, flow.CombField)
	f.Value, f.Source, f.Most = b.Text, b.Source, b.Count
	return f
}

// dateLength is the number of characters of a date: 12.03.2026.
const dateLength = 10

func input(in document.Input) *flow.Field {
	f := field(in.Field, flow.TextField)
	f.Value, f.Source, f.Options = in.Value, in.Source, in.Options
	f.Lines, f.Ruled = max(1, in.Lines), in.Width > 0
	switch in.Kind {
	case document.Choice:
		f.Kind = flow.ChoiceField
	case document.Date:
		f.Most = dateLength
	}
	return f
}
