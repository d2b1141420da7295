package generator

import (
	"runtime/debug"
)

// Build returns the version of the program, followed by the commit and its date
// when the binary records them. It does not influence papers.
func Build() string {
	build, ok := debug.ReadBuildInfo()
	if !ok {
		return Version
	}
	settings := map[string]string{}
	for _, s := range build.Settings {
		settings[s.Key] = s.Value
	}
	commit, when := settings["vcs.revision"], settings["vcs.time"]
	if len(commit) < 12 || len(when) < len("2006-01-02") {
		return Version
	}
	text := Version + ", сборка " + commit[:12] + " от " + when[:len("2006-01-02")]
	if settings["vcs.modified"] == "true" {
		text += " с изменениями"
	}
	return text
}
