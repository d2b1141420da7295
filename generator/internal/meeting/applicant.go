package meeting

import (
	"protokol/generator/diag"
	"protokol/generator/internal/codes"
)

// Application is an application for membership of an organization: what is the
// same for all applicants.
type Application struct {
	To          Addressee `toml:"to" jsonschema_description:"Кому подают заявление. По умолчанию — председателю."`
	Charter     string    `toml:"charter" jsonschema_description:"Документ, с которым ознакомился заявитель: Положение о кластере."`
	Attachments []string  `toml:"attachments" jsonschema_description:"Что прилагают к заявлению."`
}

// Applicant is an organization or a sole trader that applies for membership.
// Without it the form is printed blank.
type Applicant struct {
	Name          string   `toml:"name" jsonschema:"required" jsonschema_description:"Полное наименование."`
	ShortName     string   `toml:"short_name" jsonschema_description:"Сокращённое наименование."`
	INN           string   `toml:"inn" jsonschema_description:"ИНН в кавычках: 10 цифр у организации, 12 у предпринимателя."`
	KPP           string   `toml:"kpp" jsonschema_description:"КПП в кавычках, 9 знаков."`
	OGRN          string   `toml:"ogrn" jsonschema_description:"ОГРН в кавычках, 13 цифр."`
	OGRNIP        string   `toml:"ogrnip" jsonschema_description:"ОГРНИП предпринимателя в кавычках, 15 цифр."`
	Index         string   `toml:"index" jsonschema_description:"Почтовый индекс."`
	Address       string   `toml:"address" jsonschema_description:"Юридический адрес."`
	PostalAddress string   `toml:"postal_address" jsonschema_description:"Почтовый адрес, если другой."`
	PostalSame    bool     `toml:"postal_same" jsonschema_description:"Почтовый адрес совпадает с юридическим. Без postal_address так и считается."`
	Head          Head     `toml:"head" jsonschema_description:"Руководитель; он подписывает заявление."`
	Contact       Executor `toml:"contact" jsonschema_description:"Контактное лицо."`
	Phone         string   `toml:"phone" jsonschema_description:"Телефон."`
	Email         string   `toml:"email" jsonschema_description:"Электронная почта."`
	Site          string   `toml:"site" jsonschema_description:"Сайт."`
	Staff         int      `toml:"staff" jsonschema:"minimum=1" jsonschema_description:"Число работников."`
	Fields        string   `toml:"fields" jsonschema_description:"Направления деятельности."`
	Offer         string   `toml:"offer" jsonschema_description:"Что организация предлагает участникам."`
	Bank          *Bank    `toml:"bank" jsonschema_description:"Банковские реквизиты."`
	Date          Date     `toml:"date" jsonschema_description:"Дата заявления. Без ключа остаётся место для неё."`
}

// Head is the head of an organization.
type Head struct {
	Name     string `toml:"name" jsonschema_description:"Фамилия, имя и отчество."`
	Position string `toml:"position" jsonschema_description:"Должность."`
	Basis    string `toml:"basis" jsonschema_description:"На основании чего действует, в родительном падеже: Устава."`
}

// Bank is an account in a bank.
type Bank struct {
	Name    string `toml:"name" jsonschema_description:"Банк."`
	BIK     string `toml:"bik" jsonschema_description:"БИК в кавычках, 9 цифр."`
	Account string `toml:"account" jsonschema_description:"Расчётный счёт в кавычках, 20 цифр."`
}

// Consent is a consent to the processing of personal data. It is always a
// separate document (Федеральный закон № 152-ФЗ, ст. 9, ч. 1).
type Consent struct {
	Operator string   `toml:"operator" jsonschema:"required" jsonschema_description:"Оператор: кто обрабатывает данные."`
	Address  string   `toml:"address" jsonschema:"required" jsonschema_description:"Адрес оператора."`
	Purpose  string   `toml:"purpose" jsonschema_description:"Цель обработки, например: ведение реестра участников кластера."`
	Data     []string `toml:"data" jsonschema_description:"Какие данные: фамилия, имя, отчество, должность…"`
	Actions  []string `toml:"actions" jsonschema_description:"Какие действия с ними: сбор, запись, хранение…"`
	Term     string   `toml:"term" jsonschema_description:"Срок: до какого времени действует согласие."`
	Subject  Subject  `toml:"subject" jsonschema_description:"Кто даёт согласие. Без него печатаются линии."`
	Date     Date     `toml:"date" jsonschema_description:"Дата согласия. Без ключа остаётся место для неё."`
}

// Subject is the data subject.
type Subject struct {
	Name     string `toml:"name" jsonschema_description:"Фамилия, имя и отчество."`
	Address  string `toml:"address" jsonschema_description:"Адрес."`
	Passport string `toml:"passport" jsonschema_description:"Документ: серия, номер, кем и когда выдан."`
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
}
