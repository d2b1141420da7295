package signature

import (
	"strings"
	"testing"

	"protokol/generator/internal/cos"
)

// TestRulesSaid: what a signer allows and forbids is told, except for what only the signature that
// the catalog names may allow (ISO 32000-2, 12.8.4).
func TestRulesSaid(t *testing.T) {
	first, _ := both(t)
	f, err := cos.Read(first)
	if err != nil {
		t.Fatal(err)
	}
	const value = cos.Name("value of the field")
	rule := func(method cos.Name, parameters cos.Dict) cos.Dict {
		return cos.Dict{"Reference": cos.Array{cos.Dict{"TransformMethod": method, "TransformParams": parameters}}}
	}
	named := cos.Array{cos.String("sum"), cos.String("date")}
	for name, test := range map[string]struct {
		signature, lock cos.Dict
		isNamed         bool
		want            string
	}{
		"none":             {isNamed: true},
		"no changes":       {signature: rule("DocMDP", cos.Dict{"P": 1}), isNamed: true, want: level(1).String()},
		"filling in":       {signature: rule("DocMDP", cos.Dict{"P": 2}), isNamed: true, want: level(2).String()},
		"as usual":         {signature: rule("DocMDP", nil), isNamed: true, want: level(2).String()},
		"notes":            {signature: rule("DocMDP", cos.Dict{"P": 3}), isNamed: true, want: level(3).String()},
		"notes by another": {signature: rule("DocMDP", cos.Dict{"P": 3})},
		"none by another":  {signature: rule("DocMDP", cos.Dict{"P": 1}), want: level(1).String()},
		"locked and told twice": {
			signature: rule("FieldMDP", cos.Dict{"Action": cos.Name("Include"), "Fields": named}),
			lock:      cos.Dict{"Action": cos.Name("Include"), "Fields": named},
			want:      "подписавший закрыл поля: «sum», «date»"},
		"locked except": {lock: cos.Dict{"Action": cos.Name("Exclude"), "Fields": named[:1]},
			want: "подписавший закрыл все поля, кроме: «sum»"},
		"all locked, no changes": {lock: cos.Dict{"Action": cos.Name("All"), "P": 1},
			want: "подписавший закрыл все поля; " + level(1).String()},
	} {
		at := field{dict: cos.Dict{"V": value, "Lock": test.lock}, signature: test.signature}
		if test.isNamed {
			f.Root()["Perms"] = cos.Dict{"DocMDP": value}
		} else {
			delete(f.Root(), "Perms")
		}
		if got := strings.Join(rulesSaid(f, at), "; "); got != test.want {
			t.Errorf("%s: %q, want %q", name, got, test.want)
		}
	}
}
