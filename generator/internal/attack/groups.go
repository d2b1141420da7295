package attack

import (
	"slices"

	"protokol/generator/internal/cos"
)

// groups change nodes between the form and its fields, by which programs find names and types of these: some by the
// lists of the nodes, others by their parents. The paper must have a field beneath another.
func groups() []Attack {
	const otherwise, added = "устроено иначе", "которого нет в исходном файле"
	group := func(name, says string, edit func(e *Editor, group cos.Ref)) Attack {
		return Attack{Name: "plain group of fields " + name, Says: says, Edit: func(e *Editor) { edit(e, e.group()) }}
	}
	text := cos.Dict{"FT": cos.Name("Tx"), "T": cos.String("x"), "V": cos.String("900")}
	return []Attack{
		group("beneath a node in no list", otherwise, func(e *Editor, group cos.Ref) {
			e.change(group, cos.Dict{"Parent": e.Add(cos.Dict{"T": cos.String("x"), "Kids": cos.Array{group}})})
		}),
		group("of a parent of its own", otherwise, func(e *Editor, group cos.Ref) {
			e.change(group, cos.Dict{"Parent": cos.Dict{"T": cos.String("x")}})
		}),
		group("that nothing can refer to", otherwise, func(e *Editor, group cos.Ref) {
			e.replaceField(group, e.Dict(group))
		}),
		group("beneath a node without a name", otherwise, func(e *Editor, group cos.Ref) {
			node := e.Add(cos.Dict{"Kids": cos.Array{group},
				"Parent": e.Add(cos.Dict{"T": cos.String("x"), "TU": cos.String("Сумма")})})
			e.change(group, cos.Dict{"Parent": node})
			e.replaceField(group, node)
		}),
		group("whose field is also in another", added, func(e *Editor, group cos.Ref) {
			e.list(e.Add(cos.Dict{"T": cos.String("x"), "Kids": e.Array(e.Dict(group)["Kids"])[:1]}))
		}),
		group("with a node without a name", added, func(e *Editor, group cos.Ref) {
			node := e.Add(cos.Dict{"Kids": cos.Array{e.Add(text)}, "Parent": group})
			e.change(group, cos.Dict{"Kids": append(slices.Clone(e.Array(e.Dict(group)["Kids"])), node)})
		}),
		group("with fields beneath widgets", otherwise, func(e *Editor, _ cos.Ref) {
			field := e.inputs()[0]
			widget := e.Dict(field).With(cos.Dict{"Parent": field, "Kids": cos.Array{e.Add(text)}})
			delete(widget, "T")
			e.change(field, cos.Dict{"Kids": cos.Array{e.Add(widget)}})
		}),
	}
}

// group returns the first field of the form that is above others.
func (e *Editor) group() cos.Ref {
	for _, ref := range e.fields() {
		for _, kid := range e.Array(e.Dict(ref)["Kids"]) {
			if e.Dict(kid)["T"] != nil {
				return ref
			}
		}
	}
	panic("no field is above others")
}

// replaceField replaces a field in the list of the form.
func (e *Editor) replaceField(field cos.Ref, by cos.Object) {
	list := slices.Clone(e.Array(e.Dict(e.Get(e.formRef()))["Fields"]))
	list[slices.Index(list, cos.Object(field))] = by
	e.changeForm(cos.Dict{"Fields": list})
}
