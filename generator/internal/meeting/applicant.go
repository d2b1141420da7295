package meeting

import (
	"protokol/generator/diag"
	"protokol/generator/internal/codes"
)

// Application is an application for membership of an organization: the part that is the same for all applicants.
type Application struct {
	// Кому подают заявление. По умолчанию — председателю.
	To Addressee `toml:"to"`
	// Документ, с которым ознакомился заявитель: Положение о кластере.
	Charter string `toml:"charter"`
	// Что прилагают к заявлению.
	Attachments []string `toml:"attachments"`
	// Свой бланк Word: файл .docx с именами в скобках, {дата}, {адресат.имя | кому}. Путь —
	// относительно файла, в котором он записан.
	Word string `toml:"word"`
}

// Applicant is an organization or a sole trader that applies for membership.
// Without it the form is printed blank.
type Applicant struct {
	// Полное наименование.
	Name string `toml:"name" jsonschema:"required"`
	// Сокращённое наименование.
	ShortName string `toml:"short_name"`
	// ИНН в кавычках: 10 цифр у организации, 12 у предпринимателя.
	INN string `toml:"inn"`
	// КПП в кавычках, 9 знаков.
	KPP string `toml:"kpp"`
	// ОГРН в кавычках, 13 цифр.
	OGRN string `toml:"ogrn"`
	// ОГРНИП предпринимателя в кавычках, 15 цифр.
	OGRNIP string `toml:"ogrnip"`
	// Почтовый индекс.
	Index string `toml:"index"`
	// Юридический адрес.
	Address string `toml:"address"`
	// Почтовый адрес, если другой.
	PostalAddress string `toml:"postal_address"`
	// Почтовый адрес совпадает с юридическим. Без postal_address так и считается.
	PostalSame bool `toml:"postal_same"`
	// Руководитель; он подписывает заявление.
	Head Head `toml:"head"`
	// Контактное лицо.
	Contact Executor `toml:"contact"`
	// Телефон.
	Phone string `toml:"phone"`
	// Электронная почта.
	Email string `toml:"email"`
	// Сайт.
	Site string `toml:"site"`
	// Число работников.
	Staff int `toml:"staff" jsonschema:"minimum=1"`
	// Направления деятельности.
	Fields string `toml:"fields"`
	// Что организация предлагает участникам.
	Offer string `toml:"offer"`
	// Банковские реквизиты.
	Bank *Bank `toml:"bank"`
	// Дата заявления. Без ключа остаётся место для неё.
	Date Date `toml:"date"`
}

// Head is the head of an organization.
type Head struct {
	// Фамилия, имя и отчество.
	Name string `toml:"name"`
	// Должность.
	Position string `toml:"position"`
	// На основании чего действует, в родительном падеже: Устава.
	Basis string `toml:"basis"`
}

// Bank is an account in a bank.
type Bank struct {
	// Банк.
	Name string `toml:"name"`
	// БИК в кавычках, 9 цифр.
	BIK string `toml:"bik"`
	// Расчётный счёт в кавычках, 20 цифр.
	Account string `toml:"account"`
}

// Consent is a consent to the processing of personal data. It is always a
// separate document (Федеральный закон № 152-ФЗ, ст. 9, ч. 1).
type Consent struct {
	// Оператор: кто обрабатывает данные.
	Operator string `toml:"operator" jsonschema:"required"`
	// Адрес оператора.
	Address string `toml:"address" jsonschema:"required"`
	// Цель обработки, например: ведение реестра участников кластера.
	Purpose string `toml:"purpose"`
	// Какие данные: фамилия, имя, отчество, должность…
	Data []string `toml:"data"`
	// Какие действия с ними: сбор, запись, хранение…
	Actions []string `toml:"actions"`
	// Срок: до какого времени действует согласие.
	Term string `toml:"term"`
	// Кто даёт согласие. Без него печатаются линии.
	Subject Subject `toml:"subject"`
	// Дата согласия. Без ключа остаётся место для неё.
	Date Date `toml:"date"`
	// Свой бланк Word: файл .docx с именами в скобках, {дата}, {адресат.имя | кому}. Путь —
	// относительно файла, в котором он записан.
	Word string `toml:"word"`
}

// Subject is the data subject.
type Subject struct {
	// Фамилия, имя и отчество.
	Name string `toml:"name"`
	// Адрес.
	Address string `toml:"address"`
	// Документ: серия, номер, кем и когда выдан.
	Passport string `toml:"passport"`
}

// Check returns the errors in the data of an applicant. Keys of problems begin
// with key.
func (a *Applicant) Check(key string) diag.List {
	var c checker
	c.applicant(key, a)
	return c.problems
}

func (c *checker) applicant(key string, a *Applicant) {
	if a == nil {
		return
	}
	c.text(key+".name", a.Name, "не указано наименование заявителя")
	c.code(key+".inn", a.INN, codes.INN)
	c.code(key+".kpp", a.KPP, codes.KPP)
	c.code(key+".ogrn", a.OGRN, codes.OGRN)
	c.code(key+".ogrnip", a.OGRNIP, codes.OGRNIP)
	c.code(key+".index", a.Index, codes.PostalIndex)
	c.code(key+".phone", a.Phone, codes.Phone)
	c.code(key+".email", a.Email, codes.Email)
	c.code(key+".contact.phone", a.Contact.Phone, codes.Phone)
	c.code(key+".contact.email", a.Contact.Email, codes.Email)
	if b := a.Bank; b != nil {
		c.code(key+".bank.bik", b.BIK, codes.BIK)
		c.code(key+".bank.account", b.Account, func(account string) error { return codes.Account(account, b.BIK) })
	}
	c.name(key+".head.name", a.Head.Name)
	c.position(key+".head.position", a.Head.Position)
	c.name(key+".contact.name", a.Contact.Name)
	c.status(key, a)
	if a.PostalSame && a.PostalAddress != "" && a.PostalAddress != a.Address {
		c.wrong(key+".postal_same", "сказано, что почтовый адрес совпадает с юридическим, а он указан и другой",
			"удалите postal_same или postal_address")
	}
	if a.Staff < 0 {
		c.wrong(key+".staff", "число работников не бывает меньше нуля", "")
	}
}

// status reports codes of an organization mixed with those of a sole trader.
func (c *checker) status(key string, a *Applicant) {
	trader := a.OGRNIP != "" || len(a.INN) == 12
	switch {
	case trader && a.OGRN != "":
		c.wrong(key+".ogrn", "ОГРН бывает у организации, а остальные коды — предпринимателя",
			"предпринимателю нужен ogrnip")
	case trader && a.KPP != "":
		c.wrong(key+".kpp", "у предпринимателя не бывает КПП", "удалите эту строку")
	case a.OGRNIP != "" && len(a.INN) == 10:
		c.wrong(key+".inn", "у предпринимателя в ИНН 12 цифр, а здесь 10, как у организации", "")
	}
}

func (c *checker) consent(key string, consent *Consent) {
	if consent == nil {
		return
	}
	c.text(key+".operator", consent.Operator, "не указан оператор")
	c.text(key+".address", consent.Address, "не указан адрес оператора: его требует закон (152-ФЗ, ст. 9, ч. 4)")
	c.name(key+".subject.name", consent.Subject.Name)
}
