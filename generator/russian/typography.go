package russian

// Typeset sets a text as the norm wants it and binds what belongs together.
func Typeset(text string) string { return Bind(text) }
