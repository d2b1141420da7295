package sample

// Normalize exports normalize to tests: it returns a text without differences of typing.
func Normalize(text string) string { return normalize(text).text }
