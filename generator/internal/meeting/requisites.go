package meeting

import (
	"fmt"
	"slices"
)

// Approval is the approval mark (ГОСТ Р 7.0.97, 5.16): approval by a person or
// by an act of a body.
type Approval struct {
	// Акт, которым утверждён протокол, в творительном падеже: решением Совета от 01.02.2026 № 3.
	By string `toml:"by"`
	// Должность того, кто утверждает.
	Position string `toml:"position"`
	// Его организация.
	Organization string `toml:"organization"`
	// Кто утверждает: имя, отчество и фамилия полностью.
	Name string `toml:"name"`
	// Дата утверждения. Без неё печатается место для даты.
	Date Date `toml:"date"`
}

// CopyMark is the mark that certifies a copy (ГОСТ Р 7.0.97, «Отметка о заверении
// копии»).
type CopyMark struct {
	// Кто заверяет копию: имя из people.
	Signer string `toml:"signer" jsonschema:"required"`
	// Должность заверяющего, если не та, что у человека.
	SignerRole string `toml:"signer_role"`
	// Дата заверения. Без ключа остаётся линия.
	Date Date `toml:"date"`
	// Где подлинник: в ОГБУ «Архив» в деле № 01-12 за 2026 год.
	Original string `toml:"original"`
}

// Signer is a person who signs in place of the chair and the secretary.
type Signer struct {
	// Кто подписывает: имя из people.
	Name string `toml:"name,short" jsonschema:"required"`
	// Должность в подписи. По умолчанию — роль на заседании или в органе; пустая строка — ничего, одно имя:
	// слова «Члены жюри» стоят у первого.
	Role *string `toml:"role"`
}

// Commission is the counting commission.
type Commission struct {
	// Председатель счётной комиссии: имя из people.
	Chair string `toml:"chair"`
	// Члены счётной комиссии: имена из people.
	Members []string `toml:"members"`
}

// Body is another body that meets jointly with this one.
type Body struct {
	// Полное название в именительном падеже.
	Name string `toml:"name,short" jsonschema:"required"`
	// Название в родительном падеже. Без него падеж образует программа.
	Genitive string `toml:"genitive"`
}

func (c *checker) requisites() {
	m := c.meeting
	c.approval("approval", m.Approval)
	c.agreed("agreed", m.Agreed, m.AgreedFirst)
	c.copies("copies", m.Copies, "в указателе рассылки адреса нет: он стоит на конверте и в письме")
	if m.Executor != nil {
		c.text("executor.name", m.Executor.Name, "не указано имя исполнителя")
		c.name("executor.name", m.Executor.Name)
	}
	for i, name := range m.CoChairs {
		c.known(fmt.Sprintf("co_chairs[%d]", i), name)
	}
	for i, s := range m.Signers {
		c.role(fmt.Sprintf("signers[%d].name", i), s.Name, "не указано, кто подписывает",
			"назовите человека так же, как в people")
	}
	c.acquainted("acquainted", m.Acquainted)
	for i, b := range m.Joint {
		c.text(fmt.Sprintf("joint[%d].name", i), b.Name, "не указано название органа")
	}
	if k := m.Counting; k != nil {
		if k.Chair != "" {
			c.known("counting.chair", k.Chair)
		}
		for i, name := range k.Members {
			c.known(fmt.Sprintf("counting.members[%d]", i), name)
		}
	}
	c.opinions("opinions", m.Opinions)
}

// acquainted warns of rows without a name, and of two for one person, among those who sign that they have read
// a paper.
func (c *checker) acquainted(key string, list []string) {
	seen := map[string]bool{}
	for i, name := range list {
		at := fmt.Sprintf("%s[%d]", key, i)
		if blank(name) {
			c.warn(at, "не указано, кто знакомится с бумагой: печатается пустая строка",
				"впишите имя или уберите пустое")
			continue
		}
		full := name
		if p, ok := c.directory.Person(name); ok {
			full = p.Name
		}
		read := Person{Name: full}.Read()
		if seen[read.Key()] {
			c.warn(at, fmt.Sprintf("имя «%s» стоит дважды: строк для подписи будет две", name), "оставьте имя один раз")
		}
		seen[read.Key()] = true
	}
}

func (c *checker) approval(key string, a *Approval) {
	if a == nil {
		return
	}
	if blank(a.By) && (blank(a.Name) || blank(a.Position)) {
		c.wrong(key, "не сказано, кто утверждает", `нужны position и name или by = "решением … от … № …"`)
	}
	if !blank(a.By) && !blank(a.Name+a.Position) {
		c.warn(key, "кто утверждает, не печатается: назван акт (by)", "оставьте одно: by или position и name")
	}
	c.name(key+".name", a.Name)
	c.position(key+".position", a.Position)
}

func (c *checker) extract(e *Extract) {
	if e == nil {
		return
	}
	if e.Signer != "" {
		c.known("extract.signer", e.Signer)
	}
	c.approval("extract.approval", e.Approval)
	for i, n := range e.Annexes {
		key := fmt.Sprintf("extract.annexes[%d]", i)
		if n == 0 {
			c.wrong(key, "приложения считаются с первого", "")
		}
		if list := len(c.meeting.Annexes) + 1; n != list || c.meeting.Listing() != "annex" { // that of those present
			c.annexExists(key, n)
		}
	}
	for i, part := range e.Include {
		key := fmt.Sprintf("extract.include[%d]", i)
		if !slices.Contains(ExtractParts, part) {
			c.wrong(key, fmt.Sprintf("неизвестная часть протокола «%s»", part),
				"есть preamble, elections, opinions и closing")
		} else if !c.meeting.HasExtractPart(part) {
			c.warn(key, fmt.Sprintf("в файле нет того, что повторила бы выписка: %s", part),
				"уберите эту часть из include или добавьте её в протокол")
		}
	}
}
