package collect

// Kind is a kind of form.
type Kind struct {
	Name      string // of the paper
	Title     string // for messages, after a number: «заявлений»
	prefix    string // of the names of its fields
	Questions []Question
	settle    func(*Form) // checks the answers, and converts them for the table
}

// Question is a field of a form and a column of the table.
type Question struct {
	Key    string // the name of the field, and the path of the value in TOML
	Title  string // its name for messages, and the heading of the column
	Column string // the key of the column in a list of recipients; "" for none
	shape  shape
	needed bool // the message about an empty answer
	given  bool // the form is issued with an answer, which alone does not count
}

// shape is the notation of an answer.
type shape int

const (
	line  shape = iota // words on a line
	lines              // words on several
	code               // digits, perhaps with leading zeros
	count              // a number of something
	day                // a date
	tick               // yes or no; has no column
)

// Kinds are the forms that come back.
var Kinds = []*Kind{Application, Consent}

// Application contains the questions about an applicant (meeting.Applicant).
var Application = &Kind{
	Name:   "application",
	Title:  "заявлений",
	prefix: "applicant.",
	settle: settleApplicant,
	Questions: []Question{
		{Key: "applicant.name", Title: "Наименование организации", Column: "organization"},
		{Key: "applicant.short_name", Title: "Краткое наименование", Column: "organization_short"},
		{Key: "applicant.head.name", Title: "ФИО руководителя", Column: "name", needed: true},
		{Key: "applicant.head.position", Title: "Должность руководителя", Column: "position", needed: true},
		{Key: "applicant.inn", Title: "ИНН", Column: "inn", shape: code, needed: true},
		{Key: "applicant.kpp", Title: "КПП", Column: "kpp", shape: code},
		{Key: "applicant.ogrn", Title: "ОГРН (ОГРНИП)", Column: "ogrn", shape: code, needed: true},
		{Key: "applicant.index", Title: "Индекс", Column: "index", shape: code},
		{Key: "applicant.address", Title: "Юридический адрес", Column: "address", needed: true},
		{Key: "applicant.postal_address", Title: "Почтовый адрес", Column: "postal_address"},
		{Key: "applicant.postal_same", Title: "Почтовый адрес тот же", shape: tick, given: true},
		{Key: "applicant.email", Title: "Электронная почта", Column: "email"},
		{Key: "applicant.contact.phone", Title: "Телефон", Column: "phone"},
		{Key: "applicant.contact.name", Title: "Контактное лицо", Column: "contact"},
		{Key: "applicant.site", Title: "Сайт", Column: "site"},
		{Key: "applicant.head.basis", Title: "Действует на основании", given: true},
		{Key: "applicant.staff", Title: "Число работников", shape: count},
		{Key: "applicant.fields", Title: "Направления деятельности", shape: lines},
		{Key: "applicant.offer", Title: "Предложения участникам", shape: lines},
		{Key: "applicant.date", Title: "Дата заявления", shape: day, given: true},
	},
}

// Consent contains the questions about the person who consents (meeting.Subject).
var Consent = &Kind{
	Name:   "consent",
	Title:  "согласий",
	prefix: "consent.",
	settle: settleSubject,
	Questions: []Question{
		{Key: "consent.subject.name", Title: "ФИО", Column: "name"},
		{Key: "consent.subject.address", Title: "Адрес", Column: "address", needed: true},
		{Key: "consent.subject.passport", Title: "Документ, удостоверяющий личность", needed: true},
		{Key: "consent.date", Title: "Дата согласия", shape: day, given: true},
	},
}

// question returns the question with a key.
func (k *Kind) question(key string) Question {
	for _, q := range k.Questions {
		if q.Key == key {
			return q
		}
	}
	return Question{Key: key, Title: key}
}
