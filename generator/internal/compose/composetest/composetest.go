// Package composetest gives tests the facts of meetings.
package composetest

import (
	"sync"
	"testing"

	"protokol/generator/internal/compose"
	"protokol/generator/internal/input"
	"protokol/generator/internal/meeting"
	"protokol/templates"
)

// Meeting reads a meeting without errors.
func Meeting(t testing.TB, toml string) *meeting.Meeting {
	t.Helper()
	file, problems := input.Read("m.toml", []byte(toml), input.Options{})
	if file == nil || problems.Failed() {
		t.Fatal(problems)
	}
	return file.Meeting
}

var builtIn = sync.OnceValues(func() (*compose.Templates, error) { return compose.Load(templates.Files) })

// Facts returns what the built-in templates get for a paper of a meeting.
func Facts(t testing.TB, m *meeting.Meeting, r compose.Request) *compose.Data {
	t.Helper()
	set, err := builtIn()
	if err != nil {
		t.Fatal(err)
	}
	facts, err := set.Data(r, m)
	if err != nil {
		t.Fatal(err)
	}
	return facts
}
