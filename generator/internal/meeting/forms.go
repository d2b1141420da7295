package meeting

import "fmt"

// Forms holds case forms of a name or a phrase. They take precedence over
// derived forms.
type Forms struct {
	Genitive      string `toml:"genitive" jsonschema_description:"Кого? чего?"`
	Dative        string `toml:"dative" jsonschema_description:"Кому? чему?"`
	Accusative    string `toml:"accusative" jsonschema_description:"Кого? что?"`
	Instrumental  string `toml:"instrumental" jsonschema_description:"Кем? чем?"`
	Prepositional string `toml:"prepositional" jsonschema_description:"О ком? о чём?"`
}

// gender requires "m", "f" or nothing.
func (c *checker) gender(key, value string) {
	if value != "" && value != "m" && value != "f" {
		c.wrong(key, fmt.Sprintf("неизвестный пол «%s»", value), `пишется "m" (мужской) или "f" (женский)`)
	}
}
