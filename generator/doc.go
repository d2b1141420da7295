// Package generator turns one TOML file about a meeting into papers.
//
//	meeting.toml ─ input ─▶ meeting ─ compose ─▶ document ─┬─ layout ─▶ pages ─ pdf ─▶ .pdf
//	                                                       └─ docx ──────────────────▶ .docx
//
// Each stage is a package of its own and knows only its neighbours; this one
// knows them all. A Press holds what papers share (templates, a style sheet,
// faces); a Paper is one document, composed and laid out, to be written in any
// format.
package generator
