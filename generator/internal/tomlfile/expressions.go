package tomlfile

import (
	"bytes"

	"github.com/pelletier/go-toml/v2/unstable"
)

// Expression is a header of a table or a key with its value, with the text of
// the file that belongs to it. The texts of all expressions and the rest of the
// file make up the file.
type Expression struct {
	Path   string   // dotted, without the indexes of lists: "agenda.decisions.text"
	Header bool     // a header of a table
	Inside []string // paths of the keys within an inline value
	Lead   []byte   // blank lines and comments above it
	Body   []byte   // its lines, with a comment at the end
}

// Expressions splits a valid file into its expressions, in order, and the blank
// lines and comments at its end.
func Expressions(src []byte) (list []Expression, rest []byte) {
	var reader unstable.Parser
	reader.Reset(src)
	table := ""
	var starts []int
	for reader.NextExpression() {
		e := reader.Expression()
		if e.Kind == unstable.Comment {
			continue
		}
		path, at := keyOf(e.Key())
		one := Expression{Path: path, Header: e.Kind != unstable.KeyValue}
		if one.Header {
			table = path
		} else {
			one.Path = prefixed(table, path)
			one.Inside = inside(one.Path, e.Value())
		}
		starts = append(starts, bytes.LastIndexByte(src[:at], '\n')+1)
		list = append(list, one)
	}
	end := 0
	for i := range list {
		list[i].Lead = src[end:starts[i]]
		next := len(src)
		if i+1 < len(starts) {
			next = starts[i+1]
		}
		end = next - len(trailing(src[starts[i]:next]))
		list[i].Body = src[starts[i]:end]
	}
	return list, src[end:]
}

// keyOf returns a dotted key and its offset.
func keyOf(key unstable.Iterator) (path string, offset int) {
	for first := true; key.Next(); first = false {
		node := key.Node()
		if first {
			offset = int(node.Raw.Offset)
		}
		path = join(path, string(node.Data))
	}
	return path, offset
}

func prefixed(table, key string) string {
	if table == "" {
		return key
	}
	return table + "." + key
}

// inside returns the paths of the keys in a value.
func inside(path string, n *unstable.Node) (list []string) {
	for children := n.Children(); children.Next(); {
		child := children.Node()
		switch {
		case n.Kind == unstable.InlineTable && child.Kind == unstable.KeyValue:
			key, _ := keyOf(child.Key())
			list = append(list, prefixed(path, key))
			list = append(list, inside(prefixed(path, key), child.Value())...)
		case n.Kind == unstable.Array && child.Kind != unstable.Comment:
			list = append(list, inside(path, child)...)
		}
	}
	return list
}

// trailing returns the blank lines and comments at the end of a text that begins
// with an expression. No value ends in such a line: the last line of a multi-line
// string or list closes it.
func trailing(text []byte) []byte {
	end := len(text)
	for end > 0 {
		start := bytes.LastIndexByte(text[:end-1], '\n') + 1
		line := bytes.TrimSpace(text[start:end])
		if start == 0 || len(line) > 0 && line[0] != '#' {
			break
		}
		end = start
	}
	return text[end:]
}
