package document

// Prompts are what empty fields of a form show, in formats without another way
// to show a field.
type Prompts map[Prompt]string

// Prompt identifies one of Prompts.
type Prompt struct {
	Kind     InputKind
	Required bool
}
