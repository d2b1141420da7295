package compose

import (
	"context"
	"errors"
	"html/template"
	"reflect"
	"text/template/parse"
)

// Executing templates takes most of the time in which a protocol is composed again after a small change, and most of
// that is for questions that have not changed. What a partial writes depends on nothing but its fact, so a memory
// keeps the output of partials for the questions of the protocol that was composed last.

// partialOutput is a question with the output of its partial.
type partialOutput struct {
	partial  string
	question Question
	output   template.HTML
}

// recall is one execution of a template with a memory.
type recall struct {
	set  *template.Template
	ctx  context.Context
	last []partialOutput // of the protocol composed before, by place in the agenda
	now  []partialOutput
}

// agendaPlace is the place of a question in the agenda of a protocol that is composed with a memory.
type agendaPlace struct {
	*recall
	at int
}

// execute executes a template. Protocols are executed with what the memory has, and in full after an error: its
// message names the place in all templates.
func (m *memory) execute(ctx context.Context, set *template.Template, filled *buffer, name string, view any) error {
	p, isProtocol := view.(Protocol)
	if m == nil || !isProtocol {
		return set.ExecuteTemplate(filled, name, view)
	}
	m.mu.Lock()
	r := &recall{set: set, ctx: ctx, last: m.outputs, now: make([]partialOutput, len(p.Agenda))}
	m.mu.Unlock()
	agenda := make([]Question, len(p.Agenda))
	for i, q := range p.Agenda {
		q.place = &agendaPlace{r, i}
		agenda[i] = q
	}
	p.Agenda = agenda
	if set.ExecuteTemplate(filled, name, p) != nil {
		filled.start(ctx)
		return set.ExecuteTemplate(filled, name, view)
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	m.outputs = r.now
	return nil
}

// Functions that templates with a memory call instead of the partials of questions.
const (
	canRecall = "canRecall"
	recalled  = "recalled"
)

var recallFunctions = template.FuncMap{
	canRecall: func(fact any) bool {
		q, ok := fact.(Question)
		return ok && q.place != nil
	},
	recalled: func(partial string, q Question) (template.HTML, error) {
		if q.place == nil {
			return "", errors.New("вопрос печатается без памяти")
		}
		return q.place.output(partial, q)
	},
}

// output returns the output of a partial for a question. The partial gets the question without its place, so that it
// cannot call itself.
func (p *agendaPlace) output(partial string, q Question) (template.HTML, error) {
	q.place = nil
	w := partialOutput{partial: partial, question: q}
	if p.at < len(p.last) && p.last[p.at].partial == partial && reflect.DeepEqual(p.last[p.at].question, q) {
		w.output = p.last[p.at].output
	} else {
		filled := buffers.Get().(*buffer)
		defer buffers.Put(filled)
		filled.start(p.ctx)
		if err := p.set.ExecuteTemplate(filled, partial, q); err != nil {
			return "", err
		}
		w.output = template.HTML(filled.String()) // by html/template
	}
	p.now[p.at] = w
	return w.output, nil
}

// recallable makes the templates that print the questions of an agenda, one partial for each, recall what it wrote:
//
//	{{range .Agenda}}{{template "question" .}}{{end}}
func recallable(set *template.Template) {
	for _, t := range set.Templates() {
		if t.Tree == nil {
			continue
		}
		everyNode(t.Tree.Root, func(node parse.Node) bool {
			if n, ok := node.(*parse.RangeNode); ok && n.Pipe.String() == ".Agenda" {
				for i, inner := range n.List.Nodes {
					if call, ok := inner.(*parse.TemplateNode); ok && call.Pipe != nil && call.Pipe.String() == "." {
						n.List.Nodes[i] = recalling(call)
					}
				}
			}
			return true
		})
	}
}

// recalling returns {{if canRecall .}}{{recalled "question" .}}{{else}}{{template "question" .}}{{end}} for a call.
func recalling(call *parse.TemplateNode) parse.Node {
	branch := func(node parse.Node) *parse.ListNode {
		return &parse.ListNode{NodeType: parse.NodeList, Pos: call.Pos, Nodes: []parse.Node{node}}
	}
	known := functionOf(recalled, call)
	partial := &parse.StringNode{NodeType: parse.NodeString, Pos: call.Pos, Text: call.Name}
	known.Pipe.Cmds[0].Args = []parse.Node{known.Pipe.Cmds[0].Args[0], partial, known.Pipe.Cmds[0].Args[1]}
	return &parse.IfNode{BranchNode: parse.BranchNode{NodeType: parse.NodeIf, Pos: call.Pos, Line: call.Line,
		Pipe: functionOf(canRecall, call).Pipe, List: branch(known), ElseList: branch(call)}}
}
