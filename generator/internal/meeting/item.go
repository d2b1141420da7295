package meeting

// Item is an item of the agenda with its discussion and decisions.
type Item struct {
	// Вопрос, как он стоит в повестке: «О …», «Об …».
	Title string `toml:"title" jsonschema:"required"`
	// Вопрос, как он назван в самом протоколе, если иначе, чем в повестке.
	Heading string `toml:"heading"`
	// Докладчики: имена из people.
	Speakers []string `toml:"speakers"`
	// Как назвать выступление докладчиков: Доклад, Информация; печатается «Доклад такого-то» в
	// родительном падеже вместо «Докладчик: такой-то».
	Report string `toml:"report"`
	// Сколько минут отведено.
	Minutes int `toml:"minutes" jsonschema:"minimum=1"`
	// Время вопроса в повестке, как его напечатать: 10.05–11.05.
	Time string `toml:"time"`
	// Примечание к вопросу в повестке.
	Note string `toml:"note"`
	// Ход обсуждения: абзацы перед решением. В краткой форме не печатается.
	Discussion []string `toml:"discussion"`
	// Рисунки после хода обсуждения.
	Pictures []Picture `toml:"pictures"`
	// Таблица перед решением.
	Table *Table `toml:"table"`
	// Решения по вопросу. Единственное решение печатается без номера, кроме полной формы. Пустой
	// список [] говорит, что решения по вопросу не было.
	Decisions []Decision `toml:"decisions"`
	// true — пункты решения печатаются таблицей: что поручено, кому и когда исполнить.
	Tasks bool `toml:"tasks"`
	// Итог голосования по вопросу: числа, имена или слово единогласно.
	Vote *Vote `toml:"vote"`

	// Содокладчики: имена из people.
	CoSpeakers []string `toml:"co_speakers"`
	// Кто ещё назван у вопроса: рецензент, официальные оппоненты, научный руководитель.
	Roles []ItemRole `toml:"roles"`
	// Подвопросы: 1.1, 1.2.
	Subitems []Subitem `toml:"subitems"`
	// true — вопрос включён в повестку на самом заседании.
	Added bool `toml:"added"`
	// Кто вёл заседание по этому вопросу, если не председатель: имя из people.
	Chair string `toml:"chair"`
	// Кто присутствовал, но по этому вопросу не голосует: имена из people или разделы с причиной.
	Recused []Recused `toml:"recused"`
	// Слушали: кого и что. Без ключа — докладчиков по вопросу. В краткой форме не печатается.
	Heard []Speech `toml:"heard"`
	// Вопросы и ответы. В краткой форме не печатаются.
	Questions []Exchange `toml:"questions"`
	// Выступили: кто и о чём. В краткой форме печатаются только имена.
	Spoke []Speech `toml:"spoke"`
	// Кого избирали по этому вопросу: кандидатуры, самоотводы, голоса. Печатается перед решением.
	Elections []Election `toml:"elections"`
	// Слова вместо решения: Вопрос снят с рассмотрения. Информация принята к сведению.
	Outcome string `toml:"outcome"`
	// Особые мнения по вопросу.
	Opinions []Opinion `toml:"opinions"`
	// Абзацы в любом месте вопроса: { after = "heard", text = "…" }.
	Notes []Note `toml:"notes"`
}

// Note is a paragraph at any place of an item.
type Note struct {
	// Сам абзац.
	Text string `toml:"text,short" jsonschema:"required"`
	// После чего он стоит: heading — названия вопроса, heard, spoke, decisions, vote. По умолчанию —
	// в конце вопроса.
	After string `toml:"after" jsonschema:"enum=heading,enum=heard,enum=spoke,enum=decisions,enum=vote"`
}

// NotePlaces lists the places of notes in an item.
var NotePlaces = []string{"heading", "heard", "spoke", "decisions", "vote"}

// Settled reports whether the file says how the item ended: its decisions, an
// outcome in words, or that there was none.
func (i Item) Settled() bool { return i.Decisions != nil || i.Outcome != "" }

// Dealt reports whether the item was dealt with at the meeting; others are only
// planned.
func (i Item) Dealt() bool {
	return i.Settled() || i.HasProceedings()
}

// HasProceedings reports whether the file says more of the item than the agenda: what was
// said, decided or voted.
func (i Item) HasProceedings() bool {
	return i.Vote != nil || i.Table != nil || i.Outcome != "" ||
		len(i.Decisions)+len(i.Heard)+len(i.Spoke)+len(i.Questions)+len(i.Discussion)+len(i.Pictures)+
			len(i.Opinions)+len(i.Notes)+len(i.Elections) > 0
}

// ItemRole is people who have a part in an item beside the speakers.
type ItemRole struct {
	// Кто это: Рецензент, Официальные оппоненты.
	Title string `toml:"title" jsonschema:"required"`
	// Имена из people.
	Names []string `toml:"names" jsonschema:"required"`
}

// Recused is a person who does not vote on an item.
type Recused struct {
	// Имя из people.
	Name string `toml:"name,short" jsonschema:"required"`
	// Почему не голосует: заинтересован в сделке, конфликт интересов.
	Reason string `toml:"reason"`
}

// Subitem is a question inside an item of the agenda.
type Subitem struct {
	// Подвопрос.
	Title string `toml:"title,short" jsonschema:"required"`
	// Докладчики: имена из people.
	Speakers []string `toml:"speakers"`
}

// Decision is a point of a decision, or a subpoint.
type Decision struct {
	// Текст пункта.
	Text string `toml:"text,short" jsonschema:"required"`
	// Номер пункта, поставленный вручную; печатается как есть, счёт продолжается с него.
	Number string `toml:"number"`
	// Строки под пунктом без номеров.
	Lines []string `toml:"lines"`
	// Подпункты, всего не больше четырёх уровней.
	Points []Decision `toml:"points"`
	// Таблица под пунктом.
	Table *Table `toml:"table"`
	// Ответственные: имена из people или названия организаций.
	Responsible []string `toml:"responsible"`
	// Срок: дата 2026-12-01 или слова — ежеквартально, постоянно.
	Due *Deadline `toml:"due"`
	// Соисполнители: имена из people или названия организаций.
	CoExecutors []string `toml:"co_executors"`
	// На кого возложен контроль: имя из people или слова.
	Control string `toml:"control"`
	// Номер приложения к пункту; в конце пункта печатается ссылка.
	Annex int `toml:"annex" jsonschema:"minimum=1"`
	// Голосование по одному этому пункту.
	Vote *Vote `toml:"vote"`
}

// Table is a table of plain text.
type Table struct {
	// Заголовок таблицы.
	Caption string `toml:"caption"`
	// Столбцы: заголовки, при желании с шириной и выравниванием.
	Columns []Column `toml:"columns" jsonschema:"required"`
	// Строки: в каждой столько ячеек, сколько столбцов.
	Rows [][]string `toml:"rows" jsonschema:"required"`
	// true — таблица на альбомных листах, и слова с двоеточием перед ней; таблица приложения — вместе с приложением.
	Landscape bool `toml:"landscape"`
}

// Column is the header of a column.
type Column struct {
	// Заголовок столбца.
	Title string `toml:"title,short" jsonschema:"required"`
	// Доля ширины; важны только соотношения. По умолчанию — по содержанию.
	Width int `toml:"width" jsonschema:"minimum=1"`
	// Выравнивание: left, center, right.
	Align string `toml:"align" jsonschema:"enum=left,enum=center,enum=right"`
	// true — ячейки столбца называют свои строки; программа чтения вслух повторит их перед числами.
	Head bool `toml:"head"`
}

// Annex is an annex to the protocol; it begins on a new page.
type Annex struct {
	// Заголовок приложения.
	Title string `toml:"title" jsonschema:"required"`
	// Абзацы приложения.
	Text []string `toml:"text"`
	// Рисунки приложения.
	Pictures []Picture `toml:"pictures"`
	// Таблица приложения.
	Table *Table `toml:"table"`
	// true — приложение на альбомных листах: для широкой таблицы.
	Landscape bool `toml:"landscape"`
	// true — и единственное приложение печатается с номером.
	Numbered bool `toml:"numbered"`
	// К какому пункту протокола приложение: "1", "2.3".
	Point string `toml:"point"`
	// Что стоит в отметке вместо «к постановлению», строками: ["УТВЕРЖДЁН", "постановлением Администрации
	// района"]. Дату и номер под ними ставит программа; над ними — «Приложение № 1», если приложения с номерами.
	Mark []string `toml:"mark"`
	// true — приложение хранится отдельно: само оно не печатается, только названо перед подписями.
	Separate bool `toml:"separate"`
	// Сколько в нём листов; такое приложение хранится отдельно.
	Sheets int `toml:"sheets" jsonschema:"minimum=1"`
}

// Kept reports whether an annex is kept elsewhere and only named.
func (a Annex) Kept() bool { return a.Separate || a.Sheets > 0 }

func (c *checker) annex(key string, a Annex) {
	c.text(key+".title", a.Title, "у приложения нет заголовка")
	c.table(key+".table", a.Table)
	if a.Sheets < 0 {
		c.wrong(key+".sheets", "листов не бывает меньше одного", "")
	}
	if a.Kept() && (len(a.Text)+len(a.Pictures) > 0 || a.Table != nil) {
		c.wrong(key, "у приложения есть содержание, а сказано, что оно хранится отдельно",
			"уберите separate и sheets — листы приложения сосчитает программа")
	}
}
