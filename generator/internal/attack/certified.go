package attack

import "protokol/generator/internal/cos"

// certified are attacks on papers that their author certified: evil annotations
// and sneaky signatures.
func certified() []Attack {
	text := func(e *Editor) {
		e.annotate(cos.Dict{"Subtype": cos.Name("FreeText"), "Rect": cos.Array{60, 300, 510, 550}, "F": 4,
			"Contents": cos.String("x"), "AP": cos.Dict{"N": e.Add(appearance(450, 250))}})
	}
	sneaky := func(e *Editor) {
		e.addField(cos.Dict{"FT": cos.Name("Sig"), "T": cos.String("sneaky"), "F": 4,
			"Rect": cos.Array{60, 300, 510, 550}, "AP": cos.Dict{"N": e.Add(appearance(450, 250))}})
	}
	var list []Attack
	for level := 1; level <= 3; level++ {
		p := string(rune('0' + level))
		list = append(list, Attack{Name: "eaa P=" + p, Certify: level, Edit: text, Says: "добавлено: пометка"},
			Attack{Name: "ssa P=" + p, Certify: level, Edit: sneaky, Says: "добавлено: поле подписи «sneaky»"},
			Attack{Name: "certified page painted P=" + p, Certify: level, Edit: (*Editor).paint, Says: changed},
			Attack{Name: "certified level raised P=" + p, Certify: level, Edit: func(e *Editor) {
				_, value := e.signed()
				e.changeRoot(cos.Dict{"Perms": nil})
				e.Put(value, e.Dict(value).With(cos.Dict{"Reference": nil}))
				text(e)
			}})
	}
	fill := func(e *Editor) {
		for _, ref := range e.fields() {
			if e.Dict(ref)["FT"] == cos.Name("Tx") {
				e.change(ref, cos.Dict{"V": cos.String("900")})
			}
		}
	}
	prepare := func(e *Editor) {
		e.addField(cos.Dict{"FT": cos.Name("Tx"), "T": cos.String("sum"), "V": cos.String("100"), "F": 4,
			"Rect": cos.Array{60, 300, 510, 550}})
	}
	return append(list,
		Attack{Name: "certified P=1, field filled", Certify: 1, Prepare: prepare, Edit: fill,
			Says: "изменено: поле «sum»"},
		Attack{Name: "signed, field filled", Prepare: prepare, Edit: fill, Says: "изменено: поле «sum»"},
		Attack{Name: "certified P=2, field moved", Certify: 2, Prepare: prepare, Says: "изменено: поле «sum»",
			Edit: func(e *Editor) {
				for _, ref := range e.fields() {
					if e.Dict(ref)["FT"] == cos.Name("Tx") {
						e.change(ref, cos.Dict{"V": cos.String("900"), "Rect": cos.Array{0, 0, 595, 842}})
					}
				}
			}},
	)
}

// Lock returns a change that lets the signature in a field lock another one.
func Lock(name, other string) func(*Editor) { return LockBy(name, cos.Array{cos.String(other)}) }

// LockBy returns a change that lets the signature in a field lock those that the object names.
func LockBy(name string, fields cos.Object) func(*Editor) {
	return func(e *Editor) {
		e.change(e.field(name), cos.Dict{"Lock": cos.Dict{"Type": cos.Name("SigFieldLock"),
			"Action": cos.Name("Include"), "Fields": fields}})
	}
}
