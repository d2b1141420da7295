package compose

import (
	"fmt"
	"reflect"
	"slices"
	"text/template/parse"
)

// pipe returns the value of a pipe and assigns its variables.
func (r *resolver) pipe(p *parse.PipeNode, s *scope) value {
	v := r.expression(p, *s)
	for _, d := range p.Decl {
		name := d.Ident[0]
		switch {
		case !p.IsAssign:
			s.vars = append(s.vars, variable{name, v})
		case s.variable(name).Type != v.Type:
			s.assign(name, value{}) // several possible types: not followed
			if holdsFacts(v.Type) {
				r.reached = everyFact()
			}
		}
	}
	return v
}

func (r *resolver) expression(p *parse.PipeNode, s scope) value {
	var v value
	for i, cmd := range p.Cmds {
		v = r.command(cmd, s, v, i > 0)
	}
	return v
}

// command returns the value of a command: a fact or the result of a function.
func (r *resolver) command(cmd *parse.CommandNode, s scope, piped value, hasPiped bool) value {
	if len(cmd.Args) == 1 && !hasPiped {
		return r.operand(cmd.Args[0], s)
	}
	f, _ := cmd.Args[0].(*parse.IdentifierNode)
	var args []value
	for _, arg := range cmd.Args[1:] {
		args = append(args, r.operand(arg, s))
	}
	if hasPiped {
		args = append(args, piped)
	}
	switch {
	case f == nil:
		return r.operand(cmd.Args[0], s) // a method with arguments
	case f.Ident == "index" && len(args) > 1 && args[0].Type != nil:
		if list := pointed(args[0].Type); list.Kind() == reflect.Slice {
			return value{Type: list.Elem()}
		}
	case (f.Ident == "or" || f.Ident == "and") && len(args) > 0:
		for _, arg := range args {
			if arg.Type != args[0].Type {
				return value{}
			}
		}
		return value{Type: args[0].Type}
	case slices.Contains([]string{"len", "not", "eq", "ne", "lt", "le", "gt", "ge", "join", "enumerate"}, f.Ident):
	default:
		r.printed(f.Ident, cmd, args, s)
	}
	return value{}
}

// printed reports facts with a partial that are used as text arguments of a function.
func (r *resolver) printed(function string, at parse.Node, args []value, s scope) {
	for _, arg := range args {
		if holdsFacts(arg.Type) {
			r.reached = everyFact()
		}
		if partial := partialOf(arg.Type); partial != "" {
			r.wrong(at, s,
				fmt.Sprintf("функции %s нужен текст, а здесь сведения; словами их говорит {{template \"%s\" …}}",
					function, partial))
		}
	}
}

func (r *resolver) operand(n parse.Node, s scope) value {
	switch n := n.(type) {
	case *parse.DotNode:
		return s.dot
	case *parse.FieldNode:
		return r.fields(s.dot, n.Ident, n, s)
	case *parse.VariableNode:
		return r.fields(s.variable(n.Ident[0]), n.Ident[1:], n, s)
	case *parse.ChainNode:
		return r.fields(r.operand(n.Node, s), n.Field, n, s)
	case *parse.PipeNode:
		return r.expression(n, s)
	}
	return value{}
}

// fields follows fields and methods from a value and records facts of letters.
func (r *resolver) fields(v value, names []string, at parse.Node, s scope) value {
	for _, name := range names {
		if v.Type == nil {
			return value{}
		}
		if pointed(v.Type) == reflect.TypeFor[Facts]() {
			r.reached = append(r.reached, reach{name, s.guards})
		}
		next := field(v, name)
		if partial := partialOfFormer(v.Type, name); next.Type == nil && partial != "" {
			r.wrong(at, s,
				fmt.Sprintf("поля %s больше нет: слова пишет шаблон %s; вместо .%s поставьте {{template \"%s\" .}}",
					name, partial, name, partial))
		}
		v = next
	}
	return v
}

// field returns a field or the result of a method of a value.
func field(v value, name string) value {
	t := pointed(v.Type)
	if m, ok := t.MethodByName(name); ok {
		return value{Type: m.Type.Out(0)}
	}
	if t.Kind() != reflect.Struct {
		return value{}
	}
	f, ok := t.FieldByName(name)
	if !ok {
		return value{}
	}
	if v.path == nil {
		return value{Type: f.Type}
	}
	return value{f.Type, append(slices.Clip(v.path), name)}
}
