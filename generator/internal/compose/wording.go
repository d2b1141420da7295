package compose

import "reflect"

// Facts other than texts are printed by partials. {{template "quorum" .Quorum}}
// calls one; {{.Quorum}} means the same, so that templates written when such
// facts were texts still work.

// partials maps types of facts to partials.
var partials = map[reflect.Type]string{
	reflect.TypeFor[Reference]():    "reference",
	reflect.TypeFor[AnnexedTo]():    "annexed-to",
	reflect.TypeFor[AnnexRef]():     "annex-name",
	reflect.TypeFor[Resolving]():    "resolving",
	reflect.TypeFor[PaperLine]():    "paper-line",
	reflect.TypeFor[BallotPapers](): "ballot-papers",
	reflect.TypeFor[Result]():       "result",
	reflect.TypeFor[AnnexTable]():   "annex-table",
	reflect.TypeFor[ApprovalDate](): "approval-date",
	reflect.TypeFor[Lines]():        "text-lines",
	reflect.TypeFor[KeptAnnex]():    "kept-annex",
	reflect.TypeFor[PartFacts]():    "part",
	reflect.TypeFor[LeaderName]():   "leader-name",
	reflect.TypeFor[Participant]():  "person",
	reflect.TypeFor[Headcount]():    "headcount",
	reflect.TypeFor[Quorum]():       "quorum",
	reflect.TypeFor[Opinion]():      "opinion",
	reflect.TypeFor[Names]():        "names",
	reflect.TypeFor[Speakers]():     "speakers",
	reflect.TypeFor[Note]():         "note",
	reflect.TypeFor[ItemChair]():    "item-chair",
	reflect.TypeFor[Recused]():      "recused",
	reflect.TypeFor[Speech]():       "speech",
	reflect.TypeFor[Asked]():        "asked",
	reflect.TypeFor[Remark]():       "remark",
	reflect.TypeFor[VoteLine]():     "vote-line",
	reflect.TypeFor[Verdict]():      "verdict",
	reflect.TypeFor[Roll]():         "roll",
	reflect.TypeFor[Task]():         "task",
	reflect.TypeFor[Execution]():    "execution",
	reflect.TypeFor[Due]():          "due",
	reflect.TypeFor[Charge]():       "charge",
	reflect.TypeFor[PointRef]():     "point-name",
	reflect.TypeFor[Salutation]():   "salutation",
	reflect.TypeFor[Enclosure]():    "enclosure",
	reflect.TypeFor[Copies]():       "copies",
	reflect.TypeFor[Contact]():      "contact",
	reflect.TypeFor[Presider]():     "presider",
}

// Words that depend on several facts have partials for the whole view. They
// used to be fields: {{.Keyword}} means {{template "keyword" .}}.
type formerField struct {
	view reflect.Type
	name string
}

var formerFields = map[formerField]string{
	{reflect.TypeFor[Protocol](), "DocumentTitle"}:    "protocol-title",
	{reflect.TypeFor[Extract](), "DocumentTitle"}:     "extract-title",
	{reflect.TypeFor[Letter](), "DocumentTitle"}:      "letter-title",
	{reflect.TypeFor[Attendance](), "DocumentTitle"}:  "attendance-title",
	{reflect.TypeFor[Assignments](), "DocumentTitle"}: "assignments-title",
	{reflect.TypeFor[Application](), "DocumentTitle"}: "application-title",
	{reflect.TypeFor[Consent](), "DocumentTitle"}:     "consent-title",
	{reflect.TypeFor[Envelope](), "DocumentTitle"}:    "envelope-title",
	{reflect.TypeFor[Register](), "DocumentTitle"}:    "register-title",
	{reflect.TypeFor[Protocol](), "Took"}:             "took",
	{reflect.TypeFor[Protocol](), "TookNot"}:          "took-not",
	{reflect.TypeFor[Protocol](), "AgendaLabel"}:      "agenda-label",
	{reflect.TypeFor[Protocol](), "AgendaVerdict"}:    "agenda-verdict",
	{reflect.TypeFor[Approval](), "Word"}:             "approval-word",
	{reflect.TypeFor[Annex](), "Mark"}:                "annex-mark",
	{reflect.TypeFor[Question](), "Keyword"}:          "keyword",
	{reflect.TypeFor[Facts](), "Held"}:                "held",
}

// partialOf returns the partial for facts of a type, or "".
func partialOf(t reflect.Type) string {
	if t == nil {
		return ""
	}
	return partials[pointed(t)]
}

// partialOfFormer returns the partial that replaces a former field of a view or
// of an embedded one.
func partialOfFormer(t reflect.Type, name string) string {
	if t = pointed(t); t == nil || t.Kind() != reflect.Struct {
		return ""
	}
	if partial := formerFields[formerField{t, name}]; partial != "" {
		return partial
	}
	for i := range t.NumField() {
		if f := t.Field(i); f.Anonymous {
			if partial := partialOfFormer(f.Type, name); partial != "" {
				return partial
			}
		}
	}
	return ""
}

// pointed returns the type that pointers refer to.
func pointed(t reflect.Type) reflect.Type {
	for t != nil && t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	return t
}
