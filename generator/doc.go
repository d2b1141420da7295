// Package generator turns one TOML file about a meeting into official papers,
// and reads those papers back.
//
//	g, err := generator.New(generator.Config{})
//	m, problems := g.Read(fsys, "meeting.toml")
//	paper, problems, err := g.Make(ctx, m, generator.Request{Kind: "protocol"})
//	err = paper.Write(w, "pdf")
//
// Read takes files from an fs.FS that the caller chooses and records where
// everything came from. Check, Forms and Explain say what is doubtful and why,
// Requests plans several papers, Batch makes a paper for everybody on a list and
// Merge joins the parts of one. Verify and Source read papers, Collect filled
// forms; Sign, Prepare, Insert, Stamp and Signatures are about electronic
// signatures. What is wrong with the user's files comes back as Problems with
// places, what is wrong with a request as an OptionError; errors of other kinds
// are those of contexts, disks and templates. Long calls end soon after their
// context does. Nothing here knows flags, the clock or the environment.
//
// The way from a meeting to a file:
//
//	meeting.toml ─ input ─▶ meeting ─ compose ─▶ document ─┬─ resolve ─▶ flow ─ layout ─▶ pages ─ pdf ─▶ .pdf
//	                                                       └─ docx ──────────────────────────────────▶ .docx
//
// Each stage is a package of its own and knows only its neighbours; printing
// knows them all. Packages that other programs meet stand beside this one (diag,
// document, style), all others in internal. The rooms, and who may import whom
// (laws_test.go keeps it):
//
//	diag       problems with a place and a remedy
//	tomlfile   TOML with the place of every key
//	meeting    the domain and its rules
//	input      TOML → meeting
//	voting     quorum, majority, their arithmetic and sentences
//	codes      check digits of ИНН, КПП, ОГРН, БИК; phones, addresses
//	compose    templates × meeting → document
//	trace      origins of texts, carried through templates
//	markup     the tags that templates write
//	document   the tree that all formats print
//	russian    cases, numerals, initials, dates, typography
//	style      style sheets
//	font       faces and subsets
//	picture    images made ready for print
//	flow       the resolved tree: every property worked out
//	resolve    document × style sheet → flow
//	layout     lines and pages
//	cos        PDF files: objects read, written, and appended as updates
//	pdf, docx  the formats
//	printing   all stages: a Press holds what papers share, a Paper is one document
//	origin     what a paper was made from, as files inside it
//	reader     papers from anyone, read in a sandbox
//	compare    how a paper differs from its reprint
//	collect    answers out of filled forms, checked, into tables
//	signature  who signed and what changed after; marks of signatures
//	cms, gost  signatures in CMS; ГОСТ Р 34.10 and 34.11-2012
//	list       lists of recipients: CSV in any encoding, XLSX, TOML
//	batch      records × paper → files: workers, ledger, report, parts
//	mailing    a list of recipients × a meeting → records
//	verify     a paper → a verdict
//	limited    files, read up to a limit
//	disk       files that are written whole and replace nothing signed
//	printable  texts from outside, safe to show
//	frequency  the letters by which encodings are known
//	opc        relationships of the parts of DOCX and XLSX
//	filename   names of files out of any text
//	notices    licences of all that is linked
//
// Beside it: cmd/protokol, the command line; templates, fonts and examples,
// what ships.
package generator
