package compose

import "reflect"

// Facts that are more than a text have words of their own: a partial says them.
// {{template "quorum" .Quorum}} calls it; {{.Quorum}} alone means the same, so
// that templates written when such facts were ready texts go on working.

// partials are the partials of the facts, by the type of the fact.
var partials = map[reflect.Type]string{
	reflect.TypeFor[Reference]():    "reference",
	reflect.TypeFor[AnnexedTo]():    "annexed-to",
	reflect.TypeFor[AnnexRef]():     "annex-name",
	reflect.TypeFor[AnnexTable]():   "annex-table",
	reflect.TypeFor[ApprovalDate](): "approval-date",
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

// Words that depend on several facts of a view have partials that are given the
// whole view. Once they were fields: {{.Keyword}} means {{template "keyword" .}}.
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

// partialOf is the partial that says a fact of a type, or "".
func partialOf(t reflect.Type) string {
	if t == nil {
		return ""
	}
	return partials[pointed(t)]
}

// partialOfFormer is the partial that says what was a field of a view, or of one
// that it embeds.
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

// pointed is the type behind pointers.
func pointed(t reflect.Type) reflect.Type {
	for t != nil && t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	return t
}
