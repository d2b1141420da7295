// Package templates holds the templates and style sheets that the program
// ships. A user's own folder may be laid over them, file by file.
package templates

import "embed"

// Files is the built-in templates: one document a file, parts they share in
// partials/, kinds of the section [papers] in papers/, style sheets in styles/, rules
// about the requisites of protocols in laws/.
//
//go:embed *.tmpl partials/*.tmpl papers/*.tmpl styles/*.toml laws/*.toml
var Files embed.FS
