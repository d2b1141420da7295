package diag

// Codes of problems for which callers can offer a remedy: a flag, a button, a
// command.
const (
	CodeForce       = "force"        // a signed file exists already; it
	CodeResume      = "resume"       // a batch was not finished; it can be resumed
	CodeShard       = "shard"        // a part of a batch is missing
	CodeFillable    = "fillable"     // a form without fields; there are forms with fields
	CodeLargerLabel = "larger-label" // a label is too small
	CodeEach        = "each"         // a letter has too many addressees; each can get a letter
	CodeKind        = "kind"         // a template may be for another kind of paper, which the user can name
	CodeColumn      = "column"       // a column of a list may be for something else, which the user can say: name=B
	CodeHeading     = "heading"      // the headings of a list are not found; the user can say where they are
	CodeWorksheet   = "sheet"        // the list may be on another sheet, which the user can name
	CodeStyles      = "styles"       // no style sheet of this name
	CodeStarter     = "starter"      // an empty file; there is a starter to begin with
	CodePaper       = "paper"        // a paper where a meeting is expected; its source can be extracted
	CodeList        = "list"         // a list of recipients where a meeting is expected
	CodeStyleSheet  = "style-sheet"  // a style sheet where a meeting is expected
	CodeRussianKey  = "russian-key"  // a key in Cyrillic letters; Problem.Key is the word
)
