package document

// Prompts are the texts of empty form fields, in formats without another way to show a field.
type Prompts map[Prompt]string

// Prompt identifies one of Prompts.
type Prompt struct {
	Kind     InputKind
	Required bool
}
