package russian

import (
	"strings"
	"sync"
)

// noun describes the declension of a common noun in the nominative.
type noun struct {
	paradigm
	gender  Gender
	animate bool // denotes persons: the accusative is animate even in the name of a body
	known   bool // the lexicon or the suffix leaves no doubt about the declension
}

// Nouns whose declension or kind does not follow from their ending.
const (
	// Persons of the first declension. Adjectives agree in the masculine or the
	// feminine.
	masculineInA = "глава судья старшина староста воевода коллега слуга папа тамада старейшина"

	indeclinablePersons = "атташе портье крупье кутюрье конферансье рантье импресарио маэстро рефери сомелье кюре " +
		"падре месье шансонье гуру протеже"
	indeclinableNeuters = "жюри бюро депо ателье кафе радио кино метро шоссе лобби коммюнике резюме досье " +
		"портфолио такси пианино ралли казино трио турне фойе ревю интервью"

	feminineSoft = "часть область связь сеть роль дверь речь кровь печь ночь ось цель модель мысль повесть смерть " +
		"степь тетрадь площадь соль нефть медь очередь помощь власть запись подпись ведомость летопись опись " +
		"рукопись перепись живопись артель ступень осень постель мебель отрасль сталь молодежь молодёжь прибыль " +
		"пристань гавань магистраль панель деталь медаль вертикаль спираль мораль карусель казань тверь рязань " +
		"пермь сызрань должность"

	// Inanimate nouns of the second declension: the accusative equals the
	// nominative.
	masculineBodies = "совет комитет отдел подотдел департамент фонд союз профсоюз банк институт университет " +
		"техникум колледж лицей центр завод комбинат холдинг кластер штаб президиум трест музей театр парк " +
		"технопарк суд орган кооператив концерн консорциум секретариат деканат ректорат сектор цех участок склад " +
		"магазин клуб дом дворец двор лагерь архив округ район город край посёлок поселок аппарат отряд полк " +
		"батальон корпус филиал форум съезд конгресс пленум парламент кабинет факультет интернат стадион аэропорт " +
		"порт вокзал терминал заповедник санаторий планетарий профилакторий крематорий диспансер госпиталь роддом " +
		"стационар детсад сад ансамбль хор оркестр цирк питомник рынок журнал портал совхоз колхоз наркодиспансер " +
		"хоспис дендрарий террариум магистрат меджлис синдикат альянс совнархоз горсовет райсовет сельсовет " +
		"облсовет горком обком райком местком профком исполком избирком сбербанк минфин минздрав минтруд минюст " +
		"минспорт минстрой минтранс минпромторг минсельхоз росреестр роспотребнадзор ростехнадзор росздравнадзор " +
		"росстат пенсфонд пункт пост гарнизон военкомат комиссариат генштаб форпост кампус бизнес-инкубатор " +
		"инкубатор акселератор ресурс бизнес проект офис фестиваль конкурс семинар комплекс ипподром бассейн каток " +
		"павильон зоопарк ботсад монастырь собор храм приход коллектив"

	// Documents, for agreement: «протокол утверждён».
	masculinePapers = "протокол план порядок отчёт отчет регламент устав приказ договор акт график список реестр " +
		"состав перечень бюллетень документ меморандум паспорт кодекс закон указ ответ запрос вопрос пункт раздел " +
		"бюджет расчёт расчет анализ доклад обзор прогноз стандарт норматив тариф баланс табель журнал бланк " +
		"сертификат контракт манифест текст справочник сборник ежегодник календарь рейтинг логотип герб символ " +
		"флаг гимн лозунг"

	stressedEc = "продавец кузнец боец певец борец чтец купец пловец гонец ловец жнец творец истец спец военспец " +
		"делец дворец образец мудрец храбрец скупец игрец близнец гребец жилец стрелец отец мертвец молодец беглец " +
		"глупец льстец слепец косец скопец конец венец столбец рубец удалец вдовец писец юнец гордец жрец швец " +
		"лжец хитрец подлец"
	stableEc = "жнец чтец кузнец близнец мудрец храбрец мертвец беглец льстец гордец жрец швец лжец хитрец подлец " +
		"спец военспец"
	stableOk = "игрок знаток ездок седок едок ходок пророк урок срок блок поток порок водосток восток исток сток " +
		"ток рок сок шок клок полок волок отрок инок кок"

	neuterPlurals = "предприятия мероприятия учреждения управления объединения отделения министерства ведомства " +
		"агентства общества товарищества правила требования изменения дополнения условия замечания предложения " +
		"пожелания разъяснения указания решения постановления распоряжения сведения задания поручения хозяйства " +
		"собрания дела средства партнерства партнёрства сообщества правительства формирования подразделения " +
		"образования поселения"

	pluralsInA = "директора доктора мастера профессора инспектора редактора тренера повара фельдшера адреса " +
		"паспорта сектора"

	femininePlurals = "службы школы палаты группы фирмы думы кафедры структуры прокуратуры конторы базы бригады " +
		"главы старосты биржи программы платформы системы формы меры нормы схемы сметы"
	femininePluralsInK = "библиотеки поликлиники клиники аптеки фабрики коллеги методики"

	// Female persons whose ending is ambiguous.
	feminineNouns = "сестра медсестра няня швея актриса директриса балерина мать дочь повариха пловчиха портниха " +
		"ткачиха врачиха фея дама девушка женщина стюардесса принцесса поэтесса экономка кухарка прачка доярка " +
		"санитарка акушерка нянечка сиделка"
	feminineBodies = "палата служба дума госдума облдума гордума группа школа больница поликлиника библиотека " +
		"фирма биржа касса кафедра клиника аптека фабрика община контора бригада база почта лига артель рада " +
		"застава казна опека милиция церковь мечеть епархия рота часть типография галерея пинакотека фонотека " +
		"столовая семья команда сборная система сеть площадка теплица смета программа справка заявка таблица схема " +
		"форма карта повестка выписка доверенность анкета записка методика норма книга ведомость характеристика " +
		"платформа дорожка дружина"
)

// lexiconRow describes words that decline in the same way.
type lexiconRow struct {
	words   string
	gender  Gender
	animate bool
	cut     int                         // number of letters that the forms replace
	forms   string                      // as in endings; "" means by the ending of the word
	adjust  func(lower string, n *noun) // for what the other fields cannot express
}

// lexiconRows lists the words above with their declensions. Later rows override
// earlier ones.
var lexiconRows = []lexiconRow{
	{words: masculineInA, gender: Masculine, animate: true},
	{words: feminineNouns, gender: Feminine, animate: true},
	{words: feminineBodies, gender: Feminine},
	{words: "мать дочь", gender: Feminine, animate: true, cut: 1, forms: "ери ери ь ерью ери"},
	{words: feminineSoft, gender: Feminine, cut: 1, forms: "и и ь ью и"},
	{words: "церковь мечеть артель часть сеть ведомость доверенность", gender: Feminine, cut: 1, forms: "и и ь ью и"},
	{words: "церковь", gender: Feminine, cut: 3, forms: "кви кви ковь ковью кви"},
	{words: masculineBodies, gender: Masculine},
	{words: masculinePapers, gender: Masculine},
	{words: "перечень", gender: Masculine, cut: 3, forms: "ня ню * нем не"},
	{words: "гости", gender: Plural, animate: true, cut: 1, forms: "ей ям * ями ях"},
	{words: "посол", gender: Masculine, animate: true, cut: 2, forms: "ла лу * лом ле"},
	{words: "гость тесть", gender: Masculine, animate: true, cut: 1, forms: "я ю * ем е"},
	{words: "герой", gender: Masculine, animate: true},
	{words: "парень", gender: Masculine, animate: true, cut: 3, forms: "ня ню * нем не"},
	{words: stressedEc, gender: Masculine, animate: true, adjust: stressEc},
	{words: stableEc, gender: Masculine, animate: true, forms: "а у * ом е"},
	{words: stableOk, gender: Masculine, animate: true, forms: "а у * ом е"},
	{words: neuterPlurals, gender: Plural, cut: 1, forms: "- ам * ами ах", adjust: softenNeuter},
	{words: pluralsInA, gender: Plural, animate: true, cut: 1, forms: "ов ам * ами ах"},
	{words: "учителя", gender: Plural, animate: true, cut: 1, forms: "ей ям * ями ях"},
	{words: femininePlurals, gender: Plural, cut: 1, forms: "- ам * ами ах"},
	{words: femininePluralsInK, gender: Plural, cut: 1, forms: "- ам * ами ах"},
	{words: "главы старосты коллеги", gender: Plural, animate: true, cut: 1, forms: "- ам * ами ах"},
	{words: "люди дети", gender: Plural, animate: true, cut: 1, forms: "ей ям * ьми ях"},
	{words: "судьи", gender: Plural, animate: true, cut: 2, forms: "ей ьям * ьями ьях"},
	{words: "граждане горожане сограждане миряне крестьяне", gender: Plural, animate: true,
		cut: 1, forms: "- ам * ами ах"},
	{words: "члены", gender: Plural, animate: true, cut: 1, forms: "ов ам * ами ах"},
	{words: indeclinablePersons, gender: Masculine, animate: true, adjust: dropForms},
	{words: indeclinableNeuters, gender: Neuter, adjust: dropForms},
}

// stressEc sets the stressed ending of words in -ец in the instrumental.
func stressEc(lower string, n *noun) {
	n.endings[Instrumental-1] = strings.Replace(n.endings[Instrumental-1], "цем", "цом", 1)
	n.animate = !inList(lower, "дворец конец образец венец столбец рубец")
}

// softenNeuter sets the soft endings of plurals in -я.
func softenNeuter(lower string, n *noun) {
	if strings.HasSuffix(lower, "я") {
		n.paradigm = endings("я", "й ям * ями ях")
	}
}

func dropForms(_ string, n *noun) { n.paradigm = indeclinable }

// lexicon returns the nouns of lexiconRows by word.
var lexicon = sync.OnceValue(func() map[string]noun {
	nouns := map[string]noun{}
	for _, row := range lexiconRows {
		for lower := range strings.FieldsSeq(row.words) {
			n := noun{nounByEnding(lower).paradigm, row.gender, row.animate, true}
			if row.forms != "" {
				n.paradigm = endings(lower[len(lower)-2*row.cut:], row.forms)
			}
			if row.adjust != nil {
				row.adjust(lower, &n)
			}
			nouns[lower] = n
		}
	}
	return nouns
})

// lookup returns the declension of a common noun in the nominative.
func lookup(word string) noun {
	lower := strings.ToLower(word)
	if n, ok := lexicon()[lower]; ok {
		return n
	}
	if isClippedCompound(lower) {
		return noun{indeclinable, Masculine, true, true}
	}
	return nounByEnding(lower)
}

// isClippedCompound recognizes words such as «замдиректора» and «завкафедрой»,
// whose second part is already inflected, and «Минкультуры».
func isClippedCompound(lower string) bool {
	switch {
	case strings.HasPrefix(lower, "зам"):
		return hasAnySuffix(lower, "директора министра начальника председателя главы руководителя губернатора "+
			"декана ректора редактора заведующего управляющего командира мэра прокурора")
	case strings.HasPrefix(lower, "зав"):
		return hasAnySuffix(lower, "ой ом ей ем")
	case strings.HasPrefix(lower, "мин"):
		return hasAnySuffix(lower, "уры ания вития ауки ции гетики вещения связи")
	}
	return false
}
