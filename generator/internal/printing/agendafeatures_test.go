package printing

var agendaFeatures = []feature{
	{"speakers", item(`speakers = ["Первый И. И."]`),
		[]string{"Повестка дня: 1. О плане. Докладчик: Первый Иван Иванович, директор ООО «А»"}},
	{"co-speakers", item("speakers = [\"Первый И. И.\"]\nco_speakers = [\"Ёлкина\", \"Третьяков\"]"),
		[]string{"Докладчик: Первый Иван Иванович, директор ООО «А». Содокладчики: Ёлкина"}},
	{"brief, a body in the dative",
		"form = \"brief\"\n" + item(`decisions = [{ text = "Подготовить план.", responsible = ["секретарь", "Ёлкина `+
			`А."] }]`),
		[]string{"1.1. Секретарю и Ёлкиной А. подготовить план."}},
	{"brief, tasks and names", "form = \"brief\"\n" +
		item(`decisions = [{ text = "Не переносить срок.", responsible = ["секретарь"] },
		{ text = "Направить Совету отчёт.", responsible = ["секретарь"] },
		{ text = "До 1 мая помочь колледжу.", responsible = ["секретарь"] },
		{ text = "Смоленскому Дому печати помочь.", responsible = ["секретарь"] },
		{ text = "В Совет направить отчёт.", responsible = ["секретарь"] }]`),
		[]string{"1.1. Секретарю не переносить", "1.2. Секретарю направить Совету", "1.3. Секретарю до 1 мая",
			"1.4. Секретарю Смоленскому Дому печати помочь", "1.5. Секретарю в Совет"}},
	{"minutes and a bare note", item("minutes = 15\nnote = \"материалы прилагаются\""),
		[]string{"Время на вопрос: 15 мин. Материалы прилагаются."}},
	{"minutes and notes", item("minutes = 15\nnote = \"Материалы разосланы.\""),
		[]string{"Время на вопрос: 15 мин. Материалы разосланы."}},
	{"sub-questions", item(`subitems = ["О сроках.", { title = "О цене.", speakers = ["Ёлкина"] }]`),
		[]string{"1. О плане. 1.1. О сроках. 1.2. О цене. Докладчик: Ёлкина"}},
	{"разное", "[[agenda]]\ntitle = \"Разное.\"\noutcome = \"Информация принята к сведению.\"",
		[]string{"1. Разное.", "Вопрос № 1: Разное. Информация принята к сведению. Председатель"}},
	{"item added at the meeting", "agenda_vote = \"единогласно\"\n" + item(`added = true`),
		[]string{"Вопрос включён в повестку дня на заседании.",
			"Повестка дня утверждена с дополнениями, внесёнными на заседании. Голосовали: единогласно."}},
	{"vote on the agenda", `agenda_vote = { for = 3, against = 1 }`,
		[]string{"Повестка дня утверждена. Голосовали: «за» – 3, «против» – 1."}},
	{"agenda voted down", "council.rules.majority = \"> 1/2 of present\"\nagenda_vote = { for = 1, against = 3 }",
		[]string{"Повестка дня не утверждена."}},
	{"heard without a name", "form = \"full\"\n" + item(`heard = ["Информацию о ходе работ."]`),
		[]string{"1. СЛУШАЛИ: О плане. Информацию о ходе работ."}},
	{"heard the speakers", "form = \"full\"\n" + item(`speakers = ["Ёлкина"]`),
		[]string{"1. СЛУШАЛИ: О плане. Докладчик: Ёлкина Анна, инженер АО «Б»."}},
	{"several heard", "form = \"full\"\n" +
		item(
			`heard = [{ name = "Первый", text = "доложил о плане." }, { name = "Ёлкина", text = "Дополнила доклад" }]`,
		),
		[]string{"СЛУШАЛИ: О плане. Первый И.И. – доложил о плане. Ёлкина А. – дополнила доклад."}},
	{"spoke with positions", "form = \"full\"\n" +
		item(`spoke = [{ name = "Третьяков О. Л.", position = "заместитель директора", text = "поддержал" }, { name `+
			`= "Иванов", position = "из зала", text = "спросил о сроках" }]`),
		[]string{"ВЫСТУПИЛИ: Третьяков О.Л., заместитель директора, – поддержал. Иванов, из зала, – спросил о " +
			"сроках. РЕШИЛИ: 1.1. Утвердить план."}},
	{"report attached", "form = \"full\"\n" +
		item(`heard = [{ name = "Первый", text = "доложил о плане.", attached = true }, { name = "Ёлкина", attached `+
			`= true }]`),
		[]string{"доложил о плане (доклад прилагается).", "Ёлкина А. – доклад прилагается."}},
	{"report as an annex", "form = \"full\"\n" +
		item(`heard = [{ name = "Первый", text = "доложил о плане.", annex = 1 }]`) +
		"\n[[annexes]]\ntitle = \"Доклад\"",
		[]string{"доложил о плане (приложение).", "Приложение к протоколу"}},
	{"questions and answers", "form = \"full\"\n" +
		item(`questions = [{ text = "Каков срок?", name = "Ёлкина", by = "Первый", answer = "Год" }, "Кто исполнит?"]`),
		[]string{"Вопрос. Ёлкина А.: Каков срок? Ответ. Первый И.И.: Год. Вопрос. Кто исполнит?"}},
	{"speakers in brackets", "form = \"brief\"\n" +
		item("speakers = [\"Первый\"]\nspoke = [{ name = \"Ёлкина\", text = \"поддержала\" }]"),
		[]string{"ПОВЕСТКА ДНЯ:", "1. О плане. (Первый И.И., Ёлкина А.) 1.1. Утвердить план."}},
	{"ПОСТАНОВИЛИ", "form = \"full\"\ncouncil.keyword = \"ПОСТАНОВИЛИ\"",
		[]string{"ПОСТАНОВИЛИ: 1.1. Утвердить план."}},
}

var decisionFeatures = []feature{
	{"four levels", "form = \"full\"\n" +
		item(`decisions = [{ text = "Один:", points = [{ text = "Два:", points = [{ text = "Три:", points = `+
			`["Четыре."] }] }] }, "Ещё."]`),
		[]string{"1.1. Один: 1.1.1. Два: 1.1.1.1. Три: 1.1.1.1.1. Четыре. 1.2. Ещё."}},
	{"points under the only one", item(`decisions = [{ text = "Один:", points = ["Два.", "Три."] }]`),
		[]string{"РЕШЕНИЕ: Один: 1. Два. 2. Три."}},
	{"table inside a point", item("[[agenda.decisions]]\ntext = \"Утвердить смету:\"\ntable = { columns = [\"Что\", " +
		"\"Рублей\"], rows = [[\"Стол\", \"5 000\"]] }"),
		[]string{"Утвердить смету: Что Рублей Стол 5 000"}},
	{"responsible and co-executors",
		item(`decisions = [{ text = "Сделать.", responsible = ["Первый"], co_executors = ["АО «Б»", "Ёлкина"], due ` +
			`= 2026-04-01 }]`),
		[]string{"Ответственный – Первый И.И.; соисполнители – АО «Б», Ёлкина А.; срок – до 1 апреля 2026 г."}},
	{"responsible in the dative", "form = \"brief\"\n" +
		item(`decisions = [{ text = "Сделать.", responsible = ["Ёлкина", "Третьяков", "АО «Б»"], due = 2026-04-01 }]`),
		[]string{"1.1. Ёлкиной А., Третьякову О.Л. и АО «Б» сделать. Срок – до 1 апреля 2026 г."}},
	{"quarterly, always", item(`decisions = [{ text = "Докладывать.", due = "ежеквартально" }, { text = "Следить.", ` +
		`due = "постоянно" }]`),
		[]string{"Докладывать. Срок – ежеквартально.", "Следить. Срок – постоянно."}},
	{"a term as digits in quotes", item(`decisions = [{ text = "Сверить.", due = "03.04.2026" }]`),
		[]string{"Сверить. Срок – до 3 апреля 2026 г."}},
	{"controller", item(`decisions = [{ text = "Сделать.", control = "Третьяков" }, { text = "Ещё.", control = ` +
		`"секретарь совета" }]`),
		[]string{"Контроль – Третьяков О.Л.", "Контроль – секретарь совета."}},
	{"annex to a point", item(`decisions = [{ text = "Утвердить план.", annex = 2 }]`) +
		"\n[[annexes]]\ntitle = \"А\"\n[[annexes]]\ntitle = \"Б\"\ntext = [\"Текст.\"]",
		[]string{"Утвердить план (приложение № 2).", "Приложение № 1 к протоколу от 12.03.2026 А",
			"Приложение № 2 к протоколу от 12.03.2026 Б Текст."}},
	{"organisations voted on apart", "council.rules.majority = \"> 1/2 of present\"\nform = \"full\"\n" +
		item(`decisions = [{ text = "Принять:", points = [{ text = "ООО «Первая»;", vote = { for = 4 } }, { text = `+
			`"АО «Вторая».", vote = { for = 1, against = 3 } }] }]`),
		[]string{"1.1.1. ООО «Первая»; Голосовали: «за» – 4. Решение принято " +
			"единогласно.",
			"1.1.2. АО «Вторая». Голосовали: «за» – 1, «против» – 3. Решение не принято."}},
}

var voteFeatures = []feature{
	{"by heads", item(`vote = { for = 3, abstained = 1 }`),
		[]string{"Голосовали: «за» – 3, «воздержались» – 1. Председатель"}},
	{"by names", item("vote = { for = [\"Первый\", \"Вторая\", \"Ёлкина\"], against = [\"Третьяков\"] }"),
		[]string{"«за» – 3, «против» – 1.",
			"Поимённо: «за» – Первый И.И., Вторая М.П., Ёлкина А.; «против» – Третьяков О.Л. Председатель"}},
	{"by names in a table", item("vote = { roll = true, for = [\"Первый\", \"Вторая\", \"Третьяков\"], abstained = " +
		"[\"Ёлкина\"] }"),
		[]string{"Поимённое голосование Фамилия, имя, отчество Голос",
			"Третьяков Олег Львович за Ёлкина Анна воздержалась"}},
	{"in shares", "council.rules = { unit = \"голоса\", total = 1000, quorum = \"> 1/2 of all votes\", majority = " +
		"\"> 1/2 of present\" }\nattendance.votes = 800\n" +
		item(`vote = { for = 600, against = 150.5, abstained = 49.5 }`),
		[]string{"Кворум имеется: представлено 800 из 1000 голосов (80 %).",
			"«за» – 600 (75 %), «против» – 150,5 (18,81 %), «воздержались» – 49,5 (6,19 %). РЕШЕНИЕ ПРИНЯТО"}},
	{"in shares of each", "council.rules = { unit = \"голоса\", majority = \"> 1/2 of present\" }\n" +
		"people = [{ name = \"Первый Иван Иванович\", votes = \"1/3\" }, { name = \"Вторая Мария Петровна\", votes " +
		"= \"2/3\" }]\n" +
		item(`vote = { for = ["Вторая"], against = ["Первый"] }`),
		[]string{"Первый Иван Иванович – голосов: 1/3", "«за» – 2/3 (66,67 %), «против» – 1/3 (33,33 %)",
			"РЕШЕНИЕ ПРИНЯТО"}},
	{"in parts of the capital", "council.rules = { unit = \"доли\", total = 100, quorum = \"> 1/2 of all votes\", " +
		"majority = \"2/3 of all votes\" }\nattendance.votes = 80\n" +
		item(`vote = { for = 70, against = 10 }`),
		[]string{"представлено 80 из 100 долей (80 %)", "«за» – 70 (70 %), «против» – 10 (10 %)", "РЕШЕНИЕ ПРИНЯТО"}},
	{"in square metres", "council.rules = { unit = \"кв. м\", total = 6482.7, majority = \"> 1/2 of present\" " +
		"}\nattendance.votes = 4310.45\n" +
		item(`vote = { for = 4198.05, against = "нет", abstained = 112.4 }`),
		[]string{"«за» – 4198,05 кв. м (97,39 %), «против» – нет, «воздержались» – 112,4 кв. м (2,61 %). РЕШЕНИЕ " +
			"ПРИНЯТО"}},
	{"a quorum without a headcount", "form = \"brief\"\nchair = \"Первый\"\nsecretary = \"Вторая\"\n" +
		"attendance = { print = \"number\", votes = 2710.5 }\n" +
		"council.rules = { unit = \"кв. м\", total = 4000, quorum = \"> 1/2 of all votes\" }",
		[]string{"Секретарь – Вторая М.П. Кворум имеется: представлено 2710,5 из 4000 кв. м (67,76 %). ПОВЕСТКА ДНЯ"}},
	{"the chair in the head votes", "form = \"full\"\npresent = [\"Третьяков\"]\nchair = \"Первый\"\n" +
		"secretary = \"Вторая\"\n" + item(`vote = { for = 3 }`), []string{"Голосовали: «за» – 3. Председатель"}},
	{"in per cent, outcome by hand",
		"council.rules = { unit = \"%\" }\nattendance.votes = 61.73\n" +
			item(`vote = { for = 51.23, against = 10.5, outcome = "принято" }`),
		[]string{"«за» – 51,23 %, «против» – 10,5 %. РЕШЕНИЕ ПРИНЯТО"}},
	{"единогласно without figures", item(`vote = "единогласно"`), []string{"Голосовали: единогласно."}},
	{"единогласно by the rules", "council.rules.majority = \"> 1/2 of present\"\n" + item(`vote = { for = 4 }`),
		[]string{"«за» – 4", "РЕШЕНИЕ ПРИНЯТО ЕДИНОГЛАСНО"}},
	{"против — нет", item(`vote = { for = 4, against = "нет", abstained = "нет" }`),
		[]string{"«за» – 4, «против» – нет, «воздержались» – нет."}},
	{"some did not vote", item(`vote = { for = 3, not_voting = 1 }`), []string{"«не голосовали» – 1."}},
	{"someone keeps out", item("recused = [\"Третьяков\"]\nvote = { for = 3 }"),
		[]string{"В голосовании по вопросу не участвует Третьяков О.Л. Голосовали"}},
	{"decision not taken", "council.rules.majority = \"2/3 of members\"\n" +
		item(`vote = { for = 2, against = 2, text = "Вопрос отложен" }`),
		[]string{"ПРЕДЛОЖЕНО: Утвердить план. Голосовали: «за» – 2, «против» – 2. РЕШЕНИЕ НЕ " +
			"ПРИНЯТО Вопрос отложен."}},
	{"own majority for one item", "council.rules.majority = \"> 1/2 of present\"\n" +
		item(`vote = { for = 3, against = 1, majority = "all of members" }`),
		[]string{"РЕШЕНИЕ НЕ ПРИНЯТО"}},
	{"taken note of without a vote",
		"council.rules.majority = \"> 1/2 of present\"\n" + item(`decisions = ["Принять информацию к сведению."]`),
		[]string{"РЕШЕНИЕ: Принять информацию к сведению. Председатель"}},
	{"tie decided by the chair", "council.rules = { majority = \"> 1/2 of present\", tie = \"chair\" }\n" +
		item(`vote = { for = 2, against = 2, chair = "for" }`),
		[]string{"Голоса разделились поровну; решающим является голос председательствующего («за»). РЕШЕНИЕ ПРИНЯТО"}},
	{"tie lost", "council.rules = { majority = \"> 1/2 of present\", tie = \"lost\" }\n" +
		item(`vote = { for = 2, against = 2 }`), []string{"РЕШЕНИЕ НЕ ПРИНЯТО"}},
}

var closingFeatures = []feature{
	{"own opinion in the text", item(`opinions = [{ name = "Ёлкина", text = "план неполон" }]`),
		[]string{"Особое мнение (Ёлкина А.): план неполон."}},
	{"own opinion attached", `opinions = [{ name = "Ёлкина", attached = true }]`,
		[]string{"Особое мнение (Ёлкина А.) прилагается."}},
	{"own opinion as an annex", "opinions = [{ name = \"Ёлкина\", annex = 1 }]\n" + baseItem +
		"\n[[annexes]]\ntitle = \"Особое мнение\"", []string{"Особое мнение (Ёлкина А.) прилагается (приложение)."}},
	{"counting commission", "counting = { chair = \"Третьяков\", members = [\"Ёлкина\"] }",
		[]string{"Счётная комиссия: Третьяков Олег Львович, ООО «А» (председатель комиссии) Ёлкина Анна",
			"Председатель счётной комиссии О.Л. Третьяков Член счётной комиссии А. Ёлкина"}},
	{"approved by a person", "approval = { position = \"Директор\", organization = \"ООО «А»\", name = \"Главный " +
		"Пётр Ильич\", date = 2026-03-15 }",
		[]string{"УТВЕРЖДАЮ Директор ООО «А»", "П.И. Главный 15.03.2026", "ПРОТОКОЛ"}},
	{"approved, date to be written", "approval = { position = \"Директор\", name = \"Первый И. И.\" }",
		[]string{"УТВЕРЖДАЮ Директор", "И.И. Первый «___» ____________ 20__ г."}},
	{"approved by an act", "approval = { by = \"решением Совета от 15.03.2026 № 2\" }",
		[]string{"УТВЕРЖДЁН решением Совета от 15.03.2026 № 2"}},
	{"one signature only", `signers = ["Первый И. И."]`, []string{"Утвердить план. Председатель И.И. Первый"}},
	{"other signers", `signers = [{ name = "Ёлкина", role = "Ответственный секретарь" }, "Третьяков"]`,
		[]string{"Ответственный секретарь А. Ёлкина ООО «А» О.Л. Третьяков"}},
	{"annex with its own head and content",
		baseItem + "\n[[annexes]]\ntitle = \"Перечень\"\ntext = [\"Абзац.\"]\ntable = { columns = [\"А\"], rows = " +
			"[[\"1\"]] }",
		[]string{"Приложение к протоколу от 12.03.2026 Перечень Абзац. А 1"}},
	{"where the original is kept", `original = "в деле № 01-12 аппарата Совета за 2026 год"`,
		[]string{"Подлинник протокола хранится в деле № 01-12 аппарата Совета за 2026 год."}},
	{"executor", `executor = { name = "Вторая М. П.", phone = "8 (000) 000-00-00" }`,
		[]string{"Исполнитель: Вторая Мария Петровна 8 (000) 000-00-00"}},
}
