// Package meeting is the domain model: a body, its people, the agenda and
// decisions of a meeting, and the rules they obey. It does not depend on the
// syntax of TOML, on papers or on files.
//
// The struct tags define the file format: toml names the key,
// jsonschema_description explains it (the JSON Schema is generated from these
// types), jsonschema:"required" marks keys that Check requires.
package meeting

// Meeting is the content of a file about a meeting, merged with that of the
// council's file.
type Meeting struct {
	CouncilFile string  `toml:"council_file" jsonschema_description:"Файл с тем, что не меняется от заседания к заседанию (орган, люди, председатель). Путь — относительно этого файла; значение в этом файле важнее."`
	Council     Council `toml:"council" jsonschema_description:"Орган, который заседает."`

	Number    *string  `toml:"number" jsonschema_description:"Номер протокола — любой текст: 1, б/н, 15-пр. Пустая строка печатает место для номера, без ключа номер не печатается."`
	Kind      string   `toml:"kind" jsonschema_description:"Вид заседания: внеочередное заседание, общее собрание, совещание у …; можно и сразу в родительном падеже. По умолчанию — заседание."`
	Date      Date     `toml:"date" jsonschema:"required" jsonschema_description:"Дата заседания: 2017-11-20."`
	DateText  string   `toml:"date_text" jsonschema_description:"Дата так, как её напечатать, если обычная запись 20.11.2017 не подходит."`
	Start     *Clock   `toml:"start" jsonschema_description:"Время начала: 12:00."`
	End       *Clock   `toml:"end" jsonschema_description:"Время окончания: 14:00."`
	Place     string   `toml:"place" jsonschema_description:"Место проведения: конференц-зал, адрес."`
	Chair     string   `toml:"chair" jsonschema:"required" jsonschema_description:"Кто вёл заседание и подпишет протокол: имя из people."`
	Secretary string   `toml:"secretary" jsonschema:"required" jsonschema_description:"Кто вёл протокол и подпишет его: имя из people."`
	Present   []string `toml:"present" jsonschema_description:"Кто присутствовал, в нужном порядке: имена из people. Без ключа — все члены органа, кроме отсутствующих."`
	Absent    []Absent `toml:"absent" jsonschema_description:"Кто отсутствовал и почему."`
	Invited   []string `toml:"invited" jsonschema_description:"Приглашённые: имена из people."`
	People    []Person `toml:"people" jsonschema:"required" jsonschema_description:"Люди: каждый назван один раз, дальше на него ссылаются по имени."`
	Agenda    []Item   `toml:"agenda" jsonschema:"required" jsonschema_description:"Повестка дня: вопросы по порядку."`
	Annexes   []Annex  `toml:"annexes" jsonschema_description:"Приложения к протоколу; печатаются после подписей, каждое с новой страницы."`

	Letterhead  *Letterhead  `toml:"letterhead" jsonschema_description:"Бланк писем."`
	Letter      *Letter      `toml:"letter" jsonschema_description:"Письмо о решениях заседания."`
	Invitation  *Letter      `toml:"invitation" jsonschema_description:"Письмо с предложением вступить."`
	Notice      *Letter      `toml:"notice" jsonschema_description:"Уведомление о заседании; без раздела оно обращено к членам органа."`
	Extract     *Extract     `toml:"extract" jsonschema_description:"Как заверяют выписку из протокола."`
	Application *Application `toml:"application" jsonschema_description:"Форма заявления о вступлении."`
	Applicant   *Applicant   `toml:"applicant" jsonschema_description:"Заявитель; без него заявление печатается бланком."`
	Consent     *Consent     `toml:"consent" jsonschema_description:"Согласие на обработку персональных данных — отдельная бумага."`

	Forms map[string]Forms `toml:"forms" jsonschema_description:"Падежи, поставленные вручную: \"Черных Иван Петрович\".dative = \"Черных Ивану Петровичу\". Годится для имён, должностей, органов и организаций."`

	Form     string `toml:"form" jsonschema:"enum=council,enum=brief,enum=full" jsonschema_description:"Форма протокола: council — вопрос и решение, brief — краткая, full — полная (СЛУШАЛИ, ВЫСТУПИЛИ, РЕШИЛИ). По умолчанию — форма органа."`
	AsTyped  bool   `toml:"as_typed" jsonschema_description:"true — печатать кавычки, тире и знак № так, как они набраны: для бумаги, которую нельзя править. Иначе программа ставит «ёлочки», тире и № сама; верные знаки не меняются."`
	Theme    string `toml:"theme" jsonschema_description:"Тема, которую печатают под названием в кавычках."`
	Joint    []Body `toml:"joint" jsonschema_description:"С какими ещё органами заседание совместное."`
	Holding  string `toml:"holding" jsonschema_description:"Форма проведения: очная, заочная, очно-заочная, видео-конференц-связь."`
	LastDate Date   `toml:"last_date" jsonschema_description:"Последний день, если заседание длилось несколько дней."`
	TimeZone string `toml:"time_zone" jsonschema_description:"Часовой пояс, как его напечатать после времени: МСК, MSK+1."`
	City     string `toml:"city" jsonschema_description:"Место составления протокола: г. Смоленск."`
	Parts    []Part `toml:"parts" jsonschema_description:"Части заседания, если их несколько: у каждой свои дата, время, место."`

	CoChairs      []string    `toml:"co_chairs" jsonschema_description:"Сопредседатели: имена из people; подписывают вместе с председателем."`
	Attendance    Attendance  `toml:"attendance" jsonschema_description:"Как считать и печатать присутствующих."`
	Remote        []string    `toml:"remote" jsonschema_description:"Кто из присутствующих участвовал по видео-конференц-связи: имена из people."`
	Arrived       []Move      `toml:"arrived" jsonschema_description:"Кто пришёл позже."`
	Left          []Move      `toml:"left" jsonschema_description:"Кто ушёл раньше."`
	InvitedGroups []string    `toml:"invited_groups" jsonschema_description:"Приглашённые без имён: представители средств массовой информации (5 человек)."`
	Counting      *Commission `toml:"counting" jsonschema_description:"Счётная комиссия; подписывает протокол."`
	Quorum        string      `toml:"quorum" jsonschema_description:"Слова о кворуме, если их пишут не по правилам [council.rules]."`
	AgendaVote    *Vote       `toml:"agenda_vote" jsonschema_description:"Голосование по самой повестке дня."`
	Opinions      []Opinion   `toml:"opinions" jsonschema_description:"Особые мнения о заседании в целом."`
	Approval      *Approval   `toml:"approval" jsonschema_description:"Гриф утверждения протокола."`
	Signers       []Signer    `toml:"signers" jsonschema_description:"Кто подписывает, если не председатель и секретарь."`
	Original      string      `toml:"original" jsonschema_description:"Где хранится подлинник: в деле № 01-12 аппарата совета за 2026 год."`
	Executor      *Executor   `toml:"executor" jsonschema_description:"Отметка об исполнителе."`
}

// Council is the body that meets.
type Council struct {
	Name     string `toml:"name" jsonschema:"required" jsonschema_description:"Полное название органа в именительном падеже."`
	Genitive string `toml:"genitive" jsonschema_description:"Название в родительном падеже (кого? чего?): для строки «заседания …». Без него падеж образует программа."`
	Cluster  string `toml:"cluster" jsonschema_description:"Объединение, которым руководит орган: кластер, ассоциация; именительный падеж."`

	Presidium []Officer `toml:"presidium" jsonschema_description:"Президиум: кто в нём кто."`

	ChairRole     string   `toml:"chair_role" jsonschema_description:"Должность председателя в подписи. По умолчанию — Председатель."`
	SecretaryRole string   `toml:"secretary_role" jsonschema_description:"Должность секретаря в подписи. По умолчанию — Секретарь."`
	Emblem        *Picture `toml:"emblem" jsonschema_description:"Герб или эмблема над названием протокола и на бланке писем: { file = \"герб.png\", alt = \"Герб …\", width = 20 }."`
	Form          string   `toml:"form" jsonschema:"enum=council,enum=brief,enum=full" jsonschema_description:"Форма протокола: council — вопрос и решение, brief — краткая, full — полная (СЛУШАЛИ, ВЫСТУПИЛИ, РЕШИЛИ). По умолчанию — council."`
	Keyword       string   `toml:"keyword" jsonschema_description:"Слово перед решением: РЕШИЛИ, ПОСТАНОВИЛИ. По умолчанию — РЕШИЛИ, в форме council — РЕШЕНИЕ."`
	Member        string   `toml:"member" jsonschema_description:"Как называется член органа, для слов о кворуме: член Совета, участник, собственник. По умолчанию — член."`
	Rules         Rules    `toml:"rules" jsonschema_description:"Как орган принимает решения: кворум, большинство, равенство голосов."`
}

// Officer is a member of the presidium.
type Officer struct {
	Role string `toml:"role" jsonschema:"required" jsonschema_description:"Кто в президиуме: председатель, заместитель председателя."`
	Name string `toml:"name" jsonschema:"required" jsonschema_description:"Имя из people."`
}

// Person is one of the people.
type Person struct {
	Name         string `toml:"name" jsonschema:"required" jsonschema_description:"Фамилия, имя и отчество; отчества может не быть."`
	Position     string `toml:"position" jsonschema_description:"Должность."`
	Organization string `toml:"organization" jsonschema_description:"Организация."`
	Gender       string `toml:"gender" jsonschema:"enum=m,enum=f" jsonschema_description:"Пол: m или f. Нужен, если его не видно по отчеству."`
	Guest        bool   `toml:"guest" jsonschema_description:"true — не член органа; присутствует, только если назван в present или invited."`

	Forms         Forms  `toml:"forms" jsonschema_description:"Падежи имени, поставленные вручную."`
	PositionForms Forms  `toml:"position_forms" jsonschema_description:"Падежи должности, поставленные вручную."`
	Role          string `toml:"role" jsonschema_description:"Роль в органе: заместитель председателя Совета, сопредседатель."`
	Votes         Amount `toml:"votes" jsonschema_description:"Сколько у человека голосов, долей или квадратных метров, если не один голос."`
}

// Absent is a member who was absent.
type Absent struct {
	Name   string `toml:"name,short" jsonschema:"required" jsonschema_description:"Имя из people."`
	Reason string `toml:"reason" jsonschema_description:"Причина: отпуск, болезнь, командировка."`
}

// Item is an item of the agenda with its discussion and decisions.
type Item struct {
	Title      string     `toml:"title" jsonschema:"required" jsonschema_description:"Вопрос, как он стоит в повестке: «О …», «Об …»."`
	Heading    string     `toml:"heading" jsonschema_description:"Вопрос, как он назван в самом протоколе, если иначе, чем в повестке."`
	Speakers   []string   `toml:"speakers" jsonschema_description:"Докладчики: имена из people."`
	Minutes    int        `toml:"minutes" jsonschema:"minimum=1" jsonschema_description:"Сколько минут отведено."`
	Note       string     `toml:"note" jsonschema_description:"Примечание к вопросу в повестке."`
	Discussion []string   `toml:"discussion" jsonschema_description:"Ход обсуждения: абзацы перед решением. В краткой форме не печатается."`
	Pictures   []Picture  `toml:"pictures" jsonschema_description:"Рисунки после хода обсуждения."`
	Table      *Table     `toml:"table" jsonschema_description:"Таблица перед решением."`
	Decisions  []Decision `toml:"decisions" jsonschema_description:"Решения по вопросу. Единственное решение печатается без номера, кроме полной формы."`
	Vote       *Vote      `toml:"vote" jsonschema_description:"Итог голосования по вопросу: числа, имена или слово единогласно."`

	CoSpeakers []string   `toml:"co_speakers" jsonschema_description:"Содокладчики: имена из people."`
	Subitems   []Subitem  `toml:"subitems" jsonschema_description:"Подвопросы: 1.1, 1.2."`
	Added      bool       `toml:"added" jsonschema_description:"true — вопрос включён в повестку на самом заседании."`
	Chair      string     `toml:"chair" jsonschema_description:"Кто вёл заседание по этому вопросу, если не председатель: имя из people."`
	Recused    []string   `toml:"recused" jsonschema_description:"Кто присутствовал, но по этому вопросу не голосует: имена из people."`
	Heard      []Speech   `toml:"heard" jsonschema_description:"Слушали: кого и что. Без ключа — докладчиков по вопросу. В краткой форме не печатается."`
	Questions  []Exchange `toml:"questions" jsonschema_description:"Вопросы и ответы. В краткой форме не печатаются."`
	Spoke      []Speech   `toml:"spoke" jsonschema_description:"Выступили: кто и о чём. В краткой форме печатаются только имена."`
	Outcome    string     `toml:"outcome" jsonschema_description:"Слова вместо решения: Вопрос снят с рассмотрения. Информация принята к сведению."`
	Opinions   []Opinion  `toml:"opinions" jsonschema_description:"Особые мнения по вопросу."`
}

// Subitem is a question inside an item of the agenda.
type Subitem struct {
	Title    string   `toml:"title,short" jsonschema:"required" jsonschema_description:"Подвопрос."`
	Speakers []string `toml:"speakers" jsonschema_description:"Докладчики: имена из people."`
}

// Decision is a point of a decision, or a subpoint.
type Decision struct {
	Text        string     `toml:"text,short" jsonschema:"required" jsonschema_description:"Текст пункта."`
	Number      string     `toml:"number" jsonschema_description:"Номер пункта, поставленный вручную; печатается как есть, счёт продолжается с него."`
	Lines       []string   `toml:"lines" jsonschema_description:"Строки под пунктом без номеров."`
	Points      []Decision `toml:"points" jsonschema_description:"Подпункты, всего не больше четырёх уровней."`
	Table       *Table     `toml:"table" jsonschema_description:"Таблица под пунктом."`
	Responsible []string   `toml:"responsible" jsonschema_description:"Ответственные: имена из people или названия организаций."`
	Due         *Deadline  `toml:"due" jsonschema_description:"Срок: дата 2026-12-01 или слова — ежеквартально, постоянно."`
	CoExecutors []string   `toml:"co_executors" jsonschema_description:"Соисполнители: имена из people или названия организаций."`
	Control     string     `toml:"control" jsonschema_description:"На кого возложен контроль: имя из people или слова."`
	Annex       int        `toml:"annex" jsonschema:"minimum=1" jsonschema_description:"Номер приложения к пункту; в конце пункта печатается ссылка."`
	Vote        *Vote      `toml:"vote" jsonschema_description:"Голосование по одному этому пункту."`
}

// Table is a table of plain text.
type Table struct {
	Caption string     `toml:"caption" jsonschema_description:"Заголовок таблицы."`
	Columns []Column   `toml:"columns" jsonschema:"required" jsonschema_description:"Столбцы: заголовки, при желании с шириной и выравниванием."`
	Rows    [][]string `toml:"rows" jsonschema:"required" jsonschema_description:"Строки: в каждой столько ячеек, сколько столбцов."`
}

// Column is the header of a column.
type Column struct {
	Title string `toml:"title,short" jsonschema:"required" jsonschema_description:"Заголовок столбца."`
	Width int    `toml:"width" jsonschema:"minimum=1" jsonschema_description:"Доля ширины; важны только соотношения. По умолчанию — по содержанию."`
	Align string `toml:"align" jsonschema:"enum=left,enum=center,enum=right" jsonschema_description:"Выравнивание: left, center, right."`
	Head  bool   `toml:"head" jsonschema_description:"true — ячейки столбца называют свои строки; программа чтения вслух повторит их перед числами."`
}

// Annex is an annex to the protocol; it begins on a new page.
type Annex struct {
	Title    string    `toml:"title" jsonschema:"required" jsonschema_description:"Заголовок приложения."`
	Text     []string  `toml:"text" jsonschema_description:"Абзацы приложения."`
	Pictures []Picture `toml:"pictures" jsonschema_description:"Рисунки приложения."`
	Table    *Table    `toml:"table" jsonschema_description:"Таблица приложения."`
}
