package main

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestHandbookLinks: all links have targets; pictures are small and used.
func TestHandbookLinks(t *testing.T) {
	target := regexp.MustCompile(`\]\(([^)#]*)(#[^)]*)?\)|src="([^"]+)"`)
	var shown []string
	for _, document := range []string{"../../README.md", "../../examples/README.md", "../../templates/README.md"} {
		text, err := os.ReadFile(document)
		if err != nil {
			t.Fatal(err)
		}
		for _, link := range target.FindAllStringSubmatch(string(text), -1) {
			file := filepath.Join(filepath.Dir(document), link[1]+link[3])
			if info, err := os.Stat(file); link[1]+link[3] != "" && err != nil {
				t.Errorf("%s: %v", document, err)
			} else if link[3] != "" && info.Size() > 60<<10 {
				t.Errorf("%s has %d bytes", file, info.Size())
			}
			if link[2] != "" && link[1] == "" && !slices.Contains(anchors(string(text)), link[2]) {
				t.Errorf("%s: no chapter %s", document, link[2])
			}
			shown = append(shown, file)
		}
	}
	pictures, err := filepath.Glob("../../examples/handbook/*.png")
	if err != nil || len(pictures) == 0 {
		t.Fatal(len(pictures), err)
	}
	for _, picture := range pictures {
		if !slices.Contains(shown, picture) && filepath.Base(picture) != "plan.png" {
			t.Errorf("no document shows %s", picture)
		}
	}
}

// TestHandbookCommands: the handbook has a row for every command.
func TestHandbookCommands(t *testing.T) {
	text, err := os.ReadFile("../../examples/README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, table, _ := strings.Cut(string(text), "| Команда |")
	table, _, _ = strings.Cut(table, "\n\n")
	for _, c := range commands() {
		if !strings.Contains(table, "`"+c.Name+"`") {
			t.Errorf("no row for %s", c.Name)
		}
	}
}

// anchors returns the anchors that GitHub makes of headings.
func anchors(text string) (list []string) {
	dropped := regexp.MustCompile(`[^\p{L}\p{N} -]`)
	for _, heading := range regexp.MustCompile(`(?m)^#+ (.*)$`).FindAllStringSubmatch(text, -1) {
		anchor := dropped.ReplaceAllString(strings.ToLower(heading[1]), "")
		list = append(list, "#"+strings.ReplaceAll(anchor, " ", "-"))
	}
	return list
}
