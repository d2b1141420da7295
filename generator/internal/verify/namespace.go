package verify

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"protokol/generator/internal/cos"
)

// namespaces describes the namespaces of structure types, which together with the type of an element determine its
// meaning (ISO 32000-2, 14.7.4.2 and table 356).
func namespaces(f *cos.File, root cos.Dict) (list []string) {
	for _, o := range f.Array(root["Namespaces"]) {
		d := f.Dict(o)
		said := fmt.Sprintf("%q %s", f.Text(d["NS"]), roles(f, d["RoleMapNS"]))
		for _, key := range slices.Sorted(maps.Keys(d)) {
			if !slices.Contains([]cos.Name{"Type", "NS", "RoleMapNS"}, key) {
				said += fmt.Sprint(" ", key, " ", cos.Format(d[key]))
			}
		}
		list = append(list, said)
	}
	return list
}

// spaceIndex returns which of the namespaces of a file an element refers to; -1 if it is not in the list or not an
// indirect object, both of which violate the standard.
func spaceIndex(list cos.Array, o cos.Object) int {
	if _, ok := o.(cos.Ref); !ok {
		return -1
	}
	return slices.Index(list, o)
}

// roles describes a role map. Its keys are custom types, such as P, which mean something else in other
// dictionaries; a value may also name its namespace (ISO 32000-2, 14.7.3).
func roles(f *cos.File, o cos.Object) string {
	var b strings.Builder
	d := f.Dict(o)
	for _, key := range slices.Sorted(maps.Keys(d)) {
		fmt.Fprintf(&b, "/%s ", key)
		pair, ok := f.Get(d[key]).(cos.Array)
		if !ok || len(pair) != 2 {
			fmt.Fprintf(&b, "%s ", cos.Format(f.Get(d[key])))
			continue
		}
		fmt.Fprintf(&b, "[%s %q] ", cos.Format(f.Get(pair[0])), f.Text(f.Dict(pair[1])["NS"]))
	}
	return b.String()
}
