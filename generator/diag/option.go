package diag

// OptionError is an option of a request that cannot be met: what whoever calls
// asked for, not what a file says.
type OptionError struct {
	Option  string // as fields and flags call it: "where", "name"
	Place   string // in its value; may be empty
	Message string // Russian, without the option's name
}

func (e OptionError) Error() string {
	if e.Place != "" {
		return e.Option + ", " + e.Place + ": " + e.Message
	}
	return e.Option + ": " + e.Message
}
