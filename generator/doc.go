// Package generator turns one TOML file about a meeting into official papers,
// and reads those papers back.
//
//	g, err := generator.New(generator.Config{})
//	m, problems := g.Read(fsys, "meeting.toml")
//	paper, problems, err := g.Make(ctx, m, generator.Request{Kind: "protocol"})
//	err = paper.Write(w, "pdf")
//
// Read opens files in an fs.FS that the caller chooses and records what it read,
// so that papers can carry their source. Check, Forms and Explain report what
// should be checked and why. Requests plans several papers, Batch makes a paper
// for every recipient on a list, Merge joins the parts of a batch. Verify and
// Source read papers, Collect reads filled forms; Sign, Prepare, Insert, Stamp
// and Signatures deal with electronic signatures.
//
// Errors and warnings about the user's files are Problems, with places; an
// invalid request is an OptionError. Other errors come from contexts, file
// systems and templates. Calls that take a context return soon after it ends.
// Messages are in Russian. The package does not read the clock, flags or the
// environment.
//
// The way from a meeting to a file:
//
//	meeting.toml ─ input ─▶ meeting ─ compose ─▶ document ─┬─ resolve ─▶ flow ─ layout ─▶ pages ─ pdf ─▶ .pdf
//	                                                       └─ docx ──────────────────────────────────▶ .docx
//
// Each stage is a package that imports only its neighbours; printing imports all
// of them. Packages diag, document and style are public, all others internal.
// TestImports checks who imports whom:
//
//	diag       problems with a place and a remedy
//	tomlfile   TOML with the place of every key
//	tomledit   single values of a TOML file changed, all other bytes kept
//	meeting    the domain and its rules
//	input      TOML → meeting
//	keys       reference of the keys of TOML files
//	laws       requisites that acts demand of protocols
//	starter    files to begin with, and the file of the next meeting
//	voting     quorum, majority, their arithmetic and sentences
//	codes      checks of ИНН, КПП, ОГРН, БИК; phones, addresses
//	compose    template + meeting → document
//	trace      origins of texts, carried through templates
//	markup     the tags of templates → document
//	document   the tree of a paper, common to all formats
//	russian    cases, numerals, initials, dates
//	typography no-break spaces, quotes, dashes
//	wordset    words and endings in lists
//	hyphen     where Russian words are divided
//	style      style sheets
//	font       faces and subsets
//	picture    images, prepared for printing
//	flow       the tree with all style properties resolved
//	resolve    document + style sheet → flow
//	layout     lines and pages
//	cos        PDF files: objects read, written, and appended as updates
//	pdf, docx  output formats
//	svg        pages as drawings for browsers
//	fields     names in Word templates → facts of the meeting
//	sample     a finished paper → names and repetitions of a template
//	word       an office's own Word template, filled
//	wordml     WordprocessingML → flow
//	faces      a face for every font that a Word paper names
//	printing   all stages together: a Press makes Papers
//	origin     what a paper records: manifest, digests, embedded files
//	reader     untrusted PDF and DOCX files; PDFs in a sandbox
//	compare    how a paper differs from its reprint
//	collect    filled forms → checked answers → tables
//	signature  signatures in PDFs: making, checking, visible marks
//	cms, gost  signatures in CMS; ГОСТ Р 34.10 and 34.11-2012
//	pki        chains of certificates and their revocation
//	online     servers for time stamps and revocation data
//	table      tables of files: CSV in any encoding, XLSX, XLS, ODS, TOML
//	list       tables of recipients: what the columns mean, which rows are letters
//	batch      a paper for every record: workers, ledger, report, shards
//	mailing    list of recipients + meeting → records
//	verify     paper → verdict
//	limited    reading files up to a size limit
//	budget     limits of the time of work, by a clock such as that of the processor
//	memo       results of slow functions, kept
//	disk       writing files atomically, keeping signed ones
//	printable  untrusted text, made safe to show
//	syserror   errors of the operating system, in Russian
//	frequency  letter frequencies, to detect encodings
//	opc        packages such as DOCX: relationships, packed parts
//	filename   file names from any text
//	notices    licences of linked code and fonts
//
// Package web serves the page of the secretary; it imports this package and diag only.
//
// Outside of this folder: cmd/protokol, the command line; templates, fonts and
// examples, which ship with it.
package generator
