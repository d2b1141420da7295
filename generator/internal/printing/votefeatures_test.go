package printing

// writtenVotes are votes as different bodies write them.
var writtenVotes = []feature{
	{"no zeros of its own", item(`vote = { for = 4 }`), []string{"Голосовали: «за» – 4. Председатель"}},
	{"zeros of the file", item(`vote = { for = 4, against = 0, abstained = "нет" }`),
		[]string{"«за» – 4, «против» – нет, «воздержались» – нет."}},
	{"before the decision", "form = \"full\"\ncouncil.vote_first = true\n" +
		"council.vote_word = \"ГОЛОСОВАЛИ:\"\ncouncil.vote_noun = \"человек\"\ncouncil.keyword = \"ПОСТАНОВИЛИ\"\n" +
		item(`vote = { for = 3, against = 1 }`),
		[]string{"ГОЛОСОВАЛИ: «за» – 3 человека, «против» – 1 человек. ПОСТАНОВИЛИ: 1.1. Утвердить план."}},
	{"before the decision, votes", "council.vote_first = true\n" +
		"council.vote_noun = \"голос\"\n" + item(`vote = { for = 4, against = 0 }`),
		[]string{"«за» – 4 голоса, «против» – 0 голосов. РЕШЕНИЕ: Утвердить план."}},
	{"rejected, the vote stays after it", "council.vote_first = true\n" +
		"council.rules.majority = \"> 1/2 of present\"\n" + item(`vote = { for = 1, against = 3 }`),
		[]string{"ПРЕДЛОЖЕНО: Утвердить план. Голосовали: «за» – 1, «против» – 3. РЕШЕНИЕ НЕ ПРИНЯТО"}},
	{"secret ballot", item(`vote = { secret = true, issued = 4, unissued = 1, returned = 4, for = 3, against = 0, ` +
		`invalid = 1 }`),
		[]string{"Роздано бюллетеней – 4, осталось нерозданных – 1, оказалось в урне – 4.",
			"Результаты тайного голосования: «за» – 3, «против» – 0, недействительных бюллетеней – 1. Председатель"}},
	{"secret ballot, fewer returned", item(`vote = { secret = true, returned = 3, for = 3 }`),
		[]string{"Оказалось в урне – 3.", "Результаты тайного голосования: «за» – 3. Председатель"}},
	{"heads, percentages of those present", "council.rules = { base = \"present\" }\n" +
		item(`vote = { for = 3, abstained = 1 }`), []string{"«за» – 3 (75 %), «воздержались» – 1 (25 %)."}},
	{"heads, percentages of those who voted", item(`vote = { base = "voted", for = 2, against = 1, not_voting = 1 }`),
		[]string{"«за» – 2 (66,67 %), «против» – 1 (33,33 %), «не голосовали» – 1."}},
	{"area, percentages of the whole", "council.rules = { unit = \"кв. м\", total = 4000, base = \"total\", " +
		"decimals = 2, quorum = \"> 1/2 of all votes\" }\nattendance.votes = 3000.5\n" +
		item(`vote = { for = 2000, against = 1000.5 }`),
		[]string{"представлено 3000,50 из 4000,00 кв. м (75,01 %).",
			"«за» – 2000,00 кв. м (50,00 %), «против» – 1000,50 кв. м (25,01 %)."}},
	{"table of votes", "council.vote_print = \"table\"\n" +
		item("vote = { for = 4, against = 0 }\n") + "\n[[agenda]]\ntitle = \"О разном.\"\nvote = \"единогласно\"\n" +
		"decisions = [{ text = \"Принять.\", vote = { for = 3, abstained = 1 } }, \"Закрыть.\"]\n",
		[]string{"Утвердить план.", "Принять.", "Итоги голосования № Вопрос За Против Воздержались",
			"1 О плане. 4 0 – 2 О разном. Единогласно 2, п. 1 3 – 1"}},
	{"no decision", item("decisions = []\nheard = [\"Информация.\"]\n"),
		[]string{"Вопрос № 1: О плане. Информация. Председатель"}},
	{"leaders in the head vote", "form = \"full\"\npresent = [\"Третьяков О. Л.\"]\n" +
		"council.rules = { quorum = \"3\" }\nattendance.members = 4\n" + item(`vote = { for = 3 }`),
		[]string{"Присутствовали: Третьяков Олег Львович, ООО «А» Кворум имеется: присутствуют 3 из 4 членов."}},
	{"number without names", "form = \"brief\"\nattendance = { print = \"number\", votes = 3121.75 }\n" +
		"council.rules = { unit = \"кв. м\", total = 4815.2, quorum = \"> 1/2 of all votes\" }",
		[]string{"Секретарь – Вторая М.П. Кворум имеется: представлено 3121,75 из 4815,2 кв. м (64,83 %)."}},
	{"number of the file", "attendance = { print = \"number\", present = 32 }",
		[]string{"Присутствовали: 32 человека"}},
	{"text is not a speech", "form = \"full\"\n" + item(`discussion = ["Представлено 3 заявления."]`),
		[]string{"О плане. Представлено 3 заявления. РЕШИЛИ:"}},
	{"names of speakers", "form = \"brief\"\n" + item(`spoke = ["Первый И. И.", { name = "Ёлкина" }]`),
		[]string{"(Первый И.И., Ёлкина А.)"}},
	{"names of speakers, full", "form = \"full\"\n" + item(`spoke = ["Первый И. И."]`),
		[]string{"ВЫСТУПИЛИ: Первый И.И. РЕШИЛИ:"}},
	{"report in the genitive", item("speakers = [\"Гостев\"]\nreport = \"Информация\"\nnote = \"первое чтение\""),
		[]string{"О плане. Информация Гостева Романа Кирилловича – начальника отдела профессионального образования",
			"Первое чтение."}},
	{"areas have no noun", "council.rules = { unit = \"кв. м\", total = 4000 }\nattendance.votes = 3000\n" +
		"council.vote_noun = \"голос\"\n" + item(`vote = { for = 3000 }`), []string{"«за» – 3000 кв. м (75 %)."}},
}
