package meeting

import "fmt"

// Forms are the declined forms of a name or a phrase. They take precedence over
// derived forms.
type Forms struct {
	// Кого? чего?
	Genitive string `toml:"genitive"`
	// Кому? чему?
	Dative string `toml:"dative"`
	// Кого? что?
	Accusative string `toml:"accusative"`
	// Кем? чем?
	Instrumental string `toml:"instrumental"`
	// О ком? о чём?
	Prepositional string `toml:"prepositional"`
}

// gender requires "m", "f" or nothing.
func (c *checker) gender(key, value string) {
	if value != "" && value != "m" && value != "f" {
		c.wrong(key, fmt.Sprintf("неизвестный пол «%s»", value), `пишется "m" (мужской) или "f" (женский)`)
	}
}
