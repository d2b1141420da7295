package meeting

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"protokol/generator/internal/codes"
)

// Letterhead is the letterhead (бланк письма).
type Letterhead struct {
	// Расположение реквизитов: corner — угловое, longitudinal — продольное. По умолчанию — corner.
	Form string `toml:"form" jsonschema:"enum=corner,enum=longitudinal"`
	// Вышестоящий орган или учредитель; печатается над названием.
	Parent string `toml:"parent"`
	// Название на бланке. По умолчанию — название органа.
	Name string `toml:"name"`
	// Сокращённое название; печатается под полным: (ЛГТУ).
	ShortName string `toml:"short_name"`
	// Почтовый адрес.
	Address string `toml:"address"`
	// Почтовый индекс.
	Index string `toml:"index"`
	// Телефон.
	Phone string `toml:"phone"`
	// Факс.
	Fax string `toml:"fax"`
	// Электронная почта.
	Email string `toml:"email"`
	// Сайт.
	Site string `toml:"site"`
	// Код ОКПО.
	OKPO string `toml:"okpo"`
	// ИНН, 10 цифр в кавычках.
	INN string `toml:"inn"`
	// КПП, 9 знаков в кавычках.
	KPP string `toml:"kpp"`
	// ОГРН, 13 цифр в кавычках.
	OGRN string `toml:"ogrn"`

	// Инициалы адресата: after — после фамилии (Островскому А.В.), before — перед ней. По умолчанию
	// — after.
	AddresseeInitials string `toml:"addressee_initials" jsonschema:"enum=after,enum=before"`
}

// Letter is an official letter. Missing parts come from the meeting and from the
// text of the template.
type Letter struct {
	// Исходящий номер. Без ключа остаётся линия, на которой его впишут.
	Number *string `toml:"number"`
	// Дата письма. Без ключа остаётся линия.
	Date Date `toml:"date"`
	// На какое письмо это ответ: строка «На № … от …».
	Reply *Reply `toml:"reply_to"`
	// Адресаты, не больше четырёх в одном письме.
	To []Addressee `toml:"to"`
	// Кому копии, кому разослать.
	Copies []Addressee `toml:"copies"`
	// Заголовок к тексту: «О …».
	Heading string `toml:"heading"`
	// Обращение. По умолчанию — по имени и отчеству первого адресата; пустая строка убирает его.
	Salutation *string `toml:"salutation"`
	// Абзацы. В тексте можно писать поля: {орган}, {органа}, {дата}, {протокол}; отдельным абзацем
	// — {решения}, {президиум}, {повестка}, {части}, {таблица}.
	Text []string `toml:"text"`
	// Таблица: на месте абзаца {таблица}, а без него после текста.
	Table *Table `toml:"table"`
	// Приложения, которые печатаются за письмом, каждое с новой страницы. Что приложено, говорит и
	// отметка: attachments.
	Annexes []Annex `toml:"annexes"`
	// Какие решения печатает {решения}: вопрос.пункт по счёту, например 1.2.
	Decisions []string `toml:"decisions"`
	// Слова перед подписью. По умолчанию — «С уважением,»; пустая строка убирает их.
	Closing *string `toml:"closing"`
	// Приложения: бумага этого же заседания (число листов сосчитает программа) или название.
	Attachments []Attachment `toml:"attachments"`
	// Кто подписывает: имя из people. По умолчанию — председатель.
	Signer string `toml:"signer"`
	// Должность в подписи, если не та, что у человека.
	SignerRole string `toml:"signer_role"`
	// Грифы согласования под подписью: СОГЛАСОВАНО, кто или каким документом.
	Agreed []Agreement `toml:"agreed"`
	// Исполнитель: отметка внизу последней страницы.
	Executor *Executor `toml:"executor"`
	// Свой бланк Word: файл .docx с именами в скобках, {дата}, {адресат.имя | кому}. Путь —
	// относительно файла, в котором он записан.
	Word string `toml:"word"`
}

// Extract says how an extract from the protocol is certified.
type Extract struct {
	// Кто заверяет выписку: имя из people. По умолчанию — секретарь.
	Signer string `toml:"signer"`
	// Должность заверяющего, если не та, что у человека.
	SignerRole string `toml:"signer_role"`
	// Дата заверения. Без ключа остаётся линия.
	Date Date `toml:"date"`
	// Где подлинник: в ОГБПОУ СмолАПО в деле № 01-15 за 2017 год.
	Original string `toml:"original"`
	// Отметки в правом верхнем углу первого листа выписки, каждая строкой: Для служебного пользования; [] — без
	// отметок. Отметок протокола в выписке нет.
	Marks []string `toml:"marks"`
	// Гриф утверждения выписки.
	Approval *Approval `toml:"approval"`
	// Номера приложений к протоколу, которые прилагают к выписке; список присутствовавших, который печатается
	// приложением, — последнее.
	Annexes []int `toml:"annexes"`
	// Что из протокола, кроме выбранных вопросов, повторяет выписка: preamble — абзацы перед повесткой дня, elections
	// — кого избрали, opinions — особые мнения о заседании в целом, closing — абзацы перед подписями; [] — ничего. Без
	// ключа этого в выписке нет, а если оно есть в протоколе, об этом предупреждает проверка.
	Include []string `toml:"include"`
	// Свой бланк Word: файл .docx с именами в скобках, {дата}, {адресат.имя | кому}. Путь —
	// относительно файла, в котором он записан.
	Word string `toml:"word"`
}

// ExtractParts lists the parts of a protocol that extracts may repeat beside items.
var ExtractParts = []string{"preamble", "elections", "opinions", "closing"}

// HasExtractPart reports whether a meeting has one of the ExtractParts.
func (m *Meeting) HasExtractPart(part string) bool {
	switch part {
	case "preamble":
		return len(m.Preamble) > 0
	case "elections":
		return len(m.Elections) > 0
	case "opinions":
		return len(m.Opinions) > 0
	}
	return part == "closing" && len(m.Closing) > 0
}

// Reply identifies the letter that a letter answers.
type Reply struct {
	// Номер письма, на которое отвечают.
	Number string `toml:"number"`
	// Его дата.
	Date Date `toml:"date"`
}

// Addressee is a person, or an organization when no name is given.
type Addressee struct {
	// Имя из people или фамилия, имя и отчество.
	Name string `toml:"name,short"`
	// Должность в именительном падеже.
	Position string `toml:"position"`
	// Организация; без имени письмо адресовано ей.
	Organization string `toml:"organization"`
	// Почтовый адрес.
	Address string `toml:"address"`
	// Пол: m или f.
	Gender string `toml:"gender" jsonschema:"enum=m,enum=f"`
	// Падежи имени, поставленные вручную.
	Forms Forms `toml:"forms"`
	// Падежи должности, поставленные вручную.
	PositionForms Forms `toml:"position_forms"`
}

// IsPlace reports whether a copy goes to a place rather than to somebody: «в дело».
func (a Addressee) IsPlace() bool {
	return strings.HasPrefix(a.Organization, "в ") && blank(a.Name) && blank(a.Position)
}

// Attachment is an entry of the attachment mark.
type Attachment struct {
	// Что приложено.
	Title string `toml:"title,short"`
	// Бумага этого же файла; её листы сосчитает программа.
	Paper string `toml:"paper" jsonschema:"enum=protocol,enum=application,enum=consent,enum=attendance,enum=assignments"`
	// Сколько листов.
	Sheets int `toml:"sheets" jsonschema:"minimum=1"`
	// Сколько экземпляров. По умолчанию — 1.
	Copies int `toml:"copies" jsonschema:"minimum=1"`
}

// Executor is who prepared the letter.
type Executor struct {
	// Фамилия, имя и отчество или имя из people.
	Name string `toml:"name,short" jsonschema:"required"`
	// Телефон.
	Phone string `toml:"phone"`
	// Электронная почта.
	Email string `toml:"email"`
}

// enclosable lists the papers of a meeting that a letter can enclose.
var enclosable = []string{"protocol", "application", "consent", "attendance", "assignments"}

// MaxAddressees is the maximum number of addressees of one letter (ГОСТ Р
// 7.0.97, 5.15).
const MaxAddressees = 4

// cornerWidth is the maximum length of a word, in letters, in a corner
// letterhead 75 mm wide.
const cornerWidth = 34

// papers checks the data for papers other than the protocol.
func (c *checker) papers() {
	m := c.meeting
	for i, o := range m.Council.Presidium {
		key := fmt.Sprintf("council.presidium[%d]", i)
		c.text(key+".role", o.Role, "не указано, кто это в президиуме")
		c.known(key+".name", o.Name)
	}
	c.letterhead("letterhead", m.Letterhead)
	c.letter("letter", m.Letter)
	c.letter("invitation", m.Invitation)
	c.letter("notice", m.Notice)
	c.extract(m.Extract)
	if a := m.Application; a != nil && a.To != (Addressee{}) {
		c.addressee("application.to", a.To)
	}
	c.joining()
	c.applicant("applicant", m.Applicant)
	c.consent("consent", m.Consent)
}

// joining requires council.cluster when an application, or the built-in text of
// an invitation, names it.
func (c *checker) joining() {
	m := c.meeting
	if m.Council.Cluster != "" {
		return
	}
	hint := "добавьте в [council] строку cluster = \"…\" — кластер, ассоциация в именительном падеже"
	if m.Application != nil {
		c.wrong("application", "не сказано, куда вступают", hint)
	}
	if l := m.Invitation; l != nil && (l.Heading == "" || len(l.Text) == 0) {
		c.wrong("invitation", "не сказано, куда приглашают вступить", hint)
	}
}

func (c *checker) letterhead(key string, l *Letterhead) {
	if l == nil {
		return
	}
	c.oneOf(key+".form", l.Form, "corner", "longitudinal")
	c.oneOf(key+".addressee_initials", l.AddresseeInitials, "after", "before")
	c.code(key+".index", l.Index, codes.PostalIndex)
	c.code(key+".phone", l.Phone, codes.Phone)
	c.code(key+".fax", l.Fax, codes.Phone)
	c.code(key+".email", l.Email, codes.Email)
	c.code(key+".inn", l.INN, codes.INNOrganization)
	c.code(key+".kpp", l.KPP, codes.KPP)
	c.code(key+".ogrn", l.OGRN, codes.OGRN)
	if l.Form == "longitudinal" {
		return
	}
	for _, word := range strings.Fields(l.Parent + " " + l.Name) {
		if utf8.RuneCountInString(word) > cornerWidth {
			c.warn(key, fmt.Sprintf("слово «%s» не поместится в угловой бланк", word),
				`возьмите продольный: form = "longitudinal"`)
		}
	}
}

func (c *checker) letter(key string, l *Letter) {
	if l == nil {
		return
	}
	for i, to := range l.To {
		c.addressee(fmt.Sprintf("%s.to[%d]", key, i), to)
	}
	c.copies(key+".copies", l.Copies, "копия с адресом печатается как своё письмо: назовите получателя в to")
	for i, a := range l.Attachments {
		c.attachment(fmt.Sprintf("%s.attachments[%d]", key, i), a)
	}
	for i, ref := range l.Decisions {
		if _, err := c.meeting.Decision(ref); err != nil {
			c.wrong(fmt.Sprintf("%s.decisions[%d]", key, i), err.Error(),
				"пишется так: \"1.2\" — второй по счёту пункт первого вопроса")
		}
	}
	c.letterAnnexes(key, l)
	c.agreed(key+".agreed", l.Agreed, false)
	c.salutation(key+".salutation", l.Salutation)
	switch {
	case l.Signer != "":
		c.known(key+".signer", l.Signer)
	case blank(c.meeting.Chair) && c.meeting.WithoutMeeting():
		c.wrong(key+".signer", "не сказано, кто подписывает письмо",
			`добавьте строку вида: signer = "Фамилия Имя Отчество"`)
	}
	if e := l.Executor; e != nil {
		c.text(key+".executor.name", e.Name, "не указано имя исполнителя")
		c.name(key+".executor.name", e.Name)
		c.code(key+".executor.phone", e.Phone, codes.Phone)
		c.code(key+".executor.email", e.Email, codes.Email)
	}
}

// copies checks those who get a copy. They are named without their addresses.
func (c *checker) copies(key string, list []Addressee, hint string) {
	for i, to := range list {
		at := fmt.Sprintf("%s[%d]", key, i)
		if c.addressee(at, to); to.Address != "" {
			c.warn(at+".address", "адрес получателя копии не печатается", hint)
		}
	}
}

// letterAnnexes checks the table and the annexes of a letter.
func (c *checker) letterAnnexes(key string, l *Letter) {
	c.table(key+".table", l.Table)
	for i, annex := range l.Annexes {
		at := fmt.Sprintf("%s.annexes[%d]", key, i)
		c.enclosed(at, annex, "назовите его отметкой: attachments = [{ title = \"…\", sheets = 3 }]")
	}
	if len(l.Attachments) > 0 {
		c.unnamedAnnexes(key, l)
	} else if len(l.Annexes) > 0 {
		c.warn(key+".annexes", "о приложении не сказано в самом письме",
			`добавьте отметку: attachments = [{ title = "Реестр …", sheets = 1 }]`)
	}
}

// addressee requires an addressee. A name alone must be that of one of the
// people; others need a position, an organization or an address.
func (c *checker) addressee(key string, a Addressee) {
	c.gender(key+".gender", a.Gender)
	switch {
	case a.Name == "" && a.Organization == "" && a.Position == "":
		c.wrong(key, "не указано, кому", `нужны name и position или organization`)
	case a.Name != "" && a.Organization == "" && a.Position == "" && a.Address == "":
		if _, ok := c.directory.Person(a.Name); !ok {
			c.wrong(key+".name", fmt.Sprintf("среди people нет человека «%s»", a.Name),
				`если это не участник, добавьте, кто он, а гражданину — адрес: `+
					`{ name = "Фамилия Имя Отчество", position = "директор", organization = "…", address = "…" }`)
		}
	}
}

func (c *checker) attachment(key string, a Attachment) {
	if a.Paper != "" && !slices.Contains(enclosable, a.Paper) {
		c.wrong(key+".paper", fmt.Sprintf("бумагу «%s» нельзя приложить", a.Paper),
			"можно: "+strings.Join(enclosable, ", "))
	}
	if a.Title == "" && a.Paper == "" && a.Sheets == 0 {
		c.wrong(key, "не указано, что приложено", "нужны paper или title")
	}
	if a.Sheets < 0 || a.Copies < 0 {
		c.wrong(key, "листов и экземпляров не бывает меньше одного", "")
	}
}

// oneOf requires one of the allowed values, or none.
func (c *checker) oneOf(key, value string, allowed ...string) {
	if value != "" && !slices.Contains(allowed, value) {
		c.wrong(key, fmt.Sprintf("неизвестное значение «%s»", value), "бывает: "+strings.Join(allowed, ", "))
	}
}

// code checks a code such as ИНН; "" passes.
func (c *checker) code(key, value string, check func(string) error) {
	if value == "" {
		return
	}
	if err := check(value); err != nil {
		c.wrong(key, err.Error(), "")
	}
}

// salutation warns of a salutation without a mark at its end. It is printed as it is.
func (c *checker) salutation(key string, text *string) {
	if text == nil || blank(*text) {
		return
	}
	if last, _ := utf8.DecodeLastRuneInString(strings.TrimSpace(*text)); unicode.IsLetter(last) {
		c.warn(key, fmt.Sprintf("обращение «%s» не кончается знаком", *text),
			fmt.Sprintf(`обычно пишут так: salutation = "%s!"`, strings.TrimSpace(*text)))
	}
}
