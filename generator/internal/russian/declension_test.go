package russian

import (
	"strings"
	"testing"
)

// forms is a word with its genitive, dative, accusative, instrumental and
// prepositional, separated by "|". "~" stands for the nominative.
type forms struct {
	why  string
	text string
	want string
}

// expect checks the forms of all cases, which must be without doubt.
func expect(t *testing.T, f forms, decline func(string, Case) Form) {
	t.Helper()
	if got := decline(f.text, Nominative); got != certain(f.text) {
		t.Errorf("%s: the nominative is %+v", f.text, got)
	}
	for i, want := range strings.Split(f.want, "|") {
		if want == "~" {
			want = f.text
		}
		got := decline(f.text, Case(i)+Genitive)
		if got.Text != want || got.Doubt != "" {
			t.Errorf("%s (%s): got %q, want %q, doubt %q", f.text, f.why, got.Text, want, got.Doubt)
		}
	}
}

// TestName checks names against the rules (Розенталь, Справочник по
// правописанию, § 149–150). The gender is derived from the name.
func TestName(t *testing.T) {
	for _, f := range []forms{
		{"-ский as an adjective", "Островский Алексей Владимирович",
			"Островского Алексея Владимировича|Островскому Алексею Владимировичу|Островского Алексея Владимировича|" +
				"Островским Алексеем Владимировичем|Островском Алексее Владимировиче"},
		{"-ов: instrumental -ым", "Чуранов Василий Сергеевич",
			"Чуранова Василия Сергеевича|Чуранову Василию Сергеевичу|Чуранова Василия Сергеевича|" +
				"Чурановым Василием Сергеевичем|Чуранове Василии Сергеевиче"},
		{"-ова: genitive -ой", "Иванова Анна-Мария Петровна",
			"Ивановой Анны-Марии Петровны|Ивановой Анне-Марии Петровне|Иванову Анну-Марию Петровну|" +
				"Ивановой Анной-Марией Петровной|Ивановой Анне-Марии Петровне"},
		{"-ец after a vowel", "Гуриец Олег Ильич", "Гурийца Олега Ильича|Гурийцу Олегу Ильичу"},
		{"-ец of one syllable", "Жнец Олег Ильич", "Жнеца Олега Ильича|Жнецу Олегу Ильичу"},
		{"-ун: instrumental -ом", "Игрун Олег Ильич",
			"Игруна Олега Ильича|Игруну Олегу Ильичу|Игруна Олега Ильича|Игруном Олегом Ильичом"},
		{"-ко never declines", "Шевченко Лев Ильич",
			"Шевченко Льва Ильича|Шевченко Льву Ильичу|Шевченко Льва Ильича|Шевченко Львом Ильичом|" +
				"Шевченко Льве Ильиче"},
		{"an old genitive", "Черных Павел", "Черных Павла|Черных Павлу|Черных Павла|Черных Павлом|Черных Павле"},
		{"a noun in -ий", "Кий Лев", "Кия Льва|Кию Льву|Кия Льва|Кием Львом|Кие Льве"},
		{"a consonant, a man", "Ким Игорь", "Кима Игоря|Киму Игорю|Кима Игоря|Кимом Игорем|Киме Игоре"},
		{"a consonant, a woman", "Ким Ольга", "Ким Ольги|Ким Ольге|Ким Ольгу|Ким Ольгой|Ким Ольге"},
		{"-ич, a woman", "Мицкевич Любовь Ивановна",
			"Мицкевич Любови Ивановны|Мицкевич Любови Ивановне|Мицкевич Любовь Ивановну|Мицкевич Любовью Ивановной|" +
				"Мицкевич Любови Ивановне"},
		{"both halves decline", "Петров-Водкин Кузьма Сергеевич",
			"Петрова-Водкина Кузьмы Сергеевича|Петрову-Водкину Кузьме Сергеевичу|Петрова-Водкина Кузьму Сергеевича|" +
				"Петровым-Водкиным Кузьмой Сергеевичем|Петрове-Водкине Кузьме Сергеевиче"},
		{"a first part that is not a name", "Бонч-Бруевич Владимир",
			"Бонч-Бруевича Владимира|Бонч-Бруевичу Владимиру|Бонч-Бруевича Владимира|Бонч-Бруевичем Владимиром|" +
				"Бонч-Бруевиче Владимире"},
		{"-ко in a double one", "Немирович-Данченко Пётр",
			"Немировича-Данченко Петра|Немировичу-Данченко Петру|Немировича-Данченко Петра|" +
				"Немировичем-Данченко Петром|Немировиче-Данченко Петре"},
		{"the father's name with оглы stays", "Гасанов Али Мамед оглы",
			"Гасанова Али Мамед оглы|Гасанову Али Мамед оглы|Гасанова Али Мамед оглы|Гасановым Али Мамед оглы|" +
				"Гасанове Али Мамед оглы"},
		{"-а of the first declension", "Окуджава Булат",
			"Окуджавы Булата|Окуджаве Булату|Окуджаву Булата|Окуджавой Булатом|Окуджаве Булате"},
		{"-ия", "Берия Лаврентий", "Берии Лаврентия|Берии Лаврентию|Берию Лаврентия|Берией Лаврентием|Берии Лаврентии"},
		{"French, stressed on the last syllable", "Золя Эмиль",
			"Золя Эмиля|Золя Эмилю|Золя Эмиля|Золя Эмилем|Золя Эмиле"},
		{"-ь, a man", "Лебедь Илья", "Лебедя Ильи|Лебедю Илье|Лебедя Илью|Лебедем Ильей|Лебеде Илье"},
		{"-ой of one syllable is a noun", "Цой Виктор",
			"Цоя Виктора|Цою Виктору|Цоя Виктора|Цоем Виктором|Цое Викторе"},
		{"-ый as an adjective", "Белый Андрей", "Белого Андрея|Белому Андрею|Белого Андрея|Белым Андреем|Белом Андрее"},
		{"-ц", "Франц Роман", "Франца Романа|Францу Роману|Франца Романа|Францем Романом|Франце Романе"},
		{"capitals", "ЧУРАНОВ ПАВЕЛ", "ЧУРАНОВА ПАВЛА|ЧУРАНОВУ ПАВЛУ|ЧУРАНОВА ПАВЛА|ЧУРАНОВЫМ ПАВЛОМ|ЧУРАНОВЕ ПАВЛЕ"},
		{"initials stay", "Островский А.\u00a0В.",
			"Островского А.\u00a0В.|Островскому А.\u00a0В.|Островского А.\u00a0В.|Островским А.\u00a0В.|" +
				"Островском А.\u00a0В."},
		{"the given name first", "Алексей Владимирович Островский",
			"Алексея Владимировича Островского|Алексею Владимировичу Островскому|Алексея Владимировича Островского|" +
				"Алексеем Владимировичем Островским|Алексее Владимировиче Островском"},
		{"no surname", "Илья Васильевич",
			"Ильи Васильевича|Илье Васильевичу|Илью Васильевича|Ильей Васильевичем|Илье Васильевиче"},
		{"a particle", "фон Бок Иван Петрович",
			"фон Бока Ивана Петровича|фон Боку Ивану Петровичу|фон Бока Ивана Петровича|" +
				"фон Боком Иваном Петровичем|фон Боке Иване Петровиче"},
	} {
		expect(t, f, func(s string, c Case) Form { return Name(s, Unknown, c) })
	}
}

// TestSurnamesOfTheOtherGender: a surname with the ending of the other gender is doubted,
// whatever its length; «Грин» and «Калина» suit both.
func TestSurnamesOfTheOtherGender(t *testing.T) {
	for name, doubted := range map[string]bool{
		"Никитин Вера Ильинична": true, "Голицын Вера Ильинична": true, "Петров Вера Ильинична": true,
		"Ильина Олег Ильич": true, "Петрова Олег Ильич": true,
		"Грин Вера Ильинична": false, "Калина Олег Ильич": false, "Щербина Олег Ильич": false,
		"Ким Вера Ильинична": false,
	} {
		if got := Name(name, Unknown, Dative); (got.Doubt != "") != doubted {
			t.Errorf("%s: %+v", name, got)
		}
	}
}

// TestNameDoubts checks that forms that the rules do not determine are marked
// as doubtful.
func TestNameDoubts(t *testing.T) {
	for _, test := range []struct {
		name string
		g    Gender
		c    Case
	}{
		{"Ким", Unknown, Dative},            // a man or a woman
		{"Ким Саша", Unknown, Dative},       // both men and women
		{"Фрейндлих", Masculine, Dative},    // German or an old genitive
		{"Гамарра", Masculine, Dative},      // the stress is unknown
		{"Ткач", Masculine, Instrumental},   // -ом or -ем
		{"Орёл", Masculine, Genitive},       // Орла or Орёла
		{"Ремень", Masculine, Genitive},     // Ремня or Ременя
		{"Дарвин", Masculine, Instrumental}, // -ом or -ым
		{"Калина", Feminine, Genitive},      // Калины or Калиной
		{"Иванов", Feminine, Dative},        // a masculine form
		{"Зимин Вера Ильинична", Unknown, Dative},
		{"Толстой Вера Ильинична", Unknown, Dative},
		{"Зимин Вера", Unknown, Dative},
		{"Гарсиа Лопес Хуан", Unknown, Dative}, // may be a patronymic or a second surname
		{"Пых Олег", Masculine, Dative},        // Пых or Пыху, but Злых
		{"Петрова Лия", Feminine, Dative},      // Лие or Лии
		{"Дэн Сяопин", Masculine, Dative},      // the surname may decline or not
		{"Пак Айгуль", Feminine, Dative},       // usage differs
		{"Щербина Ада Олеговна", Unknown, Dative},
		{"Хасан ибн Али", Unknown, Dative}, // a patronymic or a surname
		{"Топчий Олег", Masculine, Dative},
		{"Цхакая А. С.", Unknown, Dative},
		{"Цхакая Анна", Feminine, Dative},
		{"Журавель Олег", Masculine, Dative},
	} {
		if got := Name(test.name, test.g, test.c); got.Doubt == "" {
			t.Errorf("%s: %q without a doubt", test.name, got.Text)
		}
	}
	if got := Name("Злых Олег", Masculine, Dative); got.Text != "Злых Олегу" || got.Doubt == "" {
		t.Errorf("a short old genitive: %+v", got)
	}
	if got := Name("Ткач", Masculine, Dative); got != certain("Ткачу") {
		t.Errorf("the doubt about the instrumental spread to the dative: %+v", got)
	}
	if got := Name("Ким Чен Ын", Masculine, Dative); got.Text != "Ким Чен Ыну" || got.Doubt == "" {
		t.Errorf("only the last part declines: %+v", got)
	}
	if got := Name("Шевченко", Unknown, Dative); got != certain("Шевченко") {
		t.Errorf("men and women alike need no gender: %+v", got)
	}
}

// TestShortName checks initials after the surname, as in an address, and before
// it, as in a signature (ГОСТ Р 7.0.97, 5.15 and 5.22).
func TestShortName(t *testing.T) {
	for _, test := range []struct {
		full  string
		order Order
		want  string
	}{
		{"Островский Алексей Владимирович", After, "Островскому~А.В."},
		{"Островский Алексей Владимирович", Before, "А.В.~Островскому"},
		{"А.В. Островский", After, "Островскому~А.В."},
		{"Алексей Владимирович Островский", After, "Островскому~А.В."},
		{"Гасанов Али Мамед оглы", After, "Гасанову~А.М."},
		{"Ким Ольга Ивановна", Before, "О.И.~Ким"},
	} {
		want := certain(strings.ReplaceAll(test.want, "~", "\u00a0"))
		if got := ShortName(test.full, Unknown, Dative, test.order); got != want {
			t.Errorf("%s: %+v", test.full, got)
		}
	}
}

func TestGenderOf(t *testing.T) {
	for name, want := range map[string]Gender{
		"Андрейчук Саша Олегович": Masculine, // by the patronymic
		"Ким Ольга":               Feminine,  // by the given name
		"Иванов Саша":             Masculine, // by the surname, since the given name is unisex
		"Андрейчук Саша":          Unknown,
		"Островский":              Masculine, // by the surname alone
		"Андрейчук А.В.":          Unknown,
		"Мамедов Али Гасан оглы":  Masculine,
		"Мухаммад кызы":           Feminine,
		"Никита Ильинична":        Feminine,
		"":                        Unknown,
	} {
		if got := GenderOf(name); got != want {
			t.Errorf("%s: %d, want %d", name, got, want)
		}
	}
}

// TestPosition checks that the head noun and its adjectives are declined and
// the rest is not.
func TestPosition(t *testing.T) {
	for _, f := range []forms{
		{"what и. о. governs is in its case already", "и. о. директора", "~|~|~|~|~"},
		{"the same", "врио начальника управления", "~|~|~|~|~"},
		{"an adverb stays", "временно исполняющий обязанности Губернатора",
			"временно исполняющего обязанности Губернатора|временно исполняющему обязанности Губернатора"},
		{"adjective and head", "первый заместитель Губернатора",
			"первого заместителя Губернатора|первому заместителю Губернатора|первого заместителя Губернатора|" +
				"первым заместителем Губернатора|первом заместителе Губернатора"},
		{"a second position after a dash", "начальник управления – главный бухгалтер",
			"начальника управления – главного бухгалтера|начальнику управления – главному бухгалтеру"},
		{"a second position after a comma", "директор, кандидат технических наук",
			"директора, кандидата технических наук|директору, кандидату технических наук"},
		{"a comma in a list does not", "начальник отдела развития, планирования и контроля",
			"начальника отдела развития, планирования и контроля"},
		{"a genitive in -и is not a plural", "директор департамента экономики, инвестиций и торговли",
			"директора департамента экономики, инвестиций и торговли"},
		{"a dative in -ой is not a masculine adjective",
			"заместитель директора по учебной, научной и воспитательной работе",
			"заместителя директора по учебной, научной и воспитательной работе"},
		{"a woman in a masculine position", "директор, действующая на основании Устава",
			"директора, действующей на основании Устава"},
		{"a second position after и", "учредитель и генеральный директор",
			"учредителя и генерального директора|учредителю и генеральному директору"},
		{"an adjective as head", "заведующий ветеринарной аптекой",
			"заведующего ветеринарной аптекой|заведующему ветеринарной аптекой"},
		{"a woman", "заведующая кафедрой",
			"заведующей кафедрой|заведующей кафедрой|заведующую кафедрой|заведующей кафедрой"},
		{"before a noun it is an adjective", "управляющий директор", "управляющего директора|управляющему директору"},
		{"what agrees behind a comma", "лицо, ответственное за безопасность",
			"лица, ответственного за безопасность|лицу, ответственному за безопасность|~"},
		{"before a preposition a head", "дежурный по школе", "дежурного по школе|дежурному по школе"},
		{"an adjective behind", "медицинская сестра операционная",
			"медицинской сестры операционной|медицинской сестре операционной|медицинскую сестру операционную"},
		{"both halves", "ведущий инженер-программист", "ведущего инженера-программиста|ведущему инженеру-программисту"},
		{"an indeclinable first part", "вице-губернатор", "вице-губернатора|вице-губернатору"},
		{"Latin in front", "IT-директор", "IT-директора|IT-директору"},
		{"a genitive stays", "руководитель веб-отдела", "руководителя веб-отдела|руководителю веб-отдела"},
		{"-а, a man", "глава муниципального образования",
			"главы муниципального образования|главе муниципального образования|главу муниципального образования|" +
				"главой муниципального образования"},
		{"an ordinal in digits", "1-й заместитель председателя",
			"1-го заместителя председателя|1-му заместителю председателя"},
		{"abbreviations", "гл. бухгалтер", "гл. бухгалтера|гл. бухгалтеру"},
		{"an abbreviated head stays", "зам. директора по учебной работе", "~|~|~|~|~"},
		{"quotes stay", "директор ООО «Главный бухгалтер»", "директора ООО «Главный бухгалтер»"},
		{"a post in brackets", "учитель (главный специалист)", "учителя (главного специалиста)"},
		{"-тель", "учитель", "учителя|учителю|учителя|учителем|учителе"},
		{"-ец stressed", "продавец", "продавца|продавцу|продавца|продавцом|продавце"},
		{"-ец", "живописец", "живописца|живописцу|живописца|живописцем|живописце"},
		{"foreign", "пресс-атташе", "~|~|~|~|~"},
		{"capitals", "ГЛАВНЫЙ ВРАЧ", "ГЛАВНОГО ВРАЧА|ГЛАВНОМУ ВРАЧУ"},
	} {
		expect(t, f, Position)
	}
	if got := Position("директор – форвард ячейки", Dative); got.Doubt == "" {
		t.Errorf("an unknown position after a dash: %+v", got)
	}
	if got := Position("директор – главный лидер", Dative); got.Text != "директору – главному лидеру" {
		t.Errorf("an adjective says that a post follows: %+v", got)
	}
	if got := Position("Team Lead", Dative); got.Text != "Team Lead" || got.Doubt == "" {
		t.Errorf("no head to decline: %+v", got)
	}
}

// TestBody checks bodies, which are inanimate: their accusative equals the
// nominative.
func TestBody(t *testing.T) {
	for _, f := range []forms{
		{"a council", "Координационный совет кластера",
			"Координационного совета кластера|Координационному совету кластера|~|Координационным советом кластера|" +
				"Координационном совете кластера"},
		{"an abbreviation stays", "ОГБПОУ СмолАПО", "~|~|~|~|~"},
		{"the name in quotes stays", "ООО «Твинс технологии»", "~|~|~|~|~"},
		{"so it does in full", "Общество с ограниченной ответственностью «Заря»",
			"Общества с ограниченной ответственностью «Заря»|Обществу с ограниченной ответственностью «Заря»|~"},
		{"a neuter is not an adverb", "Правительство Российской Федерации",
			"Правительства Российской Федерации|Правительству Российской Федерации|~"},
		{"feminine", "Рабочая группа", "Рабочей группы|Рабочей группе|Рабочую группу|Рабочей группой|Рабочей группе"},
		{"people in the plural", "Участники совета",
			"Участников совета|Участникам совета|Участников совета|Участниками совета|Участниках совета"},
		{"a second position after a dash", "организации — участники",
			"организаций — участников|организациям — участникам|организации — участников"},
		{"и behind the head", "организации и предприятия", "организаций и предприятий|организациям и предприятиям|~"},
		{"an adjective in brackets", "Крестьянское (фермерское) хозяйство Иванова",
			"Крестьянского (фермерского) хозяйства Иванова"},
		{"an entrepreneur is a person", "Индивидуальный предприниматель Иванов Иван Иванович",
			"Индивидуального предпринимателя Иванова Ивана Ивановича|" +
				"Индивидуальному предпринимателю Иванову Ивану Ивановичу"},
		{"so is ИП", "ИП Кабанов Г.Г.", "ИП Кабанова Г.Г.|ИП Кабанову Г.Г."},
		{"a ministry whose name is a genitive", "Минобрнауки России", "~|~|~|~|~"},
		{"an abbreviation in capitals alone", "НИИ", "~|~|~|~|~"},
		{"people without a noun", "члены совета и приглашённые",
			"членов совета и приглашённых|членам совета и приглашённым|членов совета и приглашённых"},
		{"и far from the head", "Комиссия по этике, регламенту и организации работы",
			"Комиссии по этике, регламенту и организации работы"},
		{"a pronoun", "все организации", "всех организаций|всем организациям|~"},
		{"capitals", "АДМИНИСТРАЦИЯ ГОРОДА", "АДМИНИСТРАЦИИ ГОРОДА|АДМИНИСТРАЦИИ ГОРОДА|АДМИНИСТРАЦИЮ ГОРОДА"},
	} {
		expect(t, f, Body)
	}
}

// TestCoordinatedHeads: a noun behind «и» that may be another head, and stays, has a doubt; a genitive has none.
func TestCoordinatedHeads(t *testing.T) {
	for body, doubted := range map[string]bool{
		"рассмотрение и оценка заявок": true, "вскрытие конвертов и рассмотрение заявок": true,
		"приём и сдача дел": true, "собрание трудового коллектива и профсоюзный актив": true,
		"слушания и обсуждения": false, "ревизия кассы и склада": false, "отчётная конференция и пленум": false,
		"Комитет по труду и развитию": false, "Комиссия за мир и развитие": false, "АНО Спорт и образование": false,
		"Комитет образования, науки и молодёжной политики": false, "Совет ветеранов войны, труда и службы": false,
	} {
		if got := Body(body, Genitive); (got.Doubt != "") != doubted {
			t.Errorf("%s: %q, doubt %q", body, got.Text, got.Doubt)
		}
	}
}

func TestGenderOfNoun(t *testing.T) {
	for phrase, want := range map[string]Gender{
		"протокол": Masculine, "Перечень поручений": Masculine, "Устав кластера": Masculine,
		"Программа": Feminine, "Дорожная карта": Feminine, "Должность": Feminine,
		"Положение о кластере": Neuter, "Правила приёма": Plural, "Изменения в Устав": Plural,
		"Основные направления": Plural, "ООО «Заря»": Unknown, "": Unknown,
	} {
		if got := GenderOfNoun(phrase); got != want {
			t.Errorf("%s: %d, want %d", phrase, got, want)
		}
	}
}

func BenchmarkName(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Name("Островский Алексей Владимирович", Masculine, Dative)
	}
}

func BenchmarkPosition(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Position("первый заместитель начальника управления – главный бухгалтер", Dative)
	}
}
