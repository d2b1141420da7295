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

// isValidationData reports whether an object is a document security store (ISO 32000-2, tables 261 and 262) or null.
func (c *comparison) isValidationData(o cos.Object) bool {
	if o = c.is.Get(o); o == nil {
		return true
	}
	d, ok := o.(cos.Dict)
	if !ok || !hasOnly(d, "Type", "VRI", "Certs", "OCSPs", "CRLs") ||
		!c.areStreams(d["Certs"], d["OCSPs"], d["CRLs"]) {
		return false
	}
	for name, o := range c.is.Dict(d["VRI"]) {
		one, ok := c.is.Get(o).(cos.Dict)
		_, isStamp := c.is.Get(one["TS"]).(*cos.Stream)
		_, isTime := c.is.Get(one["TU"]).(cos.String)
		if name != "Type" && (!ok || !hasOnly(one, "Type", "Cert", "CRL", "OCSP", "TU", "TS") ||
			!c.areStreams(one["Cert"], one["CRL"], one["OCSP"]) ||
			one["TS"] != nil && !isStamp || one["TU"] != nil && !isTime) {
			return false
		}
	}
	return true
}

// areStreams reports whether objects are arrays of streams, or null.
func (c *comparison) areStreams(lists ...cos.Object) bool {
	for _, o := range lists {
		list, ok := c.is.Get(o).(cos.Array)
		if !ok && c.is.Get(o) != nil {
			return false
		}
		for _, item := range list {
			if _, ok := c.is.Get(item).(*cos.Stream); !ok {
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
			if developer != "Type" && (!ok ||
				!hasOnly(e, "Type", "BaseVersion", "ExtensionLevel", "ExtensionRevision", "URL")) {
				return false
			}
		}
	}
	return isDict || c.is.Get(o) == nil
}
