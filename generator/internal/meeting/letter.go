package meeting

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"protokol/generator/internal/codes"
)

// Letterhead is the letterhead (бланк письма).
type Letterhead struct {
	Form    string `toml:"form" jsonschema:"enum=corner,enum=longitudinal" jsonschema_description:"Расположение реквизитов: corner — угловое, longitudinal — продольное. По умолчанию — corner."`
	Parent  string `toml:"parent" jsonschema_description:"Вышестоящий орган или учредитель; печатается над названием."`
	Name    string `toml:"name" jsonschema_description:"Название на бланке. По умолчанию — название органа."`
	Address string `toml:"address" jsonschema_description:"Почтовый адрес."`
	Index   string `toml:"index" jsonschema_description:"Почтовый индекс."`
	Phone   string `toml:"phone" jsonschema_description:"Телефон."`
	Email   string `toml:"email" jsonschema_description:"Электронная почта."`
	Site    string `toml:"site" jsonschema_description:"Сайт."`
	OKPO    string `toml:"okpo" jsonschema_description:"Код ОКПО."`
	INN     string `toml:"inn" jsonschema_description:"ИНН, 10 цифр в кавычках."`
	KPP     string `toml:"kpp" jsonschema_description:"КПП, 9 знаков в кавычках."`
	OGRN    string `toml:"ogrn" jsonschema_description:"ОГРН, 13 цифр в кавычках."`

	AddresseeInitials string `toml:"addressee_initials" jsonschema:"enum=after,enum=before" jsonschema_description:"Инициалы адресата: after — после фамилии (Островскому А.В.), before — перед ней. По умолчанию — after."`
}

// Letter is an official letter. Missing parts come from the meeting and from the
// text of the template.
type Letter struct {
	Number      *string      `toml:"number" jsonschema_description:"Исходящий номер. Без ключа остаётся линия, на которой его впишут."`
	Date        Date         `toml:"date" jsonschema_description:"Дата письма. Без ключа остаётся линия."`
	Reply       *Reply       `toml:"reply_to" jsonschema_description:"На какое письмо это ответ: строка «На № … от …»."`
	To          []Addressee  `toml:"to" jsonschema_description:"Адресаты, не больше четырёх в одном письме."`
	Copies      []Addressee  `toml:"copies" jsonschema_description:"Кому копии."`
	Heading     string       `toml:"heading" jsonschema_description:"Заголовок к тексту: «О …»."`
	Salutation  string       `toml:"salutation" jsonschema_description:"Обращение. По умолчанию — по имени и отчеству первого адресата."`
	Text        []string     `toml:"text" jsonschema_description:"Абзацы. В тексте можно писать поля: {орган}, {органа}, {дата}, {протокол}; отдельным абзацем — {решения}, {президиум}, {повестка}."`
	Decisions   []string     `toml:"decisions" jsonschema_description:"Какие решения печатает {решения}: вопрос.пункт по счёту, например 1.2."`
	Closing     *string      `toml:"closing" jsonschema_description:"Слова перед подписью. По умолчанию — «С уважением,»; пустая строка убирает их."`
	Attachments []Attachment `toml:"attachments" jsonschema_description:"Приложения: бумага этого же заседания (число листов сосчитает программа) или название."`
	Signer      string       `toml:"signer" jsonschema_description:"Кто подписывает: имя из people. По умолчанию — председатель."`
	SignerRole  string       `toml:"signer_role" jsonschema_description:"Должность в подписи, если не та, что у человека."`
	Executor    *Executor    `toml:"executor" jsonschema_description:"Исполнитель: отметка внизу последней страницы."`
}

// Extract says how an extract from the protocol is certified.
type Extract struct {
	Signer     string `toml:"signer" jsonschema_description:"Кто заверяет выписку: имя из people. По умолчанию — секретарь."`
	SignerRole string `toml:"signer_role" jsonschema_description:"Должность заверяющего, если не та, что у человека."`
	Date       Date   `toml:"date" jsonschema_description:"Дата заверения. Без ключа остаётся линия."`
	Original   string `toml:"original" jsonschema_description:"Где подлинник: в ОГБПОУ СмолАПО в деле № 01-15 за 2017 год."`
}

// Reply identifies the letter that a letter answers.
type Reply struct {
	Number string `toml:"number" jsonschema_description:"Номер письма, на которое отвечают."`
	Date   Date   `toml:"date" jsonschema_description:"Его дата."`
}

// Addressee is a person, or an organization when no name is given.
type Addressee struct {
	Name          string `toml:"name,short" jsonschema_description:"Имя из people или фамилия, имя и отчество."`
	Position      string `toml:"position" jsonschema_description:"Должность в именительном падеже."`
	Organization  string `toml:"organization" jsonschema_description:"Организация; без имени письмо адресовано ей."`
	Address       string `toml:"address" jsonschema_description:"Почтовый адрес."`
	Gender        string `toml:"gender" jsonschema:"enum=m,enum=f" jsonschema_description:"Пол: m или f."`
	Forms         Forms  `toml:"forms" jsonschema_description:"Падежи имени, поставленные вручную."`
	PositionForms Forms  `toml:"position_forms" jsonschema_description:"Падежи должности, поставленные вручную."`
}

// Attachment is an entry of the attachment mark.
type Attachment struct {
	Title  string `toml:"title,short" jsonschema_description:"Что приложено."`
	Paper  string `toml:"paper" jsonschema:"enum=protocol,enum=application,enum=consent,enum=attendance,enum=assignments" jsonschema_description:"Бумага этого же файла; её листы сосчитает программа."`
	Sheets int    `toml:"sheets" jsonschema:"minimum=1" jsonschema_description:"Сколько листов."`
	Copies int    `toml:"copies" jsonschema:"minimum=1" jsonschema_description:"Сколько экземпляров. По умолчанию — 1."`
}

// Executor is who prepared the letter.
type Executor struct {
	Name  string `toml:"name,short" jsonschema:"required" jsonschema_description:"Фамилия, имя и отчество или имя из people."`
	Phone string `toml:"phone" jsonschema_description:"Телефон."`
	Email string `toml:"email" jsonschema_description:"Электронная почта."`
}

// Enclosable lists the papers of a meeting that a letter can enclose.
var Enclosable = []string{"protocol", "application", "consent", "attendance", "assignments"}

// MaxAddressees is the maximum number of addressees of one letter (ГОСТ Р
// 7.0.97, 5.15).
const MaxAddressees = 4

// cornerWidth is the maximum length of a word, in letters, in a corner
// letterhead 75 mm wide.
const cornerWidth = 34

// papers checks what only the papers beside the protocol need.
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
	if e := m.Extract; e != nil && e.Signer != "" {
		c.known("extract.signer", e.Signer)
	}
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
	for i, to := range l.Copies {
		c.addressee(fmt.Sprintf("%s.copies[%d]", key, i), to)
	}
	for i, a := range l.Attachments {
		c.attachment(fmt.Sprintf("%s.attachments[%d]", key, i), a)
	}
	for i, ref := range l.Decisions {
		if _, err := c.meeting.Decision(ref); err != nil {
			c.wrong(fmt.Sprintf("%s.decisions[%d]", key, i), err.Error(),
				"пишется так: \"1.2\" — второй по счёту пункт первого вопроса")
		}
	}
	if l.Signer != "" {
		c.known(key+".signer", l.Signer)
	}
	if e := l.Executor; e != nil {
		c.text(key+".executor.name", e.Name, "не указано имя исполнителя")
		c.code(key+".executor.phone", e.Phone, codes.Phone)
		c.code(key+".executor.email", e.Email, codes.Email)
	}
}

// addressee requires an addressee. A name alone must be that of one of the
// people; others need a position or an organization.
func (c *checker) addressee(key string, a Addressee) {
	c.gender(key+".gender", a.Gender)
	switch {
	case a.Name == "" && a.Organization == "" && a.Position == "":
		c.wrong(key, "не указано, кому", `нужны name и position или organization`)
	case a.Name != "" && a.Organization == "" && a.Position == "":
		if _, ok := c.directory.Person(a.Name); !ok {
			c.wrong(key+".name", fmt.Sprintf("среди people нет человека «%s»", a.Name),
				`если это не участник, добавьте, кто он: { name = "Фамилия Имя Отчество", position = "директор", `+
					`organization = "…" }`)
		}
	}
}

func (c *checker) attachment(key string, a Attachment) {
	if a.Paper != "" && !slices.Contains(Enclosable, a.Paper) {
		c.wrong(key+".paper", fmt.Sprintf("бумагу «%s» нельзя приложить", a.Paper),
			"можно: "+strings.Join(Enclosable, ", "))
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
