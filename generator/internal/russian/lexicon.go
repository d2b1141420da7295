package russian

import (
	"strings"
	"sync"

	"protokol/generator/internal/wordset"
)

// Nouns whose declension or kind does not follow from their ending.
const (
	// Persons of the first declension. Adjectives agree in the masculine or the
	// feminine.
	masculineInA = "лама голова глава судья старшина староста воевода коллега слуга папа тамада старейшина юнга мужчина"

	indeclinablePersons = "атташе портье крупье кутюрье конферансье рантье импресарио маэстро рефери сомелье кюре " +
		"падре месье шансонье гуру протеже денди кади эфенди командос коммандос шевалье"
	indeclinableNeuters = "райфо горфо облфо районо гороно облоно сельпо райпо горпо жюри бюро депо ателье кафе " +
		"радио кино метро шоссе лобби коммюнике резюме досье медресе киноателье фотоателье телеателье портфолио " +
		"такси пианино ралли казино трио турне фойе ревю интервью"

	feminineSoft = "часть область связь сеть роль дверь речь кровь печь ночь ось цель модель мысль повесть смерть " +
		"степь тетрадь площадь соль нефть медь очередь помощь власть запись подпись ведомость летопись опись " +
		"рукопись перепись живопись артель ступень осень постель мебель отрасль сталь молодежь молодёжь прибыль " +
		"пристань гавань магистраль панель деталь медаль вертикаль спираль мораль карусель казань тверь рязань " +
		"пермь сызрань должность"

	// Things of the second declension that are not bodies.
	masculineThings = "класс куб караул ресурс бизнес проект офис фестиваль конкурс семинар пункт пост каток " +
		"бассейн район город край округ посёлок поселок круг скит тир кружок двор зал городок крест карьер сход " +
		"стол регион узел этаж рубеж поток блок приём прием заём займ объём объем день язык корень камень ремень " +
		"уровень огонь водоём раздел вопрос учёт учет надзор контроль"

	// Documents, for agreement: «протокол утверждён».
	masculinePapers = "протокол план порядок отчёт отчет регламент устав приказ договор акт график список реестр " +
		"состав перечень бюллетень документ меморандум паспорт кодекс закон указ ответ запрос вопрос пункт раздел " +
		"бюджет расчёт расчет анализ доклад обзор прогноз стандарт норматив тариф баланс табель журнал бланк " +
		"сертификат контракт манифест текст справочник сборник ежегодник календарь рейтинг логотип герб символ " +
		"флаг гимн лозунг"

	// Persons whose ending is not among the suffixes of agents, or is also an
	// ending of oblique cases (Русская грамматика, 1980, § 212–239).
	agentsOutsideRules = "зам мэр предприниматель главбух брат медбрат мулла хатыб муэдзин подъесаул иеромонах " +
		"схимник послушник комбриг комдив комбат политрук главспец маслобой техрук начмед товарищ завлаб пристав " +
		"чабан кочегар агроном астроном эконом анатом военком главком нарком управдом замнарком богослов рыболов " +
		"зверолов птицелов крысолов змеелов жокей архиерей иерей протоиерей лакей казначей чародей брадобрей лицедей " +
		"грамотей викарий ординарий архивариус парламентарий аграрий актуарий антикварий гуманитарий миноритарий " +
		"гений монах казах шах имам жених псих аноним вирусолог флеботомист акушер аниматор аббат ксёндз пастор " +
		"раввин муфтий казый дьякон диакон протодьякон дворник плотник штукатур парикмахер бухгалтер гример гримёр " +
		"визажист массажист грузчик курьер бармен официант менеджер супервайзер мерчендайзер мерчандайзер промоутер " +
		"риелтор риэлтор брокер дилер маклер трейдер дистрибьютор дизайнер копирайтер рерайтер блогер блоггер " +
		"спичрайтер ньюсмейкер имиджмейкер хэдхантер рекрутер скаут тьютор коуч модератор ментор диджей виджей " +
		"спикер лидер референт товаровед искусствовед скотовод коновод завуч завхоз прораб комендант экскурсовод гид " +
		"сыщик детектив филолог чтец диктор суфлёр суфлер режиссёр режиссер актёр актер певец танцор дирижёр дирижер " +
		"аккомпаниатор концертмейстер хормейстер балетмейстер капельмейстер церемониймейстер полицмейстер " +
		"гроссмейстер вахмистр ротмистр бургомистр фельдшер провизор фармацевт дезинфектор ветеринар санитар интерн " +
		"ординатор аспирант докторант стажёр стажер практикант курсант кадет студент слушатель воспитанник школьник " +
		"логопед дефектолог тренер каскадёр каскадер коммивояжёр коммивояжер комендор канонир ефрейтор сержант " +
		"старшина прапорщик мичман атаман есаул урядник казак вахтёр вахтер консьерж сторож егерь лесник лесоруб " +
		"вальщик пастух конюх пекарь пахарь бондарь кузнец стеклодув винодел хлебороб сыродел маслодел пчеловод " +
		"скорняк портняжка горняк моряк рыбак водолаз лоцман шкипер боцман юнга каюр кинолог жонглёр жонглер клоун " +
		"факир фотограф кинооператор бутафор гравёр гравер ювелир дегустатор сомелье шеф бариста хостес эколог " +
		"юрисконсульт нотариус адвокат омбудсмен прокурор следователь дознаватель криминалист ревизор контролёр " +
		"контролер инкассатор кассир счетовод делопроизводитель архиватор корректор хирург онкохирург кардиохирург " +
		"нейрохирург микрохирург патологоанатом анестезиолог реаниматолог педагог тифлопедагог сурдопедагог " +
		"психотерапевт физиотерапевт нарколог водитель машинист обходчик авиадиспетчер диспетчер штурман бортинженер " +
		"бортмеханик бортрадист стюард космонавт ас тестировщик девопс продакт продюсер медиапланер закупщик баер " +
		"байер бренд-менеджер сейлз кладовщик комплектовщик экспедитор логист таксировщик экономист аналитик " +
		"финансист статист ректор проректор декан доцент профессор ассистент лаборант методист аким хаким эмир " +
		"султан энергетик генетик диагностик акустик электрик сталевар пивовар сыровар мыловар солевар кашевар " +
		"модельер опекун дипломат чемпион комсорг профорг парторг физорг физрук худрук военрук техред главред " +
		"торгпред полпред зампред военпред спецкор собкор маркшейдер девелопер голкипер снайпер стивидор архимандрит " +
		"епископ митрополит патриарх экзарх игумен землекоп стеклодел управдел верхолаз скалолаз стеклорез хлеборез " +
		"камнерез остеопат гомеопат меценат бакалавр астронавт штейгер кучер докер радист офицер префект субпрефект " +
		"супрефект конвоир тальман постпред стармех дояр арбитр шаман шериф констебль маршал адмирал гетман барон " +
		"граф князь герцог принц король царь вождь кадровик"

	stressedEc = "соистец златокузнец перепродавец чернец главспец продавец кузнец боец певец борец чтец купец " +
		"пловец гонец ловец жнец творец истец спец военспец " +
		"делец дворец образец мудрец храбрец скупец игрец близнец гребец жилец стрелец отец мертвец молодец беглец " +
		"глупец льстец слепец косец скопец конец венец столбец рубец удалец вдовец писец юнец гордец жрец швец " +
		"лжец хитрец подлец"
	stableEc = "главспец златокузнец жнец чтец кузнец близнец мудрец храбрец мертвец беглец льстец гордец жрец швец " +
		"лжец хитрец подлец спец военспец"
	// Nouns in -ок that keep the vowel, also as last parts of compounds.
	stableOk = "игрок знаток ездок седок едок ходок пророк урок срок блок поток порок водосток восток исток " +
		"рок шок клок полок волок отрок инок зарок оброк челнок приток отток кок"

	neuterPlurals = "предприятия мероприятия учреждения управления объединения отделения министерства ведомства " +
		"агентства общества товарищества правила требования изменения дополнения условия замечания предложения " +
		"пожелания разъяснения указания решения постановления распоряжения сведения задания поручения хозяйства " +
		"собрания дела средства партнерства партнёрства сообщества правительства формирования подразделения " +
		"образования поселения"

	pluralsInA = "директора доктора мастера профессора инспектора редактора тренера повара фельдшера адреса " +
		"паспорта сектора"

	femininePlurals = "службы школы палаты группы фирмы думы кафедры структуры прокуратуры конторы базы бригады " +
		"главы старосты биржи программы платформы системы формы меры нормы схемы сметы игры олимпиады спартакиады " +
		"смотрины именины крестины похороны каникулы"
	femininePluralsInK = "библиотеки поликлиники клиники аптеки фабрики коллеги методики"

	// Female persons whose ending is ambiguous.
	feminineNouns = "сестра медсестра секретарша кастелянша маникюрша билетёрша билетерша вахтёрша вахтерша " +
		"кассирша консьержка главмедсестра диетсестра ветсестра фотомодель няня вдова швея актриса директриса " +
		"балерина мать дочь повариха пловчиха портниха ткачиха врачиха фея дама девушка женщина стюардесса " +
		"принцесса поэтесса экономка кухарка прачка доярка санитарка акушерка нянечка сиделка монахиня игуменья " +
		"игумения послушница матушка"
	// Other feminine nouns, for agreement.
	feminineThings = "точка стоянка дорога шахта смена диаспора касса база почта площадка теплица смета программа " +
		"справка заявка таблица схема форма карта повестка выписка доверенность анкета записка методика норма " +
		"книга ведомость характеристика платформа дорожка галерея столовая семья система казна опека милиция"
)

// lexiconRow describes words that decline in the same way.
type lexiconRow struct {
	words   string
	gender  Gender
	animate bool
	cut     int                         // number of letters that the forms replace
	forms   string                      // as in endings; "" means by the ending of the word
	adjust  func(lower string, n *noun) // for what the other fields cannot express
	surname bool                        // some of the words are surnames as well
}

// lexiconRows lists the words above with their declensions. Later rows override
// earlier ones.
var lexiconRows = []lexiconRow{
	{words: agentsOutsideRules, gender: Masculine, animate: true, surname: true},
	{words: masculineInA, gender: Masculine, animate: true},
	{words: feminineNouns, gender: Feminine, animate: true},
	{words: feminineThings, gender: Feminine},
	{words: feminineBodies, gender: Feminine},
	{words: "игумения", gender: Feminine, animate: true, cut: 1, forms: "и и ю ей и"},
	{words: "фотомодель", gender: Feminine, animate: true, cut: 1, forms: "и и ь ью и"},
	{words: "мать дочь", gender: Feminine, animate: true, cut: 1, forms: "ери ери ь ерью ери"},
	{words: feminineSoft, gender: Feminine, cut: 1, forms: "и и ь ью и"},
	{words: "церковь мечеть артель часть сеть ведомость доверенность обитель верфь " +
		"теплоэнергоцентраль", gender: Feminine, cut: 1, forms: "и и ь ью и"},
	{words: "церковь", gender: Feminine, cut: 3, forms: "ви ви овь овью ви"},
	{words: masculineThings, gender: Masculine},
	{words: masculineBodies, gender: Masculine},
	{words: "узел", gender: Masculine, cut: 2, forms: "ла лу * лом ле"},
	{words: "гараж этаж рубеж", gender: Masculine, forms: "а у * ом е"},
	{words: masculinePapers, gender: Masculine},
	{words: neuterBodies, gender: Neuter},
	{words: "день корень камень ремень уровень перечень", gender: Masculine, cut: 3, forms: "ня ню * нем не"},
	{words: "огонь", gender: Masculine, cut: 3, forms: "ня ню * нём не"},
	{words: "заём", gender: Masculine, cut: 2, forms: "йма йму * ймом йме"},
	{words: "гости", gender: Plural, animate: true, cut: 1, forms: "ей ям * ями ях"},
	{words: "посол", gender: Masculine, animate: true, cut: 2, forms: "ла лу * лом ле"},
	{words: "егерь пекарь пахарь бондарь князь король царь вождь констебль гость тесть",
		gender: Masculine, animate: true, cut: 1, forms: "я ю * ем е", surname: true},
	{words: "герой", gender: Masculine, animate: true},
	{words: "парень", gender: Masculine, animate: true, cut: 3, forms: "ня ню * нем не"},
	{words: stressedEc, gender: Masculine, animate: true, adjust: stressEc},
	{words: stableEc, gender: Masculine, animate: true, forms: "а у * ом е"},
	{words: "игрок знаток ездок седок едок ходок пророк отрок инок кок", gender: Masculine, animate: true},
	{words: neuterPlurals, gender: Plural, cut: 1, forms: "- ам * ами ах", adjust: softenNeuter},
	{words: pluralsInA, gender: Plural, animate: true, cut: 1, forms: "ов ам * ами ах"},
	{words: "учителя", gender: Plural, animate: true, cut: 1, forms: "ей ям * ями ях"},
	{words: femininePlurals, gender: Plural, cut: 1, forms: "- ам * ами ах"},
	{words: femininePluralsInK, gender: Plural, cut: 1, forms: "- ам * ами ах"},
	{words: "гонки посиделки поминки тренировки выставки ярмарки", gender: Plural, cut: 2, forms: "ок кам * ками ках"},
	{words: "скачки переклички летучки", gender: Plural, cut: 2, forms: "ек кам * ками ках"},
	{words: "ясли", gender: Plural, cut: 1, forms: "ей ям * ями ях"},
	{words: "семьи", gender: Plural, animate: true, cut: 2, forms: "ей ьям * ьями ьях"},
	{words: "торги курсы классы чтения", gender: Plural, cut: 1, forms: "ов ам * ами ах", adjust: softenNeuter},
	{words: "сети части области", gender: Plural, cut: 1, forms: "ей ям * ями ях"},
	{words: "главы старосты коллеги", gender: Plural, animate: true, cut: 1, forms: "- ам * ами ах"},
	{words: "люди дети", gender: Plural, animate: true, cut: 1, forms: "ей ям * ьми ях"},
	{words: "судьи", gender: Plural, animate: true, cut: 2, forms: "ей ьям * ьями ьях"},
	{words: "граждане горожане сограждане миряне крестьяне", gender: Plural, animate: true,
		cut: 1, forms: "- ам * ами ах"},
	{words: "члены", gender: Plural, animate: true, cut: 1, forms: "ов ам * ами ах"},
	{words: indeclinablePersons, gender: Masculine, animate: true, adjust: dropForms},
	{words: "хостес", gender: Feminine, animate: true, adjust: dropForms},
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
			n := noun{paradigm: nounByEnding(lower).paradigm, gender: row.gender, animate: row.animate, known: true,
				likely: true, institution: isInstitution(lower), surname: row.surname}
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
func lookup(word string) noun { return lookupLower(strings.ToLower(word)) }

// lookupListed reports whether a word in lower case is a noun in the lists, and
// not only by its ending.
func lookupListed(lower string) bool {
	_, ok := lexicon()[lower]
	return ok || isInstitution(lower)
}

func lookupLower(lower string) noun {
	if n, ok := lexicon()[lower]; ok {
		return n
	}
	if isClippedCompound(lower) {
		return noun{gender: Masculine, animate: true, known: true, likely: true}
	}
	if n := pluralOfListed(lower); n.known {
		return n
	}
	n := nounByEnding(lower)
	n.institution = n.institution || isInstitution(lower)
	n.known, n.likely = n.known || n.institution, n.likely || n.known || n.institution
	return n
}

// isClippedCompound recognizes words such as «замдиректора» and «завкафедрой»,
// whose second part is already inflected, and «Минкультуры».
func isClippedCompound(lower string) bool {
	switch {
	case strings.HasPrefix(lower, "зам"), strings.HasPrefix(lower, "пом"):
		return endsLikeDeputy(lower) || isClippedCompound(lower[len("зам"):])
	case strings.HasPrefix(lower, "пред"):
		return hasAnySuffix(lower, "исполкома месткома профкома горсовета райсовета колхоза правления совета ревкома")
	case strings.HasPrefix(lower, "зав"), strings.HasPrefix(lower, "упр"):
		return endsLikeManager(lower)
	case strings.HasPrefix(lower, "мин"), strings.HasPrefix(lower, "рос"):
		return hasAnySuffix(lower, "уры ания вития ауки ции гетики вещения связи труда цифры развития "+
			"обороны природы торговли экономики политики экологии защиты имущества молодёжи молодежи металлургии "+
			"информации "+
			"печати кавказа науки занятости инвестиций технологий туризма спорта строя финансов коммунхоза транса")
	case strings.HasPrefix(lower, "нач"):
		return hasAnySuffix(lower, "штаба отдела управления цеха смены участка караула склада службы станции")
	case strings.HasPrefix(lower, "ком"):
		return hasAnySuffix(lower, "взвода полка роты бата дива бригады эска")
	}
	return false
}

var (
	endsLikeDeputy = wordset.Endings("директора министра начальника председателя главы руководителя губернатора " +
		"декана ректора редактора заведующего управляющего командующего командира мэра прокурора бухгалтера врача " +
		"генерального главного заведующей")
	endsLikeManager = wordset.Endings("кафедрой отделом складом отделением лабораторией производством канцелярией " +
		"библиотекой хозяйством клубом сектором аптекой столовой фермой делами кадрами частью труппой центром " +
		"гаражом поликлиникой терапией хирургией неврологией студией музеем архивом базой медпунктом здравпунктом")
)
