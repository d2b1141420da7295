package word

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"
)

// identity prints an id: the template's own the first time, then new ones.
func (e *execution) identity(o *op) {
	id := o.id
	if what, ends := strings.CutSuffix(id.what, " end"); ends {
		e.out = append(e.out, cmp.Or(e.current[what+id.value], id.value)...)
		return
	}
	if id.what == "bookmark name" {
		e.out = append(e.out, e.bookmarkName(id, o.region)...)
		return
	}
	if !e.seen[o] {
		e.seen[o] = true
		e.out = append(e.out, id.value...)
		return
	}
	made := e.fresh(id)
	if id.what == "bookmark" || id.what == "permission" {
		e.current[id.what+id.value] = made
	}
	e.out = append(e.out, made...)
}

// bookmarkName returns the name of a bookmark in the current round of a repetition.
func (e *execution) bookmarkName(id *identifier, region int) string {
	last, known := e.bookmarks[id.value]
	if round := e.rounds[region]; !known || last.round != round {
		made := roundName{id.value, round}
		if known {
			made.name = e.fresh(id)
		}
		if e.bookmarks == nil {
			e.bookmarks = map[string]roundName{}
		}
		e.bookmarks[id.value], last = made, made
	}
	return last.name
}

// roundName is the name of a bookmark in a round of the repetition that it is in.
type roundName struct {
	name  string
	round int
}

// fresh returns an id that the template does not use.
func (e *execution) fresh(id *identifier) string {
	for {
		e.ids++
		made := strconv.Itoa(100_000 + e.ids)
		switch id.what {
		case "para":
			made = fmt.Sprintf("%08X", 0x10000000+e.ids)
		case "shape number":
			made = "_x0000_s" + made
		case "bookmark name", "shape":
			base := []rune(id.value)
			made = fmt.Sprintf("%s_%d", string(base[:min(len(base), 30)]), e.ids)
		}
		if !e.template.used[made] {
			return made
		}
	}
}

// list prints the id of a list that restarts in each repetition.
func (e *execution) list(o *op) {
	key := listKey{o.id.use.list, o.region}
	round := e.rounds[o.region]
	l := e.template.lists
	if l == nil || l.nums[key.list] == nil {
		e.out = append(e.out, o.id.use.list...)
		return
	}
	if e.lists == nil {
		e.lists = map[listKey]freshList{}
	}
	made := e.lists[key]
	if made.round != round {
		made = freshList{l.next + len(e.numbers), o.id.use, round}
		e.lists[key], e.numbers = made, append(e.numbers, made)
	}
	e.out = strconv.AppendInt(e.out, int64(made.id), 10)
}
