package printing

// frameFeatures are heads and frames as different bodies write them: kinds of
// meetings, institutions, offices, dates, and what stands before and after.
var frameFeatures = []feature{
	{"a plural kind of meeting", `kind = "публичные слушания"`,
		[]string{"ПРОТОКОЛ публичных слушаний Координационного совета"}},
	{"an extended joint meeting", "kind = \"расширенное совместное заседание\"\njoint = [\"Профсоюзный комитет\"]",
		[]string{"расширенного совместного заседания Координационного совета и Профсоюзного комитета"}},
	{"a kind in the genitive", `kind = "внеочередных торгов"`,
		[]string{"внеочередных торгов Координационного совета"}},
	{"a kind that names the body", "kind = \"большой войсковой круг\"\ncouncil.name = \"\"\nlast_date = 2026-03-13",
		[]string{"ПРОТОКОЛ большого войскового круга Дата проведения: 12–13.03.2026"}},
	{"no secretary", "secretary = \"\"\nform = \"full\"",
		[]string{"12.03.2026 Председательствующий – Первый И.И. Присутствовали"}},
	{"one person in both offices", "secretary = \"Первый И. И.\"\ncouncil.chair_role = \"Организатор\"",
		[]string{"Утвердить план. Организатор И.И. Первый"}},
	{"the chair signs as the file says", "council.chair_role = \"Председатель комиссии по наградам\"\n" +
		"people = [{ name = \"Первый Иван Иванович\", role = \"председатель комиссии\" }, " +
		"{ name = \"Вторая Мария Петровна\" }]", []string{"план. Председатель комиссии по наградам И.И. Первый"}},
	{"a deputy signs as a deputy", "council.chair_role = \"Председатель комиссии\"\n" +
		"people = [{ name = \"Первый Иван Иванович\", role = \"заместитель председателя\" }, " +
		"{ name = \"Вторая Мария Петровна\" }]", []string{"план. Заместитель председателя И.И. Первый"}},
	{"the words of the head in signatures", "form = \"full\"\nwords = { chair = \"Председатель собрания\", " +
		"secretary = \"Протокол вёл\" }", []string{"Председатель собрания – Первый И.И.",
		"план. Председатель собрания И.И. Первый Секретарь М.П. Вторая"}},
	{"the chair does not sign", `signers = ["Вторая М. П."]`,
		[]string{"Председательствующий – Первый И.И., директор ООО «А» Секретарь – Вторая М.П.", "план. " +
			"Секретарь М.П. Вторая"}},
	{"nobody signs, nobody chairs", "chair = \"\"\nsecretary = \"\"\nsigners = []\nform = \"full\"",
		[]string{"1. СЛУШАЛИ: О плане. РЕШИЛИ: 1.1. Утвердить план."}},
	{"the post when people are a number", "form = \"brief\"\nattendance = { print = \"number\", present = 30 }",
		[]string{"Председательствующий – Первый И.И., директор ООО «А»", "Присутствовали: 30 человек"}},
	{"a role that is the position", "people = [{ name = \"Первый Иван Иванович\", position = \"председатель ТСЖ\", " +
		"role = \"Председатель ТСЖ\" }, { name = \"Вторая Мария Петровна\" }]",
		[]string{"Присутствовали: Первый Иван Иванович, председатель ТСЖ "}},
	{"an institution", "form = \"full\"\nheader.institution = [\"МИНИСТЕРСТВО ЗДРАВООХРАНЕНИЯ\", \"Больница № 2\"]",
		[]string{"МИНИСТЕРСТВО ЗДРАВООХРАНЕНИЯ Больница № 2 ПРОТОКОЛ заседания Координационного совета"}},
	{"the names of the letterhead", "form = \"brief\"\nletterhead = { parent = \"Минобрнауки\", name = " +
		"\"Университет\", " +
		"short_name = \"(УНИ)\", address = \"г. Москва\" }", []string{"Минобрнауки Университет (УНИ) ПРОТОКОЛ"}},
	{"the whole letterhead", "header.letterhead = \"full\"\nletterhead = { form = \"corner\", name = " +
		"\"Университет\", " +
		"address = \"г. Москва\", phone = \"(495) 123-45-67\", fax = \"(495) 123-45-68\", email = \"a@b.ru\" }",
		[]string{"Университет г. Москва тел.: (495) 123-45-67; факс: (495) 123-45-68 e-mail: a@b.ru", "ПРОТОКОЛ"}},
	{"the body on the letterhead", "form = \"full\"\nletterhead.name = \"Координационный совет\"",
		[]string{"ПРОТОКОЛ заседания Координационного совета"}},
	{"an order of its own", "number = \"4\"\nplace = \"актовый зал\"\nstart = \"8:45\"\nend = \"10:05\"\n" +
		"header = { order = [\"title\", \"subtitle\", \"dated\", \"start\", \"end\", \"present\", " +
		"\"secretary\", \"chair\", " +
		"\"place\", \"agenda\"], clock = \"8 час. 45 мин.\", date = \"19 июня 2023 года\", " +
		"leader = \"{роль}: {должность} {фамилия и.о.}\" }\n" +
		"words = { chair = \"Председатель\", start = \"Начало работы\", end = \"Окончание работы\", place = \"\", " +
		"agenda = \"Повестка:\", present = \"Были:\" }",
		[]string{"ПРОТОКОЛ № 4 заседания Координационного совета от 12 марта 2026 года Начало работы 8 час. " +
			"45 мин. " +
			"Окончание работы 10 час. 05 мин. Были: ", "Секретарь: Вторая М.П. Председатель: директор Первый И.И. " +
			"актовый зал Повестка: "}},
	{"a theme apart", "theme = \"«Проект правил»\"\nstart = \"11:00\"\nend = \"12:00\"\nheader.order = " +
		"[\"title\", \"theme\", " +
		"\"time\", \"reference\"]\nheader.clock = \"11-00\"\nwords = { title = \"П Р О Т О К О Л\", theme = " +
		"\"Тема слушаний:\", " +
		"time = \"Время:\" }",
		[]string{"П Р О Т О К О Л Тема слушаний: «Проект правил» Время: 11-00 – 12-00 от 12.03.2026 "}},
	{"people by role", "attendance = { group = \"role\", numbered = true }\nwords.members = \"Члены комиссии:\"\n" +
		"people = [{ name = \"Первый Иван Иванович\", position = \"врач\", role = \"председатель комиссии\" }, " +
		"{ name = \"Вторая Мария Петровна\" }, { name = \"Третий Пётр Олегович\" }]",
		[]string{"Присутствовали: Председатель комиссии – Первый Иван Иванович, врач Члены комиссии: 1. " +
			"Вторая Мария Петровна 2. "}},
	{"a line about each person", "header.participant = \"{и.о. фамилия} – {должность} ({организация})\"",
		[]string{"И.И. Первый – директор (ООО «А»)"}},
	{"units of people and minutes", "attendance = { print = \"number\", present = 42 }\n" +
		"words = { persons = \"чел.\", minutes = \"(20 минут)\" }\n" + item("minutes = 21"),
		[]string{"Присутствовали: 42 чел.", "О плане. (21 минута)"}},
	{"other lines of the head", `details = [{ label = "Инициатор собрания:", text = "Первый И. И., кв. 14" },
"Экз. № 1"]`,
		[]string{"Инициатор собрания: Первый И.И., кв. 14 Экз. № 1"}},
	{"paragraphs before and after", "form = \"full\"\npreamble = [\"Собрание открыл атаман.\"]\n" +
		"closing = [\"Собрание закрыто.\"]\nseal = true", []string{"Собрание открыл атаман. ПОВЕСТКА ДНЯ:",
		"Собрание закрыто. Председатель ", "М.П."}},
	{"notes at the places of an item", "form = \"full\"\n" + item("decisions = [\"Утвердить план.\"]\nheard "+
		"= [\"Доклад.\"]\nspoke = [\"Речь.\"]\n"+
		"vote = \"единогласно\"\nnotes = [\"Конец.\", { after = \"heading\", text = \"Начало.\" }, "+
		"{ after = \"heard\", text = \"На дату: 3.\" }, { after = \"spoke\", text = \"Внесено.\" }, "+
		"{ after = \"decisions\", text = \"К пункту.\" }, { after = \"vote\", text = \"Подсчитано.\" }]"),
		[]string{"О плане. Начало. Доклад. На дату: 3. ВЫСТУПИЛИ: Речь. Внесено. РЕШИЛИ: 1.1. Утвердить " +
			"план. К пункту.", "Голосовали: единогласно. Подсчитано. Конец. "}},
	{"annexes kept elsewhere", "annexes = [{ title = \"Реестр\", sheets = 5 }, { title = \"Бюллетени\", " +
		"separate = true }]",
		[]string{"Утвердить план. Приложения: 1. Реестр на 5 л. 2. Бюллетени Председатель"}},
	{"the mark of an annex", "number = \"5\"\nwords.annex = \"к протоколу педагогического совета\"\n" +
		"date_text = \"28 августа 2025 года\"\nannexes = [{ title = \"План\", point = \"1\", text = [\"Дела.\"] }]",
		[]string{"Дата проведения: 28 августа 2025 года", "Приложение к протоколу педагогического совета " +
			"от 28 августа 2025 года № 5, пункт 1 План"}},
	{"a protocol dated after the vote", "date = 2019-10-15\nparts = [{ title = \"Голосование\", date = 2019-09-20, " +
		"last_date = 2019-10-10 }]", []string{"Дата протокола: 15.10.2019 Голосование: 20.09.2019–10.10.2019"}},
	{"the same without parts", "form = \"full\"\ndate = 2019-10-15\nfirst_date = 2019-10-08\nlast_date = 2019-10-10",
		[]string{"15.10.2019 Дата проведения: 08–10.10.2019"}},
	{"no date", "date_text = \"\"\ndate = 2026-03-12\nnumber = \"3\"\nannexes = [{ title = \"План\" }]",
		[]string{"ПРОТОКОЛ № 3 заседания Координационного совета Присутствовали", "к протоколу № 3 План"}},
	{"words above an item", "form = \"full\"\nwords = { item = \"По {порядковому} вопросу повестки дня:\", " +
		"heard = \"Слушали:\", spoke = \"Выступили:\" }\n" + item("heard = [\"Доклад.\"]\nspoke = [\"Речь.\"]"),
		[]string{"По первому вопросу повестки дня: О плане. Слушали: Доклад. Выступили: Речь. РЕШИЛИ:"}},
	{"Roman numbers of items", `words.item = "{римская}."`, []string{"I. О плане. РЕШЕНИЕ"}},
	{"nothing above an item", "form = \"brief\"\nwords.item = \"\"",
		[]string{"1. О плане. О плане. 1.1. Утвердить план."}},
	{"proxies", `attendance = { print = "number", present = 195, proxies = 92 }`,
		[]string{"Присутствовали: 195 человек, из них по доверенностям – 92"}},
	{"a list of those present among the annexes", `attendance = { print = "number", present = 52, annex = 2 }` + "\n" +
		`annexes = [{ title = "Акт", sheets = 1 }, { title = "Список", sheets = 3 }]`,
		[]string{"Присутствовали: 52 человека (список – приложение № 2)", "2. Список на 3 л."}},
	{"the only annex is a list of those present", `attendance = { print = "number", present = 52, annex = 1 }` + "\n" +
		`annexes = [{ title = "Список", sheets = 3 }]`,
		[]string{"Присутствовали: 52 человека (список прилагается)", "Приложение: Список на 3 л."}},
}
