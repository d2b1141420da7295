package fields

import (
	"reflect"
	"regexp"
	"strings"
	"testing"

	"protokol/generator/internal/compose"
	"protokol/generator/internal/meeting"
	"protokol/generator/internal/trace"
)

// modelKeys returns the patterns of all keys of the file.
func modelKeys(key string, of reflect.Type, depth int) (list []string) {
	for of.Kind() == reflect.Pointer || of.Kind() == reflect.Slice {
		of = of.Elem()
	}
	if of.Kind() == reflect.Map || depth > 4 {
		return nil
	}
	tables := 0
	for i := 0; of.Kind() == reflect.Struct && i < of.NumField(); i++ {
		name, _, _ := strings.Cut(of.Field(i).Tag.Get("toml"), ",")
		if name == "" || name == "-" {
			continue
		}
		tables++
		list = append(list, modelKeys(strings.TrimPrefix(key+"."+name, "."), of.Field(i).Type, depth+1)...)
	}
	if tables == 0 {
		return []string{key}
	}
	return list
}

// unnamed are keys that have no value to print.
var unnamed = regexp.MustCompile(`(^|\.)(forms|position_forms|header|words|rules|genitive|emblem|file|width)(\.|$)|` +
	`(^|\.)(height|align|landscape|word|law|form|as_typed|council_file|gender|guest|numbering|print|named)(\.|$)|` +
	`(^|\.)(vote_(first|word|noun|print|verdict)|order|group|numbered|majority|base|addressee_initials)(\.|$)|` +
	`(^|\.)(keyword_apart|agreed_first|tasks|head|invited_groups|attachments.paper|extract.include)(\.|$)|^people\.`)

// TestEveryKeyHasName: a template can print every value of the file by its key.
func TestEveryKeyHasName(t *testing.T) {
	for _, key := range modelKeys("", reflect.TypeFor[meeting.Meeting](), 0) {
		if unnamed.MatchString(key) && !strings.HasPrefix(key, "applicant.head") {
			continue
		}
		if Find(key, nil) == nil {
			t.Errorf("no name for %s", key)
		}
	}
}

// TestNamesAreRussian: every fact has a Russian name.
func TestNamesAreRussian(t *testing.T) {
	seen := map[*Record]bool{}
	var visit func(path string, r *Record)
	visit = func(path string, r *Record) {
		if seen[r] || strings.Count(path, ".") > 4 {
			return
		}
		seen[r] = true
		for _, f := range r.fields {
			at := path + "." + f.Name()
			if latin.MatchString(f.Name()) {
				t.Errorf("%s has no Russian name", at)
			}
			if f.Of != nil {
				if f.Kind == List && latin.MatchString(f.Of.Name+f.Of.Genitive) {
					t.Errorf("%s: its items have no Russian name: %s, %s", at, f.Of.Name, f.Of.Genitive)
				}
				visit(at, f.Of)
			}
		}
	}
	visit("", vocabulary())
}

var latin = regexp.MustCompile(`[a-z]`)

// TestFilledKeys: names in braces in a letter's section are facts, by whatever name the key is printed, and stay by
// rules before 13.
func TestFilledKeys(t *testing.T) {
	typed := "Заседание {органа}."
	for _, c := range []struct {
		kind  string
		rules int
		want  string
	}{
		{"letter", 0, "Сообщаем о заседании Совета дома."}, // as the paper has it
		{"protocol", 0, "Заседание Совета дома."}, {"letter", 12, typed}, {"protocol", 12, typed},
	} {
		i := &Item{Data: data(t, compose.Request{Kind: c.kind, Rules: c.rules})}
		v := section{name: "letter"}.texts(i, "text", "letter.text", []string{typed})
		got := trace.Strip(string(*v.Items[0].thing.(*paragraph)))
		if got = strings.ReplaceAll(got, "\u00a0", " "); got != c.want {
			t.Errorf("%s by rules %d: %q, want %q", c.kind, c.rules, got, c.want)
		}
	}
}
