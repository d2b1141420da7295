package compose

import "protokol/generator/document"

// Prompts returns the texts that empty form fields show: the partials "input-prompt", which has the kind of the
// field as data, and "input-prompt-required", which has the words of the former.
func (t *Templates) Prompts() (document.Prompts, error) { return t.prompts() }

func (t *Templates) readPrompts() (document.Prompts, error) {
	prompts := document.Prompts{}
	for _, kind := range []document.InputKind{document.Words, document.Date, document.Choice} {
		prompt, err := t.word("input-prompt", string(kind))
		if err != nil {
			return nil, err
		}
		required, err := t.word("input-prompt-required", prompt)
		if err != nil {
			return nil, err
		}
		prompts[document.Prompt{Kind: kind}] = prompt
		prompts[document.Prompt{Kind: kind, Required: true}] = required
	}
	return prompts, nil
}
