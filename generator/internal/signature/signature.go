// Package signature signs PDFs and reports who signed them, when, and what was
// changed afterwards. A signature is appended to the file, whose bytes stay as
// they are, so that several people can sign one after another (ISO 32000-1,
// 12.8.1; PAdES baseline B-B, ETSI EN 319 142-1).
//
//	field.go     signature fields
//	sign.go      signatures in a file
//	mark.go      the text of the visible mark (отметка об электронной подписи)
//	stamp.go     copies with marks, for detached signatures
//	foot.go      places for marks on pages without signature fields
//	copy.go      such copies, checked
//	report.go    who signed
//	content.go   digests of what is signed
//	profile.go   checking a signature by its kind
//	policy.go    trust in a signature
//	timestamp.go when it was made
//	names.go     names of signers that look like others
//	level.go     its level, and the power of attorney
//	evidence.go  validation data in a file
//	store.go     adding validation data
//	changes.go   changes after a signature
//	equal.go     comparing dictionaries
//	uses.go      kinds of the changed objects
//	catalog.go   allowed entries of the catalog and the form
//	additions.go allowed additions
//	structtree.go  the structure tree after it
//	permissions.go changes that signatures allow
//	places.go    where signatures are visible
//	lost.go      signatures and marks without a field
package signature

import (
	"bytes"

	"protokol/generator/internal/cos"
)

// IsSigned reports whether a file is a signed PDF, or a DOCX with a part of a signature
// (ECMA-376-2, 12.2.4). A PDF that looks signed and cannot be read counts as signed, so
// that it is not overwritten.
func IsSigned(data []byte) bool {
	if bytes.HasPrefix(data, []byte("PK")) { // names of parts are not compressed
		return bytes.Contains(data, []byte("_xmlsignatures/"))
	}
	const first = 1024 // bytes in which readers look for the header (ISO 32000-1, annex H, note 13)
	if !bytes.Contains(data[:min(len(data), first)], []byte("%PDF-")) || !bytes.Contains(data, []byte("/ByteRange")) {
		return false // required in every signature, and never in a compressed object (ISO 32000-1, 12.8.1)
	}
	f, err := cos.Read(data)
	if err != nil {
		return true
	}
	for _, field := range fields(f) {
		if field.signature != nil {
			return true
		}
	}
	return f.Err() != nil
}
