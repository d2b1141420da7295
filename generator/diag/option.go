package diag

// OptionError is an invalid option of a request, as opposed to a problem in a
// file.
type OptionError struct {
	Option  string // name of the field and the flag
	Place   string // position in its value; may be empty
	Message string // Russian, without the option's name
}

func (e OptionError) Error() string {
	if e.Place != "" {
		return e.Option + ", " + e.Place + ": " + e.Message
	}
	return e.Option + ": " + e.Message
}
