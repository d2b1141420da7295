package generator

import (
	"runtime/debug"
)

// Build names the version of the program, with the commit and its date where the
// build knows them. Papers never depend on it.
func Build() string {
	build, ok := debug.ReadBuildInfo()
	if !ok {
		return Version
	}
	known := map[string]string{}
	for _, s := range build.Settings {
		known[s.Key] = s.Value
	}
	commit, when := known["vcs.revision"], known["vcs.time"]
	if len(commit) < 12 || len(when) < len("2006-01-02") {
		return Version
	}
	text := Version + ", сборка " + commit[:12] + " от " + when[:len("2006-01-02")]
	if known["vcs.modified"] == "true" {
		text += " с изменениями"
	}
	return text
}
