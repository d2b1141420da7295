// Package attack alters papers as attackers do, for tests: every published kind of attack on signatures in PDFs,
// and other changes that make viewers show or do something that nobody signed. It also signs files in ways that
// this program does not use.
//
// The names of the classes are those of the publications: universal signature
// forgery (USF), incremental saving (ISA) and signature wrapping (SWA) of Mladenov
// et al., «1 Trillion Dollar Refund», CCS 2019; shadow attacks (hide, replace,
// hide-and-replace) of Mainka et al., NDSS 2021; evil annotation (EAA) and sneaky
// signature (SSA) of Rohlmann et al., S&P 2021.
//
//	attack.go      attacks and papers
//	edit.go        incremental updates
//	section.go     updates written by hand, which no library writes
//	sign.go        signatures
//	usf.go         universal signature forgery
//	swa.go         signature wrapping
//	isa.go         incremental saving
//	entries.go     the same of single entries
//	actions.go     actions of viewers
//	shadow.go      papers prepared before they are signed
//	certified.go   papers with a certification signature
//	filled.go      forms that are filled in after it
//	looks.go       answers that people read otherwise than programs
//	xref.go        cross-reference tables that viewers interpret differently
//	packed.go      objects in object streams and in odd places
//	marks.go       marks of signatures that do not exist
//	docx.go        words of a DOCX that only some programs show
//	concealed.go   invisible words in it
//	layout.go      words of it off the sheet, in other cells, under other numbers
//	plain.go       papers that nobody signed
//	groups.go      nodes between forms and fields
//	beneath.go     objects beneath their pages
//	appearances.go fields that show something other than their values, measures of pages
//	ambiguous.go   pages that programs show in different ways
//	structure.go   text that is read aloud
//	corners.go     corner cases of the specification
//	wordcorners.go the same of DOCX
//	zip.go         archives that programs read in different ways
//	wordgaps.go    content that each reader of a DOCX leaves to another
//	wordfields.go  fields that show nothing, and those without ends
//	wordvalues.go  values in other units, and attributes of other programs
//	wordtogether.go values that hide words together, and content next to words
//	wordtemplate.go papers of an office's own Word template
//	sentences.go   their descriptions in reports
//	mutation.go    random changes
package attack

import (
	"slices"

	"protokol/generator/internal/cos"
)

// Attack is a way to alter a signed paper. Exactly one of Edit and Bytes is set.
type Attack struct {
	Name    string
	Prepare func(*Editor)       // what the attacker puts into the paper before it is signed; may be nil
	Certify int                 // level of DocMDP that the signature has; 0 for none
	Edit    func(*Editor)       // changes the signed paper in an update
	Bytes   func([]byte) []byte // changes it in any other way
	Says    string              // part of what the report on the signatures says
}

// All returns every attack on a signed paper. The functions of an attack keep state between Prepare and Edit, so
// each paper needs its own attacks.
func All() []Attack {
	return slices.Concat(forgeries(), wrappings(), savings(), actions(), shadows(), certified(), crossReferences(),
		cornerMetadata(), cornerObjects(), cornerBytes(), singleEntries(), packings())
}

// Apply signs a paper as printed, and alters it. It returns the paper before and
// after the attack.
func (a Attack) Apply(plain []byte, by Signer) (signed, altered []byte, err error) {
	if signed, err = a.Sign(plain, by); err != nil {
		return nil, nil, err
	}
	altered, err = a.Alter(signed)
	return signed, altered, err
}

// Sign prepares and signs a paper as printed.
func (a Attack) Sign(plain []byte, by Signer) (signed []byte, err error) {
	if a.Prepare != nil {
		if plain, err = Edit(plain, a.Prepare); err != nil {
			return nil, err
		}
	}
	return by.Sign(plain, Options{Certify: a.Certify, Mark: true})
}

// Alter alters a paper that Sign has signed.
func (a Attack) Alter(signed []byte) (altered []byte, err error) {
	if a.Bytes != nil {
		return a.Bytes(slices.Clone(signed)), nil
	}
	return Edit(signed, a.Edit)
}

// black paints a large rectangle in the middle of a page.
const black = "q 0 0 0 rg 60 300 450 250 re f Q\n"

// painting returns a stream that paints it.
func painting() *cos.Stream { return &cos.Stream{Dict: cos.Dict{}, Data: []byte(black)} }

// appearance returns an appearance that paints a black rectangle of a size.
func appearance(width, height float64) *cos.Stream {
	return &cos.Stream{
		Dict: cos.Dict{
			"Type": cos.Name("XObject"), "Subtype": cos.Name("Form"), "BBox": cos.Array{0, 0, width, height},
		},
		Data: slices.Concat([]byte("0 0 0 rg 0 0 "), []byte(cos.Format(width)), []byte(" "),
			[]byte(cos.Format(height)), []byte(" re f\n")),
	}
}
