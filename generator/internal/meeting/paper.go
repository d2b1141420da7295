package meeting

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
)

// Paper is a document other than those about a whole meeting: a resolution,
// an order, the protocol of a counting commission, or one of a kind that the
// office adds. Its name among the papers is its kind.
type Paper struct {
	// Название вида бумаги: ПОСТАНОВЛЕНИЕ, РЕШЕНИЕ, АКТ.
	Title string `toml:"title" jsonschema:"required"`
	// Что стоит под названием: заседания счётной комиссии, избранной …
	Subtitle string `toml:"subtitle"`
	// Номер. Пустая строка печатает место для номера. Без ключа — номер из файла, если в нём нет
	// повестки.
	Number *string `toml:"number"`
	// Дата. Без ключа — date файла.
	Date Date `toml:"date"`
	// Дата так, как её печатать в этой бумаге. Пустая строка — даты в ней нет.
	DateText *string `toml:"date_text"`
	// Место: г. Смоленск. Без ключа — city файла.
	City string `toml:"city"`
	// Отметки в правом верхнем углу, каждая строкой: Экз. № 1, Для служебного пользования.
	Marks []string `toml:"marks"`
	// Гриф утверждения: акт, заключение, смета.
	Approval *Approval `toml:"approval"`
	// Грифы согласования: СОГЛАСОВАНО, кто или каким документом. Печатаются под подписями.
	Agreed []Agreement `toml:"agreed"`
	// true — грифы согласования стоят вверху первого листа слева, на уровне грифа утверждения.
	AgreedFirst bool `toml:"agreed_first"`
	// Кому разослать бумагу: указатель рассылки под подписями.
	Copies []Addressee `toml:"copies"`
	// Кому бумага: служебная записка, заявление, ходатайство. Печатается справа вверху, как в письме.
	To []Addressee `toml:"to"`
	// От кого, под адресатом: заявление, объяснительная. Падеж образует программа.
	From *Addressee `toml:"from"`
	// Заголовок к тексту: «О …», «Об утверждении …».
	Heading string `toml:"heading"`
	// Абзацы перед пунктами; последний продолжает keyword, а с findings — findings_keyword.
	Preamble []string `toml:"preamble"`
	// Слово перед установленным: УСТАНОВИЛА, РАССМОТРЕЛИ; двоеточие ставит программа.
	FindingsKeyword string `toml:"findings_keyword"`
	// Что установлено или рассмотрено: абзацы между findings_keyword и keyword. Последний, если он не кончается
	// точкой, продолжает keyword: Руководствуясь статьёй 5, РЕШИЛА: На месте абзаца {таблица} стоит таблица.
	Findings []string `toml:"findings"`
	// Слово перед пунктами, как его пишет орган: решил, ПОСТАНОВЛЯЕТ, п р и к а з ы в а ю. Продолжает
	// последний абзац preamble; двоеточие ставит программа.
	Keyword string `toml:"keyword"`
	// true — keyword и findings_keyword стоят отдельными строками.
	KeywordApart bool `toml:"keyword_apart"`
	// Пункты с подпунктами.
	Decisions []Decision `toml:"decisions"`
	// Строки «название: значение» перед текстом.
	Facts []Fact `toml:"facts"`
	// Абзацы текста после пунктов. На месте абзаца {таблица} стоит таблица.
	Text []string `toml:"text"`
	// Таблица: на месте абзаца {таблица} в text или findings, а без него после текста.
	Table *Table `toml:"table"`
	// Комиссия: кто в ней; подписывает бумагу, если нет signers.
	Commission *Commission `toml:"commission"`
	// Сколько бюллетеней.
	Ballots *BallotPapers `toml:"ballots"`
	// Результаты голосования: по вопросам или по кандидатам.
	Results []Result `toml:"results"`
	// Кто подписывает. Без ключа — комиссия, а если её нет, председатель; [] — никто.
	Signers []Signer `toml:"signers"`
	// true — место для печати под подписями.
	Seal bool `toml:"seal"`
	// Отметка о заверении копии: выписка из приказа, копия решения. Подписи под бумагой тогда — «п/п».
	Certified *CopyMark `toml:"certified"`
	// Кого знакомят с бумагой под подпись, кто ознакомлен: имена. Под подписями печатается таблица с местом
	// для подписи и даты каждого.
	Acquainted []string `toml:"acquainted"`
	// Отметка об исполнителе.
	Executor *Executor `toml:"executor"`
	// Приложения к этой бумаге; каждое с новой страницы и со своей отметкой. Те, что хранятся отдельно
	// (sheets, separate), названы перед подписями.
	Annexes []Annex `toml:"annexes"`
}

// Fact is a line of a paper: a name and a value.
type Fact struct {
	// Название: Организатор, Тип совещания.
	Title string `toml:"title" jsonschema:"required"`
	// Значение.
	Text string `toml:"text" jsonschema:"required"`
}

// BallotPapers is the number of the ballot papers of a secret vote.
type BallotPapers struct {
	// Сколько изготовлено.
	Printed *int `toml:"printed" jsonschema:"minimum=0"`
	// Сколько роздано.
	Issued *int `toml:"issued" jsonschema:"minimum=0"`
	// Сколько осталось не розданных.
	Left *int `toml:"left" jsonschema:"minimum=0"`
	// Сколько оказалось в урне.
	Returned *int `toml:"returned" jsonschema:"minimum=0"`
	// Сколько недействительных. Если они свои у каждого вопроса, пишутся в results.
	Invalid *int `toml:"invalid" jsonschema:"minimum=0"`
}

// Result is the result of a vote on an item or on a candidate. Choices that the
// ballot does not have are left out.
type Result struct {
	// О чём голосовали или за кого.
	Title string `toml:"title" jsonschema:"required"`
	// За.
	For *int `toml:"for" jsonschema:"minimum=0"`
	// Против.
	Against *int `toml:"against" jsonschema:"minimum=0"`
	// Воздержались.
	Abstained *int `toml:"abstained" jsonschema:"minimum=0"`
	// Недействительных бюллетеней.
	Invalid *int `toml:"invalid" jsonschema:"minimum=0"`
	// Что решено: избран; решение принято.
	Outcome string `toml:"outcome"`
}

// WithoutMeeting reports whether a file has papers and no agenda, or one that is only planned and has no chair: it
// is not about a meeting that was held. The notice is signed by whoever calls the meeting; the chair may be elected
// there.
func (m *Meeting) WithoutMeeting() bool {
	if len(m.Agenda) == 0 {
		return len(m.Papers) > 0 || m.Letter != nil && len(m.Letter.Text) > 0
	}
	planned := m.Chair == "" && !slices.ContainsFunc(m.Agenda, Item.Dealt)
	return planned && (len(m.Papers) > 0 || m.Notice != nil && m.Notice.Signer != "")
}

// PaperKinds returns the names of the papers in order.
func (m *Meeting) PaperKinds() []string { return slices.Sorted(maps.Keys(m.Papers)) }

// headless reports whether a file has only papers, and names their issuer neither above nor below the title.
func (m *Meeting) headless() bool {
	if blank(m.Council.Name) && m.onlyPapers() {
		for _, p := range m.Papers {
			if blank(p.Subtitle) && len(p.To) == 0 {
				return m.Header == nil || len(m.Header.Institution) == 0
			}
		}
	}
	return false
}

// onlyPapers reports whether the file has papers and nothing else, so that the body
// need not have a name.
func (m *Meeting) onlyPapers() bool {
	return len(m.Papers) > 0 && len(m.Agenda) == 0 && m.Letter == nil && m.Invitation == nil && m.Notice == nil &&
		m.Application == nil && len(m.Joint) == 0
}

// datedApart reports whether a file is not about a meeting and each of its papers has
// a date of its own. A letter without one has a line for it.
func (m *Meeting) datedApart() bool {
	if len(m.Agenda) > 0 || !m.WithoutMeeting() || m.Invitation != nil || m.Notice != nil || m.Application != nil {
		return false
	}
	for _, p := range m.Papers {
		if p.Date.IsZero() && p.DateText == nil {
			return false
		}
	}
	return true
}

// CountsVotes reports whether the paper is that of a counting commission: by its title, its
// ballots or the results of a vote.
func (p *Paper) CountsVotes() bool {
	title := p.titles()
	return p.Ballots != nil || strings.Contains(title, "счетн") ||
		len(p.Results) > 0 && strings.Contains(title, "голосовани")
}

// NamesOtherCommission reports whether the title is about a commission that is no counting one. A title about a vote
// may name the commission that is elected: «о результатах голосования по выборам ревизионной комиссии».
func (p *Paper) NamesOtherCommission() bool {
	title := p.titles()
	if !strings.Contains(title, "комисси") {
		return false
	}
	for _, word := range []string{"счетн", "голос", "бюллетен", "выбор", "избран"} {
		if strings.Contains(title, word) {
			return false
		}
	}
	return true
}

// titles returns the title and the subtitle in small letters without ё.
func (p *Paper) titles() string {
	return strings.ReplaceAll(strings.ToLower(p.Title+" "+p.Subtitle), "ё", "е")
}

// PaperDate returns the date of a paper.
func (m *Meeting) PaperDate(p *Paper) Date {
	if p.Date.IsZero() {
		return m.Date
	}
	return p.Date
}

var paperName = regexp.MustCompile(`^[a-z][a-z0-9-]*$`)

// otherPapers checks the papers of a file.
func (c *checker) otherPapers() {
	for _, kind := range c.meeting.PaperKinds() {
		key, p := "papers."+kind, c.meeting.Papers[kind]
		if !paperName.MatchString(kind) {
			c.wrong(key, fmt.Sprintf("вид бумаги «%s» нельзя назвать в команде", kind),
				"годятся строчные латинские буквы, цифры и дефис: [papers.order]")
		}
		c.paper(key, p)
	}
	c.besidePapers()
}

// besidePapers warns of values outside the sections of papers that the papers of a file without a meeting do not
// print. The standing facts of a council's file are for its protocols, too.
func (c *checker) besidePapers() {
	m := c.meeting
	if !m.onlyPapers() || m.CouncilFile != "" {
		return
	}
	for _, given := range []struct {
		key string
		is  bool
	}{
		{"marks", len(m.Marks) > 0}, {"approval", m.Approval != nil}, {"agreed", len(m.Agreed) > 0},
		{"preamble", len(m.Preamble) > 0}, {"copies", len(m.Copies) > 0},
		{"annexes", len(m.Annexes) > 0}, {"signers", m.Signers != nil}, {"executor", m.Executor != nil},
		{"seal", m.Seal},
	} {
		if given.is {
			c.warn(given.key, "бумаги из [papers] этого не печатают",
				"перенесите в раздел бумаги: [papers."+m.PaperKinds()[0]+"]")
		}
	}
}

func (c *checker) paper(key string, p *Paper) {
	c.text(key+".title", p.Title, "не указано название вида бумаги")
	c.annexes = p.Annexes
	c.points(key+".decisions", p.Decisions, "", 1)
	c.annexes = c.meeting.Annexes
	for i, fact := range p.Facts {
		at := fmt.Sprintf("%s.facts[%d]", key, i)
		c.text(at+".title", fact.Title, "не указано, что это за сведения")
		c.text(at+".text", fact.Text, "сведений нет")
	}
	for i, to := range p.To {
		c.addressee(fmt.Sprintf("%s.to[%d]", key, i), to)
	}
	if p.From != nil {
		c.addressee(key+".from", *p.From)
		if len(p.To) == 0 {
			c.wrong(key+".from", "сказано, от кого бумага, а кому — нет",
				"добавьте to: от кого печатается под адресатом")
		}
	}
	if p.FindingsKeyword != "" && len(p.Findings) == 0 {
		c.wrong(key+".findings_keyword", "нечего печатать после «"+p.FindingsKeyword+"»",
			`добавьте строку вида: findings = ["…"]`)
	}
	c.approval(key+".approval", p.Approval)
	c.agreed(key+".agreed", p.Agreed, p.AgreedFirst)
	c.copies(key+".copies", p.Copies, "в указателе рассылки адреса нет: он стоит на конверте и в письме")
	c.table(key+".table", p.Table)
	c.tablePlaces(key, p)
	c.paperSigners(key, p)
	c.acquainted(key+".acquainted", p.Acquainted)
	c.results(key, p)
	for i, annex := range p.Annexes {
		at := fmt.Sprintf("%s.annexes[%d]", key, i)
		c.text(at+".title", annex.Title, "у приложения нет заголовка")
		c.table(at+".table", annex.Table)
	}
}

// enclosed checks an annex of a letter, which is always printed.
func (c *checker) enclosed(key string, a Annex, hint string) {
	c.text(key+".title", a.Title, "у приложения нет заголовка")
	c.table(key+".table", a.Table)
	if a.Kept() {
		c.wrong(key, "приложение, которое хранится отдельно, здесь не называют: в письме оно печатается", hint)
	}
}

func (c *checker) paperSigners(key string, p *Paper) {
	for i, s := range p.Signers {
		c.role(fmt.Sprintf("%s.signers[%d].name", key, i), s.Name, "не указано, кто подписывает",
			"назовите человека так же, как в people")
	}
	if k := p.Commission; k != nil {
		if k.Chair != "" {
			c.known(key+".commission.chair", k.Chair)
		}
		for i, name := range k.Members {
			c.known(fmt.Sprintf("%s.commission.members[%d]", key, i), name)
		}
	}
	if p.Signers == nil && p.Commission == nil && blank(c.meeting.Chair) {
		c.wrong(key+".signers", "не сказано, кто подписывает",
			`добавьте строку вида: signers = [{ name = "Фамилия Имя Отчество", role = "Глава …" }]`)
	}
	if k := p.Certified; k != nil {
		c.role(key+".certified.signer", k.Signer, "не сказано, кто заверяет", "назовите человека так же, как в people")
	}
	if e := p.Executor; e != nil {
		c.text(key+".executor.name", e.Name, "не указано имя исполнителя")
	}
}

// results checks that the numbers of a secret vote agree.
func (c *checker) results(key string, p *Paper) {
	var b BallotPapers
	if p.Ballots != nil {
		b = *p.Ballots
	}
	if b.Issued != nil && b.Returned != nil && *b.Returned > *b.Issued {
		c.wrong(key+".ballots.returned", fmt.Sprintf("в урне бюллетеней %d, а роздано %d", *b.Returned, *b.Issued), "")
	}
	if b.Printed != nil && b.Issued != nil && b.Left != nil && *b.Issued+*b.Left != *b.Printed {
		c.warn(key+".ballots.left", fmt.Sprintf("роздано %d и осталось %d, а изготовлено %d",
			*b.Issued, *b.Left, *b.Printed), "проверьте числа")
	}
	for i, r := range p.Results {
		at := fmt.Sprintf("%s.results[%d]", key, i)
		c.text(at+".title", r.Title, "не указано, о чём голосовали")
		if r.For == nil {
			c.wrong(at+".for", "не указано, сколько голосов «за»", "")
			continue
		}
		total := sum(r.For, r.Against, r.Abstained, r.Invalid)
		if r.Invalid == nil {
			total += sum(b.Invalid)
		}
		switch {
		case b.Returned == nil:
		case total > *b.Returned:
			c.wrong(at, fmt.Sprintf("голосов и недействительных бюллетеней %d, а в урне их %d", total, *b.Returned),
				"проверьте числа")
		case total < *b.Returned && r.Against != nil:
			c.warn(at, fmt.Sprintf("голосов и недействительных бюллетеней %d, а в урне их %d", total, *b.Returned),
				"проверьте числа; если так в бумаге, ничего не меняйте")
		}
	}
}

// sum adds the numbers that are given.
func sum(numbers ...*int) (total int) {
	for _, n := range numbers {
		if n != nil {
			total += *n
		}
	}
	return total
}
