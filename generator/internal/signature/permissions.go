package signature

import (
	"fmt"
	"slices"
	"strings"

	"protokol/generator/internal/cos"
)

// level is the set of changes that the certification signature of the author allows (ISO 32000-2, table 257).
type level int

const (
	notCertified level = iota
	noChanges
	formFilling
	annotating
)

// rules are the changes that the signatures of a file allow.
type rules struct {
	level    level
	isClosed bool // a signature allows no changes, whether it is the author's or not
	locks    []lock
}

// lock names the fields that a signature locks (ISO 32000-2, table 259).
type lock struct {
	action cos.Name
	fields []string
}

// rulesOf reads the rules of a file. Only the signature that the catalog names allows changes (ISO 32000-2, 12.8.4);
// others that have a level, as second certifications do, can only forbid them.
func rulesOf(f *cos.File) rules {
	var r rules
	for _, p := range transforms(f, f.Dict(f.Dict(f.Root()["Perms"])["DocMDP"]), "DocMDP") {
		r.level = levelOf(f.Get(p["P"]))
	}
	for _, field := range fields(f) {
		if field.signature == nil {
			continue
		}
		for _, p := range transforms(f, field.signature, "DocMDP") {
			r.level = min(r.level, levelOf(f.Get(p["P"])))
			r.isClosed = r.isClosed || levelOf(f.Get(p["P"])) == noChanges
		}
		for _, p := range append(transforms(f, field.signature, "FieldMDP"), f.Dict(field.dict["Lock"])) {
			if p == nil {
				continue
			}
			if levelOf(f.Get(p["P"])) == noChanges {
				r.isClosed = true // ISO 32000-2, tables 236 and 258
			}
			r.locks = append(r.locks, lockOf(f, p))
		}
	}
	if r.isClosed {
		r.level = noChanges
	}
	return r
}

// rulesSaid describes what a signer allows and forbids, in Russian.
func rulesSaid(f *cos.File, at field) (said []string) {
	perms := f.Dict(f.Root()["Perms"])
	isCertifying := perms["DocMDP"] != nil && cos.Format(perms["DocMDP"]) == cos.Format(at.dict["V"])
	for _, p := range transforms(f, at.signature, "DocMDP") {
		if level := levelOf(f.Get(p["P"])); isCertifying || level == noChanges {
			said = append(said, level.String())
		}
	}
	for _, p := range append(transforms(f, at.signature, "FieldMDP"), f.Dict(at.dict["Lock"])) {
		if p == nil {
			continue
		}
		said = append(said, lockOf(f, p).String())
		if levelOf(f.Get(p["P"])) == noChanges {
			said = append(said, noChanges.String())
		}
	}
	slices.Sort(said)
	return slices.Compact(said)
}

func (l level) String() string {
	switch l {
	case formFilling:
		return "подписавший разрешил заполнять форму и подписывать, другие изменения запретил"
	case annotating:
		return "подписавший разрешил заполнять форму, подписывать и ставить пометки; " +
			"пометки программа всё равно называет: они могут закрыть слова"
	}
	return "подписавший запретил любые изменения"
}

func (l lock) String() string {
	const most = 10
	names := make([]string, 0, most)
	for _, name := range l.fields[:min(most, len(l.fields))] {
		names = append(names, "«"+clean(name)+"»")
	}
	list := strings.Join(names, ", ")
	if more := len(l.fields) - len(names); more > 0 {
		list += fmt.Sprintf(" и ещё %d", more)
	}
	switch {
	case l.action == "Include" && list == "":
		return "подписавший не закрыл ни одного поля"
	case l.action == "Include":
		return "подписавший закрыл поля: " + list
	case l.action == "Exclude" && list != "":
		return "подписавший закрыл все поля, кроме: " + list
	}
	return "подписавший закрыл все поля"
}

// lockOf reads the fields that a signature locks; without a list of names, it locks all.
func lockOf(f *cos.File, d cos.Dict) lock {
	l := lock{action: f.Name(d["Action"])}
	names, isList := f.Get(d["Fields"]).(cos.Array)
	for _, o := range names {
		_, isName := f.Get(o).(cos.String)
		isList = isList && isName
		l.fields = append(l.fields, f.Text(o))
	}
	if !isList {
		l.action = "All"
	}
	return l
}

// levelOf returns the level that is written; a value that is not a level allows nothing.
func levelOf(o cos.Object) level {
	given, ok := o.(int)
	switch {
	case o == nil:
		return formFilling
	case ok && given >= 1 && given <= 3:
		return level(given)
	}
	return noChanges
}

// transforms returns the parameters of the transforms of a kind.
func transforms(f *cos.File, signature cos.Dict, method cos.Name) (list []cos.Dict) {
	for _, o := range f.Array(signature["Reference"]) {
		if d := f.Dict(o); f.Name(d["TransformMethod"]) == method {
			parameters := f.Dict(d["TransformParams"])
			if parameters == nil {
				parameters = cos.Dict{}
			}
			list = append(list, parameters)
		}
	}
	return list
}

// locked reports whether a signature locks a field. Programs differ in whether the name of a parent stands for the
// fields beneath it: one that is included locks them, and one that is excluded does not free them.
func (r rules) locked(name string) bool {
	return slices.ContainsFunc(r.locks, func(l lock) bool {
		switch l.action {
		case "Include":
			return slices.ContainsFunc(l.fields, func(locked string) bool {
				return name == locked || strings.HasPrefix(name, locked+".")
			})
		case "Exclude":
			return !slices.Contains(l.fields, name)
		}
		return true // All, and what is unknown
	})
}

// input compares a field that is filled in. A button only chooses one of its appearances, which are as they were
// signed: otherwise the one for a tick could be that for none.
func (c *comparison) input(f field, old, now cos.Dict) {
	free := []cos.Name{"V", "AP", "AS", "I", "M"}
	if f.kind == button {
		free = []cos.Name{"V", "AS", "M"}
	}
	if c.sameAppearance(old, now) {
		free = append(free, "DA")
	}
	// Programs write no appearances for the pointer over a field.
	if !same(plainTexts(c.was, old), plainTexts(c.is, now), free...) ||
		!same(c.was.Dict(old["AP"]).With(nil), c.is.Dict(now["AP"]).With(nil), "N") {
		c.report("изменено: поле «%s»", clean(f.name))
		return
	}
	c.appearance(f)
}

// button is the type of check boxes, radio buttons and push buttons (ISO 32000-2, table 226).
const button = "Btn"

// appearance checks a new appearance or value of a field.
func (c *comparison) appearance(f field) {
	name := clean(f.name)
	if signature, ok := c.fields[f.ref.Number]; ok {
		if signature.signature != nil || c.is.Dict(c.is.Dict(f.ref)["V"]) == nil {
			c.report("изменено: вид подписи в поле «%s»", name)
		}
		return // the mark of a new signature
	}
	switch {
	case c.rules.level < formFilling:
		c.report("изменено: поле «%s»", name)
	case c.rules.locked(f.name):
		c.report("изменено: поле «%s», хотя подпись это запрещает", name)
	default:
		c.permit("поле «%s»", name)
		c.filled = append(c.filled, f.name)
	}
}
