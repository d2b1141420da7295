// Package meeting is the domain model: a body, its people, the agenda and
// decisions of a meeting, and the rules they obey. It does not depend on the
// syntax of TOML, on papers or on files.
//
// Its struct types define the file format. The tag toml names the key of a field,
// the tag jsonschema holds constraints ("required" for keys that Check requires).
// The JSON Schema of the input is generated from these types. The comments of the
// fields become its descriptions, which editors show to users, and are therefore
// in Russian.
package meeting

// Meeting is the content of a file about a meeting, merged with that of the
// council's file.
type Meeting struct {
	// Файл с тем, что не меняется от заседания к заседанию (орган, люди, председатель). Путь —
	// относительно этого файла; значение в этом файле важнее.
	CouncilFile string `toml:"council_file"`
	// Орган, который заседает.
	Council Council `toml:"council"`

	// Номер протокола — любой текст: 1, б/н, 15-пр. Пустая строка печатает место для номера, без
	// ключа номер не печатается.
	Number *string `toml:"number"`
	// Вид заседания: внеочередное заседание, общее собрание, совещание у …; можно и сразу в
	// родительном падеже. По умолчанию — заседание.
	Kind string `toml:"kind"`
	// Дата протокола, она же дата заседания: 2017-11-20. Если все части (parts) или последний день
	// (last_date) раньше неё, это дата, которой протокол составлен. Без неё нужен date_text.
	Date Date `toml:"date"`
	// Дата так, как её печатать везде, если обычная запись 20.11.2017 не подходит. Пустая строка, когда
	// нет и date, — даты в бумаге нет.
	DateText *string `toml:"date_text"`
	// Время начала: "12:00".
	Start *Clock `toml:"start"`
	// Время окончания: "14:00".
	End *Clock `toml:"end"`
	// Место проведения: конференц-зал, адрес.
	Place string `toml:"place"`
	// Председатель: кто вёл заседание и подпишет протокол; имя из people. Без ключа нужен signers;
	// signers = [] — бумагу никто не подписывает.
	Chair string `toml:"chair"`
	// Секретарь: кто вёл протокол и подпишет его; имя из people. Без ключа секретаря нет. Если это
	// председатель, он подписывает один раз.
	Secretary string `toml:"secretary"`
	// Кто присутствовал, в нужном порядке: имена из people. Без ключа — все члены органа, кроме
	// отсутствующих.
	Present []string `toml:"present"`
	// Кто отсутствовал и почему.
	Absent []Absent `toml:"absent"`
	// Приглашённые: имена из people.
	Invited []string `toml:"invited"`
	// Люди: каждый назван один раз, дальше на него ссылаются по имени.
	People []Person `toml:"people" jsonschema:"required"`
	// Повестка дня: вопросы по порядку.
	Agenda []Item `toml:"agenda" jsonschema:"required"`
	// Приложения к протоколу; печатаются после подписей, каждое с новой страницы.
	Annexes []Annex `toml:"annexes"`

	// Отметки в правом верхнем углу первого листа протокола, каждая строкой: Экз. № 1, Для служебного
	// пользования.
	Marks []string `toml:"marks"`
	// Абзацы перед повесткой дня: кто открыл собрание, сколько зарегистрировано.
	Preamble []string `toml:"preamble"`
	// Абзацы после всех вопросов, перед подписями.
	Closing []string `toml:"closing"`
	// Шапка протокола: учреждение, порядок строк, их запись.
	Header *Header `toml:"header"`
	// Слова шапки, если орган пишет их иначе.
	Words *Words `toml:"words"`
	// Строки шапки, для которых нет своего ключа.
	Details []Detail `toml:"details"`
	// true — место для печати под подписями.
	Seal bool `toml:"seal"`

	// Бланк писем; над протоколом — как скажет header.letterhead.
	Letterhead *Letterhead `toml:"letterhead"`
	// Письмо о решениях заседания.
	Letter *Letter `toml:"letter"`
	// Письмо с предложением вступить.
	Invitation *Letter `toml:"invitation"`
	// Уведомление о заседании; без раздела оно обращено к членам органа.
	Notice *Letter `toml:"notice"`
	// Как заверяют выписку из протокола.
	Extract *Extract `toml:"extract"`
	// Форма заявления о вступлении.
	Application *Application `toml:"application"`
	// Заявитель; без него заявление печатается бланком.
	Applicant *Applicant `toml:"applicant"`
	// Согласие на обработку персональных данных — отдельная бумага.
	Consent *Consent `toml:"consent"`

	// Другие бумаги: [papers.resolution] — постановление, решение, распоряжение; [papers.counting] —
	// протокол счётной комиссии; любое другое имя — вид, который добавила сама канцелярия.
	Papers map[string]*Paper `toml:"papers"`

	// Падежи, поставленные вручную: "Черных Иван Петрович".dative = "Черных Ивану Петровичу".
	// Годится для имён, должностей, органов и организаций.
	Forms map[string]Forms `toml:"forms"`

	// Форма протокола: council — вопрос и решение, brief — краткая, full — полная (СЛУШАЛИ,
	// ВЫСТУПИЛИ, РЕШИЛИ), tasks — таблица задач. По умолчанию — форма органа.
	Form string `toml:"form" jsonschema:"enum=council,enum=brief,enum=full,enum=tasks"`
	// true — печатать кавычки, тире и знак № так, как они набраны: для бумаги, которую нельзя
	// править. Иначе программа ставит «ёлочки», тире и № сама; верные знаки не меняются.
	AsTyped bool `toml:"as_typed"`
	// Тема, которую печатают под названием в кавычках.
	Theme string `toml:"theme"`
	// С какими ещё органами заседание совместное.
	Joint []Body `toml:"joint"`
	// Форма проведения: очная, заочная, очно-заочная, видео-конференц-связь.
	Holding string `toml:"holding"`
	// Первый день заседания или голосования. Нужен, если протокол датирован (date) позже.
	FirstDate Date `toml:"first_date"`
	// Последний день, если заседание длилось несколько дней.
	LastDate Date `toml:"last_date"`
	// Часовой пояс, как его напечатать после времени: МСК, MSK+1.
	TimeZone string `toml:"time_zone"`
	// Место составления протокола: г. Смоленск.
	City string `toml:"city"`
	// Части заседания, если их несколько: у каждой свои дата, время, место.
	Parts []Part `toml:"parts"`

	// Сопредседатели: имена из people; подписывают вместе с председателем.
	CoChairs []string `toml:"co_chairs"`
	// Как считать и печатать присутствующих.
	Attendance Attendance `toml:"attendance"`
	// Кто из присутствующих участвовал по видео-конференц-связи: имена из people.
	Remote []string `toml:"remote"`
	// Кто пришёл позже; опоздавшие.
	Arrived []Move `toml:"arrived"`
	// Кто ушёл раньше.
	Left []Move `toml:"left"`
	// Приглашённые без имён: представители средств массовой информации (5 человек).
	InvitedGroups []string `toml:"invited_groups"`
	// Счётная комиссия; подписывает протокол.
	Counting *Commission `toml:"counting"`
	// Слова о кворуме, если их пишут не по правилам [council.rules].
	Quorum string `toml:"quorum"`
	// Голосование по самой повестке дня.
	AgendaVote *Vote `toml:"agenda_vote"`
	// Кого избрали до повестки дня: председателя собрания, секретаря, счётную комиссию. Печатается перед
	// повесткой.
	Elections []Election `toml:"elections"`
	// Особые мнения о заседании в целом.
	Opinions []Opinion `toml:"opinions"`
	// Гриф утверждения протокола.
	Approval *Approval `toml:"approval"`
	// Грифы согласования: СОГЛАСОВАНО, кто или каким документом. Печатаются под подписями.
	Agreed []Agreement `toml:"agreed"`
	// true — грифы согласования стоят вверху первого листа слева, на уровне грифа утверждения.
	AgreedFirst bool `toml:"agreed_first"`
	// Кого знакомят с протоколом под подпись: имена. Под подписями печатается таблица с местом для подписи и даты
	// каждого.
	Acquainted []string `toml:"acquainted"`
	// Кому разослать: указатель рассылки под подписями.
	Copies []Addressee `toml:"copies"`
	// Кто подписывает, если не председатель и секретарь: они всё равно названы в шапке. Пустой
	// список — протокол без подписей.
	Signers []Signer `toml:"signers"`
	// Где хранится подлинник: в деле № 01-12 аппарата совета за 2026 год.
	Original string `toml:"original"`
	// Отметка об исполнителе.
	Executor *Executor `toml:"executor"`

	// По каким правилам check проверит обязательные реквизиты протокола: 266/пр — приказ Минстроя о
	// собраниях собственников; другие — из папки laws своих шаблонов.
	Law string `toml:"law"`
	// Свой бланк протокола в Word: файл .docx с именами в скобках, {дата}, {вопрос.название}. Путь —
	// относительно этого файла.
	Word string `toml:"word"`

	WordFiles map[string][]byte `toml:"-"` // Word templates by key; set by package input
}

// Council is the body that meets.
type Council struct {
	// Полное название органа в именительном падеже. Можно не указывать, если его не печатают: вид
	// заседания сам говорит, что это, — публичные слушания, рабочее совещание.
	Name string `toml:"name"`
	// Название в родительном падеже (кого? чего?): для строки «заседания …». Без него падеж
	// образует программа.
	Genitive string `toml:"genitive"`
	// Объединение, которым руководит орган: кластер, ассоциация; именительный падеж.
	Cluster string `toml:"cluster"`

	// Президиум: кто в нём кто.
	Presidium []Officer `toml:"presidium"`

	// Должность председателя в подписи: Председатель комиссии. Без ключа — его role, а если нет и её —
	// words.chair, когда там сказано, чего он председатель. Заместитель подписывает своей role.
	ChairRole string `toml:"chair_role"`
	// Должность секретаря в подписи. Без ключа — как у председателя: role, words.secretary или Секретарь.
	SecretaryRole string `toml:"secretary_role"`
	// Герб или эмблема над названием протокола и на бланке писем: { file = "герб.png", alt = "Герб
	// …", width = 20 }.
	Emblem *Picture `toml:"emblem"`
	// Форма протокола: council — вопрос и решение, brief — краткая, full — полная (СЛУШАЛИ,
	// ВЫСТУПИЛИ, РЕШИЛИ), tasks — таблица задач. По умолчанию — council.
	Form string `toml:"form" jsonschema:"enum=council,enum=brief,enum=full,enum=tasks"`
	// Слово перед решением: РЕШИЛИ, ПОСТАНОВИЛИ. По умолчанию — РЕШИЛИ, в форме council — РЕШЕНИЕ.
	Keyword string `toml:"keyword"`
	// Номера пунктов решения: item — с номера вопроса, 1.1 (так в полной и краткой форме), point — 1, 2,
	// а единственный пункт без номера (так в форме council).
	Numbering string `toml:"numbering" jsonschema:"enum=item,enum=point"`
	// true — голосование печатается перед решением, а не после него.
	VoteFirst bool `toml:"vote_first"`
	// Слово перед числами голосов: ГОЛОСОВАЛИ, Итоги голосования. По умолчанию — Голосовали.
	VoteWord string `toml:"vote_word"`
	// false — «РЕШЕНИЕ ПРИНЯТО» под голосованием не печатать; правила органа (rules) остаются для проверки.
	// О решении, которое не принято, печатается всегда.
	VoteVerdict *bool `toml:"vote_verdict"`
	// Слово за числом голосов: человек или голос — «за» – 5 человек. По умолчанию — одно число.
	VoteNoun string `toml:"vote_noun" jsonschema:"enum=человек,enum=голос"`
	// Как печатать числа голосов: line — строкой у каждого вопроса (по умолчанию), table — таблицей по
	// всем вопросам после последнего, both — и так и так.
	VotePrint string `toml:"vote_print" jsonschema:"enum=line,enum=table,enum=both"`
	// Как называется член органа, для слов о кворуме: член Совета, участник, собственник. По
	// умолчанию — член.
	Member string `toml:"member"`
	// Как орган принимает решения: кворум, большинство, равенство голосов.
	Rules Rules `toml:"rules"`
}

// Officer is a member of the presidium.
type Officer struct {
	// Кто в президиуме: председатель, заместитель председателя.
	Role string `toml:"role" jsonschema:"required"`
	// Имя из people.
	Name string `toml:"name" jsonschema:"required"`
}

// Person is one of the people, or an organization that takes part like one.
type Person struct {
	// Фамилия, имя и отчество; отчества может не быть. У организации (body) — её название.
	Name string `toml:"name" jsonschema:"required"`
	// Должность.
	Position string `toml:"position"`
	// Организация.
	Organization string `toml:"organization"`
	// Пол: m или f. Нужен, если его не видно по отчеству.
	Gender string `toml:"gender" jsonschema:"enum=m,enum=f"`
	// true — не член органа; присутствует, только если назван в present или invited.
	Guest bool `toml:"guest"`
	// true — участвует сама организация: ООО «Ромашка». Её название печатается целиком, без инициалов.
	Body bool `toml:"body"`
	// Кто представляет организацию, а по доверенности и человека: имя или раздел с должностью и документом.
	Representative Representative `toml:"representative"`

	// Падежи имени, поставленные вручную.
	Forms Forms `toml:"forms"`
	// Падежи должности, поставленные вручную.
	PositionForms Forms `toml:"position_forms"`
	// Роль в органе: заместитель председателя Совета, сопредседатель.
	Role string `toml:"role"`
	// Сколько у человека голосов, долей или квадратных метров, если не один голос.
	Votes Amount `toml:"votes"`

	Standing bool `toml:"-"` // named by the council's file, for all of its meetings; set by package input
}

// Absent is a member who was absent.
type Absent struct {
	// Имя из people.
	Name string `toml:"name,short" jsonschema:"required"`
	// Причина: отпуск, болезнь, командировка.
	Reason string `toml:"reason"`
	// true — представил письменное мнение: голос и присутствие в кворуме считаются, хотя человека не было.
	// В attendance.present таких не считают: это число пришедших.
	Written bool `toml:"written"`
}
