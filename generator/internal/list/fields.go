package list

import "strings"

// Field is a known property of a recipient.
type Field struct {
	Key   string // the key in templates: inn
	Title string // the name shown to users: ИНН
	// Heads are the beginnings of headings of such columns, as word stems. A
	// heading belongs to the field if its remaining words are neutral. The
	// field with the longest head wins.
	Heads []string
}

// Recipients returns the fields of a recipient of letters. The heads are
// folded: lower case, е for ё, no punctuation.
func Recipients() []Field {
	return []Field{
		{"organization", "Наименование организации", []string{
			"organization", "organisation", "company", "наименован", "полн наименован", "наименован полн", "назван",
			"полн назван", "организац", "учрежден", "предприяти", "компани", "контрагент", "юридическ лицо",
			"юр лицо", "образовательн организац", "наименован образовательн организац", "получател", "член кластер",
			"участник кластер",
		}},
		{"organization_short", "Краткое наименование", []string{
			"organization short", "short name", "кратк наименован", "сокращ наименован", "сокр наименован",
			"наименован кратк", "наименован сокращ", "наименован организац кратк", "наименован организац сокращ",
			"кратк назван", "сокращ назван",
		}},
		{"name", "ФИО руководителя", []string{
			"name", "full name", "head", "head name", "фио", "ф и о", "фамили имя отчеств", "фамили и о",
			"руководител", "руководител фио", "руководител ф и о", "директор", "директор фио", "ректор", "глава",
			"адресат", "имя руководител",
		}},
		{"surname", "Фамилия", []string{"surname", "last name", "фамили"}},
		{"given_name", "Имя", []string{"given name", "first name", "имя"}},
		{"patronymic", "Отчество", []string{"patronymic", "middle name", "отчеств"}},
		{"position", "Должность", []string{
			"position", "job title", "должност", "наименован должност", "руководител должност",
		}},
		{"gender", "Пол", []string{"gender", "sex", "пол"}},
		{"salutation", "Обращение", []string{"salutation", "обращени"}},
		{"inn", "ИНН", []string{"inn", "инн"}},
		{"kpp", "КПП", []string{"kpp", "кпп"}},
		{"ogrn", "ОГРН", []string{"ogrn", "огрн", "огрнип", "огрн огрнип"}},
		{"address", "Адрес", []string{
			"address", "адрес", "юридическ адрес", "юр адрес", "адрес юридическ", "фактическ адрес",
			"адрес фактическ", "местонахожд", "мест нахожд", "адрес мест нахожд", "адрес местонахожд",
		}},
		{"postal_address", "Почтовый адрес", []string{
			"postal address", "mailing address", "почтов адрес", "адрес почтов", "адрес для корреспонденц",
			"адрес для писем",
		}},
		{"index", "Индекс", []string{
			"index", "zip", "zip code", "postcode", "postal code", "индекс", "почтов индекс", "индекс почтов",
		}},
		{"region", "Регион", []string{"region", "регион", "субъект", "область", "район"}},
		{"city", "Город", []string{"city", "town", "город", "населен пункт", "муниципальн образован"}},
		{"email", "Электронная почта", []string{
			"email", "e mail", "mail", "электрон почт", "эл почт", "почта электрон", "адрес электрон почт",
			"адрес эл почт", "электрон адрес", "эл адрес", "емейл", "имейл",
		}},
		{"phone", "Телефон", []string{
			"phone", "tel", "телефон", "тел", "номер телефон", "контактн телефон", "мобильн телефон", "рабоч телефон",
			"телефон факс", "тел факс",
		}},
		{"site", "Сайт", []string{"site", "website", "web", "url", "сайт", "адрес сайт", "официальн сайт"}},
		{"contact", "Контактное лицо", []string{
			"contact", "contact person", "контактн лицо", "ответственн лицо", "контакт",
		}},
		{"number", "Исходящий номер", []string{"number", "исходящ номер", "исх номер", "исх", "номер письм"}},
		{"date", "Дата", []string{"date", "дата", "дата письм", "исходящ дата"}},
	}
}

// neutralWords are stems of words that may follow a head without changing the
// meaning of the column: «ИНН организации», «Адрес (с индексом)».
var neutralWords = strings.Fields(`
	организац учрежден предприяти компани юридическ лица лицо юр образовательн кластер член участник руководител
	получател адресат контрагент директор полностью полн официальн основн рабоч контактн в с и или по для на к
	при уставу егрюл индекс именительн падеж код при наличии рф российск федерац`)

// adjectives are stems of words that may precede a head.
var adjectives = strings.Fields(`полн официальн контактн контакт рабоч основн действующ реквизит сведени данн`)
