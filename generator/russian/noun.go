package russian

import "strings"

// noun is how a common noun goes on.
type noun struct {
	paradigm
	gender Gender
	living bool
	known  bool // from the lexicon or by a suffix that says enough
}

// The lexicon holds the words whose ending misleads; the rest is told by the
// ending (lookup below). All are in the nominative.
const (
	// men and women of the first declension: they agree as masculine
	menInA = "глава судья старшина староста воевода коллега мужчина юноша слуга дядя папа левша тамада"

	unchanging = "атташе портье крупье кутюрье конферансье рантье импресарио маэстро протеже рефери жюри бюро депо ателье кафе " +
		"радио кино метро фото медиа крупье денди визави камео шоссе лобби сопрано пани мадам леди мисс миссис фрау коммюнике " +
		"резюме досье портфолио инкогнито гуру коммандос контральто эмбарго консьерж-лобби такси пианино ралли хобби евро"

	feminineSoft = "часть область связь сеть роль дверь речь дочь мать кровь печь ночь ось цель модель мысль повесть смерть степь " +
		"тетрадь площадь соль нефть медь очередь помощь власть запись подпись ведомость летопись опись рукопись перепись живопись"

	// plurals of the neuter that look like a feminine singular
	neuterPlurals = "предприятия мероприятия учреждения управления объединения отделения министерства ведомства агентства общества " +
		"товарищества правила требования изменения дополнения условия замечания предложения пожелания разъяснения указания " +
		"положения решения постановления распоряжения сведения задания поручения хозяйства собрания дела средства"

	pluralInA = "директора доктора мастера профессора учителя инспектора редактора тренера повара фельдшера адреса паспорта"

	lifeless = "совет комитет отдел департамент фонд союз банк институт университет техникум колледж лицей центр завод комбинат " +
		"холдинг кластер штаб президиум трест музей театр парк суд орган протокол план порядок отчёт отчет регламент устав приказ " +
		"договор акт проект график список реестр состав перечень бюллетень совхоз колхоз кооператив концерн консорциум " +
		"секретариат деканат ректорат сектор цех участок склад магазин клуб дом дворец двор лагерь архив округ район город край " +
		"посёлок поселок аппарат отряд полк батальон корпус филиал форум съезд конгресс конкурс совещательный пленум " +
		"парламент кабинет факультет филармония научно интернат стадион аэропорт порт вокзал терминал заповедник санаторий " +
		"планетарий профилакторий крематорий диспансер госпиталь роддом стационар родник детсад сад ансамбль хор оркестр цирк " +
		"питомник рынок журнал портал сайт документ меморандум паспорт кодекс закон указ ответ запрос вопрос пункт раздел " +
		"бюджет расчёт расчет анализ доклад обзор прогноз стандарт норматив тариф баланс табель журнал"

	stressedEc = "продавец кузнец боец певец борец чтец купец пловец гонец ловец жнец творец истец спец делец дворец образец мудрец " +
		"храбрец скупец игрец близнец гребец жилец стрелец отец мертвец молодец беглец глупец льстец наглец подлец слепец " +
		"птенец конец венец столбец рубец удалец гордец жрец швец"
	keptEc = "жнец чтец кузнец близнец мудрец храбрец мертвец беглец льстец наглец подлец гордец жрец швец"
	keptOk = "игрок знаток ездок седок едок ходок пророк урок срок блок поток порок водосток восток исток сток ток рок сок шок " +
		"зрок клок полок"
	fleeting = "парень день камень корень пень ремень ветер уголь огонь лоб рот сон лев орёл орел осёл осел козёл козел посол"
)

// suffixes of those who do something: an unknown word that ends so is a post.
const agents = "щик чик ник тель ист аст лог граф метр тор сор зор дор ёр ер ант янт ент онт арь ырь вед вод вар нт ик ец ач як ак " +
	"тик нк ит атр вт рг ург ном соф мен арх пат вал нал мин ян анин янин ин ик иль оль ол ер ор юх ух их ог ел фил ал ун он ен " +
	"оп од ст ос ор ж ш ч йор ид"

// lookup finds how a common noun in the nominative goes on.
func lookup(word string) noun {
	lower := strings.ToLower(word)
	n := noun{known: true, living: true}
	switch {
	case isOne(lower, unchanging):
		return noun{gender: Neuter, known: true}
	case isOne(lower, menInA):
		n.gender = Masculine
		_, n.paradigm = inA(lower)
	case isOne(lower, "мать дочь"):
		n.gender, n.paradigm = Feminine, endings("ь", "ери ери ь ерью ери")
		n.endings[Accusative-1] = "ь"
	case isOne(lower, pluralInA):
		n.gender, n.paradigm = Plural, endings(lower[len(lower)-2:], "ов ам * ами ах")
		if strings.HasSuffix(lower, "я") {
			n.paradigm = endings("я", "ей ям * ями ях")
		}
	case isOne(lower, neuterPlurals):
		n.gender, n.living = Plural, false
		n.paradigm = endings("а", "- ам * ами ах")
		if strings.HasSuffix(lower, "ия") {
			n.paradigm = endings("я", "й ям * ями ях")
		} else if strings.HasSuffix(lower, "тва") {
			n.paradigm = endings("а", "- ам * ами ах")
		}
	default:
		return byEnding(lower)
	}
	return n
}

// byEnding tells how a noun goes on from its last letters.
func byEnding(lower string) noun {
	n := noun{living: true}
	runes := []rune(lower)
	if len(runes) < 2 {
		return noun{}
	}
	switch last := runes[len(runes)-1]; last {
	case 'а', 'я':
		n.gender, n.paradigm = inA(lower)
		n.living = false
		n.known = len(runes) > 2
	case 'о':
		n = noun{endings("о", "а у о ом е"), Neuter, false, true}
	case 'е':
		n.gender, n.living, n.known = Neuter, false, true
		switch {
		case endsIn(lower, "ие"):
			n.paradigm = endings("е", "я ю е ем и")
		case endsIn(lower, "ще це же ше че"):
			n.paradigm = endings("е", "а у е ем е")
		case endsIn(lower, "ье ле ре"):
			n.paradigm = endings("е", "я ю е ем е")
		default:
			n.known = false
		}
	case 'ы', 'и':
		n.gender, n.known = Plural, true
		n.paradigm = plural(lower)
		n.living = endsIn(lower, "ики ели ари исты еры оры анты енты аты ены ачи логи ецы цы") || lower == "члены" || lower == "главы"
	case 'ь':
		n = softSign(lower)
	case 'у', 'ю', 'э', 'ё':
		return noun{}
	default:
		n.gender = Masculine
		n.paradigm = consonant(lower)
		n.living = !isOne(lower, lifeless)
		n.known = !n.living || endsIn(lower, agents)
	}
	return n
}

// inA is the first declension.
func inA(lower string) (Gender, paradigm) {
	switch {
	case endsIn(lower, "ия"):
		return Feminine, endings("я", "и и ю ей и")
	case endsIn(lower, "я"):
		return Feminine, endings("я", "и е ю ей е")
	case endsIn(lower, "ца"):
		return Feminine, endings("а", "ы е у ей е")
	case endsIn(lower, "жа ша ча ща"):
		return Feminine, endings("а", "и е у ей е")
	case endsIn(lower, "га ка ха"):
		return Feminine, endings("а", "и е у ой е")
	}
	return Feminine, endings("а", "ы е у ой е")
}

func softSign(lower string) noun {
	switch {
	case isOne(lower, fleeting) && endsIn(lower, "ень"):
		return noun{endings("ень", "ня ню * нем не"), Masculine, true, true}
	case endsIn(lower, "ость есть знь ведь сть") || isOne(lower, feminineSoft):
		return noun{endings("ь", "и и ь ью и"), Feminine, false, true}
	}
	return noun{endings("ь", "я ю * ем е"), Masculine, !isOne(lower, lifeless), endsIn(lower, "тель арь ырь ель ль ень ждь язь рь сть дь")}
}

// consonant is the second declension of the masculine.
func consonant(lower string) paradigm {
	switch {
	case endsIn(lower, "ий"):
		return endings("й", "я ю * ем и")
	case lower == "воробей" || lower == "соловей" || lower == "муравей":
		return endings("ей", "ья ью * ьем ье")
	case endsIn(lower, "й"):
		return endings("й", "я ю * ем е")
	case isOne(lower, keptEc):
		return endings("", "а у * ом е")
	case isOne(lower, stressedEc) && endsIn(lower, "оец"):
		return endings("ец", "йца йцу * йцом йце")
	case isOne(lower, stressedEc) && endsIn(lower, "лец"):
		return endings("ец", "ьца ьцу * ьцом ьце")
	case isOne(lower, stressedEc):
		return endings("ец", "ца цу * цом це")
	case endsIn(lower, "аец еец оец уец иец"):
		return endings("ец", "йца йцу * йцем йце")
	case endsIn(lower, "лец"):
		return endings("ец", "ьца ьцу * ьцем ьце")
	case endsIn(lower, "ец"):
		return endings("ец", "ца цу * цем це")
	case endsIn(lower, "ок") && !isOne(lower, keptOk):
		return endings("ок", "ка ку * ком ке")
	case endsIn(lower, "ач рач"):
		return endings("", "а у * ом е")
	case endsIn(lower, "ц ч ж ш щ"):
		return endings("", "а у * ем е")
	}
	return endings("", "а у * ом е")
}

// plural is the declension of a nominative plural in -ы or -и.
func plural(lower string) paradigm {
	switch {
	case endsIn(lower, "ии"):
		return endings("и", "й ям * ями ях")
	case endsIn(lower, "ели ари ли"):
		return endings("и", "ей ям * ями ях")
	case endsIn(lower, "чи жи ши щи"):
		return endings("и", "ей ам * ами ах")
	case endsIn(lower, "ости ети асти"):
		return endings("и", "ей ям * ями ях")
	case endsIn(lower, "ицы"):
		return endings("ы", "- ам * ами ах")
	case endsIn(lower, "цы"):
		return endings("ы", "ев ам * ами ах")
	case isOne(lower, "службы школы палаты группы главы фирмы больницы библиотеки думы"):
		return endings(lower[len(lower)-2:], "- ам * ами ах")
	}
	return endings(lower[len(lower)-2:], "ов ам * ами ах")
}
