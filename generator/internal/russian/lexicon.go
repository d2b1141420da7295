package russian

import (
	"strings"
	"sync"
)

// noun is how a common noun goes on from its nominative.
type noun struct {
	paradigm
	gender Gender
	person bool // its accusative is that of the living, in bodies too
	known  bool // the lexicon or the suffix leaves no doubt that it is a noun of its kind
}

// Words whose ending does not tell how they decline, or what they are. All
// others are told by their ending.
const (
	// Men and women of the first declension; adjectives agree in either gender.
	menInA = "глава судья старшина староста воевода коллега слуга папа тамада старейшина"

	stillMen = "атташе портье крупье кутюрье конферансье рантье импресарио маэстро рефери сомелье кюре падре месье шансонье гуру " +
		"протеже"
	stillThings = "жюри бюро депо ателье кафе радио кино метро шоссе лобби коммюнике резюме досье портфолио такси пианино ралли " +
		"казино трио турне фойе ревю интервью"

	feminineSoft = "часть область связь сеть роль дверь речь кровь печь ночь ось цель модель мысль повесть смерть степь тетрадь " +
		"площадь соль нефть медь очередь помощь власть запись подпись ведомость летопись опись рукопись перепись живопись " +
		"артель ступень осень постель мебель отрасль сталь молодежь молодёжь прибыль пристань гавань магистраль панель " +
		"деталь медаль вертикаль спираль мораль карусель казань тверь рязань пермь сызрань должность"

	// Things and bodies of the second declension: their accusative is their
	// nominative.
	masculineBodies = "совет комитет отдел подотдел департамент фонд союз профсоюз банк институт университет техникум колледж лицей " +
		"центр завод комбинат холдинг кластер штаб президиум трест музей театр парк технопарк суд орган кооператив " +
		"концерн консорциум секретариат деканат ректорат сектор цех участок склад магазин клуб дом дворец двор лагерь " +
		"архив округ район город край посёлок поселок аппарат отряд полк батальон корпус филиал форум съезд конгресс " +
		"пленум парламент кабинет факультет интернат стадион аэропорт порт вокзал терминал заповедник санаторий " +
		"планетарий профилакторий крематорий диспансер госпиталь роддом стационар детсад сад ансамбль хор оркестр цирк " +
		"питомник рынок журнал портал совхоз колхоз наркодиспансер хоспис дендрарий террариум магистрат меджлис синдикат " +
		"альянс совнархоз горсовет райсовет сельсовет облсовет горком обком райком местком профком исполком избирком " +
		"сбербанк минфин минздрав минтруд минюст минспорт минстрой минтранс минпромторг минсельхоз росреестр " +
		"роспотребнадзор ростехнадзор росздравнадзор росстат пенсфонд пункт пост гарнизон военкомат " +
		"комиссариат генштаб форпост кампус бизнес-инкубатор инкубатор акселератор ресурс бизнес проект офис фестиваль " +
		"конкурс семинар комплекс ипподром бассейн каток павильон зоопарк ботсад монастырь собор храм приход коллектив"

	// Papers, for agreement: «протокол утверждён».
	masculinePapers = "протокол план порядок отчёт отчет регламент устав приказ договор акт график список реестр состав перечень " +
		"бюллетень документ меморандум паспорт кодекс закон указ ответ запрос вопрос пункт раздел бюджет расчёт расчет " +
		"анализ доклад обзор прогноз стандарт норматив тариф баланс табель журнал бланк сертификат контракт манифест " +
		"текст справочник сборник ежегодник календарь рейтинг логотип герб символ флаг гимн лозунг"

	stressedEc = "продавец кузнец боец певец борец чтец купец пловец гонец ловец жнец творец истец спец военспец делец дворец " +
		"образец мудрец храбрец скупец игрец близнец гребец жилец стрелец отец мертвец молодец беглец глупец льстец " +
		"слепец косец скопец конец венец столбец рубец удалец вдовец писец юнец гордец жрец швец лжец хитрец подлец"
	keptEc = "жнец чтец кузнец близнец мудрец храбрец мертвец беглец льстец гордец жрец швец лжец хитрец подлец спец военспец"
	keptOk = "игрок знаток ездок седок едок ходок пророк урок срок блок поток порок водосток восток исток сток ток рок сок шок " +
		"клок полок волок отрок инок кок"

	neuterPlurals = "предприятия мероприятия учреждения управления объединения отделения министерства ведомства агентства общества " +
		"товарищества правила требования изменения дополнения условия замечания предложения пожелания разъяснения " +
		"указания решения постановления распоряжения сведения задания поручения хозяйства собрания дела средства " +
		"партнерства партнёрства сообщества правительства формирования подразделения образования поселения"

	malesInA = "директора доктора мастера профессора инспектора редактора тренера повара фельдшера адреса паспорта сектора"

	femininePlurals = "службы школы палаты группы фирмы думы кафедры структуры прокуратуры конторы базы бригады главы старосты биржи " +
		"программы платформы системы формы меры нормы схемы сметы"
	femininePluralsInK = "библиотеки поликлиники клиники аптеки фабрики коллеги методики"

	// Women whose ending says too little.
	women = "сестра медсестра няня швея актриса директриса балерина мать дочь повариха пловчиха портниха ткачиха врачиха фея " +
		"дама девушка женщина стюардесса принцесса поэтесса экономка кухарка прачка доярка санитарка акушерка нянечка " +
		"сиделка"
	feminineBodies = "палата служба дума госдума облдума гордума группа школа больница поликлиника библиотека фирма биржа касса " +
		"кафедра клиника аптека фабрика община контора бригада база почта лига артель рада застава казна опека милиция " +
		"церковь мечеть епархия рота часть типография галерея пинакотека фонотека столовая семья команда сборная система " +
		"сеть площадка теплица смета программа справка заявка таблица схема форма карта повестка выписка доверенность " +
		"анкета записка методика норма книга ведомость характеристика платформа дорожка дружина"
)

// lexicon is the lists above by word.
var lexicon = sync.OnceValue(func() map[string]noun {
	words := map[string]noun{}
	add := func(list string, change func(lower string, n *noun)) {
		for lower := range strings.FieldsSeq(list) {
			n := byEnding(lower)
			n.known = true
			change(lower, &n)
			words[lower] = n
		}
	}
	like := func(g Gender, person bool) func(string, *noun) {
		return func(_ string, n *noun) { n.gender, n.person = g, person }
	}
	as := func(g Gender, person bool, cut int, forms string) func(string, *noun) {
		return func(lower string, n *noun) {
			*n = noun{endings(lower[len(lower)-2*cut:], forms), g, person, true}
		}
	}
	add(menInA, like(Masculine, true))
	add(women, like(Feminine, true))
	add(feminineBodies, like(Feminine, false))
	add("мать дочь", as(Feminine, true, 1, "ери ери ь ерью ери"))
	add(feminineSoft+" церковь мечеть артель часть сеть ведомость доверенность", as(Feminine, false, 1, "и и ь ью и"))
	add("церковь", as(Feminine, false, 3, "кви кви ковь ковью кви"))
	add(masculineBodies+" "+masculinePapers, like(Masculine, false))
	add("перечень", as(Masculine, false, 3, "ня ню * нем не"))
	add("гости", as(Plural, true, 1, "ей ям * ями ях"))
	add("посол", as(Masculine, true, 2, "ла лу * лом ле"))
	add("гость тесть", as(Masculine, true, 1, "я ю * ем е"))
	add("герой", like(Masculine, true))
	add("парень", as(Masculine, true, 3, "ня ню * нем не"))
	add(stressedEc, func(lower string, n *noun) {
		n.endings[Instrumental-1] = strings.Replace(n.endings[Instrumental-1], "цем", "цом", 1)
		n.gender, n.person = Masculine, !isOne(lower, "дворец конец образец венец столбец рубец")
	})
	add(keptEc, as(Masculine, true, 0, "а у * ом е"))
	add(keptOk, as(Masculine, true, 0, "а у * ом е"))
	add(neuterPlurals, func(lower string, n *noun) {
		*n = noun{endings("а", "- ам * ами ах"), Plural, false, true}
		if strings.HasSuffix(lower, "я") {
			n.paradigm = endings("я", "й ям * ями ях")
		}
	})
	add(malesInA, as(Plural, true, 1, "ов ам * ами ах"))
	add("учителя", as(Plural, true, 1, "ей ям * ями ях"))
	add(femininePlurals, as(Plural, false, 1, "- ам * ами ах"))
	add(femininePluralsInK, as(Plural, false, 1, "- ам * ами ах"))
	add("главы старосты коллеги", as(Plural, true, 1, "- ам * ами ах"))
	add("люди дети", as(Plural, true, 1, "ей ям * ьми ях"))
	add("судьи", as(Plural, true, 2, "ей ьям * ьями ьях"))
	add("граждане горожане сограждане миряне крестьяне", as(Plural, true, 1, "- ам * ами ах"))
	add("члены", as(Plural, true, 1, "ов ам * ами ах"))
	add(stillMen, func(_ string, n *noun) { *n = noun{fixed, Masculine, true, true} })
	add(stillThings, func(_ string, n *noun) { *n = noun{fixed, Neuter, false, true} })
	return words
})

// lookup finds how a common noun in the nominative goes on.
func lookup(word string) noun {
	lower := strings.ToLower(word)
	if n, ok := lexicon()[lower]; ok {
		return n
	}
	if isDeputy(lower) {
		return noun{fixed, Masculine, true, true}
	}
	return byEnding(lower)
}

// isDeputy is true of «замдиректора» and «завкафедрой», whose second half is
// already in the case it needs, and of «Минкультуры».
func isDeputy(lower string) bool {
	switch {
	case strings.HasPrefix(lower, "зам"):
		return endsIn(lower, "директора министра начальника председателя главы руководителя губернатора декана ректора редактора "+
			"заведующего управляющего командира мэра прокурора")
	case strings.HasPrefix(lower, "зав"):
		return endsIn(lower, "ой ом ей ем")
	case strings.HasPrefix(lower, "мин"):
		return endsIn(lower, "уры ания вития ауки ции гетики вещения связи")
	}
	return false
}
