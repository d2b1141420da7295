package signature

import "protokol/generator/internal/cos"

// What programs that sign add to the catalog and the form. Anything else there is a change.

// isVersion reports whether an object is a version of PDF that has signatures (ISO 32000-2, table 29).
func (c *comparison) isVersion(o cos.Object) bool {
	switch c.is.Name(o) {
	case "1.3", "1.4", "1.5", "1.6", "1.7", "2.0":
		return true
	}
	return false
}

// keepsFlags reports whether the flags of a form still say that there are signatures (ISO 32000-2, table 225).
func (c *comparison) keepsFlags(old, now cos.Object) bool {
	const exist, appendOnly = 1, 2
	if cos.Format(old) == cos.Format(now) {
		return true
	}
	flags, isInt := c.is.Get(now).(int)
	return isInt && flags&exist != 0 && flags&^(exist|appendOnly) == 0 && c.was.Int(old)&^flags == 0
}

// hasValidationData reports whether the document security store is one (ISO 32000-2, tables 261 and 262) or null. Each
// of its objects may be replaced, so the answer is kept.
func (c *comparison) hasValidationData() bool {
	if c.store == unknownStore {
		c.store = otherStore
		w := storeWalk{file: c.is, seen: map[cos.Ref]bool{}, compared: &c.compared}
		if w.isStore(c.is.Root()["DSS"]) {
			c.store = trueStore
		}
	}
	return c.store == trueStore
}

// store says whether the document security store holds nothing else.
type store int

const (
	unknownStore store = iota
	trueStore
	otherStore
)

// storeWalk checks each object of a document security store once: entries may share them.
type storeWalk struct {
	file     *cos.File
	seen     map[cos.Ref]bool
	compared *int // entries of lists so far
}

// isNew reports whether an object was not checked yet.
func (w *storeWalk) isNew(o cos.Object) bool {
	ref, isRef := o.(cos.Ref)
	isKnown := isRef && w.seen[ref]
	w.seen[ref] = true
	return !isKnown
}

// hasRoom counts entries of a list and reports whether there are not too many.
func (w *storeWalk) hasRoom(count int) bool {
	*w.compared += count
	return *w.compared <= maxCompared
}

func (w *storeWalk) isStore(o cos.Object) bool {
	if o = w.file.Get(o); o == nil {
		return true
	}
	d, ok := o.(cos.Dict)
	if !ok || !hasOnly(d, "Type", "VRI", "Certs", "OCSPs", "CRLs") ||
		!w.areStreams(d["Certs"], d["OCSPs"], d["CRLs"]) {
		return false
	}
	related := w.file.Dict(d["VRI"])
	if !w.hasRoom(len(related)) {
		return false
	}
	for name, o := range related {
		d, isDict := w.file.Get(o).(cos.Dict)
		if name != "Type" && (!isDict || w.isNew(o) && !w.isRelated(d)) {
			return false
		}
	}
	return true
}

// isRelated reports whether a dictionary is the validation data of one signature.
func (w *storeWalk) isRelated(d cos.Dict) bool {
	_, isStamp := w.file.Get(d["TS"]).(*cos.Stream)
	_, isTime := w.file.Get(d["TU"]).(cos.String)
	return hasOnly(d, "Type", "Cert", "CRL", "OCSP", "TU", "TS") &&
		w.areStreams(d["Cert"], d["CRL"], d["OCSP"]) && (d["TS"] == nil || isStamp) && (d["TU"] == nil || isTime)
}

// areStreams reports whether objects are arrays of streams, or null.
func (w *storeWalk) areStreams(lists ...cos.Object) bool {
	for _, o := range lists {
		list, ok := w.file.Get(o).(cos.Array)
		if !ok && w.file.Get(o) != nil {
			return false
		}
		if !w.isNew(o) {
			continue
		}
		if !w.hasRoom(len(list)) {
			return false
		}
		for _, item := range list {
			if _, ok := w.file.Get(item).(*cos.Stream); !ok {
				return false
			}
		}
	}
	return true
}

// areExtensions reports whether an object names the extensions of PDF that the file uses, or is null (ISO 32000-2,
// 7.12).
func (c *comparison) areExtensions(o cos.Object) bool {
	d, isDict := c.is.Get(o).(cos.Dict)
	for developer, list := range d {
		all, isList := c.is.Get(list).(cos.Array)
		if !isList {
			all = cos.Array{list}
		}
		for _, extension := range all {
			e, ok := c.is.Get(extension).(cos.Dict)
			_, isName := extension.(cos.Name)
			if developer == "Type" && isName {
				continue
			}
			if !ok || !hasOnly(e, "Type", "BaseVersion", "ExtensionLevel", "ExtensionRevision", "URL") {
				return false
			}
		}
	}
	return isDict || c.is.Get(o) == nil
}
