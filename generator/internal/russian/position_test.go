package russian

import "testing"

// TestPositionStructure checks which words of a position decline: the head noun,
// what agrees with it, and other positions in apposition (Розенталь, Справочник
// по правописанию, § 187 and 197). "dative" is enough to see it.
func TestPositionStructure(t *testing.T) {
	for _, test := range positions {
		if got := Position(test.text, Dative); got != certain(test.dative) {
			t.Errorf("%s (%s): got %q, want %q, doubt %q", test.text, test.why, got.Text, test.dative, got.Doubt)
		}
	}
}

// structure is a phrase and its dative, which shows what declines.
type structure struct{ why, text, dative string }

var positions = []structure{
	{"an ordinal of the genitive", "специалист 1-й категории", "специалисту 1-й категории"},
	{"also with two letters", "специалист 2-ой категории", "специалисту 2-ой категории"},
	{"a number at the start", "1 заместитель министра", "1 заместителю министра"},
	{"-ой agrees with a noun", "участковый окружной инспектор", "участковому окружному инспектору"},
	{"a woman and a man", "главная медсестра-координатор", "главной медсестре-координатору"},
	{"a hyphen as a dash", "Начальник отдела-главный бухгалтер", "Начальнику отдела-главному бухгалтеру"},
	{"between positions", "заместитель генерального директора-директор по производству",
		"заместителю генерального директора-директору по производству"},
	{"before an adjective", "директор-главный врач", "директору-главному врачу"},
	{"after an instrumental", "заведующий отделением-врач-хирург", "заведующему отделением-врачу-хирургу"},
	{"a compound adjective", "врач-судебно-медицинский эксперт", "врачу-судебно-медицинскому эксперту"},
	{"a place keeps its hyphen", "начальник станции Смоленск-Центральный",
		"начальнику станции Смоленск-Центральный"},
	{"a dash that touches a word", "директор –главный врач", "директору –главному врачу"},
	{"a slash", "Директор/главный врач", "Директору/главному врачу"},
	{"a participle after a person", "секретарь-управляющий", "секретарю-управляющему"},
	{"guards", "гвардии старший сержант", "гвардии старшему сержанту"},
	{"acting, abbreviated without spaces", "исп.об. главного врача", "исп.об. главного врача"},
	{"acting before a word that touches it", "и.о.главного инженера", "и.о.главного инженера"},
	{"a clipped compound", "начштаба дивизиона", "начштаба дивизиона"},
	{"a slash between nouns", "водитель/экспедитор", "водителю/экспедитору"},
	{"brackets", "директор (главный врач)", "директору (главному врачу)"},
	{"a noun in brackets", "машинист (кочегар) котельной", "машинисту (кочегару) котельной"},
	{"an adjective in brackets", "медицинская сестра палатная (постовая)",
		"медицинской сестре палатной (постовой)"},
	{"a subject in brackets stays", "учитель (иностранный язык)", "учителю (иностранный язык)"},
	{"a full stop", "главный бухгалтер.", "главному бухгалтеру."},
	{"no mark between positions", "Руководитель главный редактор", "Руководителю главному редактору"},
	{"far from the head", "начальник отдела главный бухгалтер", "начальнику отдела главному бухгалтеру"},
	{"a noun beside a noun", "врач акушер-гинеколог", "врачу акушеру-гинекологу"},
	{"a foreign word in front", "IT директор", "IT директору"},
	{"a digit in front", "1С-программист", "1С-программисту"},
	{"capitals and a name in quotes", "ГЕНЕРАЛЬНЫЙ ДИРЕКТОР ООО «Ромашка»", "ГЕНЕРАЛЬНОМУ ДИРЕКТОРУ ООО «Ромашка»"},
	{"capitals and abbreviations", "ДИРЕКТОР МБОУ СОШ № 5", "ДИРЕКТОРУ МБОУ СОШ № 5"},
	{"-ом is no oblique case here", "главный агроном района", "главному агроному района"},
	{"the instrumental stays", "заведующий хирургическим отделением", "заведующему хирургическим отделением"},
	{"also of a masculine", "управляющий региональным офисом", "управляющему региональным офисом"},
	{"and in -ой", "заведующий кафедрой, профессор", "заведующему кафедрой, профессору"},
	{"a duty stays", "исп. обязанности директора", "исп. обязанности директора"},
	{"so it does in full", "временно исполняющая обязанности министра",
		"временно исполняющей обязанности министра"},
	{"an abbreviation at the end", "оператор БпЛА", "оператору БпЛА"},
	{"genitives in -ий", "начальник отдела технологий, стандартов и методик",
		"начальнику отдела технологий, стандартов и методик"},
	{"genitives without an ending", "специалист по разработке мер", "специалисту по разработке мер"},
	{"the accusative stays", "ответственный за воинский учёт", "ответственному за воинский учёт"},
	{"a proper name stays", "председатель СНТ Строитель", "председателю СНТ Строитель"},
	{"so does the name of a place", "глава муниципального образования Вяземский район",
		"главе муниципального образования Вяземский район"},
	{"an abbreviation and no space", "гл.бухгалтер", "гл.бухгалтеру"},
	{"an unlisted abbreviation", "тех. директор", "тех. директору"},
	{"what is clipped stays", "замглавы администрации", "замглавы администрации"},
	{"a rank", "инженер-капитан", "инженер-капитану"},
	{"-ой as a noun", "мировой судья", "мировому судье"},
	{"a foreign word between", "старший Python разработчик", "старшему Python разработчику"},
	{"nested quotes", `директор АО "НПО "Измеритель", член совета`, `директору АО "НПО "Измеритель", члену совета`},
	{"nested quotes before a dash", `директор АО "НПО "А" - декан ООО «Б»`, `директору АО "НПО "А" - декану ООО «Б»`},
	{"two adjectives after a hyphen", "директор отдела-старший научный сотрудник",
		"директору отдела-старшему научному сотруднику"},
	{"a woman after a comma", "начальник отдела, секретарша", "начальнику отдела, секретарше"},
	{"single quotes", "директор МБУ 'Районная больница'", "директору МБУ 'Районная больница'"},
	{"after a genitive without an ending", "доцент в сфере закупок-командир", "доценту в сфере закупок-командиру"},
	{"an instrumental before a bracket", "заведующий аптекой (провизор)", "заведующему аптекой (провизору)"},
	{"the last part of a compound, shortened", "педагог-орг.", "педагог-орг."},
	{"a plus", "директор + бухгалтер", "директору + бухгалтеру"},
	{"a backslash", `директор\бухгалтер`, `директору\бухгалтеру`},
	{"a bar", "директор | депутат", "директору | депутату"},
	{"slashes as brackets", "директор /главврач/", "директору /главврачу/"},
	{"an en dash without spaces", "директор–главный редактор", "директору–главному редактору"},
	{"no dash between positions", "начальник вокзала Смоленск–Центральный", "начальнику вокзала Смоленск–Центральный"},
	{"a contraction", "Нач-к отдела кадров", "Нач-к отдела кадров"},
	{"a contracted attribute", "с/х рабочий", "с/х рабочему"},
	{"acting with slashes", "и/о директора", "и/о директора"},
	{"acting with a full stop", "врио. главы района", "врио. главы района"},
	{"powers", "и.п. Главы", "и.п. Главы"},
	{"three abbreviations", "ст.мед.сестра", "ст.мед.сестре"},
	{"an abbreviated attribute", "муз.руководитель", "муз.руководителю"},
	{"abbreviations alone", "зам.ген.дир. по производству", "зам.ген.дир. по производству"},
	{"an unlisted abbreviation alone", "инстр. по ФК", "инстр. по ФК"},
	{"a short specialist", "гл. спец. отдела", "гл. спец. отдела"},
	{"no full stop", "Гл бухгалтер", "Гл бухгалтеру"},
	{"-ой after the noun", "агент страховой", "агенту страховому"},
	{"the genitive of a substantive stays", "мастер буровой", "мастеру буровой"},
	{"a man in -а", "городской голова", "городскому голове"},
	{"clipped twice", "замзавкафедрой", "замзавкафедрой"},
	{"a chair, clipped", "предрайисполкома", "предрайисполкома"},
	{"an adjective and a noun", "полицейский-водитель", "полицейскому-водителю"},
	{"the brother in brackets", "медицинская сестра (медицинский брат)", "медицинской сестре (медицинскому брату)"},
	{"a negation", "временно не работающий", "временно не работающему"},
	{"a genitive after a woman", "заведующая отдела кадров", "заведующей отдела кадров"},
}

// TestPositionDoubts checks that what the rules cannot decide has a doubt.
func TestPositionDoubts(t *testing.T) {
	for _, text := range []string{
		"Первый зам главы",                  // an abbreviation or a noun
		"нач отдела",                        // an abbreviation without a full stop
		"старшая инспектор",                 // a woman's adjective, a man's noun
		"главный зюзюком района",            // an unknown noun, or an instrumental
		"директор магазина Юный техник",     // a post or a proper name
		"начальник Смоленский филиал",       // probably a mistake for the genitive
		"ФУМЫРКВАДЗЕ",                       // an abbreviation or an unknown word
		"Заведующий МБДОУ детский сад № 12", // the name of the nursery may decline
	} {
		if got := Position(text, Dative); got.Doubt == "" {
			t.Errorf("%s: %q without a doubt", text, got.Text)
		}
	}
	for text, guess := range map[string]bool{
		"главный кворк": false, "Первый зам главы": false, "главный кворкень": true, "директор – форвард": true,
		"Team Lead": true, "старшая инспектор": true,
	} {
		if got := Position(text, Dative); got.Doubt == "" && guess || got.Guess != guess {
			t.Errorf("%s: %+v", text, got)
		}
	}
}

var bodies = []structure{
	{"genitives in -ий", "Департамент образования и технологий", "Департаменту образования и технологий"},
	{"the same", "Центр компетенций и стратегий", "Центру компетенций и стратегий"},
	{"-ой among adjectives", "Смоленский областной краеведческий музей",
		"Смоленскому областному краеведческому музею"},
	{"the same", "Южный окружной военный суд", "Южному окружному военному суду"},
	{"-ой at the start", "Заводской отдел ЗАГС", "Заводскому отделу ЗАГС"},
	{"the leading half agrees", "Детская школа-интернат", "Детской школе-интернату"},
	{"the same", "Народный театр-студия", "Народному театру-студии"},
	{"a plural as a half", "Детский сад-ясли", "Детскому саду-яслям"},
	{"no mark between nouns", "Потребительский кооператив Гаражно-строительный кооператив № 13",
		"Потребительскому кооперативу Гаражно-строительному кооперативу № 13"},
	{"the same", "Муниципальное учреждение средняя школа № 5", "Муниципальному учреждению средней школе № 5"},
	{"after an abbreviation", "ФГБОУ ВО Смоленский государственный университет",
		"ФГБОУ ВО Смоленскому государственному университету"},
	{"a name after the legal form", "ООО Зелёная горка", "ООО Зелёная горка"},
	{"capitals", "ОБЩЕСТВО С ОГРАНИЧЕННОЙ ОТВЕТСТВЕННОСТЬЮ «Ромашка»",
		"ОБЩЕСТВУ С ОГРАНИЧЕННОЙ ОТВЕТСТВЕННОСТЬЮ «Ромашка»"},
	{"after a dash", "Государственное учреждение — Отделение Пенсионного фонда РФ",
		"Государственному учреждению — Отделению Пенсионного фонда РФ"},
	{"after a comma", "АО «РЖД», Смоленский филиал", "АО «РЖД», Смоленскому филиалу"},
	{"the name of a place stays", "Администрация муниципального образования Вяземский район",
		"Администрации муниципального образования Вяземский район"},
	{"a noun of an adjective", "Приёмная Президента", "Приёмной Президента"},
	{"a possessive adjective", "Станичное казачье общество", "Станичному казачьему обществу"},
	{"a notary", "Нотариус Иванова Мария Ивановна", "Нотариусу Ивановой Марии Ивановне"},
	{"two titles", "ИП Глава КФХ Иванов Иван Иванович", "ИП Главе КФХ Иванову Ивану Ивановичу"},
	{"a fleeting vowel", "Узел связи", "Узлу связи"},
	{"the same", "Церковь", "Церкви"},
	{"a plural of neuters", "публичные слушания", "публичным слушаниям"},
	{"without an adjective", "Общественные обсуждения", "Общественным обсуждениям"},
	{"a masculine", "педагогический совет", "педагогическому совету"},
	{"a feminine in -ания", "Управляющая компания", "Управляющей компании"},
	{"a plural in -и", "Электрические сети", "Электрическим сетям"},
	{"an abbreviated ministry", "Минцифры России", "Минцифры России"},
}

// TestBodyStructure checks the same of bodies.
func TestBodyStructure(t *testing.T) {
	for _, test := range bodies {
		if got := Body(test.text, Dative); got != certain(test.dative) {
			t.Errorf("%s (%s): got %q, want %q, doubt %q", test.text, test.why, got.Text, test.dative, got.Doubt)
		}
	}
	for plural, genitive := range map[string]string{
		"Российские железные дороги": "Российских железных дорог", "Коллегии адвокатов": "Коллегий адвокатов",
		"Потребительские кооперативы": "Потребительских кооперативов", "Санатории": "Санаториев",
		"Союзы (ассоциации)": "Союзов (ассоциаций)", "Палаты": "Палат", "Участки": "Участков",
		"Представительства компаний": "Представительств компаний", "Сотрудники": "Сотрудников",
		"Адвокаты, учредившие адвокатский кабинет": "Адвокатов, учредивших адвокатский кабинет",
	} {
		if got := Body(plural, Genitive); got != certain(genitive) {
			t.Errorf("%s: got %q, want %q, doubt %q", plural, got.Text, genitive, got.Doubt)
		}
	}
	for _, text := range []string{
		"ООО Торговый дом Заря", "Гостиница Центр", "Общество с ограниченной ответственностью Вязкий дом",
		"Газпром трансгаз Вязьма",
	} {
		if got := Body(text, Dative); got.Doubt == "" {
			t.Errorf("%s: %q without a doubt", text, got.Text)
		}
	}
}

// TestAfterPosition checks bodies that follow a position.
func TestAfterPosition(t *testing.T) {
	for body, want := range map[string]string{
		"Департамент по образованию": "Департамента по образованию",
		"Городские сети":             "Городских сетей",
		"ООО «Заря»":                 "ООО «Заря»",
		"Газпром":                    "Газпрома",
		"Минобороны":                 "Минобороны",
		"Минприроды области":         "Минприроды области",
		"Вяземское райпо":            "Вяземского райпо",
		"КФХ Громов О.И.":            "КФХ Громова О.И.",
		"КФХ Громова О.И.":           "КФХ Громова О.И.",
		"ИП Алиев Расул Мамед оглы":  "ИП Алиева Расула Мамед оглы",
		"ИП фон Рихтер Карл":         "ИП фон Рихтера Карла",
	} {
		if got := AfterPosition(body); got != certain(want) {
			t.Errorf("%s: %+v", body, got)
		}
	}
	for _, body := range []string{
		"Администрации города", "Управления образования", "Департамента культуры", "Школы № 5",
	} {
		if got := AfterPosition(body); got.Text != body || got.Doubt == "" || !got.Guess {
			t.Errorf("a genitive must stay, with a doubt: %+v", got)
		}
	}
}

// TestEntrepreneur checks how a sole trader is recognized.
func TestEntrepreneur(t *testing.T) {
	for _, body := range []string{"ИП Иванов И.И.", "Индивидуальный предприниматель Иванова Мария"} {
		if !IsEntrepreneur(body) || IsEntrepreneur("ООО «"+body+"»") {
			t.Errorf("%s", body)
		}
	}
	if !NamesEntrepreneur("индивидуальный предприниматель") || NamesEntrepreneur("директор") {
		t.Error("positions of sole traders")
	}
}
